"""What is known of MNIST itself: how much there is of it, and how it is told from other data.

By its very images and labels, not by counts: Fashion-MNIST has 60,000 + 10,000 images too, and
what was published for MNIST says nothing of it.
"""

from __future__ import annotations

from core.records import Dataset

TRAIN_IMAGES, TEST_IMAGES = 60_000, 10_000
"""How many images the whole MNIST has."""

FINGERPRINT = "1e35582d42a90940"
"""`Dataset.fingerprint` of the whole MNIST."""

FIRST_IMAGES = 1_000
FIRST_FINGERPRINT = "67cc8ea21a2a1cf0"
"""Of its first so many training and test images: what the tutorial in NumPy uses."""

SAMPLE_NAME, SAMPLE_SOURCE = "MNIST sample (5,000)", "built in"
"""What the embedded sample is called, and where it comes from."""


def images_of(what: str) -> int:
    """Return how many of MNIST's images a figure is of: "val_loss", "test accuracy" ..."""
    return TEST_IMAGES if what.startswith(("val", "test")) else TRAIN_IMAGES


def is_mnist(dataset: Dataset) -> bool:
    """Return whether these are the images and labels of the whole MNIST, in its order."""
    sizes = len(dataset.train_labels), len(dataset.test_labels)
    # Counted first: to look at all images takes a twentieth of a second.
    return sizes == (TRAIN_IMAGES, TEST_IMAGES) and dataset.fingerprint == FINGERPRINT


def begins_as_mnist(dataset: Dataset) -> bool:
    """Return whether the first `FIRST_IMAGES` of both splits are MNIST's."""
    return dataset.first(FIRST_IMAGES, FIRST_IMAGES).fingerprint == FIRST_FINGERPRINT


def is_sample(dataset: Dataset) -> bool:
    """Return whether this is the embedded sample: MNIST's images, but not all of them."""
    return (dataset.name, dataset.source) == (SAMPLE_NAME, SAMPLE_SOURCE)
