"""The gradient of each image's loss with respect to its logits, written out by hand.

What no logit is told, no weight before it is told: where this gradient is exactly zero, an
image teaches the network nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.layers import ActivationName
from core.records import Labels, LossName, Predictions

Doubles = NDArray[np.float64]

_CLIP = np.float32(1e-7)


def logit_gradients(
    predictions: Predictions,
    labels: Labels,
    loss: LossName,
    activation: ActivationName,
    smoothing: float = 0.0,
) -> Doubles:
    """Return d loss / d logits of each image, float64 (n, classes).

    Parameters
    ----------
    activation : str
        The last activation: between logits and outputs.
    smoothing : float
        Share of the target that is spread evenly over the classes.
    """
    classes = predictions.logits.shape[1]
    wanted: Doubles = np.eye(classes)[labels] * (1 - smoothing) + smoothing / classes
    with np.errstate(all="ignore"):
        if loss == "crossentropy":
            guilt: Doubles = _softmax(predictions.logits.astype(np.float64)) - wanted
            return guilt
        return _of_clipped(predictions, wanted, activation)


def _of_clipped(
    predictions: Predictions, wanted: Doubles, activation: ActivationName
) -> Doubles:
    """Go back through logarithm, clip, sum and activation."""
    outputs = predictions.outputs
    total = outputs.sum(axis=1, keepdims=True)
    shares = outputs / total
    inside = (shares > _CLIP) & (shares < np.float32(1) - _CLIP)
    by_share = np.where(inside, -wanted / shares, 0.0)
    # shares = outputs / total: each output also enlarges the total of all.
    by_output = (by_share - (by_share * shares).sum(axis=1, keepdims=True)) / total
    return _through(activation, predictions, by_output)


def _through(
    activation: ActivationName, predictions: Predictions, by_output: Doubles
) -> Doubles:
    """Go back from the outputs to the logits."""
    outputs = predictions.outputs.astype(np.float64)
    if activation == "softmax":
        shared: Doubles = (by_output * outputs).sum(axis=1, keepdims=True)
        return outputs * (by_output - shared)
    return by_output * _slope(activation, predictions.logits.astype(np.float64), outputs)


def _slope(activation: ActivationName, logits: Doubles, outputs: Doubles) -> Doubles:
    match activation:
        case "sigmoid":
            return outputs * (1 - outputs)
        case "tanh":
            return 1 - outputs**2
        case "relu":
            return (logits > 0).astype(np.float64)
        case "silu":
            gate = 1 / (1 + np.exp(-logits))
            return gate + outputs * (1 - gate)
        case _:
            return np.ones_like(logits)


def _softmax(logits: Doubles) -> Doubles:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: Doubles = powers / powers.sum(axis=1, keepdims=True)
    return result
