"""Two networks on the same images: what the second fixes and breaks, and whether by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.metrics import McNemar, confusion, mcnemar
from core.records import ALL, Labels

Indices = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Versus:
    """What sets the answers of network B apart from those of network A.

    Parameters
    ----------
    fixed, broken, both : ndarray of int64
        The images that only A misreads, that only B misreads, that both do.
    difference : ndarray of int64, shape (classes, classes)
        B's confusion matrix less A's: row = true class, column = predicted class. Off the
        diagonal less is better, on it more.
    test : McNemar
        Whether they differ by more than chance.
    """

    fixed: Indices
    broken: Indices
    both: Indices
    difference: NDArray[np.int64]
    test: McNemar


def versus(labels: Labels, a: Labels, b: Labels, classes: int, only: slice = ALL) -> Versus:
    """Compare what two networks read.

    Parameters
    ----------
    labels, a, b : ndarray of int64, shape (n,)
        True classes; what A, what B read.
    only : slice
        Which of the images both read.
    """
    rows = np.arange(len(labels))[only]
    labels, a, b = labels[only], a[only], b[only]
    a_right, b_right = a == labels, b == labels
    return Versus(
        fixed=rows[~a_right & b_right],
        broken=rows[a_right & ~b_right],
        both=rows[~a_right & ~b_right],
        difference=confusion(labels, b, classes) - confusion(labels, a, classes),
        test=mcnemar(a_right, b_right),
    )
