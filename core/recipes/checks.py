"""Whether a recipe can be trained: its numbers, its layers, and what goes together.

One answer for the form, for recipe files and for whatever else makes a recipe. Types are not
looked at: they are the reader's business (`core.recipes.json_values`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from core.errors import InklingError, RecipeError
from core.layers import NetworkSpec, parameter_count
from core.limits import LIMITS, LONGEST_NAME, MOST_LAYERS, MOST_WEIGHTS, Limit
from core.phrases import shown
from core.records import Augmentation, Recipe

_CRUMBS = 1e-9
"""What rounding may add to two shares that make up the whole."""

_NO_LETTERS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode's categories of what no line of text holds: controls, halves, ends of lines."""


def check(recipe: Recipe) -> None:
    """Refuse a recipe that cannot be trained, or that not every door could hand on.

    Raises
    ------
    RecipeError
        Naming the field, by its path, that is wrong.
    """
    _check_name(recipe.name)
    _check_numbers(recipe, "")
    _check_size(recipe.network)
    _check_stopping(recipe)
    _check_widths(recipe.augmentation)


def check_network(spec: NetworkSpec) -> None:
    """Refuse layers that cannot be trained; raises as `check` does."""
    _check_numbers(spec, "network")
    _check_size(spec)


def _check_name(name: str) -> None:
    if not name.strip():
        raise RecipeError("The recipe has no name.", "Write one under Name.")
    one_line = not any(unicodedata.category(letter) in _NO_LETTERS for letter in name)
    if name != name.strip() or len(name) > LONGEST_NAME or not one_line:
        raise RecipeError(
            "The recipe's name is no line of 1 to {most} characters: {name}.",
            "Shorten it, and take out line ends and blanks around it.",
            most=LONGEST_NAME,
            name=shown("".join(letter if letter.isprintable() else "?" for letter in name)),
        )


def _check_numbers(record: Any, path: str) -> None:
    for place, value, limit in _numbers(record, path):
        if not limit.admits(value):
            raise RecipeError(
                "{path} is {value}; it can be {allowed}.",
                "Write a number in that range.",
                path=place,
                value=shown(value),
                allowed=limit.words(),
            )


def _numbers(record: Any, path: str) -> Iterator[tuple[str, float, Limit]]:
    """Return each number in a record and in the records within, its path and its limit."""
    limits = LIMITS.get(type(record).__name__, {})
    for field in fields(record):
        place = f"{path}.{field.name}" if path else field.name
        value = getattr(record, field.name)
        if is_dataclass(value):
            yield from _numbers(value, place)
        elif isinstance(value, tuple):
            yield from _items(value, place, limits.get(field.name))
        elif field.name in limits and isinstance(value, int | float):
            yield place, value, limits[field.name]


def _items(
    values: tuple[Any, ...], path: str, limit: Limit | None
) -> Iterator[tuple[str, float, Limit]]:
    for number, value in enumerate(values):
        place = f"{path}[{number}]"
        if is_dataclass(value):
            yield from _numbers(value, place)
        elif limit is not None:
            yield place, value, limit


def _check_size(spec: NetworkSpec) -> None:
    if len(spec.layers) > MOST_LAYERS:
        raise RecipeError(
            "This recipe has {count} layers; Inkling trains at most {most}.",
            "Take some out.",
            count=len(spec.layers),
            most=MOST_LAYERS,
        )
    try:
        weights = parameter_count(spec)
    except InklingError as error:
        raise RecipeError(error.problem, error.cure, **error.values) from error
    if weights > MOST_WEIGHTS:
        raise RecipeError(
            "This recipe's network has {count} weights; Inkling trains at most {most}.",
            "Make its layers smaller.",
            count=weights,
            most=MOST_WEIGHTS,
        )


def _check_stopping(recipe: Recipe) -> None:
    stopping = recipe.early_stopping
    if stopping is not None and stopping.monitor.startswith("val_") and not recipe.validation:
        raise RecipeError(
            "Early stopping watches the validation, but nothing is validated on.",
            "Hold out a share of the images, or watch the training loss.",
        )


def _check_widths(changes: Augmentation | None) -> None:
    """Refuse more than all images: one that is made thicker is not made thinner too."""
    if changes is not None and changes.thicker + changes.thinner > 1 + _CRUMBS:
        raise RecipeError(
            "More images than there are would be made thicker ({thicker}) or thinner "
            "({thinner}).",
            "Choose two shares that make at most 1 together.",
            thicker=changes.thicker,
            thinner=changes.thinner,
        )
