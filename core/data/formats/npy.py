"""One .npy array, alone or in an .npz, read without numpy.load.

numpy.load makes room for whatever shape a file claims, and parses its header as Python.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.data.formats.stored_array import (
    BLOCK_BYTES,
    StoredArray,
    check_bearable,
    in_blocks,
)
from core.data.formats.unpack import (
    Tell,
    check_end,
    check_unpacked,
    opened,
    read_exactly,
    read_up_to,
    too_short,
)
from core.errors import DataError
from core.phrases import Phrase

Opener: TypeAlias = Callable[[], AbstractContextManager[BinaryIO]]

_LONGEST_HEADER = 10_000
_PLAIN = re.compile(r"[<>|=]?(b1|[ui][1248]|f[248]|[SU]\d{1,3})")


def npy_file(path: Path, tell: Tell) -> StoredArray:
    """Return the array in an .npy file.

    Raises
    ------
    DataError
        When it is no such file.
    """
    try:
        return npy_array(path.stem, lambda: opened(path, tell), path)
    except ValueError as error:
        raise DataError(
            "{file} is not an .npy file, or it is damaged: {reason}.",
            "Download or copy it again.",
            file=str(path),
            reason=reason_of(error),
        ) from error


def npy_array(name: str, open_stream: Opener, path: Path) -> StoredArray:
    """Return the array that a stream holds; `open_stream` is called for each reading.

    Raises
    ------
    DataError, ValueError
        When it holds objects, or no array.
    """
    with open_stream() as stream:
        descr, fortran_order, shape = _parse_header(_header_text(stream))
    if not _PLAIN.fullmatch(descr):
        raise DataError(
            "{file}: {name} is stored as {kind}; Inkling reads plain numbers and text only.",
            "Store pixels from 0 to 255 as bytes (uint8), labels as whole numbers.",
            file=str(path),
            name=name,
            kind=Phrase("Python objects, which may run a program") if "O" in descr else descr,
        )
    dtype = np.dtype(descr)
    layout = _Layout(name, open_stream, path, dtype, shape)
    blocks = layout.turned_blocks if fortran_order and len(shape) > 1 else layout.blocks
    order = "F" if fortran_order else "C"
    return StoredArray(name, shape, dtype, lambda: layout.whole(order), blocks)


class _Layout:
    """Where the numbers of an array lie in its stream."""

    def __init__(
        self,
        name: str,
        open_stream: Opener,
        path: Path,
        dtype: np.dtype[Any],
        shape: tuple[int, ...],
    ) -> None:
        self._name, self._open, self._path = name, open_stream, path
        self._dtype, self._shape = dtype, shape
        self._bytes = math.prod(shape) * dtype.itemsize

    def whole(self, order: Any) -> NDArray[Any]:
        check_unpacked(self._bytes, self._path)
        check_bearable(self._shape, self._dtype, self._name, self._path)
        with self._open() as stream:
            _header_text(stream)
            data = read_exactly(stream, self._bytes, self._path)
        return np.frombuffer(data, self._dtype).reshape(self._shape, order=order)

    def turned_blocks(self) -> Iterator[NDArray[Any]]:
        return in_blocks(self.whole("F"))

    def blocks(self) -> Iterator[NDArray[Any]]:
        check_unpacked(self._bytes, self._path)
        row_bytes = math.prod(self._shape[1:]) * self._dtype.itemsize
        step = max(1, BLOCK_BYTES // max(1, row_bytes))
        with self._open() as stream:
            _header_text(stream)
            for start in range(0, self._shape[0], step):
                rows = min(step, self._shape[0] - start)
                data = read_up_to(stream, rows * row_bytes)
                if len(data) < rows * row_bytes:
                    raise too_short(self._path, start * row_bytes + len(data), self._bytes)
                yield np.frombuffer(data, self._dtype).reshape(rows, *self._shape[1:])
            check_end(stream, self._bytes, self._path)


def _header_text(stream: BinaryIO) -> str:
    start = bytes(read_up_to(stream, 8))
    if len(start) < 8 or start[:6] != b"\x93NUMPY":
        raise ValueError(Phrase("no NumPy array in it"))
    length = 2 if start[6] == 1 else 4
    size = int.from_bytes(read_up_to(stream, length), "little")
    if size > _LONGEST_HEADER:
        raise ValueError(Phrase("a header of {size} bytes", size=size))
    return read_up_to(stream, size).decode("latin-1")


def _parse_header(text: str) -> tuple[str, bool, tuple[int, ...]]:
    descr = re.search(r"'descr':\s*(\[.*?\]|'[^']{0,40}')", text)
    order = re.search(r"'fortran_order':\s*(True|False)", text)
    shape = re.search(r"'shape':\s*\(([\d, ]{0,200})\)", text)
    if not (descr and order and shape):
        raise ValueError(Phrase("no header of a NumPy array"))
    sizes = tuple(int(size) for size in shape[1].split(",") if size.strip())
    return descr[1].strip("'")[:40], order[1] == "True", sizes


def reason_of(error: Exception) -> str:
    """Return what a library said, or our own words as they are."""
    said = error.args[0] if error.args else None
    return said if isinstance(said, Phrase) else str(error).rstrip(".")
