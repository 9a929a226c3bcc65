"""A recipe as one JSON file that a person can read, edit, share and open again.

What one would ask about any training (optimizer, loss, batch size, epochs, validation,
seed) is always said; everything else only where it differs from its default::

    {
      "inkling_recipe": 1,
      "name": "softmax-10",
      "network": {
        "layers": [
          {"layer": "Dense", "units": 10}
        ]
      },
      ...
    }
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from core.errors import RecipeError
from core.phrases import shown
from core.recipes.checks import check
from core.recipes.json_values import decode, encode
from core.records import Recipe

VERSION = 1
"""Of the file; written under `VERSION_KEY`."""

VERSION_KEY = "inkling_recipe"

LONGEST = 1_000_000
"""Characters; the longest recipe of the catalogue has 3,000."""

_ALWAYS = frozenset(
    {
        "input_shape",
        "pixels",
        "kind",
        "learning_rate",
        "optimizer",
        "loss",
        "batch_size",
        "epochs",
        "validation",
        "seed",
    }
)
_FIRST = ("name", "title", "about")
_LINE = 110


def to_json(recipe: Recipe) -> str:
    """Return the text of the file; `from_json` gives back exactly this recipe."""
    return pretty(to_data(recipe)) + "\n"


def from_json(text: str) -> Recipe:
    """Read the text of a recipe file.

    Raises
    ------
    RecipeError
        If it is no JSON (naming the line), says something unknown, wrong or twice (naming
        its path), or cannot be trained (`core.recipes.checks`).
    """
    return from_data(parsed(text))


def from_stored(text: str) -> Recipe:
    """Read the text of a recipe that a training was done by: whatever its numbers are.

    Earlier versions had other limits. What they trained is listed, compared and continued
    all the same. Raises as `from_json` does where the text is no recipe.
    """
    return _recipe(parsed(text))


def from_data(data: Any) -> Recipe:
    """Read a recipe from JSON values; raises as `from_json` does."""
    recipe = _recipe(data)
    check(recipe)
    return recipe


def to_data(recipe: Recipe) -> dict[str, Any]:
    """Return a recipe as JSON values."""
    data = encode(recipe, always=_ALWAYS)
    first = {key: data.pop(key) for key in _FIRST if key in data}
    # What an image is comes before what is done with it.
    network = data.pop("network")
    data = {"network": {**network, "layers": network.pop("layers")}, **data}
    return {VERSION_KEY: VERSION, **first, **data}


def parsed(text: str, *, longest: int = LONGEST) -> Any:
    """Read JSON that says nothing twice, and no more than so many characters.

    Raises
    ------
    RecipeError
        If it is none (naming the line), or says something twice.
    """
    if len(text) > longest:
        raise RecipeError("This file is too long to be read.", "Choose one that Inkling saved.")
    try:
        return json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise RecipeError(
            "The file is not JSON: line {line}, column {column}: {reason}.",
            "Correct that place.",
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from error
    except (ValueError, RecursionError) as error:
        raise RecipeError(
            "The file holds brackets or a number beyond all measure.",
            "Write it as Inkling saves such files.",
        ) from error


def _recipe(data: Any) -> Recipe:
    version = data.get(VERSION_KEY) if isinstance(data, dict) else None
    if not isinstance(version, int) or isinstance(version, bool):
        raise RecipeError(
            "This is no recipe of Inkling's: it does not begin with {key}.",
            "Choose a file that Inkling saved as a recipe.",
            key=f'"{VERSION_KEY}"',
        )
    if version != VERSION:
        raise RecipeError(
            "This recipe has version {found}; this Inkling reads version {known}.",
            "Open it with a newer Inkling.",
            found=shown(version),
            known=VERSION,
        )
    fields = {key: value for key, value in data.items() if key != VERSION_KEY}
    recipe: Recipe = decode(Recipe, fields, "")
    return recipe


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: one of them is what the person does not see."""
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise RecipeError(
                "The file says {key} twice in the same place.",
                "Take one of them out.",
                key=shown(key),
            )
        result[key] = value
    return result


def _no_number(name: str) -> NoReturn:
    raise RecipeError("The file holds {name}, which is no number.", "", name=name)


def pretty(value: Any, indent: str = "") -> str:
    """Lay JSON out so that what belongs together, as a layer, stands on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    nested = isinstance(value, dict) and any(isinstance(v, dict) for v in value.values())
    several = isinstance(value, list) and any(isinstance(v, dict) for v in value)
    short = len(indent) + len(flat) <= _LINE and not nested and not several
    if short or not isinstance(value, dict | list) or not value:
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        lines = [pretty(item, inner) for item in value]
        opening, closing = "[]"
    else:
        lines = [f"{json.dumps(k)}: {pretty(v, inner)}" for k, v in value.items()]
        opening, closing = "{}"
    body = ",\n".join(inner + line for line in lines)
    return f"{opening}\n{body}\n{indent}{closing}"
