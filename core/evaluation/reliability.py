"""Whether a confidence can be taken at its word, and what an "I don't know" would cost.

The reliability diagram sets the confidence of images beside the share of them that were read
right; the expected calibration error is their mean distance (`core.evaluation.metrics`). The
coverage curve says what share of the images is still answered when everything below a
confidence is answered with "I don't know", and how many of these are right.

References
----------
Guo, Pleiss, Sun & Weinberger, "On calibration of modern neural networks", ICML 2017;
Chow, "On optimum recognition error and reject tradeoff", IEEE Transactions on Information
Theory 16, 1970.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Doubles = NDArray[np.float64]

BINS = 15
"""As Guo et al. take them, and `metrics.expected_calibration_error`."""


@dataclass(frozen=True)
class Bin:
    """The images whose confidence lies in one range.

    `low` and `high` are its ends; `confidence` and `accuracy` are means over its images, nan
    where it has none.
    """

    low: float
    high: float
    images: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, eq=False)
class Coverage:
    """What is left when images below a confidence are not answered.

    Parameters
    ----------
    thresholds : ndarray of float64, shape (m,)
        The confidences that occur, falling: at each one, images of at least it are answered.
    answered, right : ndarray of int64, shape (m,)
        How many images are then answered, and how many of these rightly.
    images : int
        How many there are.
    """

    thresholds: Doubles
    answered: NDArray[np.int64]
    right: NDArray[np.int64]
    images: int

    def at(self, threshold: float) -> tuple[int, int]:
        """Return how many images are answered at this confidence, and how many rightly."""
        # thresholds fall: the last one that is not below is looked for.
        place = int(np.searchsorted(-self.thresholds, -threshold, side="right")) - 1
        return (0, 0) if place < 0 else (int(self.answered[place]), int(self.right[place]))

    def threshold_for(self, accuracy: float) -> float | None:
        """Return the lowest threshold at which at least this share of the answers is right.

        None where no threshold reaches it.
        """
        reached = np.flatnonzero(self.right >= accuracy * self.answered)
        return float(self.thresholds[reached[-1]]) if reached.size else None


def reliability(confidence: Doubles, right: Bools, bins: int = BINS) -> tuple[Bin, ...]:
    """Put the images into equal ranges of confidence.

    Parameters
    ----------
    confidence : ndarray of float64, shape (n,), from 0 to 1
    right : ndarray of bool, shape (n,)
    """
    place = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    images = np.bincount(place, minlength=bins)
    sure = np.bincount(place, weights=confidence, minlength=bins)
    good = np.bincount(place, weights=right, minlength=bins)
    return tuple(
        Bin(
            low=each / bins,
            high=(each + 1) / bins,
            images=int(images[each]),
            confidence=float(sure[each] / images[each]) if images[each] else math.nan,
            accuracy=float(good[each] / images[each]) if images[each] else math.nan,
        )
        for each in range(bins)
    )


def calibration_error(bins: tuple[Bin, ...]) -> float:
    """Return the expected calibration error of a reliability diagram; nan without images."""
    total = sum(each.images for each in bins)
    gaps = (each.images * abs(each.accuracy - each.confidence) for each in bins if each.images)
    return math.fsum(gaps) / total if total else math.nan


def coverage(confidence: Doubles, right: Bools) -> Coverage:
    """Return what is left at each confidence that occurs."""
    order = np.argsort(-confidence, kind="stable")
    falling = confidence[order]
    counted = np.cumsum(right[order])
    # Of equally sure images all are answered or none.
    last = np.flatnonzero(np.append(falling[1:] != falling[:-1], True)[: len(falling)])
    return Coverage(falling[last], last + 1, counted[last].astype(np.int64), len(confidence))
