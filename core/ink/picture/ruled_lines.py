"""Takes the lines of ruled and squared paper away, and leaves the digit that crosses them.

A ruled line is thin, runs from one side of the picture to the other, and is nearly level
(or upright). So: take the pixels of thin runs only; for each of a few slopes, count how
many lie on each line; along a line that is nearly full, thin runs go. Where a stroke of
the digit crosses it, the run across the line is long, and stays.
"""

from __future__ import annotations

import numpy as np

from core.ink.picture.components import span
from core.ink.picture.filters import Indices, Mask, any_of, repeated, run_lengths
from core.records import Floats

LEAST_PX = 20
"""Smaller pictures have no pixels to tell a line from a stroke."""

_WORKING_PX = 640
"""Of larger pictures the lines are looked for in a smaller one: they are long enough."""

THIN = 0.012
"""How thick a line of ruled paper is at most, as a share of the picture's longer side."""

_THICKER = 2
_FULL = 0.8
_SHORTEST = 0.3
_LEAST_WRITING = 0.02
_STEEPEST, _MOST_SLOPES = 5.0, 41
"""Degrees; and so many slopes are tried, fewer where they would differ by no pixel."""


def without_ruled_lines(mask: Mask, faint: Mask, *, thin: float = THIN) -> Mask:
    """Return the mask without lines that cross the whole picture.

    Parameters
    ----------
    mask : ndarray of bool, shape (rows, columns)
        What is dark enough to be writing.
    faint : ndarray of bool, same shape
        What is darker than bare paper: there a pale line has no gaps, and is found.
    thin : float
        How thick a line is at most, as a share of the longer side.
    """
    if min(mask.shape) < LEAST_PX:
        return mask
    times = -(-max(mask.shape) // _WORKING_PX)
    small, pale = (mask, faint) if times == 1 else (any_of(mask, times), any_of(faint, times))
    left = _without_level_lines(small, pale, thin)
    left = _without_level_lines(left.T, pale.T, thin).T
    if span(left) < _LEAST_WRITING * max(small.shape):
        return mask
    return left if times == 1 else mask & ~repeated(small & ~left, times, mask.shape)


def _without_level_lines(mask: Mask, faint: Mask, thin: float) -> Mask:
    most = max(2, round(thin * max(mask.shape)))
    runs, pale = run_lengths(mask), run_lengths(faint)
    lines = _LevelLines(faint, pale <= most)
    rows, columns = np.nonzero(mask & (runs <= most))
    near = _on_lines(lines, rows, columns, reach=most // 2 + 1)
    if not near.any():
        return mask
    # A pen thicker than these lines is none of them, though it runs along one.
    usual = round(float(np.median(pale[rows[near], columns[near]])))
    if _THICKER * usual < most:
        most = _THICKER * usual
        thin_ones = runs[rows, columns] <= most
        rows, columns = rows[thin_ones], columns[thin_ones]
        near = _on_lines(lines, rows, columns, reach=most // 2 + 1)
    left = mask.copy()
    left[rows[near], columns[near]] = False
    return _mended(left, mask, most)


def _on_lines(lines: _LevelLines, rows: Indices, columns: Indices, *, reach: int) -> Mask:
    """Say of each pixel whether it is near a line of any slope."""
    near = np.zeros(len(rows), np.bool_)
    for slope in _slopes(lines.width):
        near |= lines.near(slope, rows, columns, reach=reach)
    return near


def _slopes(width: int) -> Floats:
    steepest = np.tan(np.radians(_STEEPEST))
    count = min(_MOST_SLOPES, 2 * int(np.ceil(width * steepest)) + 1)
    degrees = np.linspace(-_STEEPEST, _STEEPEST, count)
    slopes: Floats = np.tan(np.radians(degrees))
    return slopes


class _LevelLines:
    """Nearly level lines that are dark and thin nearly all along.

    Where a stroke, or an upright line, crosses it, a line is dark but not thin: these
    places, and those outside the picture, count neither for nor against it.
    """

    def __init__(self, dark: Mask, thin: Mask) -> None:
        self._height, self.width = dark.shape
        # A pixel up or down still belongs to the line: no line is straight to the pixel.
        self._thin = np.nonzero(_widened_down(dark & thin, 1))
        self._crossed = np.nonzero(dark & ~thin)

    def near(self, slope: float, rows: Indices, columns: Indices, *, reach: int) -> Mask:
        """Say of each pixel whether it lies within `reach` of such a line of this slope."""
        drops = np.rint(slope * (np.arange(self.width) - self.width / 2)).astype(np.intp)
        tops = drops.max() - drops
        count = self._height + int(np.ptp(tops))
        line = self._count(self._thin, tops, count)
        crossed = self._count(self._crossed, tops, count)
        begins = np.bincount(tops, minlength=count)
        ends = np.bincount(tops + self._height, minlength=count)[:count]
        inside = np.cumsum(begins - ends)
        full = line >= np.maximum(_FULL * (inside - crossed), _SHORTEST * self.width)
        close: Mask = _widened_down(full[:, None], reach)[rows + tops[columns], 0]
        return close

    @staticmethod
    def _count(pixels: tuple[Indices, ...], tops: Indices, count: int) -> Indices:
        rows, columns = pixels
        return np.bincount(rows + tops[columns], minlength=count)


def _mended(left: Mask, before: Mask, reach: int) -> Mask:
    """Give back what lay between two remaining pixels above and below a removed line."""
    gap = before & ~left
    above, below = np.zeros_like(left), np.zeros_like(left)
    for step in range(1, reach + 2):
        above[step:] |= left[:-step]
        below[:-step] |= left[step:]
    return left | (gap & above & below)


def _widened_down(mask: Mask, reach: int) -> Mask:
    wide = mask.copy()
    for step in range(1, reach + 1):
        wide[step:] |= mask[:-step]
        wide[:-step] |= mask[step:]
    return wide
