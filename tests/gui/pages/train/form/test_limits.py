"""The form shows every recipe that the table of limits lets through, and gives no other."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from PySide6.QtWidgets import QAbstractSpinBox

from core.errors import RecipeError
from core.layers import LAYER_KINDS, Dense, NetworkSpec
from core.limits import LIMITS
from core.recipes.catalogue import CATALOGUE
from core.recipes.recipe_file import from_json, to_json
from core.records import Augmentation, EarlyStopping, Recipe
from gui.pages.train.form.recipe_form import RecipeForm
from tests.strategies import recipes

IN_LINES = {*LAYER_KINDS, "NetworkSpec"}
"""What the form says in lines of text; `tests/core/test_limits.py` has those."""

FIELDS = [(kind, name) for kind in LIMITS if kind not in IN_LINES for name in LIMITS[kind]]


@pytest.fixture
def form(qtbot):
    form = RecipeForm()
    qtbot.addWidget(form)
    form.set_recipe(
        Recipe(
            "mine",
            NetworkSpec((Dense(10),)),
            early_stopping=EarlyStopping("loss"),
            augmentation=Augmentation(*[0.0] * len(fields(Augmentation))),
        )
    )
    return form


def _box(form, field):
    name = "share" if field == "validation" else field
    (box,) = form.findChildren(QAbstractSpinBox, f"{name}_box")
    return box


def _value(recipe, kind, field):
    part = {
        "Recipe": recipe,
        "Optimizer": recipe.optimizer,
        "EarlyStopping": recipe.early_stopping,
        "Augmentation": recipe.augmentation,
    }[kind]
    return getattr(part, field)


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_box_lets_in_exactly_what_a_recipe_file_does(form, kind, field):
    box, allowed = _box(form, field), LIMITS[kind][field]
    for value in (allowed.low, allowed.highest):
        box.setValue(value)
        recipe = form.recipe()
        assert _value(recipe, kind, field) == value
        assert from_json(to_json(recipe)) == recipe
    assert box.maximum() == allowed.highest
    if box.specialValueText():  # one less is "all"
        box.setValue(box.minimum())
        assert _value(form.recipe(), kind, field) is None
        assert box.minimum() == allowed.low - 1
    else:
        assert box.minimum() == allowed.low


def test_every_box_of_the_form_is_a_field_of_the_table(form):
    boxes = {box.objectName() for box in form.findChildren(QAbstractSpinBox)}
    assert boxes == {_box(form, field).objectName() for _, field in FIELDS}


@given(recipes())
@settings(max_examples=40)
def test_whatever_recipe_is_shown_is_read_again(form, recipe):
    form.set_recipe(recipe)
    assert form.recipe() == recipe
    assert from_json(to_json(form.recipe())) == form.recipe()


def test_arrows_stop_before_an_end_that_is_not_allowed(form):
    box = form.images.share_box
    box.setValue(0.9)
    for _ in range(4):
        box.stepUp()
    assert box.text() == "0.95"


def test_what_cannot_be_trained_is_refused_with_its_reason_and_the_form_kept(form):
    before = form.recipe()
    with pytest.raises(RecipeError, match=r"mine cannot be trained: epochs is 0; it can be 1"):
        form.set_recipe(replace(before, epochs=0))
    assert form.recipe() == before


def test_a_network_too_large_to_be_stored_is_explained_before_it_is_trained(form):
    form.network.layers_edit.setPlainText("Input 784\nDense 65536\nDense 10")
    assert "has 52101130 weights" in form.network.note.text()
    assert "at most 16000000" in form.problem()
    form.network.layers_edit.setPlainText("Input 784\nDense 8192\nDense 10")
    assert form.problem() == ""


def test_a_name_that_files_could_not_hold_is_explained(form):
    form.name_edit.setText("x" * 81)
    assert "1 to 80 characters" in form.problem()
    form.set_recipe(CATALOGUE[0])
    assert form.problem() == ""
