"""A hand with a mouse, for the tests of the pad and of the page around it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton


def shown_pad(qtbot, theme):
    """Return a pad with a sheet of 400 pixels."""
    # Late, so that whoever starts the program and draws in it does not import the page first.
    from gui.pages.draw.drawing_pad import DrawingPad

    pad = DrawingPad(theme)
    qtbot.addWidget(pad)
    pad.resize(406, 406)
    pad.show()
    pad.setFocus()
    return pad


def at(pad, x, y):
    """Return a place on the sheet, x and y from 0 to 1, in the pad's pixels."""
    sheet = pad.sheet_rect()
    return QPoint(round(sheet.x() + x * sheet.width()), round(sheet.y() + y * sheet.height()))


def draw(pad, *points):
    """Draw one stroke through places of the sheet."""
    QTest.mousePress(pad, LEFT, pos=at(pad, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, at(pad, *point))
    QTest.mouseRelease(pad, LEFT, pos=at(pad, *points[-1]))
