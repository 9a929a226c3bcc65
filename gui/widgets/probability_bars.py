"""Ten bars, one for each digit: how much of its belief the network puts on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.records import Floats
from gui.theme import GRID_PX, Theme
from gui.words import percent

EASING_MS = 80
"""Long enough to see which bar moves, short enough to keep up with a pen."""

_LARGEST_ROW_PX = 28
_SMALLEST_ROW_PX = 15


class ProbabilityBars(QWidget):
    """Bars from the left with digit and percentage; the longest in the accent colour.

    They ease to new lengths in `EASING_MS`; what is told to screen readers is there at
    once.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probability_bars")
        self.setAccessibleName(self.tr("Probability of each digit"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._target: Floats | None = None
        self._from = np.zeros(10, np.float32)
        self._shown = np.zeros(10, np.float32)
        self._easing = QVariantAnimation(self)
        self._easing.setDuration(EASING_MS)
        self._easing.setStartValue(0.0)
        self._easing.setEndValue(1.0)
        self._easing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._easing.valueChanged.connect(self._on_eased)
        theme.changed.connect(self.update)

    @property
    def probabilities(self) -> Floats | None:
        """What the bars show or ease to, float32 (10,); None for nothing."""
        return self._target

    def set_probabilities(self, probabilities: Floats | None) -> None:
        """Show these probabilities, float32 (10,); None empties the bars."""
        self._target = probabilities
        self.setAccessibleDescription(self._spoken())
        self._easing.stop()
        self._from = self._shown.copy()
        if self.isVisible():
            self._easing.start()
        else:
            self._on_eased(1.0)

    def sizeHint(self) -> QSize:
        """Ask for ten comfortable rows."""
        return QSize(280, 10 * _LARGEST_ROW_PX)

    def minimumSizeHint(self) -> QSize:
        """Ten rows whose digits do not touch."""
        return QSize(200, 10 * _SMALLEST_ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ten rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        height = min(self.height() / 10, _LARGEST_ROW_PX)
        font.setPixelSize(max(10, min(round(height * 0.62), self.fontInfo().pixelSize())))
        for digit in range(10):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, digit, row, font)

    def _paint_row(self, painter: QPainter, digit: int, row: QRectF, font: QFont) -> None:
        color, best = self._theme.color, self._best()
        font.setBold(digit == best)
        painter.setFont(font)
        painter.setPen(color("text" if digit == best else "muted"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, left, str(digit))
        font.setBold(True)
        widest = QFontMetricsF(font).horizontalAdvance(percent(1.0, 1)) + GRID_PX
        if self._target is not None:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(row, right, percent(float(self._target[digit]), 1))
        gap = row.height() * 0.22
        track = row.adjusted(2.5 * GRID_PX, gap, -widest, -gap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.blend("hairline", "background", 0.45))
        painter.drawRoundedRect(track, 2, 2)
        track.setWidth(track.width() * float(self._shown[digit]))
        painter.setBrush(
            color("accent") if digit == best else self._theme.blend("accent", "background", 0.5)
        )
        painter.drawRoundedRect(track, 2, 2)

    def _best(self) -> int | None:
        return None if self._target is None else int(self._target.argmax())

    def _on_eased(self, share: float) -> None:
        goal = np.zeros(10, np.float32) if self._target is None else self._target
        self._shown = self._from + np.float32(share) * (goal - self._from)
        self.update()

    def _spoken(self) -> str:
        if self._target is None:
            return ""
        order = np.argsort(-self._target, kind="stable")
        said = [d for d in order if self._target[d] >= 0.001]
        return ", ".join(f"{d}: {percent(float(self._target[d]), 1)}" for d in said)
