"""Every page by ear and by keys: each control has a name, Enter presses a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QWidget,
)

from gui.app import build_window
from gui.window.page_table import PAGES

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
WHOLES = (QAbstractSpinBox, QComboBox, QScrollBar, QTabBar, QAbstractItemView, QLineEdit)
"""Their parts are spoken with them."""

NAMED_LATER = ("keep_anyway_button", "keep_as_seen_button", "leave_wrong_out_button")
"""On views that are not shown before there is something to say: what, their words tell then."""


@pytest.fixture
def window(qtbot, home_folder, sample):
    window = build_window(home_folder, sample, ask=lambda _parent, _question: True)
    qtbot.addWidget(window)
    window.show()
    yield window
    assert window.close()


def is_a_part(control: QWidget) -> bool:
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, WHOLES):
            return True
        around = around.parentWidget()
    return isinstance(control, QScrollBar) or control.objectName().startswith("qt_")


def nameless(page: QWidget) -> list[str]:
    """Return the controls of a page that a screen reader could only call by their kind.

    What is hidden by itself, not with its page, gets its words when it is needed.
    """
    found = []
    for control in page.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or is_a_part(control) or control.isHidden():
            continue
        if control.objectName() in NAMED_LATER:
            continue
        spoken = QAccessible.queryAccessibleInterface(control)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(control).__name__} {control.objectName()}")
    return found


def test_no_control_of_any_page_is_without_a_name(window):
    window.show_page("train").view.make_plots()
    found = {entry.key: nameless(window.show_page(entry.key)) for entry in PAGES}
    around = (window.menuBar(), window.statusBar(), window.findChild(QWidget, "sidebar"))
    found["around"] = [name for part in around for name in nameless(part)]
    assert {place: names for place, names in found.items() if names} == {}


def test_enter_presses_the_button_that_has_the_focus(qtbot, window):
    button = window.show_page("train").gallery_button
    button.setFocus()
    pressed = []
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append("gallery"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert pressed == ["gallery"] * 3


def test_the_focus_is_seen_on_a_coloured_button_too(qtbot, window):
    start = window.show_page("train").buttons.start_button
    window.activateWindow()
    start.setFocus()
    qtbot.waitUntil(lambda: start.findChild(QWidget, "focus_ring") is not None)
    window.page.gallery_button.setFocus()
    qtbot.waitUntil(lambda: start.findChild(QWidget, "focus_ring") is None)
