"""The Train page with real clicks and the real training on the sample."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from core.errors import RecipeError
from core.recipes.catalogue import CATALOGUE, by_name
from core.recipes.recipe_file import from_json, to_json
from core.records import EpochReport, Phase, Progress
from core.reproduction.compare import RecipeTraining
from core.runs.store import RunStore
from gui.dialogs import Dialogs
from gui.pages.train.page import TrainPage
from tests.cut_off_training import cut_off
from tests.factories import history, score

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000
TINY = replace(by_name("softmax-10"), epochs=1)
ENDLESS = replace(by_name("softmax-10"), epochs=10_000)


@pytest.fixture
def page(qtbot, session, sample, theme):
    session.data.use(sample)
    page = TrainPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.findChild(object, "accuracy_plot") is not None)
    return page


def button(page, name):
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def click(qtbot, page, name):
    qtbot.mouseClick(button(page, name), LEFT)


def train(qtbot, page, session, name="start_button"):
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        click(qtbot, page, name)


def wait_for_steps(qtbot, page, session):
    training = session.training
    qtbot.waitUntil(lambda: training.progress is not None, timeout=LONG_MS)


def stop(qtbot, page, session):
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        click(qtbot, page, "stop_button")


def enabled(page):
    names = ("start_button", "continue_button", "pause_button", "stop_button")
    return [button(page, name).isEnabled() for name in names]


def epochs_drawn(page, plot="accuracy"):
    return list(page.view.curves.points((plot, "training")).x)


def feed(session, recipe, *reports):
    """Let the training service tell of a training that nobody does."""
    training = session.training
    training.started.emit(RecipeTraining(recipe))
    for report in reports:
        if isinstance(report, Progress):
            training.progressed.emit(report)
        elif isinstance(report, EpochReport):
            training.epoch_finished.emit(report)
        else:
            training.phase_changed.emit(report)


@pytest.mark.slow
def test_start_trains_what_the_form_says_and_shows_it(qtbot, page, session):
    page.form.set_recipe(TINY)
    assert enabled(page) == [True, False, False, False]
    train(qtbot, page, session)
    result = session.training.last
    assert result.recipe == TINY
    assert result.test.accuracy > 0.7
    assert f"{100 * result.test.accuracy:.2f} %" in page.view.progress.text.text()
    assert epochs_drawn(page) == epochs_drawn(page, "loss") == [1]
    assert len(page.view.curves.points(("loss", "steps"))) > 0
    assert page.view.epochs.model().rowCount() == 1
    assert page.view.recalls.columns == ((1, result.epochs[0].val_score.recalls),)
    assert page.view.findings.findChild(object, "finding_noise") is not None
    assert enabled(page) == [True, True, False, False]


def test_typed_epochs_are_trained(qtbot, page, session):
    page.form.set_recipe(TINY)
    box = page.findChild(object, "epochs_box")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "2")
    train(qtbot, page, session)
    assert len(session.training.last.epochs) == 2


def test_pause_resume_and_stop(qtbot, page, session):
    training = session.training
    page.form.set_recipe(ENDLESS)
    click(qtbot, page, "start_button")
    assert enabled(page) == [False, False, True, True]
    assert not page.form.recipe_box.isEnabled()
    wait_for_steps(qtbot, page, session)
    click(qtbot, page, "pause_button")
    assert training.stage == "paused"
    assert button(page, "pause_button").text() == "Resume"
    assert "paused in epoch" in page.view.progress.text.text()
    click(qtbot, page, "pause_button")
    assert training.stage == "running"
    stop(qtbot, page, session)
    assert training.last.ended == "stopped"
    assert enabled(page) == [True, True, False, False]
    assert page.form.recipe_box.isEnabled()


@pytest.mark.parametrize("by", ["button", "menu"])
def test_stop_says_at_once_that_it_is_stopping(qtbot, page, session, by):
    page.form.set_recipe(ENDLESS)
    click(qtbot, page, "start_button")
    wait_for_steps(qtbot, page, session)
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        if by == "button":
            click(qtbot, page, "stop_button")
        else:
            session.training.stop()
        assert button(page, "stop_button").text() == "Stopping"
        assert enabled(page) == [False, False, False, False]


def test_the_learning_rate_can_be_changed_while_it_trains(qtbot, page, session):
    training, rates = session.training, []
    training.epoch_finished.connect(lambda report: rates.append(report.learning_rate))
    page.form.set_recipe(ENDLESS)
    click(qtbot, page, "start_button")
    qtbot.waitUntil(lambda: len(rates) > 0, timeout=LONG_MS)
    box = page.findChild(object, "learning_rate_box")
    assert box.isEnabled()
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "0.0002")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rates[-1] == pytest.approx(0.0002), timeout=LONG_MS)
    assert rates[0] == pytest.approx(0.001)
    stop(qtbot, page, session)


@pytest.mark.slow
def test_continue_goes_on_in_the_same_plots_and_new_clears_them(qtbot, page, session):
    page.form.set_recipe(TINY)
    train(qtbot, page, session)
    assert button(page, "continue_button").text() == "Continue for 1 more"
    assert "epochs 2 to 2" in page.findChild(object, "start_note").text()
    train(qtbot, page, session, "continue_button")
    assert epochs_drawn(page) == [1, 2]
    assert page.view.epochs.model().rowCount() == 2
    train(qtbot, page, session)
    assert epochs_drawn(page) == [1]
    assert page.view.epochs.model().rowCount() == 1


@pytest.mark.slow
def test_a_kept_run_that_goes_on_is_drawn_from_its_first_epoch_and_to_its_last(
    qtbot, page, session, home_folder, sample
):
    cut_off(RunStore(home_folder / "runs"), replace(TINY, epochs=3), sample)
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        session.runs.continue_run(1)
    assert epochs_drawn(page) == [1, 2, 3]
    assert page.view.epochs.model().rowCount() == 3
    assert button(page, "continue_button").text() == "Continue for 3 more"


@pytest.mark.slow
def test_the_best_epoch_of_a_second_count_is_one_of_its_own(qtbot, page, session):
    page.form.set_recipe(TINY)
    train(qtbot, page, session)
    train(qtbot, page, session, "continue_button")
    assert page.view.curves.best.epoch == 2


def test_two_clicks_start_a_recipe_of_the_gallery(qtbot, page, session):
    training = session.training
    click(qtbot, page, "gallery_button")
    qtbot.waitUntil(lambda: page.findChild(object, "recipe_gallery") is not None)
    with qtbot.waitSignal(training.started) as started:
        click(qtbot, page, "start_q002-sgd-0.01")
    assert started.args == [RecipeTraining(by_name("q002-sgd-0.01"))]
    assert page.form.recipe() == by_name("q002-sgd-0.01")
    assert list(page.view.curves.points(("loss", "published_training")).y[:1]) == [315.4696]
    stop(qtbot, page, session)


def test_without_data_or_with_a_wrong_form_nothing_starts(qtbot, session, sample, theme):
    page = TrainPage(session, theme)
    qtbot.addWidget(page)
    page.show()
    assert enabled(page) == [False, False, False, False]
    session.data.use(sample)
    assert enabled(page) == [True, False, False, False]
    page.form.network.layers_edit.setPlainText("Input 784\nDense 9")
    assert enabled(page) == [False, False, False, False]
    assert (
        "has 9 outputs, and the data have 10 classes"
        in page.findChild(object, "problem_label").text()
    )
    page.form.network.layers_edit.setPlainText("Input 784\nDense 10")
    assert enabled(page) == [True, False, False, False]


def test_reports_are_shown_as_they_come(qtbot, page, session):
    feed(session, by_name("cnn"), Phase("compiling"))
    assert "compiling" in page.view.progress.text.text()
    feed(session, by_name("cnn"), Progress(1, 5, 10, 100, 2.0, 0.3, 30.0))
    assert "epoch 1 of 5" in page.view.progress.text.text()
    assert page.view.progress.left.text() == "30 s left"
    feed(session, by_name("cnn"), *history([0.4, 0.4], val=score()))
    curve = page.view._plots.accuracy_plot._curves["training"]
    qtbot.waitUntil(lambda: curve.getData()[0] is not None)
    assert list(curve.getData()[0]) == [1, 2]
    assert "best epoch 1" in page.findChild(object, "best_epoch").text()


def test_a_training_that_fails_says_so_and_frees_the_form(page, session):
    feed(session, TINY, Phase("loading"))
    session.training.ended.emit()
    assert "without a result" in page.view.progress.text.text()
    assert enabled(page)[0]


def test_the_published_curve_belongs_to_its_own_recipe_only(page, session):
    key = ("accuracy", "published_training")
    recipe = by_name("q001-lost-digit")
    feed(session, replace(recipe, seed=3, epochs=2))
    assert len(page.view.curves.points(key)) == 40
    feed(session, replace(recipe, batch_size=32))
    assert len(page.view.curves.points(key)) == 0


def test_the_ways_on_from_a_result(qtbot, page, session):
    assert not button(page, "see_mistakes_button").isVisible()
    page.form.set_recipe(TINY)
    train(qtbot, page, session)
    ways = page.view.tabs.cornerWidget()
    qtbot.waitUntil(lambda: ways.width() >= ways.sizeHint().width() > 100)
    for name, leads_to in (
        ("see_mistakes_button", "mistakes"),
        ("compare_runs_button", "runs"),
    ):
        with qtbot.waitSignal(page.page_requested) as requested:
            click(qtbot, page, name)
        assert requested.args == [leads_to]


def test_a_page_that_is_made_later_shows_the_training_before(qtbot, page, session, theme):
    page.form.set_recipe(TINY)
    train(qtbot, page, session)
    late = TrainPage(session, theme)
    qtbot.addWidget(late)
    assert epochs_drawn(late) == [1]
    assert late.view.progress.text.text() == page.view.progress.text.text()


def test_the_layers_follow_the_form(page):
    page.form.set_recipe(by_name("t003-model1"))
    assert "104,938" in page.view.layers.totals.text().replace("104938", "104,938")
    page.form.network.layers_edit.setPlainText("Input 784\nDense 10")
    assert page.view.layers.table.rowCount() == 1


def test_a_recipe_is_saved_opened_and_exported(page, session, tmp_path):
    path = tmp_path / "mine"
    page.files.dialogs = Dialogs(
        save_file=lambda _parent, question: path.with_suffix(question.start.suffix),
        open_file=lambda _parent, _question: path.with_suffix(".json"),
    )
    odd = replace(by_name("cnn"), seed=77, epochs=3)
    page.form.set_recipe(odd)
    page.files.save_action.trigger()
    page.files.export_action.trigger()
    assert from_json(path.with_suffix(".json").read_text(encoding="utf-8")) == odd
    assert "import keras" in path.with_suffix(".py").read_text(encoding="utf-8")
    page.form.set_recipe(CATALOGUE[0])
    page.files.open_action.trigger()
    assert page.form.recipe() == odd
    assert session.preferences.recipes_folder == tmp_path


@pytest.mark.parametrize(
    "content",
    [b"{", b"\xff\xfe\x00", to_json(replace(TINY, epochs=10**7)).encode()],
    ids=["no JSON", "no text", "beyond the form"],
)
def test_a_file_that_is_no_recipe_is_refused_and_the_form_kept(
    page, session, tmp_path, content
):
    errors = []
    session.failed.connect(errors.append)
    before = page.form.recipe()
    path = tmp_path / "recipe.json"
    path.write_bytes(content)
    page.open_file(path)
    page.open_file(tmp_path / "missing.json")
    assert [type(error) for error in errors] == [RecipeError, RecipeError]
    assert page.form.recipe() == before


def test_the_preview_shows_64_changed_digits(qtbot, page, sample):
    page.form.augmentation.augmentation_box.setChecked(True)
    page.form.augmentation.preview_requested.emit()
    preview = page.findChild(object, "augmentation_preview")
    qtbot.waitUntil(lambda: len(preview.sheet.images) == 64, timeout=LONG_MS)
    first = preview.sheet.images
    known = {image.tobytes() for image in sample.train_images}
    assert sum(image.tobytes() in known for image in first) < 8
    qtbot.mouseClick(preview.again_button, LEFT)
    qtbot.waitUntil(lambda: not np.array_equal(preview.sheet.images, first), timeout=LONG_MS)
    preview.close()


def test_the_parting_of_the_page_is_remembered(qtbot, page, session, theme):
    handle = page.splitter.handle(1)
    qtbot.mousePress(handle, LEFT)
    qtbot.mouseMove(handle, handle.rect().center() + QPoint(60, 0))
    qtbot.mouseRelease(handle, LEFT)
    width = page.splitter.sizes()[0]
    assert width > 350
    again = TrainPage(session, theme)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    assert again.splitter.sizes()[0] == width
    qtbot.waitUntil(lambda: again.findChild(object, "accuracy_plot") is not None)


def test_every_button_explains_itself(page):
    names = ("gallery_button", "start_button", "continue_button", "pause_button", "stop_button")
    for name in names:
        assert len(button(page, name).toolTip()) > 20


@pytest.mark.slow
def test_plots_are_not_imported_with_the_page():
    code = (
        "import sys, gui.pages.train.page\n"
        "heavy = {'pyqtgraph', 'tensorflow', 'keras'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    root = Path(__file__).parents[4]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, timeout=60)


RAW = replace(by_name("q002-sgd-0.01"), name="raw", epochs=1, train_images=300, test_images=100)


def test_what_speaks_against_a_recipe_is_shown_before_it_is_trained(qtbot, page, session):
    page.form.set_recipe(RAW)
    qtbot.waitUntil(lambda: page.findChild(object, "finding_raw-pixels") is not None)
    page.form.set_recipe(by_name("mlp-128-32"))
    qtbot.waitUntil(lambda: page.findChild(object, "finding_raw-pixels") is None)
    assert page.view.findings.shown == ()


@pytest.mark.slow
def test_a_cure_is_tried_by_one_click_and_undone_by_another(qtbot, page, session):
    page.form.set_recipe(RAW)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "cure_raw-pixels") is not None)
    train(qtbot, page, session, "cure_raw-pixels")
    assert session.training.last.recipe.network.pixels == "unit"
    assert page.form.recipe().network.pixels == "unit"
    assert page.findChild(object, "finding_raw-pixels") is None
    click(qtbot, page, "undo_cure_button")
    assert page.form.recipe() == RAW
    assert page.findChild(object, "cured_line") is None


def test_after_a_restart_the_last_training_is_shown_and_goes_on(
    qtbot, ready_session, theme, home_folder, sample
):
    recipe = replace(by_name("softmax-10"), epochs=3)
    cut_off(RunStore(home_folder / "runs"), recipe, sample)
    page = TrainPage(ready_session, theme)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(ready_session.runs.last_found):
        ready_session.runs.look_for_last()
    assert page.view.progress.left.text() == "interrupted, 1 epoch"
    assert button(page, "continue_button").text() == "1 of 3 trained: continue to 3"
    with qtbot.waitSignal(ready_session.training.ended, timeout=LONG_MS):
        click(qtbot, page, "continue_button")
    assert ready_session.training.last.state.epoch == 3


def test_a_training_that_could_not_begin_leaves_no_run_and_no_findings(
    qtbot, page, session, home_folder
):
    few = replace(by_name("softmax-10"), train_images=1, validation=0.5)
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        session.training.start(few)
    assert RunStore(home_folder / "runs").runs() == ()
    assert page.view.tabs.tabText(0) == "Findings"
    assert "ended without a result" in page.view.progress.text.text()
