"""Where digits that touch may be parted: along the ways down with the least ink on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.ink.picture.filters import Mask
from core.records import Floats

Columns: TypeAlias = NDArray[np.intp]
"""A way down: a column for each row."""

_HALF = 0.5
_WORKING_PX = 48
"""Cuts are looked for in a piece reduced to this height."""

_CUTS_EACH = 3
"""At most, for each time that the piece is as wide as high."""

_APART = 0.14
"""Between two cuts, as a share of the piece's height."""

_LEAST_PART = 0.08
"""Of the height: so far from either side a cut is at least; a 1 is hardly wider than a pen."""

_CORRIDOR, _OVERLAPPING = 0.22, 2
"""Half as wide, in heights, is where one way is looked for; so often another begins in it."""

_DEEPEST = 0.5
"""Of the height, in ink on the way: more is no joint but a stroke along the way."""


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a piece of ink.

    Parameters
    ----------
    mask : ndarray of bool, shape of the piece
    before, after : int
        How many lines of ink the cuts to its left and to its right go through; 0 at the ends.
    """

    mask: Mask
    before: int = 0
    after: int = 0


def parts(mask: Mask) -> list[Part]:
    """Return a piece of ink cut into parts from left to right.

    Parameters
    ----------
    mask : ndarray of bool, shape (rows, columns)
        The piece within its box.
    """
    height, width = mask.shape
    times = max(1, round(height / _WORKING_PX))
    small = _reduced(mask, times)
    seams = _seams(small)
    rows = np.minimum(np.arange(height) // times, small.shape[0] - 1)
    edges = [np.zeros(height), *(seam[rows] * times for seam in seams), np.full(height, width)]
    lines = [0, *(_lines_through(small, seam) for seam in seams), 0]
    columns = np.arange(width)[None]
    made = [
        Part(mask & (columns >= left[:, None]) & (columns < right[:, None]), *through)
        for (left, right), through in zip(pairwise(edges), pairwise(lines), strict=True)
    ]
    return [part for part in made if part.mask.any()]


def _lines_through(ink: Floats, seam: Columns) -> int:
    """Return how many lines of ink a way down goes through, one after another."""
    inside = ink[np.arange(len(seam)), seam] > _HALF
    # Thin lines are hardly seen when they are reduced.
    return max(1, int(inside[0]) + int((inside[1:] & ~inside[:-1]).sum()))


def _reduced(mask: Mask, times: int) -> Floats:
    rows, columns = (-(-side // times) for side in mask.shape)
    padded = np.zeros((rows * times, columns * times), np.float32)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    share: Floats = padded.reshape(rows, times, columns, times).mean(axis=(1, 3))
    return share


def _seams(ink: Floats) -> list[Columns]:
    """Return the cheapest ways from top to bottom, in order; each a column for each row."""
    height, width = ink.shape
    apart = max(2, round(_APART * height))
    least = max(2, round(_LEAST_PART * height))
    most = round(_CUTS_EACH * (1 + width / height))
    seams: list[Columns] = []
    middles: list[float] = []
    for cost, seam in sorted(_candidates(ink), key=lambda found: found[0]):
        if len(seams) == most or cost > _DEEPEST * height:
            break
        middle = float(np.median(seam))
        if not least <= middle <= width - least:
            continue
        if all(abs(middle - other) >= apart for other in middles):
            seams.append(seam)
            middles.append(middle)
    return [seams[k] for k in np.argsort(middles)]


def _candidates(ink: Floats) -> Iterator[tuple[float, Columns]]:
    """Yield the cheapest way down within each of many corridors, with what it costs.

    Anywhere the cheapest ways would lead around most joints, through the next gap.
    """
    height, width = ink.shape
    reach = max(2, round(_CORRIDOR * height))
    for middle in range(0, width, max(1, reach // _OVERLAPPING)):
        left, right = max(0, middle - reach), min(width, middle + reach + 1)
        cost, came = _ways(ink[:, left:right])
        end = int(np.argmin(cost))
        yield float(cost[end]), left + _followed(came, end)


def _ways(ink: Floats) -> tuple[Floats, Columns]:
    """Return the least cost to each column of the last row, and where each step came from."""
    height, width = ink.shape
    # Straight ways are a little cheaper than bent ones; the middle no cheaper than the sides.
    step = ink + 0.01
    cost = step[0].copy()
    came = np.zeros((height, width), np.intp)
    columns = np.arange(width)
    for row in range(1, height):
        padded = np.pad(cost, 1, constant_values=np.inf)
        choices = np.stack([padded[1:-1], padded[:-2] + 0.05, padded[2:] + 0.05])
        best = choices.argmin(axis=0)
        came[row] = np.clip(columns + np.array([0, -1, 1])[best], 0, width - 1)
        cost = choices.min(axis=0) + step[row]
    return cost.astype(np.float32), came


def _followed(came: Columns, end: int) -> Columns:
    seam = np.empty(len(came), np.intp)
    seam[-1] = end
    for row in range(len(came) - 1, 0, -1):
        seam[row - 1] = came[row, seam[row]]
    return seam
