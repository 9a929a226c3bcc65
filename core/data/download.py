"""The whole MNIST from the net: four files, two mirrors, known hashes.

pooch keeps the books: a file that is there and right is not fetched again, a new one is
checked before it takes its place, and a temporary file stays only where the process was
killed, until the next start (`clear_leftovers`). So a download that was stopped goes on with
the next file. The transfer itself is ours, because it has to notice soon that it should stop,
and to go on where a weak connection broke off.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urljoin, urlsplit

from core.control import StopToken
from core.errors import DataError
from core.file_lock import take_lock

if TYPE_CHECKING:
    from requests import Response


@dataclass(frozen=True)
class RemoteFile:
    """A file that mirrors have: its name, size in bytes and SHA-256 (hexadecimal)."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class DownloadProgress:
    """How far a download is: in bytes of one file, and as a fraction (0 to 1) of all."""

    file: str
    done_bytes: int
    total_bytes: int
    fraction: float


MIRRORS = (
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
)
# The largest comes last: until it is there, the folder does not look like a data set.
MNIST_FILES = (
    RemoteFile(
        "t10k-labels-idx1-ubyte.gz",
        4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    ),
    RemoteFile(
        "train-labels-idx1-ubyte.gz",
        28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
    ),
    RemoteFile(
        "t10k-images-idx3-ubyte.gz",
        1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
    ),
    RemoteFile(
        "train-images-idx3-ubyte.gz",
        9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
    ),
)
CONNECT_SECONDS = 5.0
# How long a silent server is waited for, at each try in a row. Short at first, so that a
# stop is seen soon.
PATIENCE_SECONDS = (2.0, 4.0, 8.0, 16.0)
# What a break can cost: requests hands out whole chunks only.
_CHUNK_BYTES = 1 << 10
_REPORT_BYTES = 1 << 15
_LOCK = ".download.lock"
_LEFT = re.compile(r"tmp[a-z0-9_]{8}")
"""How pooch names what is not complete yet: Python's own names for temporary files."""


def download_mnist(
    folder: Path,
    report: Callable[[DownloadProgress], None],
    stop: StopToken,
    *,
    mirrors: Sequence[str] = MIRRORS,
    files: Sequence[RemoteFile] = MNIST_FILES,
    patience_seconds: Sequence[float] = PATIENCE_SECONDS,
) -> Path:
    """Download what is missing of MNIST into `folder`, and return the folder.

    Parameters
    ----------
    folder : Path
        Where the files go; it is made if it is missing.
    report : callable
        Told at the start and the end of each file, and each 32 kB.
    stop : StopToken
        Ends the download when it is set, at the latest after the first patience.
    mirrors : sequence of str
        Addresses that a file's name is appended to, in the order in which they are tried.
    files : sequence of RemoteFile
        What to download.
    patience_seconds : sequence of float
        How long to wait for a silent server, at each try in a row.

    Raises
    ------
    DataError
        When no mirror has a right file, or it cannot be written. Files that are complete
        stay.
    core.errors.Cancelled
        When `stop` was set.
    """
    total = sum(file.size for file in files)
    before = 0
    with _alone_in(folder):
        for file in files:

            def tell(done: int, file: RemoteFile = file, before: int = before) -> None:
                fraction = min(1.0, (before + done) / total)
                report(DownloadProgress(file.name, done, file.size, fraction))

            tell(0)
            transfer = _Transfer(file.size, tell, stop, tuple(patience_seconds))
            _fetch(file, folder, mirrors, transfer)
            before += file.size
            tell(file.size)
    return folder


def clear_leftovers(folder: Path) -> None:
    """Remove what a download left in `folder` whose process was killed; call it at the start.

    While another process downloads into it nothing is removed.
    """
    # It is only tidying up: what does not work now is done at a later start.
    with suppress(OSError):
        if not folder.is_dir() or not _leftovers(folder):
            return
        lock = take_lock(folder / _LOCK)
        if lock is None:
            return
        try:
            for left in _leftovers(folder):
                left.unlink()
        finally:
            lock.release()


def _leftovers(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _LEFT.fullmatch(path.name) and path.is_file()]


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, so that nobody takes its unfinished files for leftovers."""
    try:
        lock = take_lock(folder / _LOCK)
    except OSError as error:
        raise _unwritable(folder, error) from error
    if lock is None:
        raise DataError(
            "MNIST is being downloaded to {folder} by another Inkling.",
            "Wait until that is done.",
            folder=str(folder),
        )
    try:
        yield
    finally:
        lock.release()


def _fetch(file: RemoteFile, folder: Path, mirrors: Sequence[str], transfer: _Transfer) -> None:
    # Imported late: requests alone takes a fifth of a second.
    import pooch
    import requests

    # It announces each download on standard error, which a desktop program does not use.
    pooch.get_logger().setLevel(logging.ERROR)
    problem: Exception | None = None
    for mirror in mirrors:
        registry = {file.name: file.sha256}
        source = pooch.create(folder, mirror, registry=registry, retry_if_failed=0)
        try:
            source.fetch(file.name, downloader=transfer)
        except (requests.RequestException, ValueError) as error:
            problem = error
        except OSError as error:
            raise _unwritable(folder, error) from error
        else:
            return
    raise _not_downloaded(file, mirrors, folder, problem) from problem


class _Transfer:
    """Fetches one file; a pooch downloader."""

    def __init__(
        self,
        size: int,
        tell: Callable[[int], None],
        stop: StopToken,
        patience: tuple[float, ...],
    ) -> None:
        self._size = size
        self._tell = tell
        self._stop = stop
        self._patience = patience

    def __call__(self, url: str, output_file: str, pooch: object) -> None:
        """Write what is at `url` to `output_file`; go on after each break that had a gain."""
        tries = 0
        with Path(output_file).open("wb") as file:
            while file.tell() < self._size:
                self._stop.check()
                before = file.tell()
                problem = self._receive(url, file, self._patience[tries])
                tries = 0 if file.tell() > before else tries + 1
                if tries == len(self._patience):
                    raise problem or ValueError("the file of the mirror is too short")

    def _receive(self, url: str, file: BinaryIO, patience: float) -> Exception | None:
        """Append to `file` until the server is done or silent; give what went wrong."""
        import requests

        wishes = {"Range": f"bytes={file.tell()}-", "Accept-Encoding": "identity"}
        timeout = (CONNECT_SECONDS, patience)
        try:
            response = requests.get(
                url,
                stream=True,
                timeout=timeout,
                headers=wishes,
                hooks={"response": refuse_plain_redirect},
            )
        except requests.ReadTimeout as error:
            return error
        with response:
            response.raise_for_status()
            if response.status_code != requests.codes.partial_content:
                file.seek(0)
                file.truncate()
            try:
                for chunk in response.iter_content(_CHUNK_BYTES):
                    self._write(chunk, file)
            except (
                requests.ConnectionError,
                requests.exceptions.ChunkedEncodingError,
            ) as error:
                return error
        return None

    def _write(self, chunk: bytes, file: BinaryIO) -> None:
        self._stop.check()
        told = file.tell() // _REPORT_BYTES
        file.write(chunk)
        if file.tell() > self._size:
            raise ValueError("the file of the mirror is too long")
        if file.tell() // _REPORT_BYTES > told:
            self._tell(file.tell())


def refuse_plain_redirect(response: Response, *_args: Any, **_options: Any) -> None:
    """Go nowhere unencrypted from an encrypted address; a hook of requests.

    Raises
    ------
    requests.exceptions.InvalidURL
        Where a server sends us there.
    """
    import requests

    if not response.is_redirect or urlsplit(response.url).scheme != "https":
        return
    target = urljoin(response.url, response.headers["location"])
    if urlsplit(target).scheme != "https":
        raise requests.exceptions.InvalidURL("a redirect to an address without encryption")


def _not_downloaded(
    file: RemoteFile, mirrors: Sequence[str], folder: Path, problem: Exception | None
) -> DataError:
    if isinstance(problem, OSError):
        return DataError(
            "{file} could not be downloaded from {mirrors}.",
            "Check the connection and try again: what is complete is kept. Or put the four "
            "files of MNIST into {folder} yourself.",
            file=file.name,
            mirrors=", ".join(urlsplit(mirror).hostname or mirror for mirror in mirrors),
            folder=str(folder),
        )
    return DataError(
        "What was downloaded as {file} is not the published file, so it was thrown away.",
        "A network that asks for a login may have answered in its place: open a page in a "
        "browser, then try again.",
        file=file.name,
    )


def _unwritable(folder: Path, error: OSError) -> DataError:
    return DataError(
        "{folder} cannot be written: {reason}.",
        "Free some space, or choose another folder for Inkling's data.",
        folder=str(folder),
        reason=error.strerror or str(error),
    )
