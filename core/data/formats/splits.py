"""What all readers of data sets give, and the checks that they share."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.data.formats.unpack import MOST_IMAGES
from core.errors import DataError
from core.records import Images, Labels

SIDE = 28


class Split(NamedTuple):
    """The images of one split, uint8 (n, 28, 28), with their labels, int64 (n,)."""

    images: Images
    labels: Labels


NO_SPLIT = Split(np.zeros((0, SIDE, SIDE), np.uint8), np.zeros(0, np.int64))


def make_split(
    images: Images, labels: NDArray[np.integer], *, images_file: Path, labels_file: Path
) -> Split:
    """Put images and labels together, if they fit and all labels are digits."""
    if len(images) != len(labels):
        raise DataError(
            "{images_file} holds {images} images but {labels_file} holds {labels} labels.",
            "Use two files that belong together.",
            images_file=str(images_file),
            images=len(images),
            labels_file=str(labels_file),
            labels=len(labels),
        )
    wrong = np.flatnonzero((labels < 0) | (labels > 9))
    if len(wrong):
        raise DataError(
            "{file}: label number {number} is {label}; a label is a digit from 0 to 9.",
            "Use labels of digits.",
            file=str(labels_file),
            number=int(wrong[0]) + 1,
            label=int(labels[wrong[0]]),
        )
    return Split(images, labels.astype(np.int64))


def check_count(count: int, path: Path) -> None:
    """Refuse a file that holds no image, or more than fit in memory."""
    if not 1 <= count <= MOST_IMAGES:
        raise DataError(
            "{file} holds {count} images; it should hold 1 to {most}.",
            "Choose another file, or a part of it.",
            file=str(path),
            count=count,
            most=MOST_IMAGES,
        )


def check_side(width: int, height: int, path: Path) -> None:
    """Refuse images that are not 28 x 28."""
    if (width, height) != (SIDE, SIDE):
        raise DataError(
            "{file}: images of {width} x {height} pixels; Inkling reads 28 x 28.",
            "Scale them to 28 x 28 first.",
            file=str(path),
            width=width,
            height=height,
        )
