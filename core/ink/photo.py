"""From a picture of one digit, a photo or a scan, to the ink in it.

1. Reduce a large picture: its grain is of no use.
2. Find out whether the writing is darker or lighter than the paper.
3. Divide by the paper's own brightness, so that a shadow is not taken for ink.
4. Find the threshold between paper and ink (Otsu), well above the paper's grain.
5. Take away ruled and squared lines, the edges of the sheet and specks.
6. Keep the grey edges of what is left: anti-aliasing is made of them.

References
----------
.. [1] N. Otsu, "A threshold selection method from gray-level histograms", IEEE
   Transactions on Systems, Man, and Cybernetics 9(1), 1979.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from core.ink.components import without_specks
from core.ink.ruled_lines import without_ruled_lines
from core.records import Floats, Images

Mask: TypeAlias = NDArray[np.bool_]

WORKING_PX = 640
"""Larger pictures are reduced to this longer side: a digit on a whole page stays legible."""

_THUMBNAIL_PX = 64
_LEAST_CONTRAST = 0.08
_LEAST_OF_DARKEST = 0.35
_GRAIN_SIGMAS = 6.0
_EDGE_SIGMAS = 3.0
_FAINT = 0.35
_EVEN_LEVELS = 4.0


def find_ink(image: Images) -> Floats | None:
    """Return the ink in a grey picture; None where there is none.

    Parameters
    ----------
    image : ndarray of uint8, shape (rows, columns), 0 = black
        Dark writing on light paper or light writing on dark.

    Returns
    -------
    ndarray of float32, shape (rows, columns), or None
        0 = paper, 1 = full ink; at most `WORKING_PX` in each direction.
    """
    if min(image.shape) < 2:
        return None
    grey = _at_most(image, WORKING_PX).astype(np.float32)
    grey = 255.0 - grey if _writing_is_light(grey) else grey
    paper = _paper(grey)
    darkness = np.maximum((paper - grey) / np.maximum(paper, 1.0), 0.0)
    threshold = _threshold(darkness)
    if threshold is None:
        return None
    dark = darkness > threshold
    faint = darkness > max(_paper_level(darkness, sigmas=_EDGE_SIGMAS), _FAINT * threshold)
    kept = without_specks(without_ruled_lines(dark, faint))
    return _soft(darkness, kept, dark & ~kept) if kept.any() else None


def _writing_is_light(grey: Floats) -> bool:
    """Say whether what differs most from the paper is lighter than it.

    The paper's brightness is taken as a tilted plane, so that a shadow over one half
    does not count; writing covers less than half of a picture, so its side has the tail.
    """
    small = _at_most(grey, _THUMBNAIL_PX).astype(np.float32)
    rows, columns = np.indices(small.shape)
    terms = np.stack([np.ones(small.size), rows.ravel(), columns.ravel()], axis=1)
    plane, *_ = np.linalg.lstsq(terms, small.ravel(), rcond=None)
    rest = small.ravel() - terms @ plane
    return bool((rest**3).mean() > 0)


def _paper(grey: Floats) -> Floats:
    """Return the brightness that the paper has at each pixel, dark writing filled in."""
    ring = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    if np.ptp(ring) <= _EVEN_LEVELS:
        return np.full_like(grey, np.median(ring))
    small = _at_most(grey, _THUMBNAIL_PX).astype(np.float32)
    window = max(small.shape) // 3 | 1
    closed = -_highest(-_highest(small, window), window)
    smooth = _mean(closed, 5)
    rows, columns = grey.shape
    return _resized(smooth.astype(np.float32), rows, columns, "BICUBIC")


def _at_most(grey: Images | Floats, longest_px: int) -> Images | Floats:
    """Reduce a picture, each new pixel the mean of what it covers; small ones stay."""
    share = longest_px / max(grey.shape)
    if share >= 1:
        return grey
    rows, columns = (max(1, round(side * share)) for side in grey.shape)
    return _resized(grey, rows, columns, "BOX")


def _resized(grey: Images | Floats, rows: int, columns: int, by: str) -> Floats:
    # Imported late: the window opens before it needs to read pictures.
    from PIL import Image

    picture = Image.fromarray(grey).resize((columns, rows), Image.Resampling[by])
    return np.asarray(picture, np.float32)


def _highest(image: Floats, window: int) -> Floats:
    """Return the maximum over a square window around each pixel."""
    padded = np.pad(image, window // 2, mode="edge")
    down = sliding_window_view(padded, window, axis=0).max(axis=-1)
    highest: Floats = sliding_window_view(down, window, axis=1).max(axis=-1)
    return highest


def _mean(image: Floats, window: int) -> Floats:
    padded = np.pad(image, window // 2, mode="edge")
    down = sliding_window_view(padded, window, axis=0).mean(axis=-1)
    mean: Floats = sliding_window_view(down, window, axis=1).mean(axis=-1)
    return mean


def _threshold(darkness: Floats) -> float | None:
    """Return what separates ink from paper; None where nothing stands out."""
    darkest = float(np.percentile(darkness, 99.9))
    grain = _paper_level(darkness, sigmas=_GRAIN_SIGMAS)
    if darkest < max(_LEAST_CONTRAST, grain):
        return None
    return max(min(max(otsu(darkness), grain), 0.6 * darkest), _LEAST_OF_DARKEST * darkest)


def _paper_level(darkness: Floats, *, sigmas: float) -> float:
    """Return the darkness that the paper's grain reaches at so many standard deviations."""
    middle = float(np.median(darkness))
    # 1.4826: from the median deviation to the standard deviation of a normal distribution.
    return middle + sigmas * 1.4826 * float(np.median(np.abs(darkness - middle)))


def otsu(values: Floats) -> float:
    """Return the threshold that separates values in [0, 1] into the two tightest groups."""
    counts, edges = np.histogram(values, bins=256, range=(0.0, 1.0))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    apart = sums / np.maximum(below, 1) - (sums[-1] - sums) / np.maximum(above, 1)
    return float(edges[1 + int(np.argmax(below * above * apart**2))])


def _soft(darkness: Floats, kept: Mask, dropped: Mask) -> Floats:
    """Return the ink with its grey edges: what lies within two pixels of what was kept."""
    near = (_highest(kept.astype(np.float32), 5) > 0) & ~dropped
    near &= darkness > _paper_level(darkness, sigmas=_EDGE_SIGMAS)
    full = float(np.percentile(darkness[kept], 90))
    ink: Floats = np.where(near, np.minimum(darkness / full, 1.0), 0.0).astype(np.float32)
    return ink
