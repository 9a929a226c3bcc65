"""Finds the paper in a picture: a sheet on a desk, a panel in a saved plot.

Where one large area, about as full as a rectangle, lies within another brightness, writing is
looked for on it and not around it.
"""

from __future__ import annotations

import numpy as np

from core.ink.picture.components import components
from core.ink.picture.darkness import otsu
from core.ink.picture.filters import Mask, at_most, highest, lowest, resized
from core.records import Floats

_WORKING_PX = 200
_LEVELS = (20, 35, 50, 65, 80)
"""Percentiles of brightness at which an area is looked for; and Otsu's threshold."""

_LEAST_AREA = 0.06
_MOST_AREA = 0.97
_LEAST_STEP = 0.1
"""In brightness, across the edge of the sheet."""

_SHARP = 0.8
"""Of the edge of the sheet within the picture, so much shows this step."""

_RECTANGULAR = 0.86
"""Of the smallest rectangle around it, at any angle: an ellipse has 0.785."""

_LONGEST = 2.5
_MARGIN = 0.03
_OWN = 0.7
"""Of its area, holes filled, is itself: of a 0 it is about a half."""


def find_sheet(grey: Floats) -> Mask | None:
    """Return where the sheet is, a mask a little smaller than it; None where there is none.

    Parameters
    ----------
    grey : ndarray of float32, shape (rows, columns), 0 = black, 255 = white
    """
    small = at_most(grey, _WORKING_PX).astype(np.float32)
    if min(small.shape) < 24:
        return None
    sheet = _best(small)
    if sheet is None:
        return None
    reach = max(2, round(_MARGIN * min(np.ptp(np.nonzero(sheet), axis=1))))
    kept = lowest(np.pad(sheet, 1).astype(np.float32), 2 * reach + 1)[1:-1, 1:-1]
    rows, columns = grey.shape
    return resized(kept, rows, columns, "NEAREST") > 0.5


def _best(small: Floats) -> Mask | None:
    """Return the area with the sharpest edge, whatever brightness tells it apart."""
    levels = {255 * otsu(small / np.float32(255)), *np.percentile(small, _LEVELS).tolist()}
    step = highest(small, 5) - lowest(small, 5) >= 255 * _LEAST_STEP
    best, sharpest = None, _SHARP
    for level in sorted(levels):
        for side in (small > level, small <= level):
            sheet = _largest(side)
            if sheet is None or not _lies_on_another(sheet, side):
                continue
            sharp = _sharpness(sheet, step)
            if sharp > sharpest:
                best, sharpest = sheet, sharp
    return best


def _largest(mask: Mask) -> Mask | None:
    """Return the largest piece of a mask, its holes filled, if it may be a sheet."""
    found = components(mask)
    if not len(found):
        return None
    piece = int(np.argmax(found.sizes))
    crop = found.crop(piece)
    filled = _filled(crop)
    area = filled.sum() / mask.size
    if not _LEAST_AREA <= area <= _MOST_AREA or crop.sum() < _OWN * filled.sum():
        return None
    short, long, rectangle = _smallest_rectangle(filled)
    if long > _LONGEST * short or filled.sum() < _RECTANGULAR * rectangle:
        return None
    sheet = np.zeros_like(mask)
    top, left, bottom, right = found.boxes[piece]
    sheet[top:bottom, left:right] = filled
    return sheet


def _filled(mask: Mask) -> Mask:
    """Fill what lies between the outermost pixels of a row and those of a column."""
    across = (
        np.logical_or.accumulate(mask, 1) & np.logical_or.accumulate(mask[:, ::-1], 1)[:, ::-1]
    )
    down = np.logical_or.accumulate(mask, 0) & np.logical_or.accumulate(mask[::-1], 0)[::-1]
    return across & down


def _smallest_rectangle(mask: Mask) -> tuple[float, float, float]:
    """Return both sides and the area of the smallest rectangle around a mask.

    The smallest of those that are 3 degrees apart.
    """
    places = np.stack(np.nonzero(mask), axis=1).astype(np.float64)
    angles = np.radians(np.arange(0, 90, 3))
    turns = np.stack([np.cos(angles), np.sin(angles)])
    first = np.ptp(places @ turns, axis=0) + 1
    second = np.ptp(places @ np.stack([-turns[1], turns[0]]), axis=0) + 1
    best = int(np.argmin(first * second))
    short, long = sorted((float(first[best]), float(second[best])))
    return short, long, short * long


def _lies_on_another(sheet: Mask, side: Mask) -> bool:
    """Say whether what is around is of the other brightness, and not a line only."""
    wide = highest(np.pad(sheet, 10).astype(np.float32), 21)[10:-10, 10:-10] > 0
    near = highest(np.pad(sheet, 4).astype(np.float32), 9)[4:-4, 4:-4] > 0
    around = wide & ~near
    return bool(around.any() and (~side[around]).mean() >= _SHARP)


def _sharpness(sheet: Mask, step: Mask) -> float:
    """Return how much of the edge of the sheet, the picture's own left out, shows a step."""
    inner = lowest(np.pad(sheet, 1, mode="edge").astype(np.float32), 3)[1:-1, 1:-1] > 0
    edge = sheet & ~inner
    if edge.sum() < 0.5 * sum(np.ptp(np.nonzero(sheet), axis=1)):
        return 0.0
    return float(step[edge].mean())
