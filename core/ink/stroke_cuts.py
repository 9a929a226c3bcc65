"""Where one stroke may be several digits: the points at which a pen changes its way."""

from __future__ import annotations

import numpy as np

from core.ink.pieces import Doubles
from core.records import Floats

_REACH = 0.12
"""Of a digit's height: over so much of the line before and behind, a turn is measured."""

_LEAST_TURN = 0.6
"""In radians: less is a curve, not a corner."""

_APART = 0.15
"""Of a digit's height, along the line, between two cuts."""

_MOST_CUTS = 12


def cut_places(stroke: Floats, height: float) -> list[int]:
    """Return the points at which a stroke may be cut, ascending; neither of its ends.

    These are its corners, and where it turns back to the left or the right, up or down.

    Parameters
    ----------
    stroke : ndarray of float32, shape (n, 2)
    height : float
        How high digits are, in the unit of the stroke.
    """
    points = stroke.astype(np.float64)
    walked = _walked(points)
    # A digit begins and ends with more than the distance between two cuts.
    least = _APART * height
    inner = np.flatnonzero((walked >= least) & (walked <= walked[-1] - least))
    turns = _turns(points, walked, _REACH * height)
    strength = np.where(turns >= _LEAST_TURN, turns, 0.0)
    strength[_extremes(points)] += _LEAST_TURN
    places: list[int] = []
    for place in inner[np.argsort(-strength[inner], kind="stable")].tolist():
        if len(places) == _MOST_CUTS or strength[place] <= 0:
            break
        if all(abs(walked[place] - walked[other]) >= least for other in places):
            places.append(place)
    return sorted(places)


def _walked(points: Doubles) -> Doubles:
    legs = np.diff(points, axis=0)
    return np.concatenate([[0.0], np.cumsum(np.hypot(legs[:, 0], legs[:, 1]))])


def _turns(points: Doubles, walked: Doubles, reach: float) -> Doubles:
    """Return by which angle the line turns at each point, from 0 to pi."""
    before, after = (
        np.stack([np.interp(walked + way, walked, points[:, axis]) for axis in (0, 1)], axis=1)
        for way in (-reach, reach)
    )
    coming, going = points - before, after - points
    cross = coming[:, 0] * going[:, 1] - coming[:, 1] * going[:, 0]
    turns: Doubles = np.abs(np.arctan2(cross, (coming * going).sum(axis=1)))
    return turns


def _extremes(points: Doubles) -> list[int]:
    """Return the points at which a coordinate begins to go back."""
    found = []
    for axis in (0, 1):
        ways = np.sign(np.diff(points[:, axis]))
        # Where it stands still it goes on as before.
        for place in range(1, len(ways)):
            ways[place] = ways[place] or ways[place - 1]
        found += (np.flatnonzero(ways[1:] * ways[:-1] < 0) + 1).tolist()
    return found
