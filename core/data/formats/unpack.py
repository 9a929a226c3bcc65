"""Opening files from strangers: plain or gz, and never more of them than was asked for."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from core.errors import DataError

# More than any set of digits that is about (NIST's own has 402,953), and it fits in memory.
MOST_IMAGES = 1_000_000
AGAIN = "Download or copy it again."
_GZ_MAGIC = b"\x1f\x8b"
_STEP = 1 << 20


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for reading, through gzip if it begins like a gz file.

    Raises
    ------
    DataError
        When the system refuses, or the gz packing turns out to be cut or damaged while
        the body of the ``with`` reads.
    """
    try:
        with path.open("rb") as packed:
            if packed.peek(2).startswith(_GZ_MAGIC):
                with gzip.GzipFile(fileobj=packed) as plain:
                    yield cast(BinaryIO, plain)
            else:
                yield packed
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DataError(
            "{file} is cut off or damaged: it cannot be unpacked to its end.",
            AGAIN,
            file=str(path),
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


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
        raise DataError(
            "{file} ends after {found} of the {expected} bytes that it says it holds.",
            AGAIN,
            file=str(path),
            found=len(data),
            expected=size,
        )
    if stream.read(1):
        raise DataError(
            "{file} goes on after the {expected} bytes that it says it holds.",
            AGAIN,
            file=str(path),
            expected=size,
        )
    return data
