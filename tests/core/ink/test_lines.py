"""Lines for painting: a stroke that grows in parts is the line of the whole stroke."""

from __future__ import annotations

import numpy as np
import pytest

from core.ink.lines import GrowingLine, changed_by_newest, smooth_lines
from core.ink.strokes import smooth

STEP = 0.01


@pytest.fixture
def stroke():
    turns = np.linspace(0, 2.5 * np.pi, 12)
    return np.float32(np.stack([0.5 + 0.3 * np.cos(turns), 0.5 + 0.2 * np.sin(turns)], axis=1))


def test_no_two_points_of_a_line_are_further_apart_than_asked(stroke):
    dot = stroke[:1]
    lines = smooth_lines((stroke, dot, stroke[:0]), step=STEP)
    assert [len(line) for line in lines[1:]] == [1]
    assert np.hypot(*np.diff(lines[0], axis=0).T).max() <= STEP * (1 + 1e-9)
    np.testing.assert_allclose(lines[0][[0, -1]], stroke[[0, -1]], atol=1e-7)


def distance(points, line):
    """The largest way from a point to the nearest point of a line."""
    return np.sqrt(((points[:, None] - line[None]) ** 2).sum(axis=2)).min(axis=1).max()


def test_the_parts_of_a_growing_line_are_together_the_whole_line(stroke):
    growing, settled = GrowingLine(), []
    for count in range(1, len(stroke) + 1):
        part, end = growing.grow(stroke[:count], step=STEP)
        settled += [] if part is None else [part]
        whole = smooth_lines((stroke[:count],), step=STEP)[0]
        drawn = np.concatenate([*settled, end])
        assert distance(drawn, whole) <= STEP
        assert distance(whole, drawn) <= STEP
    # Each segment once, but the two at the end.
    assert len(settled) == len(stroke) - 2


def test_a_point_that_repeats_the_one_before_settles_nothing(stroke):
    growing = GrowingLine()
    growing.grow(stroke, step=STEP)
    part, _end = growing.grow(np.concatenate([stroke, stroke[-1:]]), step=STEP)
    assert part is None


def test_a_forgotten_line_is_given_from_its_beginning(stroke):
    growing = GrowingLine()
    first, _end = growing.grow(stroke, step=STEP)
    assert growing.grow(stroke, step=STEP)[0] is None
    growing.forget()
    np.testing.assert_array_equal(growing.grow(stroke, step=STEP)[0], first)


@pytest.mark.parametrize("count", range(2, 13))
def test_a_new_point_changes_the_line_only_where_it_is_said_to(stroke, count):
    before, after = (smooth((stroke[:n],))[0] for n in (count - 1, count))
    low, high = changed_by_newest(stroke[:count])
    for some, other in ((before, after), (after, before)):
        away = np.sqrt(((some[:, None] - other[None]) ** 2).sum(axis=2)).min(axis=1)
        changed = some[away > 1e-12]
        assert (changed >= low).all()
        assert (changed <= high).all()
