"""A progress bar that does not look finished while nobody knows how far it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from gui.theme import Theme

_SHARE = 0.2
_MOVE_MS = 60
_MOVES = 40


class BusyBar(QProgressBar):
    """Busy (its maximum is 0) a short piece of it goes to and fro, only while it is seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at = 0
        self._timer = QTimer(self, interval=_MOVE_MS)
        self._timer.timeout.connect(self._move)

    @property
    def busy(self) -> bool:
        """Whether nobody knows how far it is."""
        return self.maximum() == 0

    def setMaximum(self, maximum: int) -> None:
        """Be busy at 0."""
        super().setMaximum(maximum)
        self._run()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line, and on it what is done or the piece that moves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        painter.setPen(self._theme.color("hairline"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(self._done(whole), self._theme.color("accent"))

    def showEvent(self, event: QShowEvent) -> None:
        """Move while it is seen."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def _done(self, whole: QRectF) -> QRectF:
        if self.busy:
            way = abs(self._at - _MOVES) / _MOVES
            left = (1 - _SHARE) * whole.width() * (1 - way)
            return QRectF(left, 0, _SHARE * whole.width(), whole.height())
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        return QRectF(0, 0, share * whole.width(), whole.height())

    def _run(self) -> None:
        if self.busy and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def _move(self) -> None:
        self._at = (self._at + 1) % (2 * _MOVES)
        self.update()
