"""How far one step of an optimizer that scales gradients moves a network's outputs, at most."""

from __future__ import annotations

from core.data.facts import DataFacts
from core.diagnosis.anatomy import first_sums, input_range, weighted_layers
from core.records import Recipe

MEAN_OF_UNIT_PIXELS = 0.131
"""Of MNIST's training pixels divided by 255: their mean."""


def first_reach(recipe: Recipe, facts: DataFacts | None, step: float) -> float:
    """Return by how much the logits can move when every weight moves by `step`.

    All weights of a sum move the way that suits its gradient: a sum of n inputs of mean size m
    moves by n m times the step, and the next layer's inputs are larger by half of that. A
    normalisation ends the growth.
    """
    span = input_range(recipe, facts)
    low, high = (0.0, 1.0) if span is None else span
    mean = abs(low) + MEAN_OF_UNIT_PIXELS * (abs(high) - abs(low)) if span else 1.0
    moved = 0.0
    for layer, size in zip(
        weighted_layers(recipe.network), first_sums(recipe, facts), strict=True
    ):
        for kernel in layer.kernels:
            moved = step * kernel.inputs * mean
            mean = 0.5 * (size + moved)
        if layer.normalised:
            mean = 0.5
        elif layer.activation in ("sigmoid", "hard_sigmoid", "tanh", "softsign", "softmax"):
            mean = min(mean, 0.5)
    return moved
