"""A square that slides over an image: how often it fits, and the border that it needs."""

from __future__ import annotations

import numpy as np

from core.records import Floats


def extent(length: int, size: int, strides: int, *, same: bool) -> tuple[int, int, int]:
    """Return the padding before, the padded length and the length of the output.

    "same" pads as TensorFlow does: the odd pixel goes behind.
    """
    if not same:
        return 0, length, (length - size) // strides + 1
    output = -(-length // strides)
    padding = max((output - 1) * strides + size - length, 0)
    return padding // 2, length + padding, output


def bordered(
    x: Floats, size: int, strides: int, *, same: bool, fill: float = 0
) -> tuple[Floats, int, int]:
    """Return the images with the border that "same" needs, and rows and columns of the output.

    Parameters
    ----------
    x : ndarray of float32, shape (n, rows, columns, channels)
    fill : float
        What the border is made of.
    """
    above, height, rows = extent(x.shape[1], size, strides, same=same)
    left, width, columns = extent(x.shape[2], size, strides, same=same)
    if (height, width) != x.shape[1:3]:
        below, right = height - above - x.shape[1], width - left - x.shape[2]
        border = ((0, 0), (above, below), (left, right), (0, 0))
        x = np.pad(x, border, constant_values=fill)
    return x, rows, columns
