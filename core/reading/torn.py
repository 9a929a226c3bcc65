"""Digits that were torn in their middle: two right above each other that are one."""

from __future__ import annotations

import numpy as np

from core.ink.pieces import Chosen, Doubles, Pieces, box_around
from core.reading.judge import Judge

_SURE = 0.8
_ABOVE = 0.6
"""Of the narrower half's width: so much lies above the other, where a digit was torn."""

_TORN, _OVERLAP = 0.08, 0.15
"""Of the height of both: how far they are apart at most, and how far one in the other."""


def mended(pieces: Pieces, digits: list[Chosen], judge: Judge) -> list[Chosen]:
    """Return the digits; two right above each other as one, where together they look like one.

    Faint ink tears a 3 or an 8 in its middle, some write an 8 as two rings, and such halves
    may well look like digits.
    """
    boxes = np.array([box_around(pieces.boxes[list(digit)]) for digit in digits])
    torn = [(digits[upper], digits[lower]) for upper, lower in _torn(boxes)]
    for pair in torn:
        whole = tuple(sorted(pair[0] + pair[1]))
        if all(half in digits for half in pair) and judge([pieces.centred(whole)])[0] >= _SURE:
            digits = [digit for digit in digits if digit not in pair] + [whole]
    return digits


def _torn(boxes: Doubles) -> list[tuple[int, int]]:
    """Return which boxes (n, 4) may be the upper and the lower half of one digit."""
    left, top, right, bottom = (boxes[:, side] for side in range(4))
    across = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
    narrower = np.minimum((right - left)[:, None], right - left)
    high = np.maximum(bottom[:, None], bottom) - top[:, None]
    gap = top - bottom[:, None]
    torn = (top[:, None] < top) & (across >= _ABOVE * narrower)
    torn &= (-_OVERLAP * high < gap) & (gap < _TORN * high)
    return [(int(upper), int(lower)) for upper, lower in np.argwhere(torn)]
