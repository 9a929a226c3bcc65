"""Dropout whose random numbers are a hash: cheap where Keras's generator is dear.

Keras draws from a counter-based generator (Philox) that XLA compiles into slow code: a
network with dropout trained six times slower under XLA than one without. Here each value's
32 random bits are a hash of the layer's seed, the draw's number and the value's index: two
multiplications, a few shifts, and nothing to carry from step to step but the draw's number.

The file that a network is saved to names Keras's own Dropout: a dropout has no weights,
and does nothing once the network is trained.

References
----------
The mixing function is `lowbias32` of C. Wellons's hash prospector (2018), with a second key
added between its rounds, so that no two draws are shifted copies of one sequence.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from core.training.backend import keras, tf


class HashDropout(keras.layers.Layer):  # type: ignore[misc]
    """Keras's Dropout with hashed random numbers.

    Parameters
    ----------
    rate : float
        Probability that a value is set to zero; the rest are divided by 1 - rate.
    seed : int
        Two layers with different seeds drop independently of each other.
    """

    def __init__(self, rate: float, seed: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rate = rate
        # A seed generator, because Keras counts a plain variable among the weights.
        self.random_state = keras.random.SeedGenerator(seed % 2**31)
        self.built = True

    def begin_at(self, draw: int) -> None:
        """Draw next what is drawn after `draw` draws."""
        seed = int(self.random_state.state.numpy()[0])
        self.random_state.state.assign([seed, draw])

    def call(self, inputs: Any, training: bool = False) -> Any:
        """Drop and scale while training; else give `inputs` as they are."""
        if not training or self.rate == 0:
            return inputs
        seed, draw = tf.unstack(tf.cast(self.random_state.next(), tf.uint32))
        kept = keep_mask(tf.shape(inputs), self.rate, seed, draw)
        return inputs * (tf.cast(kept, inputs.dtype) / (1 - self.rate))

    def compute_output_shape(self, input_shape: tuple[int | None, ...]) -> Any:
        """Return the shape of the inputs."""
        return input_shape


def keep_mask(shape: Any, rate: float, seed: Any, draw: Any) -> Any:
    """Return a bool tensor that is True with probability 1 - `rate`.

    `seed` and `draw` are uint32 scalars; the same three always give the same mask.
    """
    index = tf.cast(tf.reshape(tf.range(tf.reduce_prod(shape)), shape), tf.uint32)
    first = _mix(seed * _u32(0x9E3779B9) + draw, _u32(0))
    second = _mix(seed ^ _u32(0x85EBCA6B), first)
    bits = _mix(index ^ first, second)
    return bits >= np.uint32(min(round(rate * 2**32), 2**32 - 1))


def _mix(bits: Any, key: Any) -> Any:
    bits ^= tf.bitwise.right_shift(bits, _u32(16))
    bits = bits * _u32(0x7FEB352D) + key
    bits ^= tf.bitwise.right_shift(bits, _u32(15))
    bits *= _u32(0x846CA68B)
    return bits ^ tf.bitwise.right_shift(bits, _u32(16))


def _u32(value: int) -> Any:
    return tf.constant(value, tf.uint32)
