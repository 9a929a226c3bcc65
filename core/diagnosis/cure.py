"""A cure: what to change in the recipe, and whether the trained network can be saved too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from core.endings import split_ending
from core.layers import Activation, ActivationName, Layer, NetworkSpec
from core.records import Recipe

Rescue: TypeAlias = Literal["softmax", "logits-loss", "best-epoch"]
"""What repairs a trained network: another last activation on the same weights, going on from
them with the loss of the logits, or the weights of the best epoch."""


@dataclass(frozen=True)
class Cure:
    """What would have been right.

    Parameters
    ----------
    changes : tuple of (str, value)
        Fields of the recipe, as "optimizer.learning_rate", with what they should be.
    rescue : str, optional
        How the network that was trained with the fault can be repaired.
    """

    changes: tuple[tuple[str, Any], ...] = ()
    rescue: Rescue | None = None

    def apply(self, recipe: Recipe) -> Recipe:
        """Return the recipe with the changes made."""
        for path, value in self.changes:
            recipe = _changed(recipe, path.split("."), value)
        return recipe


def all_images(recipe: Recipe) -> tuple[tuple[str, Any], ...]:
    """Return the changes by which a recipe uses all training images; none if it does."""
    changes: list[tuple[str, Any]] = []
    if recipe.skip_images:
        changes.append(("skip_images", 0))
    if recipe.train_images:
        changes.append(("train_images", None))
    return tuple(changes)


def _changed(record: Any, path: list[str], value: Any) -> Any:
    name, *rest = path
    if rest:
        value = _changed(getattr(record, name), rest, value)
    return replace(record, **{name: value})


def with_ending(spec: NetworkSpec, activation: ActivationName) -> tuple[Layer, ...]:
    """Return the layers of a network with another last activation."""
    cut, old = split_ending(spec)
    layers = list(spec.layers)
    for number, (layer, bare) in enumerate(zip(spec.layers, cut.layers, strict=True)):
        if layer != bare:
            layers[number] = replace(layer, activation=activation)  # type: ignore[arg-type]
            return tuple(layers)
    if old == activation:
        return spec.layers
    return (*spec.layers, Activation(activation))
