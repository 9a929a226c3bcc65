"""Strokes become what MNIST's own program would have made of them."""

import numpy as np
import pytest

from core.ink.preprocess import BOX_PX, naive, prepare
from core.records import Ink


def stroke(*points):
    return np.array(points, np.float32)


SEVEN = (stroke((10, 10), (60, 12), (58, 30), (30, 90)), stroke((25, 50), (55, 48)))
THREE = (stroke((20, 20), (45, 10), (60, 25), (35, 45), (62, 65), (45, 88), (18, 80)),)


def mass_centre(image):
    rows, columns = np.indices(image.shape)
    return (image * rows).sum() / image.sum(), (image * columns).sum() / image.sum()


def ink_box(image):
    rows, columns = np.flatnonzero(image.any(1)), np.flatnonzero(image.any(0))
    return rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1


@pytest.mark.parametrize("strokes", [SEVEN, THREE])
def test_size_place_and_darkness_are_those_of_mnist(strokes):
    image = prepare(Ink(strokes)).centred
    assert image.dtype == np.uint8
    assert image.shape == (28, 28)
    assert max(ink_box(image)) == 20
    assert image.max() == 255
    for centre in mass_centre(image):
        assert 13.4 < centre <= 14.6


@pytest.mark.parametrize("strokes", [SEVEN, THREE])
@pytest.mark.parametrize(
    ("scale", "dx", "dy"), [(0.13, 3, 500), (7.7, -40, 12.34), (1, 1e4, 0)]
)
def test_size_and_place_of_the_writing_change_nothing(strokes, scale, dx, dy):
    moved = tuple((s * scale + (dx, dy)).astype(np.float32) for s in strokes)
    before, after = prepare(Ink(strokes)).centred, prepare(Ink(moved)).centred
    assert np.abs(before.astype(int) - after).max() <= 12
    assert np.abs(before.astype(int) - after).mean() < 0.2


def test_the_order_and_direction_of_strokes_change_nothing():
    turned = tuple(s[::-1] for s in SEVEN[::-1])
    before, after = prepare(Ink(SEVEN)).centred, prepare(Ink(turned)).centred
    assert np.abs(before.astype(int) - after).max() <= 12


def test_the_line_is_equally_wide_however_large_the_writing():
    for scale in (0.1, 1.0, 40.0):
        image = prepare(Ink((stroke((0, 0), (0, 10 * scale)),))).centred
        assert image[10].sum() / 255 == pytest.approx(2.4, abs=0.13)


def test_the_stages_lead_from_one_to_the_next():
    stages = prepare(Ink(THREE, sheet=(100, 100)))
    assert stages.ink.shape == (160, 160)
    assert stages.boxed.shape == (160, 160)
    assert stages.small.shape == (BOX_PX, BOX_PX)
    rows, columns = np.flatnonzero(stages.centred.any(1)), np.flatnonzero(stages.centred.any(0))
    small = stages.small[stages.small.any(1)][:, stages.small.any(0)]
    np.testing.assert_array_equal(
        stages.centred[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], small
    )


@pytest.mark.parametrize("ink", [Ink(), Ink((stroke(),)), Ink((np.empty((0, 2), np.float32),))])
def test_nothing_drawn_is_nothing_to_read(ink):
    assert prepare(ink) is None
    assert not naive(ink).any()


def test_a_dot_stays_a_dot_in_the_middle():
    image = prepare(Ink((stroke((40, 40)),))).centred
    assert ink_box(image) in {(2, 2), (3, 3), (4, 4)}
    assert 13 <= min(mass_centre(image)) <= max(mass_centre(image)) <= 15


def test_a_horizontal_line_is_twenty_wide_and_thin():
    image = prepare(Ink((stroke((10, 50), (30, 50), (90, 50)),))).centred
    height, width = ink_box(image)
    assert width == 20
    assert height <= 4


def test_a_one_of_a_single_down_stroke_keeps_its_shape():
    image = prepare(Ink((stroke((50, 10), (50, 90)),))).centred
    height, width = ink_box(image)
    assert height == 20
    assert width <= 4


def test_lopsided_ink_does_not_leave_the_image():
    blot = tuple(stroke((x, y), (x + 3, y)) for x in range(0, 12, 2) for y in range(0, 12, 2))
    flagpole = (*blot, stroke((0, 0), (100, 100)))
    stages = prepare(Ink(flagpole))
    assert stages.centred.sum(dtype=int) == stages.small.sum(dtype=int)


def test_naive_is_the_whole_sheet_made_small():
    corner = (stroke((5, 5), (15, 5)),)
    image = naive(Ink(corner, sheet=(100, 100)))
    assert image.shape == (28, 28)
    assert image[:5, :6].any()
    assert not image[5:].any()
    assert not image[:, 6:].any()


def test_a_wide_sheet_is_squared_around_its_middle():
    image = naive(Ink((stroke((100, 50)),), sheet=(200, 100)))
    assert mass_centre(image) == pytest.approx((13.5, 13.5), abs=0.1)
