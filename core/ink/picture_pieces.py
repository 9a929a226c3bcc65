"""Pieces of ink in a picture, and what a network sees of some of them together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.ink.cuts import parts
from core.ink.picture.filters import Mask
from core.ink.picture.photo import Sight
from core.ink.pieces import (
    Chosen,
    Doubles,
    beside,
    box_around,
    connected_groups,
    gaps,
    runs_of,
)
from core.ink.preprocess import centred, darkened, of_grey, whole
from core.records import Images, Ink, Stages

_MOST_PIECES = 400
"""More are noise, or a page of print: the largest are looked at."""

_NEAR = 0.3
"""Pieces further apart than this share of a digit's height are not one digit."""

_LARGEST = 1.7
"""The longer side of pieces together, in heights of a digit."""

_MOST_TOGETHER = 3
_MARGIN = 3


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of a sight's ink: its mask within a box, and which component it was cut from.

    `before` and `after` are the lines of ink that the cuts to its left and right go through.
    """

    top: int
    left: int
    mask: Mask
    origin: int
    before: int = 0
    after: int = 0

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom, in pixels of the sight."""
        rows, columns = self.mask.shape
        return self.left, self.top, self.left + columns, self.top + rows


class PicturePieces:
    """The connected pieces of a sight's writing, or parts that they were cut into.

    Parameters
    ----------
    image : ndarray of uint8
        The picture that the sight is of.
    pieces : list of Piece, optional
        Without it, one for each component.
    """

    def __init__(self, sight: Sight, image: Images, pieces: list[Piece] | None = None) -> None:
        self.sight = sight
        self.image = image
        self.pieces = _pieces_of(sight) if pieces is None else pieces
        boxes = np.array([piece.box for piece in self.pieces], np.float64).reshape(-1, 4)
        self.boxes: Doubles = boxes * sight.scale

    def cut(self, numbers: list[int]) -> PicturePieces:
        """Return the pieces with some of them cut wherever digits may touch."""
        made: list[Piece] = []
        for number, piece in enumerate(self.pieces):
            made.extend(_cut(piece) if number in numbers else [piece])
        return PicturePieces(self.sight, self.image, made)

    def groups(self, height: float) -> list[Chosen]:
        """Return the choices of several pieces that may be one digit of about this height."""
        near = gaps(self.boxes) <= _NEAR * height
        np.fill_diagonal(near, False)
        found = connected_groups(near, _MOST_TOGETHER)
        origins = np.array([piece.origin for piece in self.pieces])
        runs = runs_of(origins)
        # Of parts of one piece only neighbours belong together.
        whole = {g for g in found if len(set(origins[list(g)])) == len(g)}
        every = {*runs, *whole, *beside(runs, near, origins)}
        return sorted(g for g in every if self._span(g) <= _LARGEST * height)

    def area(self, chosen: Chosen) -> int:
        """Return how many pixels of ink these have."""
        return sum(int(self.pieces[number].mask.sum()) for number in chosen)

    def cuts_of(self, chosen: Chosen) -> list[int]:
        """Return the lines of ink that each cut goes through which parted these from others."""
        inside = set(chosen)
        lines = []
        for number in chosen:
            piece = self.pieces[number]
            if piece.before and number - 1 not in inside:
                lines.append(piece.before)
            if piece.after and number + 1 not in inside:
                lines.append(piece.after)
        return lines

    def centred(self, chosen: Chosen) -> Images:
        """Return what a network sees of these pieces: uint8 (28, 28)."""
        _, small = of_grey(self._grey(chosen)[0])
        return centred(small)

    def stages(self, chosen: Chosen) -> Stages:
        """Return the same with all steps to it."""
        grey, top, left = self._grey(chosen)
        boxed, small = of_grey(grey)
        sheet = np.zeros(self.sight.kept.shape, np.uint8)
        sheet[top : top + grey.shape[0], left : left + grey.shape[1]] = grey
        return Stages(whole(sheet), boxed, small, centred(small))

    def ink(self, chosen: Chosen) -> Ink:
        """Return these pieces alone, as a picture of black ink on white."""
        grey, _, _ = self._grey(chosen)
        return Ink(image=255 - grey)

    def taken(self, digits: list[Chosen]) -> Mask:
        """Return the mask of the ink of these digits, shape of the sight."""
        mask = np.zeros(self.sight.kept.shape, np.bool_)
        for chosen in digits:
            for number in chosen:
                piece = self.pieces[number]
                left, top, right, bottom = piece.box
                mask[top:bottom, left:right] |= piece.mask
        return mask

    def _span(self, chosen: Chosen) -> float:
        box = box_around(self.boxes[list(chosen)])
        return float((box[2:] - box[:2]).max())

    def _grey(self, chosen: Chosen) -> tuple[Images, int, int]:
        """Return the grey ink of some pieces, with where its upper left corner is."""
        boxes = np.array([self.pieces[number].box for number in chosen])
        rows, columns = self.sight.kept.shape
        left, top = np.maximum(boxes[:, :2].min(axis=0) - _MARGIN, 0).tolist()
        right = min(int(boxes[:, 2].max()) + _MARGIN, columns)
        bottom = min(int(boxes[:, 3].max()) + _MARGIN, rows)
        kept = np.zeros((bottom - top, right - left), np.bool_)
        for number in chosen:
            piece = self.pieces[number]
            x0, y0, x1, y1 = piece.box
            kept[y0 - top : y1 - top, x0 - left : x1 - left] |= piece.mask
        ink = self.sight.ink_of(kept, top, left)
        return darkened(ink), top, left


def _pieces_of(sight: Sight) -> list[Piece]:
    found = sight.pieces
    order = np.sort(np.argsort(-found.spans, kind="stable")[:_MOST_PIECES])
    tops, lefts = found.boxes[:, 0], found.boxes[:, 1]
    return [Piece(int(tops[n]), int(lefts[n]), found.crop(n), n) for n in order.tolist()]


def _cut(piece: Piece) -> list[Piece]:
    made = []
    for part in parts(piece.mask):
        mask = part.mask
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        top, left = int(rows[0]), int(columns[0])
        crop = mask[top : rows[-1] + 1, left : columns[-1] + 1]
        there = piece.top + top, piece.left + left
        made.append(Piece(*there, crop, piece.origin, part.before, part.after))
    return made
