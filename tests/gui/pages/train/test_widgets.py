"""The parts of the Train page that need no session."""

from __future__ import annotations

from math import nan

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from core.diagnosis.findings import findings
from core.recipes.catalogue import CATALOGUE, by_name
from core.records import (
    EpochReport,
    Phase,
    Progress,
    Score,
)
from core.runs.continuing import Plan
from gui.pages.train.findings.findings_list import FindingsList
from gui.pages.train.form.augmentation_preview import AugmentationPreview
from gui.pages.train.form.recipe_gallery import RecipeGallery
from gui.pages.train.run.epoch_table import EpochModel, EpochTable
from gui.pages.train.run.layer_table import LayerTable
from gui.pages.train.run.recall_heatmap import RecallHeatmap
from gui.pages.train.run.run_buttons import RunButtons, RunState
from gui.pages.train.run.run_progress import RunProgress
from gui.words import count
from tests.factories import epoch_report, history, result, score

LEFT = Qt.MouseButton.LeftButton
RECIPE = by_name("mlp-128-32")


def outcome(**ending):
    return result(RECIPE, history([0.5] * 3), seconds=65.0, **ending)


class TestProgress:
    @pytest.fixture
    def progress(self, qtbot, theme):
        progress = RunProgress(theme)
        qtbot.addWidget(progress)
        progress.show()
        return progress

    def test_phases_are_said_and_the_bar_is_busy(self, progress):
        progress.begin(RECIPE.name)
        progress.show_phase(Phase("compiling"))
        assert progress.text.text() == "mlp-128-32: compiling the network"
        assert progress.bar.maximum() == 0

    def test_it_says_epoch_and_time_left(self, progress):
        progress.begin(RECIPE.name)
        progress.show_progress(Progress(3, 10, 50, 100, 0.5, 0.9, 125.0))
        assert progress.text.text() == "mlp-128-32: epoch 3 of 10"
        assert progress.left.text() == "2 min 5 s left"

    def test_the_bar_counts_the_epochs_of_this_training_only(self, progress):
        progress.begin(RECIPE.name)
        progress.show_progress(Progress(4, 5, 0, 100, 0.5, 0.9, 9.0, first_epoch=4))
        assert progress.bar.value() == 0
        progress.show_progress(Progress(5, 5, 50, 100, 0.5, 0.9, 9.0, first_epoch=4))
        assert progress.bar.value() == 0.75 * progress.bar.maximum()

    def test_a_pause_is_said_and_taken_back(self, progress):
        progress.begin(RECIPE.name)
        progress.show_progress(Progress(1, 5, 50, 100, 0.5, 0.9, 9.0))
        progress.show_paused(True)
        assert progress.text.text() == "mlp-128-32: paused in epoch 1 of 5"
        assert progress.left.text() == ""
        progress.show_paused(False)
        assert progress.left.text() == "9 s left"

    def test_the_result_comes_with_interval_and_published_figure(self, progress):
        progress.begin(RECIPE.name)
        progress.show_result(outcome(test=score(0.978, images=10_000)), published=0.9789)
        assert progress.text.text() == "mlp-128-32: 97.80 % on test"
        assert progress.left.text() == "3 epochs in 1 min 5 s"
        assert "97.49 % to 98.07 %" in progress.details.text()
        assert "published 97.89 %" in progress.details.text()
        assert progress.bar.value() == progress.bar.maximum()
        progress.begin(RECIPE.name)
        assert not progress.details.isVisible()

    @pytest.mark.parametrize(
        ("ended", "word"),
        [("stopped", "stopped"), ("early", "early"), ("diverged", "no number")],
    )
    def test_other_endings_are_named(self, progress, ended, word):
        progress.begin(RECIPE.name)
        progress.show_result(outcome(ended=ended))
        assert word in progress.left.text()


class TestButtons:
    @pytest.fixture
    def buttons(self, qtbot):
        buttons = RunButtons()
        qtbot.addWidget(buttons)
        buttons.show()
        return buttons

    def enabled(self, buttons):
        all_buttons = (
            buttons.start_button,
            buttons.continue_button,
            buttons.pause_button,
            buttons.stop_button,
        )
        return [button.isEnabled() for button in all_buttons]

    def test_each_state_allows_what_can_be_done(self, buttons):
        assert self.enabled(buttons) == [False, False, False, False]
        buttons.set_state(RunState(startable=True))
        assert self.enabled(buttons) == [True, False, False, False]
        buttons.set_state(RunState(startable=True, continues=("cnn", Plan(3, 8, again=False))))
        assert self.enabled(buttons) == [True, True, False, False]
        buttons.set_state(RunState(startable=True, stage="running"))
        assert self.enabled(buttons) == [False, False, True, True]
        buttons.set_state(RunState(stage="stopping"))
        assert self.enabled(buttons) == [False, False, False, False]

    def test_new_and_continue_are_told_apart_in_words(self, buttons):
        goes_on = ("cnn", Plan(3, 8, again=False))
        buttons.set_state(RunState(startable=True, seed=7, continues=goes_on))
        assert buttons.continue_button.text() == "3 of 8 trained: continue to 8"
        assert "fresh weights from seed 7" in buttons.note.text()
        assert "weights and optimizer state of cnn, epochs 4 to 8" in buttons.note.text()
        buttons.set_state(RunState(continues=("cnn", Plan(8, 16, again=True))))
        assert buttons.continue_button.text() == "Continue for 8 more"
        assert "epochs 9 to 16" in buttons.note.text()

    def test_the_pause_button_resumes_a_pause(self, buttons, qtbot):
        buttons.set_state(RunState(stage="running"))
        with qtbot.waitSignal(buttons.pause_requested):
            qtbot.mouseClick(buttons.pause_button, LEFT)
        buttons.set_state(RunState(stage="paused"))
        assert buttons.pause_button.text() == "Resume"
        with qtbot.waitSignal(buttons.resume_requested):
            qtbot.mouseClick(buttons.pause_button, LEFT)


class TestGallery:
    @pytest.fixture
    def gallery(self, qtbot, theme):
        gallery = RecipeGallery(CATALOGUE, theme)
        qtbot.addWidget(gallery)
        gallery.show()
        return gallery

    def test_every_recipe_has_a_card_that_says_what_it_shows(self, gallery):
        assert [card.recipe for card in gallery.cards] == list(CATALOGUE)
        assert all(card.isVisible() and card.parentWidget() for card in gallery.cards)

    def test_one_click_on_a_card_starts_it(self, gallery, qtbot):
        started = []
        gallery.start_requested.connect(started.append)
        for card in gallery.cards:
            gallery.show()
            qtbot.mouseClick(card.start_button, LEFT)
            assert not gallery.isVisible()
        assert started == list(CATALOGUE)

    def test_a_card_can_be_shown_in_the_form_instead(self, gallery, qtbot):
        show = gallery.findChild(object, "show_cnn")
        with qtbot.waitSignal(gallery.chosen) as chosen:
            qtbot.mouseClick(show, LEFT)
        assert chosen.args == [by_name("cnn")]

    def test_typing_finds_recipes(self, gallery, qtbot):
        qtbot.keyClicks(gallery.filter_edit, "lost-digit")
        shown = [card.recipe.name for card in gallery.cards if card.isVisible()]
        assert shown == ["q001-lost-digit"]
        gallery.filter_edit.clear()
        assert all(card.isVisible() for card in gallery.cards)

    def test_nothing_starts_without_data(self, gallery):
        gallery.set_startable(False)
        assert not any(card.start_button.isEnabled() for card in gallery.cards)


def cells(table, row):
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


@pytest.mark.parametrize(
    ("name", "total"),
    [("t003-model1", 104_938), ("t003-model7", 242_762), ("t003-model4", 109_386)],
)
def test_the_layer_table_counts_as_keras_does(qtbot, name, total):
    table = LayerTable()
    qtbot.addWidget(table)
    table.show_network(by_name(name).network)
    assert cells(table.table, 0)[1] in ("(None, 128)", "(None, 256)")
    assert table.totals.text() == f"{count(total)} parameters, all of them trained"


def test_the_layer_table_names_layers_as_keras_does(qtbot):
    table = LayerTable()
    qtbot.addWidget(table)
    table.show_network(by_name("t003-model1").network)
    rows = [cells(table.table, row) for row in range(3)]
    assert rows == [
        ["dense (Dense)", "(None, 128)", count(100_480)],
        ["dense_1 (Dense)", "(None, 32)", count(4128)],
        ["dense_2 (Dense)", "(None, 10)", "330"],
    ]


def test_a_long_training_does_not_make_an_epoch_dearer_to_show(qtbot, monkeypatch):
    """The figures of earlier epochs are not asked for again when another comes."""
    asked = []
    data = EpochModel.data
    monkeypatch.setattr(
        EpochModel, "data", lambda self, *of: asked.append(of[0].row()) or data(self, *of)
    )
    table = EpochTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    for epoch in range(1, 101):
        asked.clear()
        table.add(epoch_report(epoch))
        assert set(asked) == {epoch - 1}


def test_the_epoch_table_has_a_row_an_epoch(qtbot):
    table = EpochTable()
    qtbot.addWidget(table)
    table.add(epoch_report(1, seconds=1.2, val=score(0.8, loss=0.2)))
    table.add(EpochReport(2, 0.25, 0.95, 0.0005, 12.0))
    assert cells(table, 0) == [
        "1", "0.5000", "90.00 %", "0.2000", "80.00 %", "80.00 %", "0.00 %", "0.001", "1.2 s",
        *["\N{EN DASH}"] * 3,
    ]  # fmt: skip
    assert cells(table, 1)[3:7] == ["\N{EN DASH}"] * 4
    assert table.isColumnHidden(5)
    table.add(
        EpochReport(3, 0.2, 0.95, 0.0005, 12.0, val_score=Score(1.0, 0.8, 0.9, 0.1, (), 9))
    )
    assert not table.isColumnHidden(5)
    assert all(table.isColumnHidden(column) for column in (9, 10, 11))
    trained = Score(1.0, 0.7, 0.95, 0.3, (), 9)
    table.add(EpochReport(4, 0.2, 0.95, 0.0005, 12.0, train_score=trained))
    assert not any(table.isColumnHidden(column) for column in (9, 10, 11))
    assert cells(table, 3)[9:] == ["70.00 %", "95.00 %", "30.00 %"]
    table.clear()
    assert table.model().rowCount() == 0
    assert table.isColumnHidden(5)


def test_the_epoch_table_opens_at_the_newest_unless_the_person_had_scrolled_up(qtbot):
    table = EpochTable()
    qtbot.addWidget(table)
    table.resize(700, 120)
    bar = table.verticalScrollBar()

    def add(first, last):
        for epoch in range(first, last):
            table.add(epoch_report(epoch))

    add(1, 30)
    table.show()
    assert bar.value() == bar.maximum() > 0
    add(30, 40)
    assert bar.value() == bar.maximum()
    bar.setValue(3)
    table.hide()
    add(40, 60)
    table.show()
    assert bar.value() == 3


def test_figures_of_an_epoch_are_never_cut(qtbot):
    table = EpochTable()
    qtbot.addWidget(table)
    table.show()
    tied = Score(257.0612, 0.3371, 0.87, 1.0, (), 9)
    table.add(EpochReport(1, 318.1234, 0.3, 0.001, 1.2, val_score=tied, train_score=tied))
    for larger in (0, 6):
        font = table.font()
        font.setPointSizeF(font.pointSizeF() + larger)
        table.setFont(font)
        for width in (300, 480, 1200):
            table.resize(width, 120)
            for column in range(12):
                assert table.columnWidth(column) >= table.sizeHintForColumn(column)


class TestHeatmap:
    @pytest.fixture
    def heatmap(self, qtbot, theme):
        heatmap = RecallHeatmap(theme)
        qtbot.addWidget(heatmap)
        heatmap.resize(400, 230)
        heatmap.show()
        return heatmap

    def test_a_lost_digit_stands_out(self, heatmap, theme):
        for epoch in range(1, 5):
            heatmap.add(epoch, (0.0, *[0.98] * 9))
        image = heatmap.grab().toImage()
        grid = heatmap._grid()
        lost = heatmap._cell(grid, 1, 0).center().toPoint()
        kept = heatmap._cell(grid, 1, 5).topLeft().toPoint()
        ground = image.pixelColor(kept.x() + 4, kept.y() + 4)
        blank = heatmap._cell(grid, 1, 0).topLeft().toPoint()
        assert image.pixelColor(blank.x() + 4, blank.y() + 4) == theme.color("surface")
        assert ground.blue() > ground.red() + 40
        assert "0.00 % of the 0s" in heatmap.text_at(QPointF(lost))

    def test_each_cell_says_itself_and_the_rest_nothing(self, heatmap):
        heatmap.add(7, tuple(digit / 10 for digit in range(10)))
        cell = heatmap._cell(heatmap._grid(), 0, 3)
        assert heatmap.text_at(cell.center()) == "Epoch 7: 30.00 % of the 3s recognised"
        assert heatmap.text_at(QPointF(1, 1)) == ""
        assert "3: 30.00 %" in heatmap.accessibleDescription()

    def test_missing_digits_and_many_epochs_are_painted(self, heatmap):
        for epoch in range(1, 500):
            heatmap.add(epoch, (nan, *[0.5] * 9))
        assert not heatmap.grab().isNull()
        assert len(heatmap.columns) == 499
        heatmap.clear()
        assert heatmap.columns == ()
        assert not heatmap.grab().isNull()


def test_findings_come_with_mark_evidence_and_cure(qtbot, theme):
    shown = FindingsList(theme)
    qtbot.addWidget(shown)
    recipe = by_name("q001-lost-digit")
    lost = score(0.89, loss=1.8, recalls=(0.0, *[0.98] * 9))
    found = findings(recipe, (epoch_report(1, loss=1.77, accuracy=0.89, val=lost),))
    shown.show_findings(found)
    block = shown.findChild(object, "finding_large-first-weights")
    words = [label.text() for label in block.findChildren(type(block.children()[1]))]
    assert any("images of 0 are read right" in text for text in words)
    assert any("Take Keras's own first weights" in text for text in words)
    assert "images of 0" in shown.findChild(object, "symptom_lost-digit").text()
    before = shown.widget()
    shown.show_findings(found)
    assert shown.widget() is before
    shown.clear()
    assert shown.shown == ()
    assert shown.findChild(object, "finding_large-first-weights") is None


def test_the_preview_paints_64_digits_and_asks_for_others(qtbot, sample):
    preview = AugmentationPreview()
    qtbot.addWidget(preview)
    preview.show()
    preview.show_images(sample.train_images[:100])
    np.testing.assert_array_equal(preview.sheet.images, sample.train_images[:64])
    image = preview.sheet.grab().toImage()
    side = min(preview.sheet.width(), preview.sheet.height()) / 8
    ink = sum(
        image.pixelColor(int(x), int(y)).lightness() > 128
        for x in np.arange(2, side * 8 - 2, 3)
        for y in np.arange(2, side * 8 - 2, 3)
    )
    assert ink > 200
    with qtbot.waitSignal(preview.wanted):
        qtbot.mouseClick(preview.again_button, LEFT)
