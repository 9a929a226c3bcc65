"""Which pieces of ink in a picture together are one digit, and in which way to see it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from core.ink.picture.photo import sights
from core.ink.picture_pieces import PicturePieces
from core.ink.pieces import Chosen, Doubles, box_around, gaps
from core.reading.costs import (
    WIDEST,
    cost_left_out,
    cost_of_cuts,
    cost_of_gaps,
    cost_of_looks,
    cost_of_rivals,
    cost_of_shape,
    cost_of_width,
    rivals,
    usual_height,
    width_of,
)
from core.reading.judge import Judge
from core.reading.order import lines_of
from core.reading.partition import share_out
from core.reading.signs import without_signs
from core.reading.torn import mended
from core.records import Floats, Images

_MOST_SIGHTS = 4
_ENOUGH = 0.85
"""Of `worth`: then no other way to see the picture is tried."""

_LATER = 0.8
"""So much is a way worth that comes later: they come in the order of their likelihood."""

_CUT_OFF = 0.75
"""Worth less than a later way that finds no more digits: what cuts through them is no sheet."""

_LEAST_TAKEN = 0.3
"""Of the ink, as a share, in what was found: less makes it worth less."""

_SURE = 0.8
_SURE_ALONE = 0.9
_WIDE, _MAYBE_WIDE = 1.15, 0.6
"""A piece wider than this share of its height may be several digits: at any rate, and where
it does not look like one."""

_MANY_LETTERS, _ABOVE_PRINT = 20, 3.0
"""Pieces at least on a printed page; in heights of its letters, how high digits on it are."""

_OF_HIGHEST, _LEAST_WIDE, _BESIDE = 0.5, 0.2, 0.15
_DIGITS_TOO = 0.8
"""So much small pieces look like digits that are digits; letters less than 0.7."""

_LEAST_CUT = 0.4
_MOST_CHOICES = 1500


@dataclass(frozen=True, eq=False)
class _Shared:
    """Pieces shared out into digits, and how much each looks like one."""

    pieces: PicturePieces
    digits: list[Chosen]
    confidences: list[float]

    @property
    def boxes(self) -> Doubles:
        """The box around each digit, float64 (digits, 4)."""
        boxes = [box_around(self.pieces.boxes[list(digit)]) for digit in self.digits]
        return np.array(boxes, np.float64).reshape(-1, 4)

    @property
    def worth(self) -> float:
        """How much it looks like digits, 0 to 1; less where most of the ink is left out."""
        looks = sum(self.confidences) / max(len(self.confidences), 1)
        whole = self.pieces.area(tuple(range(len(self.pieces.boxes))))
        taken = sum(self.pieces.area(digit) for digit in self.digits)
        return looks * min(1.0, taken / (_LEAST_TAKEN * max(whole, 1)))

    def worth_beside(self, later: _Shared) -> float:
        """Return what it is worth where another way was tried after it."""
        cut_off = self.pieces.sight.cut_off and len(later.digits) <= len(self.digits)
        return self.worth * (_CUT_OFF if cut_off else 1.0)

    def is_worse_than(self, later: _Shared) -> bool:
        """Say whether another way, tried after it, is to be taken."""
        if later.worth * _LATER > self.worth_beside(later):
            return True
        more = len(later.digits) - len(self.digits)
        if more <= 0 or min(later.confidences) < _SURE_ALONE:
            return False
        # The edge of a sheet that is none ran through digits, or between them.
        sight = self.pieces.sight
        return more <= sight.lost or (more <= sight.beyond and self.may_go_on_in(later))

    def may_go_on_in(self, later: _Shared) -> bool:
        """Say whether another way shows digits of about one height, in no more lines."""
        own, others = self.boxes, later.boxes
        heights = others[:, 3] - others[:, 1]
        even = heights.min() >= _OF_HIGHEST * heights.max()
        return bool(even) and len(lines_of(others)) <= len(lines_of(own))


def digits_in_picture(image: Images, judge: Judge) -> tuple[PicturePieces, list[Chosen]] | None:
    """Return a picture's pieces, and which are a digit each; None where there is no ink."""
    best: _Shared | None = None
    for seen in islice(sights(image), _MOST_SIGHTS):
        shared = _shared_out(_clear_of_print(PicturePieces(seen, image), judge), judge)
        if best is None or best.is_worse_than(shared):
            best = shared
        sight = best.pieces.sight
        if best.worth >= _ENOUGH and not (sight.cut_off or sight.lost or sight.beyond):
            break
    return None if best is None else (best.pieces, best.digits)


def _clear_of_print(pieces: PicturePieces, judge: Judge) -> PicturePieces:
    """Return the pieces; on a printed page only those that are much higher than its letters.

    A digit is on a printed page where there are many small pieces, which as a rule look like
    no digit, though some letters do, and a few large ones, of which one surely is a digit.
    """
    heights = pieces.boxes[:, 3] - pieces.boxes[:, 1]
    if len(heights) < _MANY_LETTERS:
        return pieces
    large = heights >= _ABOVE_PRINT * np.median(heights)
    if not large.any():
        return pieces
    looks = judge([pieces.centred((n,)) for n in range(len(heights))])
    # What is as thin as a line may be one.
    wide = np.array([width_of(box) >= _LEAST_WIDE for box in pieces.boxes])
    sure = large & wide & (looks >= _SURE_ALONE)
    if not sure.any() or looks[~large].mean() >= _DIGITS_TOO:
        return pieces
    high = heights >= _OF_HIGHEST * heights[sure].max()
    # What lies beside them may be a part of them: the bar of a 5.
    beside = (gaps(pieces.boxes)[:, sure] <= _BESIDE * heights[sure]).any(axis=1)
    kept = [piece for n, piece in enumerate(pieces.pieces) if high[n] or beside[n]]
    return PicturePieces(pieces.sight, pieces.image, kept)


def _shared_out(pieces: PicturePieces, judge: Judge) -> _Shared:
    each = [pieces.centred((n,)) for n in range(len(pieces.boxes))]
    alone, likest = judge(each), judge.digits(each)
    height = _height(pieces, alone)
    wide = [
        n
        for n, digit in enumerate(likest)
        if _is_wide(pieces, n, float(alone[n]), digit, height)
    ]
    pieces = pieces.cut(wide) if wide else pieces
    boxes = pieces.boxes
    choices = [(n,) for n in range(len(boxes))] + pieces.groups(height)[:_MOST_CHOICES]
    seen = [pieces.centred(chosen) for chosen in choices]
    confidences = judge(seen)
    parted = np.array([piece.before > 0 or piece.after > 0 for piece in pieces.pieces])
    apart = rivals(boxes, confidences[: len(boxes)], height) & ~parted[:, None] & ~parted
    costs = {
        chosen: cost_of_looks(confidence, judge.doubt)
        + cost_of_shape(boxes, chosen, height)
        + cost_of_width(box_around(boxes[list(chosen)]), digit)
        + cost_of_gaps(boxes, chosen, height)
        + cost_of_cuts(pieces.cuts_of(chosen))
        + cost_of_rivals(apart, chosen)
        for chosen, confidence, digit in zip(
            choices, confidences.tolist(), judge.digits(seen), strict=True
        )
    }
    shared = share_out(len(boxes), costs, lambda n: cost_left_out(boxes[n], height))
    digits = list(shared.digits) or [tuple(range(len(boxes)))]
    digits = without_signs(pieces, mended(pieces, digits, judge), judge)
    looks = judge([pieces.centred(chosen) for chosen in digits]).tolist()
    return _Shared(pieces, digits, looks)


def _height(pieces: PicturePieces, alone: Floats) -> float:
    """Return how high digits are: as those pieces that look like one for sure."""
    sure = alone >= _SURE_ALONE
    return usual_height(pieces.boxes[sure] if sure.any() else pieces.boxes)


def _is_wide(
    pieces: PicturePieces, number: int, confidence: float, digit: int, height: float
) -> bool:
    """Say whether a piece may be several digits that touch."""
    box = pieces.boxes[number]
    share = min(_WIDE, WIDEST[digit]) if confidence >= _SURE else _MAYBE_WIDE
    return bool(box[3] - box[1] >= _LEAST_CUT * height and width_of(box) > share)
