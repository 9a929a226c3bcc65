"""The Mistakes page, by clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSlider

from core.evaluation.selection import Selection
from core.networks.forward import forward, probabilities
from core.runs.store import RunStore
from gui.pages.mistakes.chips import Chips
from gui.pages.mistakes.class_table import ClassTable
from gui.pages.mistakes.confusion_view import ConfusionView
from gui.pages.mistakes.page import MistakesPage
from gui.session.networks import OpenNetwork
from gui.session.predictions import SplitPredictions
from gui.widgets.digit_grid import DigitGrid
from tests.core.runs.stored_runs import RECIPE
from tests.gui.pages.runs.test_page import keep_run

LEFT = Qt.MouseButton.LeftButton


def grid_indices(page):
    model = page.findChild(DigitGrid).digits
    return [model.index_at(row) for row in range(model.rowCount())]


def choose(page, box, value):
    box = page.findChild(QComboBox, box)
    box.setCurrentIndex(box.findData(value))


def sentence_of(page):
    return page.findChild(QLabel, "mistakes_sentence").text()


def mistakes_of(shown):
    return np.flatnonzero(shown.predictions.digits != shown.dataset.test_labels)


def test_grid_shows_exactly_the_misread_images_most_sure_first(page, shown, ridge):
    indices = grid_indices(page)
    assert sorted(indices) == mistakes_of(shown).tolist()
    confidence = probabilities(ridge, shown.predictions).max(axis=1)[indices]
    assert (np.diff(confidence) <= 0).all()


def test_clicking_a_cell_of_the_matrix_shows_only_its_images(qtbot, page, shown):
    matrix = page.findChild(ConfusionView, "confusion_matrix")
    labels, digits = shown.dataset.test_labels, shown.predictions.digits
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(4, 9).center())
    expected = np.flatnonzero((labels == 4) & (digits == 9))
    assert expected.size
    assert sorted(grid_indices(page)) == expected.tolist()
    assert page.findChild(QComboBox, "true_digit_box").currentText() == "4"
    assert page.findChild(QComboBox, "predicted_digit_box").currentText() == "9"
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(4, 9).center())
    assert sorted(grid_indices(page)) == mistakes_of(shown).tolist()


def test_clicking_a_header_of_the_matrix_shows_a_whole_row(qtbot, page, shown):
    matrix = page.findChild(ConfusionView, "confusion_matrix")
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(8, None).center())
    labels = shown.dataset.test_labels[grid_indices(page)]
    assert set(labels.tolist()) == {8}


def test_arrow_keys_move_through_the_matrix_and_escape_leaves_it(qtbot, page):
    matrix = page.findChild(ConfusionView, "confusion_matrix")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert matrix.chosen == (1, 2)
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert matrix.chosen == (None, None)


def test_boxes_filter_and_mark_the_matrix(page, shown):
    page.findChild(QComboBox, "predicted_digit_box").setCurrentIndex(1 + 3)
    assert page.findChild(ConfusionView, "confusion_matrix").chosen == (None, 3)
    assert set(shown.predictions.digits[grid_indices(page)].tolist()) == {3}


def test_right_ones_too_shows_the_whole_split_in_its_order(page, shown):
    choose(page, "which_box", "all")
    choose(page, "order_box", "index")
    assert grid_indices(page) == list(range(len(shown.dataset.test_labels)))


def test_finding_an_image_that_the_filter_hides_lets_the_filter_give_way(qtbot, page, shown):
    right = int(np.flatnonzero(shown.predictions.digits == shown.dataset.test_labels)[0])
    page.findChild(QLineEdit, "index_box").setText(str(right))
    qtbot.mouseClick(page.findChild(QPushButton, "find_button"), LEFT)
    assert page.findChild(QComboBox, "which_box").currentData() == "all"
    assert page._grid.digits.index_at(page._grid.currentIndex().row()) == right
    assert "read right" in page.findChild(QLabel, "answer_heading").text()


def test_clicking_an_image_opens_it_large_with_its_true_and_given_digit(qtbot, page, shown):
    grid = page.findChild(DigitGrid)
    index = grid.digits.index_at(2)
    place = grid.visualRect(grid.digits.index(2)).center()
    qtbot.mouseClick(grid.viewport(), LEFT, pos=QPoint(place))
    heading = page.findChild(QLabel, "answer_heading").text()
    true, predicted = shown.dataset.test_labels[index], shown.predictions.digits[index]
    assert f"A {true}, read as {predicted}" in heading
    assert page.findChild(QLabel, "large_digit").pixmap().width() >= 200


def test_ten_thousand_images_are_listed_without_ten_thousand_widgets(page, shown):
    choose(page, "which_box", "all")
    assert len(grid_indices(page)) == 1000
    assert len(page.findChild(DigitGrid).findChildren(QLabel)) == 0


def test_without_a_network_the_page_leads_to_training(qtbot, session, theme):
    page = MistakesPage(session, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.page_requested) as asked:
        qtbot.mouseClick(page.findChild(QPushButton, "mistakes_empty_button"), LEFT)
    assert asked.args == ["train"]


def test_a_network_without_answers_is_asked_by_one_click(qtbot, ready_session, theme):
    page = MistakesPage(ready_session, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(ready_session.mistakes.changed, timeout=60_000) as changed:
        qtbot.mouseClick(page.findChild(QPushButton, "mistakes_empty_button"), LEFT)
    assert changed.args[0].predictions.split == "test"
    assert grid_indices(page)


def test_in_a_narrow_window_the_detail_takes_the_place_of_the_matrix(qtbot, page):
    page.resize(860, 560)
    page.findChild(DigitGrid).setCurrentIndex(page.findChild(DigitGrid).digits.index(0))
    assert page.width() == 860
    assert not page.findChild(ConfusionView, "confusion_matrix").isVisible()
    qtbot.mouseClick(page.findChild(QPushButton, "close_detail_button"), LEFT)
    assert page.findChild(ConfusionView, "confusion_matrix").isVisible()


def test_clicking_the_diagonal_shows_what_was_read_right(qtbot, page, shown):
    matrix = page.findChild(ConfusionView, "confusion_matrix")
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(4, 4).center())
    labels, digits = shown.dataset.test_labels, shown.predictions.digits
    right = np.flatnonzero((labels == 4) & (digits == 4))
    assert sorted(grid_indices(page)) == right.tolist()
    assert f"{len(right)} of {(labels == 4).sum()} images of 4 are read right" in (
        sentence_of(page)
    )


def test_chips_say_what_is_left_out_and_take_it_back_one_by_one(qtbot, page, shown):
    chips, matrix = page.findChild(Chips), page.findChild(ConfusionView, "confusion_matrix")
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(4, 9).center())
    assert chips.texts() == ("misread only", "is 4", "read as 9")
    qtbot.mouseClick(chips.findChildren(QPushButton)[-2], LEFT)
    assert chips.texts() == ("misread only", "is 4")
    assert matrix.chosen == (4, None)
    qtbot.mouseClick(page.findChild(QPushButton, "show_all_button"), LEFT)
    assert chips.texts() == ()
    assert len(grid_indices(page)) == len(shown.dataset.test_labels)


def test_a_list_of_indices_is_shown_as_it_is_listed(qtbot, page):
    box = page.findChild(QLineEdit, "index_box")
    box.setText("510, 943, 7")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert grid_indices(page) == [510, 943, 7]
    assert page.findChild(Chips).texts() == ("3 listed images",)


def test_what_is_no_index_is_said_and_changes_nothing(qtbot, page, ready_session):
    before = grid_indices(page)
    box = page.findChild(QLineEdit, "index_box")
    box.setText("99999")
    with qtbot.waitSignal(ready_session.failed) as failed:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert "no image 99999" in str(failed.args[0])
    assert grid_indices(page) == before


def test_other_pages_open_images_by_their_indices(page, ready_session):
    ready_session.mistakes.show_images("test", np.array([30, 4]), "Twins (2)")
    assert grid_indices(page) == [30, 4]
    assert page.findChild(Chips).texts() == ("Twins (2)",)
    assert ready_session.mistakes.request is None


def test_images_of_the_other_split_come_with_its_answers_and_not_under_the_wrong_heading(
    qtbot, page, ready_session, sample
):
    with qtbot.waitSignal(ready_session.mistakes.changed, timeout=60_000):
        ready_session.mistakes.show_images("train", [3999, 5], "Twins (2)")
        assert not page.findChild(ConfusionView, "confusion_matrix").isVisible()
    assert page.findChild(ConfusionView, "confusion_matrix").isVisible()
    assert grid_indices(page) == [3999, 5]
    assert page.findChild(QComboBox, "split_box").currentData() == "train"
    headline = page.findChild(QLabel, "mistakes_headline").text().replace(",", "")
    assert "of 4000 images misread" in headline


def test_the_validation_images_have_figures_of_their_own(
    qtbot, page, ready_session, sample, ridge, home_folder
):
    part_box = page.findChild(QComboBox, "split_box")
    assert part_box.findData("validation") < 0
    recipe = replace(RECIPE, train_images=3000, validation=0.1)
    run = SimpleNamespace(id=7, recipe=recipe, data_fingerprint=sample.fingerprint)
    files = RunStore(home_folder / "runs").files(7)
    files.folder.mkdir(parents=True)
    right = np.ones((2, 300), bool)
    right[:, 4], right[1, 9] = False, False
    for row in right:
        files.add_right("validation", np.packbits(row).tobytes())
    trained = OpenNetwork("trained", ridge, "here", recipe=recipe, run=run)
    ready_session.networks.adopt(trained)
    with qtbot.waitSignal(ready_session.mistakes.changed, timeout=60_000):
        ready_session.predictions.ask("validation")
    report = ready_session.mistakes.current.report
    held = slice(2700, 3000)
    read = forward(ridge, sample.train_images[held]).digits
    assert report.counts.sum() == 300
    assert report.right == (read == sample.train_labels[held]).sum()
    assert "of 300 images misread" in page.findChild(QLabel, "mistakes_headline").text()
    assert page.findChild(QLabel, "shown_count").text().endswith("of 300 images")
    wrong = 2700 + np.flatnonzero(read != sample.train_labels[held])
    assert sorted(grid_indices(page)) == wrong.tolist()
    assert part_box.currentData() == "validation"
    choose(page, "which_box", "all")
    assert len(grid_indices(page)) == 300
    for learnt, found in (("never", 2704), ("forgotten", 2709)):
        choose(page, "learnt_box", learnt)
        assert grid_indices(page) == [found]
    choose(page, "learnt_box", "any")
    page.findChild(QLineEdit, "index_box").setText("12")
    with qtbot.waitSignal(ready_session.failed) as failed:
        page._bar._on_find_clicked()
    assert "they are 2700 to 2999" in str(failed.args[0])
    # Of other data it is not known which images were held out.
    other = replace(sample, train_labels=sample.train_labels[::-1].copy())
    ready_session.data.use(other)
    with qtbot.waitSignal(ready_session.failed) as failed:
        ready_session.predictions.ask("validation")
    assert "not known which images" in str(failed.args[0])


def test_without_a_network_the_images_are_shown_with_their_labels(
    qtbot, session, theme, sample
):
    session.data.use(sample)
    page = MistakesPage(session, theme)
    qtbot.addWidget(page)
    page.show()
    session.mistakes.show_images("train", [12, 3], "Twins (2)")
    assert grid_indices(page) == [12, 3]
    caption = page.findChild(DigitGrid).digits.caption(0)
    assert caption.heading == str(sample.train_labels[12])
    assert sentence_of(page) == "Twins (2)"
    assert not page.findChild(ConfusionView, "confusion_matrix").isVisible()


def test_an_index_that_is_not_there_is_refused_in_words(qtbot, ready_session):
    with qtbot.waitSignal(ready_session.failed) as failed:
        ready_session.mistakes.show_images("test", [1000], "Twins (1)")
    assert "no image 1000" in str(failed.args[0])


def test_a_page_that_is_made_later_shows_what_was_asked_for(qtbot, ready_session, theme, shown):
    with qtbot.waitSignal(ready_session.mistakes.changed):
        ready_session.predictions.take(shown)
    ready_session.mistakes.show_images("test", [8], "One (1)")
    page = MistakesPage(ready_session, theme)
    qtbot.addWidget(page)
    assert grid_indices(page) == [8]


def test_another_network_starts_with_fresh_filters(qtbot, page, ready_session, sample, ridge):
    choose(page, "true_digit_box", 3)
    doubled = tuple(2 * weights for weights in ridge.weights)
    other = replace(ridge, weights=doubled)
    ready_session.networks.adopt(OpenNetwork("other", other, "made for tests"))
    answers = SplitPredictions(
        ready_session.networks.current, sample, "test", forward(other, sample.test_images)
    )
    with qtbot.waitSignal(ready_session.mistakes.changed):
        ready_session.predictions.take(answers)
    assert page._bar.selection == Selection()
    assert page.findChild(Chips).texts() == ("misread only",)


def test_the_threshold_goes_to_the_pad_and_the_answers_stay(qtbot, page, ready_session):
    page.findChild(QSlider, "threshold_slider").setValue(700)
    words = page.findChild(QLabel, "threshold_words").text()
    with qtbot.waitSignal(ready_session.mistakes.changed, check_params_cb=bool):
        page.findChild(QPushButton, "take_threshold_button").click()
    assert ready_session.networks.current.network.reject_below == pytest.approx(0.7)
    assert page.findChild(QLabel, "threshold_words").text() == words
    assert page.findChild(ConfusionView, "confusion_matrix").isVisible() or page.findChild(
        ClassTable
    )


def test_a_row_of_the_classes_chooses_the_class(page, shown):
    table = page.findChild(ClassTable)
    assert table.rowCount() == 11
    table.cellClicked.emit(7, 0)
    assert page.findChild(ConfusionView, "confusion_matrix").chosen == (7, None)


def test_what_every_kept_run_misreads_filters_and_sorts(
    qtbot, ready_session, theme, shown, sample, ridge, home_folder
):
    store = RunStore(home_folder / "runs")
    for seed, accuracy in enumerate((0.98, 0.95)):
        keep_run(store, sample, ridge, seed=seed, accuracy=accuracy)
    page = MistakesPage(ready_session, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(ready_session.mistakes.changed):
        ready_session.predictions.take(shown)
    page.findChild(QPushButton, "show_all_button").click()
    choose(page, "order_box", "missed")
    # The made-up runs misread the last images of the split.
    assert grid_indices(page)[:50] == [*range(980, 1000), *range(950, 980)]
    page._bar._finer._all.setChecked(True)
    assert grid_indices(page) == list(range(980, 1000))
    assert page.findChild(Chips).texts() == ("misread by every network",)


def test_the_tabs_that_nobody_sees_first_are_built_in_steps_or_with_the_first_show(
    qtbot, ready_session, theme
):
    page = MistakesPage(ready_session, theme)
    qtbot.addWidget(page)
    tabs = page._overview.tabs
    assert tabs.count() == 4
    assert len(list(page.prepare())) == 4
    assert [tabs.tabText(n) for n in range(4, 7)] == ["Compare", "Map", "Robustness"]
    other = MistakesPage(ready_session, theme)
    qtbot.addWidget(other)
    other.show()
    assert other._overview.tabs.count() == 7
