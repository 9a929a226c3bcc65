"""Opening files from strangers: plain or gz, and never more of them than was asked for.

Every byte that a reader of data sets takes comes through here, so that this is the one
place that tells how far the reading is, lets it be cancelled, and knows the limits.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, cast

from core.errors import DataError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# More than any set of digits that is about (NIST's own has 402,953), and it fits in memory.
MOST_IMAGES = 1_000_000
MOST_BYTES = MOST_IMAGES * 28 * 28
AGAIN = "Download or copy it again."
_GZ_MAGIC = b"\x1f\x8b"
_STEP = 1 << 20
_FREE_BYTES = 200_000_000
_MOST_TIMES = 100
"""Handwriting packs to a fifth; what unpacks to a hundred times its size is no images."""

Tell: TypeAlias = Callable[[float], None]
"""``tell(share)`` hears how far a reading is, 0 to 1; it may raise `core.errors.Cancelled`."""


def tell_nobody(_share: float) -> None:
    """Let a reading go on."""


def part_of(tell: Tell, start: float, end: float) -> Tell:
    """Return what tells `tell` of a part of the work as a share of all of it."""
    return lambda share: tell(start + (end - start) * min(1.0, share))


@contextlib.contextmanager
def opened(path: Path, tell: Tell = tell_nobody) -> Iterator[BinaryIO]:
    """Open `path` for reading, through gzip if it begins like a gz file.

    Raises
    ------
    DataError
        When the system refuses, it is no regular file, or the gz packing turns out to be
        cut or damaged while the body of the ``with`` reads.
    """
    try:
        size = check_regular(path)
        with path.open("rb", buffering=0) as raw:
            watched = _Watched(raw, size, tell)
            packed = io.BufferedReader(watched, _STEP)
            if packed.peek(2).startswith(_GZ_MAGIC):
                with gzip.GzipFile(fileobj=packed) as plain:
                    yield cast(BinaryIO, plain)
            else:
                yield cast(BinaryIO, packed)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DataError(
            "{file} is cut off or damaged: it cannot be unpacked to its end.",
            AGAIN,
            file=str(path),
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


class _Watched(io.RawIOBase):
    """A file that tells how much of it was read."""

    def __init__(self, raw: io.FileIO, size: int, tell: Tell) -> None:
        super().__init__()
        self._raw, self._size, self._tell = raw, max(size, 1), tell

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read anywhere, as zip files want it."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to another place."""
        return self._raw.seek(offset, whence)

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read as `io.RawIOBase.readinto` does, and tell."""
        read = self._raw.readinto(buffer)
        self._tell(self._raw.tell() / self._size)
        return read


def check_regular(path: Path) -> int:
    """Return the size of a file in bytes; refuse what is a folder, a pipe or a device.

    Raises
    ------
    OSError
        When the system does not say.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise DataError(
            "{file} is a pipe or a device, not a file.",
            "Copy what comes out of it to a file and open that.",
            file=str(path),
        )
    return status.st_size


def check_unpacked(unpacked_bytes: int, path: Path) -> None:
    """Refuse a small file that unpacks to gigabytes, before it does."""
    packed = max(path.stat().st_size, 1)
    if unpacked_bytes > _FREE_BYTES and unpacked_bytes > _MOST_TIMES * packed:
        raise DataError(
            "{file} would unpack to {times} times its size ({mb} MB), as handwriting never "
            "does.",
            "Choose another file, or store it without compression if it is what you want.",
            file=str(path),
            times=unpacked_bytes // packed,
            mb=unpacked_bytes // 1_000_000,
        )


def unreadable(path: Path, error: OSError) -> DataError:
    """Return the error that says why the system does not let `path` be read."""
    if isinstance(error, FileNotFoundError):
        return DataError("There is no {file}.", "Choose another one.", file=str(path))
    if isinstance(error, PermissionError):
        return DataError(
            "You have no permission to read {file}.",
            "Ask its owner for it, or copy it to a place of your own.",
            file=str(path),
        )
    return DataError(
        "{file} cannot be read: {reason}.",
        "Check that its disk is connected, or choose another one.",
        file=str(path),
        reason=error.strerror or str(error),
    )


def read_up_to(stream: BinaryIO, size: int) -> bytearray:
    """Return the next `size` bytes, or fewer where `stream` ends.

    Memory grows with what is there, not with `size`, which a file may lie about.
    """
    data = bytearray()
    while len(data) < size and (step := stream.read(min(_STEP, size - len(data)))):
        data += step
    return data


def read_exactly(stream: BinaryIO, size: int, path: Path) -> bytearray:
    """Return the `size` bytes that are left in `stream`; refuse fewer and more."""
    data = read_up_to(stream, size)
    if len(data) < size:
        raise too_short(path, len(data), size)
    check_end(stream, size, path)
    return data


def too_short(path: Path, found: int, expected: int) -> DataError:
    """Return the error for a file that holds less than it says."""
    return DataError(
        "{file} ends after {found} of the {expected} bytes that it says it holds.",
        AGAIN,
        file=str(path),
        found=found,
        expected=expected,
    )


def check_end(stream: BinaryIO, size: int, path: Path) -> None:
    """Refuse a stream that goes on after the `size` bytes that it should hold."""
    if stream.read(1):
        raise DataError(
            "{file} goes on after the {expected} bytes that it says it holds.",
            AGAIN,
            file=str(path),
            expected=size,
        )
