"""One table of limits: complete, and the same at every door of the core."""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import given, settings

from core.errors import RecipeError
from core.layers import LAYER_KINDS, Dense, NetworkSpec, summary
from core.limits import LIMITS, MOST_LAYERS, Limit
from core.networks.keras_format import keras_file
from core.recipes.checks import check
from core.recipes.keras_script import keras_script
from core.recipes.layer_text import from_text, to_text
from core.recipes.recipe_file import from_data, from_json, from_stored, to_data, to_json
from core.records import Augmentation, EarlyStopping, Network, Optimizer, Recipe
from tests.strategies import recipes, small_networks

RECORDS = {
    kind.__name__: kind
    for kind in (
        *LAYER_KINDS.values(),
        NetworkSpec,
        Optimizer,
        EarlyStopping,
        Augmentation,
        Recipe,
    )
}


def _number_fields() -> list[tuple[str, str, type]]:
    """Every field of a recipe that holds a number: record, field, int or float."""
    found = []
    for kind in RECORDS.values():
        for name, hint in get_type_hints(kind).items():
            parts = {hint, *get_args(hint)}
            found += [(kind.__name__, name, n) for n in (int, float) if n in parts]
    return found


NUMBER_FIELDS = _number_fields()
IDS = [f"{kind}.{field}" for kind, field, _ in NUMBER_FIELDS]


def test_every_number_of_a_recipe_has_a_limit_and_no_limit_is_left_over():
    wanted = {(kind, field) for kind, field, _ in NUMBER_FIELDS}
    have = {(kind, field) for kind, limits in LIMITS.items() for field in limits}
    assert wanted == have, "add the field to (or take it out of) core/limits.py"
    assert {kind for kind in RECORDS if is_dataclass(RECORDS[kind])} >= set(LIMITS)


def _around(allowed: Limit, number: type) -> dict[Any, bool]:
    """Numbers at the ends and just beyond, and whether they are allowed."""
    if number is int:
        low, high = int(allowed.low), int(allowed.high)
        return {low - 1: False, low: True, high: True, high + 1: False}
    low, high = float(allowed.low), float(allowed.high)
    return {
        math.nextafter(low, -math.inf): False,
        low: True,
        allowed.highest: True,
        high: not allowed.open_high,
        math.nextafter(high, math.inf): False,
        math.inf: False,
        math.nan: False,
    }


def _recipe_with(kind: str, field: str, value: Any) -> Recipe:
    """A recipe that is right but for this one field; layers need not fit together."""
    plain = Recipe("mine", NetworkSpec((Dense(10),)), validation="test")
    match kind:
        case "Recipe":
            return replace(plain, **{field: value})
        case "Optimizer":
            return replace(plain, optimizer=replace(Optimizer(), **{field: value}))
        case "EarlyStopping":
            return replace(plain, early_stopping=replace(EarlyStopping(), **{field: value}))
        case "Augmentation":
            none = Augmentation(*[0.0] * len(fields(Augmentation)))
            return replace(plain, augmentation=replace(none, **{field: value}))
        case "NetworkSpec":
            return replace(plain, network=replace(plain.network, **{field: (value,)}))
    layer = _layer_with(kind, field, value)
    return replace(plain, network=NetworkSpec((layer, *plain.network.layers)))


def _layer_with(kind: str, field: str, value: Any) -> Any:
    layer, hints = LAYER_KINDS[kind], get_type_hints(LAYER_KINDS[kind])
    needed = {
        f.name: 10 for f in fields(layer) if f.default is MISSING and hints[f.name] is int
    }
    whole = (value,) if get_origin(hints[field]) is tuple else value
    return layer(**{**needed, field: whole})


def _refusal(read, given) -> str:
    try:
        read(given)
    except RecipeError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("kind", "field", "number"), NUMBER_FIELDS, ids=IDS)
def test_a_recipe_file_admits_what_the_table_admits(kind, field, number):
    allowed = LIMITS[kind][field]
    for value, admitted in _around(allowed, number).items():
        if not math.isfinite(value):
            continue  # JSON has no such numbers; hostile text is tested with the files
        said = _refusal(from_data, to_data(_recipe_with(kind, field, value)))
        assert (str(allowed.words()) not in said) == admitted, (value, said)


@pytest.mark.parametrize(
    ("kind", "field", "number"),
    [row for row in NUMBER_FIELDS if row[0] in LAYER_KINDS],
    ids=[name for name in IDS if name.split(".")[0] in LAYER_KINDS],
)
def test_a_line_of_a_network_admits_what_the_table_admits(kind, field, number):
    for value, admitted in _around(LIMITS[kind][field], number).items():
        if field == "target_shape" and value < 0:
            continue  # there is no way to write it
        lines = to_text((_layer_with(kind, field, value),), (784,))
        said = _refusal(from_text, lines)
        assert (not said) == admitted, (lines, said)


@pytest.mark.parametrize("option", ["epochs", "seed"])
def test_the_command_line_admits_what_the_table_admits(option):
    from core.cli.main import UsageError, make_parser

    for value, admitted in _around(LIMITS["Recipe"][option], int).items():
        arguments = ["train", "--recipe", "cnn", f"--{option}={value}"]
        if admitted:
            assert getattr(make_parser().parse_args(arguments), option) == value
        else:
            with pytest.raises((UsageError, argparse.ArgumentError), match="whole number"):
                make_parser().parse_args(arguments)


@given(recipes())
@settings(max_examples=60)
def test_a_recipe_within_the_table_passes_through_its_file(recipe):
    check(recipe)
    assert from_json(to_json(recipe)) == recipe
    assert from_stored(to_json(recipe)) == recipe


@given(recipes())
@settings(max_examples=50)
def test_a_network_within_the_table_passes_through_its_lines(recipe):
    spec = recipe.network
    assert from_text(to_text(spec.layers, spec.input_shape)) == (spec.layers, spec.input_shape)


@given(recipes())
@settings(max_examples=50)
def test_a_script_of_a_recipe_within_the_table_is_python_and_names_its_numbers(recipe):
    script = keras_script(recipe)
    compile(script, "script.py", "exec")
    said = [
        f"default={recipe.epochs})",
        f"batch_size={recipe.batch_size},",
        f"set_random_seed({recipe.seed})",
        repr(recipe.optimizer.learning_rate),
    ]
    if recipe.early_stopping is not None:
        said.append(f"patience={recipe.early_stopping.patience},")
    for layer in recipe.network.layers:
        said += [f"Dense({layer.units}"] if isinstance(layer, Dense) else []
    for words in said:
        assert words in script


@given(recipes(), small_networks())
@settings(max_examples=20)
def test_a_network_file_keeps_its_recipe_and_its_layers(tmp_path, recipe, spec):
    recipe = replace(recipe, network=spec)
    shapes = [shape for row in summary(spec) for shape in row.shapes]
    network = Network(spec, tuple(np.ones(shape, np.float32) for shape in shapes))
    file = tmp_path / "it.keras"
    keras_file.save(file, network, recipe=recipe)
    opened = keras_file.load(file)
    assert opened.recipe == recipe
    assert opened.network.spec == spec


OUTSIDE = [
    replace(_recipe_with("Recipe", "weight_average", 1.0), title="Never moves"),
    _recipe_with("Optimizer", "learning_rate", 0.0),
    _recipe_with("Augmentation", "rotation", 400.0),
    replace(_recipe_with("EarlyStopping", "patience", -3), validation=None),
    replace(_recipe_with("Recipe", "epochs", 10**9), name=""),
]
"""What an earlier version with other limits, or a hand, may have put into a run store."""


@pytest.mark.parametrize("recipe", OUTSIDE, ids=range(len(OUTSIDE)))
def test_what_was_stored_is_read_whatever_its_numbers(recipe):
    with pytest.raises(RecipeError):
        from_json(to_json(recipe))
    assert from_stored(to_json(recipe)) == recipe


def test_a_patience_of_zero_is_allowed_and_stops_as_one_does():
    from core.training.schedules import EarlyStopper
    from tests.core.runs.stored_runs import epoch_report

    for patience in (0, 1):
        check(_recipe_with("EarlyStopping", "patience", patience))
        stopper = EarlyStopper(EarlyStopping("val_loss", patience))
        for epoch, loss in enumerate([1.0, 0.5, 0.7], start=1):
            assert not stopper.exhausted
            stopper.improves(epoch_report(epoch, loss))
        assert stopper.exhausted


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "no name"),
        ({"name": " \t"}, "no name"),
        ({"name": "x" * 81}, "no line of 1 to 80"),
        ({"name": " x"}, "no line of 1 to 80"),
        ({"name": "a\nb"}, r"a\?b"),
        ({"about": "\ud800"}, "half a character"),
        (
            {"early_stopping": {"monitor": "val_loss"}, "validation": None},
            "nothing is validated",
        ),
        ({"early_stopping": {"monitor": "val_loss"}, "validation": 0}, "nothing is validated"),
        ({"augmentation": {"thicker": 0.6, "thinner": 0.5}}, r"thicker \(0.6\) or thinner"),
    ],
)
def test_what_does_not_go_together_is_refused(change, said):
    data = to_data(Recipe("mine", NetworkSpec((Dense(10),))))
    with pytest.raises(RecipeError, match=said):
        from_json(json.dumps({**data, **change}))


def test_shares_that_make_a_whole_go_together():
    for thicker, thinner in ((0.7, 0.3), (0.9, 0.1), (1.0, 0.0), (0.1 + 0.2, 0.7)):
        recipe = _recipe_with("Augmentation", "thicker", thicker)
        check(replace(recipe, augmentation=replace(recipe.augmentation, thinner=thinner)))


def test_too_many_layers_are_refused_at_every_door():
    recipe = Recipe("mine", NetworkSpec((Dense(10),) * (MOST_LAYERS + 1)))
    with pytest.raises(RecipeError, match="201 layers"):
        from_data(to_data(recipe))
