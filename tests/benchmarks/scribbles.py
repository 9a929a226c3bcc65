"""Scribbles of many sorts, for measuring what is answered to them.

They are made by other means than those of the training (`core.augmentation.scribbles` joins
random points by B-splines and lets a curvature drift): a walk that turns by chance at every
step, Bezier curves end to end, rolling circles, a shrinking swing, triangular waves.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

Paths = list[np.ndarray]


def walk(rng: np.random.Generator) -> Paths:
    """A pen that wanders: its direction drifts, now and then it turns sharply."""
    steps = int(rng.integers(60, 200))
    turns = rng.normal(rng.normal(0, 0.1), 0.5, steps)
    turns[rng.random(steps) < 0.1] += rng.normal(0, 2)
    angle = np.cumsum(turns)
    return [np.cumsum(np.stack([np.cos(angle), np.sin(angle)], axis=1), axis=0)]


def chain(rng: np.random.Generator) -> Paths:
    """Five to ten Bezier curves, each beginning where the last one ended, with a corner."""
    ends = rng.random((int(rng.integers(6, 12)), 2))
    return [np.concatenate([_bezier(*pair, rng) for pair in pairwise(ends)])]


def several(rng: np.random.Generator) -> Paths:
    """Four to seven Bezier curves anywhere."""
    return [_bezier(*rng.random((2, 2)), rng) for _ in range(int(rng.integers(4, 8)))]


def rolled(rng: np.random.Generator) -> Paths:
    """A point on a circle that rolls along a line or in a ring, three to eight times around."""
    turns = int(rng.integers(3, 9))
    angle = np.linspace(0, 2 * np.pi * turns, 16 * turns)
    inner = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    if rng.random() < 0.5:
        path = inner + np.outer(angle, [rng.uniform(0.1, 0.3), rng.normal(0, 0.05)])
    else:
        slow = angle / turns + rng.uniform(0, 6)
        path = inner + rng.uniform(0.5, 1.5) * np.stack([np.cos(slow), np.sin(slow)], axis=1)
    return [path * rng.uniform(0.5, 1.0, 2)]


def coil(rng: np.random.Generator) -> Paths:
    """A swing whose arm grows: two and a half to five turns about one place."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2.5, 5), 90)
    arm = np.exp(np.linspace(rng.uniform(-2.5, -1), 0, 90)) * rng.choice([-1, 1])
    return [np.stack([arm * np.cos(angle), np.abs(arm) * np.sin(angle)], axis=1)]


def saw(rng: np.random.Generator) -> Paths:
    """A triangular wave of four to ten teeth, upright or lying, growing or shrinking."""
    time = np.linspace(0, int(rng.integers(4, 11)), 160)
    wave = np.abs((time % 1) * 2 - 1) * np.linspace(1, rng.uniform(0.4, 1.6), 160)
    path = np.stack([time * rng.uniform(0.08, 0.4), wave + rng.normal(0, 0.02, 160)], axis=1)
    return [path if rng.random() < 0.6 else path[:, ::-1]]


def shading(rng: np.random.Generator) -> Paths:
    """Five to nine lines one after the other, as one fills a corner."""
    count, slope = int(rng.integers(5, 10)), rng.uniform(-1, 1)
    share = np.linspace(0, 1, 10)[:, None]
    starts = np.stack([np.arange(count) * 0.25, np.zeros(count)], axis=1)
    starts += rng.normal(0, 0.04, (count, 2))
    return [start + share * (slope, 1.0) * rng.uniform(0.8, 1.3) for start in starts]


KINDS = (chain, several, rolled, coil, saw, shading)
"""All but the walk, which has a row of its own."""


def _bezier(start: np.ndarray, end: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    bend = rng.uniform(-0.4, 1.4, (2, 2))
    share = np.linspace(0, 1, 16)[:, None]
    back = 1 - share
    return (
        back**3 * start
        + 3 * back**2 * share * bend[0]
        + 3 * back * share**2 * bend[1]
        + share**3 * end
    )
