"""Values that are worth comparing, for whoever wants to vary a field and names none."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from core.experiments.fields import annotation_of, path_of, value_of
from core.records import Recipe

_USUAL: dict[str, tuple[Any, ...]] = {
    "optimizer.momentum": (0.0, 0.5, 0.9),
    "optimizer.weight_decay": (0.0, 0.001, 0.01),
    "label_smoothing": (0.0, 0.05, 0.1),
    "weight_average": (0.0, 0.99, 0.999),
    "validation": (0.1, 0.2),
    "train_images": (500, 1000, 2000),
}
"""Of fields whose values say nothing of what else to try; the present one is added."""


def suggested_values(recipe: Recipe, field: str) -> tuple[Any, ...]:
    """Return a few values of a field, the present one among them.

    All words of a field that takes one of several; a number with the one below and the one
    above it.

    Raises
    ------
    RecipeError
        If the recipe has no such field.
    """
    path = path_of(field)
    now, kind = value_of(recipe, path), annotation_of(recipe, path)
    words = _words(kind)
    if path in _USUAL:
        return _with(now, _USUAL[path])
    if words:
        return words
    if isinstance(now, bool):
        return (False, True)
    if isinstance(now, int | float) and now > 0:
        return _around(now)
    return (now,)


def _words(kind: Any) -> tuple[Any, ...]:
    """Return the words that an annotation names; none where it takes anything else too."""
    if get_origin(kind) in (Union, UnionType):
        inner = [one for one in get_args(kind) if one is not NoneType]
        return _words(inner[0]) if len(inner) == 1 else ()
    return get_args(kind) if get_origin(kind) is Literal else ()


def _with(now: Any, usual: tuple[Any, ...]) -> tuple[Any, ...]:
    numbers = [value for value in (*usual, now) if isinstance(value, int | float)]
    others = [] if isinstance(now, int | float) else [now]
    return (*sorted(set(numbers)), *others)


def _around(now: float) -> tuple[Any, ...]:
    """Return a number between a third and three times itself; a whole one: half and twice."""
    if isinstance(now, int):
        return tuple(sorted({max(1, now // 2), now, 2 * now}))
    return float(f"{now / 3:.1g}"), now, float(f"{now * 3:.1g}")
