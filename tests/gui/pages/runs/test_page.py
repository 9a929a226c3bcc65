"""The Runs page, by clicks and keys, over a real store."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableWidget

from core.recipes.catalogue import by_name
from core.records import EarlyStopping, Optimizer, TrainingState
from core.runs.recorder import record
from core.runs.store import RunStore
from gui.pages.runs.page import RunsPage
from gui.pages.runs.runs_table import RunsTable
from tests.factories import history, result, score

LEFT = Qt.MouseButton.LeftButton


def keep_run(store, dataset, network, *, seed, accuracy, **fields):
    """Keep a run as a training would, with made-up figures."""
    recipe = replace(by_name("softmax-10"), seed=seed, epochs=2, **fields)
    right = np.arange(1000) < 1000 * accuracy
    state = TrainingState(network, (np.int64(2),), 2)
    scored = score(accuracy, loss=0.4)
    epochs = history([0.5, 0.25], accuracy=accuracy, val=scored)
    with record(store, recipe, dataset) as recorder:
        for epoch in epochs:
            recorder.checkpoint(replace(state, epoch=epoch.epoch))
            recorder.report(epoch)
        ending = {"network": network, "state": state, "best_epoch": 2, "test": scored}
        recorder.finish(result(recipe, epochs, **ending), right=right)
    return recorder.run_id


@pytest.fixture
def store(home_folder, sample, ridge):
    store = RunStore(home_folder / "runs")
    for seed, accuracy in enumerate((0.80, 0.90, 0.81)):
        keep_run(store, sample, ridge, seed=seed, accuracy=accuracy)
    store.rename(2, "the good one")
    return store


@pytest.fixture
def page(qtbot, store, ready_session, theme):
    page = RunsPage(ready_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    qtbot.waitUntil(lambda: names(page) != [])
    return page


def names(page):
    return [run.name for run in page.findChild(RunsTable).runs_model.runs]


def ids(page):
    return [run.id for run in page.findChild(RunsTable).runs_model.runs]


def choose(qtbot, page, session, *run_ids):
    with qtbot.waitSignal(session.runs.compared):
        page.findChild(RunsTable).select_ids(set(run_ids))


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), LEFT)


def test_runs_are_listed_newest_first(page):
    assert ids(page) == [3, 2, 1]


def test_clicking_a_column_sorts_by_it(qtbot, page):
    header = page.findChild(RunsTable).horizontalHeader()
    header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: ids(page) == [2, 3, 1])


def test_typing_filters_the_list(qtbot, page):
    qtbot.keyClicks(page.findChild(QLineEdit, "runs_filter"), "good")
    qtbot.waitUntil(lambda: names(page) == ["the good one"])


def test_a_filter_that_fits_no_run_keeps_the_table_and_the_filter(qtbot, page):
    qtbot.keyClicks(page.findChild(QLineEdit, "runs_filter"), "nonsense")
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.findChild(QLineEdit, "runs_filter").isVisible()


def test_editing_the_name_in_place_renames_the_run(qtbot, page, store):
    model = page.findChild(RunsTable).runs_model
    model.setData(model.index(0, 0), "mine")
    qtbot.waitUntil(lambda: names(page)[0] == "mine")
    assert store.run(3).name == "mine"


def test_the_button_says_what_continue_would_do(qtbot, page, session, store, sample, ridge):
    button = page.findChild(QPushButton, "continue_run_button")
    assert not button.isEnabled()
    choose(qtbot, page, session, 1)
    assert (button.text(), button.isEnabled()) == ("Continue for 2 more", True)
    choose(qtbot, page, session, 1, 2)
    assert (button.text(), button.isEnabled()) == ("Continue", False)
    recipe = replace(by_name("softmax-10"), epochs=10)
    with record(store, recipe, sample) as recorder:
        recorder.checkpoint(TrainingState(ridge, (np.int64(1),), 1))
        recorder.report(history([0.5])[0])
        session.runs.refresh()
        qtbot.waitUntil(lambda: 4 in ids(page))
        choose(qtbot, page, session, 4)
        assert not button.isEnabled()  # It runs.
    session.runs.refresh()
    qtbot.waitUntil(button.isEnabled)
    assert button.text() == "1 of 10 trained: continue to 10"


def test_deleted_runs_come_back_by_undo(qtbot, page, session):
    choose(qtbot, page, session, 1, 3)
    click(qtbot, page, "delete_runs_button")
    qtbot.waitUntil(lambda: ids(page) == [2])
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "undo_delete_button") is not None)
    click(qtbot, page, "undo_delete_button")
    qtbot.waitUntil(lambda: ids(page) == [3, 2, 1])


def test_two_chosen_runs_are_compared_by_interval_and_mcnemar(qtbot, page, session):
    choose(qtbot, page, session, 1, 2)
    verdicts = page.findChild(QLabel, "verdicts").text()
    assert "likely real" in verdicts
    assert "by the first alone: 0" in verdicts or "by the first alone: 100" in verdicts
    accuracies = page.findChild(QTableWidget, "accuracies_table")
    assert [accuracies.item(row, 1).text() for row in range(2)] == ["90.00 %", "80.00 %"]


def test_what_differs_in_the_recipes_is_listed(qtbot, page, session):
    choose(qtbot, page, session, 1, 2)
    table = page.findChild(QTableWidget, "differences_table")
    rows = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert rows == ["seed"]


def test_seeds_of_one_recipe_get_mean_and_deviation(qtbot, page, session):
    choose(qtbot, page, session, 1, 2, 3)
    assert "3 seeds: mean 83.67 %, standard deviation 5.51 %" in (
        page.findChild(QLabel, "verdicts").text()
    )


def test_what_runs_show_together_is_said_where_it_is_more_than_their_figures(
    qtbot, page, session, monkeypatch
):
    choose(qtbot, page, session, 1, 3)
    findings = page.findChild(QLabel, "runs_findings")
    # Image by image the difference is real: that it may be chance is not said beside it.
    assert "likely real" in page.findChild(QLabel, "verdicts").text()
    assert findings.isHidden()
    monkeypatch.setattr(RunStore, "answers_right", lambda _store, _run: None)
    choose(qtbot, page, session, 1, 2)
    assert findings.isHidden()
    choose(qtbot, page, session, 1, 3)
    assert "may be chance" in findings.text()
    assert not findings.isHidden()


def test_the_network_of_a_run_is_used_by_one_click(qtbot, page, ready_session, ridge):
    choose(qtbot, page, ready_session, 2)
    with qtbot.waitSignal(ready_session.networks.changed):
        click(qtbot, page, "open_run_button")
    opened = ready_session.networks.current
    assert opened.name == "the good one"
    assert np.array_equal(opened.network.weights[0], ridge.weights[0])


def test_plots_of_chosen_runs_are_drawn_and_exported(qtbot, page, session, tmp_path):
    choose(qtbot, page, session, 1, 2)
    for name in ("plots.png", "plots.svg"):
        page._plots.menu.dialogs.save_file = lambda _parent, _question, n=name: tmp_path / n
        page._actions.requested.emit("plots")
        assert (tmp_path / name).stat().st_size > 1000


def test_the_key_above_the_plots_names_every_run_and_reads_the_values(qtbot, page, session):
    choose(qtbot, page, session, 1, 2)
    key = page._plots.keys["accuracy"]
    assert key.text() == "the good one #2   softmax-10 #1"
    qtbot.keyClick(page._plots.plots["loss"], Qt.Key.Key_Left)
    assert key.text() == "epoch 2   the good one #2 90.00 %   softmax-10 #1 80.00 %"
    looks = [entry.look for entry in key._entries]
    assert looks[0].line != looks[1].line
    assert looks[0].symbol != looks[1].symbol
    assert not key.geometry().intersects(page._plots.plots["accuracy"].geometry())


def test_training_and_a_logarithmic_loss_are_drawn_on_demand(qtbot, page, session):
    choose(qtbot, page, session, 1)
    plot = page._plots.plots["loss"]
    assert len(plot.listDataItems()) == 1
    page._plots.training_box.click()
    assert len(plot.listDataItems()) == 2
    page._plots.logarithmic_box.click()
    assert plot.getPlotItem().getAxis("left").logMode


def test_the_chosen_runs_bear_their_swatch_in_the_table(qtbot, page, session):
    choose(qtbot, page, session, 1, 3)
    model = page.findChild(RunsTable).runs_model
    swatches = [
        model.data(model.index(row, 0), Qt.ItemDataRole.DecorationRole) for row in range(3)
    ]
    assert [swatch is not None for swatch in swatches] == [True, False, True]


def test_a_pinned_run_stays_beside_whatever_is_chosen(qtbot, page, session):
    choose(qtbot, page, session, 2)
    with qtbot.waitSignal(session.runs.compared):
        click(qtbot, page, "pin_run_button")
    choose(qtbot, page, session, 1)
    accuracies = page.findChild(QTableWidget, "accuracies_table")
    rows = [[accuracies.item(row, c).text() for c in (0, 1, 3)] for row in range(2)]
    assert rows == [
        ["the good one #2", "90.00 %", "\N{EN DASH}"],
        ["softmax-10 #1", "80.00 %", "\N{MINUS SIGN}10.00"],
    ]
    choose(qtbot, page, session, 2)
    assert page.findChild(QPushButton, "pin_run_button").text() == "Unpin baseline"


def test_delete_deletes_and_undo_brings_back_by_keys(qtbot, page, session):
    choose(qtbot, page, session, 1)
    qtbot.keyClick(page.findChild(RunsTable), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: ids(page) == [3, 2])
    notice = page.findChild(QLabel, "runs_notice_text")
    qtbot.waitUntil(lambda: notice.text() == "1 run deleted.")
    page.edit("undo")
    qtbot.waitUntil(lambda: ids(page) == [3, 2, 1])


def test_the_run_that_ended_comes_beside_the_one_before(qtbot, page, session):
    page.findChild(QLineEdit, "runs_filter").setText("nonsense")
    qtbot.waitUntil(lambda: page.findChild(QLabel, "no_run_fits").isVisible())
    session.runs.show_last_together()
    qtbot.waitUntil(lambda: page.findChild(RunsTable).chosen_ids() == (3, 2))


def test_columns_are_as_wide_as_their_words_whenever_runs_come(qtbot, page, session, store):
    store.rename(1, "a much longer name than any of the others here")
    session.runs.refresh()
    qtbot.waitUntil(lambda: "a much longer name" in names(page)[2])
    table = page.findChild(RunsTable)
    page.resize(1800, 720)
    for column in range(table.model().columnCount() - 1):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
    # Where there is less room a long name gives way, so that the rest is seen.
    page.resize(1000, 720)
    assert table.columnWidth(0) < table.sizeHintForColumn(0)


def test_the_rows_that_are_chosen_are_copied_as_a_table(qtbot, page, session, qapp):
    choose(qtbot, page, session, 2)
    page.edit("copy")
    titles, row = (line.split("\t") for line in qapp.clipboard().text().splitlines())
    assert dict(zip(titles, row, strict=True))["Test accuracy"] == "90.00 %"


def test_differences_are_said_in_plain_words(qtbot, page, session, store, sample, ridge):
    slow = {"optimizer": Optimizer("sgd", 0.03), "validation": None}
    other = keep_run(store, sample, ridge, seed=0, accuracy=0.7, **slow)
    session.runs.refresh()
    qtbot.waitUntil(lambda: other in ids(page))
    choose(qtbot, page, session, 1, other)
    table = page.findChild(QTableWidget, "differences_table")
    rows = {
        table.item(row, 0).text(): [table.item(row, column).text() for column in (1, 2)]
        for row in range(table.rowCount())
    }
    assert rows == {
        "optimizer": ["SGD", "Adam"],
        "learning rate": ["0.03", "0.001"],
        "validation": ["\N{EN DASH}", "0.1"],
    }


def test_figures_are_exported_as_csv(qtbot, page, ready_session, tmp_path):
    with qtbot.waitSignal(ready_session.runs.exported):
        ready_session.runs.export_csv(tmp_path / "runs.csv", (1, 2))
    assert len((tmp_path / "runs.csv").read_text("utf-8-sig").splitlines()) == 5


def test_without_runs_the_page_leads_to_training(qtbot, session, theme):
    page = RunsPage(session, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.page_requested) as asked:
        click(qtbot, page, "runs_empty_button")
    assert asked.args == ["train"]


def test_selection_by_keys_reaches_the_comparison(qtbot, page, session):
    table = page.findChild(RunsTable)
    with qtbot.waitSignal(session.runs.compared):
        table.selectionModel().setCurrentIndex(
            table.runs_model.index(0, 0), QItemSelectionModel.SelectionFlag.SelectCurrent
        )
    with qtbot.waitSignal(session.runs.compared):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.chosen_ids()) == 2


def test_a_run_with_values_that_are_no_longer_allowed_is_listed_and_hovered(
    qtbot, page, session, store, sample, ridge
):
    old = {"early_stopping": EarlyStopping("loss", 0), "weight_average": 1.0}
    old_run = keep_run(store, sample, ridge, seed=9, accuracy=0.7, **old)
    session.runs.refresh()
    qtbot.waitUntil(lambda: old_run in ids(page))
    model = page.findChild(RunsTable).runs_model
    row = ids(page).index(old_run)
    for column in range(model.columnCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            model.data(model.index(row, column), role)
    tip = model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
    assert tip == "One layer, ten outputs"
    choose(qtbot, page, session, 1, old_run)


@pytest.mark.slow
def test_two_runs_are_compared_by_their_mistakes(qtbot, page, ready_session):
    button = page.findChild(QPushButton, "compare_mistakes_button")
    choose(qtbot, page, ready_session, 1)
    assert not button.isEnabled()
    choose(qtbot, page, ready_session, 1, 3)
    with qtbot.waitSignals(
        [page.page_requested, ready_session.versus.compared],
        timeout=60_000,
        check_params_cbs=[lambda key: key == "mistakes", bool],
    ):
        button.click()
    assert ready_session.networks.current.run_id == 1
