"""Recipes at random for property tests: any that the table of limits lets through.

Read from the records' annotations and from `core.limits`, so that a new field or a new layer
is tried without a change here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from math import prod
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from core.errors import NetworkError
from core.layers import (
    CLASSES,
    INPUT_SHAPES,
    LAYER_KINDS,
    Dense,
    Flatten,
    NetworkSpec,
    Reshape,
    parameter_count,
    weights_and_output,
)
from core.limits import LONGEST_NAME, MOST_WEIGHTS, limit
from core.records import Recipe

# The same examples each time: a test that fails does so for everyone.
settings.register_profile(
    "inkling",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("inkling")

_FEW_WEIGHTS = 300_000
"""Of networks whose weights are made and written many times."""

_MOST_VALUES = 30_000
"""Behind a layer, so that a Dense of ten units still fits."""

_LINE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")),
    min_size=1,
    max_size=LONGEST_NAME,
)
_NAMES = _LINE.map(str.strip).filter(bool)
_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


def numbers(kind: type, field: str, annotation: type) -> st.SearchStrategy[Any]:
    """Return numbers that a field may have, its ends among them."""
    allowed = limit(kind.__name__, field)
    if annotation is int:
        return st.integers(int(allowed.low), int(allowed.high))
    ends = st.sampled_from([float(allowed.low), float(allowed.highest)])
    return ends | st.floats(allowed.low, allowed.highest).map(_kept_by_a_box)


def _kept_by_a_box(value: float) -> float:
    # Qt's spin boxes have 323 decimals at most: digits of smaller numbers are cut off there.
    return value if abs(value) > 1e-300 else 0.0


def values(kind: type, field: str, annotation: Any) -> st.SearchStrategy[Any]:
    """Return what a field of a record may hold."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return st.one_of([values(kind, field, part) for part in parts])
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        inner = values(kind, field, parts[0])
        return st.lists(inner, max_size=3, unique=True).map(sorted).map(tuple)
    if annotation in (int, float):
        return numbers(kind, field, annotation)
    if annotation in (NoneType, bool):
        return st.booleans() if annotation is bool else st.none()
    if annotation is NetworkSpec:
        return networks()
    if is_dataclass(annotation):
        return records(annotation)
    assert annotation is str, f"say in tests/strategies.py how to make {annotation}"
    return _NAMES if field == "name" else _TEXTS


def records(kind: type) -> st.SearchStrategy[Any]:
    """Return records with any of the values that their fields may have."""
    hints = get_type_hints(kind)
    return st.builds(
        kind, **{f.name: values(kind, f.name, hints[f.name]) for f in fields(kind)}
    )


def recipes() -> st.SearchStrategy[Recipe]:
    """Return recipes that can be trained."""
    return records(Recipe).map(_made_to_go_together)


def _made_to_go_together(recipe: Recipe) -> Recipe:
    stopping, changes = recipe.early_stopping, recipe.augmentation
    if stopping is not None and not recipe.validation:
        monitor = stopping.monitor.removeprefix("val_")
        recipe = replace(recipe, early_stopping=replace(stopping, monitor=monitor))
    if changes is not None and changes.thicker + changes.thinner > 1:
        changes = replace(changes, thinner=1 - changes.thicker)
        recipe = replace(recipe, augmentation=changes)
    return recipe


def _layers(shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    """Return single layers of any kind, whether they fit `shape` or not."""
    size = prod(shape)
    shapes = [(size,), (1, size), (1, 1, size), *([(28, 28, 1)] if size == 784 else [])]
    kinds = [kind for kind in LAYER_KINDS.values() if kind is not Reshape]
    return st.one_of(st.sampled_from([Reshape(s) for s in shapes]), *map(records, kinds))


def _shape_after(layer: Any, shape: tuple[int, ...], most_weights: int) -> tuple[int, ...]:
    """Return the shape behind a layer; empty where it does not fit, or is too large."""
    try:
        arrays, after = weights_and_output(layer, shape, 1)
    except NetworkError:
        return ()
    weights = sum(prod(array) for array in arrays)
    return after if weights <= most_weights // 8 and prod(after) <= _MOST_VALUES else ()


@st.composite
def networks(draw: st.DrawFn, most_weights: int = MOST_WEIGHTS) -> NetworkSpec:
    """Return networks whose layers fit together, ten outputs at the end."""
    shape = start = draw(st.sampled_from(INPUT_SHAPES))
    layers: list[Any] = []
    for _ in range(draw(st.integers(0, 5))):
        layer = draw(_layers(shape))
        after = _shape_after(layer, shape, most_weights)
        if after:
            layers.append(layer)
            shape = after
    if len(shape) > 1:
        layers.append(Flatten())
    last = draw(records(Dense))
    layers.append(Dense(CLASSES, last.activation, last.use_bias, last.initializer, last.l2))
    behind = draw(_layers((CLASSES,)))
    if _shape_after(behind, (CLASSES,), most_weights) == (CLASSES,):
        layers.append(behind)
    spec = NetworkSpec(tuple(layers), start, draw(st.sampled_from(["unit", "raw"])))
    assert parameter_count(spec) <= most_weights
    return spec


def small_networks() -> st.SearchStrategy[NetworkSpec]:
    """Return networks whose weights can be made and written many times."""
    return networks(_FEW_WEIGHTS)
