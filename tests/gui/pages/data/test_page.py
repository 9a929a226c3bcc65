"""The Data page, by clicks."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QSpinBox

from gui.pages.data.page import DataPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, ready_session, theme):
    page = DataPage(ready_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    qtbot.waitUntil(lambda: page._views.currentIndex() == 1)
    return page


def facts(page):
    return page.findChild(QLabel, "data_facts").text()


def test_sizes_types_and_pixel_range_are_stated(page):
    assert "(4000, 28, 28), uint8" in facts(page)
    assert "0 to 255" in facts(page)


def test_divided_by_255_shows_what_the_network_gets(qtbot, page):
    qtbot.mouseClick(page.findChild(QRadioButton, "unit_pixels_button"), LEFT)
    assert "0 to 1, mean 0.1" in facts(page)
    assert "float32" in facts(page)


def test_the_test_split_has_its_own_figures(qtbot, page):
    qtbot.mouseClick(page.findChild(QRadioButton, "test_split_button"), LEFT)
    assert "(1000, 28, 28)" in facts(page)


def test_others_shows_64_other_images(qtbot, page):
    def sheet():
        return [page._sheet.digits.index_at(row) for row in range(64)]

    first = sheet()
    qtbot.mouseClick(page.findChild(QPushButton, "other_samples_button"), LEFT)
    assert sheet() != first
    assert page._sheet.digits.rowCount() == 64


def test_a_subset_is_used_and_the_whole_comes_back(qtbot, page, ready_session):
    use = page.findChild(QPushButton, "use_subset_button")
    for train, test in ((1000, 500), (4000, 1000)):
        page.findChild(QSpinBox, "train_count_box").setValue(train)
        page.findChild(QSpinBox, "test_count_box").setValue(test)
        qtbot.mouseClick(use, LEFT)
        assert len(ready_session.data.current.train_labels) == train
        assert len(ready_session.data.current.test_labels) == test
        qtbot.waitUntil(lambda n=train: f"({n}, 28, 28)" in facts(page))


def test_without_data_one_click_opens_the_sample(qtbot, session, theme):
    page = DataPage(session, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(session.data.changed):
        qtbot.mouseClick(page.findChild(QPushButton, "open_sample_button"), LEFT)
    qtbot.waitUntil(lambda: "(4000, 28, 28)" in facts(page))


def notes(page):
    return page.findChild(QLabel, "data_notes").text()


@pytest.fixture
def transposed(sample, tmp_path):
    """A file of images with rows and columns exchanged."""
    images = sample.train_images[:300].swapaxes(1, 2)
    np.savez(tmp_path / "turned.npz", x_train=images, y_train=sample.train_labels[:300])
    return tmp_path / "turned.npz"


def test_what_was_assumed_is_said_and_can_be_undone(qtbot, page, ready_session, transposed):
    box = page.findChild(QCheckBox, "as_stored_box")
    assert not box.isVisible()
    ready_session.data.open(transposed)
    qtbot.waitUntil(lambda: "lie transposed" in notes(page))
    assert box.isVisible()
    upright = ready_session.data.current.train_images
    box.click()
    qtbot.waitUntil(lambda: "taken as they are stored" in notes(page))
    assert box.isChecked()
    stored = ready_session.data.current.train_images
    np.testing.assert_array_equal(stored, upright.swapaxes(1, 2))


def test_missing_test_images_can_be_held_out(qtbot, page, ready_session, transposed):
    button = page.findChild(QPushButton, "hold_out_page_button")
    assert not button.isVisible()
    ready_session.data.open(transposed)
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: "held out for testing" in notes(page))
    assert not button.isVisible()
    assert len(ready_session.data.current.test_labels) == 60
