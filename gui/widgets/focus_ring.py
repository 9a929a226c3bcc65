"""Which of the coloured buttons has the focus: Fusion's own sign is blue, as they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from gui.theme import Theme


class _Ring(QWidget):
    """A line within the button that it lies on; the mouse goes through it."""

    def __init__(self, theme: Theme, button: QPushButton) -> None:
        super().__init__(button)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self.setGeometry(button.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("on_accent"), 2))
        painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 3, 3)


class FocusRings(QObject):
    """Rings the primary button that has the focus, whatever window it is in."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring: _Ring | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # (The button, and the ring with it, may be gone.)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if isinstance(now, QPushButton) and now.property("primary"):
            self._ring = _Ring(self._theme, now)
