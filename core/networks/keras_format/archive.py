"""The zip around a ``.keras`` file, read so that a hostile one costs little.

Nothing that a file says about sizes is believed: what is unpacked is counted, and stopped
at a limit. Formats that Keras never writes are refused rather than interpreted.
"""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from core.errors import NetworkError
from core.networks.keras_format.strangers import folder_stranger
from core.regular_file import open_regular
from core.zip_directory import check_directory

LARGEST_FILE = 512 * 2**20
"""Bytes on disk: 16 million weights with an optimizer's copies of them fit."""

LARGEST_TEXT = 2**20
"""Bytes of config.json, unpacked; a network of 40 layers has 50,000."""

_LARGEST_DIRECTORY = 2**16
_MOST_EXPANSION = 100
_FREE_BYTES = 2**22
BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
    KeyError,
    TypeError,
    AttributeError,
    MemoryError,
)
"""What zipfile and h5py raise on files that are damaged, or made to be."""

DAMAGED = "{file} is cut off or damaged."
FETCH_AGAIN = "Get the file again, or save the network again where it came from."


class Archive:
    """The entries of an open ``.keras`` file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def names(self) -> list[str]:
        """Return the names of all entries."""
        return list(self._archive.NameToInfo)

    def read(self, name: str, limit: int) -> bytes:
        """Unpack one entry of at most `limit` bytes.

        Raises
        ------
        NetworkError
            If it is missing, damaged, larger, or packed in a way that Keras never uses.
        """
        if name not in self:
            raise NetworkError(
                "{file} is not a network that Keras saved: it has no {entry}.",
                "Choose a .keras file.",
                entry=name,
            )
        info = self._archive.getinfo(name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # Python's bz2 and lzma readers unpack without a bound.
            raise NetworkError(DAMAGED, FETCH_AGAIN)
        limit = min(limit, _FREE_BYTES + _MOST_EXPANSION * info.compress_size)
        try:
            with self._archive.open(info) as entry:
                content = entry.read(limit + 1)
        except BROKEN as error:
            raise NetworkError(DAMAGED, FETCH_AGAIN) from error
        if len(content) > limit:
            raise NetworkError(
                "{file} is refused: its {entry} is larger than any that belongs there.",
                "Use files only from people whom you trust.",
                entry=name,
            )
        return content


@contextmanager
def open_archive(file: BinaryIO) -> Iterator[Archive]:
    """Open a ``.keras`` file for reading.

    Raises
    ------
    NetworkError
        If it is no zip, or it is one that Keras never writes.
    """
    try:
        check_directory(file, _LARGEST_DIRECTORY)
        archive = zipfile.ZipFile(file)
    except BROKEN as error:
        raise NetworkError(DAMAGED, FETCH_AGAIN) from error
    with archive:
        yield Archive(archive)


def opened(path: Path) -> BinaryIO:
    """Open a plain file of a bearable size: not a folder, not a pipe that would block.

    Raises
    ------
    NetworkError
        If there is no such file.
    """
    if path.is_dir():
        raise folder_stranger(path)
    try:
        file = open_regular(path)
    except OSError as error:
        raise NetworkError(
            "{file} cannot be read: {reason}.",
            "Check that it is still there and that you may read it.",
            reason=error.strerror or str(error),
        ) from error
    if file.seek(0, os.SEEK_END) <= LARGEST_FILE:
        file.seek(0)
        return file
    file.close()
    raise NetworkError(
        "{file} is larger than {most} MB, too large for a network that reads digits.",
        "Choose another file.",
        most=LARGEST_FILE // 2**20,
    )
