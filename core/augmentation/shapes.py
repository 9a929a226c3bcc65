"""Figures of a few lines: polygons, crosses, dashes, arcs, and others that are no digit."""

from __future__ import annotations

import numpy as np

from core.augmentation.curves import direction, ellipse, smooth, turned
from core.augmentation.hands import Drawing


def lattice(rng: np.random.Generator) -> Drawing:
    """Draw three to five straight strokes between knots of a lattice."""
    knots = np.stack(np.meshgrid(np.arange(3), np.arange(4)), axis=-1).reshape(-1, 2)
    strokes = []
    for _ in range(int(rng.integers(3, 6))):
        ends = knots[rng.choice(len(knots), size=2, replace=False)]
        strokes.append(ends + rng.normal(0, 0.1, (2, 2)))
    return strokes


def stem_and_bows(rng: np.random.Generator) -> Drawing:
    """Draw an upright with two or three bows or strokes that start or end on it."""
    upright = np.array([[0.0, 0.0], [0.0, 2.0]]) + rng.normal(0, 0.1, (2, 2))
    strokes = [upright]
    for _ in range(int(rng.integers(2, 4))):
        y0, y1 = rng.uniform(0, 2, 2)
        reach = rng.uniform(0.6, 1.6) * rng.choice([-1, 1])
        bow = np.array([[0, y0], [0, y0], [reach, y0], [reach, y1], [0, y1], [0, y1]])
        straight = np.array([[0, y0], [reach, y1]])
        strokes.append(smooth(bow) if rng.random() < 0.5 else straight)
    return strokes


def corner(rng: np.random.Generator) -> Drawing:
    """Draw two straight strokes, one from the other's end or middle; none that makes a 7."""
    upright = turned(np.array([[0.0, -1.0], [0.0, 1.0]]), rng.normal(0, 0.25))
    place = rng.choice([0.0, 0.5, 1.0])
    angle = rng.uniform(-0.6, 0.6) + (0.0 if place == 0 or rng.random() < 0.5 else np.pi)
    length = rng.uniform(1.2, 2.2)
    start = upright[0] + place * (upright[1] - upright[0])
    tip = start + length * np.array([np.cos(angle), np.sin(angle)])
    return [upright, np.stack([start, tip])]


def arc(rng: np.random.Generator) -> Drawing:
    """Draw half to two thirds of an ellipse, open wide enough not to be a 0."""
    first = rng.uniform(0, 2 * np.pi)
    return [ellipse(first, first + np.pi * rng.uniform(1.0, 1.35)) * rng.uniform(0.6, 1.0, 2)]


def ring(rng: np.random.Generator) -> Drawing:
    """Draw a loop with two to four marks in it; one line through it would be a slashed 0."""
    marks = [
        rng.uniform(-0.5, 0.5, 2) + np.outer([-1, 1], direction(rng)) * rng.uniform(0.02, 0.3)
        for _ in range(int(rng.integers(2, 5)))
    ]
    width = np.array([rng.uniform(0.6, 1.0), 1.0])
    return [path * width for path in (ellipse(0, 2 * np.pi), *marks)]


def dashes(rng: np.random.Generator) -> Drawing:
    """Draw one to four lines side by side; a single one lies, for upright it would be a 1."""
    count = int(rng.integers(1, 5))
    slope = rng.uniform(-0.25, 0.25)
    line = np.array([[-1, -slope], [1, slope]])
    apart = rng.uniform(0.4, 0.9)
    lines = [line + np.array([rng.normal(0, 0.1), apart * k]) for k in range(count)]
    upright = count > 1 and rng.random() < 0.5
    return [path[:, ::-1] for path in lines] if upright else lines


def dots(rng: np.random.Generator) -> Drawing:
    """Draw one to five dots."""
    spots = rng.random((int(rng.integers(1, 6)), 2)) * rng.uniform(0.2, 1.5)
    return [np.stack([spot, spot]) for spot in spots]


def polygon(rng: np.random.Generator) -> Drawing:
    """Draw a closed line of three to five corners, a star among them."""
    corners = int(rng.integers(3, 6))
    step = 2 if corners == 5 and rng.random() < 0.5 else 1
    angle = 2 * np.pi * (step * np.arange(corners + 1) / corners + rng.random())
    outline = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    outline[:-1] += rng.normal(0, 0.12, (corners, 2))
    outline[-1] = outline[0]
    return [outline * rng.uniform(0.6, 1.0, 2)]


def cross(rng: np.random.Generator) -> Drawing:
    """Draw two or three lines through about one point: plus, times, asterisk."""
    count = int(rng.integers(2, 4))
    angles = np.pi * np.arange(count) / count + rng.normal(0, 0.15, count) + rng.random() * 3
    ends = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.stack([-end, end]) + rng.normal(0, 0.15, 2) for end in ends]
