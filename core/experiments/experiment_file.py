"""An experiment as one JSON file that a person can read, edit and share.

::

    {
      "inkling_experiment": 1,
      "name": "learning rates",
      "recipe": "mlp-128-32",
      "vary": {
        "learning_rate": [0.01, 0.03, 0.1],
        "batch_size": {"from": 16, "to": 128, "times": 2}
      },
      "seeds": 5,
      "epochs": 5
    }

``recipe`` is the name of one of the catalogue, or a whole recipe as its own file has it;
``seeds`` how many, from the recipe's own on, or a list. A range has a step (``by``), a factor
(``times``) or a number of values (``count``); without any it is drawn from, which ``draws``
asks for: so many settings at random (``draw_seed`` fixes which).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.errors import RecipeError
from core.experiments.experiment import MOST_TRAININGS, Experiment, Span, Values, Varied
from core.experiments.fields import (
    RECIPE,
    annotation_of,
    path_of,
    read_value,
    read_values,
    short_name,
)
from core.limits import limit
from core.phrases import Phrase, shown, writable
from core.recipes import recipe_file
from core.recipes.catalogue import by_name
from core.recipes.checks import check
from core.recipes.json_values import encode, mistyped
from core.records import Recipe

VERSION_KEY = "inkling_experiment"
VERSION = 1

LONGEST = 4_000_000
"""Characters."""

LONGEST_NAME = 200
"""Characters in what an experiment is called."""

_KEYS = ("name", "recipe", "vary", "seeds", "epochs", "draws", "draw_seed")
_RANGE_KEYS = ("from", "to", "by", "times", "count", "logarithmic")
_CRUMBS = 1e-9


def to_json(experiment: Experiment) -> str:
    """Return the text of the file; `from_json` gives back exactly this experiment."""
    data: dict[str, Any] = {
        VERSION_KEY: VERSION,
        "name": experiment.name,
        "vary": {short_name(v.field): _written(v.values) for v in experiment.varied},
        "seeds": list(experiment.seeds),
    }
    if experiment.epochs is not None:
        data["epochs"] = experiment.epochs
    if experiment.draws is not None:
        data |= {"draws": experiment.draws, "draw_seed": experiment.draw_seed}
    data["recipe"] = recipe_file.to_data(experiment.recipe)
    return recipe_file.pretty(data) + "\n"


def from_json(text: str) -> Experiment:
    """Read the text of an experiment's file.

    Raises
    ------
    RecipeError
        If it is no JSON (naming the line), or says something unknown or wrong.
    """
    data = recipe_file.parsed(text, longest=LONGEST)
    if not isinstance(data, dict) or VERSION_KEY not in data:
        raise RecipeError(
            "This is no experiment of Inkling's: it does not begin with {key}.",
            "Write one as the README shows, or as Inkling saves it.",
            key=f'"{VERSION_KEY}"',
        )
    if data[VERSION_KEY] != VERSION:
        raise RecipeError(
            "This experiment has version {found}; this Inkling reads version {known}.",
            "Open it with a newer Inkling.",
            found=shown(data[VERSION_KEY]),
            known=VERSION,
        )
    for key in data:
        if key not in (*_KEYS, VERSION_KEY):
            raise RecipeError(
                "The experiment says {path}, which Inkling does not know.",
                "Take it out, or write one of {near}.",
                path=shown(key),
                near=", ".join(_KEYS),
            )
    return _experiment(data)


def is_experiment(text: str) -> bool:
    """Say whether a text begins as the file of an experiment does."""
    return f'"{VERSION_KEY}"' in text[:200]


def name_of(value: Any) -> str:
    """Return what an experiment is called; raises as `from_json` does."""
    name = value.strip() if isinstance(value, str) else ""
    if not name:
        raise mistyped("name", Phrase("a text"), value)
    if len(name) > LONGEST_NAME:
        raise RecipeError(
            "The name has {n} characters; it can have {most}.",
            "Give it a shorter one.",
            n=len(name),
            most=LONGEST_NAME,
        )
    return writable(name)


def seeds_of(value: Any, first: int) -> tuple[int, ...]:
    """Return the seeds that a number of them, or a list, stands for; raises as `from_json`."""
    allowed = limit("Recipe", "seed")
    if _is_whole(value) and 1 <= value <= MOST_TRAININGS:
        if not allowed.admits(first + value - 1):
            raise RecipeError(
                "From seed {first} on there are not {n} seeds: the last is {last}.",
                "Begin at a smaller one.",
                first=first,
                n=value,
                last=int(allowed.high),
            )
        return tuple(range(first, first + value))
    listed = isinstance(value, list) and value and all(map(_is_whole, value))
    if listed and all(allowed.admits(seed) for seed in value):
        return tuple(dict.fromkeys(value))
    raise mistyped("seeds", Phrase("how many, or a list of whole numbers from 0 on"), value)


def range_of(field: str, given: dict[str, Any], *, whole: bool) -> Values:
    """Return the values of a range, or the range itself where it has no steps.

    Raises
    ------
    RecipeError
        If its ends or its steps make no sense.
    """
    for key in given:
        if key not in _RANGE_KEYS:
            raise _bad_range(field)
    low, high = given.get("from"), given.get("to")
    ends = (low, high, *(given[key] for key in ("by", "times", "count") if key in given))
    if not all(_is_number(end) for end in ends):
        raise _bad_range(field)
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    logarithmic = given.get("logarithmic", False) is True
    if low > high or (logarithmic and low <= 0):
        raise _bad_range(field)
    values = _steps(field, low, high, given, logarithmic=logarithmic)
    if values is None:
        return Span(low, high, logarithmic)
    return tuple(dict.fromkeys(_rounded(value, whole=whole) for value in values))


def _experiment(data: dict[str, Any]) -> Experiment:
    if "recipe" not in data:
        raise RecipeError("The experiment does not say {path}.", "Add it.", path="recipe")
    recipe = _recipe(data["recipe"])
    epochs = data.get("epochs")
    if epochs is not None:
        epochs = read_value(recipe, "epochs", epochs)
        check(replace(recipe, epochs=epochs))
    varied = data.get("vary", {})
    if not isinstance(varied, dict):
        raise mistyped("vary", Phrase("an object in braces"), varied)
    draws = data.get("draws")
    if draws is not None and not (_is_whole(draws) and 1 <= draws <= MOST_TRAININGS):
        raise mistyped("draws", Phrase("a whole number"), draws)
    draw_seed = data.get("draw_seed", 0)
    if not _is_whole(draw_seed):
        raise mistyped("draw_seed", Phrase("a whole number"), draw_seed)
    return Experiment(
        name=name_of(data.get("name", recipe.name)),
        recipe=recipe,
        varied=tuple(read_varied(recipe, key, values) for key, values in varied.items()),
        seeds=seeds_of(data.get("seeds", 1), recipe.seed),
        draws=draws,
        draw_seed=draw_seed,
        epochs=epochs,
    )


def read_varied(recipe: Recipe, name: str, values: Any) -> Varied:
    """Read a field and its values, a list or a range; raises as `from_json` does."""
    path = path_of(name)
    if values == []:
        raise RecipeError("{field} has no values.", "Write some, or a range.", field=name)
    if path == RECIPE and isinstance(values, list):
        return Varied(path, tuple(_recipe(value) for value in values))
    if isinstance(values, dict) and path != RECIPE:
        return Varied(path, range_of(name, values, whole=annotation_of(recipe, path) is int))
    if not isinstance(values, list):
        raise mistyped(name, Phrase("a list"), values)
    return Varied(path, tuple(dict.fromkeys(read_values(recipe, path, values))))


def _recipe(value: Any) -> Recipe:
    return by_name(value) if isinstance(value, str) else recipe_file.from_data(value)


def _written(values: Values) -> Any:
    if isinstance(values, Span):
        ends = {"from": values.low, "to": values.high}
        return ends | ({"logarithmic": True} if values.logarithmic else {})
    return [recipe_file.to_data(v) if isinstance(v, Recipe) else encode(v) for v in values]


def _steps(
    field: str, low: float, high: float, given: dict[str, Any], *, logarithmic: bool
) -> Sequence[float] | None:
    """Return the values between the ends, both included; None where no steps are said."""
    ways = [key for key in ("by", "times", "count") if key in given]
    if not ways:
        return None
    way, size = ways[0], given[ways[0]]
    if len(ways) > 1 or not _moves(way, low, size):
        raise _bad_range(field)
    if way == "count":
        shares = [index / max(1, size - 1) for index in range(size)]
        if logarithmic:
            return [low * (high / low) ** share for share in shares]
        return [low + (high - low) * share for share in shares]
    span = (high - low) / size if way == "by" else math.log(high / low) / math.log(size)
    if span > MOST_TRAININGS:
        raise _bad_range(field)
    steps = range(math.floor(span + _CRUMBS) + 1)
    return [low + step * size if way == "by" else low * size**step for step in steps]


def _moves(way: str, low: float, size: float) -> bool:
    """Say whether a range with such steps comes to its end."""
    if way == "count":
        return _is_whole(size) and 1 <= size <= MOST_TRAININGS
    return size > 0 if way == "by" else size > 1 and low > 0


def _rounded(value: float, *, whole: bool) -> float | int:
    return round(value) if whole else float(f"{value:.12g}")


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _bad_range(field: str) -> RecipeError:
    return RecipeError(
        "{field} has a range that makes no sense.",
        'Write {example}: a step ("by"), a factor ("times") or a number of values ("count").',
        field=field,
        example='{"from": 0.001, "to": 0.1, "times": 10}',
    )
