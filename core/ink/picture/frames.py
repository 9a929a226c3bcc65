"""Boxes around digits, the axes of plots and underlines: straight, and not writing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.ink.picture.components import Components, components
from core.ink.picture.filters import Mask
from core.ink.picture.ruled_lines import without_ruled_lines

_BAND = 0.12
_COVERED = 0.92
_LEAST_SIDE = 20
_MOST_INSIDE = 0.6
_THICKEST = 0.14
_LARGE = 0.45
"""A frame with only two or three sides is the axes of a plot: so large, of the picture."""

_THIN_AXES = 0.06
_LEAST_CONTENT = 0.3
"""What is in a frame has at least this share of its height: a dot in a 0 has not."""

_FLAT = 6.0
_MOST_LOOKED_AT = 40


def without_frames(mask: Mask) -> Mask:
    """Return the mask without boxes and circles around writing and without axes of plots.

    Where there are such frames only what is in them stays: what is beside them is captions,
    or the numbers of an axis.
    """
    found = components(mask)
    within = np.zeros_like(mask)
    content = np.zeros_like(mask)
    for number in np.argsort(-found.spans)[:_MOST_LOOKED_AT].tolist():
        inside = _inside(found, number, mask)
        if inside is not None:
            top, left, bottom, right = found.boxes[number]
            # A box in a box, the axes of a plot for one, is looked at too: it is inside.
            content[top:bottom, left:right] &= inside | ~_closed(found.crop(number))
            content[top:bottom, left:right] |= inside & ~within[top:bottom, left:right]
            within[top:bottom, left:right] = True
    return content if content.any() else mask


def _inside(found: Components, number: int, mask: Mask) -> Mask | None:
    """Return what is within a frame, in its box; None if it is no frame around something."""
    top, left, bottom, right = found.boxes[number]
    if min(bottom - top, right - left) < _LEAST_SIDE:
        return None
    own, all_there = found.crop(number), mask[top:bottom, left:right]
    others = all_there & ~own
    if not _has_straight_sides(own, mask.shape):
        # A circle, or any other closed line, around pieces of their own.
        within = others & _closed(own)
        return within if _is_writing(within, own) else None
    rest = without_ruled_lines(own, own, thin=_thickness(own) / max(own.shape))
    rest = _off_the_rim(rest) if (rest != own).any() else np.zeros_like(own)
    within = others | rest
    return within if _is_writing(within, own) else None


def _has_straight_sides(own: Mask, whole: tuple[int, ...]) -> bool:
    height, width = own.shape
    band = max(3, round(_BAND * min(height, width)))
    inner = own[band:-band, band:-band]
    if inner.size == 0 or inner.mean() > _MOST_INSIDE:
        return False
    upper, lower = own[:band].any(0).mean(), own[-band:].any(0).mean()
    before, behind = own[:, :band].any(1).mean(), own[:, -band:].any(1).mean()
    # One side may lie outside the picture.
    if sorted((upper, lower, before, behind))[1] >= _COVERED:
        return _has_corners(own)
    axes = max(upper, lower) >= _COVERED and max(before, behind) >= _COVERED
    large = height >= _LARGE * whole[0] and width >= _LARGE * whole[1]
    return bool(axes and large and own.mean() < _THIN_AXES)


def _thickness(own: Mask) -> float:
    """Return how thick the sides of a frame are at most, in pixels."""
    sides = (own, own[::-1], own.T, own.T[::-1])
    firsts = [_first_runs(side) for side in sides]
    usual = float(np.median(np.concatenate(firsts)))
    return float(min(1.5 * usual + 1, _THICKEST * max(own.shape)))


def _first_runs(own: Mask) -> NDArray[np.float64]:
    """Return how long the first run of ink down each column is, from the first ink on."""
    begun = np.logical_or.accumulate(own, axis=0)
    over = np.logical_or.accumulate(begun & ~own, axis=0)
    lengths: NDArray[np.float64] = (begun & ~over).sum(axis=0, dtype=np.float64)
    return lengths[own.any(axis=0)]


def _has_corners(own: Mask) -> bool:
    """Say whether there is ink in the corners: of a round 0 they are empty."""
    reach = max(3, round(0.1 * min(own.shape)))
    ends = (slice(None, reach), slice(-reach, None))
    return sum(bool(own[rows, columns].any()) for rows in ends for columns in ends) >= 3


def _closed(own: Mask) -> Mask:
    """Return the holes of a piece: paper from which no way leads out of its box."""
    ground = components(~np.pad(own, 1))
    outer = np.ones(len(ground), np.bool_)
    outer[ground.labels[0, 0] - 1] = False
    return ground.chosen(outer)[1:-1, 1:-1] | own


def _is_writing(within: Mask, own: Mask) -> bool:
    heights = components(within).heights
    return bool(len(heights) and heights.max() >= _LEAST_CONTENT * min(own.shape))


def _off_the_rim(rest: Mask) -> Mask:
    """Take away what is left of the frame: flat pieces along its sides."""
    pieces = components(rest)
    if not len(pieces):
        return rest
    height, width = rest.shape
    rim = 0.16 * min(height, width)
    top, left, bottom, right = pieces.boxes.T
    along = (bottom <= rim) | (top >= height - rim) | (right <= rim) | (left >= width - rim)
    return pieces.chosen(~along)


def underlines(found: Components) -> Mask:
    """Mark the pieces (pieces,) that are flat straight lines below or above wider writing."""
    flat = found.widths >= _FLAT * found.heights
    marked = np.zeros(len(found), np.bool_)
    for number in np.flatnonzero(flat).tolist():
        _, left, _, right = found.boxes[number]
        others = ~flat & (found.boxes[:, 1] < right) & (found.boxes[:, 3] > left)
        narrower = others & (found.widths < (right - left))
        marked[number] = bool((narrower & (found.heights > 2 * found.heights[number])).any())
    return marked
