"""The Inside page: follows an image through the network in use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from core.networks.forward import predict
from gui.pages.inside.feature_maps import FeatureMaps
from gui.pages.inside.page import InsidePage
from gui.pages.inside.softmax_table import SoftmaxTable

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, ready_session, theme):
    page = InsidePage(ready_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    with qtbot.waitSignal(ready_session.inside.looked):
        page.show()
    return page


def test_the_chosen_image_and_its_answer_are_shown(qtbot, page, session, ridge, sample):
    with qtbot.waitSignal(session.inside.looked):
        page.findChild(QSpinBox, "inside_index_box").setValue(12)
    answer = predict(ridge, sample.test_images[12])
    assert f"Read as {answer.digit}" in page.findChild(QLabel, "inside_answer").text()


def test_softmax_rows_hold_logit_and_probability(page, ridge, sample):
    answer = predict(ridge, sample.test_images[0])
    table = page.findChild(SoftmaxTable)
    assert table.item(3, 0).text() == f"{answer.logits[3]:.3f}"
    assert table.item(3, 3).text() == f"{answer.probabilities[3]:.2%}"


def test_each_layer_and_the_first_weights_have_their_pictures(page):
    # One Dense layer, and the ten pictures of its weights.
    assert len(page.findChildren(FeatureMaps)) == 2


def test_my_drawing_is_followed_when_asked(qtbot, page, ready_session, ridge, sample):
    drawn = predict(ridge, sample.test_images[99])
    ready_session.recognition.answered.emit(drawn)
    with qtbot.waitSignal(ready_session.inside.looked) as looked:
        qtbot.mouseClick(page.findChild(QPushButton, "inside_drawing_button"), LEFT)
    assert (looked.args[0].image == sample.test_images[99]).all()


def test_without_a_network_the_page_leads_to_training(qtbot, session, theme):
    page = InsidePage(session, theme)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.page_requested) as asked:
        qtbot.mouseClick(page.findChild(QPushButton, "inside_empty_button"), LEFT)
    assert asked.args == ["train"]
