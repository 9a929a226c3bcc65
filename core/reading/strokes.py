"""Which strokes of a drawing, or parts of strokes, together are one digit."""

from __future__ import annotations

import numpy as np

from core.ink.pieces import Chosen
from core.ink.stroke_pieces import StrokePieces
from core.reading.costs import (
    CUT,
    LIGATURE,
    TAIL,
    cost_left_out,
    cost_of_crossings,
    cost_of_gaps,
    cost_of_looks,
    cost_of_shape,
    usual_height,
)
from core.reading.judge import Judge
from core.reading.partition import share_out

WIDE = 0.6
"""Of a digit's height: one stroke that is wider, and looks like none, may be several digits."""

_SURE = 0.95
_LEGS = {1, 7}
"""What the legs of an A, an N or a W look like: alone they do not make a number."""

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
    joined = _joined(pieces, height, judge) if cut else []
    if not joined:
        return pieces, whole
    finer = pieces.cut(joined, height)
    parted, cost_parted = _shared_out(finer, height, judge)
    believed = cost_parted < cost and _believed(finer, parted, judge)
    return (finer, parted) if believed else (pieces, whole)


def _believed(pieces: StrokePieces, digits: list[Chosen], judge: Judge) -> bool:
    """Say whether parts of strokes are digits for sure, and not the legs of a letter."""
    parts = [pieces.centred(digit) for digit in digits if pieces.cuts_of(digit)]
    sure = bool(parts) and float(judge(parts).min()) >= _SURE
    return sure and not set(judge.digits(parts)) <= _LEGS


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
    costs = {
        chosen: cost_of_looks(float(confidence), judge.doubt)
        + cost_of_shape(boxes, chosen, height)
        + cost_of_gaps(boxes, chosen, height)
        + cost_of_crossings(touching, chosen)
        + CUT * pieces.cuts_of(chosen)
        + TAIL * pieces.tails(chosen)
        for chosen, confidence in zip(choices, confidences, strict=True)
    }

    def left_out(number: int) -> float:
        return LIGATURE if pieces.is_ligature(number) else cost_left_out(boxes[number], height)

    shared = share_out(len(boxes), costs, left_out)
    return list(shared.digits) or [tuple(range(len(boxes)))], shared.cost
