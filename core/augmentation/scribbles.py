"""Scribbles: lines that a hand draws when it wants to write nothing.

Each generator gives a drawing, y down, in any unit.
"""

from __future__ import annotations

import numpy as np

from core.augmentation.curves import direction, smooth, turned
from core.augmentation.hands import Drawing, Path


def scribble(rng: np.random.Generator) -> Drawing:
    """Draw one long soft line to and fro over the same place."""
    return [smooth(rng.random((int(rng.integers(9, 22)), 2)))]


def wander(rng: np.random.Generator) -> Drawing:
    """Draw one soft line that loses its way."""
    steps = rng.standard_normal((int(rng.integers(10, 40)), 2))
    return [smooth(np.cumsum(steps, axis=0))]


def zigzag(rng: np.random.Generator) -> Drawing:
    """Draw a line that goes to and fro while it moves on, as in hatching or waves."""
    turns = int(rng.integers(6, 14))
    along = np.linspace(0, rng.uniform(0.6, 2.0), turns)
    across = (np.arange(turns) % 2) * rng.uniform(0.5, 1.2) + rng.normal(0, 0.08, turns)
    path = turned(np.stack([along, across], axis=1), rng.uniform(0, np.pi))
    return [smooth(path) if rng.random() < 0.5 else path]


def spiral(rng: np.random.Generator) -> Drawing:
    """Draw two to four turns around a centre that moves in or on."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2, 4), 60) + rng.uniform(0, 6)
    radius = np.linspace(rng.uniform(0.0, 0.5), 1, 60)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius[:, None]
    drift = np.linspace(0, rng.uniform(0, 4), 60)[:, None] * direction(rng)
    return [circle * rng.uniform(0.5, 1.0, 2) + drift]


def roaming(rng: np.random.Generator) -> Drawing:
    """Draw a line whose curvature drifts: long bends, loops, now and then a corner."""
    steps = int(rng.integers(60, 260))
    pull, kick = rng.uniform(0.02, 0.3), rng.uniform(0.03, 0.25)
    curvature = np.empty(steps)
    now = rng.normal(0, 0.15)
    for step, noise in enumerate(rng.normal(0, kick, steps)):
        now += noise - pull * now
        curvature[step] = now
    corners = rng.random(steps) < rng.uniform(0, 0.08)
    curvature[corners] += rng.uniform(-2.5, 2.5, int(corners.sum()))
    angle = np.cumsum(curvature) + rng.uniform(0, 6)
    stride = np.exp(rng.normal(0, 0.3, steps))[:, None]
    return [np.cumsum(np.stack([np.cos(angle), np.sin(angle)], axis=1) * stride, axis=0)]


def waves(rng: np.random.Generator) -> Drawing:
    """Draw a closed or open curve of a few waves, as a swinging pen leaves."""
    time = np.linspace(0, rng.uniform(1.2, 2.5), 110)[:, None]
    path = np.zeros((110, 2))
    for wave in range(1, int(rng.integers(4, 7))):
        swing = rng.uniform(0.4, 1.0, 2) / np.sqrt(wave)
        path += swing * np.sin(2 * np.pi * (wave * time + rng.random(2)))
    return [path]


def loops(rng: np.random.Generator) -> Drawing:
    """Draw a row of loops, as of a spring or of a pen that is tried."""
    turns = int(rng.integers(3, 8))
    angle = np.linspace(0, 2 * np.pi * turns, 14 * turns)
    high = rng.uniform(0.8, 2.5) * np.exp(
        np.interp(angle, angle[::14], rng.normal(0, 0.2, turns))
    )
    along = angle * rng.uniform(0.05, 0.3)
    path = np.stack(
        [along + rng.uniform(0.4, 1.0) * np.cos(angle), high * np.sin(angle)], axis=1
    )
    return [turned(path, rng.normal(0, 0.4) + (np.pi / 2 if rng.random() < 0.2 else 0))]


def crossed_out(rng: np.random.Generator) -> Drawing:
    """Draw what makes a word unreadable: to and fro, long and dense, in one or two ways."""
    return [_to_and_fro(rng) for _ in range(int(rng.integers(1, 3)))]


def hatching(rng: np.random.Generator) -> Drawing:
    """Draw four to ten lines side by side, maybe others across."""
    lines: Drawing = []
    for _ in range(int(rng.integers(1, 3))):
        count, angle = int(rng.integers(4, 11)), rng.uniform(0, np.pi)
        for place in np.linspace(-1, 1, count) + rng.normal(0, 0.06, count):
            half = rng.uniform(0.6, 1.1)
            ends = np.array([[-half, place], [half, place]]) + rng.normal(0, 0.06, (2, 2))
            lines.append(turned(ends, angle))
    return lines


def strokes(rng: np.random.Generator) -> Drawing:
    """Draw three to six short bows anywhere."""
    drawing: Drawing = []
    for _ in range(int(rng.integers(3, 7))):
        points = np.cumsum(rng.normal(0, 0.6, (int(rng.integers(4, 7)), 2)), axis=0)
        drawing.append(smooth(points) + rng.uniform(-1.2, 1.2, 2))
    return drawing


def angular(rng: np.random.Generator) -> Drawing:
    """Draw one line with four to ten corners anywhere."""
    return [rng.random((int(rng.integers(6, 13)), 2)) * rng.uniform(0.5, 1.0, 2)]


def joined(rng: np.random.Generator) -> Drawing:
    """Draw three to seven bows end to end, with corners between them."""
    pieces: list[Path] = []
    end = np.zeros(2)
    for _ in range(int(rng.integers(3, 8))):
        bow = smooth(rng.random((int(rng.integers(3, 7)), 2)))
        pieces.append(bow - bow[0] + end)
        end = pieces[-1][-1]
    return [np.concatenate(pieces)]


def blot(rng: np.random.Generator) -> Drawing:
    """Draw a scrawl so dense that it fills most of its box."""
    return [smooth(rng.random((int(rng.integers(30, 60)), 2)) * rng.uniform(0.6, 1.0, 2))]


def _to_and_fro(rng: np.random.Generator) -> Path:
    turns = int(rng.integers(8, 24))
    along = np.linspace(0, rng.uniform(0.3, 1.6), turns) + rng.normal(0, 0.06, turns)
    across = (np.arange(turns) % 2 - 0.5) * rng.uniform(0.5, 1.2) + rng.normal(0, 0.1, turns)
    path = turned(np.stack([along, across], axis=1), rng.uniform(0, np.pi))
    return smooth(path) if rng.random() < 0.7 else path
