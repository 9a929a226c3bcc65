"""What is in a data set: how many of each digit, the mean digits, the pixel values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.layers import SIDE_PX
from core.records import Dataset, Images, Labels

_BLOCK = 5_000
"""Images that are looked at at once: 30 MB while they are counted."""


@dataclass(frozen=True, eq=False)
class SplitSummary:
    """The figures of one split.

    Parameters
    ----------
    images : int
        How many there are.
    counts : ndarray of int64, shape (classes,)
        How many of each digit (or other class).
    mean_digits : ndarray of uint8, shape (classes, 28, 28)
        The pixel-wise mean of each digit; all paper where there is none.
    histogram : ndarray of int64, shape (256,)
        How many pixels have each value.
    """

    images: int
    counts: NDArray[np.int64]
    mean_digits: Images
    histogram: NDArray[np.int64]

    @property
    def pixel_range(self) -> tuple[int, int]:
        """The smallest and the largest pixel value; (0, 0) without images."""
        values = np.flatnonzero(self.histogram)
        return (int(values[0]), int(values[-1])) if values.size else (0, 0)

    @property
    def mean_ink(self) -> float:
        """The mean pixel value, as a share of 255."""
        total = int(self.histogram.sum())
        return float(self.histogram @ np.arange(256)) / (255 * total) if total else 0.0


@dataclass(frozen=True, eq=False)
class DataSummary:
    """Both splits of a data set, and which data set it is."""

    dataset: Dataset
    train: SplitSummary
    test: SplitSummary


def summarise(dataset: Dataset) -> DataSummary:
    """Return the figures of both splits."""
    return DataSummary(
        dataset,
        _summarise_split(dataset.train_images, dataset.train_labels, len(dataset.classes)),
        _summarise_split(dataset.test_images, dataset.test_labels, len(dataset.classes)),
    )


def sample_sheet(count: int, images: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return `count` random indices below `images` (all, shuffled, if there are fewer)."""
    return rng.permutation(images)[:count]


def _summarise_split(images: Images, labels: Labels, classes: int) -> SplitSummary:
    means = np.zeros((classes, SIDE_PX, SIDE_PX), np.uint8)
    histogram = np.zeros(256, np.int64)
    sums = np.zeros((classes, SIDE_PX * SIDE_PX), np.int64)
    # A block at a time, because bincount widens what it counts to eight bytes a pixel.
    for start in range(0, len(labels), _BLOCK):
        block = images[start : start + _BLOCK].reshape(-1, SIDE_PX * SIDE_PX)
        histogram += np.bincount(block.ravel(), minlength=256)
        for digit in range(classes):
            own = block[labels[start : start + _BLOCK] == digit]
            sums[digit] += own.sum(axis=0, dtype=np.int64)
    counts = np.bincount(labels, minlength=classes)
    present = counts > 0
    shares = sums[present] / counts[present, np.newaxis]
    means[present] = np.rint(shares).reshape(-1, SIDE_PX, SIDE_PX)
    return SplitSummary(len(labels), counts, means, histogram)
