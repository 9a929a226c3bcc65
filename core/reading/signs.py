"""What looks like a 1 among digits, and is none: a bracket, a slash, an axis.

Nothing but its company tells a slash from a 1: it is higher than all digits beside it and
leans, a bracket is bent, and what is much higher than they are is a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.ink.pieces import Chosen, Pieces, box_around
from core.reading.judge import Judge
from core.records import Images

_LINE = 2.6
"""In heights of the highest digit: no digit, but a line."""

_BRACKET, _BRACKETS, _BENT = 1.4, 1.15, 1.0
"""The same of a bracket, and of two that face each other; and how far they bend at least, in
pixels of the 28."""

_SLASH, _LEANING = 1.2, 0.3
"""The same of a slash; and how far it leans, in its heights, at least."""

_COMPANY = 2
"""So many digits at least are beside a bracket or a slash."""

_THIN_PX, _HIGH_PX = 5, 15
"""A plain 1 is at most so wide nearly everywhere, and at least so high."""

_INK, _DARK = 60, 100


@dataclass(frozen=True)
class _Plain:
    """A plain upright stroke that looks like a 1.

    Parameters
    ----------
    left : float
        Where it is.
    height : float
        In heights of the highest of the other digits.
    lean : float
        How far it leans to the right, in its own heights.
    bend : float
        How far its middle lies to the right of its ends, in pixels of the 28.
    """

    left: float
    height: float
    lean: float
    bend: float


def without_signs(pieces: Pieces, digits: list[Chosen], judge: Judge) -> list[Chosen]:
    """Return the digits without what looks like a 1 and is a bracket, a slash or a line."""
    images = [pieces.centred(digit) for digit in digits]
    ones = [n for n, best in enumerate(judge.digits(images)) if best == 1]
    if not ones or len(ones) == len(digits):
        return digits
    around = np.array([box_around(pieces.boxes[list(digit)]) for digit in digits])
    heights = np.maximum(around[:, 3] - around[:, 1], 1e-9)
    shares = heights / np.delete(heights, ones).max()
    shapes = {n: _plain(images[n], around[n, 0], shares[n]) for n in ones}
    plain = {n: shape for n, shape in shapes.items() if shape is not None}
    company = len(digits) - len(ones)
    faced = _facing(list(plain.values()))
    signs = {n for n, one in plain.items() if one in faced or _is_sign(one, company)}
    return [digit for n, digit in enumerate(digits) if n not in signs]


def _is_sign(one: _Plain, company: int) -> bool:
    """Say whether a 1 beside so many other digits is none."""
    if one.height >= _LINE:
        return True
    bent = abs(one.bend) >= _BENT
    bracket = bent and one.height >= _BRACKET
    slash = not bent and one.height >= _SLASH and one.lean >= _LEANING
    return company >= _COMPANY and (bracket or slash)


def _facing(plain: list[_Plain]) -> list[_Plain]:
    """Return those that are brackets, one to the left and one to the right of something."""
    high = [one for one in plain if one.height >= _BRACKETS and abs(one.bend) >= _BENT]
    high.sort(key=lambda one: one.left)
    return [
        bracket
        for first, last in pairwise(high)
        if first.bend < 0 < last.bend
        for bracket in (first, last)
    ]


def _plain(image: Images, left: float, height: float) -> _Plain | None:
    """Return the shape of what a network sees, uint8 (28, 28); None of no plain stroke."""
    rows = np.flatnonzero(image.sum(axis=1, dtype=np.int64) > _INK)
    if len(rows) < _HIGH_PX:
        return None
    ink = image[rows].astype(np.float64)
    if np.percentile((ink > _DARK).sum(axis=1), 90) > _THIN_PX:
        return None
    middles = ink @ np.arange(image.shape[1]) / ink.sum(axis=1)
    slope, foot = np.polyfit(rows, middles, 1)
    off = middles - slope * rows - foot
    # The middle half of a bow lies to one side of the line through all, its ends to the other.
    quarter = len(rows) // 4
    inner, outer = off[quarter:-quarter], np.concatenate([off[:quarter], off[-quarter:]])
    return _Plain(left, height, float(-slope), float(inner.mean() - outer.mean()))
