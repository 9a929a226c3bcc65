""".npz: a zip of .npy arrays, as Keras's mnist.npz is one."""

from __future__ import annotations

import contextlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from core.data.formats.npy import npy_array, reason_of
from core.data.formats.stored_array import StoredArray
from core.data.formats.unpack import AGAIN, Tell, opened
from core.errors import DataError
from core.phrases import Phrase
from core.zip_directory import check_directory

_LARGEST_DIRECTORY = 1 << 16
_MOST_ARRAYS = 100
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    KeyError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


@contextlib.contextmanager
def npz_arrays(path: Path, tell: Tell) -> Iterator[list[StoredArray]]:
    """Give the arrays of an .npz file, to be read while the ``with`` lasts.

    Raises
    ------
    DataError
        When it is no such file, or turns out to be damaged while it is read.
    """
    try:
        with opened(path, tell) as file:
            check_directory(file, _LARGEST_DIRECTORY)
            with zipfile.ZipFile(file) as archive:
                yield [_array(archive, name, path) for name in _names(archive, path)]
    except _DAMAGES as error:
        raise DataError(
            "{file} is not an .npz file, or it is damaged: {reason}.",
            AGAIN,
            file=str(path),
            reason=reason_of(error),
        ) from error


def _names(archive: zipfile.ZipFile, path: Path) -> list[str]:
    names = [name for name in archive.namelist() if name.endswith(".npy")]
    if not names or len(names) > _MOST_ARRAYS:
        raise DataError(
            "{file} holds {count} arrays; a data set has 2 to {most}.",
            "It needs x_train and y_train, and x_test and y_test for a test split.",
            file=str(path),
            count=len(names),
            most=_MOST_ARRAYS,
        )
    return names


def _array(archive: zipfile.ZipFile, member: str, path: Path) -> StoredArray:
    @contextlib.contextmanager
    def open_member() -> Iterator[BinaryIO]:
        packing = archive.getinfo(member).compress_type
        if packing not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotImplementedError(
                Phrase("it is compressed in a way that NumPy does not use")
            )
        with archive.open(member) as stream:
            yield cast(BinaryIO, stream)

    return npy_array(member.removesuffix(".npy"), open_member, path)
