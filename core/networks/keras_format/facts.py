"""What Keras has no word for: ``inkling.json``, beside Keras's own entries of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.errors import NetworkError, RecipeError
from core.layers import MOST_CLASSES
from core.networks.keras_format.values import misshapen
from core.networks.keras_format.weights import MOST_VARIABLES
from core.phrases import writable
from core.recipes.recipe_file import from_data
from core.records import LONGEST_CLASS, NO_SUMS, Recipe

VERSION = 1
"""Of what `Facts` holds."""

FACTS = "inkling.json"


@dataclass(frozen=True)
class Facts:
    """What ``inkling.json`` says; the defaults are those of a file without one."""

    pixels: Any = None
    temperature: float = 1.0
    reject_below: float = 0.0
    epoch: int = 0
    epoch_sums: tuple[float, ...] = NO_SUMS
    counts_from: int = 0
    optimizer_variables: int = 0
    recipe: Recipe | None = None
    classes: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: Any) -> Facts:
        """Return what the parsed text says.

        Raises
        ------
        NetworkError
            If it says what cannot be.
        """
        if not isinstance(data, dict) or data.get("pixels") not in ("unit", "raw"):
            raise misshapen(FACTS)
        if data.get("version") != VERSION:
            raise NetworkError("{file} was saved by a newer Inkling.", "Open it with that one.")
        return cls(
            pixels=data["pixels"],
            temperature=_real(data.get("temperature", 1.0), 1e-3, 1e3),
            reject_below=_real(data.get("reject_below", 0.0), 0, 1),
            epoch=_count(data.get("epoch", 0), 10**9),
            epoch_sums=_sums(data.get("epoch_sums", NO_SUMS)),
            counts_from=_count(data.get("counts_from", 0), 10**9),
            optimizer_variables=_count(data.get("optimizer_variables", 0), MOST_VARIABLES),
            recipe=_recipe(data.get("recipe")),
            classes=_names(data.get("classes", ())),
        )


def _real(value: Any, low: float, high: float) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not low <= value <= high
    ):
        raise misshapen(FACTS)
    return float(value)


def _sums(values: Any) -> tuple[float, ...]:
    if not isinstance(values, list | tuple) or len(values) != len(NO_SUMS):
        raise misshapen(FACTS)
    return tuple(_real(value, 0, 1e30) for value in values)


def _count(value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise misshapen(FACTS)
    return value


def _names(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or len(values) > MOST_CLASSES:
        raise misshapen(FACTS)
    if not all(isinstance(name, str) and 0 < len(name) <= LONGEST_CLASS for name in values):
        raise misshapen(FACTS)
    return tuple(map(writable, values))


def _recipe(data: Any) -> Recipe | None:
    try:
        return None if data is None else from_data(data)
    except RecipeError:
        # The network answers all the same.
        return None
