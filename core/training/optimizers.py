"""The optimizers of a recipe as Keras's own, and their state as plain arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.records import Optimizer, Recipe
from core.training.backend import keras


def build_optimizer(recipe: Recipe, model: Any) -> Any:
    """Return the Keras optimizer of the recipe, its variables made for the model's weights."""
    average = recipe.weight_average
    options = {"use_ema": True, "ema_momentum": average} if average else {}
    optimizer = _optimizer(recipe.optimizer, options)
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


def _optimizer(settings: Optimizer, options: dict[str, Any]) -> Any:
    rate = settings.learning_rate
    if settings.weight_decay or settings.kind == "adamw":
        options = {**options, "weight_decay": settings.weight_decay}
    match settings.kind:
        case "sgd":
            return keras.optimizers.SGD(rate, momentum=settings.momentum, **options)
        case "rmsprop":
            return keras.optimizers.RMSprop(rate, momentum=settings.momentum, **options)
        case "adamw":
            return keras.optimizers.AdamW(rate, **options)
        case "adam":
            return keras.optimizers.Adam(rate, **options)
