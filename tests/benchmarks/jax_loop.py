"""The same training in JAX: a whole epoch is one jitted `lax.scan`, its data on the device.

That is the most a person can write by hand for the processor. Weights begin as in the other
loops, the optimizer is Keras's, and right answers are counted as Keras's metric does.
"""

from __future__ import annotations

import time
from functools import partial
from importlib.util import find_spec
from math import prod, sqrt
from typing import Any

import numpy as np

from core.layers import (
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    summary,
)
from core.records import Recipe

HAS_JAX = find_spec("jax") is not None

CONVOLUTION_STEPS = 40
"""JAX's compiled gradients of a convolution take a tenth of a second each."""


def jax_training(
    recipe: Recipe, images: np.ndarray, labels: np.ndarray, steps: int
) -> tuple[float, float]:
    """Train two epochs of so many steps; give the seconds of the first and of the second.

    The first is counted from before the weights are made, and compiles.
    """
    import jax

    began = time.perf_counter()
    data = (jax.device_put(images), jax.device_put(labels.astype(np.int32)))
    weights = _first_weights(recipe.network)
    state = (weights, _zeros(weights), _zeros(weights), np.int32(0))
    epoch = jax.jit(partial(_epoch, recipe), donate_argnums=0)
    rng, key, marks = np.random.default_rng(recipe.seed), jax.random.key(recipe.seed), [began]
    for number in range(2):
        order = rng.permutation(len(images))[: steps * recipe.batch_size]
        batches = order.reshape(steps, recipe.batch_size).astype(np.int32)
        state, right = epoch(state, data, batches, jax.random.fold_in(key, number))
        right.block_until_ready()
        marks.append(time.perf_counter())
    first, second = np.diff(marks).tolist()
    return first, second


def _epoch(recipe: Recipe, state: Any, data: Any, batches: Any, key: Any) -> Any:
    import jax
    import jax.numpy as jnp

    images, labels = data

    def loss_of(weights: Any, pixels: Any, wanted: Any, key: Any) -> Any:
        logits = _forward(recipe.network, weights, pixels, key)
        logs = jax.nn.log_softmax(logits)
        loss = -jnp.take_along_axis(logs, wanted[:, None], axis=1).mean()
        return loss, (logits.argmax(axis=1) == wanted).sum()

    def step(carried: Any, rows: Any) -> Any:
        (weights, means, squares, number), right, key = carried
        key, own = jax.random.split(key)
        pixels = images[rows].astype(jnp.float32) / 255
        slope = jax.value_and_grad(loss_of, has_aux=True)
        (_, hits), gradients = slope(weights, pixels, labels[rows], own)
        state = _step(recipe, weights, means, squares, number + 1, gradients)
        return (state, right + hits, key), None

    (state, right, _), _ = jax.lax.scan(step, (state, jnp.int32(0), key), batches)
    return state, right


def _step(
    recipe: Recipe, weights: Any, means: Any, squares: Any, number: Any, gradients: Any
) -> Any:
    import jax
    import jax.numpy as jnp

    rate = recipe.optimizer.learning_rate
    if recipe.optimizer.kind != "adam":
        moved = jax.tree.map(lambda w, g: w - rate * g, weights, gradients)
        return moved, means, squares, number
    means = jax.tree.map(lambda m, g: m + (g - m) * 0.1, means, gradients)
    squares = jax.tree.map(lambda s, g: s + (g * g - s) * 0.001, squares, gradients)
    times = number.astype(jnp.float32)
    pace = rate * jnp.sqrt(1 - 0.999**times) / (1 - 0.9**times)
    moved = jax.tree.map(
        lambda w, m, s: w - pace * m / (jnp.sqrt(s) + 1e-7), weights, means, squares
    )
    return moved, means, squares, number


def _forward(spec: NetworkSpec, weights: Any, pixels: Any, key: Any) -> Any:
    """Return the logits: the last layer's own activation is left to the loss."""
    import jax

    x = pixels.reshape(-1, *spec.input_shape)
    own = iter(weights)
    for number, layer in enumerate(spec.layers):
        if isinstance(layer, Dense | Conv2D):
            x = _weighted(layer, x, *next(own))
            if number < len(spec.layers) - 1:
                x = jax.nn.relu(x) if layer.activation == "relu" else jax.nn.sigmoid(x)
        else:
            x = _plain(layer, x, jax.random.fold_in(key, number))
    return x


def _weighted(layer: Layer, x: Any, kernel: Any, bias: Any) -> Any:
    import jax

    if isinstance(layer, Dense):
        return x @ kernel + bias
    axes = ("NHWC", "HWIO", "NHWC")
    return (
        jax.lax.conv_general_dilated(x, kernel, (1, 1), "VALID", dimension_numbers=axes) + bias
    )


def _plain(layer: Layer, x: Any, key: Any) -> Any:
    import jax
    import jax.numpy as jnp

    match layer:
        case Flatten():
            return x.reshape(len(x), -1)
        case Dropout(rate=rate):
            kept = jax.random.bernoulli(key, 1 - rate, x.shape)
            return jnp.where(kept, x / (1 - rate), 0)
        case MaxPooling2D(pool_size=size):
            window = (1, size, size, 1)
            return jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, window, window, "VALID")
        case _:
            raise ValueError(layer)


def _first_weights(spec: NetworkSpec) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return fresh weights as Keras draws them."""
    rng, weights = np.random.default_rng(0), []
    for row in summary(spec):
        if row.shapes:
            kernel, bias = row.shapes
            *inputs, units = kernel
            field = prod(kernel[:-2])
            limit = sqrt(6 / (prod(inputs) + field * units))
            drawn = rng.uniform(-limit, limit, kernel).astype(np.float32)
            weights.append((drawn, np.zeros(bias, np.float32)))
    return weights


def _zeros(weights: Any) -> Any:
    return [tuple(np.zeros_like(array) for array in pair) for pair in weights]
