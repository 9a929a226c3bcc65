"""core.data.orientation: which way up digits lie; what is no digit is left alone."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.orientation import TURNS, orientation_of, turned

OPPOSITE = {"on the left side": "on the right side", "on the right side": "on the left side"}


@pytest.mark.parametrize("how", TURNS)
def test_each_way_is_told_and_undone(sample, how):
    images, labels = sample.test_images, sample.test_labels
    lying = turned(images, OPPOSITE.get(how, how))
    assert orientation_of(lying, labels) == how
    np.testing.assert_array_equal(turned(lying, how), images)


def test_images_that_are_no_digits_tell_nothing(sample):
    noise = np.random.default_rng(0).integers(0, 256, (500, 28, 28), dtype=np.uint8)
    labels = np.arange(500) % 10
    assert orientation_of(noise, labels) is None
    assert orientation_of(noise.cumsum(axis=1).astype(np.uint8), labels) is None
    shuffled = np.random.default_rng(1).permutation(sample.test_labels)
    assert orientation_of(sample.test_images, (shuffled + 1) % 10) in (None, "upright")


def test_too_few_images_tell_nothing(sample):
    assert orientation_of(sample.test_images[:20], sample.test_labels[:20]) is None
    ones = sample.test_labels < 3
    assert orientation_of(sample.test_images[ones], sample.test_labels[ones]) is None
