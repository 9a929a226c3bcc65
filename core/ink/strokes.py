"""From the points of a pen to a drawn line: smooth curves, and their ink in pixels.

1. `beziers` joins sparse points by a curve through all of them. Real tablets give a point
   each 3 to 6 % of the digit's size; straight joins would give an octagonal zero.
2. `trace` walks along the curve and gives points closer together than a sub-pixel.
3. `stamp` puts a round pen down at each of them and gives what is inked.

References
----------
.. [1] C. Yuksel, S. Schaefer, J. Keyser, "Parameterization and applications of
   Catmull-Rom curves", Computer-Aided Design 43, 2011: of all exponents only the
   centripetal one (0.5) neither loops nor overshoots between two points.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.records import Floats, Images, Strokes

Points = NDArray[np.float64]

_AT_ONCE = 16_384
"""Discs that are filled together: more would only need more memory."""

_SAMPLES = np.linspace(0.0, 1.0, 8, endpoint=False)
_BERNSTEIN = np.stack(
    [
        (1 - _SAMPLES) ** 3,
        3 * _SAMPLES * (1 - _SAMPLES) ** 2,
        3 * _SAMPLES**2 * (1 - _SAMPLES),
        _SAMPLES**3,
    ],
    axis=1,
)


def beziers(points: Floats | Points) -> Points:
    """Return the smooth curve through the points as cubic Bezier segments.

    Parameters
    ----------
    points : ndarray, shape (n, 2) or (n, 3)
        One stroke; points that repeat the one before are passed over. What stands beside
        x and y, as the pressure of a pen, goes along with them.

    Returns
    -------
    ndarray of float64, shape (segments, 4, 2) or (segments, 4, 3)
        Start, two control points and end of each segment; no segment for a dot.
    """
    knots = distinct(points)
    columns = knots.shape[1]
    if len(knots) < 2:
        return np.empty((0, 4, columns))
    legs = knots[1:] - knots[:-1]
    spans = np.sqrt(np.hypot(legs[:, 0], legs[:, 1]))[:, None]
    speeds = legs / spans
    tangents = np.concatenate([speeds[:1], _inner_tangents(speeds, spans), speeds[-1:]])
    thirds = spans / 3
    curve = np.empty((len(legs), 4, columns))
    curve[:, 0], curve[:, 3] = knots[:-1], knots[1:]
    curve[:, 1] = knots[:-1] + tangents[:-1] * thirds
    curve[:, 2] = knots[1:] - tangents[1:] * thirds
    return curve


def distinct(points: Floats | Points) -> Points:
    """Return the points without those that repeat the one before, float64."""
    every = np.asarray(points, np.float64)
    moved = (every[1:, :2] != every[:-1, :2]).any(axis=1)
    return every if moved.all() else every[np.concatenate([[True], moved])]


def _inner_tangents(speeds: Points, spans: Points) -> Points:
    """Weigh the speeds before and after each inner knot as centripetal Catmull-Rom does."""
    before, after = spans[:-1], spans[1:]
    mean = (speeds[:-1] * before + speeds[1:] * after) / (before + after)
    tangents: Points = speeds[:-1] + speeds[1:] - mean
    return tangents


def smooth(strokes: Strokes) -> tuple[Points, ...]:
    """Return each stroke as a dense polyline along its curve; empty strokes are left out."""
    return tuple(_polyline(stroke) for stroke in strokes if len(stroke))


def smooth_part(knots: Points, first: int, last: int) -> Points:
    """Return the part of a stroke's dense polyline from its knot `first` to its knot `last`.

    Only knots near a segment decide its curve, so this does not look at the others.

    Parameters
    ----------
    knots : ndarray of float64, shape (n, 2)
        `distinct` points.
    """
    begin, finer = max(first - 1, 0), len(_SAMPLES)
    line = _polyline(knots[begin : last + 2])
    return line[(first - begin) * finer : (last - begin) * finer + 1]


def _polyline(stroke: Floats | Points) -> Points:
    segments = beziers(stroke)
    inner = (_BERNSTEIN @ segments).reshape(-1, segments.shape[2])
    return np.concatenate([inner, np.asarray(stroke[-1:], np.float64)])


def trace(polyline: Points, *, step: float) -> Points:
    """Return points along a polyline, at most `step` apart, both ends included."""
    legs = polyline[1:] - polyline[:-1]
    walked = np.zeros(len(polyline))
    np.cumsum(np.hypot(legs[:, 0], legs[:, 1]), out=walked[1:])
    stops = np.linspace(0.0, walked[-1], int(np.ceil(walked[-1] / step)) + 1)
    points = np.empty((len(stops), polyline.shape[1]))
    for axis in range(polyline.shape[1]):
        points[:, axis] = np.interp(stops, walked, polyline[:, axis])
    return points


def stamp(
    polylines: tuple[Points, ...], *, side_px: int, pen_px: float, finer: int = 8
) -> Images:
    """Draw polylines with a round pen on a square of paper, many times finer than asked.

    Parameters
    ----------
    polylines : tuple of ndarray, shape (points, 2)
        In pixels of the square, (0, 0) its upper left corner. What lies outside is cut off.
    side_px : int
        Width and height of the square, in pixels.
    pen_px : float
        Diameter of the pen, in pixels.
    finer : int
        Sub-pixels along each side of a pixel.

    Returns
    -------
    ndarray of uint8, shape (side_px * finer, side_px * finer), 0 = paper, 255 = ink
    """
    # Two sub-pixels between stamps leave the edge of the line 0.05 sub-pixels rough.
    centres = [trace(line * finer, step=2.0) for line in polylines]
    size = side_px * finer
    if not centres:
        return np.zeros((size, size), np.uint8)
    return _discs(np.concatenate(centres), pen_px * finer / 2, size)


def _discs(centres: Points, radius: float, size: int) -> Images:
    """Fill all discs at once: +1 where a row of a disc begins, -1 where it ends, summed."""
    edges = np.zeros(size * (size + 1), np.int64)
    for start in range(0, len(centres), _AT_ONCE):
        edges += _disc_edges(centres[start : start + _AT_ONCE], radius, size)
    depth = edges.reshape(size, size + 1)[:, :-1].cumsum(axis=1, dtype=np.int32)
    return (depth > 0).view(np.uint8) * np.uint8(255)


def _disc_edges(centres: Points, radius: float, size: int) -> NDArray[np.int64]:
    offsets = np.arange(int(np.ceil(2 * radius)) + 1)
    rows = np.floor(centres[:, 1:] - radius).astype(np.intp) + offsets
    squared = radius**2 - (rows + 0.5 - centres[:, 1:]) ** 2
    half = np.sqrt(np.maximum(squared, 0.0))
    starts = np.clip(np.ceil(centres[:, :1] - half - 0.5), 0, size).astype(np.intp)
    ends = np.clip(np.floor(centres[:, :1] + half + 0.5), 0, size).astype(np.intp)
    inside = (squared > 0) & (rows >= 0) & (rows < size)
    base = rows[inside] * (size + 1)
    bins = size * (size + 1)
    begun = np.bincount(base + starts[inside], minlength=bins)
    ended = np.bincount(base + ends[inside], minlength=bins)
    return begun - ended


def reduced(image: Images, times: int) -> Floats:
    """Return the mean of each square of `times` x `times` pixels, float32."""
    rows, columns = image.shape[0] // times, image.shape[1] // times
    squares = image.reshape(rows, times, columns, times)
    means: Floats = squares.mean(axis=(1, 3), dtype=np.float32)
    return means


def extent(polylines: tuple[Points, ...]) -> tuple[Points, Points]:
    """Return the upper left and the lower right corner of all points together."""
    every = np.concatenate(polylines)
    return every.min(axis=0), every.max(axis=0)
