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
_CLOSE = 0.05
"""Of the picture's longer side: nearer to a side of it than this, `_MARGIN` taken off, a sheet
runs out of it."""

_LEAST_LIT = 0.4
"""A shadow leaves paper so much of its brightness; a dark desk is darker."""

_ROUGHER = 1.15
"""The grain of a desk, of that of the paper; two sides of one paper differ by 1.06 at
most in the pictures that this was chosen by, and paper and desk by 1.18 at least."""

_MOST_GRAIN = 12.0
"""Levels of grey: higher steps between neighbours are edges."""

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


def may_be_none(grey: Floats, sheet: Mask) -> bool:
    """Say whether a sheet that was found may be one side of a fold, or of a shadow's edge.

    Then it reaches three sides of the picture, and what is beyond is lit less or more, but as
    smooth: a sheet on a desk is mostly an island, and a desk has a grain of its own.
    """
    rows, columns = np.flatnonzero(sheet.any(axis=1)), np.flatnonzero(sheet.any(axis=0))
    if not len(rows):
        return False
    height, width = sheet.shape
    ends = (rows[0], height - 1 - rows[-1], columns[0], width - 1 - columns[-1])
    if sum(bool(end <= _CLOSE * max(sheet.shape)) for end in ends) < 3:
        return False
    dimmer, brighter = sorted(float(np.median(grey[side])) for side in (sheet, ~sheet))
    smooth, rough = sorted(_grain(grey, side) for side in (sheet, ~sheet))
    return dimmer >= _LEAST_LIT * brighter and rough <= _ROUGHER * max(smooth, 1.0)


def _grain(grey: Floats, there: Mask) -> float:
    """Return the mean step between neighbours, edges of ink left out, in levels of grey."""
    steps = np.abs(np.diff(grey, axis=1))[there[:, 1:]]
    fine = steps[steps <= _MOST_GRAIN]
    return float(fine.mean()) if len(fine) else 0.0


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
