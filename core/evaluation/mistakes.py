"""Which images to show of a split: filtered by true and predicted digit, in a chosen order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

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


def select(
    labels: Labels, digits: Labels, probabilities: Floats, selection: Selection
) -> NDArray[np.int64]:
    """Return the indices (in the split) of the images that the selection asks for, in order.

    Parameters
    ----------
    labels, digits : ndarray of int64, shape (n,)
        True and predicted digits.
    probabilities : ndarray of float32, shape (n, 10)
    """
    wanted = np.ones(labels.shape, bool)
    if selection.true is not None:
        wanted &= labels == selection.true
    if selection.predicted is not None:
        wanted &= digits == selection.predicted
    if selection.mistakes_only:
        wanted &= labels != digits
    indices = np.flatnonzero(wanted)
    if selection.order == "index":
        return indices
    confidence = probabilities[indices, digits[indices]]
    # Stable, so that equally sure ones stay in the order of the data set.
    order = np.argsort(
        -confidence if selection.order == "most_sure" else confidence, kind="stable"
    )
    return indices[order]
