"""Where a legend hides nothing of the curves that it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from gui.curves import Axis

Corner: TypeAlias = tuple[int, int]
"""Of a plot: (0, 0) is left above, (1, 1) right below."""

CORNERS: tuple[Corner, ...] = ((1, 1), (1, 0), (0, 0), (0, 1))

Curves: TypeAlias = Sequence[tuple[Axis, Axis]]
View: TypeAlias = Sequence[Sequence[float]]


def free_corner(curves: Curves, view: View, shares: tuple[float, float], now: Corner) -> Corner:
    """Return the corner for the legend: the one where it is, unless only another is free.

    Parameters
    ----------
    curves : sequence of (x, y)
    view : [[left, right], [low, high]]
        What is in view.
    shares : (width, height)
        Of the legend, 0 to 1 of the view.
    now : Corner
        Where it is: it moves only from a place where it hides something to one where it
        hides nothing.
    """
    hidden = {corner: hidden_points(curves, view, shares, corner) for corner in CORNERS}
    free = [corner for corner in CORNERS if not hidden[corner]]
    return free[0] if hidden[now] and free else now


def hidden_points(
    curves: Curves, view: View, shares: tuple[float, float], corner: Corner
) -> int:
    """Count how much of the curves lies in a corner, in hundredths of the view's width."""
    (left, right), (low, high) = view
    xs = np.linspace(left, right, 100)
    across = (xs - left) / (right - left)
    in_width = across > 1 - shares[0] if corner[0] else across < shares[0]
    count = 0
    for x, y in curves:
        up = (np.interp(xs, x, y, left=np.nan, right=np.nan) - low) / (high - low)
        in_height = up < shares[1] if corner[1] else up > 1 - shares[1]
        count += int(np.count_nonzero(in_width & in_height))
    return count
