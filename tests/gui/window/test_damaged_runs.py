"""A damaged list of runs, seen in the window: said once, rebuilt by one click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from core.runs.store import RunStore
from gui.app import build_window
from tests.core.runs.stored_runs import keep

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def damaged(home_folder):
    """A home with two runs whose table is no table any more."""
    store = RunStore(home_folder / "runs")
    keep(store), keep(store)
    for path in store.folder.glob("runs.sqlite*"):
        path.write_bytes(b"damaged" * 999)
    return store


def test_a_damaged_list_is_rebuilt_by_one_click(qtbot, home_folder, sample, damaged):
    window = build_window(home_folder, sample)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "error_dialog") is not None)
    dialog = window.findChild(QMessageBox, "error_dialog")
    assert "is damaged" in dialog.text()
    with qtbot.waitSignal(window.session.runs.repaired):
        qtbot.mouseClick(dialog.findChild(QPushButton, "repair_button"), LEFT)
    assert "2 from their networks alone" in window.findChild(QLabel, "banner_text").text()
    assert [run.id for run in damaged.runs()] == [2, 1]
    assert window.close()


def test_opening_the_window_makes_a_backup(qtbot, session, home_folder):
    store = RunStore(home_folder / "runs")
    keep(store)
    session.runs.back_up()
    qtbot.waitUntil(lambda: len(list((store.folder / "backups").glob("*.sqlite"))) == 1)
