"""The fields of a recipe that an experiment varies: their names, and values given to them.

A field is named by its path, as ``optimizer.learning_rate`` or ``network.layers[0].units``;
those that are varied most have short names too. ``recipe`` stands for a whole recipe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from typing import Any, get_type_hints

from core.errors import RecipeError
from core.layers import NetworkSpec
from core.phrases import shown
from core.recipes.json_values import decode
from core.records import Augmentation, EarlyStopping, Optimizer, Recipe

RECIPE = "recipe"
"""The field that is a whole recipe: its values are recipes."""

NOT_VARIED = ("seed", "name", "title", "about")
"""What changes nothing in a training, and the seed: that has a place of its own."""

_INNER: dict[str, type] = {
    "optimizer": Optimizer,
    "network": NetworkSpec,
    "early_stopping": EarlyStopping,
    "augmentation": Augmentation,
}

_AMBIGUOUS = ("layers", "input_shape")

SHORT_NAMES: dict[str, str] = {
    "optimizer": "optimizer.kind",
    **{
        field.name: f"{outer}.{field.name}"
        for outer, kind in _INNER.items()
        for field in fields(kind)
        if field.name not in _AMBIGUOUS
    },
}
"""The short name of each field of the records in a recipe, and the path that it stands for."""

_STEP = re.compile(r"([A-Za-z_]\w*)((?:\[\d{1,4}\])*)", re.ASCII)
_INDEX = re.compile(r"\[(\d+)\]")

Steps = tuple[str | int, ...]


def path_of(name: str) -> str:
    """Return the path of a field by its short name or its path.

    Raises
    ------
    RecipeError
        If no field of a recipe begins so, or it is none that is varied.
    """
    path = SHORT_NAMES.get(name.strip(), name.strip())
    first = _STEP.match(path)
    known = {field.name for field in fields(Recipe)} | {RECIPE}
    if first is None or first[1] not in known:
        raise _unknown(name, [*SHORT_NAMES, *sorted(known)])
    if path in NOT_VARIED:
        raise RecipeError(
            "{field} is nothing that an experiment varies.",
            "Seeds are said by themselves; names change nothing in a training.",
            field=path,
        )
    return path


def short_name(path: str) -> str:
    """Return the short name of a field, or its path where it has none."""
    return next((name for name, full in SHORT_NAMES.items() if full == path), path)


def value_of(recipe: Recipe, path: str) -> Any:
    """Return what a recipe has in a field.

    Raises
    ------
    RecipeError
        If it has no such field.
    """
    value: Any = recipe
    for done, step in enumerate(steps := _steps(path)):
        value = _inside(value, step, steps[:done], path)
    return value


def annotation_of(recipe: Recipe, path: str) -> Any:
    """Return what type a field of a recipe has, as its record says; raises as `value_of`."""
    *outer, last = _steps(path)
    value: Any = recipe
    for done, step in enumerate(outer):
        value = _inside(value, step, tuple(outer[:done]), path)
    _inside(value, last, tuple(outer), path)
    if isinstance(last, int):
        return type(value[last])
    return get_type_hints(type(value))[last]


def with_value(recipe: Recipe, path: str, value: Any) -> Recipe:
    """Return a recipe with another value in a field; raises as `value_of` does.

    A whole recipe takes the other's place, but for the seed, which is the experiment's.
    """
    if path == RECIPE:
        assert isinstance(value, Recipe)
        return replace(value, seed=recipe.seed)
    changed: Recipe = _changed(recipe, _steps(path), (), value, path)
    return changed


def read_value(recipe: Recipe, path: str, value: Any) -> Any:
    """Turn a JSON value into what the field holds; raises as `read_values` does."""
    return read_values(recipe, path, (value,))[0]


def read_values(recipe: Recipe, path: str, values: Iterable[Any]) -> tuple[Any, ...]:
    """Turn JSON values into what the field holds.

    Raises
    ------
    RecipeError
        Naming the field, if the value is of another type. What a number may be is asked
        when the recipe is whole (`core.recipes.checks`).
    """
    annotation = annotation_of(recipe, path)
    return tuple(decode(annotation, value, path) for value in values)


def _steps(path: str) -> Steps:
    steps: list[str | int] = []
    for part in path.split("."):
        match = _STEP.fullmatch(part)
        if match is None:
            raise _unknown(path, list(SHORT_NAMES))
        steps.append(match[1])
        steps += [int(index) for index in _INDEX.findall(match[2])]
    return tuple(steps)


def _inside(value: Any, step: str | int, done: Steps, path: str) -> Any:
    if isinstance(step, int):
        if isinstance(value, tuple) and step < len(value):
            return value[step]
    elif step in getattr(value, "__dataclass_fields__", ()):
        return getattr(value, step)
    if value is None:
        raise RecipeError(
            "{field} cannot be varied: the recipe has no {record}.",
            "Give the recipe one first.",
            field=path,
            record=_written(done),
        )
    known = [field.name for field in fields(value)] if is_dataclass(value) else []
    raise _unknown(path, known)


def _changed(record: Any, steps: Steps, done: Steps, value: Any, path: str) -> Any:
    if not steps:
        return value
    step, *rest = steps
    inner = _changed(_inside(record, step, done, path), tuple(rest), (*done, step), value, path)
    if isinstance(step, int):
        return (*record[:step], inner, *record[step + 1 :])
    return replace(record, **{step: inner})


def _written(steps: Steps) -> str:
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def _unknown(name: str, known: list[str]) -> RecipeError:
    near = get_close_matches(name.rpartition(".")[2], known, n=3, cutoff=0.6)
    return RecipeError(
        "The recipe has no field {name}.",
        "Did you mean {near}?" if near else "A path is written as optimizer.learning_rate.",
        name=shown(name),
        near=", ".join(near),
    )
