"""How much darker than its paper each pixel of a picture is, and from where on it is ink.

References
----------
.. [1] N. Otsu, "A threshold selection method from gray-level histograms", IEEE
   Transactions on Systems, Man, and Cybernetics 9(1), 1979.
"""

from __future__ import annotations

import numpy as np

from core.ink.picture.filters import at_most, highest, lowest, mean, mean_at_large, resized
from core.records import Floats

_THUMBNAIL_PX = 96
_LOCAL_PX = 360
_LEAST_CONTRAST = 0.08
_LEAST_OF_DARKEST = 0.35
_COARSE_LEVELS = 5.0
_LEAST_SMOOTHED_PX = 150
"""Coarser grain is smoothed, in pictures of more than so many pixels on a side."""

_FEW_PX = 40
"""So many of the darkest pixels say how dark ink is: a digit on a page has few."""

_GRAIN_SIGMAS = 6.0
_EDGE_SIGMAS = 3.0
_EVEN_LEVELS = 4.0
_TWO_HEAPS = 0.78
"""Of the variance lies between ink and paper where a close picture shows much of both; of a
normal distribution, cut in the middle, it is 0.64."""


def writing_is_light(grey: Floats) -> float:
    """Say whether what differs most from the paper is lighter than it: above 0 if so.

    Returns
    -------
    float
        Skewness of what is left when the light is taken away; about 0 where nobody knows.
    """
    # The paper's brightness is a tilted plane at large, so that a shadow over one half does
    # not count; writing covers less than half of a picture, so its side has the tail.
    large = at_most(grey, _THUMBNAIL_PX).astype(np.float32)
    rows, columns = np.indices(large.shape)
    terms = np.stack([np.ones(large.size), rows.ravel(), columns.ravel()], axis=1)
    plane, *_ = np.linalg.lstsq(terms, large.ravel(), rcond=None)
    at_large = _skewness(large.ravel() - terms @ plane)
    if max(grey.shape) <= _LOCAL_PX:
        return at_large
    # A digit on a page is seen only from near, against the paper around it.
    window = max(9, min(grey.shape) // 40) | 1
    nearby = _skewness((grey - mean_at_large(grey, window)).ravel())
    return nearby if abs(nearby) > 2 * abs(at_large) else at_large


def _skewness(rest: Floats) -> float:
    spread = float(rest.std())
    # A product: the power of an array is ten times slower.
    return float((rest * rest * rest).mean()) / spread**3 if spread > 0 else 0.0


def darkness_of(grey: Floats) -> Floats:
    """Return the share of the paper's light that each pixel lacks, float32, 0 to 1.

    Parameters
    ----------
    grey : ndarray of float32, shape (rows, columns)
        Dark writing on light paper, 0 = black, 255 = white.
    """
    paper = _paper(grey)
    rest: Floats = np.maximum((paper - grey) / np.maximum(paper, 1.0), 0.0)
    return rest


def _paper(grey: Floats) -> Floats:
    """Return the brightness that the paper has at each pixel, dark writing filled in."""
    ring = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    if np.ptp(ring) <= _EVEN_LEVELS:
        return np.full_like(grey, np.median(ring))
    small = at_most(grey, _THUMBNAIL_PX).astype(np.float32)
    window = max(small.shape) // 3 | 1
    closed = lowest(highest(small, window), window)
    rows, columns = grey.shape
    return resized(mean(closed, 5), rows, columns, "BICUBIC")


def threshold(darkness: Floats, *, share: float = _LEAST_OF_DARKEST) -> float | None:
    """Return what separates ink from paper; None where nothing stands out.

    `share` of the darkest is the least that is taken for ink.
    """
    few = max(_FEW_PX, darkness.size // 20_000)
    darkest = float(np.partition(darkness.ravel(), -min(few, darkness.size))[-few:].mean())
    grain = paper_level(darkness, sigmas=_GRAIN_SIGMAS)
    between, apart = _otsu(darkness)
    if darkest < _LEAST_CONTRAST or (darkest < grain and apart < _TWO_HEAPS):
        return None
    grain = min(grain, between) if apart >= _TWO_HEAPS else grain
    return max(min(max(between, grain), 0.6 * darkest), share * darkest)


def edge_level(darkness: Floats) -> float:
    """Return the darkness up to which a pixel at the edge of ink is paper."""
    return paper_level(darkness, sigmas=_EDGE_SIGMAS)


def paper_level(darkness: Floats, *, sigmas: float) -> float:
    """Return the darkness that the paper's grain reaches at so many standard deviations."""
    some = darkness.ravel()[:: max(1, darkness.size // 300_000)]
    middle = float(np.median(some))
    # 1.4826: from the median deviation to the standard deviation of a normal distribution.
    return middle + sigmas * 1.4826 * float(np.median(np.abs(some - middle)))


def otsu(values: Floats) -> float:
    """Return the threshold that separates values in [0, 1] into the two tightest groups."""
    return _otsu(values)[0]


def _otsu(values: Floats) -> tuple[float, float]:
    """Return the threshold, and which share of the variance lies between the two groups."""
    places = np.minimum((values.ravel() * 256).astype(np.int32), 255)
    counts = np.bincount(places, minlength=256)
    edges = np.linspace(0.0, 1.0, 257)
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    apart = sums / np.maximum(below, 1) - (sums[-1] - sums) / np.maximum(above, 1)
    between = below * above * apart**2
    best = int(np.argmax(between))
    mean = sums[-1] / below[-1]
    variance = float(counts @ (middles - mean) ** 2) * float(below[-1])
    return float(edges[1 + best]), float(between[best]) / max(variance, 1e-12)


def smoothed(grey: Floats) -> Floats:
    """Return a picture without much of its grain, where there is much."""
    steps = np.abs(np.diff(grey[:, ::2], axis=1))
    # The median step between neighbours is paper's: 0.954 standard deviations of its grain.
    grain = float(np.median(steps)) / 0.954 if steps.size else 0.0
    coarse = grain > _COARSE_LEVELS and min(grey.shape) > _LEAST_SMOOTHED_PX
    return mean(grey, 3) if coarse else grey
