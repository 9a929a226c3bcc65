"""Things that a person may draw and that are no digits: training images without a label.

A network that only ever met digits is sure of everything. Shown some of these with the
target "every digit is equally likely", it learns to be unsure of what is none of them.

References
----------
Hendrycks, Mazeika, Dietterich: Deep anomaly detection with outlier exposure, 2019.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from core.augmentation.digit_pairs import digit_pairs
from core.augmentation.scribbles import FIGURES, Drawing
from core.augmentation.segments import draw_path
from core.layers import SIDE_PX
from core.records import Images, Labels

NOT_A_DIGIT = -1
"""The label of an image that shows no digit."""

_BOX_PX = 20
_DRAWINGS = 6000
_PAIRS = 0.15
_LYING = 0.05
"""Shares of the non-digits that are made of the digits at hand."""


def non_digits(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Draw `count` non-digits: uint8 (count, 28, 28).

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        Digits: some non-digits are two of them, or one that lies on its side.
    labels : ndarray of int64, shape (n,)
        What they are: a 0 on its side is still a 0, so it is not used so.
    """
    shapes = drawings()
    made = shapes[rng.integers(len(shapes), size=count)]
    kind = rng.random(count)
    pairs, lying = kind < _PAIRS, kind > 1 - _LYING
    turnable = np.flatnonzero(labels != 0)
    if len(images):
        made[pairs] = digit_pairs(images, int(pairs.sum()), rng)
    if len(turnable):
        chosen = images[turnable[rng.integers(len(turnable), size=int(lying.sum()))]]
        made[lying] = np.rot90(chosen, k=1 if rng.random() < 0.5 else 3, axes=(1, 2))
    return made


@cache
def drawings() -> Images:
    """Return figures of many kinds, the same each time: uint8 (n, 28, 28), made once."""
    rng = np.random.default_rng(20)
    kinds = (FIGURES[n % len(FIGURES)] for n in range(_DRAWINGS))
    return np.stack([_drawn(shape(rng), rng.uniform(0.9, 1.6)) for shape in kinds])


def _drawn(drawing: Drawing, radius: float) -> Images:
    """Draw the paths, their box scaled to 20x20 and centred: uint8 (28, 28)."""
    points = np.concatenate(drawing)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = (_BOX_PX - 2 * radius) / max(float((high - low).max()), 1e-6)
    middle = (SIDE_PX - 1) / 2 - scale * (low + high) / 2
    paths = [(scale * path + middle).astype(np.float32) for path in drawing]
    drawn: Images = np.maximum.reduce([draw_path(path, radius) for path in paths])
    return drawn
