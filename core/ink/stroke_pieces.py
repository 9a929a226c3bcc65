"""The strokes of a drawing, or parts of them, and what a network sees of some together."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.ink.pieces import (
    Chosen,
    Doubles,
    beside,
    box_around,
    connected_groups,
    gaps,
    runs_of,
)
from core.ink.preprocess import centred, of_lines, sheet_of
from core.ink.stroke_cuts import cut_places
from core.ink.strokes import smooth
from core.records import Floats, Images, Ink, Stages, Strokes

_NEAR = 0.4
"""Strokes further apart than this share of a digit's height are not one digit."""

_LARGEST = 1.7
"""The longer side of strokes together, in heights of a digit."""

_MOST_TOGETHER = 4
_LATER = 3
"""How many strokes lie between two of one digit at most, where they do not touch."""

_STRAIGHT = 0.96
_LEVEL = 0.3
"""How far a way to the next digit leads down at most, for its way to the right."""

_POINTS = 24
"""Of each stroke are enough to know how near another is."""


class StrokePieces:
    """One piece a stroke, or a part of one, in the order in which they were drawn.

    Parameters
    ----------
    strokes : tuple of ndarray, optional
        The pieces, where they are not the strokes of the ink.
    origins : tuple of int, optional
        Which stroke each is of.
    """

    def __init__(
        self, ink: Ink, strokes: Strokes | None = None, origins: tuple[int, ...] | None = None
    ) -> None:
        self._ink = ink
        whole = tuple(stroke for stroke in ink.strokes if len(stroke))
        self._strokes = whole if strokes is None else strokes
        self.origins = tuple(range(len(whole))) if origins is None else origins
        self._lines = smooth(self._strokes)
        lows = [np.concatenate([line.min(axis=0), line.max(axis=0)]) for line in self._lines]
        self.boxes: Doubles = np.array(lows, np.float64).reshape(-1, 4)
        self.apart: Doubles = _distances([_few(line) for line in self._lines], self.boxes)

    def cut(self, numbers: list[int], height: float) -> StrokePieces:
        """Return the pieces with some of them cut wherever a digit may end."""
        strokes: list[Floats] = []
        origins: list[int] = []
        for number, stroke in enumerate(self._strokes):
            places = cut_places(stroke, height) if number in numbers else []
            ends = [0, *places, len(stroke) - 1]
            # Views: whoever asks sees which stroke a part is of.
            parts = [stroke[a : b + 1] for a, b in pairwise(ends)] if places else [stroke]
            strokes += parts
            origins += [number] * len(parts)
        return StrokePieces(self._ink, tuple(strokes), tuple(origins))

    @property
    def parted(self) -> NDArray[np.bool_]:
        """Whether each piece is a part of a stroke, bool (n,)."""
        origins = np.array(self.origins, np.intp)
        return np.bincount(origins)[origins] > 1

    def cuts_of(self, chosen: Chosen) -> int:
        """Return at how many ends these were cut from the rest of their strokes."""
        inside = set(chosen)
        ends = [(n, other) for n in chosen for other in (n - 1, n + 1) if other not in inside]
        return sum(self._belong(n, other) for n, other in ends)

    def is_ligature(self, number: int) -> bool:
        """Say whether a piece may be what a pen left on its way to the next digit.

        It lies between two others of its stroke, is straight, and leads to the right and not
        down: digits end below and begin above.
        """
        return self._leads_on(number, steepest=_LEVEL)

    def tails(self, chosen: Chosen) -> int:
        """Return at how many of their ends these have a way up to, or from, another digit."""
        inside = set(chosen)
        return sum(
            self._leads_on(n, steepest=-_LEVEL) and not {n - 1, n + 1} <= inside for n in chosen
        )

    def _leads_on(self, number: int, steepest: float) -> bool:
        """Say whether a middle piece leads straight to the right, and down so far at most."""
        if not (self._belong(number, number - 1) and self._belong(number, number + 1)):
            return False
        line = self._lines[number]
        across, down = line[-1] - line[0]
        walked = float(np.hypot(*np.diff(line, axis=0).T).sum())
        straight = float(np.hypot(across, down)) >= _STRAIGHT * walked
        return bool(straight and across > 0 and down <= steepest * across)

    def _belong(self, number: int, other: int) -> bool:
        there = 0 <= other < len(self.origins)
        return there and self.origins[other] == self.origins[number]

    def groups(self, height: float) -> list[Chosen]:
        """Return the choices of several pieces that may be one digit of about this height."""
        near, origins = self._near(height), np.array(self.origins)
        runs = runs_of(origins)
        found = connected_groups(near, _MOST_TOGETHER)
        # Of parts of one stroke only neighbours belong together.
        whole = [g for g in found if len(set(origins[list(g)])) == len(g)]
        every = {*runs, *whole, *beside(runs, near, origins)}
        return sorted(g for g in every if self.span(g) <= _LARGEST * height)

    def _near(self, height: float) -> NDArray[np.bool_]:
        near: NDArray[np.bool_] = self.apart <= _NEAR * height
        places = np.array(self.origins)
        touching = self.apart <= _TOUCHING * height
        near &= touching | (np.abs(places[:, None] - places) <= _LATER)
        np.fill_diagonal(near, False)
        return near

    def touching(self, height: float) -> NDArray[np.bool_]:
        """Say of each two strokes whether they cross or touch, bool (n, n).

        Parts of one stroke touch where it was cut, which says nothing.
        """
        origins = np.array(self.origins)
        touching: NDArray[np.bool_] = self.apart <= _TOUCHING * height
        touching &= origins[:, None] != origins
        return touching

    def centred(self, chosen: Chosen) -> Images:
        """Return what a network sees of these strokes: uint8 (28, 28)."""
        return centred(of_lines(tuple(self._lines[n] for n in chosen))[1])

    def stages(self, chosen: Chosen) -> Stages:
        """Return the same with all steps to it."""
        lines = tuple(self._lines[n] for n in chosen)
        boxed, small = of_lines(lines)
        return Stages(sheet_of(self._ink, lines), boxed, small, centred(small))

    def ink(self, chosen: Chosen) -> Ink:
        """Return these strokes alone, on the same sheet."""
        return Ink(tuple(self._strokes[n] for n in chosen), sheet=self._ink.sheet)

    def span(self, chosen: Chosen) -> float:
        """Return the longer side of the box around these, in the unit of the ink."""
        box = box_around(self.boxes[list(chosen)])
        return float((box[2:] - box[:2]).max())


_TOUCHING = 0.06
"""As a share of a digit's height: a pen is as wide."""


def _few(line: Doubles) -> Doubles:
    return line[np.unique(np.linspace(0, len(line) - 1, _POINTS).round().astype(np.intp))]


def _distances(lines: list[Doubles], boxes: Doubles) -> Doubles:
    """Return the least distance between each two polylines, from points to segments.

    Where even the boxes around them are too far apart for one digit, theirs will do.
    """
    apart = gaps(boxes)
    largest = float((boxes[:, 2:] - boxes[:, :2]).max(initial=0.0))
    for first, second in np.argwhere(np.triu(apart <= _NEAR * largest, 1)).tolist():
        least = min(
            _to_segments(lines[first], lines[second]),
            _to_segments(lines[second], lines[first]),
            _crossing(lines[first], lines[second]),
        )
        apart[first, second] = apart[second, first] = least
    return apart


def _to_segments(points: Doubles, line: Doubles) -> float:
    """Return the least distance from points to the segments of a line."""
    starts, legs = line[:-1], np.diff(line, axis=0)
    if not len(legs):
        return float(np.hypot(*(points - line[0]).T).min())
    squared = np.maximum((legs**2).sum(axis=1), 1e-12)
    away = points[:, None] - starts
    share = np.clip((away * legs).sum(axis=2) / squared, 0, 1)
    rest = away - share[..., None] * legs
    return float(np.sqrt((rest**2).sum(axis=2).min()))


def _crossing(first: Doubles, second: Doubles) -> float:
    """Return 0 where two polylines cross, else infinity."""
    if len(first) < 2 or len(second) < 2:
        return np.inf
    a, b = first[:-1, None], first[1:, None]
    c, d = second[None, :-1], second[None, 1:]
    crosses = (_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)
    return 0.0 if crosses.any() else np.inf


def _side(a: Doubles, b: Doubles, p: Doubles) -> Doubles:
    side: Doubles = (b - a)[..., 0] * (p - a)[..., 1] - (b - a)[..., 1] * (p - a)[..., 0]
    return side
