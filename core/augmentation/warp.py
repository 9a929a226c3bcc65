"""Bending images: affine and elastic maps, drawn at random, and their bilinear resampling.

A map says for each pixel of the new image where in the old one its value is read.

References
----------
Simard, Steinkraus, Platt: Best practices for convolutional neural networks applied to
visual document analysis, 2003 (elastic distortions).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from core.layers import SIDE_PX
from core.records import Augmentation, Floats, Images

CENTRE = (SIDE_PX - 1) / 2
_KNOTS = 7
_KNOT_SPACING_PX = 7.0
_PADDED = SIDE_PX + 3


@dataclass(frozen=True, eq=False)
class Maps:
    """One map per image.

    `matrices` float32 (n, 2, 2) take (x, y) about the centre to where it is read,
    `offsets` float32 (n, 2) are added in pixels, `bends` float32 (n, 2, 7, 7) are the
    knots of the elastic displacement in pixels, or None.
    """

    matrices: Floats
    offsets: Floats
    bends: Floats | None

    def part(self, images: slice) -> Maps:
        """Return the maps of some of the images."""
        bends = None if self.bends is None else self.bends[images]
        return Maps(self.matrices[images], self.offsets[images], bends)


def random_maps(count: int, augmentation: Augmentation, rng: np.random.Generator) -> Maps:
    """Draw `count` maps: rotation, scale of each axis, shear, shift, elastic bends."""
    angle = np.deg2rad(augmentation.rotation) * _signed(rng, count)
    shear = augmentation.shear * _signed(rng, count)
    scale = np.exp(np.log1p(augmentation.scale) * _signed(rng, (count, 2)))
    cos, sin = np.cos(angle), np.sin(angle)
    matrices = np.empty((count, 2, 2), np.float32)
    matrices[:, 0, 0], matrices[:, 0, 1] = cos, cos * shear - sin
    matrices[:, 1, 0], matrices[:, 1, 1] = sin, sin * shear + cos
    matrices *= scale[:, :, None]
    offsets = (augmentation.shift * _signed(rng, (count, 2))).astype(np.float32)
    return Maps(matrices, offsets, _random_bends(count, augmentation.elastic, rng))


def warp(images: Images, maps: Maps) -> Floats:
    """Read each image along its map; outside of it is paper.

    Returns
    -------
    ndarray of float32, shape (n, 28, 28)
        Values of 0 to 255.
    """
    axis = np.arange(SIDE_PX, dtype=np.float32) - np.float32(CENTRE)
    where = (
        maps.matrices[:, :, 0, None, None] * axis
        + maps.matrices[:, :, 1, None, None] * axis[:, None]
        + (maps.offsets + np.float32(CENTRE))[:, :, None, None]
    )
    if maps.bends is not None:
        basis = _bend_basis()
        where += basis @ maps.bends @ basis.T
    return _read(images, where)


def _signed(rng: np.random.Generator, shape: int | tuple[int, ...]) -> Floats:
    return rng.uniform(-1.0, 1.0, shape).astype(np.float32)


def _random_bends(count: int, elastic: float, rng: np.random.Generator) -> Floats | None:
    """Draw knots such that the displacement of a pixel has the RMS `elastic` on each axis.

    Some images are hardly bent and some a lot: the amplitude is uniform from zero on.
    """
    if elastic <= 0:
        return None
    knots = rng.standard_normal((count, 2, _KNOTS, _KNOTS), dtype=np.float32)
    spread = (_bend_basis() ** 2).sum(axis=1).mean()
    amplitude = rng.uniform(0.0, np.sqrt(3), (count, 1, 1, 1)) * elastic / spread
    bends: Floats = knots * amplitude.astype(np.float32)
    return bends


@cache
def _bend_basis() -> Floats:
    """Return the weight of each knot at each pixel: cubic B-splines, float32 (28, 7)."""
    knots = (np.arange(_KNOTS) - (_KNOTS - 1) / 2) * _KNOT_SPACING_PX + CENTRE
    away = np.abs(np.arange(SIDE_PX)[:, None] - knots) / _KNOT_SPACING_PX
    near = 2 / 3 - away**2 + away**3 / 2
    far = np.clip(2 - away, 0, None) ** 3 / 6
    return np.where(away < 1, near, far).astype(np.float32)


def _read(images: Images, where: Floats) -> Floats:
    """Read images (n, 28, 28) at `where` (n, 2, 28, 28), x then y, between pixels."""
    count = len(images)
    padded = np.zeros((count, _PADDED, _PADDED), np.float32)
    padded[:, 1:-2, 1:-2] = images
    np.clip(where + 1, 0, _PADDED - 1.5, out=where)
    corner = where.astype(np.intp)
    share = where - corner
    first = np.arange(count, dtype=np.intp)[:, None, None] * _PADDED**2
    index = first + corner[:, 1] * _PADDED + corner[:, 0]
    pixels = padded.ravel()
    right, down = share[:, 0], share[:, 1]
    upper = pixels.take(index)
    upper += right * (pixels.take(index + 1) - upper)
    lower = pixels.take(index + _PADDED)
    lower += right * (pixels.take(index + _PADDED + 1) - lower)
    upper += down * (lower - upper)
    return upper
