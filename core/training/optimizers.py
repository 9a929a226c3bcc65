"""The optimizers of a recipe as Keras's own, and their state as plain arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.optimizers import keras_options, traits
from core.records import Recipe
from core.training.backend import keras


def build_optimizer(recipe: Recipe, model: Any) -> Any:
    """Return the Keras optimizer of the recipe, its variables made for the model's weights."""
    average = recipe.weight_average
    averaged = {"use_ema": True, "ema_momentum": average} if average else {}
    settings = recipe.optimizer
    kind = getattr(keras.optimizers, traits(settings).class_name)
    optimizer = kind(settings.learning_rate, **keras_options(settings), **averaged)
    optimizer.build(model.trainable_variables)
    return optimizer


def variables_of(optimizer: Any) -> tuple[NDArray[np.generic], ...]:
    """Copy the optimizer's variables, in its order."""
    return tuple(np.array(variable.numpy()) for variable in optimizer.variables)


def restore(optimizer: Any, variables: tuple[NDArray[np.generic], ...]) -> None:
    """Set the optimizer's variables to those of an earlier training.

    Raises
    ------
    TrainingError
        If they belong to another optimizer or another network.
    """
    check_shapes(optimizer, variables)
    for variable, value in zip(optimizer.variables, variables, strict=True):
        variable.assign(value)


def check_shapes(optimizer: Any, variables: tuple[NDArray[np.generic], ...]) -> None:
    """Raise a TrainingError if variables belong to another optimizer or network."""
    shapes = [tuple(variable.shape) for variable in optimizer.variables]
    if shapes != [variable.shape for variable in variables]:
        raise TrainingError(
            "The training cannot be continued: its optimizer state belongs to another "
            "optimizer or network.",
            "Continue with the optimizer that it was trained with, or start a new training.",
        )


def averages_of(optimizer: Any, count: int) -> list[Any]:
    """Return the moving averages of the `count` trainable weights (with ``use_ema``)."""
    # Keras makes them right after the step count and the learning rate.
    return list(optimizer.variables[2 : 2 + count])
