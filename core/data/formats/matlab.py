"""MATLAB's .mat files: version 5 through SciPy, where it is installed; 7.3 is HDF5."""

from __future__ import annotations

import contextlib
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from core.data.formats.hdf5 import hdf5_arrays
from core.data.formats.stored_array import StoredArray, in_blocks
from core.data.formats.unpack import AGAIN, MOST_BYTES, Tell, check_unpacked, opened
from core.errors import DataError

_HEADER_BYTES = 128
_COMPRESSED = 15
_STEP = 1 << 20
_DEPTH = 4


@contextlib.contextmanager
def mat_arrays(path: Path, tell: Tell) -> Iterator[list[StoredArray]]:
    """Give the arrays of a .mat file, those in structures by "structure.field".

    Raises
    ------
    DataError
        When it is damaged, or SciPy would be needed and is missing.
    """
    with opened(path, tell) as file:
        header = file.read(_HEADER_BYTES)
        version_7_3 = header.startswith(b"MATLAB 7.3") or header.startswith(b"\x89HDF")
        if not version_7_3:
            _check_size(file, header, path)
    if version_7_3:
        with hdf5_arrays(path, tell) as arrays:
            yield arrays
    else:
        yield list(_flat("", _load(path), _DEPTH))


def _load(path: Path) -> dict[str, Any]:
    try:
        from scipy.io import loadmat
    except ImportError as error:
        raise DataError(
            "{file} is a MATLAB file of version 5, which Inkling reads through SciPy; that is "
            "not installed.",
            'Install it with: pip install "inkling[mat]". Or save the file in MATLAB with the '
            "option -v7.3.",
            file=str(path),
        ) from error
    try:
        return dict(loadmat(path, appendmat=False))
    except Exception as error:
        # SciPy's reader lets all kinds of errors through when a file is damaged.
        raise DataError(
            "{file} is no MATLAB file, or it is damaged.", AGAIN, file=str(path)
        ) from error


def _flat(prefix: str, values: dict[str, Any], depth: int) -> Iterator[StoredArray]:
    for name, value in values.items():
        if name.startswith("__") or not isinstance(value, np.ndarray):
            continue
        if value.dtype.names and value.size == 1 and depth:
            fields = {field: value.flat[0][field] for field in value.dtype.names}
            yield from _flat(f"{prefix}{name}.", fields, depth - 1)
        elif value.dtype.kind == "O" and all(_is_text(cell) for cell in value.flat):
            texts = np.array([str(np.ravel(cell)[0]) for cell in value.flat])
            yield _in_memory(prefix + name, texts)
        elif value.dtype.kind in "biufSU" and value.ndim:
            yield _in_memory(prefix + name, value)


def _is_text(cell: Any) -> bool:
    return isinstance(cell, np.ndarray) and cell.dtype.kind == "U" and cell.size == 1


def _in_memory(name: str, value: np.ndarray[Any, Any]) -> StoredArray:
    return StoredArray(name, value.shape, value.dtype, lambda: value, lambda: in_blocks(value))


def _check_size(file: BinaryIO, header: bytes, path: Path) -> None:
    """Unpack every element once, keeping nothing, to know how much SciPy would make of it."""
    order = "<" if header[126:128] == b"IM" else ">"
    total = 0
    while len(tag := file.read(8)) == 8:
        kind, size = struct.unpack(f"{order}2I", tag)
        if kind != _COMPRESSED:
            total += size
            file.seek(size, 1)
            continue
        total += sum(_unpacked(file, size))
        check_unpacked(total, path)
        if total > 2 * MOST_BYTES:
            break
    if total > 2 * MOST_BYTES:
        raise DataError(
            "{file} holds more than fits in memory.", "Save a part of it.", file=str(path)
        )


def _unpacked(file: BinaryIO, size: int) -> Iterator[int]:
    unpacking = zlib.decompressobj()
    with contextlib.suppress(zlib.error):
        while size > 0 and (packed := file.read(min(_STEP // 64, size))):
            size -= len(packed)
            while packed:
                data = unpacking.decompress(packed, _STEP)
                yield len(data)
                packed = unpacking.unconsumed_tail
    file.seek(max(size, 0), 1)
