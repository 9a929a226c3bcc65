"""Lines are told apart, and one whose digits dance up and down is one."""

import numpy as np
import pytest

from core.reading.order import lines_of


def boxes(places, width=0.6, height=1.0):
    """Return boxes of one size whose middles are at these places, (x, y)."""
    half = np.array((width, height)) / 2
    middles = np.array(places, float)
    return np.concatenate([middles - half, middles + half], axis=1)


@pytest.mark.parametrize("slope", [-0.5, 0.0, 0.5])
def test_a_slanted_line_is_one(slope):
    assert lines_of(boxes([(x, slope * x) for x in range(6)])) == [[0, 1, 2, 3, 4, 5]]


@pytest.mark.parametrize(
    "heights", [(0, 0.9, 0.1, 0.5), (0.8, 0, 0.1), (0, 0, 0, 0.9, 0, 0)], ids=str
)
def test_a_line_whose_digits_dance_is_one(heights):
    places = [(0.9 * n, height) for n, height in enumerate(heights)]
    assert lines_of(boxes(places)) == [list(range(len(heights)))]


def test_what_stands_below_is_another_line():
    assert lines_of(boxes([(0, 0), (1, 0), (2, 0), (1.9, 1.2)])) == [[0, 1, 2], [3]]
    assert lines_of(boxes([(0, 0), (1, 0), (2, 1.3), (3, 1.3)])) == [[0, 1], [2, 3]]
    assert lines_of(boxes([(0, 0), (0.1, 1.2), (0, 2.5)])) == [[0], [1], [2]]
