"""Things that are no digits, for training: figures, pairs of digits, digits lying down."""

from __future__ import annotations

import numpy as np
import pytest

from core.augmentation.digit_pairs import digit_pairs
from core.augmentation.non_digits import drawings, non_digits
from core.augmentation.scribbles import FIGURES

INK = 64


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.fixture(scope="module")
def digits(sample):
    every = np.arange(0, 4000, 10)
    return sample.train_images[every], sample.train_labels[every]


def test_drawings_are_the_same_each_time_and_fill_the_box():
    shapes = drawings()
    assert drawings() is shapes
    assert shapes.dtype == np.uint8
    rows, columns = shapes.max(axis=2) > INK, shapes.max(axis=1) > INK
    longest = np.maximum(rows.sum(axis=1), columns.sum(axis=1))
    assert np.median(longest) == pytest.approx(20, abs=1)
    assert longest.max() <= 22


@pytest.mark.parametrize("figure", sorted(set(FIGURES), key=lambda f: f.__name__))
def test_every_figure_is_paths_of_points_and_never_twice_the_same(figure):
    first, again, other = figure(rng(1)), figure(rng(1)), figure(rng(2))
    assert all(path.ndim == 2 and path.shape[1] == 2 and len(path) >= 2 for path in first)
    assert all(np.isfinite(path).all() for path in first)
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert len(first) != len(other) or any(
        a.shape != b.shape or (a != b).any() for a, b in zip(first, other, strict=True)
    )


def test_they_are_many_and_different(digits):
    made = non_digits(*digits, 500, rng())
    assert made.shape == (500, 28, 28)
    assert len(np.unique(made.reshape(500, -1), axis=0)) > 400
    assert (made.max(axis=(1, 2)) > 150).mean() > 0.99


def test_without_digits_at_hand_there_are_drawings():
    none = np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64)
    assert (non_digits(*none, 50, rng()).max(axis=(1, 2)) > 150).all()


class TestPairs:
    def test_they_stand_side_by_side_in_the_box(self, digits):
        pairs = digit_pairs(digits[0], 300, rng())
        columns = pairs.max(axis=1) > INK
        first = columns.argmax(axis=1)
        last = 27 - columns[:, ::-1].argmax(axis=1)
        assert np.median(last - first) == pytest.approx(20, abs=1.5)
        assert (last - first).max() <= 23
        assert (pairs[:, :, :13].max(axis=(1, 2)) > INK).mean() > 0.99
        assert (pairs[:, :, 15:].max(axis=(1, 2)) > INK).mean() > 0.99

    def test_wide_pairs_are_low_and_narrow_ones_are_not(self):
        block = np.zeros((1, 28, 28), np.uint8)
        block[:, 4:24, 4:24] = 255
        stem = np.zeros((1, 28, 28), np.uint8)
        stem[:, 4:24, 13:15] = 255
        heights = [
            (digit_pairs(image, 20, rng()).max(axis=2) > 128).sum(axis=1).mean()
            for image in (block, stem)
        ]
        assert heights[0] <= 12
        assert heights[1] == pytest.approx(20, abs=1)

    def test_the_pen_keeps_its_width(self, digits):
        """Twice the ink of one digit, of half the length: about the ink of one."""
        pairs = digit_pairs(digits[0], 300, rng())
        assert pairs.mean() / digits[0].mean() == pytest.approx(1.15, abs=0.35)
