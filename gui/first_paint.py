"""Do something as soon as a widget was seen, because it would delay its first paint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def after_first_paint(widget: QWidget, act: Callable[[], object]) -> None:
    """Call `act` once, when the widget has been painted for the first time from now on.

    Not if the widget is gone by then.
    """
    widget.installEventFilter(_FirstPaint(widget, act))


class _FirstPaint(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # In the next turn of the loop: this paint has to reach the screen first.
            QTimer.singleShot(0, self, self._act)
        return False
