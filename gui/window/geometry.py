"""Where the window stands: never larger than its screen, at first and when it is restored."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(960, 640)

FRAME = QSize(2, 32)
"""What a window manager draws around a window, about: nobody says before it is shown."""


def place(window: QWidget, stored: QByteArray) -> None:
    """Put a window where it stood last, or at first in the middle; on the screen, whole."""
    restored = window.restoreGeometry(stored)
    screen = _screen_of(window)
    if screen is None:
        return
    available = screen.availableGeometry()
    window.setMinimumSize(smallest(available.size()))
    if window.isMaximized() or window.isFullScreen():
        return
    wanted = QRect(window.pos(), window.size() if restored else FIRST_SIZE)
    fitted = clamped(wanted, available, move_to_middle=not restored)
    window.resize(fitted.size())
    window.move(fitted.topLeft())


def smallest(available: QSize) -> QSize:
    """Return the least size of the window on a screen with so much room."""
    return SMALLEST_SIZE.boundedTo(available - FRAME)


def clamped(wanted: QRect, available: QRect, *, move_to_middle: bool) -> QRect:
    """Return the place of a window, title bar left out, that lies within a screen.

    Parameters
    ----------
    wanted : QRect
        Position of the frame, size without the frame.
    available : QRect
        The screen without panels and docks.
    """
    size = wanted.size().boundedTo(available.size() - FRAME)
    room = available.size() - FRAME - size
    if move_to_middle:
        return QRect(available.topLeft() + QPoint(room.width(), room.height()) / 2, size)
    left = min(max(wanted.left(), available.left()), available.left() + room.width())
    top = min(max(wanted.top(), available.top()), available.top() + room.height())
    return QRect(QPoint(left, top), size)


def _screen_of(window: QWidget) -> QScreen | None:
    """Return the screen that a window will be on; the first where it is on none."""
    centre = window.geometry().center()
    return QGuiApplication.screenAt(centre) or QGuiApplication.primaryScreen()
