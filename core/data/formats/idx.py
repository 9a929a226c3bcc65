"""IDX, the format that MNIST is published in, plain or gz.

Two zero bytes, the type of the values (8: unsigned bytes, 12: whole numbers of four), the
number of dimensions, each dimension as four bytes (big-endian), then the values, the last
dimension fastest.

References
----------
Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits, "File
formats for the MNIST database".
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.data.formats.labels import as_labels
from core.data.formats.pixels import ArraySource, read_pixels
from core.data.formats.splits import Split, check_count, make_split
from core.data.formats.unpack import (
    AGAIN,
    Tell,
    check_end,
    check_unpacked,
    opened,
    read_exactly,
    read_up_to,
    tell_nobody,
    too_short,
)
from core.errors import DataError
from core.phrases import Phrase

_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_BLOCK_BYTES = 1 << 22
_IMAGES, _LABELS = (3, 4, 2), (1, 2)
"""How many dimensions there may be, the usual count first; images may lie flat."""


def read_idx(images_file: Path, labels_file: Path, tell: Tell = tell_nobody) -> Split:
    """Read one split from its two IDX files."""
    images, notes = _read_images(images_file, tell)
    labels, more = _read_labels(labels_file)
    return make_split(
        images,
        labels,
        images_file=images_file,
        labels_file=labels_file,
        notes=(*notes, *more),
    )


def _read_images(path: Path, tell: Tell) -> tuple[NDArray[np.uint8], list[Phrase]]:
    with opened(path) as stream:
        dtype, shape = _read_header(stream, _IMAGES, path)
    check_count(shape[0], path)
    size = math.prod(shape) * dtype.itemsize
    check_unpacked(size, path)

    def blocks() -> Iterator[NDArray[Any]]:
        row_bytes = size // shape[0]
        step = max(1, _BLOCK_BYTES // max(1, row_bytes))
        with opened(path, tell) as stream:
            _read_header(stream, _IMAGES, path)
            for start in range(0, shape[0], step):
                rows = min(step, shape[0] - start)
                data = read_up_to(stream, rows * row_bytes)
                if len(data) < rows * row_bytes:
                    raise too_short(path, start * row_bytes + len(data), size)
                yield np.frombuffer(data, dtype).reshape(rows, *shape[1:])
            check_end(stream, size, path)

    return read_pixels(ArraySource(path.name, shape, blocks, tell), path)


def _read_labels(path: Path) -> tuple[NDArray[Any], list[Phrase]]:
    with opened(path) as stream:
        dtype, shape = _read_header(stream, _LABELS, path)
        check_count(shape[0], path)
        size = math.prod(shape) * dtype.itemsize
        check_unpacked(size, path)
        data = read_exactly(stream, size, path)
    return as_labels(np.frombuffer(data, dtype).reshape(shape), path.name, path)


def _read_header(
    stream: BinaryIO, dimensions: tuple[int, ...], path: Path
) -> tuple[np.dtype[Any], tuple[int, ...]]:
    magic = read_up_to(stream, 4)
    if not magic:
        raise DataError("{file} is empty.", AGAIN, file=str(path))
    kind = magic[2] if len(magic) > 2 else 0x08
    count = magic[3] if len(magic) > 3 else dimensions[0]
    if any(magic[:2]) or kind not in _TYPES or count not in dimensions:
        raise DataError(
            "{file} is not an IDX file of {kind}: it begins with {found}, not {expected}.",
            "Check that its name is right and that it is not a page saved by a browser.",
            file=str(path),
            kind=Phrase("images") if dimensions[0] == 3 else Phrase("labels"),
            found=magic.hex(" "),
            expected=bytes((0, 0, 8, dimensions[0])).hex(" "),
        )
    header = read_up_to(stream, 4 * count)
    if len(magic) < 4 or len(header) < 4 * count:
        raise DataError("{file} ends within its header.", AGAIN, file=str(path))
    return np.dtype(_TYPES[kind]), tuple(int(size) for size in np.frombuffer(header, ">u4"))
