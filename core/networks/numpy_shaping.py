"""The arithmetic of the layers without weights in NumPy: pooling, borders, sizes, shapes.

Arrays are as in `core.networks.numpy_layers`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.networks.sliding import bordered
from core.records import Floats


@dataclass(frozen=True)
class Pool:
    """The largest or the mean value of each square; a border that "same" adds never counts."""

    size: int
    largest: bool
    strides: int
    same: bool

    def __call__(self, x: Floats) -> Floats:
        """Return the smaller images."""
        if self.largest:
            return self._joined(x, -np.inf)
        total = self._joined(x, 0)
        if not self.same:
            return total / np.float32(self.size * self.size)
        return total / self._joined(np.ones((1, *x.shape[1:3], 1), np.float32), 0)

    def _joined(self, x: Floats, fill: float) -> Floats:
        """Return the largest value or the sum of each square."""
        x, rows, columns = bordered(x, self.size, self.strides, same=self.same, fill=fill)
        join = np.maximum if self.largest else np.add
        total: Floats | None = None
        for row in range(self.size):
            for column in range(self.size):
                part = x[:, row :: self.strides, column :: self.strides][:, :rows, :columns]
                total = part if total is None else join(total, part)
        assert total is not None
        return total


@dataclass(frozen=True)
class GlobalPool:
    """The largest or the mean value of each channel."""

    largest: bool

    def __call__(self, x: Floats) -> Floats:
        """Return one number for each channel of each image."""
        result: Floats = x.max(axis=(1, 2)) if self.largest else x.mean(axis=(1, 2))
        return result


@dataclass(frozen=True)
class Framed:
    """Rows and columns of zeros around each image."""

    padding: int

    def __call__(self, x: Floats) -> Floats:
        """Return the larger images."""
        border = (self.padding, self.padding)
        result: Floats = np.pad(x, ((0, 0), border, border, (0, 0)))
        return result


@dataclass(frozen=True)
class Resized:
    """Each image in another height and width, each pixel mixed from the nearest four."""

    height: int
    width: int

    def __call__(self, x: Floats) -> Floats:
        """Return the resized images."""
        rows = mixing(x.shape[1], self.height)
        columns = mixing(x.shape[2], self.width)
        # (n, rows, columns, channels) -> (n, columns, channels, height) -> ...
        x = np.tensordot(x, rows, axes=(1, 1))
        x = np.tensordot(x, columns, axes=(1, 1))
        return np.ascontiguousarray(x.transpose(0, 2, 3, 1))


@dataclass(frozen=True)
class Shaped:
    """Each image in another shape of the same size."""

    shape: tuple[int, ...]

    def __call__(self, x: Floats) -> Floats:
        """Return the batch in the new shape."""
        return x.reshape(-1, *self.shape)


def mixing(old: int, new: int) -> Floats:
    """Return how much of each of `old` pixels is in each of `new`, float32 (new, old).

    Pixels are squares whose centres lie at half numbers, as in TensorFlow.
    """
    centres = (np.arange(new) + 0.5) * (old / new) - 0.5
    first = np.floor(centres).astype(int)
    share = centres - first
    mixing = np.zeros((new, old), np.float64)
    lines = np.arange(new)
    np.add.at(mixing, (lines, np.clip(first, 0, old - 1)), 1 - share)
    np.add.at(mixing, (lines, np.clip(first + 1, 0, old - 1)), share)
    return mixing.astype(np.float32)
