"""IDX, the format that MNIST is published in, plain or gz.

Two zero bytes, the type of the values (8: unsigned bytes), the number of dimensions, each
dimension as four bytes (big-endian), then the values, the last dimension fastest.

References
----------
Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits, "File
formats for the MNIST database".
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.data.formats.splits import Split, check_count, check_side, make_split
from core.data.formats.unpack import AGAIN, opened, read_exactly, read_up_to
from core.errors import DataError
from core.phrases import Phrase
from core.records import Images


def read_idx(images_file: Path, labels_file: Path) -> Split:
    """Read one split from its two IDX files."""
    return make_split(
        _read_images(images_file),
        _read_labels(labels_file),
        images_file=images_file,
        labels_file=labels_file,
    )


def _read_images(path: Path) -> Images:
    with opened(path) as stream:
        count, height, width = _read_shape(stream, 3, path)
        check_side(width, height, path)
        return _read_values(stream, (count, height, width), path)


def _read_labels(path: Path) -> NDArray[np.uint8]:
    with opened(path) as stream:
        return _read_values(stream, _read_shape(stream, 1, path), path)


def _read_shape(stream: BinaryIO, dimensions: int, path: Path) -> tuple[int, ...]:
    magic = bytes((0, 0, 8, dimensions))
    header = read_up_to(stream, len(magic) + 4 * dimensions)
    if not header:
        raise DataError("{file} is empty.", AGAIN, file=str(path))
    if not header.startswith(magic[: len(header)]):
        raise DataError(
            "{file} is not an IDX file of {kind}: it begins with {found}, not {expected}.",
            "Check that its name is right and that it is not a page saved by a browser.",
            file=str(path),
            kind=Phrase("images") if dimensions == 3 else Phrase("labels"),
            found=header[: len(magic)].hex(" "),
            expected=magic.hex(" "),
        )
    if len(header) < len(magic) + 4 * dimensions:
        raise DataError("{file} ends within its header.", AGAIN, file=str(path))
    shape = tuple(int(size) for size in np.frombuffer(header, ">u4", offset=len(magic)))
    check_count(shape[0], path)
    return shape


def _read_values(stream: BinaryIO, shape: tuple[int, ...], path: Path) -> NDArray[np.uint8]:
    data = read_exactly(stream, math.prod(shape), path)
    return np.frombuffer(data, np.uint8).reshape(shape)
