"""Strokes made thicker or thinner in the image, as another pen would have left them."""

from __future__ import annotations

import numpy as np

from core.records import Augmentation, Floats

_THINNEST = 0.7
"""More erosion than this tears MNIST's thinnest strokes."""


def random_widths(count: int, augmentation: Augmentation, rng: np.random.Generator) -> Floats:
    """Draw -1 (as thin as can be) to 1 (a pixel more on each side) for each image."""
    kind = rng.random(count)
    amount = rng.uniform(0.25, 1.0, count).astype(np.float32)
    thicker = kind < augmentation.thicker
    thinner = kind > 1 - augmentation.thinner
    return amount * (thicker.astype(np.float32) - thinner)


def change_width(images: Floats, widths: Floats) -> Floats:
    """Move each image, in place, towards its grey dilation (width above 0) or erosion."""
    thicker, thinner = widths > 0, widths < 0
    share = np.abs(widths)[:, None, None]
    wide = images[thicker]
    images[thicker] += share[thicker] * (dilated(wide) - wide)
    thin = images[thinner]
    thin -= _THINNEST * share[thinner] * (thin + dilated(-thin))
    images[thinner] = _full_ink(thin)
    return images


def dilated(images: Floats) -> Floats:
    """Return each pixel the largest value of itself and its four neighbours."""
    largest = images.copy()
    np.maximum(largest[:, 1:], images[:, :-1], out=largest[:, 1:])
    np.maximum(largest[:, :-1], images[:, 1:], out=largest[:, :-1])
    np.maximum(largest[:, :, 1:], images[:, :, :-1], out=largest[:, :, 1:])
    np.maximum(largest[:, :, :-1], images[:, :, 1:], out=largest[:, :, :-1])
    return largest


def _full_ink(images: Floats) -> Floats:
    """Scale the ink of each image to a maximum of 255, as MNIST's is; faint ink stays."""
    highest = images.max(axis=(1, 2), keepdims=True)
    scaled: Floats = images * (255 / np.maximum(highest, 64))
    return scaled
