"""Which way up digits lie: by their means, compared with those of MNIST."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.sample import load_sample
from core.records import Floats, Images, Labels

TURNS: dict[str, Callable[[NDArray[Any]], NDArray[Any]]] = {
    "upright": lambda images: images,
    "transposed": lambda images: images.swapaxes(-1, -2),
    "upside down": lambda images: images[..., ::-1, ::-1],
    "on the left side": lambda images: np.rot90(images, -1, (-2, -1)),
    "on the right side": lambda images: np.rot90(images, 1, (-2, -1)),
    "mirrored": lambda images: images[..., ::-1],
    "mirrored upside down": lambda images: images[..., ::-1, :],
    "transposed the other way": lambda images: images[..., ::-1, ::-1].swapaxes(-1, -2),
}
"""How digits may lie, and what brings them upright; pixel by pixel, the shape stays."""

_LOOKED_AT = 5_000
_FEWEST_IMAGES, _FEWEST_CLASSES = 60, 6
_ALIKE, _CLEARLY = 0.85, 0.12
"""MNIST's test digits agree by .99 with the sample's means, transposed ones by .56, mirrored
ones by .77; the means of digits under wrong labels agree by .80."""


def turned(images: Images, how: str) -> Images:
    """Return images, uint8 (n, 28, 28), that lie in this way, brought upright."""
    return np.ascontiguousarray(TURNS[how](images))


def orientation_of(images: Images, labels: Labels) -> str | None:
    """Return how digits lie, a key of `TURNS`; None where it cannot be told.

    Too few images, or images that look like MNIST's digits in no way, tell nothing.
    """
    step = max(1, len(images) // _LOOKED_AT)
    images, labels = images[::step], labels[::step]
    present = np.flatnonzero(np.bincount(labels, minlength=10)[:10])
    if len(images) < _FEWEST_IMAGES or len(present) < _FEWEST_CLASSES:
        return None
    means = np.stack(
        [images[labels == digit].mean(axis=0, dtype=np.float32) for digit in present]
    )
    alike = {how: _agreement(turn(means), present) for how, turn in TURNS.items()}
    best = max(alike, key=lambda how: alike[how])
    if alike[best] < _ALIKE or alike[best] < alike["upright"] + _CLEARLY:
        return "upright" if alike["upright"] >= _ALIKE else None
    return best


def likeness(images: Images, labels: Labels) -> float:
    """Return how much the means of digits agree with MNIST's, -1 to 1."""
    present = np.flatnonzero(np.bincount(labels, minlength=10)[:10])
    means = np.stack(
        [images[labels == digit].mean(axis=0, dtype=np.float32) for digit in present]
    )
    return _agreement(means, present)


def _agreement(means: Floats, digits: Labels) -> float:
    """Return the mean correlation of mean digits with MNIST's."""
    own = means.reshape(len(means), -1)
    known = _mnist_means()[digits].reshape(len(digits), -1)
    own = own - own.mean(axis=1, keepdims=True)
    known = known - known.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(own, axis=1) * np.linalg.norm(known, axis=1)
    return float(((own * known).sum(axis=1) / np.maximum(lengths, 1e-9)).mean())


@cache
def _mnist_means() -> Floats:
    sample = load_sample()
    images, labels = sample.train_images, sample.train_labels
    return np.stack([images[labels == d].mean(axis=0, dtype=np.float32) for d in range(10)])
