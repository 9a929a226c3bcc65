"""What in a picture lies beyond its sheet and may be writing as well: the sheet may be none."""

from __future__ import annotations

import numpy as np

from core.ink.picture.components import Components
from core.ink.picture.filters import Indices, Mask, widened
from core.records import Floats

_LOWER = 0.4
"""Of the height of writing: what is lower, or higher by as much, is no digit."""

_THINNER = 0.6
"""Of the pen that wrote: what is thinner, or thicker by as much, was written by another."""


def pieces_beyond(whole: Components, on_sheet: Components, outside: Mask) -> int:
    """Return how many pieces of a whole picture reach outside its sheet and look like writing.

    As high as the writing on the sheet, and written by a pen as thick: a pencil on a desk is a
    thick 1.
    """
    if not len(whole) or not len(on_sheet):
        return 0
    reaching = np.bincount(whole.labels[outside], minlength=len(whole) + 1)[1:] > 0
    highest = int(np.argmax(on_sheet.heights))
    reaching &= as_high(whole.heights, on_sheet.heights)
    reaching &= _about(_pens(whole), float(_pens(on_sheet)[highest]), _THINNER)
    return int(reaching.sum())


def as_high(heights: Indices, usual: Indices) -> Mask:
    """Mark the heights that are about the highest of the usual ones."""
    return _about(heights, float(usual.max(initial=0)), _LOWER)


def _about(values: Indices | Floats, usual: float, least: float) -> Mask:
    near: Mask = (values >= least * usual) & (least * values <= usual)
    return near


def _pens(found: Components) -> Floats:
    """Return how thick the pen was that drew each piece, in pixels: a line has two sides."""
    ink = found.labels > 0
    side = found.labels[ink & widened(~ink, 1)]
    sides = np.bincount(side, minlength=len(found) + 1)[1:]
    pens: Floats = (2 * found.sizes / np.maximum(sides, 1)).astype(np.float32)
    return pens
