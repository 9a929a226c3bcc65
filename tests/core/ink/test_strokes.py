"""The curve through the points of a pen, and its ink."""

import numpy as np
import pytest

from core.ink.strokes import (
    beziers,
    distinct,
    reduced,
    smooth,
    smooth_part,
    stamp,
    trace,
)


def circle(points, radius=8.0, middle=10.0):
    angle = np.linspace(0, 2 * np.pi, points)
    return np.stack([middle + radius * np.cos(angle), middle + radius * np.sin(angle)], axis=1)


def test_the_curve_goes_through_every_point_and_has_no_kink():
    points = circle(9)
    segments = beziers(points)
    np.testing.assert_allclose(segments[:, 0], points[:-1])
    np.testing.assert_allclose(segments[:, 3], points[1:])
    arriving = segments[:-1, 3] - segments[:-1, 2]
    leaving = segments[1:, 1] - segments[1:, 0]
    cross = arriving[:, 0] * leaving[:, 1] - arriving[:, 1] * leaving[:, 0]
    np.testing.assert_allclose(cross, 0, atol=1e-9)


def test_a_circle_of_nine_points_is_rounder_than_straight_joins():
    points = circle(9)
    dense = smooth((points.astype(np.float32),))[0]
    off = np.abs(np.hypot(*(dense - 10.0).T) - 8.0)
    straight = 8.0 * (1 - np.cos(np.pi / 8))
    assert off[16:-16].max() < straight / 4


@pytest.mark.parametrize(("first", "last"), [(0, 8), (0, 1), (1, 2), (3, 7), (7, 8), (0, 0)])
def test_a_part_of_a_stroke_is_that_part_of_its_whole_curve(first, last):
    knots = circle(9)
    whole = smooth((knots,))[0]
    part = smooth_part(knots, first, last)
    np.testing.assert_allclose(part, whole[8 * first : 8 * last + 1], atol=1e-12)


def test_points_that_repeat_the_one_before_are_not_distinct():
    points = np.float32([[1, 2], [1, 2], [3, 2], [3, 4], [3, 4], [1, 2]])
    assert distinct(points).tolist() == [[1, 2], [3, 2], [3, 4], [1, 2]]
    assert distinct(points[:1]).tolist() == [[1, 2]]


def test_points_on_a_line_stay_on_it_whatever_their_spacing():
    points = np.array([[0, 0], [1, 1], [1.5, 1.5], [9, 9]], np.float32)
    dense = smooth((points,))[0]
    np.testing.assert_allclose(dense[:, 0], dense[:, 1], atol=1e-6)
    assert dense.max() <= 9.0


@pytest.mark.parametrize("count", [1, 3])
def test_a_dot_has_no_segment_but_one_place(count):
    points = np.full((count, 2), 4.0, np.float32)
    assert beziers(points).shape == (0, 4, 2)
    np.testing.assert_array_equal(smooth((points,))[0], [[4.0, 4.0]])


def test_strokes_without_points_are_left_out():
    assert smooth((np.empty((0, 2), np.float32),)) == ()


def test_trace_keeps_both_ends_and_its_step():
    line = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 5.0]])
    walked = trace(line, step=0.25)
    np.testing.assert_allclose(walked[[0, -1]], line[[0, -1]])
    assert np.hypot(*np.diff(walked, axis=0).T).max() <= 0.25 + 1e-9


def test_a_dot_has_the_area_of_the_pen():
    drawn = stamp((np.array([[10.0, 10.0]]),), side_px=20, pen_px=6.0)
    area = reduced(drawn, 8).sum() / 255
    assert area == pytest.approx(np.pi * 9, rel=0.01)


def test_a_line_has_the_area_of_a_stadium():
    line = np.array([[5.0, 7.3], [14.0, 11.9]])
    area = reduced(stamp((line,), side_px=20, pen_px=2.4), 8).sum() / 255
    length = np.hypot(9.0, 4.6)
    assert area == pytest.approx(2.4 * length + np.pi * 1.2**2, rel=0.01)


def test_ink_outside_the_paper_is_cut_off():
    line = np.array([[-10.0, 5.0], [40.0, 5.0]])
    drawn = reduced(stamp((line,), side_px=20, pen_px=2.0), 8)
    np.testing.assert_allclose(drawn[4:6], 255)
    assert drawn[:4].sum() + drawn[6:].sum() == 0


def test_no_strokes_leave_the_paper_white():
    assert not stamp((), side_px=20, pen_px=2.0).any()


def test_many_discs_are_filled_like_few():
    line = np.array([[2.0, 3.0], [17.0, 16.0]])
    once = stamp((line,), side_px=20, pen_px=2.4)
    often = stamp((line,) * 300, side_px=20, pen_px=2.4)
    np.testing.assert_array_equal(once, often)
