"""The layers in plain NumPy, a function each: what an exported Python file is made of.

Written to be read: a convolution is one matrix product over windows. Arrays are float32 and
begin with the image's axis: (n, units) or (n, rows, columns, channels). The source of those
that a network needs is copied into its file, so each uses NumPy and `windows` alone.
"""

from __future__ import annotations

import numpy as np

from core.records import Floats


def windows(x: Floats, size: int, strides: int, same: bool, fill: float) -> Floats:
    """Return each square under a sliding window: (n, rows, columns, channels, size, size).

    "same" adds a border as TensorFlow does: the odd pixel goes behind.
    """
    if same:
        border = [(0, 0)]
        for length in x.shape[1:3]:
            total = max((-(-length // strides) - 1) * strides + size - length, 0)
            border.append((total // 2, total - total // 2))
        x = np.pad(x, [*border, (0, 0)], constant_values=fill)
    squares = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    result: Floats = squares[:, ::strides, ::strides]
    return result


def dense(x: Floats, kernel: Floats, bias: Floats) -> Floats:
    """Return every input times its weight for each unit, summed, plus the bias."""
    result: Floats = x @ kernel + bias
    return result


def convolution(x: Floats, kernel: Floats, bias: Floats, strides: int, same: bool) -> Floats:
    """Slide a kernel (rows, columns, in, out) over the images."""
    squares = windows(x, kernel.shape[0], strides, same, 0)
    # (channels, rows, columns) of a square against (rows, columns, channels) of the kernel
    result: Floats = np.tensordot(squares, kernel, axes=((3, 4, 5), (2, 0, 1))) + bias
    return result


def depthwise(x: Floats, kernel: Floats, bias: Floats, strides: int, same: bool) -> Floats:
    """Slide a kernel (rows, columns, channels, times) over each channel by itself."""
    squares = windows(x, kernel.shape[0], strides, same, 0)
    each = np.einsum("nxycij,ijct->nxyct", squares, kernel)
    result: Floats = each.reshape(*each.shape[:3], -1) + bias
    return result


def max_pool(x: Floats, size: int, strides: int, same: bool) -> Floats:
    """Return the largest value of each square."""
    result: Floats = windows(x, size, strides, same, -np.inf).max(axis=(4, 5))
    return result


def average_pool(x: Floats, size: int, strides: int, same: bool) -> Floats:
    """Return the mean of each square; a border that "same" adds does not count."""
    total = windows(x, size, strides, same, 0).sum(axis=(4, 5))
    count = windows(np.ones_like(x[:1]), size, strides, same, 0).sum(axis=(4, 5))
    result: Floats = total / count
    return result


def batch_normalisation(x: Floats, weights: list[Floats], epsilon: float) -> Floats:
    """Centre and scale each channel by the mean and variance of the training."""
    scales, shifts, means, variances = weights
    result: Floats = (x - means) / np.sqrt(variances + np.float32(epsilon)) * scales + shifts
    return result


def layer_normalisation(x: Floats, scales: Floats, shifts: Floats, epsilon: float) -> Floats:
    """Centre and scale the last axis by its own mean and variance."""
    x = x - x.mean(axis=-1, keepdims=True)
    variances = np.square(x).mean(axis=-1, keepdims=True)
    result: Floats = x / np.sqrt(variances + np.float32(epsilon)) * scales + shifts
    return result


def resize(x: Floats, height: int, width: int) -> Floats:
    """Mix each pixel of another size from the nearest four."""
    for axis, new in ((1, height), (2, width)):
        old = x.shape[axis]
        centres = (np.arange(new) + 0.5) * (old / new) - 0.5
        first = np.floor(centres).astype(int)
        share = (
            (centres - first)
            .astype(np.float32)
            .reshape([-1 if a == axis else 1 for a in range(4)])
        )
        before = np.take(x, np.clip(first, 0, old - 1), axis)
        behind = np.take(x, np.clip(first + 1, 0, old - 1), axis)
        x = before * (1 - share) + behind * share
    return x


def below_zero(x: Floats, slopes: Floats | float) -> Floats:
    """Return x, multiplied where it is below zero."""
    result: Floats = np.where(x < 0, x * np.float32(slopes), x)
    return result


def exponential_below_zero(x: Floats, alpha: float) -> Floats:
    """Return x, and alpha * (exp(x) - 1) where it is below zero."""
    result: Floats = np.where(x < 0, np.float32(alpha) * np.expm1(np.minimum(x, 0)), x)
    return result
