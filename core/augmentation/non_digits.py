"""Things that a person may draw and that are no digits: training images without a label.

A network that only ever met digits is sure of everything. Shown some of these with the
target "every digit is equally likely", it learns to be unsure of what is none of them.

References
----------
Hendrycks, Mazeika, Dietterich: Deep anomaly detection with outlier exposure, 2019.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from core.augmentation.digit_pairs import digit_pairs
from core.augmentation.hands import by_another_hand, inked
from core.augmentation.non_digit_kinds import drawn_kind
from core.layers import SIDE_PX
from core.records import Images, Labels

NOT_A_DIGIT = -1
"""The label of an image that shows no digit."""

_DRAWINGS = 40_000
"""So many drawings are made at most: then they come again, and are bent anew."""

_PAIRS = 0.15
_LYING = 0.05
"""Shares of the non-digits that are made of the digits at hand."""


def non_digits(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Draw `count` non-digits: uint8 (count, 28, 28).

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        Digits: some non-digits are two of them, or one that lies on its side.
    labels : ndarray of int64, shape (n,)
        What they are: a 0 on its side is still a 0, so it is not used so.
    """
    made = np.empty((count, SIDE_PX, SIDE_PX), np.uint8)
    for image, number in zip(made, rng.integers(_DRAWINGS, size=count), strict=True):
        image[:] = _drawing(int(number))
    kind = rng.random(count)
    pairs, lying = kind < _PAIRS, kind > 1 - _LYING
    turnable = np.flatnonzero(labels != 0)
    if len(images):
        made[pairs] = digit_pairs(images, int(pairs.sum()), rng)
    if len(turnable):
        chosen = images[turnable[rng.integers(len(turnable), size=int(lying.sum()))]]
        made[lying] = np.rot90(chosen, k=1 if rng.random() < 0.5 else 3, axes=(1, 2))
    return made


@cache
def _drawing(number: int) -> Images:
    """Draw one, the same each time for a number; kept, for drawing takes its time."""
    rng = np.random.default_rng([20, number])
    return inked(by_another_hand(drawn_kind(number, rng), rng), rng)
