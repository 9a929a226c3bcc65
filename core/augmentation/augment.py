"""Random changes to training images, so that a network meets more hands than MNIST has.

In this order: pen habits are drawn into some digits, some images are replaced by things
that are no digits, all are turned, scaled, sheared, shifted and bent in one resampling,
and the strokes of some are made thicker or thinner. Everything is NumPy on whole batches
and costs less than the training step that uses it (``tests/benchmarks/augmentation.py``).
"""

from __future__ import annotations

import numpy as np

from core.augmentation.drawn_digits import drawn_digits
from core.augmentation.non_digits import NOT_A_DIGIT, non_digits
from core.augmentation.pen_habits import add_habits, off_centre, oversize
from core.augmentation.pen_width import change_width, random_widths
from core.augmentation.warp import random_maps, warp
from core.records import Augmentation, Images, Labels

__all__ = ["NOT_A_DIGIT", "augment", "augmented_sample"]

_EXACT = 0.5
"""Share of the drawn digits that stay as the pad's pen left them."""

_BLOCK = 64
"""Images at a time: their maps stay in the processor's cache."""


def augment(
    images: Images, labels: Labels, augmentation: Augmentation, rng: np.random.Generator
) -> tuple[Images, Labels]:
    """Return a randomly changed copy of each image, and the labels.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28), 0 = paper
    labels : ndarray of int64, shape (n,)
    augmentation : Augmentation
        How much of what; where all is zero the images come back as they are.
    rng : numpy.random.Generator
        The same state gives the same changes.

    Returns
    -------
    images : ndarray of uint8, shape (n, 28, 28)
    labels : ndarray of int64, shape (n,)
        `NOT_A_DIGIT` (-1) where `augmentation.non_digits` replaced the image: the target
        of such an image is the same probability for every digit.
    """
    count = len(images)
    maps = random_maps(count, augmentation, rng)
    changed, labels = images.copy(), labels.copy()
    replaced = rng.random(count) < augmentation.non_digits
    drawn = (rng.random(count) < augmentation.drawn) & ~replaced
    habit = (rng.random(count) < augmentation.pen_habits) & ~replaced & ~drawn
    if drawn.any():
        changed[drawn], labels[drawn] = drawn_digits(int(drawn.sum()), rng)
    exact = drawn & (rng.random(count) < _EXACT)
    as_drawn = changed[exact]
    changed[habit] = add_habits(images[habit], labels[habit], rng)
    if replaced.any():
        changed[replaced] = non_digits(images, labels, int(replaced.sum()), rng)
    labels[replaced] = NOT_A_DIGIT
    redrawn = (changed != images).any(axis=(1, 2))
    maps.offsets[redrawn] += off_centre(changed[redrawn])
    maps.matrices[redrawn] *= oversize(changed[redrawn])[:, None, None]
    widths = random_widths(count, augmentation, rng)
    for start in range(0, count, _BLOCK):
        block = slice(start, start + _BLOCK)
        moved = change_width(warp(changed[block], maps.part(block)), widths[block])
        changed[block] = np.clip(moved + 0.5, 0, 255)
    changed[exact] = as_drawn
    return changed, labels


def augmented_sample(
    images: Images,
    labels: Labels,
    augmentation: Augmentation,
    *,
    count: int,
    rng: np.random.Generator,
) -> Images:
    """Return so many of the images, chosen and changed at random: uint8 (count, 28, 28).

    Each is drawn from all of them, so one may come twice; of no images come none.
    """
    chosen = rng.integers(len(labels), size=count) if len(labels) else np.empty(0, np.intp)
    return augment(images[chosen], labels[chosen], augmentation, rng)[0]
