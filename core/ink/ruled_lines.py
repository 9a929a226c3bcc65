"""Takes the lines of ruled and squared paper away, and leaves the digit that crosses them.

A ruled line is thin, runs from one side of the picture to the other, and is nearly level
(or upright). So: take the pixels of thin runs only; for each of a few slopes, count how
many lie on each line; along a line that is nearly full, thin runs go. Where a stroke of
the digit crosses it, the run across the line is long, and stays.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.ink.components import span

Mask: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.intp]

LEAST_PX = 48
"""Smaller pictures have no pixels to tell a line from a stroke."""

_THIN = 0.012
_FULL = 0.7
_SHORTEST = 0.3
_LEAST_WRITING = 0.1
_SLOPES = np.tan(np.radians(np.linspace(-5, 5, 41)))


def without_ruled_lines(mask: Mask, faint: Mask) -> Mask:
    """Return the mask without lines that cross the whole picture.

    Parameters
    ----------
    mask : ndarray of bool, shape (rows, columns)
        What is dark enough to be writing.
    faint : ndarray of bool, same shape
        What is darker than bare paper: there a pale line has no gaps, and is found.
    """
    if min(mask.shape) < LEAST_PX:
        return mask
    left = _without_level_lines(mask, faint)
    left = _without_level_lines(left.T, faint.T).T
    return left if span(left) >= _LEAST_WRITING * max(mask.shape) else mask


def _without_level_lines(mask: Mask, faint: Mask) -> Mask:
    most = max(2, round(_THIN * max(mask.shape)))
    lines = _LevelLines(faint, _run_lengths(faint) <= most)
    rows, columns = np.nonzero(mask & (_run_lengths(mask) <= most))
    gone = np.zeros(len(rows), np.bool_)
    for slope in _SLOPES:
        gone |= lines.near(slope, rows, columns, reach=most // 2 + 1)
    left = mask.copy()
    left[rows[gone], columns[gone]] = False
    return _mended(left, mask, most)


class _LevelLines:
    """Nearly level lines that are dark and thin nearly all along.

    Where a stroke, or an upright line, crosses it, a line is dark but not thin: these
    places, and those outside the picture, count neither for nor against it.
    """

    def __init__(self, dark: Mask, thin: Mask) -> None:
        self._height, self._width = dark.shape
        # A pixel up or down still belongs to the line: no line is straight to the pixel.
        self._thin = np.nonzero(_widened_down(dark & thin, 1))
        self._crossed = np.nonzero(dark & ~thin)

    def near(self, slope: float, rows: Indices, columns: Indices, *, reach: int) -> Mask:
        """Say of each pixel whether it lies within `reach` of such a line of this slope."""
        drops = np.rint(slope * (np.arange(self._width) - self._width / 2)).astype(np.intp)
        tops = drops.max() - drops
        count = self._height + int(np.ptp(tops))
        line = self._count(self._thin, tops, count)
        crossed = self._count(self._crossed, tops, count)
        begins = np.bincount(tops, minlength=count)
        ends = np.bincount(tops + self._height, minlength=count)[:count]
        inside = np.cumsum(begins - ends)
        full = line >= np.maximum(_FULL * (inside - crossed), _SHORTEST * self._width)
        close: Mask = _widened_down(full[:, None], reach)[rows + tops[columns], 0]
        return close

    @staticmethod
    def _count(pixels: tuple[Indices, ...], tops: Indices, count: int) -> Indices:
        rows, columns = pixels
        return np.bincount(rows + tops[columns], minlength=count)


def _run_lengths(mask: Mask) -> NDArray[np.intp]:
    """Return for each pixel of the mask the length of its run from top to bottom."""
    padded = np.zeros((mask.shape[0] + 2, mask.shape[1]), np.int8)
    padded[1:-1] = mask
    steps = np.diff(padded, axis=0).T
    starts, ends = np.nonzero(steps == 1)[1], np.nonzero(steps == -1)[1]
    lengths = np.zeros(mask.shape, np.intp)
    rows, places = np.nonzero(mask.T)[::-1]
    order = np.repeat(np.arange(len(starts)), ends - starts)
    lengths[rows, places] = (ends - starts)[order]
    return lengths


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
