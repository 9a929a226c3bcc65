"""Which strokes of a drawing, or parts of strokes, together are one digit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.ink.pieces import Chosen, Doubles, box_around
from core.ink.stroke_pieces import StrokePieces
from core.reading.costs import (
    CUT,
    LIGATURE,
    TAIL,
    cost_left_out,
    cost_of_crossings,
    cost_of_gaps,
    cost_of_looks,
    cost_of_rivals,
    cost_of_shape,
    rivals,
    usual_height,
)
from core.reading.judge import Judge
from core.reading.partition import share_out
from core.reading.signs import without_signs
from core.reading.torn import mended

WIDE = 0.6
"""Of a digit's height: one stroke that is wider, and looks like none, may be several digits."""

_SURE = 0.98
_IN_PLACE = 0.4
"""Of the narrower of two digits of one stroke: so far they overlap at most."""

_LOOPS = {0}
_LEGS = {1, 7}
"""What the legs of an A, an N or a W look like: alone they do not make a number."""

_PAIR, _FEW, _HATCHED = 2, 3, 0.75
"""More than a few digits, so much of them 1s, are a hatching; a 1 that touches the only other
digit is the stem of a letter."""

_LOWEST = 0.3
"""Of a digit's height: what is lower and narrower is not asked about, but a part of a digit."""


def digits_in_strokes(
    pieces: StrokePieces, judge: Judge, *, cut: bool = True
) -> tuple[StrokePieces, list[Chosen]]:
    """Return the pieces, and those of each digit, in the order of their first strokes.

    With `cut`, a stroke that looks like no digit may be several.
    """
    height = usual_height(pieces.boxes)
    whole, cost = _shared_out(pieces, height, judge)
    whole = mended(pieces, whole, judge)
    if not _is_number(pieces, whole, height, judge):
        whole = [tuple(range(len(pieces.boxes)))]
    joined = _joined(pieces, height, judge) if cut else []
    if not joined:
        return pieces, without_signs(pieces, whole, judge)
    finer = pieces.cut(joined, height)
    parted, cost_parted = _shared_out(finer, height, judge)
    believed = cost_parted < cost and _believed(finer, parted, judge)
    believed = believed and _is_number(finer, parted, height, judge)
    pieces, digits = (finer, parted) if believed else (pieces, whole)
    return pieces, without_signs(pieces, digits, judge)


def _is_number(pieces: StrokePieces, digits: list[Chosen], height: float, judge: Judge) -> bool:
    """Say whether digits are a number, and not the strokes of letters or of a hatching.

    The stem of a letter looks like a 1, its bar like dirt, and a hatching like many 1s.
    """
    best = judge.digits([pieces.centred(digit) for digit in digits])
    if len(best) > _FEW and best.count(1) >= _HATCHED * len(best):
        return False
    joined = _touch(pieces.touching(height), digits)
    if len(best) == _PAIR and 1 in best and joined:
        return False
    taken = {piece for digit in digits for piece in digit}
    sizes = (pieces.boxes[:, 2:] - pieces.boxes[:, :2]).max(axis=1)
    left = any(n not in taken and sizes[n] > _LOWEST * height for n in range(len(sizes)))
    return not (set(best) <= _LEGS and len(best) > 1 and (joined or left))


def _touch(touching: NDArray[np.bool_], digits: list[Chosen]) -> bool:
    """Say whether any two of the digits have strokes that touch."""
    others = touching.copy()
    for digit in digits:
        others[np.ix_(digit, digit)] = False
    every = [piece for digit in digits for piece in digit]
    return bool(others[np.ix_(every, every)].any())


def _believed(pieces: StrokePieces, digits: list[Chosen], judge: Judge) -> bool:
    """Say whether parts of strokes are digits for sure: no legs of a letter, and no coil."""
    cut = [digit for digit in digits if pieces.cuts_of(digit)]
    parts = [pieces.centred(digit) for digit in cut]
    if not parts or float(judge(parts).min()) < _SURE:
        return False
    best = set(judge.digits(parts))
    return not (best <= _LEGS or best <= _LOOPS) and not _overlap(pieces.boxes, cut)


def _overlap(boxes: Doubles, digits: list[Chosen]) -> bool:
    """Say whether any two digits that follow each other stand in each other's place."""
    spans = np.array([box_around(boxes[list(digit)]) for digit in digits])
    left, right = spans[:, 0], spans[:, 2]
    narrower = np.minimum((right - left)[1:], (right - left)[:-1])
    return bool((right[:-1] - left[1:] > _IN_PLACE * narrower).any())


def _joined(pieces: StrokePieces, height: float, judge: Judge) -> list[int]:
    """Return the strokes that may be several digits: wide ones that look like none."""
    wide = np.flatnonzero(pieces.boxes[:, 2] - pieces.boxes[:, 0] > WIDE * height).tolist()
    if not wide:
        return []
    alone = judge([pieces.centred((n,)) for n in wide])
    return [n for n, looks in zip(wide, alone, strict=True) if looks < judge.doubt]


def _shared_out(
    pieces: StrokePieces, height: float, judge: Judge
) -> tuple[list[Chosen], float]:
    """Return the cheapest way to share pieces out into digits, and what it costs."""
    boxes = pieces.boxes
    choices = [(n,) for n in range(len(boxes))] + pieces.groups(height)
    choices = [c for c in choices if not pieces.cuts_of(c) or pieces.span(c) > _LOWEST * height]
    confidences = judge([pieces.centred(chosen) for chosen in choices])
    touching = pieces.touching(height)
    # The slash of a 0 touches it, and the parts of one stroke may be halves.
    alone = np.zeros(len(boxes), np.float32)
    for chosen, confidence in zip(choices, confidences, strict=True):
        if len(chosen) == 1:
            alone[chosen[0]] = confidence
    apart = rivals(boxes, alone, height) & ~touching
    apart &= ~pieces.parted[:, None] & ~pieces.parted
    costs = {
        chosen: cost_of_looks(float(confidence), judge.doubt)
        + cost_of_shape(boxes, chosen, height)
        + cost_of_gaps(boxes, chosen, height)
        + cost_of_crossings(touching, chosen)
        + cost_of_rivals(apart, chosen)
        + CUT * pieces.cuts_of(chosen)
        + TAIL * pieces.tails(chosen)
        for chosen, confidence in zip(choices, confidences, strict=True)
    }

    def left_out(number: int) -> float:
        return LIGATURE if pieces.is_ligature(number) else cost_left_out(boxes[number], height)

    shared = share_out(len(boxes), costs, left_out)
    return list(shared.digits) or [tuple(range(len(boxes)))], shared.cost
