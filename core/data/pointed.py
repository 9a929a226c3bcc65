"""Which images a look at a data set speaks of: the blank ones, the repeated ones, and so on.

`core.data.facts` counts them, on samples where images are compared with each other; here they
are named, for a person who wants to see them. All give indices in the split, int64, rising.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.data.facts import image_keys
from core.data.near_images import NearImages
from core.layers import SIDE_PX
from core.records import Dataset, Images, Labels

Indices = NDArray[np.int64]

LOOKED_THROUGH = 10_000
"""Labels that are held against the nearest images: a second's work."""

AMONG = 4_000
"""Images among which these are looked for."""


def blank(images: Images) -> Indices:
    """Return the images whose pixels are all the same."""
    flat = images.reshape(len(images), SIDE_PX * SIDE_PX)
    return np.flatnonzero(flat.min(axis=1) == flat.max(axis=1))


def on_light_paper(images: Images) -> Indices:
    """Return the images that are dark on light paper."""
    ring = np.ones((SIDE_PX, SIDE_PX), bool)
    ring[1:-1, 1:-1] = False
    if not len(images):
        return _none()
    border = images[:, ring].mean(axis=1, dtype=np.float32) / 255
    ink = images.mean(axis=(1, 2), dtype=np.float32) / 255
    return np.flatnonzero((border > 0.5) & (ink > 0.5))


def repeated(images: Images, labels: Labels, *, contradicting: bool = False) -> Indices:
    """Return the images that occur more than once; `contradicting`: with several labels."""
    if not len(images):
        return _none()
    _, group, counts = np.unique(image_keys(images), return_inverse=True, return_counts=True)
    if not contradicting:
        return np.flatnonzero(counts[group] > 1)
    lowest = np.full(len(counts), np.iinfo(np.int64).max)
    highest = np.full(len(counts), np.iinfo(np.int64).min)
    np.minimum.at(lowest, group, labels)
    np.maximum.at(highest, group, labels)
    return np.flatnonzero((lowest != highest)[group])


def leaked(dataset: Dataset) -> Indices:
    """Return the test images that are training images too."""
    known = image_keys(dataset.train_images)
    return np.flatnonzero(np.isin(image_keys(dataset.test_images), known))


def doubtful(dataset: Dataset, split: str = "train") -> Indices:
    """Return the images whose five nearest training images all bear another label.

    Of a large split only `LOOKED_THROUGH` images are asked, evenly spaced, and each half of
    the training images among the other half: none is its own neighbour.
    """
    images, labels = dataset.train_images, dataset.train_labels
    mixed = np.random.default_rng(0).permutation(len(labels))
    if split == "test":
        among = mixed[:AMONG]
        asked = _spaced(len(dataset.test_labels))
        near = NearImages(images[among], labels[among])
        return asked[near.against(dataset.test_images[asked], dataset.test_labels[asked])]
    halves = np.array_split(mixed, 2)
    found = [_against(images, labels, *pair) for pair in (halves, halves[::-1])]
    return np.sort(np.concatenate(found))


def _against(images: Images, labels: Labels, asked: Indices, among: Indices) -> Indices:
    asked, among = asked[: LOOKED_THROUGH // 2], among[:AMONG]
    near = NearImages(images[among], labels[among])
    return asked[near.against(images[asked], labels[asked])]


def _spaced(count: int) -> Indices:
    return np.linspace(0, max(count - 1, 0), min(count, LOOKED_THROUGH)).astype(np.int64)


def _none() -> Indices:
    return np.zeros(0, np.int64)
