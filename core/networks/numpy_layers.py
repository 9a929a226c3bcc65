"""The arithmetic of the layers in NumPy: what each does to a batch when nothing is trained.

Arrays are float32 and begin with the image's axis: (n, units) or (n, rows, columns,
channels). A step may write into the array that it is given: the caller has made it for
this one pass.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from core.layers import ActivationName
from core.records import Floats


class Step(Protocol):
    """One stage of a network, ready to be applied to a batch."""

    def __call__(self, x: Floats, /) -> Floats:
        """Return what this stage makes of `x`."""


def activate(name: ActivationName, x: Floats) -> Floats:
    """Apply an activation and return the result; `x` itself may be overwritten.

    Softmax runs over the last axis, as in Keras.
    """
    match name:
        case "relu":
            return np.maximum(x, 0, out=x)
        case "sigmoid":
            return sigmoid(x)
        case "tanh":
            return np.tanh(x, out=x)
        case "silu":
            return x * sigmoid(x)
        case "softmax":
            return softmax(x)
        case _:
            return x


def sigmoid(x: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)); exactly 1.0 in float32 from about x = 16.6 on."""
    with np.errstate(over="ignore"):
        result: Floats = np.reciprocal(1 + np.exp(-x))
    return result


def softmax(x: Floats) -> Floats:
    """Return exp(x) over its sum along the last axis."""
    # Without the largest logit taken off, exp overflows float32 beyond 88.
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


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
        above, padded_height, rows = self._extent(height, size)
        left, _, columns = self._extent(width, size)
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

    def _extent(self, length: int, size: int) -> tuple[int, int, int]:
        """Return the padding before, the padded length and the length of the output.

        "same" pads as TensorFlow does: the odd pixel goes behind.
        """
        if not self.same:
            return 0, length, (length - size) // self.strides + 1
        output = -(-length // self.strides)
        padding = max((output - 1) * self.strides + size - length, 0)
        return padding // 2, length + padding, output


@dataclass(frozen=True)
class Pool:
    """The largest or the mean value of each square; rows and columns left over are dropped."""

    size: int
    largest: bool

    def __call__(self, x: Floats) -> Floats:
        """Return the smaller images."""
        rows, columns = x.shape[1] // self.size, x.shape[2] // self.size
        total: Floats | None = None
        for row in range(self.size):
            for column in range(self.size):
                part = x[:, row :: self.size, column :: self.size][:, :rows, :columns]
                total = part if total is None else self._joined(total, part)
        assert total is not None
        return total if self.largest else total / np.float32(self.size * self.size)

    def _joined(self, total: Floats, part: Floats) -> Floats:
        return np.maximum(total, part) if self.largest else total + part


@dataclass(frozen=True)
class GlobalPool:
    """The largest or the mean value of each channel."""

    largest: bool

    def __call__(self, x: Floats) -> Floats:
        """Return one number for each channel of each image."""
        result: Floats = x.max(axis=(1, 2)) if self.largest else x.mean(axis=(1, 2))
        return result


@dataclass(frozen=True)
class Shaped:
    """Each image in another shape of the same size."""

    shape: tuple[int, ...]

    def __call__(self, x: Floats) -> Floats:
        """Return the batch in the new shape."""
        return x.reshape(-1, *self.shape)


@dataclass(frozen=True)
class Activated:
    """An activation by itself."""

    activation: ActivationName

    def __call__(self, x: Floats) -> Floats:
        """Return the activated batch."""
        return activate(self.activation, x)
