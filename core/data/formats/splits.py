"""What all readers of data sets give, and the checks that they share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.unpack import MOST_IMAGES
from core.errors import DataError
from core.phrases import Phrase
from core.records import Images

SIDE = 28


@dataclass(frozen=True, eq=False)
class Split:
    """One split as a file has it.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
    labels : ndarray of int64 or of text, shape (n,)
        As the file has them: which class each stands for is decided over both splits.
    notes : tuple of Phrase
        What the reader assumed, fitted or left out.
    """

    images: Images
    labels: NDArray[Any]
    notes: tuple[Phrase, ...] = ()


NO_SPLIT = Split(np.zeros((0, SIDE, SIDE), np.uint8), np.zeros(0, np.int64))


def make_split(
    images: Images,
    labels: NDArray[Any],
    *,
    images_file: Path,
    labels_file: Path,
    notes: tuple[Phrase, ...] = (),
) -> Split:
    """Put images and labels together, if there are as many of each."""
    if len(images) != len(labels) and images_file == labels_file:
        raise DataError(
            "{file} holds {images} images but {labels} labels.",
            "Store one label an image.",
            file=str(images_file),
            images=len(images),
            labels=len(labels),
        )
    if len(images) != len(labels):
        raise DataError(
            "{images_file} holds {images} images but {labels_file} holds {labels} labels.",
            "Use two files that belong together.",
            images_file=str(images_file),
            images=len(images),
            labels_file=str(labels_file),
            labels=len(labels),
        )
    return Split(images, labels, notes)


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
