"""A small bar chart: a few labelled bars, or many thin ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.sizes import scaled
from gui.words import count, elided

_LABEL_PX = 16
_MOST_WITH_GAPS = 100
_LEAST_NAME_PX, _APART_PX = 8, 4


class BarChart(QWidget):
    """Bars from the left; heights on a linear or, for histograms, a logarithmic scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._values: NDArray[np.int64] = np.zeros(1, np.int64)
        self._labels: tuple[str, ...] = ()
        self._logarithmic = False

    def set_values(
        self, values: NDArray[np.int64], labels: tuple[str, ...], *, logarithmic: bool = False
    ) -> None:
        """Show counts, int64 (n,); `labels` are spread evenly below them."""
        self._values, self._labels, self._logarithmic = values, labels, logarithmic
        self.setAccessibleDescription(", ".join(self._told()) if self._names_bars else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a band of readable height."""
        return QSize(320, scaled(120))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(200, scaled(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, their numbers where there is room, and the labels."""
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(scaled(11))
        painter.setFont(font)
        heights = np.log1p(self._values) if self._logarithmic else self._values
        top = max(float(heights.max()), 1.0)
        few = self._names_bars and self._numbers_fit(painter)
        gaps = len(self._values) <= _MOST_WITH_GAPS
        line = scaled(_LABEL_PX)
        room = self.height() - line - (line if few else 0)
        width = self.width() / len(self._values)
        for number, height in enumerate(heights):
            tall = room * float(height) / top
            gap = 0.15 * width if gaps else 0.0
            bar = QRectF(
                number * width + gap,
                self.height() - line - tall,
                max(width - 2 * gap, 1.0),
                tall,
            )
            painter.fillRect(bar, self.palette().highlight())
            if few:
                above = QRectF(number * width, bar.top() - line, width, line)
                painter.setPen(self.palette().text().color())
                painter.drawText(
                    above, Qt.AlignmentFlag.AlignCenter, count(int(self._values[number]))
                )
        self._paint_labels(painter)

    def event(self, event: QEvent) -> bool:
        """Say the name and the count of the bar under the mouse."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        number = event.pos().x() * len(self._values) // max(1, self.width())
        words = self._told()[number] if self._names_bars else ""
        QToolTip.showText(event.globalPos(), words, self)
        return True

    @property
    def _names_bars(self) -> bool:
        """Whether there is a label for each bar."""
        return len(self._labels) == len(self._values)

    def _told(self) -> list[str]:
        return [
            f"{label}: {count(int(value))}"
            for label, value in zip(self._labels, self._values, strict=True)
        ]

    def _numbers_fit(self, painter: QPainter) -> bool:
        """Say whether each count can stand above its bar."""
        width = self.width() / len(self._values)
        longest = count(int(self._values.max()))
        return painter.fontMetrics().horizontalAdvance(longest) + _APART_PX <= width

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setPen(self.palette().placeholderText().color())
        width = self.width() / max(len(self._labels), 1)
        if self._names_bars and width < scaled(_LEAST_NAME_PX):
            return
        line = scaled(_LABEL_PX)
        for number, label in enumerate(self._labels):
            place = QRectF(number * width, self.height() - line, width, line)
            align = Qt.AlignmentFlag.AlignCenter
            if len(self._labels) < len(self._values):
                align = _spread(number, len(self._labels))
            painter.drawText(
                place, align | Qt.AlignmentFlag.AlignVCenter, elided(painter, label, width)
            )


def _spread(number: int, count: int) -> Qt.AlignmentFlag:
    """Put the first label at the left end, the last at the right, the others between."""
    if number == 0:
        return Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignRight if number == count - 1 else Qt.AlignmentFlag.AlignHCenter
