"""The Experiments page, by clicks: ask, watch, stop, go on, read the answer."""

from dataclasses import replace

import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPushButton

from core.experiments import local
from core.experiments.catalogue import EXPERIMENTS
from core.experiments.fields import short_name
from core.experiments.suggest import suggested_values
from gui.pages.experiments.effect_view import without_shared_beginning
from gui.pages.experiments.page import ExperimentsPage
from gui.pages.experiments.settings_table import SettingsTable
from gui.pages.train.form_parts import VaryButton
from gui.pages.train.page import TrainPage
from gui.widgets.vary_dialog import VaryDialog
from tests.core.experiments.kept import DATA, HandWorkers, HeldWorkers
from tests.core.runs.stored_runs import RECIPE

LEFT = Qt.MouseButton.LeftButton


def right(recipe):
    """How many images a training reads: more with a higher rate, and by its seed."""
    return 10 + recipe.seed % 3 + round(10 * recipe.optimizer.learning_rate)


@pytest.fixture
def made(monkeypatch):
    """The workers that experiments got, in place of processes."""
    given = []
    kinds = {"next": lambda: HandWorkers(right=right)}

    def make(capacity, dataset):
        assert dataset is DATA
        given.append(kinds["next"]())
        return given[-1]

    monkeypatch.setattr(local, "LocalWorkers", make)
    return given, kinds


@pytest.fixture
def page(qtbot, session, theme):
    session.data.use(DATA)
    page = ExperimentsPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    with qtbot.waitSignal(session.experiments.listed):
        page.show()
    return page


def text(page, name):
    return page.findChild(QLabel, name).text()


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), LEFT)


def ask(qtbot, page, session, values="0.1, 0.5", seeds=3):
    """Fill in the dialog and press Start."""
    dialog = page.ask(replace(RECIPE, epochs=2))
    dialog.values_edits[0].setText(values)
    dialog.seeds_box.setValue(seeds)
    with qtbot.waitSignal(session.experiments.began, raising=False, timeout=3000):
        qtbot.mouseClick(dialog.start_button, LEFT)


def rows(page):
    model = page.findChild(SettingsTable).settings_model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_an_empty_page_says_what_will_be_here(page):
    assert "which differences are real" in text(page, "experiments_empty_button_text")
    menu = page.findChild(QPushButton, "experiments_empty_button").menu()
    said = [action.text() for action in menu.actions()]
    assert said[-len(EXPERIMENTS) :] == [experiment.name for experiment in EXPERIMENTS]


def test_a_question_is_asked_trained_and_answered(qtbot, page, session, made):
    with qtbot.waitSignal(session.experiments.ended, timeout=20_000):
        ask(qtbot, page, session)
    qtbot.waitUntil(lambda: "6 of 6" in text(page, "experiment_text"))
    assert [row[:2] for row in rows(page)] == [
        ["0.1", "3"],
        ["0.5", "3"],
    ]
    model = page.findChild(SettingsTable).settings_model
    assert model.headerData(0, Qt.Orientation.Horizontal) == "learning_rate"
    assert (
        rows(page)[0][2].replace("\N{NO-BREAK SPACE}", " ")
        == "60.00 \N{PLUS-MINUS SIGN} 5.00 %"
    )
    verdicts = text(page, "experiment_verdicts")
    # All pairs differ by the same: an honest interval cannot be told.
    assert "learning_rate 0.5 is better than learning_rate 0.1 by the same 20.00" in verdicts
    assert "other seeds, not of other images" in verdicts
    assert "learning_rate 0.1" in text(page, "curve_names")
    # Accuracies and their band fill the plot: it does not begin at 0.
    (_, (least, _)) = page.findChild(PlotWidget, "band_accuracy_plot").viewRange()
    assert least > 0
    page._tabs.setCurrentIndex(2)
    assert page._effects.field_box.currentText() == "learning_rate"
    assert not page.grab().isNull()
    assert page.findChild(QListWidget).count() == 1


def test_two_fields_make_a_heat_map(qtbot, page, session, made):
    dialog = page.ask(replace(RECIPE, epochs=1))
    dialog.values_edits[0].setText("0.1, 0.5")
    dialog.field_boxes[1].setCurrentText("pixels")
    dialog.values_edits[1].setText("raw, unit")
    dialog.seeds_box.setValue(1)
    with qtbot.waitSignal(session.experiments.ended, timeout=20_000):
        qtbot.mouseClick(dialog.start_button, LEFT)
    box = page._effects.field_box
    qtbot.waitUntil(lambda: "4 of 4" in text(page, "experiment_text"))
    assert [box.itemText(n) for n in range(box.count())][:2] == ["learning_rate", "pixels"]
    box.setCurrentIndex(2)
    described = page._effects.heat.accessibleDescription()
    assert "raw" in described
    assert described.startswith("0.1: ")
    page._tabs.setCurrentIndex(2)
    assert not page.grab().isNull()


def test_the_dialog_says_what_it_comes_to_and_what_is_wrong(qtbot, page, session, made):
    dialog = page.ask(RECIPE)
    for values, said, startable in (
        ("0.1, 0.2, 0.3", "9 trainings of 3 settings", True),
        ("fast", "should be a number", False),
        ("5000", "it can be", False),
    ):
        dialog.values_edits[0].setText(values)
        qtbot.waitUntil(lambda said=said: said in dialog.plan_label.text())
        assert dialog.start_button.isEnabled() == startable


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_an_experiment_that_comes_along_is_shown_as_it_is(qtbot, page, experiment):
    dialog = page.ask(experiment.recipe, experiment)
    assert dialog.experiment() == experiment


def test_one_that_is_stopped_goes_on(qtbot, page, session, made):
    _given, kinds = made
    kinds["next"] = HeldWorkers
    ask(qtbot, page, session, seeds=1)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "experiment_stop_button").isEnabled())
    with qtbot.waitSignal(session.experiments.ended, timeout=20_000):
        click(qtbot, page, "experiment_stop_button")
    assert session.experiments.stage == "idle"
    kinds["next"] = lambda: HandWorkers(right=right)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "experiment_start_button").isEnabled())
    with qtbot.waitSignal(session.experiments.ended, timeout=20_000):
        click(qtbot, page, "experiment_start_button")
    qtbot.waitUntil(lambda: "2 of 2" in text(page, "experiment_text"))


def test_a_second_one_waits_for_the_first(qtbot, page, session, made):
    given, kinds = made
    kinds["next"] = HeldWorkers
    service = session.experiments
    ask(qtbot, page, session, seeds=1)
    with qtbot.waitSignal(service.queue_changed):
        ask(qtbot, page, session, values="0.2, 0.3", seeds=1)
    assert (service.current, service.queue) == (1, (2,))
    qtbot.waitUntil(lambda: "waits" in text(page, "experiment_detail"))
    kinds["next"] = lambda: HandWorkers(right=right)
    ended = []
    service.ended.connect(ended.append)
    given[0].free.set()
    qtbot.waitUntil(lambda: ended == [1, 2], timeout=20_000)
    assert len(given) == 2


def test_what_it_shows_is_exported(qtbot, page, session, made, tmp_path):
    with qtbot.waitSignal(session.experiments.ended, timeout=20_000):
        ask(qtbot, page, session)
    for name in ("answer.html", "trainings.csv"):
        with qtbot.waitSignal(session.experiments.exported):
            session.experiments.export(1, tmp_path / name)
    assert len((tmp_path / "trainings.csv").read_text("utf-8-sig").splitlines()) == 7
    page_text = (tmp_path / "answer.html").read_text("utf-8")
    assert "<svg" in page_text
    assert "http" not in page_text
    click(qtbot, page, "remove_experiment_button")
    qtbot.waitUntil(lambda: page.findChild(QListWidget).count() == 0)


def test_the_train_page_varies_the_recipe_in_its_form(qtbot, session, theme, made):
    session.data.use(DATA)
    train = TrainPage(session, theme)
    qtbot.addWidget(train)
    train.form.set_recipe(replace(RECIPE, epochs=1))
    qtbot.mouseClick(train.vary_button, LEFT)
    dialog = train.findChild(VaryDialog)
    dialog.values_edits[0].setText("0.1, 0.2")
    dialog.seeds_box.setValue(1)
    with (
        qtbot.waitSignal(train.page_requested) as asked,
        qtbot.waitSignal(session.experiments.ended),
    ):
        qtbot.mouseClick(dialog.start_button, LEFT)
    assert asked.args == ["experiments"]


def test_the_sign_beside_a_field_asks_for_its_values(qtbot, session, theme, made):
    session.data.use(DATA)
    train = TrainPage(session, theme)
    qtbot.addWidget(train)
    train.form.set_recipe(replace(RECIPE, epochs=1))
    rate = RECIPE.optimizer.learning_rate
    for field, values in (
        ("learning_rate", (float(f"{rate / 3:.1g}"), rate, float(f"{rate * 3:.1g}"))),
        ("pixels", ("unit", "raw")),
        ("batch_size", (RECIPE.batch_size // 2, RECIPE.batch_size, RECIPE.batch_size * 2)),
        ("train_images", (500, 1000, 2000, None)),
    ):
        qtbot.mouseClick(train.findChild(QAbstractButton, f"vary_{field}_button"), LEFT)
        dialog = train.findChildren(VaryDialog)[-1]
        (varied,) = dialog.experiment().varied
        assert short_name(varied.field) == field
        assert varied.values == values
        dialog.close()
    signs = [sign.objectName() for sign in train.findChildren(VaryButton)]
    assert len(signs) == len(set(signs)) > 12
    for sign in signs:
        field = sign.removeprefix("vary_").removesuffix("_button")
        assert field == "patience" or suggested_values(RECIPE, field)
    qtbot.mouseClick(train.findChild(QAbstractButton, "vary_patience_button"), LEFT)
    dialog = train.findChildren(VaryDialog)[-1]
    assert "no early_stopping" in dialog.plan_label.text()
    assert not dialog.start_button.isEnabled()


def test_a_recipe_with_the_last_seed_opens_and_says_why_not(qtbot, page, made):
    dialog = page.ask(replace(RECIPE, seed=2**31 - 1))
    qtbot.waitUntil(lambda: "there are not 3 seeds" in dialog.plan_label.text())
    assert not dialog.start_button.isEnabled()


@pytest.mark.parametrize(
    ("words", "shared", "left"),
    [
        (("t003-model1", "t003-model8-unit"), "t003-", ("model1", "model8-unit")),
        (("cnn", "cnn-wide"), "", ("cnn", "cnn-wide")),
        (("relu", "tanh"), "", ("relu", "tanh")),
        (("t003-model1",), "", ("t003-model1",)),
    ],
)
def test_what_all_names_begin_with_is_said_once(words, shared, left):
    assert without_shared_beginning(words) == (shared, left)
