from __future__ import annotations

import numpy as np
import pytest

from core.second_look.changes import (
    KINDS,
    STRENGTHS,
    Change,
    changed,
    kind_words,
    neutral,
    words,
)


@pytest.fixture
def images():
    """A dot right of the centre, and a bar."""
    made = np.zeros((2, 28, 28), np.uint8)
    made[0, 13:15, 20:22] = 255
    made[1, 5:23, 12:16] = 255
    return made


def centre(image):
    rows, columns = np.nonzero(image > 100)
    return columns.mean(), rows.mean()


@pytest.mark.parametrize("kind", KINDS)
def test_the_neutral_strength_changes_nothing_and_is_measured(kind, images):
    assert neutral(kind) in STRENGTHS[kind]
    np.testing.assert_array_equal(changed(images, Change(kind, neutral(kind))), images)
    assert words(Change(kind, STRENGTHS[kind][0]))
    assert kind_words(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_other_strength_changes_something_and_gives_images(kind, images):
    for strength in STRENGTHS[kind]:
        if strength != neutral(kind):
            made = changed(images, Change(kind, strength))
            assert made.dtype == np.uint8
            assert made.shape == images.shape
            assert (made != images).any()


def test_a_turn_is_clockwise(images):
    x, y = centre(changed(images, Change("rotation", 90))[0])
    assert x == pytest.approx(13.5, abs=0.6)
    assert y == pytest.approx(20.5, abs=0.6)


def test_a_shift_moves_to_the_right(images):
    np.testing.assert_array_equal(
        changed(images, Change("shift", 3))[0, :, 3:], images[0, :, :-3]
    )


def test_a_larger_size_moves_things_away_from_the_centre(images):
    x, _ = centre(changed(images, Change("scale", 1.3))[0])
    assert x == pytest.approx(13.5 + 1.3 * 7, abs=0.6)


def test_width_thickens_and_thins(images):
    ink = images[1].sum(dtype=int)
    assert changed(images, Change("width", 2))[1].sum(dtype=int) > 1.5 * ink
    assert changed(images, Change("width", -1))[1].sum(dtype=int) < ink


def test_contrast_pales_the_ink_and_noise_is_the_same_each_time(images):
    assert changed(images, Change("contrast", 0.2)).max() == 51
    noisy = [changed(images, Change("noise", 0.3)) for _ in range(2)]
    np.testing.assert_array_equal(*noisy)
