"""Data sets of single digits, from wherever they are kept, as a `Dataset`."""

from __future__ import annotations

import importlib.resources
import io

import numpy as np

from core.records import Dataset


def load_sample() -> Dataset:
    """Give the built-in sample: 4,000 training and 1,000 test images of MNIST.

    Each split has as many of each digit, in a mixed order that never changes.
    """
    stored = importlib.resources.files("resources") / "sample" / "mnist_5k.npz"
    with np.load(io.BytesIO(stored.read_bytes()), allow_pickle=False) as arrays:
        return Dataset(
            name="MNIST sample (5,000)",
            source="built in",
            train_images=arrays["x_train"],
            train_labels=arrays["y_train"].astype(np.int64),
            test_images=arrays["x_test"],
            test_labels=arrays["y_test"].astype(np.int64),
        )
