"""Things that a person may draw and that are no digits: training images without a label.

A network that only ever met digits is sure of everything. Shown some of these with the
target "every digit is equally likely", it learns to be unsure of what is none of them.

References
----------
Hendrycks, Mazeika, Dietterich: Deep anomaly detection with outlier exposure, 2019.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.layers import SIDE_PX
from core.records import Images, Labels
from core.segments import draw_path

NOT_A_DIGIT = -1
"""The label of an image that shows no digit."""

Path: TypeAlias = NDArray[np.float64]
Drawing: TypeAlias = list[Path]

_BOX_PX = 20
_DRAWINGS = 4096
_PAIRS = 0.2
_LYING = 0.1
"""Shares of the non-digits that are made of the digits at hand."""


def non_digits(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Draw `count` non-digits: uint8 (count, 28, 28).

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        Digits: some non-digits are two of them, or one that lies on its side.
    labels : ndarray of int64, shape (n,)
        What they are: a 0 on its side is still a 0, so it is not used so.
    """
    shapes = drawings()
    made = shapes[rng.integers(len(shapes), size=count)]
    kind = rng.random(count)
    pairs, lying = kind < _PAIRS, kind > 1 - _LYING
    turnable = np.flatnonzero(labels != 0)
    if len(images):
        made[pairs] = _pairs(images, int(pairs.sum()), rng)
    if len(turnable):
        chosen = images[turnable[rng.integers(len(turnable), size=int(lying.sum()))]]
        made[lying] = np.rot90(chosen, k=1 if rng.random() < 0.5 else 3, axes=(1, 2))
    return made


def _pairs(images: Images, count: int, rng: np.random.Generator) -> Images:
    """Give two digits in one image, side by side (most) or one above the other."""
    made = np.zeros((count, SIDE_PX, SIDE_PX), np.uint8)
    first = _halved(images[rng.integers(len(images), size=count)])
    second = _halved(images[rng.integers(len(images), size=count)])
    beside = count * 4 // 5
    closer = int(rng.integers(0, 3))
    _put_beside(made[:beside], first[:beside], second[:beside], closer)
    made, first, second = (part.swapaxes(1, 2) for part in (made, first, second))
    _put_beside(made[beside:], first[beside:], second[beside:], closer)
    return made.swapaxes(1, 2)


def _put_beside(made: Images, first: Images, second: Images, closer: int) -> None:
    half, quarter = SIDE_PX // 2, SIDE_PX // 4
    rows = slice(quarter, quarter + half)
    made[:, rows, closer : half + closer] = first
    right = made[:, rows, half - closer : SIDE_PX - closer]
    np.maximum(right, second, out=right)


def _halved(images: Images) -> Images:
    """Halve each side and keep the stroke's width: the darkest of each 2x2."""
    blocks = images.reshape(len(images), SIDE_PX // 2, 2, SIDE_PX // 2, 2)
    halved: Images = blocks.max(axis=(2, 4))
    return halved


@cache
def drawings() -> Images:
    """Give the same drawings each time: scribbles, glyphs, dashes, dots, figures."""
    rng = np.random.default_rng(20)
    kinds: tuple[Callable[[np.random.Generator], Drawing], ...] = (
        _scribble, _scribble, _zigzag, _spiral, _glyph, _glyph, _glyph, _arcs,
        _arcs, _corner, _corner, _arc, _dashes, _dots, _polygon, _cross,
    )  # fmt: skip
    shapes = [kinds[n % len(kinds)](rng) for n in range(_DRAWINGS)]
    return np.stack([_drawn(shape, rng.uniform(0.9, 1.6)) for shape in shapes])


def _drawn(drawing: Drawing, radius: float) -> Images:
    """Draw the paths, their box scaled to 20x20 and centred: uint8 (28, 28)."""
    points = np.concatenate(drawing)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = (_BOX_PX - 2 * radius) / max(float((high - low).max()), 1e-6)
    middle = (SIDE_PX - 1) / 2 - scale * (low + high) / 2
    paths = [(scale * path + middle).astype(np.float32) for path in drawing]
    drawn: Images = np.maximum.reduce([draw_path(path, radius) for path in paths])
    return drawn


def _smooth(points: Path, steps: int = 5) -> Path:
    """Give a curve led by `points`: a quadratic B-spline, `steps` points for each."""
    share = np.linspace(0, 1, steps, endpoint=False)[:, None]
    weights = ((1 - share) ** 2 / 2, 0.5 + share * (1 - share), share**2 / 2)
    near = (points[:-2], points[1:-1], points[2:])
    parts = sum(w * p[:, None] for w, p in zip(weights, near, strict=True))
    return np.asarray(parts).reshape(-1, 2)


def _scribble(rng: np.random.Generator) -> Drawing:
    """Draw one long soft line from here to there."""
    return [_smooth(rng.random((int(rng.integers(9, 22)), 2)))]


def _zigzag(rng: np.random.Generator) -> Drawing:
    """Draw a line that goes to and fro while it moves on, as in hatching or waves."""
    turns = int(rng.integers(6, 14))
    along = np.linspace(0, rng.uniform(0.6, 2.0), turns)
    across = (np.arange(turns) % 2) * rng.uniform(0.5, 1.2) + rng.normal(0, 0.08, turns)
    path = _turned(np.stack([along, across], axis=1), rng.uniform(0, np.pi))
    return [_smooth(path) if rng.random() < 0.5 else path]


def _spiral(rng: np.random.Generator) -> Drawing:
    """Draw two to four turns around a centre that moves in or on."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2, 4), 60) + rng.uniform(0, 6)
    radius = np.linspace(rng.uniform(0.0, 0.5), 1, 60)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius[:, None]
    drift = np.linspace(0, rng.uniform(0, 4), 60)[:, None] * _direction(rng)
    return [circle * rng.uniform(0.5, 1.0, 2) + drift]


def _glyph(rng: np.random.Generator) -> Drawing:
    """Draw three to five straight strokes between knots of a lattice, as letters are built."""
    lattice = np.stack(np.meshgrid(np.arange(3), np.arange(4)), axis=-1).reshape(-1, 2)
    strokes = []
    for _ in range(int(rng.integers(3, 6))):
        ends = lattice[rng.choice(len(lattice), size=2, replace=False)]
        strokes.append(ends + rng.normal(0, 0.1, (2, 2)))
    return strokes


def _arcs(rng: np.random.Generator) -> Drawing:
    """Draw an upright with two or three bows or strokes that start or end on it."""
    upright = np.array([[0.0, 0.0], [0.0, 2.0]]) + rng.normal(0, 0.1, (2, 2))
    strokes = [upright]
    for _ in range(int(rng.integers(2, 4))):
        y0, y1 = rng.uniform(0, 2, 2)
        reach = rng.uniform(0.6, 1.6) * rng.choice([-1, 1])
        bow = np.array([[0, y0], [0, y0], [reach, y0], [reach, y1], [0, y1], [0, y1]])
        straight = np.array([[0, y0], [reach, y1]])
        strokes.append(_smooth(bow) if rng.random() < 0.5 else straight)
    return strokes


def _corner(rng: np.random.Generator) -> Drawing:
    """Draw two straight strokes, one from the other's end or middle; none that makes a 7."""
    upright = _turned(np.array([[0.0, -1.0], [0.0, 1.0]]), rng.normal(0, 0.25))
    place = rng.choice([0.0, 0.5, 1.0])
    angle = rng.uniform(-0.6, 0.6) + (0.0 if place == 0 or rng.random() < 0.5 else np.pi)
    length = rng.uniform(1.2, 2.2)
    start = upright[0] + place * (upright[1] - upright[0])
    tip = start + length * np.array([np.cos(angle), np.sin(angle)])
    return [upright, np.stack([start, tip])]


def _arc(rng: np.random.Generator) -> Drawing:
    """Draw half to two thirds of an ellipse, open wide enough not to be a 0."""
    first = rng.uniform(0, 2 * np.pi)
    angle = np.linspace(first, first + np.pi * rng.uniform(0.9, 1.35), 30)
    return [np.stack([np.cos(angle), np.sin(angle)], axis=1) * rng.uniform(0.6, 1.0, 2)]


def _dashes(rng: np.random.Generator) -> Drawing:
    """Draw one to four lines side by side; a single one lies, for upright it would be a 1."""
    count = int(rng.integers(1, 5))
    slope = rng.uniform(-0.25, 0.25)
    line = np.array([[-1, -slope], [1, slope]])
    apart = rng.uniform(0.4, 0.9)
    lines = [line + np.array([rng.normal(0, 0.1), apart * k]) for k in range(count)]
    upright = count > 1 and rng.random() < 0.5
    return [path[:, ::-1] for path in lines] if upright else lines


def _dots(rng: np.random.Generator) -> Drawing:
    """Draw one to five dots."""
    spots = rng.random((int(rng.integers(1, 6)), 2)) * rng.uniform(0.2, 1.5)
    return [np.stack([spot, spot]) for spot in spots]


def _polygon(rng: np.random.Generator) -> Drawing:
    """Draw a closed figure of three to five corners, a star among them, maybe with a line."""
    corners = int(rng.integers(3, 6))
    step = 2 if corners == 5 and rng.random() < 0.5 else 1
    angle = 2 * np.pi * (step * np.arange(corners + 1) / corners + rng.random())
    outline = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    outline[:-1] += rng.normal(0, 0.12, (corners, 2))
    outline[-1] = outline[0]
    return [outline * rng.uniform(0.6, 1.0, 2)]


def _cross(rng: np.random.Generator) -> Drawing:
    """Draw two or three lines through about one point: plus, times, asterisk."""
    count = int(rng.integers(2, 4))
    angles = np.pi * np.arange(count) / count + rng.normal(0, 0.15, count) + rng.random() * 3
    ends = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.stack([-end, end]) + rng.normal(0, 0.15, 2) for end in ends]


def _turned(path: Path, angle: float) -> Path:
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Path = path @ np.array([[cos, sin], [-sin, cos]])
    return turned


def _direction(rng: np.random.Generator) -> Path:
    angle = rng.uniform(0, 2 * np.pi)
    return np.array([np.cos(angle), np.sin(angle)])
