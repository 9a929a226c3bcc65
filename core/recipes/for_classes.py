"""A recipe for the classes of the data that it is to be trained on.

A recipe says its layers, so its last one says how many classes there are: ten, in the
catalogue. Data may have others. There is one rule: whoever starts a training takes the recipe
through `for_classes`, and tells the notes; `core.training.train` refuses one that was not.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from core.errors import NetworkError, RecipeError
from core.layers import Conv2D, Dense, Layer, NetworkSpec, SeparableConv2D, class_count
from core.phrases import Phrase
from core.records import DIGITS, Augmentation, Recipe

_OF_DIGITS = ("pen_habits", "drawn", "non_digits")
"""Fields of `Augmentation` that draw digits, or what is none: wrong for any other class."""


@dataclass(frozen=True)
class FittedRecipe:
    """A recipe that can be trained on some classes, and what was changed for it."""

    recipe: Recipe
    notes: tuple[Phrase, ...] = ()


def for_classes(recipe: Recipe, classes: tuple[str, ...]) -> FittedRecipe:
    """Give a recipe an output for each class, and leave out what is about digits alone.

    Raises
    ------
    RecipeError
        If the layers do not fit together, or none of them says the count of outputs.
    """
    notes = []
    outputs = class_count(recipe.network)
    if outputs != len(classes):
        recipe = replace(recipe, network=_with_outputs(recipe.network, len(classes)))
        notes.append(
            Phrase(
                "The network has {n} outputs now, one for each class of the data; the recipe "
                "said {before}.",
                n=len(classes),
                before=outputs,
            )
        )
    changes = recipe.augmentation
    if changes is not None and _draws_digits(changes) and classes != DIGITS:
        plain = replace(changes, **dict.fromkeys(_OF_DIGITS, 0.0))
        recipe = replace(recipe, augmentation=plain)
        notes.append(
            Phrase(
                "Pen habits, drawn digits and non-digits were left out of the augmentation: "
                "they are about the ten digits."
            )
        )
    return FittedRecipe(recipe, tuple(notes))


def for_images(recipe: Recipe, count: int) -> FittedRecipe:
    """Let a recipe that leaves out more training images than there are leave out none."""
    if not 0 < count <= recipe.skip_images:
        return FittedRecipe(recipe)
    note = Phrase(
        "No training images are left out: the recipe leaves out the first {n}, and the data "
        "have {count} in all.",
        n=f"{recipe.skip_images:,}",
        count=f"{count:,}",
    )
    return FittedRecipe(replace(recipe, skip_images=0), (note,))


def for_data(recipe: Recipe, classes: tuple[str, ...], images: int) -> FittedRecipe:
    """Fit a recipe to the classes of the data and to the count of their training images.

    Raises
    ------
    RecipeError
        As `for_classes`.
    """
    fitted = for_classes(recipe, classes)
    whole = for_images(fitted.recipe, images)
    return FittedRecipe(whole.recipe, (*fitted.notes, *whole.notes))


def refuse_other_classes(recipe: Recipe, classes: tuple[str, ...]) -> None:
    """Refuse a recipe that `for_classes` would change.

    Raises
    ------
    RecipeError
        Saying what does not go together.
    """
    outputs = class_count(recipe.network)
    if outputs != len(classes):
        raise RecipeError(
            "The network has {outputs} outputs, and the data have {n} classes.",
            "Give its last layer {n} units, one for each class.",
            outputs=outputs,
            n=len(classes),
        )
    if recipe.augmentation and _draws_digits(recipe.augmentation) and classes != DIGITS:
        raise RecipeError(
            "The augmentation draws digits, and the classes of the data are no digits.",
            "Set pen habits, drawn digits and non-digits to 0.",
        )


def _draws_digits(changes: Augmentation) -> bool:
    return any(getattr(changes, field) for field in _OF_DIGITS)


def _with_outputs(spec: NetworkSpec, count: int) -> NetworkSpec:
    """Change the last layer that says how many values it gives."""
    for place in reversed(range(len(spec.layers))):
        layer = _resized(spec.layers[place], count)
        if layer is not None:
            layers = (*spec.layers[:place], layer, *spec.layers[place + 1 :])
            changed = replace(spec, layers=layers)
            with suppress(NetworkError):  # what stands behind it fits no more
                if class_count(changed) == count:
                    return changed
            break
    raise RecipeError(
        "The network has {outputs} outputs, the data have {n} classes, and none of its last "
        "layers says how many there are.",
        "End the network with a Dense layer of {n} units.",
        outputs=class_count(spec),
        n=count,
    )


def _resized(layer: Layer, count: int) -> Layer | None:
    """Return the layer with as many outputs; None for a kind that has as many as come in."""
    match layer:
        case Dense():
            return replace(layer, units=count)
        case Conv2D() | SeparableConv2D():
            return replace(layer, filters=count)
        case _:
            return None
