"""Lengths that grow with the letters: what holds words has room for them at any text size."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

_LETTERS_PX = 12
"""The size of letters beside which the lengths were measured."""

_ROOM_PX = 8
_FRAME_PX = 16
"""What a window manager draws around a window, about; above it more."""


def scaled(length_px: int) -> int:
    """Return a length for the letters in use; never shorter than it is for small ones."""
    letters_px = QFontInfo(QApplication.font()).pixelSize()
    return round(length_px * max(1.0, letters_px / _LETTERS_PX))


def row_px() -> int:
    """Return how high a row of a table is: a line of the letters in use, and room around it."""
    return QFontMetrics(QApplication.font()).height() + _ROOM_PX


def fixed_font() -> QFont:
    """Return the system's font of equally wide letters, as large as all others are."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(QFontInfo(QApplication.font()).pixelSize())
    return font


def resize_within_screen(window: QWidget, width_px: int, height_px: int) -> None:
    """Make a window so large, or as large as its screen allows."""
    room = window.screen().availableSize() - QSize(_FRAME_PX, 3 * _FRAME_PX)
    window.resize(QSize(width_px, height_px).boundedTo(room))
