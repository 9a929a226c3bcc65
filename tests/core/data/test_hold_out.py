"""core.data.hold_out: a fair part for testing, the same one each time."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.hold_out import hold_out
from core.errors import DataError


@pytest.fixture
def without_test(sample):
    return sample.first(None, 0)


def rows(images):
    return sorted(image.tobytes() for image in images)


def test_a_fifth_of_each_class_is_held_out_and_nothing_is_lost(without_test):
    parted = hold_out(without_test)
    assert np.bincount(parted.test_labels).tolist() == [80] * 10
    assert np.bincount(parted.train_labels).tolist() == [320] * 10
    both = [*parted.train_images, *parted.test_images]
    assert rows(both) == rows(without_test.train_images)


def test_the_labels_stay_with_their_images(without_test):
    parted = hold_out(without_test)
    known = dict(
        zip(map(bytes, without_test.train_images), without_test.train_labels, strict=True)
    )
    for image, label in zip(parted.test_images, parted.test_labels, strict=True):
        assert known[bytes(image)] == label


def test_the_seed_decides_which(without_test):
    first, again, other = (hold_out(without_test, seed=seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first.test_images, again.test_images)
    assert not np.array_equal(first.test_images, other.test_images)


def test_it_is_said_and_the_missing_test_images_no_longer(without_test):
    notes = hold_out(without_test, 0.1).notes
    assert any("400 of 4000 training images (10 % of each class, seed 0)" in n for n in notes)
    assert not any("no test images" in note for note in notes)


def test_what_has_test_images_is_refused(sample):
    with pytest.raises(DataError, match="has 1000 test images already"):
        hold_out(sample)


def test_too_few_images_are_refused(sample):
    with pytest.raises(DataError, match="too few images to hold out 20 %"):
        hold_out(sample.first(1, 0))
