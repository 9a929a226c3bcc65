"""Which images of a split a network misreads, and which of them to show in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.evaluation.metrics import confusion, wilson
from core.records import Floats, Labels

Order: TypeAlias = Literal["most_sure", "least_sure", "index"]


@dataclass(frozen=True)
class Selection:
    """What is asked for.

    Parameters
    ----------
    true, predicted : int or None
        Only images of this digit; only those read as that digit. None: any.
    mistakes_only : bool
        Leave out what was read right.
    order : {"most_sure", "least_sure", "index"}
        By the confidence in the predicted digit, or as in the data set.
    """

    true: int | None = None
    predicted: int | None = None
    mistakes_only: bool = True
    order: Order = "most_sure"


@dataclass(frozen=True, eq=False)
class MistakesReport:
    """The answers of one network for one split, ready to be asked for any selection.

    Parameters
    ----------
    labels, digits : ndarray of int64, shape (n,)
        True and predicted digits.
    probabilities : ndarray of float32, shape (n, 10)
    counts : ndarray of int64, shape (10, 10)
        The confusion matrix: row = true digit, column = predicted digit.
    right : int
        How many images were read right.
    interval : tuple of float
        The 95 % interval of the share of them, as Wilson computes it.
    by_confidence : dict
        For "most_sure" and "least_sure" the indices of all images in that order, int64 (n,);
        equally sure ones stay in the order of the data set.
    """

    labels: Labels
    digits: Labels
    probabilities: Floats
    counts: NDArray[np.int64]
    right: int
    interval: tuple[float, float]
    by_confidence: dict[Order, NDArray[np.int64]]

    def select(self, selection: Selection) -> NDArray[np.int64]:
        """Return the indices (in the split) of the images that are asked for, in order.

        The images are sorted already, so this costs no more than a mask.
        """
        wanted = np.ones(self.labels.shape, bool)
        if selection.true is not None:
            wanted &= self.labels == selection.true
        if selection.predicted is not None:
            wanted &= self.digits == selection.predicted
        if selection.mistakes_only:
            wanted &= self.labels != self.digits
        if selection.order == "index":
            return np.flatnonzero(wanted)
        ordered = self.by_confidence[selection.order]
        return ordered[wanted[ordered]]


def report_mistakes(labels: Labels, digits: Labels, probabilities: Floats) -> MistakesReport:
    """Count and sort the answers of a network for a split.

    Parameters
    ----------
    labels, digits : ndarray of int64, shape (n,)
        True and predicted digits.
    probabilities : ndarray of float32, shape (n, 10)
    """
    confidence = probabilities[np.arange(len(digits)), digits]
    right = int((labels == digits).sum())
    return MistakesReport(
        labels=labels,
        digits=digits,
        probabilities=probabilities,
        counts=confusion(labels, digits),
        right=right,
        interval=wilson(right, len(labels)),
        by_confidence={
            "most_sure": np.argsort(-confidence, kind="stable"),
            "least_sure": np.argsort(confidence, kind="stable"),
        },
    )
