"""Random changes to training images: what they keep, and what they are made of."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.augmentation.augment import NOT_A_DIGIT, augment
from core.augmentation.pen_habits import add_habits, off_centre
from core.augmentation.segments import coverage, draw, erase
from core.augmentation.warp import random_maps, warp
from core.records import Augmentation

NOTHING = Augmentation(rotation=0, scale=0, shear=0, shift=0, elastic=0, thicker=0, thinner=0)
GEOMETRY = Augmentation(thicker=0, thinner=0)


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.fixture(scope="module")
def digits(sample):
    """400 real digits, all ten among them."""
    every = np.arange(0, 4000, 10)
    return sample.train_images[every], sample.train_labels[every]


def centres(images):
    """The centre of mass of each image, (x, y)."""
    return off_centre(images) + 14.0


class TestAugment:
    def test_shapes_and_types_stay(self, digits):
        images, labels = augment(*digits, Augmentation(pen_habits=0.5, non_digits=0.2), rng())
        assert (images.shape, images.dtype) == ((400, 28, 28), np.uint8)
        assert (labels.shape, labels.dtype) == ((400,), np.int64)

    def test_the_same_state_gives_the_same_images(self, digits):
        wish = Augmentation(pen_habits=0.5, non_digits=0.2)
        first, second = (augment(*digits, wish, rng(3)) for _ in range(2))
        other = augment(*digits, wish, rng(4))
        assert (first[0] == second[0]).all()
        assert (first[1] == second[1]).all()
        assert (first[0] != other[0]).any(axis=(1, 2)).mean() > 0.95

    def test_nothing_wished_changes_nothing(self, digits):
        images, labels = augment(*digits, NOTHING, rng())
        assert (images == digits[0]).all()
        assert (labels == digits[1]).all()

    def test_the_images_handed_over_are_not_written_to(self, digits):
        before = digits[0].copy(), digits[1].copy()
        augment(*digits, Augmentation(pen_habits=1.0, non_digits=0.5), rng())
        assert (digits[0] == before[0]).all()
        assert (digits[1] == before[1]).all()

    def test_no_images_are_no_trouble(self):
        none = np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64)
        images, labels = augment(*none, Augmentation(pen_habits=1.0, non_digits=1.0), rng())
        assert images.shape == (0, 28, 28)
        assert labels.shape == (0,)

    def test_blank_images_stay_blank(self):
        blank = np.zeros((30, 28, 28), np.uint8), np.arange(30, dtype=np.int64) % 10
        images, _ = augment(*blank, Augmentation(pen_habits=1.0), rng())
        assert images.max() == 0

    def test_labels_stay_without_non_digits(self, digits):
        _, labels = augment(*digits, Augmentation(pen_habits=1.0), rng())
        assert (labels == digits[1]).all()

    @pytest.mark.parametrize(
        "wish",
        [GEOMETRY, Augmentation(), replace(GEOMETRY, elastic=0), Augmentation(pen_habits=0.3)],
    )
    def test_the_ink_stays_about_as_much(self, digits, wish):
        images, _ = augment(*digits, wish, rng())
        assert images.mean() / digits[0].mean() == pytest.approx(1.0, abs=0.12)

    def test_thicker_has_more_ink_and_thinner_less(self, digits):
        before = digits[0].mean()
        thicker, _ = augment(*digits, replace(NOTHING, thicker=1.0), rng())
        thinner, _ = augment(*digits, replace(NOTHING, thinner=1.0), rng())
        assert 1.15 < thicker.mean() / before < 1.6
        assert 0.5 < thinner.mean() / before < 0.9

    def test_the_thinnest_strokes_do_not_vanish(self, digits):
        thinner, _ = augment(*digits, replace(NOTHING, thinner=1.0), rng())
        assert thinner.max(axis=(1, 2)).min() > 200

    def test_only_the_share_that_was_asked_for_is_changed(self, digits):
        thicker, _ = augment(*digits, replace(NOTHING, thicker=0.25), rng())
        changed = (thicker != digits[0]).any(axis=(1, 2)).mean()
        assert changed == pytest.approx(0.25, abs=0.07)

    def test_the_share_of_non_digits(self, digits):
        images, labels = augment(*digits, replace(NOTHING, non_digits=0.3), rng())
        replaced = labels == NOT_A_DIGIT
        assert replaced.mean() == pytest.approx(0.3, abs=0.07)
        assert (images[~replaced] == digits[0][~replaced]).all()
        assert (images[replaced] != digits[0][replaced]).any(axis=(1, 2)).all()

    def test_the_share_of_drawn_digits(self, digits):
        images, labels = augment(*digits, replace(NOTHING, drawn=0.3), rng())
        replaced = (images != digits[0]).any(axis=(1, 2))
        assert replaced.mean() == pytest.approx(0.3, abs=0.07)
        assert (labels[~replaced] == digits[1][~replaced]).all()
        assert set(labels[replaced]) == set(range(10))

    def test_half_of_the_drawn_digits_stay_as_the_pen_left_them(self, digits):
        plain, _ = augment(*digits, replace(NOTHING, drawn=1.0), rng())
        turned, _ = augment(*digits, replace(NOTHING, drawn=1.0, rotation=10), rng())
        kept = {image.tobytes() for image in plain}
        exact = np.mean([image.tobytes() in kept for image in turned])
        assert exact == pytest.approx(0.5, abs=0.08)


class TestWarp:
    def test_a_shift_moves_the_centre_by_at_most_its_pixels(self, digits):
        images, _ = augment(*digits, replace(NOTHING, shift=2.0), rng())
        moved = np.abs(centres(images) - centres(digits[0]))
        assert 1.7 < moved.max() < 2.1

    def test_a_rotation_keeps_the_distances_from_the_centre(self):
        dot = np.zeros((50, 28, 28), np.uint8)
        dot[:, 13:15, 21:23] = 255
        moved = warp(dot, random_maps(50, replace(NOTHING, rotation=40), rng()))
        away = centres(moved.astype(np.uint8)) - 13.5
        assert np.hypot(*away.T) == pytest.approx(8.0, abs=0.1)
        angles = np.degrees(np.arctan2(away[:, 1], away[:, 0]))
        assert np.abs(angles).max() <= 40.5
        assert angles.min() < -20 < 20 < angles.max()

    def test_a_scale_changes_the_extent_by_at_most_its_share(self):
        bar = np.zeros((60, 28, 28), np.uint8)
        bar[:, 4:24, 4:24] = 255
        moved = warp(bar, random_maps(60, replace(NOTHING, scale=0.15), rng()))
        widths = moved[:, 13].sum(axis=1) / 255
        assert widths.min() == pytest.approx(20 / 1.15, abs=0.5)
        assert widths.max() == pytest.approx(20 * 1.15, abs=0.5)

    def test_bends_have_the_size_that_was_asked_for(self):
        ramp = np.broadcast_to(np.arange(28, dtype=np.uint8) * 9, (300, 28, 28))
        moved = warp(ramp, random_maps(300, replace(NOTHING, elastic=1.5), rng()))
        pixels = (moved - ramp)[:, 8:20, 8:20] / 9
        assert pixels.std() == pytest.approx(1.5, rel=0.1)

    def test_what_lies_outside_is_paper(self):
        full = np.full((20, 28, 28), 255, np.uint8)
        maps = random_maps(20, replace(NOTHING, shift=0), rng())
        maps.offsets[:] = (30.0, 0.0)
        assert warp(full, maps).max() == 0


class TestPenHabits:
    @pytest.mark.parametrize("digit", [0, 1, 4, 5, 7, 8, 9])
    def test_every_digit_with_a_habit_gets_one(self, digits, digit):
        images = digits[0][digits[1] == digit]
        changed = add_habits(images, np.full(len(images), digit), rng())
        # An open 4 has nothing more to open.
        assert (changed != images).any(axis=(1, 2)).mean() > (0.7 if digit == 4 else 0.9)

    @pytest.mark.parametrize("digit", [2, 3, 6])
    def test_the_others_stay(self, digits, digit):
        images = digits[0][digits[1] == digit]
        assert (add_habits(images, np.full(len(images), digit), rng()) == images).all()

    def test_a_bar_crosses_the_stem_of_a_seven(self):
        seven = np.zeros((40, 28, 28), np.uint8)
        seven[:, 4:6, 8:18] = 255
        seven[:, 6:24, 16:18] = 255
        changed = add_habits(seven, np.full(40, 7), rng())
        new = (changed > 128) & (seven == 0)
        barred = new[:, 8:20, 18:22].any(axis=(1, 2)) & new[:, 8:20, 11:16].any(axis=(1, 2))
        assert barred.mean() > 0.4

    def test_a_slash_that_would_fill_a_zero_is_left_out(self):
        blot = np.zeros((200, 28, 28), np.uint8)
        blot[:, 4:24, 10:17] = 255
        blot[:, 12:16, 13] = 0
        changed = add_habits(blot, np.zeros(200, np.int64), rng())
        kept = (changed == blot).all(axis=(1, 2))
        # Three of the five habits of a 0 are slashes.
        assert kept.mean() == pytest.approx(0.6, abs=0.1)

    def test_redrawn_digits_come_back_to_the_centre(self, digits):
        ones = digits[0][digits[1] == 1]
        images, _ = augment(
            ones, np.ones(len(ones), np.int64), replace(NOTHING, pen_habits=1.0), rng()
        )
        assert np.abs(off_centre(images)).max() < 0.6

    @pytest.mark.parametrize("digit", [0, 1, 7])
    def test_redrawn_digits_fit_the_box_again(self, digits, digit):
        mine = digits[0][digits[1] == digit]
        labels = np.full(len(mine), digit)
        images, _ = augment(mine, labels, replace(NOTHING, pen_habits=1.0), rng())
        longest = np.maximum(
            (images.max(axis=1) > 96).sum(axis=1), (images.max(axis=2) > 96).sum(axis=1)
        )
        assert longest.max() <= 22


class TestSegments:
    def test_ink_is_where_the_segment_is(self):
        ends = np.array([[4.0, 10.0]], np.float32), np.array([[20.0, 10.0]], np.float32)
        ink = coverage(*ends, np.array([1.0], np.float32))[0]
        assert (ink[10, 4:21] == 1).all()
        assert (ink[9, 4:21] == 0.5).all()
        assert ink[:8].max() == ink[13:].max() == 0

    def test_equal_ends_make_a_dot(self):
        at = np.array([[14.0, 14.0]], np.float32)
        ink = coverage(at, at, np.array([1.5], np.float32))[0]
        assert ink[14, 14] == 1
        assert ink.sum() == pytest.approx(np.pi * 1.5**2, rel=0.1)

    def test_draw_adds_and_erase_takes_away(self):
        at, radius = np.array([[14.0, 14.0]], np.float32), np.array([2.0], np.float32)
        drawn = draw(np.zeros((1, 28, 28), np.uint8), at, at, radius)
        assert drawn.max() == 255
        assert erase(drawn, at, radius + 1).max() == 0
