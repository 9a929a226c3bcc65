"""What it costs to take pieces of ink for one digit, or for none.

The figures were chosen on the part "tune" of the pens (`tests.benchmarks.several`) and on
pictures made by a script (`tests.benchmarks.photographs`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.ink.pieces import Chosen, Doubles, box_around
from core.records import Floats

EACH = 0.35
"""Of every digit: a whole that looks as well as its parts is not taken apart."""

_DOUBTED = 1.0
"""What does not look like a digit at all costs so much more."""

_TORN = 3.0
_TORN_FROM = 0.12
_SMALL = 6.0
_SMALL_FROM = 0.55
_WIDE = 4.0
_WIDE_FROM = 1.2
_LEAST_HEIGHT = 0.3
_CROSSED = 0.4
_RIVALS = 0.7
"""Twice what each digit costs: parts that are digits are not taken together for that."""

_WHOLE, _AS_HIGH = 0.95, 0.75
_TINY = 0.25

WIDEST = (1.23, 0.73, 1.30, 0.97, 0.96, 1.34, 0.87, 1.14, 1.00, 0.82)
"""Of each digit: the width, in its heights, that one in ten exceeds (114 writers' pens)."""

TOO_WIDE = 2.0
"""Of each further width: two digits that touch may together look like one of them."""

CUT = 0.15
"""Of each end at which a digit is cut off: what hangs together is rather one digit."""

MORE_LINES = 0.3
"""Of each further line of ink that a cut goes through: digits touch in one place."""

LEFT_OUT = 2.2
"""Of a piece as large as a digit that is left out."""


def cost_of_looks(confidence: float, doubt: float) -> float:
    """Return what a choice of pieces costs by what it looks like."""
    looks = -float(np.log(max(confidence, 1e-3))) + (_DOUBTED if confidence < doubt else 0.0)
    return EACH + looks


def cost_of_gaps(boxes: Doubles, chosen: Chosen, height: float) -> float:
    """Return what it costs that white lies between the pieces of a choice, left to right."""
    spans = boxes[list(chosen)]
    spans = spans[np.argsort(spans[:, 0])]
    reached = np.maximum.accumulate(spans[:, 2])
    widest = float((spans[1:, 0] - reached[:-1]).max(initial=0.0)) / height
    return _TORN * max(0.0, widest - _TORN_FROM) / 0.1


def cost_of_crossings(touching: NDArray[np.bool_], chosen: Chosen) -> float:
    """Return what it costs to part strokes that touch: half of it for either side."""
    others = touching[list(chosen)].copy()
    others[:, list(chosen)] = False
    return _CROSSED / 2 * int(others.sum())


def cost_of_cuts(lines: list[int]) -> float:
    """Return what it costs that cuts go through so many lines of ink each."""
    return sum(CUT + MORE_LINES * (through - 1) for through in lines)


def cost_left_out(box: Doubles, height: float) -> float:
    """Return what it costs to take a piece for dirt: the more the larger it is."""
    size = float((box[2:] - box[:2]).max()) / height
    return LEFT_OUT * min(1.0, size) if size > _TINY else 0.3 * size


def cost_of_rivals(rivals: NDArray[np.bool_], chosen: Chosen) -> float:
    """Return what it costs to take several for one, two of which are a digit each."""
    return _RIVALS * bool(rivals[np.ix_(chosen, chosen)].any())


def rivals(boxes: Doubles, confidences: Floats, height: float) -> NDArray[np.bool_]:
    """Say of each two pieces, bool (n, n), whether each of them is a digit for itself.

    It looks like one for sure, and is as high as one. `confidences` (n,) of pieces alone.
    """
    whole = (boxes[:, 3] - boxes[:, 1] >= _AS_HIGH * height) & (confidences >= _WHOLE)
    both: NDArray[np.bool_] = whole[:, None] & whole
    np.fill_diagonal(both, False)
    return both


def usual_height(boxes: Doubles) -> float:
    """Return how high digits are: of these boxes, the height that a fifth exceeds."""
    heights = boxes[:, 3] - boxes[:, 1]
    sides = (boxes[:, 2:] - boxes[:, :2]).max(axis=1)
    least = _LEAST_HEIGHT * float(np.quantile(sides, 0.8, method="higher"))
    return max(float(np.quantile(heights, 0.8, method="higher")), least, 1e-6)


def cost_of_shape(boxes: Doubles, chosen: Chosen, height: float) -> float:
    """Return what it costs that a choice is lower than digits are, or wider than high."""
    left, top, right, bottom = box_around(boxes[list(chosen)])
    low = _SMALL * max(0.0, _SMALL_FROM - (bottom - top) / height)
    wide = _WIDE * max(0.0, (right - left) / height - _WIDE_FROM)
    return float(low + wide)


def cost_of_width(box: Doubles, digit: int) -> float:
    """Return what it costs that something is wider than the digit that it looks like."""
    return TOO_WIDE * max(0.0, width_of(box) / WIDEST[digit] - 1.0)


def width_of(box: Doubles) -> float:
    """Return the width of a box in its heights."""
    left, top, right, bottom = box
    return float((right - left) / max(bottom - top, 1e-9))


LIGATURE = 0.1
"""Of what a pen that was not lifted left on its way to the next digit, left out."""

TAIL = 0.5
"""Of a digit that has such a way at its end, up to the next or from the one before."""
