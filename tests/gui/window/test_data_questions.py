"""What opening a data set may ask, and what the banner says while it is read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from gui.dialogs import Dialogs
from gui.widgets.banner import Banner
from gui.window.data_questions import DataQuestions
from gui.window.label_dialog import LabelDialog
from gui.window.offers import Offers
from gui.window.status_bar import StatusBar
from tests.core.data.corpus.tables import PIXELS, rows_of, text_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, ready_session):
    """A window that asks; `asked` are the questions, `save_to` is where it may save."""
    window = QWidget()
    window.asked, window.save_to = [], None
    qtbot.addWidget(window)
    dialogs = Dialogs(
        ask=lambda _parent, question: window.asked.append(question) or True,
        save_file=lambda _parent, _question: window.save_to,
    )
    window.bar = StatusBar(window)
    window.questions = DataQuestions(ready_session, dialogs, window.bar, window)
    window.show()
    return window


@pytest.fixture
def two_ways(tmp_path):
    """A table whose first and last column may both hold the labels."""
    rows = rows_of(np.full((30, 28, 28), 3), np.arange(30) % 10)
    path = tmp_path / "odd.csv"
    path.write_text(text_of(rows).replace(",3\n", ",4\n", 9))
    return path


@pytest.mark.parametrize(("column", "first_label"), [("first", 0), ("last", 4)])
def test_the_person_chooses_which_column_holds_the_labels(
    qtbot, ready_session, window, two_ways, column, first_label
):
    with qtbot.waitSignal(ready_session.data.asked):
        ready_session.data.open(two_ways)
    dialog = window.findChild(LabelDialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"0", "1", "4"} <= shown
    with qtbot.waitSignal(ready_session.data.changed):
        qtbot.mouseClick(dialog.findChild(QPushButton, f"take_{column}_button"), LEFT)
    assert ready_session.data.current.train_labels[0] == first_label


def test_of_arrays_that_may_be_labels_the_person_chooses_one(
    qtbot, ready_session, window, sample, tmp_path
):
    """Also where their folder was opened."""
    parts = {"writer": np.arange(30) % 3, "hand": sample.train_labels[:30]}
    np.savez(tmp_path / "mine.npz", images=sample.train_images[:30], **parts)
    with qtbot.waitSignal(ready_session.data.asked):
        ready_session.data.open(tmp_path)
    dialog = window.findChild(LabelDialog)
    with qtbot.waitSignal(ready_session.data.changed):
        qtbot.mouseClick(dialog.findChild(QPushButton, "take_writer_button"), LEFT)
    assert ready_session.data.current.train_labels[:4].tolist() == [0, 1, 2, 0]


def test_leaving_the_choice_changes_nothing(qtbot, ready_session, window, two_ways, sample):
    with qtbot.waitSignal(ready_session.data.idle):
        ready_session.data.open(two_ways)
    with qtbot.assertNotEmitted(ready_session.data.changed):
        window.findChild(LabelDialog).reject()
    assert ready_session.data.current is sample


def test_a_table_without_labels_is_read_by_the_network_in_use(
    qtbot, ready_session, window, sample, tmp_path
):
    path = tmp_path / "test.csv"
    path.write_text(text_of(rows_of(sample.test_images[:30]), PIXELS))
    window.save_to = tmp_path / "submission.csv"
    with qtbot.waitSignal(ready_session.data.table_saved):
        ready_session.data.open(path)
    assert "test.csv holds images but no labels" in window.asked[0].text
    assert window.save_to.read_text().startswith("ImageId,Label\n1,")
    assert "30 images read; their labels are in submission.csv" in window.bar.currentMessage()
    assert ready_session.data.current is sample


@pytest.fixture
def banner(qtbot, ready_session, theme):
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.offers = Offers(ready_session, banner, QObject(banner))
    return banner


def test_test_images_are_offered_where_there_are_none(qtbot, banner, ready_session, sample):
    with qtbot.waitSignal(ready_session.data.changed):
        ready_session.data.use(replace(sample.first(None, 0), source="mine.npz"))
    button = banner.findChild(QPushButton, "hold_out_button")
    with qtbot.waitSignal(ready_session.data.changed):
        qtbot.mouseClick(button, LEFT)
    assert len(ready_session.data.current.test_labels) == 800
    assert not banner.offering


@pytest.mark.slow
def test_a_long_reading_can_be_cancelled(qtbot, banner, ready_session, sample, tmp_path):
    rows = rows_of(sample.train_images, sample.train_labels) * 3
    path = tmp_path / "long.csv"
    path.write_text(text_of(rows))
    with qtbot.waitSignal(ready_session.data.reading):
        ready_session.data.open(path)
    banner.offers._show_reading()
    assert not banner.findChild(QProgressBar, "banner_progress").isHidden()
    assert "Reading long.csv" in banner.findChild(QLabel, "banner_text").text()
    with (
        qtbot.waitSignal(ready_session.data.idle),
        qtbot.assertNotEmitted(ready_session.data.changed),
    ):
        banner.findChild(QPushButton, "cancel_reading_button").click()
    assert ready_session.data.current is sample
