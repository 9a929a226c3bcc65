"""A page can be reached whole, whatever happens on it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.window.page_area import PageArea


def test_a_page_that_comes_to_need_more_room_scrolls(qtbot):
    page, stack = QWidget(), QStackedWidget()
    button = QPushButton("short")
    QVBoxLayout(page).addWidget(button)
    stack.addWidget(page)
    area = PageArea(stack)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    bar = area.horizontalScrollBar()
    assert bar.maximum() == 0
    button.setText("a button with many more words than there were at first")
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    button.setText("short")
    qtbot.waitUntil(lambda: bar.maximum() == 0)
