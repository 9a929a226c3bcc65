"""Convolution and pooling in the two forms in which a training step is fast.

`FusedConv2D` is TensorFlow's own convolution; networks of it are not compiled, because XLA
is slow at the gradients of a convolution (the kernel's took sixty times as long as the same
product of matrices) and of a pooling.

`ProductConv2D` is what the textbooks draw: the patches of the image side by side as the rows
of a matrix, times the kernel. Its gradients are products and sums again, which XLA is good
at, so the whole step is compiled as one. That wins where the patches of a batch stay in the
processor's cache (`products_win`): each pixel is copied once for each cell of the kernel.

References
----------
K. Chellapilla, S. Puri and P. Simard, "High Performance Convolutional Neural Networks for
Document Processing" (2006), unroll convolutions into products in this way.
"""

from __future__ import annotations

from math import prod
from typing import Any

from core.layers import Conv2D, NetworkSpec, Shape, summary
from core.training.backend import keras, tf

CACHED_NUMBERS = 1_500_000
"""So many float32 (6 MB) of patches are quick to come back to. Measured on the network with
32 and 64 filters: batches of 32 (1.1 million numbers) took two thirds of the time of
TensorFlow's convolution, batches of 64 as long as it."""

LARGEST_KERNEL = 3
"""Kernels of 5x5 copy each pixel 25 times: with them products took twice as long as
TensorFlow's convolution, and their compilation many seconds."""


def products_win(spec: NetworkSpec, batch_size: int) -> bool:
    """Say whether to compile a network's steps, with its convolutions as products.

    So it is without convolutions, and where each has a kernel of at most `LARGEST_KERNEL` and
    a batch's patches for it are at most `CACHED_NUMBERS`. Patches of pixels that no output
    depends on are counted too.
    """
    before: Shape = spec.input_shape
    for layer, row in zip(spec.layers, summary(spec), strict=True):
        if isinstance(layer, Conv2D):
            places = batch_size * prod(row.output_shape[:2])
            numbers = places * layer.kernel_size**2 * before[-1]
            if layer.kernel_size > LARGEST_KERNEL or numbers > CACHED_NUMBERS:
                return False
        before = row.output_shape
    return True


class FusedConv2D(keras.layers.Conv2D):  # type: ignore[misc]
    """A convolution and the max-pooling behind it, if any, which is done first.

    Adding a bias and applying a relu never change which of two numbers is the larger: so the
    largest value of each square is taken before both, which then have fewer values to go
    through, forward and backward. Pooling first changes no bit of the outputs.

    Parameters
    ----------
    pool_size : int
        Side of the squares whose largest value is kept, for linear and relu activations; 1
        keeps all, for any.
    """

    def __init__(self, *args: Any, pool_size: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pool_size = pool_size

    def call(self, inputs: Any) -> Any:
        """Convolve, take the largest of each square, add the bias, apply the activation."""
        x = self.pooled(self.convolved(inputs))
        if self.use_bias:
            x = tf.nn.bias_add(x, self.bias)
        return self.activation(x)

    def convolved(self, inputs: Any) -> Any:
        """Return the sums under the kernel at each of its places."""
        return tf.nn.conv2d(inputs, self.kernel, self.strides[0], self.padding.upper())

    def pooled(self, x: Any) -> Any:
        """Return the largest of each square."""
        if self.pool_size == 1:
            return x
        return tf.nn.max_pool2d(x, self.pool_size, self.pool_size, "VALID")

    def compute_output_shape(self, input_shape: tuple[int | None, ...]) -> Any:
        """Return the shape of the pooled output."""
        images, rows, columns, filters = super().compute_output_shape(input_shape)
        return images, rows // self.pool_size, columns // self.pool_size, filters


class ProductConv2D(FusedConv2D):
    """The same as one product of two matrices, which sums in another order."""

    def convolved(self, inputs: Any) -> Any:
        """Return the patches times the kernel."""
        patches = _patches(inputs, self.kernel_size[0], self.strides[0], self.padding)
        kernel = tf.reshape(self.kernel, (-1, self.filters))
        # Of arrays with more than two axes XLA would make many small products.
        sums = tf.reshape(patches, (-1, kernel.shape[0])) @ kernel
        return tf.reshape(sums, (-1, *patches.shape[1:3], self.filters))

    def pooled(self, x: Any) -> Any:
        """Return the largest of each square."""
        return _largest_of_squares(x, self.pool_size)


class ProductMaxPooling2D(keras.layers.MaxPooling2D):  # type: ignore[misc]
    """Max-pooling where no convolution takes it in, for a step that is compiled."""

    def call(self, inputs: Any) -> Any:
        """Return the largest of each square."""
        return _largest_of_squares(inputs, self.pool_size[0])


def _largest_of_squares(x: Any, side: int) -> Any:
    """Return the largest of each `side` x `side` square: (n, rows // side, columns // side, c).

    Of several that are the largest the first, row by row, has the whole gradient, as in
    TensorFlow's own pooling. Rows and columns that fill no square are left out.
    """
    rows, columns = x.shape[1] // side, x.shape[2] // side
    kept = x[:, : rows * side, : columns * side]
    squares = tf.reshape(kept, (-1, rows, side, columns, side, x.shape[3]))
    largest, *others = (
        squares[:, :, row, :, column] for row in range(side) for column in range(side)
    )
    for other in others:
        largest = tf.maximum(largest, other)
    return largest


def _patches(x: Any, side: int, stride: int, padding: str) -> Any:
    """Return the pixels under the kernel at each of its places: (n, rows, columns, side² c)."""
    if padding == "same":
        widths = [_same_padding(size, side, stride) for size in x.shape[1:3]]
        x = tf.pad(x, [(0, 0), *widths, (0, 0)])
    rows, columns = x.shape[1] - side + 1, x.shape[2] - side + 1
    return tf.concat(
        [
            x[:, row : row + rows : stride, column : column + columns : stride]
            for row in range(side)
            for column in range(side)
        ],
        axis=-1,
    )


def _same_padding(size: int, side: int, stride: int) -> tuple[int, int]:
    """Return the zeros before and after that TensorFlow's "same" adds along one axis."""
    missing = max(0, (-(-size // stride) - 1) * stride + side - size)
    return missing // 2, missing - missing // 2
