"""HDF5 (.h5, .hdf5, MATLAB's .mat of version 7.3): the arrays in the file itself."""

from __future__ import annotations

import contextlib
import math
import zlib
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.splits import check_count
from core.data.formats.stored_array import BLOCK_BYTES, StoredArray, check_bearable, in_blocks
from core.data.formats.unpack import AGAIN, Tell, check_regular, check_unpacked, unreadable
from core.errors import DataError

_DEPTH = 8
_MOST_LOOKED_AT = 2_000
_LARGEST_CHUNK = 64 << 20
_DEFLATE = 1
_FILTERS = {_DEFLATE, 2, 3, 32_000}
"""Deflate, shuffle, Fletcher's checksum, LZF: those that h5py itself writes."""
_LONGEST_TEXT, _MOST_TEXT = 200, 64 << 20
"""Bytes of one text that are kept, and of all that are read at once."""
_DAMAGES = (OSError, KeyError, RuntimeError, ValueError, TypeError, OverflowError)


@contextlib.contextmanager
def hdf5_arrays(path: Path, tell: Tell) -> Iterator[list[StoredArray]]:
    """Give the arrays of an HDF5 file, to be read while the ``with`` lasts.

    Raises
    ------
    DataError
        When it is no such file, or turns out to be damaged while it is read.
    """
    # Imported late: most of what the core reads is no HDF5.
    import h5py

    try:
        check_regular(path)
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        with h5py.File(path, "r") as file:
            yield [_array(name, data, path, tell) for name, data in _walk(file)]
    except _DAMAGES as error:
        raise DataError(
            "{file} is no HDF5 file, or it is damaged.", AGAIN, file=str(path)
        ) from error


def _walk(file: Any) -> Iterator[tuple[str, Any]]:
    """Yield the arrays of a file by their names, those of a group after its own."""
    import h5py

    groups, looked_at = deque([("", file, _DEPTH)]), 0
    while groups:
        prefix, group, depth = groups.popleft()
        for name in group:
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                return
            # Links to other places and other files are not followed.
            if not isinstance(group.get(name, getlink=True), h5py.HardLink):
                continue
            found = group[name]
            if isinstance(found, h5py.Dataset) and found.shape:
                yield prefix + name, found
            elif isinstance(found, h5py.Group) and depth > 1:
                groups.append((f"{prefix}{name}/", found, depth - 1))


def _array(name: str, data: Any, path: Path, tell: Tell) -> StoredArray:
    shape, dtype = tuple(data.shape), data.dtype
    if _is_text(data):
        return _text_array(name, data, path)

    def blocks() -> Iterator[NDArray[Any]]:
        _check_storage(data, name, path)
        row_bytes = math.prod(shape[1:]) * dtype.itemsize
        step = max(1, BLOCK_BYTES // max(1, row_bytes))
        if data.chunks:
            # Whole chunks, so that none is unpacked twice.
            step = max(step // data.chunks[0], 1) * data.chunks[0]
        for start in range(0, shape[0], step):
            tell(start / shape[0])
            yield np.asarray(data[start : start + step])

    def whole() -> NDArray[Any]:
        _check_storage(data, name, path)
        check_bearable(shape, dtype, name, path)
        return np.asarray(data[()])

    return StoredArray(name, shape, dtype, whole, blocks)


def _is_text(data: Any) -> bool:
    import h5py

    text = h5py.check_string_dtype(data.dtype)
    return text is not None and text.length is None and len(data.shape) <= 2


def _text_array(name: str, data: Any, path: Path) -> StoredArray:
    """Return texts of any length, as h5py and pandas write them; they are no images."""

    def whole() -> NDArray[np.str_]:
        _check_storage(data, name, path)
        check_count(data.shape[0], path)
        # Many places may name the same long text, which is no longer than the file.
        step = max(1, _MOST_TEXT // path.stat().st_size)
        texts: list[str] = []
        flat = data.shape[0] if len(data.shape) == 1 or data.shape[1] == 1 else 0
        for start in range(0, flat, step):
            part = data[start : start + step].reshape(-1)
            texts += [text[:_LONGEST_TEXT].decode("utf-8", "replace") for text in part]
        return np.array(texts, np.str_)

    shape = tuple(data.shape)
    return StoredArray(name, shape, np.dtype(np.str_), whole, lambda: in_blocks(whole()))


def _check_storage(data: Any, name: str, path: Path) -> None:
    """Refuse what lies in other files, needs a plug-in, or unpacks to more than it says."""
    filters = [code for code, *_ in _filters(data)]
    chunk_bytes = math.prod(data.chunks or ()) * data.dtype.itemsize
    strange = data.is_virtual or data.external or not set(filters) <= _FILTERS
    if strange or chunk_bytes > _LARGEST_CHUNK or filters.count(_DEFLATE) > 1:
        raise DataError(
            "{file}: {name} is stored in a way that Inkling does not open (other files, "
            "plug-ins or huge chunks).",
            "Save it again with h5py: plain, or with gzip.",
            file=str(path),
            name=name,
        )
    check_unpacked(math.prod(data.shape) * data.dtype.itemsize, path)
    if _DEFLATE in filters:
        _check_chunks(data, chunk_bytes, path)


def _filters(data: Any) -> Iterator[tuple[Any, ...]]:
    properties = data.id.get_create_plist()
    for number in range(properties.get_nfilters()):
        yield properties.get_filter(number)


def _check_chunks(data: Any, chunk_bytes: int, path: Path) -> None:
    """Refuse chunks that unpack to more than a chunk: HDF5 itself unpacks without a bound."""
    for number in range(data.id.get_num_chunks()):
        place = data.id.get_chunk_info(number).chunk_offset
        _, packed = data.id.read_direct_chunk(place)
        unpacking = zlib.decompressobj()
        # Fletcher's checksum may add four bytes.
        with contextlib.suppress(zlib.error):
            if len(unpacking.decompress(packed, chunk_bytes + 5)) > chunk_bytes + 4:
                raise DataError(
                    "{file} is refused: a part of it unpacks to more than it says.",
                    "Use files only from people whom you trust.",
                    file=str(path),
                )
