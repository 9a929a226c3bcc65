"""The step that an optimizer would take next: asked of copies, so that nothing is touched."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from core.endings import split_ending
from core.layers import NetworkSpec
from core.records import Floats, Recipe, TrainingState
from core.training.backend import tf
from core.training.keras_model import build
from core.training.optimizers import build_optimizer, check_shapes


class NextStep:
    """A model and an optimizer of one kind that take over the state of any training of it.

    Parameters
    ----------
    spec : NetworkSpec
        The network, its dropout left out.
    recipe : Recipe
        Whose optimizer and average of weights it is; nothing else of it counts.
    """

    def __init__(self, spec: NetworkSpec, recipe: Recipe) -> None:
        self._model = build(split_ending(spec)[0], 0)
        self._optimizer = build_optimizer(recipe, self._model)
        self._stepped = tf.function(self._take, autograph=False)
        self._lock = threading.Lock()
        at = {id(variable): number for number, variable in enumerate(self._model.weights)}
        self.trainable = [at[id(variable)] for variable in self._model.trainable_variables]
        """The numbers of the weights that gradients belong to, in the order of these."""

    def after(self, state: TrainingState, gradients: Sequence[Any]) -> list[Floats]:
        """Return what the step along these gradients would add to each weight array.

        Raises
        ------
        TrainingError
            If the state is that of another optimizer or network.
        """
        before = state.network.weights
        check_shapes(self._optimizer, state.optimizer_variables)
        with self._lock:
            after = self._stepped(
                list(before), list(state.optimizer_variables), list(gradients)
            )
        return [new.numpy() - old for new, old in zip(after, before, strict=True)]

    def _take(self, weights: list[Any], variables: list[Any], gradients: list[Any]) -> Any:
        """Set model and optimizer to this state, take one step, and give the weights."""
        pairs = [*zip(self._model.weights, weights, strict=True)]
        pairs += zip(self._optimizer.variables, variables, strict=True)
        for variable, value in pairs:
            variable.assign(tf.cast(value, variable.dtype))
        self._optimizer.apply(gradients, self._model.trainable_variables)
        return [tf.identity(variable.value) for variable in self._model.weights]


def next_step(spec: NetworkSpec, recipe: Recipe) -> NextStep:
    """Return the one for trainings of this kind; it is kept, as tracing it costs memory."""
    settings = replace(recipe.optimizer, learning_rate=1.0)
    return _kept(spec, Recipe("", spec, settings, weight_average=recipe.weight_average))


@lru_cache(maxsize=4)
def _kept(spec: NetworkSpec, recipe: Recipe) -> NextStep:
    return NextStep(spec, recipe)
