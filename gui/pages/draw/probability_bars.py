"""Ten bars, one for each digit: how much of its belief the network puts on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.records import Floats
from gui.theme import GRID_PX, Theme
from gui.words import percent

EASING_MS = 80
"""Long enough to see which bar moves, short enough to keep up with a pen."""

_LARGEST_ROW_PX = 28
_SMALLEST_ROW_PX = 15
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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
        self._best: int | None = None
        self._texts: list[str] = []
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
        self._best = None if probabilities is None else int(probabilities.argmax())
        given = [] if probabilities is None else probabilities.tolist()
        self._texts = [percent(probability, 1) for probability in given]
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
        height = min(self.height() / 10, _LARGEST_ROW_PX)
        plain = QFont(self.font())
        plain.setPixelSize(max(10, min(round(height * 0.62), self.fontInfo().pixelSize())))
        bold = QFont(plain)
        bold.setBold(True)
        widest = QFontMetricsF(bold).horizontalAdvance(percent(1.0, 1)) + GRID_PX
        rows = [QRectF(0, digit * height, self.width(), height) for digit in range(10)]
        self._paint_tracks(painter, rows, widest)
        painter.setFont(plain)
        painter.setPen(self._theme.color("muted"))
        self._paint_texts(painter, rows, [digit for digit in range(10) if digit != self._best])
        if self._best is not None:
            painter.setFont(bold)
            painter.setPen(self._theme.color("text"))
            self._paint_texts(painter, rows, [self._best])

    def _paint_tracks(self, painter: QPainter, rows: list[QRectF], widest: float) -> None:
        """Draw the bars on their tracks, which leave room for digits and percentages."""
        empty = QBrush(self._theme.blend("hairline", "background", 0.45))
        other = QBrush(self._theme.blend("accent", "background", 0.5))
        longest = QBrush(self._theme.color("accent"))
        gap = rows[0].height() * 0.22
        painter.setPen(Qt.PenStyle.NoPen)
        for digit, (row, probability) in enumerate(
            zip(rows, self._shown.tolist(), strict=True)
        ):
            track = row.adjusted(2.5 * GRID_PX, gap, -widest, -gap)
            painter.setBrush(empty)
            painter.drawRoundedRect(track, 2, 2)
            track.setWidth(track.width() * probability)
            painter.setBrush(longest if digit == self._best else other)
            painter.drawRoundedRect(track, 2, 2)

    def _paint_texts(self, painter: QPainter, rows: list[QRectF], digits: list[int]) -> None:
        """Write some digits at the left, their percentages at the right."""
        for digit in digits:
            painter.drawText(rows[digit], _LEFT, str(digit))
            if self._texts:
                painter.drawText(rows[digit], _RIGHT, self._texts[digit])

    def _on_eased(self, done: float) -> None:
        goal = np.zeros(10, np.float32) if self._target is None else self._target
        self._shown = self._from + np.float32(done) * (goal - self._from)
        self.update()

    def _spoken(self) -> str:
        if self._target is None:
            return ""
        order = np.argsort(-self._target, kind="stable")
        said = [d for d in order if self._target[d] >= 0.001]
        return ", ".join(f"{d}: {percent(float(self._target[d]), 1)}" for d in said)
