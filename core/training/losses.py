"""What a training minimises: cross-entropy of the logits, or the clipped one of old Keras."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.layers import ActivationName, Conv2D, Dense, NetworkSpec, summary
from core.records import CLIP, Floats, LossName
from core.training.backend import keras, tf


def targets(labels: Any, classes: int, smoothing: float) -> Any:
    """Return what the outputs should be for each label: (n, classes), rows that sum to 1.

    `smoothing` of each target is spread evenly over the classes. The label -1 says "not a
    digit": its target is the same for all of them.
    """
    known = tf.one_hot(labels, classes, dtype=keras.config.floatx())
    smoothed = known * (1 - smoothing) + smoothing / classes
    even = tf.fill(tf.shape(known), tf.constant(1 / classes, known.dtype))
    return tf.where(labels[:, None] < 0, even, smoothed)


def sample_losses(name: LossName, wanted: Any, logits: Any, outputs: Any) -> Any:
    """Return the loss of each image, (n,)."""
    if name == "crossentropy":
        return tf.nn.softmax_cross_entropy_with_logits(wanted, logits)
    normalised = outputs / tf.reduce_sum(outputs, axis=-1, keepdims=True)
    clipped = tf.clip_by_value(normalised, CLIP, 1 - CLIP)
    return -tf.reduce_sum(wanted * tf.math.log(clipped), axis=-1)


def activated(activation: ActivationName, logits: Any) -> Any:
    """Return the outputs of a network whose last activation was taken off."""
    return keras.activations.get(activation)(logits)


def penalty(spec: NetworkSpec, weights: Sequence[Floats]) -> float:
    """Return what the squared kernels of layers with `l2` add to the loss."""
    remaining = iter(weights)
    total = 0.0
    for layer, row in zip(spec.layers, summary(spec), strict=True):
        own = [next(remaining) for _ in row.shapes]
        if isinstance(layer, Dense | Conv2D) and layer.l2:
            total += layer.l2 * float(np.square(own[0], dtype=np.float64).sum())
    return total
