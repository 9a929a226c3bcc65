"""MNIST is told by its images, and not by how many there are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.datasets import load
from core.data.mnist import (
    TEST_IMAGES,
    TRAIN_IMAGES,
    begins_as_mnist,
    images_of,
    is_mnist,
    is_sample,
)
from tests.mnist_look_alike import look_alike


@pytest.fixture(scope="module")
def mnist(mnist_folder):
    return load(mnist_folder)


def test_the_whole_mnist_is_known_by_its_images(mnist):
    assert is_mnist(mnist)
    assert begins_as_mnist(mnist)
    assert not is_mnist(look_alike())
    assert not begins_as_mnist(look_alike())


def test_a_single_other_label_makes_it_another_data_set(mnist):
    labels = mnist.train_labels.copy()
    labels[-1] = (labels[-1] + 1) % 10
    other = replace(mnist, train_labels=labels)
    assert not is_mnist(other)
    # ... but the first thousand are what they were.
    assert begins_as_mnist(other)


def test_a_part_of_it_begins_as_it_does_if_it_is_the_first(mnist):
    part = mnist.first(5_000, 1_000)
    assert not is_mnist(part)
    assert begins_as_mnist(part)
    assert not begins_as_mnist(mnist.first(999, 1_000))


def test_the_sample_is_known_by_name_and_source(sample, mnist):
    assert is_sample(sample)
    assert not is_sample(mnist)
    assert not is_sample(replace(mnist, source="built in"))


def test_a_figure_is_of_the_images_that_its_name_says():
    assert [images_of(what) for what in ("loss", "training accuracy")] == [TRAIN_IMAGES] * 2
    assert [images_of(what) for what in ("val_loss", "test accuracy")] == [TEST_IMAGES] * 2


def test_the_fingerprint_is_of_images_and_labels_alone(sample):
    renamed = replace(sample, name="x", source="y", train_images=sample.train_images.copy())
    assert renamed.fingerprint == sample.fingerprint
    assert np.array_equal(renamed.train_images, sample.train_images)
