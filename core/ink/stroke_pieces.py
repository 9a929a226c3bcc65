"""The strokes of a drawing, and what a network sees of some of them together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.ink.pieces import Chosen, Doubles, box_around, connected_groups, gaps
from core.ink.preprocess import centred, of_lines, sheet_of
from core.ink.strokes import smooth
from core.records import Images, Ink, Stages

_NEAR = 0.4
"""Strokes further apart than this share of a digit's height are not one digit."""

_LARGEST = 1.7
"""The longer side of strokes together, in heights of a digit."""

_MOST_TOGETHER = 4
_LATER = 3
"""How many strokes lie between two of one digit at most, where they do not touch."""

_POINTS = 24
"""Of each stroke are enough to know how near another is."""


class StrokePieces:
    """One piece a stroke, in the order in which they were drawn."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._strokes = tuple(stroke for stroke in ink.strokes if len(stroke))
        self._lines = smooth(self._strokes)
        lows = [np.concatenate([line.min(axis=0), line.max(axis=0)]) for line in self._lines]
        self.boxes: Doubles = np.array(lows, np.float64).reshape(-1, 4)
        self.apart: Doubles = _distances([_few(line) for line in self._lines], self.boxes)

    def groups(self, height: float) -> list[Chosen]:
        """Return the choices of several strokes that may be one digit of about this height."""
        near = self.apart <= _NEAR * height
        places = np.arange(len(near))
        touching = self.apart <= _TOUCHING * height
        near &= touching | (np.abs(places[:, None] - places) <= _LATER)
        np.fill_diagonal(near, False)
        found = connected_groups(near, _MOST_TOGETHER)
        return [g for g in found if self._span(g) <= _LARGEST * height]

    def touching(self, height: float) -> NDArray[np.bool_]:
        """Say of each two strokes whether they cross or touch, bool (n, n)."""
        return self.apart <= _TOUCHING * height

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

    def _span(self, chosen: Chosen) -> float:
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
