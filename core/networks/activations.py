"""The activations in NumPy, a function each: the one table for answers and exported files.

Each takes float32 of any shape and gives the same; it may overwrite what it is given. Where
one needs another, that stands before it. Names and constants are Keras 3's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from core.layers import ActivationName
from core.records import Floats


def linear(x: Floats) -> Floats:
    """Return x."""
    return x


def relu(x: Floats) -> Floats:
    """Return x, and 0 for what is below."""
    return np.maximum(x, 0, out=x)


def relu6(x: Floats) -> Floats:
    """Return x cut off at 0 and at 6."""
    result: Floats = np.clip(x, 0, 6)
    return result


def leaky_relu(x: Floats) -> Floats:
    """Return x, and a fifth of it below zero."""
    result: Floats = np.maximum(x, np.float32(0.2) * x)
    return result


def sigmoid(x: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)); exactly 1.0 in float32 from about x = 16.6 on."""
    with np.errstate(over="ignore"):
        result: Floats = np.reciprocal(1 + np.exp(-x))
    return result


def tanh(x: Floats) -> Floats:
    """Return the hyperbolic tangent."""
    return np.tanh(x, out=x)


def softmax(x: Floats) -> Floats:
    """Return exp(x) over its sum along the last axis."""
    # Without the largest logit taken off, exp overflows float32 beyond 88.
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def silu(x: Floats) -> Floats:
    """Return x * sigmoid(x), also called swish."""
    return x * sigmoid(x)


def elu(x: Floats) -> Floats:
    """Return x, and exp(x) - 1 below zero."""
    result: Floats = np.where(x > 0, x, np.expm1(np.minimum(x, 0)))
    return result


def selu(x: Floats) -> Floats:
    """Return a scaled exponential unit (Klambauer et al. 2017)."""
    scale, alpha = np.float32(1.0507009873554805), np.float32(1.6732632423543772)
    result: Floats = scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))
    return result


def gelu(x: Floats) -> Floats:
    """Return x times the share of a normal distribution below x, not its approximation.

    References
    ----------
    Abramowitz & Stegun 1964, 7.1.26, for the error function; wrong by at most 1.5e-7.
    """
    z = np.abs(x, dtype=np.float64) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    powers = 1.061405429 * t - 1.453152027
    for factor in (1.421413741, -0.284496736, 0.254829592):
        powers = powers * t + factor
    beyond = powers * t * np.exp(-z * z) / 2
    result: Floats = (x * np.where(x > 0, 1 - beyond, beyond)).astype(np.float32)
    return result


def softplus(x: Floats) -> Floats:
    """Return log(1 + exp(x)), without overflow."""
    result: Floats = np.logaddexp(x, np.float32(0))
    return result


def mish(x: Floats) -> Floats:
    """Return x * tanh(softplus(x))."""
    result: Floats = x * np.tanh(softplus(x))
    return result


def softsign(x: Floats) -> Floats:
    """Return x / (1 + |x|)."""
    result: Floats = x / (1 + np.abs(x))
    return result


def hard_sigmoid(x: Floats) -> Floats:
    """Return x / 6 + 1/2 cut off at 0 and 1; Keras 2's was x / 5 + 1/2."""
    result: Floats = np.clip(x + 3, 0, 6) / np.float32(6)
    return result


def hard_silu(x: Floats) -> Floats:
    """Return x * hard_sigmoid(x)."""
    return x * hard_sigmoid(x)


def exponential(x: Floats) -> Floats:
    """Return exp(x)."""
    return np.exp(x, out=x)


ACTIVATIONS: Mapping[ActivationName, Callable[[Floats], Floats]] = {
    "linear": linear,
    "relu": relu,
    "sigmoid": sigmoid,
    "tanh": tanh,
    "softmax": softmax,
    "silu": silu,
    "relu6": relu6,
    "leaky_relu": leaky_relu,
    "elu": elu,
    "selu": selu,
    "gelu": gelu,
    "mish": mish,
    "softplus": softplus,
    "softsign": softsign,
    "hard_sigmoid": hard_sigmoid,
    "hard_silu": hard_silu,
    "exponential": exponential,
}
"""Each activation by its name."""


def activate(name: ActivationName, x: Floats) -> Floats:
    """Apply an activation and return the result; `x` itself may be overwritten."""
    return ACTIVATIONS[name](x)
