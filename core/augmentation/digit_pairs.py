"""Two digits in one image, as preprocessing would hand over a 42: small and side by side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.augmentation.pen_width import dilated
from core.augmentation.warp import CENTRE, Maps, warp
from core.layers import SIDE_PX
from core.records import Floats, Images

_BOX_PX = 20
_INK = 64
_SMALL = 0.75
"""Digits scaled below this have their strokes thickened again: the pen stays the same."""


def digit_pairs(images: Images, count: int, rng: np.random.Generator) -> Images:
    """Draw `count` pairs of these digits (at least one): uint8 (count, 28, 28)."""
    first = images[rng.integers(len(images), size=count)]
    second = images[rng.integers(len(images), size=count)]
    boxes = _columns(first), _columns(second)
    widths = [right - left for left, right in boxes]
    gap = rng.uniform(0.5, 5.0, count).astype(np.float32)
    whole = widths[0] + gap + widths[1]
    scale = (_BOX_PX / np.maximum(whole, _BOX_PX)).astype(np.float32)
    half = np.float32(0.5)
    places = half * (widths[0] - whole), half * (whole - widths[1])
    made = np.zeros((count, SIDE_PX, SIDE_PX), np.float32)
    for digits, (left, right), place in zip((first, second), boxes, places, strict=True):
        np.maximum(made, _placed(digits, half * (left + right), place, scale), out=made)
    small = scale < _SMALL
    made[small] = dilated(made[small])
    return made.astype(np.uint8)


def _columns(images: Images) -> tuple[Floats, Floats]:
    """Return the first and the last column of each image's ink."""
    ink: NDArray[np.bool_] = images.max(axis=1) > _INK
    last = SIDE_PX - 1 - ink[:, ::-1].argmax(axis=1)
    return ink.argmax(axis=1).astype(np.float32), last.astype(np.float32)


def _placed(images: Images, middle: Floats, place: Floats, scale: Floats) -> Floats:
    """Scale each image and put its column `middle` at `place`, before scaling, from CENTRE."""
    matrices = np.zeros((len(images), 2, 2), np.float32)
    matrices[:, 0, 0] = matrices[:, 1, 1] = 1 / scale
    offsets = np.zeros((len(images), 2), np.float32)
    offsets[:, 0] = middle - CENTRE - place
    return warp(images, Maps(matrices, offsets, None))
