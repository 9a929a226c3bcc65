"""Digits that pens drew: what ships, other hands, and that the pad would draw them so."""

from __future__ import annotations

import importlib.resources
from collections import Counter

import numpy as np
import pytest

from core.augmentation.digit_styles import styled
from core.augmentation.drawn_digits import drawn_digits
from core.augmentation.hands import by_another_hand, dense, inked, unit
from core.ink.preprocess import prepare, redrawn
from core.records import Ink
from resources.build_pens import mislabelled, rounded

SEVEN = [np.array([[0, 0], [40, 2], [20, 60]], float), np.array([[10, 30], [35, 28]], float)]


def rng(seed=0):
    return np.random.default_rng(seed)


class TestShippedPens:
    def test_they_are_many_digits_of_many_writers(self):
        stored = importlib.resources.files("resources") / "pens" / "unipen.npz"
        with importlib.resources.as_file(stored) as file, np.load(file) as arrays:
            count = len(arrays["digits"])
            assert count > 5_700
            assert len(np.unique(arrays["writers"])) == 114
            assert np.bincount(arrays["digits"]).min() > 540
            assert len(arrays["strokes"]) == len(arrays["writers"]) == count
            assert arrays["strokes"].sum() == len(arrays["points"])
            assert arrays["points"].sum() == arrays["steps"].shape[1]

    def test_rounding_moves_no_point_by_a_tenth_of_a_pixel(self):
        strokes = [(rng().random((30, 2)) * 400).tolist()]
        before, after = (
            redrawn(tuple(map(np.float32, strokes))),
            redrawn(tuple(rounded(strokes))),
        )
        assert np.abs(before.astype(int) - after).mean() < 3

    @pytest.mark.parametrize(
        ("digit", "points", "wrong"),
        [
            (4, [[0, 0], [10, 1]], True),
            (1, [[0, 0], [10, 1]], True),
            (1, [[0, 0], [1, 10]], False),
            (0, [[0, 0], [9, 9]], True),
            (7, [[0, 0], [10, 0], [4, 12]], False),
        ],
    )
    def test_a_straight_line_is_no_digit_but_a_one(self, digit, points, wrong):
        assert mislabelled({"digit": digit, "strokes": [points]}) is wrong


class TestDrawnDigits:
    def test_all_digits_come_about_as_often(self):
        images, labels = drawn_digits(1000, rng())
        assert (images.shape, images.dtype) == ((1000, 28, 28), np.uint8)
        assert min(Counter(labels.tolist()).values()) > 60
        assert images.max(axis=(1, 2)).min() == 255

    def test_the_same_state_gives_the_same_digits(self):
        first, again, other = (drawn_digits(50, rng(seed)) for seed in (1, 1, 2))
        assert (first[0] == again[0]).all()
        assert (first[1] == again[1]).all()
        assert (first[0] != other[0]).any(axis=(1, 2)).mean() > 0.9

    def test_they_look_like_what_the_pad_hands_over(self):
        images, _ = drawn_digits(300, rng())
        longest = np.maximum(
            (images.max(axis=1) > 96).sum(axis=1), (images.max(axis=2) > 96).sum(axis=1)
        )
        assert np.median(longest) == pytest.approx(20, abs=1)
        rows = images.sum(axis=2) @ np.arange(28) / images.sum(axis=(1, 2))
        assert np.abs(rows - 14).mean() < 0.5

    def test_none_are_no_trouble(self):
        images, labels = drawn_digits(0, rng())
        assert images.shape == (0, 28, 28)
        assert labels.shape == (0,)


class TestAnotherHand:
    def test_it_draws_something_else_each_time(self):
        drawings = [by_another_hand(SEVEN, rng(seed)) for seed in range(20)]
        pictures = {inked(drawing, rng()).tobytes() for drawing in drawings}
        assert len(pictures) == 20
        assert all(len(drawing) == 2 for drawing in drawings)

    def test_it_stays_about_as_large(self):
        for seed in range(30):
            every = np.concatenate(by_another_hand(SEVEN, rng(seed)))
            assert 0.6 < np.ptp(every, axis=0).max() < 1.7

    def test_a_dot_stays_a_dot(self):
        dot = [np.array([[3.0, 4.0], [3.0, 4.0]])]
        for seed in range(30):
            assert np.ptp(by_another_hand(dot, rng(seed))[0], axis=0).max() == 0

    def test_points_along_a_line_are_not_far_apart(self):
        points = dense(np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 4.0], [3.0, 5.0]]), 0.5)
        assert np.hypot(*np.diff(points, axis=0).T).max() <= 0.5 + 1e-9
        assert (points[-1] == (3.0, 5.0)).all()

    def test_unit_keeps_the_aspect(self):
        every = np.concatenate(unit(SEVEN))
        assert np.ptp(every, axis=0) == pytest.approx((40 / 60, 1.0))


class TestRedrawn:
    def test_it_is_what_prepare_hands_over(self):
        strokes = tuple(path.astype(np.float32) for path in SEVEN)
        stages = prepare(Ink(strokes))
        assert stages is not None
        assert (redrawn(strokes) == stages.centred).all()

    def test_a_wider_pen_leaves_more_ink_in_the_same_box(self):
        strokes = tuple(path.astype(np.float32) for path in SEVEN)
        thin, thick = redrawn(strokes, pen_px=1.8), redrawn(strokes, pen_px=3.2)
        assert thick.mean() > 1.3 * thin.mean()
        assert (thick.max(axis=1) > 96).sum() <= 20

    def test_no_strokes_are_blank(self):
        assert redrawn(()).max() == 0


class TestStyles:
    def test_every_digit_is_written_in_several_ways(self):
        made = [styled(rng(seed)) for seed in range(400)]
        for digit in range(10):
            strokes = [drawing for drawing, which in made if which == digit]
            assert len({tuple(map(len, drawing)) for drawing in strokes}) > 2
