"""From a picture, a photo or a scan, to the ink in it.

1. Reduce a large picture: its grain is of no use.
2. Find the sheet, where it lies on a desk or is a panel of a plot.
3. Find out whether the writing is darker or lighter than the paper.
4. Divide by the paper's own brightness, so that a shadow is not taken for ink.
5. Find the threshold between paper and ink (Otsu), well above the paper's grain.
6. Take away ruled lines, frames, underlines, the edges of the sheet and specks.
7. Keep the grey edges of what is left: anti-aliasing is made of them.

What cannot be known from brightness alone is answered in several ways, likely ones first
(`sights`): whoever reads takes the first in which there are digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice

import numpy as np

from core.ink.picture.beyond import as_high, pieces_beyond
from core.ink.picture.components import Components, components
from core.ink.picture.darkness import (
    darkness_of,
    edge_level,
    smoothed,
    threshold,
    writing_is_light,
)
from core.ink.picture.filters import Mask, any_of, at_most, widened
from core.ink.picture.sheet import find_sheet, may_be_none
from core.ink.picture.writing import LEAST_OF_LARGEST, clear_of, writing_in
from core.records import Floats, Images

WORKING_PX = 1800
"""Larger pictures are reduced to this longer side: 5 mm on a scanned page stay legible."""

SHOWN_PX = 400
"""What each pixel was taken for is told at most so large: thin ink is not lost by it."""

_FAINT = 0.35
_PALE = 0.12
_UNSURE = 1.0
_REACH = 2
"""Pixels around dark ones in which grey edges belong to them."""

PAPER, INK, NOISE, OUTSIDE = range(4)
"""What each pixel of a picture was taken for."""


@dataclass(frozen=True, eq=False)
class Sight:
    """One way to see a picture: what in it is ink.

    Parameters
    ----------
    darkness : ndarray of float32, shape (rows, columns)
        Share of the paper's light that is missing.
    dark, kept : ndarray of bool, same shape
        What is dark enough to be ink, and what of it is kept as writing.
    outside : ndarray of bool, same shape, or None
        What is not on the sheet.
    scale : float
        Pixels of the picture for one of these.
    cut_off : bool
        Whether the edge of the sheet runs through all of the writing: then it is rather a
        fold, or a shadow.
    lost : int
        How many pieces as high as the writing the edge of the sheet runs through, else.
    beyond : int
        How many pieces like the writing the whole picture shows that are not, or not whole, on
        the sheet.
    """

    darkness: Floats
    dark: Mask
    kept: Mask
    outside: Mask | None
    scale: float
    cut_off: bool = False
    lost: int = 0
    beyond: int = 0

    @cached_property
    def pieces(self) -> Components:
        """The connected pieces of writing."""
        return components(self.kept)

    @cached_property
    def edge(self) -> float:
        """The darkness up to which a pixel beside ink is paper."""
        return edge_level(self.darkness)

    def ink_of(self, kept: Mask, top: int = 0, left: int = 0) -> Floats:
        """Return the ink of some of the writing with its grey edges: 0 = paper, 1 = full.

        `kept` may be a part of the picture, whose upper left corner is at `top`, `left`.
        """
        there = np.s_[top : top + kept.shape[0], left : left + kept.shape[1]]
        darkness, dark = self.darkness[there], self.dark[there]
        near = widened(kept, _REACH) & (kept | ~dark)
        near &= darkness > self.edge
        full = float(np.percentile(darkness[kept], 90))
        ink: Floats = np.where(near | kept, np.minimum(darkness / full, 1.0), 0.0)
        return ink.astype(np.float32)

    def taken_for(self, ink: Mask) -> Images:
        """Return what each pixel was taken for, where `ink` was read; at most `SHOWN_PX`."""
        times = -(-max(ink.shape) // SHOWN_PX)
        written, dark = any_of(ink, times), any_of(self.dark & ~ink, times)
        kinds = np.full(written.shape, PAPER, np.uint8)
        kinds[dark] = NOISE
        kinds[written] = INK
        if self.outside is not None:
            kinds[~any_of(~self.outside, times)] = OUTSIDE
        return kinds


def find_ink(image: Images) -> Floats | None:
    """Return the ink in a grey picture of one digit; None where there is none.

    Parameters
    ----------
    image : ndarray of uint8, shape (rows, columns), 0 = black
        Dark writing on light paper or light writing on dark.

    Returns
    -------
    ndarray of float32, shape (rows, columns), or None
        0 = paper, 1 = full ink; at most `WORKING_PX` in each direction.
    """
    sight = next(sights(image), None)
    if sight is None:
        return None
    sizes = sight.pieces.sizes
    return sight.ink_of(sight.pieces.chosen(sizes >= LEAST_OF_LARGEST * sizes.max()))


def sights(image: Images) -> Iterator[Sight]:
    """Give the ways to see a picture in which there is some ink, the likeliest first."""
    if min(image.shape) < 2:
        return
    grey = smoothed(at_most(image, WORKING_PX).astype(np.float32))
    scale = max(image.shape) / max(grey.shape)
    whole = _ways(grey, None, scale)
    sheet = find_sheet(grey)
    if sheet is None:
        yield from whole
        return
    on_sheet = _ways(grey, sheet, scale)
    if may_be_none(grey, sheet):
        yield from _either(on_sheet, whole, ~sheet)
    yield from on_sheet
    yield from whole


def _either(
    on_sheet: Iterator[Sight], whole: Iterator[Sight], outside: Mask
) -> Iterator[Sight]:
    """Give the ways to see a sheet and the whole picture: this soon where it may show more.

    What is taken for a sheet may be one side of a fold, or of the edge of a shadow.
    """
    first, second = list(islice(on_sheet, 1)), list(islice(whole, 1))
    beyond = 0
    if first and second:
        beyond = pieces_beyond(second[0].pieces, first[0].pieces, outside)
    yield from (replace(sight, beyond=beyond) for sight in first)
    yield from chain(second, on_sheet) if beyond else chain(on_sheet, second)


def _ways(grey: Floats, sheet: Mask | None, scale: float) -> Iterator[Sight]:
    """Give the ways to see a picture, or the sheet in it."""
    view = grey if sheet is None else _only(grey, sheet)
    lightness = writing_is_light(view)
    light = lightness > 0
    outside = None if sheet is None else ~sheet
    yield from _seen(255.0 - view if light else view, outside, scale)
    if abs(lightness) < _UNSURE:
        yield from _seen(view if light else 255.0 - view, outside, scale)


def _only(grey: Floats, region: Mask) -> Floats:
    """Return the picture with paper where it is not the sheet."""
    return np.where(region, grey, np.float32(np.median(grey[region])))


def _seen(grey: Floats, outside: Mask | None, scale: float) -> Iterator[Sight]:
    """Give the ways to see dark writing: dark things first, then pale ink beside them."""
    darkness = darkness_of(grey)
    if outside is not None:
        darkness[outside] = 0.0
    level = threshold(darkness)
    if level is None:
        return
    first = _sight(darkness, level, outside, scale)
    if first.kept.any():
        yield first
    pale = threshold(darkness, share=_PALE)
    lower = min(level, pale or level) * 0.5
    if lower > max(first.edge, 0.05):
        second = _sight(darkness, lower, outside, scale)
        if second.kept.any():
            yield second
    bare = replace(first, kept=writing_in(first.dark, first.dark, lines=False))
    if bare.kept.any() and (bare.kept != first.kept).any():
        yield bare


def _sight(darkness: Floats, level: float, outside: Mask | None, scale: float) -> Sight:
    dark = darkness > level
    faint = darkness > max(edge_level(darkness), _FAINT * level)
    kept, cut_off, lost = writing_in(dark, faint), False, 0
    if outside is not None:
        edge = widened(outside, 1)
        clear = clear_of(kept, edge)
        cut_off = bool((clear & edge).any())
        lost = 0 if cut_off else _as_high(kept & ~clear, clear)
        # A sheet whose edge cuts through the largest writing is none.
        kept = clear if 2 * clear.sum() >= kept.sum() else np.zeros_like(kept)
    return Sight(darkness, dark, kept, outside, scale, cut_off, lost)


def _as_high(lost: Mask, kept: Mask) -> int:
    """Return how many of the lost pieces are about as high as those that were kept."""
    heights, usual = components(lost).heights, components(kept).heights
    return int(as_high(heights, usual).sum()) if len(usual) else 0
