"""Which pieces of what is dark are writing: no dirt, no edge of the sheet, no line."""

from __future__ import annotations

import numpy as np

from core.ink.picture.components import Components, components, span
from core.ink.picture.filters import Mask
from core.ink.picture.frames import underlines, without_frames
from core.ink.picture.ruled_lines import without_ruled_lines

LEAST_OF_LARGEST = 0.05
"""A piece smaller than this share of the largest is a speck, in a picture of one digit."""

_LEAST_SPAN = 0.008
"""A piece longer than this share of the picture may be writing beside something larger."""

_HUGGING = 0.4
"""A piece that covers this share of one side of the picture may be the sheet's edge."""


def writing_in(dark: Mask, faint: Mask, *, lines: bool = True) -> Mask:
    """Return the pixels of a mask that may be writing.

    Parameters
    ----------
    dark, faint : ndarray of bool, shape (rows, columns)
        What is dark enough to be ink; what is darker than bare paper.
    lines : bool
        Whether ruled lines, frames and underlines are taken away.
    """
    if lines:
        framed = without_frames(dark)
        # In a box the paper is plain, and what is left of the box would break the writing.
        dark = without_ruled_lines(dark, faint) if framed is dark else framed
    return without_specks(dark, lines=lines)


def without_specks(mask: Mask, *, lines: bool = True) -> Mask:
    """Keep the pieces that may be writing: no dirt, and no edge of the sheet."""
    found = components(mask)
    if not len(found):
        return mask
    writing = _without_edges(found)
    if lines and (writing & ~underlines(found)).any():
        writing &= ~underlines(found)
    largest = int((found.sizes * writing).max())
    least_span = max(6.0, _LEAST_SPAN * max(mask.shape))
    large = found.sizes >= LEAST_OF_LARGEST * largest
    return found.chosen(writing & (large | (found.spans >= least_span)))


def clear_of(mask: Mask, edge: Mask) -> Mask:
    """Return the pieces of a mask that do not touch an edge; all where all of them do."""
    found = components(mask)
    touching = np.bincount(found.labels[edge], minlength=len(found) + 1)[1:] > 0
    return mask if touching.all() else found.chosen(~touching)


def _without_edges(found: Components) -> Mask:
    """Mark the pieces that do not run along a side of the picture.

    All are marked where the picture is cut so close around the digit that the rest
    would touch its sides too: there the top of a 7 runs along a side.
    """
    labels, count = found.labels, len(found)
    everything = np.ones(count, np.bool_)
    rest = everything.copy()
    for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        along = np.bincount(side, minlength=count + 1)[1:]
        rest &= along < _HUGGING * len(side)
    left = found.chosen(rest)
    touched = [left[0], left[-1], left[:, 0], left[:, -1]]
    close = sum(bool(side.any()) for side in touched) >= 2
    return everything if close or span(left) < 0.02 * max(labels.shape) else rest
