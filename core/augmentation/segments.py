"""Straight pieces of ink, drawn with a round pen into 28x28 images: many images at once.

The pad's own rendering of strokes is `core.ink.preprocess`; this draws single segments into
training images, fast enough to be done anew in every epoch.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.layers import SIDE_PX
from core.records import Floats, Images

Points: TypeAlias = NDArray[np.float32]

_ROWS, _COLUMNS = np.mgrid[:SIDE_PX, :SIDE_PX].astype(np.float32)


def coverage(starts: Points, ends: Points, radius: Floats) -> Floats:
    """Return how much ink segments leave in each pixel, 0 (none) to 1 (full).

    Parameters
    ----------
    starts, ends : ndarray of float32, shape (n, 2)
        The ends of one segment per image, (x, y) in pixel indices: (0, 0) is the middle
        of the first pixel. Equal ends make a dot.
    radius : ndarray of float32, shape (n,)
        Half the pen's width in pixels.

    Returns
    -------
    ndarray of float32, shape (n, 28, 28)
        The edge is one pixel wide, by distance.
    """
    away_squared = _squared_distance(starts, ends)
    inside = radius[:, None, None] + np.float32(0.5) - np.sqrt(away_squared)
    return inside.clip(0.0, 1.0)


def draw(images: Images, starts: Points, ends: Points, radius: Floats) -> Images:
    """Return the images with one full-ink segment more in each (see `coverage`)."""
    ink = (255 * coverage(starts, ends, radius)).astype(np.uint8)
    return np.maximum(images, ink)


def erase(images: Images, centres: Points, radius: Floats) -> Images:
    """Return the images with a round hole, centre (x, y), in each."""
    kept = 1 - coverage(centres, centres, radius)
    return (images * kept).astype(np.uint8)


def _squared_distance(starts: Points, ends: Points) -> Floats:
    """Return the squared distance of each pixel from each segment, shape (n, 28, 28)."""
    along = (ends - starts)[:, :, None, None]
    x = _COLUMNS - starts[:, 0, None, None]
    y = _ROWS - starts[:, 1, None, None]
    length_squared = np.maximum((along**2).sum(axis=1), 1e-6)
    share = np.clip((x * along[:, 0] + y * along[:, 1]) / length_squared, 0.0, 1.0)
    squared: Floats = (x - share * along[:, 0]) ** 2 + (y - share * along[:, 1]) ** 2
    return squared
