"""The same drawing by another hand: slanted, stretched, bent, trembling, drawn in fewer points.

A drawing is a list of paths, float64 (points, 2), y down, in any unit. What is changed here
are the points of the pen; their ink is left to the pad's own pen (`core.ink.preprocess`), so
that training sees what the pad will hand over.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.ink.preprocess import PEN_PX, redrawn
from core.records import Floats, Images

Path: TypeAlias = NDArray[np.float64]
Drawing: TypeAlias = list[Path]

_WIDTHS = (0.8, 1.35)
"""Narrowest and widest pen, as shares of the pad's: pictures are not redrawn by one pen."""


def by_another_hand(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Return the drawing as another person might have made it, its longer side about 1."""
    matrix = _slant_and_stretch(rng)
    bend = _bend(rng)
    coarse = _spacing(rng)
    tremor = rng.uniform(0, 0.012) if rng.random() < 0.3 else 0.0
    grid = rng.uniform(1 / 60, 1 / 24) if rng.random() < 0.1 else 0.0
    paths = [bend(path @ matrix) for path in unit(drawing)]
    if len(paths) > 1:  # no hand joins two strokes at the same place twice
        paths = [path + rng.normal(0, 0.02, 2) for path in paths]
    paths = [_sampled(path, coarse, rng) for path in paths]
    paths = [_trembling(path, tremor, rng) for path in paths]
    return [np.rint(path / grid) * grid for path in paths] if grid else paths


def _trembling(path: Path, tremor: float, rng: np.random.Generator) -> Path:
    """Move each point a little; a dot stays a dot, for enlarged it would be a line."""
    return path + rng.normal(0, tremor, path.shape) if len(path) > 2 else path


def inked(drawing: Drawing, rng: np.random.Generator) -> Images:
    """Draw it with the pad's pen, one time in three with a wider or narrower one: (28, 28)."""
    width = rng.uniform(*_WIDTHS) if rng.random() < 1 / 3 else 1.0
    strokes: list[Floats] = [path.astype(np.float32) for path in drawing]
    return redrawn(tuple(strokes), pen_px=PEN_PX * width)


def unit(drawing: Drawing) -> Drawing:
    """Return the drawing about (0, 0), its longer side 1."""
    every = np.concatenate(drawing)
    low, high = every.min(axis=0), every.max(axis=0)
    side = max(float((high - low).max()), 1e-9)
    return [(path - (low + high) / 2) / side for path in drawing]


def dense(path: Path, spacing: float) -> Path:
    """Return points along straight joins, at most `spacing` apart, the path's own included."""
    counts = np.ceil(np.hypot(*np.diff(path, axis=0).T) / spacing).astype(int).clip(1)
    legs = [
        np.linspace(start, end, count, endpoint=False)
        for start, end, count in zip(path, path[1:], counts, strict=False)
    ]
    return np.concatenate([*legs, path[-1:]])


def _slant_and_stretch(rng: np.random.Generator) -> Path:
    turn, slant = np.deg2rad(np.clip(rng.normal(0, 6), -15, 15)), rng.normal(0, 0.14)
    cos, sin = np.cos(turn), np.sin(turn)
    wide = np.exp(np.clip(rng.normal(0, 0.16), -0.4, 0.4))
    matrix: Path = (
        np.array([[wide, 0.0], [0.0, 1.0]])
        @ np.array([[1.0, 0.0], [slant, 1.0]])
        @ np.array([[cos, sin], [-sin, cos]])
    )
    return matrix


class _bend:  # noqa: N801 - used as a function
    """Move each point by slow waves across the drawing."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._waves = rng.normal(0, 2.5, (2, 2))
        self._phase = rng.uniform(0, 2 * np.pi, 2)
        self._reach = np.abs(rng.normal(0, 0.025, 2))

    def __call__(self, path: Path) -> Path:
        moved: Path = path + self._reach * np.sin(path @ self._waves + self._phase)
        return moved


def _spacing(rng: np.random.Generator) -> float:
    """Return the distance of points: mostly as it is (0), else as a slower tablet gives."""
    kind = rng.random()
    if kind < 0.4:
        return 0.0
    return float(rng.uniform(0.02, 0.07) if kind < 0.8 else rng.uniform(0.07, 0.13))


def _sampled(path: Path, spacing: float, rng: np.random.Generator) -> Path:
    """Return points so far apart along the path, the first and the last one included."""
    if not spacing or len(path) < 3:
        return path
    walked = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    count = max(round(walked[-1] / spacing), 2)
    stops = np.linspace(0, walked[-1], count + 1)
    stops[1:-1] += rng.normal(0, 0.15, count - 1) * walked[-1] / count
    stops = np.sort(stops.clip(0, walked[-1]))
    return np.stack([np.interp(stops, walked, path[:, axis]) for axis in (0, 1)], axis=1)
