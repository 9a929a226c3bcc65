"""Habits of real pens that MNIST's writers lack, drawn into its images.

Half of the world crosses its 7s; programs write 0 with a slash; a 1 has a flag or a base;
fast writing leaves loops open. Each habit is placed by the ink of the image itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.augmentation.segments import draw, erase
from core.augmentation.warp import Maps, warp
from core.layers import SIDE_PX
from core.records import Floats, Images, Labels

Numbers: TypeAlias = NDArray[np.floating[Any]]
Habit: TypeAlias = Callable[[Images, np.random.Generator], Images]

_INK = 96
_BOX_PX = 20
_NARROWEST_PX = 8
_LEAST_LOOP = 24
"""Bare pixels inside a slashed 0, so that a thick pen does not fill all of it."""
_MASS_CENTRE = 14.0
"""Where MNIST has the centre of mass, in pixel indices (measured on its test images)."""


def add_habits(images: Images, labels: Labels, rng: np.random.Generator) -> Images:
    """Return each image a habit of its digit's; digits without one come back as they are.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
    labels : ndarray of int64, shape (n,)
    rng : numpy.random.Generator
    """
    changed = images.copy()
    for digit, habits in _HABITS.items():
        mine = np.flatnonzero((labels == digit) & (images.max(axis=(1, 2)) > _INK))
        which = rng.integers(len(habits), size=len(mine))
        for number, habit in enumerate(habits):
            chosen = mine[which == number]
            if len(chosen):
                changed[chosen] = habit(changed[chosen], rng)
    return changed


def off_centre(images: Images) -> Floats:
    """Return how far the centre of mass, (x, y), is from where MNIST has it: float32 (n, 2)."""
    axis = np.arange(SIDE_PX, dtype=np.float32)
    columns = images.sum(axis=1, dtype=np.float32)
    rows = images.sum(axis=2, dtype=np.float32)
    mass = np.maximum(columns.sum(axis=1), 1.0)
    centres = np.stack([columns @ axis / mass, rows @ axis / mass], axis=1)
    return np.where(mass[:, None] > 1, centres - _MASS_CENTRE, 0.0).astype(np.float32)


def oversize(images: Images) -> Floats:
    """Return how many times the longer side of the ink is MNIST's 20 px, at least 1."""
    box = _Box(images)
    longest = np.maximum(box.height, box.width) + 1
    return np.maximum(longest / _BOX_PX, 1.0).astype(np.float32)


class _Box:
    """Where the ink of each image is: its box and the middle of the ink on a row."""

    def __init__(self, images: Images) -> None:
        self.ink: NDArray[np.bool_] = images > _INK
        self.every = np.arange(len(images))
        self.top, self.bottom = _first_and_last(np.any(self.ink, axis=2))
        self.left, self.right = _first_and_last(np.any(self.ink, axis=1))
        self.height = self.bottom - self.top
        self.width = self.right - self.left

    def row(self, share: Numbers) -> Numbers:
        """Return the row at this share of the height, from the top."""
        return np.round(self.top + share * self.height)

    def middle(self, rows: Numbers) -> Numbers:
        """Return the mean column of the ink on `rows` (the box's middle where it is bare)."""
        line = self.ink[self.every, rows.astype(np.intp)]
        total = line.sum(axis=1)
        mean = line @ np.arange(SIDE_PX) / np.maximum(total, 1)
        return np.where(total > 0, mean, (self.left + self.right) / 2)

    def inside(self) -> Numbers:
        """Count the bare pixels with ink to the left and to the right of them."""
        from_left = np.logical_or.accumulate(self.ink, axis=2)
        from_right = np.logical_or.accumulate(self.ink[:, :, ::-1], axis=2)[:, :, ::-1]
        inside: NDArray[np.bool_] = from_left & from_right & ~self.ink
        count: Numbers = inside.sum(axis=(1, 2)).astype(np.float32)
        return count

    def first(self, rows: Numbers) -> Numbers:
        """Return the leftmost ink on `rows`."""
        return _first_and_last(self.ink[self.every, rows.astype(np.intp)])[0]

    def last(self, rows: Numbers) -> Numbers:
        """Return the rightmost ink on `rows`."""
        return _first_and_last(self.ink[self.every, rows.astype(np.intp)])[1]


def _first_and_last(ink: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    first = ink.argmax(axis=1)
    last = ink.shape[1] - 1 - ink[:, ::-1].argmax(axis=1)
    return first.astype(np.float32), last.astype(np.float32)


def _points(x: Numbers, y: Numbers) -> Floats:
    return np.stack([x, y], axis=1).astype(np.float32)


def _radius(count: int, rng: np.random.Generator) -> Floats:
    return rng.uniform(0.7, 1.4, count).astype(np.float32)


def _stroke(images: Images, rng: np.random.Generator, *ends: Numbers) -> Images:
    """Draw from (x, y) to (x, y), given as four arrays."""
    x0, y0, x1, y1 = ends
    return draw(images, _points(x0, y0), _points(x1, y1), _radius(len(images), rng))


def _through(images: Images, rng: np.random.Generator, *line: Numbers) -> Images:
    """Draw a stroke about the centre (x, y) that reaches (dx, dy) to both sides."""
    x, y, dx, dy = line
    return _stroke(images, rng, x - dx, y - dy, x + dx, y + dy)


def _bar(images: Images, rng: np.random.Generator) -> Images:
    """Draw a short bar through the stem, as through a 7."""
    box, n = _Box(images), len(images)
    y = box.row(rng.uniform(0.38, 0.62, n))
    x = box.middle(y) + rng.uniform(-1.5, 1.0, n)
    reach = rng.uniform(2.5, 5.5, n)
    return _through(images, rng, x, y, reach, -reach * rng.uniform(-0.3, 0.5, n))


def _low_bar(images: Images, rng: np.random.Generator) -> Images:
    """Draw a short bar low through the stem of a 7."""
    box, n = _Box(images), len(images)
    y = box.row(rng.uniform(0.6, 0.75, n))
    reach = rng.uniform(2.5, 5.0, n)
    return _through(images, rng, box.middle(y), y, reach, -reach * rng.uniform(-0.2, 0.4, n))


def _narrower(images: Images, rng: np.random.Generator) -> Images:
    """Squeeze each image: quick pens write 0 as narrow as half its height."""
    n = len(images)
    least = np.minimum(_NARROWEST_PX / np.maximum(_Box(images).width, 1), 1.0)
    matrices = np.zeros((n, 2, 2), np.float32)
    matrices[:, 0, 0], matrices[:, 1, 1] = 1 / np.maximum(rng.uniform(0.5, 1.0, n), least), 1.0
    maps = Maps(matrices, np.zeros((n, 2), np.float32), None)
    return warp(images, maps).astype(np.uint8)


def _slash(images: Images, rng: np.random.Generator) -> Images:
    """Draw a line through a 0, mostly from lower left to upper right.

    Where that would fill the loop the 0 stays as it was: a blot is no 0.
    """
    narrow, n = _narrower(images, rng), len(images)
    box = _Box(narrow)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    # From lying (a bar) over slanted to nearly upright; long ones leave the loop.
    angle = np.deg2rad(np.clip(rng.normal(50, 22, n), 0, 90))
    reach = rng.uniform(0.6, 1.8, n) / np.hypot(
        np.cos(angle) / np.maximum(box.width, 6), np.sin(angle) / np.maximum(box.height, 6)
    )
    lean = np.where(rng.random(n) < 0.85, 1, -1)
    dx, dy = lean * np.cos(angle) * reach / 2, -np.sin(angle) * reach / 2
    slashed = _through(narrow, rng, x, y, dx, dy)
    is_open = (_Box(slashed).inside() >= _LEAST_LOOP)[:, None, None]
    return np.where(is_open, slashed, images)


def _flag(images: Images, rng: np.random.Generator) -> Images:
    """Draw the short upstroke that leads to the top of a 1."""
    box, n = _Box(images), len(images)
    x, y = box.middle(box.top), box.top + 0.5
    degrees = rng.uniform(15, 70, n)
    # A flat flag must be short, or the 1 would be a 7.
    longest = np.interp(degrees, [15, 40], [0.3, 0.52])
    length = box.height * rng.uniform(0.2, longest)
    angle = np.deg2rad(degrees)
    return _stroke(images, rng, x, y, x - length * np.cos(angle), y + length * np.sin(angle))


def _base(images: Images, rng: np.random.Generator) -> Images:
    """Draw the line on which a 1 stands."""
    box, n = _Box(images), len(images)
    x, y = box.middle(box.bottom) + rng.uniform(-1, 1, n), box.bottom - 0.5
    reach = rng.uniform(2.5, 6.0, n)
    return _through(images, rng, x, y, reach, reach * rng.uniform(-0.2, 0.2, n))


def _flag_and_base(images: Images, rng: np.random.Generator) -> Images:
    return _base(_flag(images, rng), rng)


def _hook(images: Images, rng: np.random.Generator) -> Images:
    """Draw the small downstroke with which some 7s begin."""
    box, n = _Box(images), len(images)
    y = box.row(rng.uniform(0.0, 0.15, n))
    x, length = box.first(y) + 0.5, rng.uniform(2.0, 6.0, n)
    return _stroke(images, rng, x, y, x - length * rng.uniform(-0.2, 0.5, n), y + length)


def _foot(images: Images, rng: np.random.Generator) -> Images:
    """Let the stem of a 9 end in a foot to the left, flat or rising."""
    box, n = _Box(images), len(images)
    x, y = box.middle(box.bottom), box.bottom - 0.5
    length = rng.uniform(3.0, 7.0, n)
    return _stroke(images, rng, x, y, x - length, y - length * rng.uniform(0.0, 0.5, n))


def _two_strokes(images: Images, rng: np.random.Generator) -> Images:
    """Take away where the top of a 5 joins its stem: written as a second stroke."""
    box, n = _Box(images), len(images)
    y = box.row(rng.uniform(0.02, 0.15, n))
    hole = _points(box.first(y) + rng.uniform(0.5, 5.0, n), y)
    return erase(images, hole, rng.uniform(0.8, 1.8, n).astype(np.float32))


def _open_right(images: Images, rng: np.random.Generator) -> Images:
    """Take away where a loop reaches its stem, as in an open 9."""
    box, n = _Box(images), len(images)
    y = box.row(rng.uniform(0.02, 0.4, n))
    hole = _points(box.last(y) - rng.uniform(0.5, 2.5, n), y)
    return erase(images, hole, rng.uniform(0.8, 2.0, n).astype(np.float32))


def _open_top(images: Images, rng: np.random.Generator) -> Images:
    """Take away the top of a loop, where its end would meet its beginning."""
    box, n = _Box(images), len(images)
    y = box.top + rng.uniform(0.5, 2.0, n)
    hole = _points(box.middle(np.round(y)) + rng.uniform(-1.5, 2.5, n), y)
    return erase(images, hole, rng.uniform(1.0, 2.4, n).astype(np.float32))


def _tail(images: Images, rng: np.random.Generator) -> Images:
    """Let the end of a loop run on past its beginning, to the right."""
    box, n = _Box(images), len(images)
    x, y = box.middle(box.top), box.top + 0.5
    length = rng.uniform(2.0, 6.0, n)
    rise = length * rng.uniform(-0.4, 0.7, n)
    return _stroke(images, rng, x, y, x + length, y - rise)


_HABITS: dict[int, tuple[Habit, ...]] = {
    0: (_slash, _slash, _slash, _open_top, _tail),
    1: (_flag, _flag, _base, _flag_and_base),
    4: (_open_top,),
    5: (_two_strokes,),
    7: (_bar, _bar, _low_bar, _hook),
    8: (_open_top, _tail),
    9: (_open_right, _foot),
}
