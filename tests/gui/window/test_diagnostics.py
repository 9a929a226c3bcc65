"""What a report of a fault needs: offered after a crash, copied on demand, sent nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from core.home import Home
from gui.app import build_window
from gui.window.diagnostics import diagnostics


@pytest.fixture
def home(home_folder):
    home = Home(home_folder)
    home_folder.mkdir()
    home.last_crash_file.write_text("Fatal Python error: Segmentation fault")
    home.log_file.write_text("long ago\n" * 9_999 + f"the end, in {Path.home()}/inkling\n")
    return home


def test_it_has_versions_the_last_crash_and_the_end_of_the_log(qapp, home):
    text = diagnostics(home)
    assert "inkling 0." in text
    assert "tensorflow 2." in text
    assert "Segmentation fault" in text
    assert text.endswith("the end, in ~/inkling\n")
    assert len(text) < 25_000


def test_without_a_crash_and_a_log_it_says_so(qapp, tmp_path):
    text = diagnostics(Home(tmp_path))
    assert "# The last crash\nnone" in text
    assert text.endswith("# The end of the log\nempty\n")


def test_the_start_after_a_crash_offers_it(qtbot, home, sample):
    window = build_window(home, sample)
    qtbot.addWidget(window)
    window.show()
    window.tell_of_crash()
    dialog = window.findChild(QMessageBox, "error_dialog")
    button = dialog.findChild(QPushButton, "copy_diagnostics_button")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Segmentation fault" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    window.menus.actions.by_name["copy_diagnostics"].trigger()
    assert "Segmentation fault" in QGuiApplication.clipboard().text()
    assert window.close()
