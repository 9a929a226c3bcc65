"""A bar for each digit, or other class: how much of its belief the network puts on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.layers import CLASSES
from core.records import DIGITS, Floats
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme
from gui.words import elided, percent

EASING_MS = 80
"""Long enough to see which bar moves, short enough to keep up with a pen."""

_LARGEST_ROW_PX = 36
_SMALLEST_ROW_PX = 15
_NAME_SHARE = 0.4

MOST_ROWS = 12
"""Of more classes the likeliest ten are shown, the likeliest first."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProbabilityBars(QWidget):
    """Bars from the left with name and percentage; the longest in the accent colour.

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
        self._from: Floats
        self._shown: Floats
        self._name(DIGITS)
        self._easing = QVariantAnimation(self)
        self._easing.setDuration(EASING_MS)
        self._easing.setStartValue(0.0)
        self._easing.setEndValue(1.0)
        self._easing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._easing.valueChanged.connect(self._on_eased)
        theme.changed.connect(self.update)

    @property
    def probabilities(self) -> Floats | None:
        """What the bars show or ease to, float32 (classes,); None for nothing."""
        return self._target

    def set_probabilities(
        self, probabilities: Floats | None, names: tuple[str, ...] = DIGITS
    ) -> None:
        """Show these probabilities, float32 (classes,); None empties the bars."""
        if probabilities is not None and names != self._names:
            self._name(names)
        self._target = probabilities
        if probabilities is not None and len(self._names) > MOST_ROWS:
            self._rows = np.argsort(-probabilities, kind="stable")[:CLASSES].tolist()
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
        """Ask for comfortable rows."""
        return QSize(280, len(self._rows) * scaled(_LARGEST_ROW_PX))

    def minimumSizeHint(self) -> QSize:
        """Rows whose names do not touch."""
        return QSize(200, len(self._rows) * scaled(_SMALLEST_ROW_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(self.height() / len(self._rows), scaled(_LARGEST_ROW_PX))
        plain = QFont(self.font())
        plain.setPixelSize(max(10, min(round(height * 0.62), self.fontInfo().pixelSize())))
        bold = QFont(plain)
        bold.setBold(True)
        widest = QFontMetricsF(bold).horizontalAdvance(percent(1.0, 1)) + GRID_PX
        rows = {
            digit: QRectF(0, row * height, self.width(), height)
            for row, digit in enumerate(self._rows)
        }
        room = max(
            map(QFontMetricsF(bold).horizontalAdvance, map(self._names.__getitem__, rows))
        )
        room = min(max(room + GRID_PX, 2.5 * GRID_PX), _NAME_SHARE * self.width())
        self._paint_tracks(painter, rows, room, widest)
        painter.setFont(plain)
        painter.setPen(self._theme.color("muted"))
        self._paint_texts(painter, rows, room, [row for row in rows if row != self._best])
        if self._best is not None:
            painter.setFont(bold)
            painter.setPen(self._theme.color("text"))
            self._paint_texts(painter, rows, room, [self._best])

    def _paint_tracks(
        self, painter: QPainter, rows: dict[int, QRectF], room: float, widest: float
    ) -> None:
        """Draw the bars on their tracks, which leave room for names and percentages."""
        strong = self._theme.high_contrast
        # In strong colours a ground that is only a little darker would look like a bar.
        empty = QBrush() if strong else self._theme.blend("hairline", "background", 0.45)
        edge = QPen(self._theme.color("hairline")) if strong else QPen(Qt.PenStyle.NoPen)
        other = QBrush(self._theme.blend("accent", "background", 0.5))
        longest = QBrush(self._theme.color("accent"))
        for digit, row in rows.items():
            gap = row.height() * 0.22
            track = row.adjusted(room, gap, -widest, -gap)
            painter.setBrush(empty)
            painter.setPen(edge)
            painter.drawRoundedRect(track, 2, 2)
            painter.setPen(Qt.PenStyle.NoPen)
            track.setWidth(track.width() * float(self._shown[digit]))
            painter.setBrush(longest if digit == self._best else other)
            painter.drawRoundedRect(track, 2, 2)

    def _paint_texts(
        self, painter: QPainter, rows: dict[int, QRectF], room: float, digits: list[int]
    ) -> None:
        """Write some names at the left, their percentages at the right."""
        for digit in digits:
            name = elided(painter, self._names[digit], room)
            painter.drawText(rows[digit], _LEFT, name)
            if self._texts:
                painter.drawText(rows[digit], _RIGHT, self._texts[digit])

    def _on_eased(self, done: float) -> None:
        goal = np.zeros_like(self._shown) if self._target is None else self._target
        self._shown = self._from + np.float32(done) * (goal - self._from)
        self.update()

    def _spoken(self) -> str:
        if self._target is None:
            return ""
        order = np.argsort(-self._target, kind="stable")
        said = [d for d in order if self._target[d] >= 0.001]
        return ", ".join(
            f"{self._names[d]}: {percent(float(self._target[d]), 1)}" for d in said
        )

    def _name(self, names: tuple[str, ...]) -> None:
        """Make rows for these classes; nothing eases from what others had."""
        self._names = names
        self._from = self._shown = np.zeros(len(names), np.float32)
        self._rows = list(range(len(names) if len(names) <= MOST_ROWS else CLASSES))
        self.updateGeometry()
