"""Which strokes of a drawing together are one digit."""

from __future__ import annotations

from core.ink.pieces import Chosen
from core.ink.stroke_pieces import StrokePieces
from core.reading.costs import (
    cost_left_out,
    cost_of_crossings,
    cost_of_gaps,
    cost_of_looks,
    cost_of_shape,
    usual_height,
)
from core.reading.judge import Judge
from core.reading.partition import share_out


def digits_in_strokes(pieces: StrokePieces, judge: Judge) -> list[Chosen]:
    """Return the strokes of each digit, in the order of their first strokes."""
    boxes, height = pieces.boxes, usual_height(pieces.boxes)
    choices = [(n,) for n in range(len(boxes))] + pieces.groups(height)
    confidences = judge([pieces.centred(chosen) for chosen in choices])
    touching = pieces.touching(height)
    costs = {
        chosen: cost_of_looks(float(confidence), judge.doubt)
        + cost_of_shape(boxes, chosen, height)
        + cost_of_gaps(boxes, chosen, height)
        + cost_of_crossings(touching, chosen)
        for chosen, confidence in zip(choices, confidences, strict=True)
    }
    shared = share_out(len(boxes), costs, lambda n: cost_left_out(boxes[n], height))
    return list(shared.digits) or [tuple(range(len(boxes)))]
