"""A small plot of shares, which the reliability diagram and its neighbours draw upon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.sizes import scaled
from gui.theme import Theme

_PLOT_PX = 190
_AXIS_PX = 34
_PERCENTS = ("0", "25", "50", "75", "100")
_STEPS = (25.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01)
"""Between the five ticks of the value axis, in per cent: each makes ticks that can be read."""


def round_low(lowest: float) -> float:
    """Return from where a value axis up to 1 shows `lowest`, with round ticks."""
    step = next(step for step in reversed(_STEPS) if 1 - step / 25 <= lowest or step == 25)
    return 1 - step / 25


class SharePlot(QWidget):
    """A small plot of shares, drawn without pyqtgraph: it has 15 bars at most."""

    def __init__(self, theme: Theme, across: str = "", up: str = "") -> None:
        super().__init__()
        self._theme, self._across, self._up = theme, across, up
        self.setMinimumHeight(scaled(_PLOT_PX))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for a low rectangle."""
        return QSize(320, scaled(_PLOT_PX))

    def _begin(
        self, low: float = 0.0, across: Sequence[str] = _PERCENTS
    ) -> tuple[QPainter, QRectF]:
        """Draw ground, axes and their names; return the painter and the plot's rectangle.

        The value axis goes from `low` to 1; `across` are the texts along the other, evenly.
        """
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        room = QRectF(self.rect()).adjusted(scaled(_AXIS_PX) + 8, 20, -20, -scaled(_AXIS_PX))
        painter.fillRect(room, self._theme.color("surface"))
        step_percent = 25 * (1 - low)
        decimals = 0 if step_percent > 0.9 else 1 if step_percent > 0.09 else 2
        for step in range(5):
            value = 100 * (low + (1 - low) * step / 4)
            self._tick(painter, room, step / 4, f"{value:.{decimals}f}")
        for place, text in enumerate(across):
            x = room.left() + place / max(1, len(across) - 1) * room.width()
            below = QRectF(x - 20, room.bottom() + 2, 40, 14)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(self._theme.color("muted"))
        below = QRectF(room.left(), room.bottom() + 16, room.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._across)
        painter.drawText(QRectF(0, 0, self.width(), 16), Qt.AlignmentFlag.AlignLeft, self._up)
        return painter, room

    def _tick(self, painter: QPainter, room: QRectF, share: float, text: str) -> None:
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        y = room.bottom() - share * room.height()
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(self._theme.color("muted"))
        beside = QRectF(0, y - 8, room.left() - 4, 16)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(beside, right, text)
