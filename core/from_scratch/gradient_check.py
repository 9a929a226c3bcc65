"""Step 5 of the network from scratch: do not believe the gradient, measure it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.from_scratch.network import (
    HIDDEN,
    Derivative,
    Doubles,
    Mask,
    backward,
    forward,
    initial_weights,
    prepare,
)
from core.records import Dataset


@dataclass(frozen=True)
class GradientCheck:
    """How far `backward` is from the truth: relative error of each layer's gradient.

    ``|computed - measured| / (|computed| + |measured|)`` over the weights tried, each a
    Euclidean norm: below 1e-6 for a right gradient, up to 1 for one that has nothing to do
    with it.
    """

    weights_1: float
    weights_2: float

    @property
    def right(self) -> bool:
        """Whether both layers agree."""
        return max(self.weights_1, self.weights_2) < 1e-6


def check_gradient(
    dataset: Dataset,
    *,
    derivative: Derivative,
    dropout: bool = False,
    doubled: bool = False,
    images: int = 8,
    tried: int = 200,
    seed: int = 0,
) -> GradientCheck:
    """Compare `backward` with what the error really does when a weight moves by a hair.

    The error is half the squared error summed over a few images: half, so that its
    gradient is exactly what `backward` starts from. With `dropout` (one mask, held still)
    even the cured gradient of `weights_1` is half of the true one, unless it is `doubled`:
    see `backward`.

    Parameters
    ----------
    tried : int
        How many weights of each layer are moved, drawn at random from those that the
        images use.
    """
    rng = np.random.default_rng(seed)
    inputs, targets = prepare(dataset.train_images[:images], dataset.train_labels[:images])
    weights = initial_weights(rng)
    mask = rng.integers(low=0, high=2, size=HIDDEN) if dropout else None
    computed = _gradients(inputs, targets, weights, mask, derivative, doubled=doubled)

    def error() -> float:
        scores = (forward(x, *weights, mask)[1] for x in inputs)
        return sum(
            0.5 * float(np.sum((t - s) ** 2)) for t, s in zip(targets, scores, strict=True)
        )

    inked = np.flatnonzero(inputs.any(axis=0))
    rows = (rng.choice(inked, tried), rng.integers(0, HIDDEN, tried))
    return GradientCheck(
        *(
            _relative_error(table, gradient, row, rng.integers(0, table.shape[1], tried), error)
            for table, gradient, row in zip(weights, computed, rows, strict=True)
        )
    )


def _gradients(
    inputs: Doubles,
    targets: Doubles,
    weights: tuple[Doubles, Doubles],
    mask: Mask | None,
    derivative: Derivative,
    *,
    doubled: bool,
) -> tuple[Doubles, Doubles]:
    """Add up over the images what `train` would move the weights by, the other way round."""
    gradient_1, gradient_2 = (np.zeros_like(table) for table in weights)
    for layer_0, target in zip(inputs, targets, strict=True):
        layer_1, layer_2 = forward(layer_0, *weights, mask)
        layer_2_delta = target - layer_2
        layer_1_delta = backward(
            layer_1, layer_2_delta, weights[1], mask, derivative, doubled=doubled
        )
        gradient_1 -= np.outer(layer_0, layer_1_delta)
        gradient_2 -= np.outer(layer_1, layer_2_delta)
    return gradient_1, gradient_2


def _relative_error(
    table: Doubles,
    gradient: Doubles,
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    error: Callable[[], float],
) -> float:
    """Move each chosen weight both ways and compare the slope of the error with `gradient`."""
    # Small enough to be a slope, large enough not to drown in float64's rounding.
    hair = 1e-5
    measured = np.empty(len(rows))
    for n, place in enumerate(zip(rows, columns, strict=True)):
        before = table[place]
        table[place] = before + hair
        above = error()
        table[place] = before - hair
        measured[n] = (above - error()) / (2 * hair)
        table[place] = before
    claimed = gradient[rows, columns]
    size = np.linalg.norm(claimed) + np.linalg.norm(measured)
    return float(np.linalg.norm(claimed - measured) / size)
