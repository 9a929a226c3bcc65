"""A line of words that ends in dots where it has no room; its tool tip has them all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QToolTip

from gui.words import elided

_LEAST_LETTERS = 6


class ElidedLabel(QLabel):
    """A label of one line of plain text; `text` gives all of it, cut or not."""

    def minimumSizeHint(self) -> QSize:
        """Ask for some letters and the dots."""
        whole = super().sizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(least, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write as much as fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            elided(self, self.text(), room.width()),
            QPalette.ColorRole.WindowText,
        )

    def event(self, event: QEvent) -> bool:
        """Say all of it under the mouse, above what the tool tip says anyway."""
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and cut:
            words = "\n\n".join(part for part in (self.text(), self.toolTip()) if part)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
