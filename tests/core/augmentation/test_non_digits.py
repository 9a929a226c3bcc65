"""Things that are no digits, for training: drawings, pairs of digits, digits lying down."""

from __future__ import annotations

import numpy as np
import pytest

from core.augmentation import doodles, letter_parts, scribbles, shapes, signs
from core.augmentation.digit_pairs import digit_pairs
from core.augmentation.non_digit_kinds import KINDS, drawn_kind
from core.augmentation.non_digits import non_digits

INK = 64


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.fixture(scope="module")
def digits(sample):
    every = np.arange(0, 4000, 10)
    return sample.train_images[every], sample.train_labels[every]


def test_figures_fill_the_box_as_the_pad_draws_them():
    none = np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64)
    shapes = non_digits(*none, 600, rng())
    assert shapes.dtype == np.uint8
    rows, columns = shapes.max(axis=2) > INK, shapes.max(axis=1) > INK
    longest = np.maximum(rows.sum(axis=1), columns.sum(axis=1))
    assert np.median(longest) == pytest.approx(20, abs=1)
    assert longest.max() <= 22


@pytest.mark.parametrize("kind", sorted(set(KINDS), key=lambda f: f.__name__))
def test_every_figure_is_paths_of_points_and_never_twice_the_same(kind):
    first, again, other = kind(rng(1)), kind(rng(1)), kind(rng(2))
    assert all(path.ndim == 2 and path.shape[1] == 2 and len(path) >= 2 for path in first)
    assert all(np.isfinite(path).all() for path in first)
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert len(first) != len(other) or any(
        a.shape != b.shape or (a != b).any() for a, b in zip(first, other, strict=True)
    )


@pytest.mark.parametrize("module", [doodles, letter_parts, scribbles, shapes, signs])
def test_every_generator_of_a_module_is_used(module):
    made = {name for name in vars(module) if not name.startswith("_")}
    generators = {
        name
        for name in made
        if getattr(vars(module)[name], "__module__", "") == module.__name__
        and "Drawing" in str(vars(module)[name].__annotations__.get("return"))
    }
    assert generators <= {kind.__name__ for kind in KINDS}


def test_a_figure_is_of_the_kind_whose_turn_it_is():
    drawn = drawn_kind(KINDS.index(shapes.cross), rng())
    assert 2 <= len(drawn) <= 3
    every = np.concatenate(drawn)
    assert np.ptp(every, axis=0).max() == pytest.approx(1.0)


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
