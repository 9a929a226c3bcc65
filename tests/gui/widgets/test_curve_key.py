"""The line above a plot: every curve is named, in whatever room there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui.widgets.curve_key import CurveKey, CurveLook, KeyEntry, swatch

LOOK = CurveLook(QColor("#0072b2"), Qt.PenStyle.DashLine, "s")
ENTRIES = [KeyEntry(name, "98.14 %", LOOK) for name in ("training", "validation", "published")]


@pytest.fixture
def key(qtbot, theme):
    key = CurveKey(theme, "key")
    qtbot.addWidget(key)
    key.show_entries("epoch 5", ENTRIES)
    return key


def test_with_room_it_says_the_epoch_and_every_value(key):
    key.resize(900, 20)
    assert key._fitting()[:3] == ("epoch 5", True, 3)
    assert key.text().startswith("epoch 5   training 98.14 %   validation 98.14 %")
    assert key.accessibleDescription() == key.text()


def test_with_less_room_every_curve_is_named_rather_than_its_value_said(key):
    key.resize(260, 20)
    _head, values, shown, name_px = key._fitting()
    assert (values, shown) == (False, 3)
    assert name_px > 20


def test_a_name_is_whole_rather_than_that_the_epoch_is_said(key):
    key.resize(480, 20)
    head, values, shown, name_px = key._fitting()
    assert (head, values, shown) == ("", True, 3)
    assert name_px >= key.fontMetrics().horizontalAdvance("validation")


def test_of_runs_without_room_the_number_is_said(key):
    assert key._shortened("softmax-10, learning rate 0.03 #12", 40) == "#12"


def test_with_hardly_any_room_it_says_how_many_are_left_out(key):
    key.resize(90, 20)
    assert 1 <= key._fitting()[2] < 3
    assert not key.grab().isNull()


def test_a_swatch_shows_the_colour_on_its_ground(qapp):
    image = swatch(LOOK, QColor("white"), 2.0).toImage()
    colors = {image.pixelColor(x, 16).name() for x in range(image.width())}
    assert {"#ffffff", "#0072b2"} <= colors
