"""Curves that drawings are made of."""

from __future__ import annotations

import numpy as np

from core.augmentation.hands import Path


def smooth(points: Path, steps: int = 5) -> Path:
    """Return a curve led by `points`: a quadratic B-spline, `steps` points for each."""
    share = np.linspace(0, 1, steps, endpoint=False)[:, None]
    weights = ((1 - share) ** 2 / 2, 0.5 + share * (1 - share), share**2 / 2)
    near = (points[:-2], points[1:-1], points[2:])
    parts = sum(w * p[:, None] for w, p in zip(weights, near, strict=True))
    return np.asarray(parts).reshape(-1, 2)


def ellipse(first: float, last: float) -> Path:
    """Return a part of the unit circle, by angle from the right, downwards."""
    angle = np.linspace(first, last, 24)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def turned(path: Path, angle: float) -> Path:
    """Return the path turned about (0, 0) by an angle in radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Path = path @ np.array([[cos, sin], [-sin, cos]])
    return turned


def direction(rng: np.random.Generator) -> Path:
    """Return a random vector of length 1."""
    angle = rng.uniform(0, 2 * np.pi)
    return np.array([np.cos(angle), np.sin(angle)])
