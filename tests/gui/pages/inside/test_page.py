"""The Inside page: follows an image through the network in use."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox

from core.networks.forward import predict
from gui.pages.inside.feature_maps import FeatureMaps
from gui.pages.inside.page import InsidePage
from gui.pages.inside.softmax_table import SoftmaxTable
from gui.session.networks import OpenNetwork

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
    assert table.item(3, 3).text() == f"{100 * answer.probabilities[3]:.2f} %"
    assert table.item(10, 3).text() == "100.00 %"


def test_a_temperature_stands_in_the_table_and_in_the_sentence(qtbot, page, session, ridge):
    with qtbot.waitSignal(session.inside.looked):
        session.networks.adopt(OpenNetwork("cooler", replace(ridge, temperature=2.0), "test"))
    table = page.findChild(SoftmaxTable)
    assert table.horizontalHeaderItem(1).text() == "z / T \N{MINUS SIGN} max"
    assert "T = 2.000" in page.findChild(QLabel, "inside_how").text()


def test_a_sigmoid_end_shows_the_outputs_whose_shares_are_taken(qtbot, page, session, ridge):
    spec = replace(ridge.spec, layers=(replace(ridge.spec.layers[-1], activation="sigmoid"),))
    with qtbot.waitSignal(session.inside.looked):
        session.networks.adopt(OpenNetwork("sigmoids", replace(ridge, spec=spec), "test"))
    table = page.findChild(SoftmaxTable)
    assert table.horizontalHeaderItem(2).text() == "Output"
    assert table.isColumnHidden(1)
    assert "share of its output" in page.findChild(QLabel, "inside_how").text()


def test_a_training_image_is_followed_too(qtbot, page, session, sample):
    box = page.findChild(QComboBox, "inside_split_box")
    with qtbot.waitSignal(session.inside.looked) as looked:
        box.setCurrentIndex(box.findData("train"))
    assert (looked.args[0].image == sample.train_images[0]).all()
    last = page.findChild(QSpinBox, "inside_index_box").maximum()
    assert last == len(sample.train_images) - 1


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
