"""Which control has the focus, where Fusion does not show it, or not on its own blue.

That is so on the coloured buttons, and on everything that scrolls or paints itself: plots, the
matrix, grids, lists without a current row.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from gui.theme import Theme

DRAWS_FOCUS = "draws_focus"
"""The property of a widget that shows by itself that it has the focus."""

_SHOWN_BY_STYLE = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QMenu, QMenuBar, QTabBar),
)


class _Ring(QWidget):
    """A line along the edge of the widget that it lies on; the mouse goes through it."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(widget)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._coloured = bool(widget.property("primary"))
        widget.installEventFilter(self)
        self.setGeometry(widget.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the widget."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("on_accent" if self._coloured else "accent"), 2))
        # At the very edge of what scrolls: words may begin there.
        inset = 4 if self._coloured else 0.5
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, 3, 3)


class FocusRings(QObject):
    """Rings what has the focus and would not show it, whatever window it is in."""

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
        if now is not None and _needs_a_ring(now):
            self._ring = _Ring(self._theme, now)


def _needs_a_ring(widget: QWidget) -> bool:
    if widget.property("primary"):
        return True
    shown = isinstance(widget, _SHOWN_BY_STYLE) or widget.property(DRAWS_FOCUS)
    # Who came by mouse knows where it is.
    by_keys = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    # What a person does not go to by keys: pages as a whole, lists that hang from a box.
    goes_there = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    hangs = widget.window().windowType() == Qt.WindowType.Popup
    return by_keys and goes_there and not shown and not hangs and not widget.isWindow()
