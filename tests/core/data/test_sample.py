"""The embedded sample: 5,000 real digits that need no net."""

import numpy as np

from core.data.datasets import load


def test_the_sample_is_stratified_and_mixed(sample):
    assert sample.train_images.shape == (4000, 28, 28)
    assert sample.test_images.shape == (1000, 28, 28)
    assert sample.train_images.dtype == sample.test_images.dtype == np.uint8
    assert sample.train_labels.dtype == sample.test_labels.dtype == np.int64
    assert np.bincount(sample.train_labels).tolist() == [400] * 10
    assert np.bincount(sample.test_labels).tolist() == [100] * 10
    assert np.bincount(sample.train_labels[:400]).min() >= 25


def test_the_sample_never_changes(sample):
    assert sample.fingerprint == "380ff3656692f80c"
    assert (sample.name, sample.source) == ("MNIST sample (5,000)", "built in")


def test_the_sample_looks_like_digits(sample):
    # White on black, 20 x 20 pixels of ink in the middle of 28 x 28.
    assert sample.train_images.max(axis=(1, 2)).min() > 200
    assert sample.train_images[:, 0].mean() < 1
    assert 25 < sample.train_images.mean() < 40


def test_the_sample_is_from_the_training_images_of_mnist(sample, mnist_folder):
    mnist = load(mnist_folder)
    known = {
        (image.tobytes(), label)
        for image, label in zip(mnist.train_images, mnist.train_labels, strict=True)
    }
    for split in ("train", "test"):
        for image, label in zip(sample.images(split), sample.labels(split), strict=True):
            assert (image.tobytes(), label) in known
