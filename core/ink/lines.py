"""The lines of a drawing as a pen would draw them on a sheet: for whoever paints them."""

from __future__ import annotations

import numpy as np

from core.ink.strokes import Points, distinct, smooth, smooth_part, trace
from core.records import Floats, Strokes

__all__ = ["GrowingLine", "Points", "changed_by_newest", "smooth_lines"]

_NEAR = 4
"""So many of the newest points decide where the line can be different from before."""


def smooth_lines(strokes: Strokes, *, step: float) -> tuple[Points, ...]:
    """Return the smooth line of each stroke that has points.

    Parameters
    ----------
    strokes : tuple of ndarray of float32, shape (n, 2) or (n, 3)
        The points of the pen; maybe with its pressure.
    step : float
        The points of a line are at most so far apart, in the units of the strokes.

    Returns
    -------
    tuple of ndarray of float64, shape (points, 2) or (points, 3)
        At least one point each: a dot is a line of one.
    """
    return tuple(trace(line, step=step) for line in smooth(strokes))


class GrowingLine:
    """The smooth line of a stroke that grows point by point, in parts.

    A point changes the curve only near itself. A segment is settled once the point behind its
    end is there: it is given once and not again. What is not settled is the end of the stroke.
    """

    def __init__(self) -> None:
        self._settled = 0

    def forget(self) -> None:
        """Begin anew: with another stroke, or with the first part of this one."""
        self._settled = 0

    def grow(self, points: Floats, *, step: float) -> tuple[Points | None, Points]:
        """Return what settled since the last call, and the end that has not.

        Parameters
        ----------
        points : ndarray of float32, shape (n, 2) or (n, 3)
            All points of the stroke so far, at least one; maybe with the pen's pressure.
        step : float
            The points of a part are at most so far apart, in the units of the stroke.

        Returns
        -------
        settled : ndarray of float64, shape (points, 2), or None
            None where nothing settled.
        end : ndarray of float64, shape (points, 2)
        """
        knots = distinct(points)
        last = len(knots) - 1
        settled_knot, settled = max(last - 1, 0), None
        if settled_knot > self._settled:
            settled = trace(smooth_part(knots, self._settled, settled_knot), step=step)
            self._settled = settled_knot
        return settled, trace(smooth_part(knots, settled_knot, last), step=step)


def changed_by_newest(points: Floats) -> tuple[Points, Points]:
    """Return the corners of where the newest point of a stroke can have changed its line.

    Upper left and lower right, float64 (2,) each; the pen reaches beyond by half its width.
    """
    near = distinct(points)[-_NEAR:, :2]
    # The curve may swing out of the points by a part of the longest way between two.
    swing = np.abs(np.diff(near, axis=0)).max(initial=0.0)
    return near.min(axis=0) - swing, near.max(axis=0) + swing
