"""The Mistakes page, by clicks and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox

from core.networks.forward import forward, probabilities
from gui.pages.mistakes.confusion_view import ConfusionView
from gui.pages.mistakes.page import MistakesPage
from gui.session.predictions import SplitPredictions
from gui.widgets.digit_grid import DigitGrid

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(ready_session, sample, ridge):
    """What the network says of the sample's test images."""
    predictions = forward(ridge, sample.test_images)
    return SplitPredictions(ready_session.networks.current, sample, "test", predictions)


@pytest.fixture
def page(qtbot, ready_session, theme, shown):
    page = MistakesPage(ready_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    with qtbot.waitSignal(ready_session.mistakes.changed):
        ready_session.predictions.take(shown)
    return page


def grid_indices(page):
    model = page.findChild(DigitGrid).digits
    return [model.index_at(row) for row in range(model.rowCount())]


def mistakes_of(shown):
    return np.flatnonzero(shown.predictions.digits != shown.dataset.test_labels)


def test_grid_shows_exactly_the_misread_images_most_sure_first(page, shown, ridge):
    indices = grid_indices(page)
    assert sorted(indices) == mistakes_of(shown).tolist()
    confidence = probabilities(ridge, shown.predictions).max(axis=1)[indices]
    assert (np.diff(confidence) <= 0).all()


def test_clicking_a_cell_of_the_matrix_shows_only_its_images(qtbot, page, shown):
    matrix = page.findChild(ConfusionView)
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
    matrix = page.findChild(ConfusionView)
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(8, None).center())
    labels = shown.dataset.test_labels[grid_indices(page)]
    assert set(labels.tolist()) == {8}


def test_arrow_keys_move_through_the_matrix_and_escape_leaves_it(qtbot, page):
    matrix = page.findChild(ConfusionView)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert matrix.chosen == (1, 2)
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert matrix.chosen == (None, None)


def test_boxes_filter_and_mark_the_matrix(page, shown):
    page.findChild(QComboBox, "predicted_digit_box").setCurrentIndex(1 + 3)
    assert page.findChild(ConfusionView).chosen == (None, 3)
    assert set(shown.predictions.digits[grid_indices(page)].tolist()) == {3}


def test_right_ones_too_shows_the_whole_split_in_its_order(page, shown):
    page.findChild(QCheckBox, "all_images_box").setChecked(True)
    page.findChild(QComboBox, "order_box").setCurrentIndex(2)
    assert grid_indices(page) == list(range(len(shown.dataset.test_labels)))


def test_finding_an_image_that_the_filter_hides_lets_the_filter_give_way(qtbot, page, shown):
    right = int(np.flatnonzero(shown.predictions.digits == shown.dataset.test_labels)[0])
    page.findChild(QSpinBox, "index_box").setValue(right)
    qtbot.mouseClick(page.findChild(QPushButton, "find_button"), LEFT)
    assert page.findChild(QCheckBox, "all_images_box").isChecked()
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
    page.findChild(QCheckBox, "all_images_box").setChecked(True)
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
    assert not page.findChild(ConfusionView).isVisible()
    qtbot.mouseClick(page.findChild(QPushButton, "close_detail_button"), LEFT)
    assert page.findChild(ConfusionView).isVisible()
