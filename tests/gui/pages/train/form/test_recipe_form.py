"""The recipe form: exact both ways, and wrong input is impossible or explained."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from core.errors import InklingError, RecipeError
from core.layers import Conv2D, Dense, Flatten, NetworkSpec
from core.recipes.catalogue import CATALOGUE, by_name
from core.records import Augmentation, EarlyStopping, Optimizer, Recipe
from gui.pages.train.form.recipe_form import RecipeForm
from gui.pages.train.form_parts import FloatBox
from gui.words import count

ODD = Recipe(
    name="own recipe",
    network=NetworkSpec(
        (
            Conv2D(5, 7, "tanh", "same", False, "he_normal", 0.1 + 0.2, 2),
            Flatten(),
            Dense(10, "sigmoid", l2=1e-9),
        ),
        (28, 28, 1),
        "raw",
    ),
    optimizer=Optimizer("rmsprop", 0.1 + 0.2, 1 / 3, 0.004),
    loss="clipped_crossentropy",
    batch_size=77,
    epochs=123,
    validation=1 / 6,
    seed=884736743,
    early_stopping=EarlyStopping("accuracy", 3, False),
    schedule="cosine",
    label_smoothing=0.05,
    weight_average=0.998,
    augmentation=Augmentation(11.5, 1 / 7, 0.1, 1.25, 6.0, 0.25, 0.2, 0.15, 0.05),
    train_images=1000,
    test_images=999,
    score_training=True,
    title="Something odd",
    about="Every field has a value of its own.",
)


@pytest.fixture
def form(qtbot):
    form = RecipeForm()
    qtbot.addWidget(form)
    form.resize(330, 700)
    form.show()
    return form


def type_into(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("recipe", [*CATALOGUE, ODD], ids=lambda recipe: recipe.name)
def test_what_is_read_is_exactly_what_was_shown(form, recipe):
    form.set_recipe(recipe)
    assert form.recipe() == recipe
    assert form.problem() == ""


def test_one_recipe_leaves_nothing_behind_in_the_next(form):
    for recipe in (ODD, *CATALOGUE, replace(ODD, seed=1), ODD):
        form.set_recipe(recipe)
        assert form.recipe() == recipe


def test_choosing_a_name_in_the_list_fills_the_form(form):
    form.recipe_box.setCurrentIndex(form.recipe_box.findData("q001-lost-digit"))
    assert form.recipe_box.currentText() == "A digit is never predicted"
    assert form.recipe() == by_name("q001-lost-digit")
    assert "clips" in form.about.text()


def test_typed_numbers_are_kept_exactly(form, qtbot):
    type_into(qtbot, form.steps.epochs_box, "3")
    type_into(qtbot, form.optimizer.learning_rate_box, "3e-4")
    type_into(qtbot, form.images.share_box, "0.2")
    recipe = form.recipe()
    assert (recipe.epochs, recipe.optimizer.learning_rate, recipe.validation) == (3, 3e-4, 0.2)


def test_it_says_what_was_changed_and_takes_it_back(form, qtbot):
    type_into(qtbot, form.steps.epochs_box, "3")
    assert form.difference.text() == "Changed: epochs"
    assert form.recipe().name == "mlp-128-32, 3 epochs"
    qtbot.mouseClick(form.reset_button, Qt.MouseButton.LeftButton)
    assert form.recipe() == CATALOGUE[0]
    assert not form.reset_button.isVisible()


def test_the_name_says_what_was_changed_until_the_person_names_it(form, qtbot):
    form.set_recipe(by_name("q002-sgd-0.01"))
    type_into(qtbot, form.optimizer.learning_rate_box, "0.03")
    assert form.recipe().name == "q002-sgd-0.01, learning rate 0.03"
    form.network.layers_edit.setPlainText("Input 784\nDense 64 relu\nDense 10")
    assert form.recipe().name == "q002-sgd-0.01, other network, learning rate 0.03"
    form.name_edit.clear()
    qtbot.keyClicks(form.name_edit, "mine")
    type_into(qtbot, form.steps.epochs_box, "3")
    assert form.recipe().name == "mine"


def test_the_seed_alone_makes_no_other_name(form, qtbot):
    type_into(qtbot, form.steps.seed_box, "7")
    assert form.recipe().name == CATALOGUE[0].name


def test_a_known_network_replaces_the_layers_and_layers_name_the_network(form):
    form.network.network_box.choose("cnn")
    assert form.recipe().network == by_name("cnn").network
    form.network.layers_edit.setPlainText("Input 784\nDense 10")
    assert form.network.network_box.value() == "softmax-10"
    form.network.layers_edit.setPlainText("Input 784\nDense 11 relu\nDense 10")
    assert form.network.network_box.value() == "own"
    assert f"{count(8755)} weights" in form.network.note.text()


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("Input 784\nDense 101", "2 to 100 outputs"),
        ("Input 784\nConv2D 8\nDense 10", "Layer 1 (Conv2D)"),
        ("Input 784\nLambda\nDense 10", "there is no layer Lambda"),
    ],
)
def test_layers_that_do_not_fit_are_explained(form, lines, words):
    form.network.layers_edit.setPlainText(lines)
    assert words in form.network.note.text()
    assert words in form.problem_label.text()
    assert form.problem_label.isVisible()
    with pytest.raises(InklingError):
        form.recipe()
    form.set_recipe(CATALOGUE[0])
    assert not form.problem_label.isVisible()


def test_a_layer_from_the_menu_goes_before_the_line_of_the_cursor(form):
    form.set_recipe(by_name("mlp-128-32"))
    cursor = form.network.layers_edit.textCursor()
    cursor.setPosition(form.network.layers_edit.toPlainText().index("Dense 32"))
    form.network.layers_edit.setTextCursor(cursor)
    menu = form.network.add_button.menu()
    next(a for a in menu.actions() if a.text() == "Dropout 0.2").trigger()
    lines = form.network.layers_edit.toPlainText().splitlines()
    assert lines == ["Input 784", "Dense 128 relu", "Dropout 0.2", "Dense 32 relu", "Dense 10"]


def test_stopping_on_a_validation_that_is_not_there_is_explained(form):
    form.stopping.stopping_box.setChecked(True)
    form.images.validation_box.choose(None)
    assert "nothing is validated on" in form.problem()
    form.stopping.monitor_box.choose("loss")
    assert form.problem() == ""


def test_a_recipe_without_a_name_is_explained(form):
    form.name_edit.setText("  ")
    assert "no name" in form.problem()


@pytest.mark.parametrize(
    "recipe",
    [
        replace(ODD, epochs=0),
        replace(ODD, optimizer=Optimizer(learning_rate=1e9)),
        replace(ODD, early_stopping=EarlyStopping("val_loss"), validation=None),
    ],
    ids=["no epochs", "huge learning rate", "watches nothing"],
)
def test_a_recipe_that_no_field_can_show_is_refused_and_the_form_kept(form, recipe):
    form.set_recipe(by_name("cnn"))
    with pytest.raises(RecipeError, match="own recipe"):
        form.set_recipe(recipe)
    assert form.recipe() == by_name("cnn")


def test_an_opened_recipe_stands_at_the_end_of_the_list(form):
    form.set_recipe(ODD)
    assert form.recipe_box.currentText() == "Something odd"
    assert form.recipe_box.count() == len(CATALOGUE) + 1
    form.set_recipe(CATALOGUE[0])
    form.recipe_box.setCurrentText("Something odd")
    assert form.recipe() == ODD


def test_while_training_only_the_learning_rate_is_open(form, qtbot):
    form.set_training(True)
    assert not form.recipe_box.isEnabled()
    assert not form.steps.epochs_box.isEnabled()
    assert not form.network.layers_edit.isEnabled()
    assert not form.optimizer.optimizer_box.isEnabled()
    with qtbot.waitSignal(form.learning_rate_entered) as entered:
        type_into(qtbot, form.optimizer.learning_rate_box, "0.002")
    assert entered.args == [0.002]
    form.set_training(False)
    assert form.recipe_box.isEnabled()
    assert form.optimizer.optimizer_box.isEnabled()


def test_momentum_is_open_for_those_that_take_it(form):
    form.optimizer.optimizer_box.choose("adam")
    assert not form.optimizer.momentum_box.isEnabled()
    form.optimizer.optimizer_box.choose("sgd")
    assert form.optimizer.momentum_box.isEnabled()


def test_the_wheel_over_a_field_scrolls_and_changes_nothing(form):
    before = form.recipe()
    box = form.steps.epochs_box
    box.clearFocus()
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert form.recipe() == before


def test_every_field_explains_itself(form):
    for part in (form.network, form.optimizer, form.steps, form.images, form.stopping):
        for field in part.findChildren(FloatBox):
            assert len(field.toolTip()) > 20
            assert field.accessibleName()


@pytest.mark.parametrize(
    ("start", "up", "down"), [(0.001, 0.002, 0.0005), (0.003, 0.005, 0.002), (1.0, 2.0, 0.5)]
)
def test_the_learning_rate_climbs_a_ladder(qtbot, start, up, down):
    box = FloatBox(1e-7, 100.0, ladder=True)
    qtbot.addWidget(box)
    box.setValue(start)
    box.stepUp()
    assert box.value() == up
    box.setValue(start)
    box.stepDown()
    assert box.value() == down


def test_steps_leave_no_rounding_crumbs(qtbot):
    box = FloatBox(0.0, 1.0)
    qtbot.addWidget(box)
    box.setSingleStep(0.1)
    for _ in range(3):
        box.stepUp()
    assert box.value() == 0.3
    assert box.text() == "0.3"


@pytest.mark.parametrize("text", ["abc", "-1", "101", "nan", "inf", "1,5"])
def test_what_is_no_allowed_number_cannot_be_entered(qtbot, text):
    box = FloatBox(0.0, 100.0)
    qtbot.addWidget(box)
    box.setValue(0.5)
    type_into(qtbot, box, text)
    assert 0.0 <= box.value() <= 100.0
    assert box.text() == "0.5" or float(box.text()) == box.value()
