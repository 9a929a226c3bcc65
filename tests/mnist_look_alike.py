"""A data set that has as many images as MNIST and is another one, as Fashion-MNIST is."""

from __future__ import annotations

import numpy as np

from core.data.mnist import TEST_IMAGES, TRAIN_IMAGES
from core.records import Dataset


def look_alike() -> Dataset:
    """Return images without ink, of each class as many."""
    train, test = (np.zeros((count, 28, 28), np.uint8) for count in (TRAIN_IMAGES, TEST_IMAGES))
    labels = [np.arange(len(images), dtype=np.int64) % 10 for images in (train, test)]
    return Dataset("Fashion", "/data/fashion", train, labels[0], test, labels[1])
