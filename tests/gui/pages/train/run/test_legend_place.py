"""The legend's corner."""

from __future__ import annotations

import numpy as np

from gui.pages.train.run.legend_place import free_corner, hidden_points

X = np.array([0.0, 10.0])
VIEW = [[0.0, 10.0], [0.0, 1.0]]
SHARES = (0.3, 0.3)


def test_a_line_hides_where_it_passes_even_between_its_points():
    rising = [(X, np.array([0.0, 1.0]))]
    assert hidden_points(rising, VIEW, SHARES, (1, 0)) > 20
    assert hidden_points(rising, VIEW, SHARES, (0, 1)) > 20
    assert hidden_points(rising, VIEW, SHARES, (1, 1)) == 0
    assert hidden_points(rising, VIEW, SHARES, (0, 0)) == 0


def test_the_legend_stays_where_it_hides_nothing():
    rising = [(X, np.array([0.0, 1.0]))]
    assert free_corner(rising, VIEW, SHARES, (1, 1)) == (1, 1)
    assert free_corner(rising, VIEW, SHARES, (0, 0)) == (0, 0)


def test_it_moves_to_the_first_free_corner():
    rising = [(X, np.array([0.0, 1.0]))]
    assert free_corner(rising, VIEW, SHARES, (1, 0)) == (1, 1)


def test_without_a_free_corner_it_stays():
    cross = [(X, np.array([0.0, 1.0])), (X, np.array([1.0, 0.0]))]
    assert free_corner(cross, VIEW, SHARES, (1, 0)) == (1, 0)


def test_gaps_and_what_is_out_of_view_hide_nothing():
    gaps = [(X, np.array([np.nan, np.nan])), (X + 20, np.array([0.0, 0.0]))]
    assert hidden_points(gaps, VIEW, SHARES, (1, 1)) == 0
