"""Digits that pens drew: real ones of 114 writers, and ways to write them.

Each comes by another hand (`core.augmentation.hands`) and through the pad's own pen. Four in
five are from the tablets of UNIPEN (``resources/pens``); the others are put together from
`core.augmentation.digit_styles`, ways to write a digit that few of those writers have.

References
----------
Guyon, Schomaker, Plamondon, Liberman, Janet: UNIPEN project of on-line data exchange and
recognizer benchmarks, 1994.
"""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.augmentation.digit_styles import styled
from core.augmentation.hands import Drawing, by_another_hand, inked
from core.layers import SIDE_PX
from core.records import Images, Labels

_STYLED = 0.2
"""Share of drawn digits that are put together, not recorded."""

_VIEWS = 60_000
"""So many are drawn at most, about ten of each recorded digit: then they come again."""


def drawn_digits(count: int, rng: np.random.Generator) -> tuple[Images, Labels]:
    """Draw `count` digits: uint8 (count, 28, 28), and which they are, int64 (count,)."""
    chosen = [_view(int(number)) for number in rng.integers(_VIEWS, size=count)]
    images = np.empty((count, SIDE_PX, SIDE_PX), np.uint8)
    for image, (view, _) in zip(images, chosen, strict=True):
        image[:] = view
    return images, np.array([digit for _, digit in chosen], np.int64)


@cache
def _view(number: int) -> tuple[Images, int]:
    """Draw one; kept, for drawing takes as long as half a training step does of an image."""
    rng = np.random.default_rng([1994, number])
    drawing, digit = _digit(rng)
    return inked(by_another_hand(drawing, rng), rng), digit


def _digit(rng: np.random.Generator) -> tuple[Drawing, int]:
    return styled(rng) if rng.random() < _STYLED else _recorded().choose(rng)


@dataclass(frozen=True, eq=False)
class _Recorded:
    """The recorded digits, and the sum of the chances of each and those before it."""

    drawings: tuple[Drawing, ...]
    digits: NDArray[np.uint8]
    chances: NDArray[np.float64]

    def choose(self, rng: np.random.Generator) -> tuple[Drawing, int]:
        place = int(np.searchsorted(self.chances, rng.random() * self.chances[-1]))
        return self.drawings[place], int(self.digits[place])


@cache
def _recorded() -> _Recorded:
    stored = importlib.resources.files("resources") / "pens" / "unipen.npz"
    with importlib.resources.as_file(stored) as file, np.load(file) as arrays:
        points = np.cumsum(arrays["steps"], axis=1, dtype=np.uint8).T.astype(np.float64)
        strokes = np.split(points, np.cumsum(arrays["points"].astype(np.intp))[:-1])
        ends = np.cumsum(arrays["strokes"].astype(np.intp))
        digits, writers = arrays["digits"], arrays["writers"]
    starts = np.concatenate([[0], ends[:-1]])
    drawings = tuple(strokes[a:b] for a, b in zip(starts, ends, strict=True))
    # Four of the writers wrote a third of the digits: the square root lets others be heard.
    chances = 1 / np.sqrt(np.bincount(writers)[writers])
    return _Recorded(drawings, digits, np.cumsum(chances))
