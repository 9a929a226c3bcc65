"""The sample of MNIST that comes with Inkling."""

from __future__ import annotations

import importlib.resources

import numpy as np

from core.data.formats.array_files import read_arrays
from core.data.mnist import SAMPLE_NAME, SAMPLE_SOURCE
from core.records import Dataset


def load_sample() -> Dataset:
    """Return the built-in sample: 4,000 training and 1,000 test images of MNIST.

    Each split has as many of each digit, in a mixed order that never changes.
    """
    stored = importlib.resources.files("resources") / "sample" / "mnist_5k.npz"
    with importlib.resources.as_file(stored) as file:
        train, test = read_arrays((file,))
    return Dataset(
        name=SAMPLE_NAME,
        source=SAMPLE_SOURCE,
        train_images=train.images,
        train_labels=train.labels.astype(np.int64),
        test_images=test.images,
        test_labels=test.labels.astype(np.int64),
    )
