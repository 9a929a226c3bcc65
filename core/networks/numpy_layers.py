"""The arithmetic of the layers with weights in NumPy, when nothing is trained.

Arrays are float32 and begin with the image's axis: (n, units) or (n, rows, columns,
channels). A step may write into the array that it is given: the caller has made it for
this one pass.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from core.layers import ActivationName
from core.networks.activations import activate
from core.networks.sliding import bordered, extent
from core.records import Floats


class Step(Protocol):
    """One stage of a network, ready to be applied to a batch."""

    def __call__(self, x: Floats, /) -> Floats:
        """Return what this stage makes of `x`."""


@dataclass(frozen=True, eq=False)
class Affine:
    """``x * scale + shift``: a rescaling, or a batch normalisation that no layer took in."""

    scale: Floats | np.float32
    shift: Floats | np.float32

    def __call__(self, x: Floats) -> Floats:
        """Return the scaled and shifted batch."""
        x *= self.scale
        x += self.shift
        return x


@dataclass(frozen=True, eq=False)
class Weighted:
    """A kernel and a bias with the activation behind them: Dense and Conv2D.

    The kernel's last axis is the output's, so that what scales each output afterwards can
    be multiplied into it.
    """

    kernel: Floats
    bias: Floats
    activation: ActivationName

    def followed_by(self, after: Affine) -> Weighted:
        """Return this stage and `after` in one; this one must be linear."""
        return replace(
            self,
            kernel=(self.kernel * after.scale).astype(np.float32),
            bias=(self.bias * after.scale + after.shift).astype(np.float32),
        )

    def finished(self, x: Floats) -> Floats:
        """Return the batch with the bias added and the activation applied."""
        x += self.bias
        return activate(self.activation, x)


@dataclass(frozen=True, eq=False)
class Product(Weighted):
    """``activation(x @ kernel + bias)``; kernel (inputs, units)."""

    def __call__(self, x: Floats) -> Floats:
        """Return the units of each image."""
        return self.finished(x @ self.kernel)


@dataclass(frozen=True, eq=False)
class Convolution(Weighted):
    """A square kernel (rows, columns, in, out) slid over the image.

    The usual way copies each pixel once for every cell of the kernel and multiplies once.
    Here each is copied once for every *column* of the kernel, and the rows of the kernel
    are that many products over slices of the same copy, which are contiguous because the
    batch is held as (row, image, column, channel): a third of the copying for 3x3.

    References
    ----------
    Chellapilla, Puri & Simard, "High performance convolutional neural networks for document
    processing", 2006, for the unrolling into a matrix product.
    """

    strides: int
    same: bool

    def __call__(self, x: Floats) -> Floats:
        """Return the filtered images."""
        images, filters = x.shape[0], self.kernel.shape[3]
        unrolled, rows, columns = self._unroll(x)
        total: Floats | None = None
        for offset, kernel in enumerate(self.kernel):
            last = offset + (rows - 1) * self.strides + 1
            lines = unrolled[offset : last : self.strides]
            part = lines.reshape(rows * images * columns, -1) @ kernel.reshape(-1, filters)
            total = part if total is None else np.add(total, part, out=total)
        assert total is not None
        result = self.finished(total).reshape(rows, images, columns, filters)
        return result.transpose(1, 0, 2, 3)

    def _unroll(self, x: Floats) -> tuple[Floats, int, int]:
        """Copy each padded line once for every column of the kernel, side by side.

        Gives (padded rows, images, output columns, kernel columns x channels), and the
        rows and columns of the output.
        """
        images, height, width, channels = x.shape
        size = self.kernel.shape[0]
        above, padded_height, rows = extent(height, size, self.strides, same=self.same)
        left, _, columns = extent(width, size, self.strides, same=self.same)
        empty = np.zeros if self.same else np.empty
        unrolled = empty((padded_height, images, columns, size, channels), np.float32)
        inside = unrolled[above : above + height]
        lines = x.transpose(1, 0, 2, 3)
        for offset in range(size):
            # Output column c takes column c * strides + offset - left of the image.
            first = max(0, -(-(left - offset) // self.strides))
            end = min(columns, -(-(width + left - offset) // self.strides))
            start = first * self.strides + offset - left
            taken = lines[:, :, start :: self.strides][:, :, : end - first]
            inside[:, :, first:end, offset] = taken
        return unrolled.reshape(padded_height, images, columns, -1), rows, columns


@dataclass(frozen=True, eq=False)
class Depthwise(Weighted):
    """A kernel (rows, columns, outputs) slid over the image, each channel by itself.

    Each channel gives `times` outputs, which lie side by side.
    """

    strides: int
    same: bool
    times: int

    def __call__(self, x: Floats) -> Floats:
        """Return the filtered images."""
        size, strides = self.kernel.shape[0], self.strides
        x, rows, columns = bordered(x, size, strides, same=self.same)
        x = np.repeat(x, self.times, axis=3) if self.times > 1 else x
        total: Floats | None = None
        for row in range(size):
            for column in range(size):
                part = x[:, row::strides, column::strides][:, :rows, :columns]
                part = part * self.kernel[row, column]
                total = part if total is None else np.add(total, part, out=total)
        assert total is not None
        return self.finished(total)


@dataclass(frozen=True, eq=False)
class Chained:
    """One stage after another."""

    stages: tuple[Step, ...]

    def __call__(self, x: Floats) -> Floats:
        """Return what the last stage gives."""
        for stage in self.stages:
            x = stage(x)
        return x


@dataclass(frozen=True, eq=False)
class LayerNormalised:
    """The last axis of each image centred and scaled by its own mean and variance."""

    gamma: Floats
    beta: Floats
    epsilon: float

    def __call__(self, x: Floats) -> Floats:
        """Return the normalised batch."""
        x = x - x.mean(axis=-1, keepdims=True)
        deviation = np.sqrt(np.square(x).mean(axis=-1, keepdims=True) + self.epsilon)
        result: Floats = (x / deviation * self.gamma + self.beta).astype(np.float32, copy=False)
        return result


@dataclass(frozen=True, eq=False)
class Leaky:
    """Values below zero times a slope: one for all, or one for each value (PReLU)."""

    slopes: Floats | np.float32

    def __call__(self, x: Floats) -> Floats:
        """Return the batch, what is below zero multiplied."""
        return np.where(x < 0, x * self.slopes, x)


@dataclass(frozen=True)
class Exponential:
    """``alpha * (exp(x) - 1)`` of values below zero."""

    alpha: np.float32

    def __call__(self, x: Floats) -> Floats:
        """Return the batch, what is below zero bent."""
        return np.where(x < 0, self.alpha * np.expm1(np.minimum(x, 0)), x)


@dataclass(frozen=True)
class Activated:
    """An activation by itself."""

    activation: ActivationName

    def __call__(self, x: Floats) -> Floats:
        """Return the activated batch."""
        return activate(self.activation, x)
