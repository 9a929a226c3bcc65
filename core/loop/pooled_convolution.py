"""A convolution that does the max-pooling behind it before its own activation."""

from __future__ import annotations

from typing import Any

from core.loop.backend import keras, tf


class PooledConv2D(keras.layers.Conv2D):  # type: ignore[misc]
    """A convolution, ReLU and all, and the max-pooling after it, which is done first.

    Adding a bias and cutting off at zero never change which of two numbers is the larger:
    so the largest value of each square can be taken before both, which then have a quarter
    of the values to go through, forward and backward. The outputs are the same to the bit.

    Parameters
    ----------
    pool_size : int
        Side of the squares.
    """

    def __init__(self, *args: Any, pool_size: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pool_size = pool_size

    def call(self, inputs: Any) -> Any:
        """Convolve, take the largest of each square, add the bias, apply the activation."""
        strides, padding = self.strides[0], self.padding.upper()
        size = self.pool_size
        x = tf.nn.conv2d(inputs, self.kernel, strides, padding)
        x = tf.nn.max_pool2d(x, size, size, "VALID")
        if self.use_bias:
            x = tf.nn.bias_add(x, self.bias)
        return self.activation(x)

    def compute_output_shape(self, input_shape: tuple[int | None, ...]) -> Any:
        """Give the shape of the pooled output."""
        images, rows, columns, filters = super().compute_output_shape(input_shape)
        return images, rows // self.pool_size, columns // self.pool_size, filters
