"""Drawings as text: what this package knows by heart of digits, letters and doodles.

A drawing is strokes with "/" between them; a stroke is points "x y x y ..." joined by straight
lines or, after "~", by a curve. y points down.
"""

from __future__ import annotations

import numpy as np

from core.augmentation.hands import Drawing, Path, dense

_SPACING = 0.4


def written(text: str, jitter: float, rng: np.random.Generator) -> Drawing:
    """Return a drawing, each of its points moved at random (standard deviation `jitter`)."""
    return [_path(stroke.strip(), jitter, rng) for stroke in text.split("/")]


def _path(stroke: str, jitter: float, rng: np.random.Generator) -> Path:
    """Return a curve's points (the pen bends between them), or many along straight lines."""
    points = np.array(stroke.lstrip("~").split(), float).reshape(-1, 2)
    points += rng.normal(0, jitter, points.shape)
    return points if stroke.startswith("~") else dense(points, _SPACING)
