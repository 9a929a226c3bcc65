"""A stroke may be cut at its corners and where it turns back, and nowhere else."""

import numpy as np

from core.ink.stroke_cuts import cut_places


def test_a_line_and_a_dot_are_not_cut():
    assert cut_places(np.linspace((0, 0), (3, 1), 30).astype(np.float32), 1.0) == []
    assert cut_places(np.zeros((1, 2), np.float32), 1.0) == []
    assert cut_places(np.zeros((5, 2), np.float32), 1.0) == []


def test_corners_are_cut():
    down = np.linspace((0, 0), (0, 1), 11)
    up = np.linspace((0, 1), (0.8, 0), 11)[1:]
    again = np.linspace((0.8, 0), (0.8, 1), 11)[1:]
    stroke = np.concatenate([down, up, again]).astype(np.float32)
    assert cut_places(stroke, 1.0) == [10, 20]


def test_where_it_turns_back_it_is_cut_even_in_a_wide_curve():
    angles = np.linspace(0.5, 2 * np.pi - 0.5, 60)
    ring = np.stack([np.sin(angles), -np.cos(angles)], axis=1).astype(np.float32)
    places = cut_places(ring, 1.0)
    # Right, bottom and left of the ring.
    np.testing.assert_allclose(ring[places], [(1, 0), (0, 1), (-1, 0)], atol=0.06)
