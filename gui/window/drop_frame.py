"""What is drawn over the window while a file is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme


class DropFrame(QWidget):
    """A frame and a few words; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop_frame")
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame along the edge and say what a drop does."""
        painter = QPainter(self)
        accent = self._theme.color("accent")
        painter.setPen(QPen(accent, 4))
        painter.drawRect(self.rect().adjusted(2, 2, -2, -2))
        painter.setFont(self._theme.font("section"))
        words = self.tr("Drop it: Inkling opens pictures, networks, data sets and recipes.")
        room = painter.fontMetrics().boundingRect(words).adjusted(-24, -12, 24, 12)
        room.moveCenter(self.rect().center())
        painter.fillRect(room, accent)
        painter.setPen(self._theme.color("on_accent"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
