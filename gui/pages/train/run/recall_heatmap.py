"""How many of each digit are recognised, epoch by epoch: a lost digit is framed."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.records import DIGITS
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme, readable_on
from gui.words import elided, percent

_LABEL_PX, _LONGEST_LABEL_PX = 40, 120
_ROW_PX, _LEAST_ROW_PX = 18, 14
_FOOT_PX = 20
_WIDEST_PX = 68
_NUMBER_PX = 34
_SCALE_PX, _SCALE_STEPS = 72, 10
"""At the right: what the darkest and the lightest cell mean."""

_SMALLEST_FONT_PX = 8
_LOWS = (0.9, 0.5, 0.0)
"""Where the scale can begin: at the highest that all recalls reach."""


class RecallHeatmap(QWidget):
    """A row a true digit (or other class), a column an epoch; the darker, the more are right.

    Rows of more classes than fit are as high as a line of text needs: put it where it scrolls.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recall_heatmap")
        self._theme = theme
        self._columns: list[tuple[int, tuple[float, ...]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_classes(DIGITS)
        self.setAccessibleName(self.tr("Recall of each digit over the epochs"))
        theme.changed.connect(self.update)

    @property
    def columns(self) -> tuple[tuple[int, tuple[float, ...]], ...]:
        """Each epoch with the recalls of its classes."""
        return tuple(self._columns)

    @property
    def lowest(self) -> float:
        """Where the scale begins (0 to 1): 0.9 where every digit is read that often."""
        known = [r for _, recalls in self._columns for r in recalls if not isnan(r)]
        least = min(known, default=0.0)
        return next(low for low in _LOWS if least >= low)

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Forget all epochs, and give each of these classes a row."""
        self._names = names
        widest = max(map(self.fontMetrics().horizontalAdvance, names))
        self._label_px = min(
            max(scaled(_LABEL_PX), widest + 2 * GRID_PX), scaled(_LONGEST_LABEL_PX)
        )
        rows = 0
        if names != DIGITS:
            rows = len(names) * scaled(_LEAST_ROW_PX) + scaled(_FOOT_PX) + self._head_px()
        self.setMinimumSize(160, max(96, rows))
        self.clear()

    def clear(self) -> None:
        """Forget all epochs."""
        self._columns = []
        self._changed()

    def add(self, epoch: int, recalls: tuple[float, ...]) -> None:
        """Append the recalls (0 to 1, nan where there is no such digit) of an epoch."""
        self._columns.append((epoch, recalls))
        self._changed()

    def sizeHint(self) -> QSize:
        """Return a size in which title, all rows of text and the epochs fit."""
        return QSize(
            480, len(self._names) * scaled(_ROW_PX) + scaled(_FOOT_PX) + self._head_px()
        )

    def event(self, event: QEvent) -> bool:
        """Say digit, epoch and recall of the cell under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def text_at(self, position: QPointF) -> str:
        """Return the words for the cell at a position; empty outside of the cells."""
        grid = self._grid()
        if not self._columns or not grid.contains(position):
            return ""
        column = int((position.x() - grid.left()) / grid.width() * len(self._columns))
        digit = int((position.y() - grid.top()) / grid.height() * len(self._names))
        digit = min(digit, len(self._names) - 1)
        epoch, recalls = self._columns[min(column, len(self._columns) - 1)]
        words = self.tr("Epoch {epoch}: {recall} of the {digit}s recognised")
        if self._names != DIGITS:
            words = self.tr("Epoch {epoch}: {recall} of {digit} recognised")
        return words.format(
            epoch=epoch, recall=percent(recalls[digit]), digit=self._names[digit]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells with a title, digits at the left, epochs below, the scale."""
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        painter.fillRect(self.rect(), self._theme.color("surface"))
        if not self._columns:
            painter.setPen(self._theme.color("muted"))
            words = self.tr("After each epoch: how many of each digit are recognised.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        grid, low = self._grid(), self.lowest
        font = self._number_font(
            grid.width() / len(self._columns), grid.height() / len(self._names)
        )
        for column, (_, recalls) in enumerate(self._columns):
            for digit, recall in enumerate(recalls):
                cell = self._cell(grid, column, digit)
                self._paint_cell(painter, cell, recall, low, font)
        painter.setFont(self._theme.font("small"))
        self._paint_labels(painter, grid)
        self._paint_scale(painter, grid, low)

    def _changed(self) -> None:
        last = self._columns[-1] if self._columns else None
        words = (
            ""
            if last is None
            else ", ".join(
                f"{name}: {percent(r)}" for name, r in zip(self._names, last[1], strict=True)
            )
        )
        self.setAccessibleDescription(words)
        self.update()

    def _head_px(self) -> int:
        return self.fontMetrics().height() + 4

    def _grid(self) -> QRectF:
        """Return where the cells are: not wider than numbers need, so few epochs stay small."""
        width = self.width() - self._label_px - GRID_PX - scaled(_SCALE_PX)
        widest = scaled(_WIDEST_PX) * max(1, len(self._columns))
        head = self._head_px()
        return QRectF(
            self._label_px, head, min(width, widest), self.height() - scaled(_FOOT_PX) - head
        )

    def _cell(self, grid: QRectF, column: int, digit: int) -> QRectF:
        width, height = grid.width() / len(self._columns), grid.height() / len(self._names)
        return QRectF(grid.left() + column * width, grid.top() + digit * height, width, height)

    def _number_font(self, width: float, height: float) -> QFont | None:
        """Return the largest font in which "100" fits into a cell; None where none does."""
        font = self._theme.font("small")
        for size in range(font.pixelSize(), _SMALLEST_FONT_PX - 1, -1):
            font.setPixelSize(size)
            measure = QFontMetricsF(font)
            if measure.horizontalAdvance("100") < width - 1 and measure.ascent() <= height:
                return font
        return None

    def _paint_cell(
        self, painter: QPainter, cell: QRectF, recall: float, low: float, font: QFont | None
    ) -> None:
        ground = self._color(recall, low)
        gap = 1.0 if cell.width() > 4 else 0.0
        painter.fillRect(cell.adjusted(0, 0, -gap, -1), ground)
        if font is not None:
            painter.setFont(font)
            painter.setPen(readable_on(ground))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, _short(recall))
        if recall == 0:  # not by colour alone
            painter.setPen(self._theme.color("bad"))
            painter.drawRect(cell.adjusted(0.5, 0.5, -gap - 1, -1.5))

    def _color(self, recall: float, low: float) -> QColor:
        """Return a step of a single hue, from the lowest of the scale to all."""
        if isnan(recall):
            return self._theme.color("background")
        return self._theme.blend("accent", "surface", 0.85 * (recall - low) / (1 - low))

    def _paint_labels(self, painter: QPainter, grid: QRectF) -> None:
        painter.setPen(self._theme.color("muted"))
        head = QRectF(0, 0, self.width(), grid.top())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = self.tr("Recall in per cent: of each true class, how many are read right")
        if self._names != DIGITS:
            title = self.tr("Recall in per cent: of each class, how many are read right")
        painter.drawText(head, side, title)
        for digit, name in enumerate(self._names):
            cell = self._cell(grid, 0, digit).adjusted(0, -4, 0, 4)  # room for its descent
            box = QRectF(0, cell.top(), self._label_px - GRID_PX, cell.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, elided(painter, name, box.width()))
        every = max(1, round(scaled(_NUMBER_PX) * len(self._columns) / grid.width()))
        for column in range(0, len(self._columns), every):
            cell = self._cell(grid, column, len(self._names) - 1)
            box = QRectF(cell.center().x() - 20, grid.bottom(), 40, scaled(_FOOT_PX))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._columns[column][0]))
        foot = QRectF(
            grid.right() + GRID_PX, grid.bottom(), scaled(_SCALE_PX), scaled(_FOOT_PX)
        )
        painter.drawText(foot, side, self.tr("epoch"))

    def _paint_scale(self, painter: QPainter, grid: QRectF, low: float) -> None:
        """Paint what the colours mean beside the cells: all at the top, the lowest below."""
        bar = QRectF(grid.right() + GRID_PX, grid.top(), 12, grid.height())
        for step in range(_SCALE_STEPS):
            share = 1 - step / (_SCALE_STEPS - 1)
            part = QRectF(
                bar.left(),
                bar.top() + step * bar.height() / _SCALE_STEPS,
                12,
                bar.height() / _SCALE_STEPS,
            )
            painter.fillRect(part, self._color(low + share * (1 - low), low))
        painter.setPen(self._theme.color("muted"))
        words = bar.adjusted(16, 0, scaled(_SCALE_PX) - 12, 0)
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, left | Qt.AlignmentFlag.AlignTop, "100 %")
        painter.drawText(words, left | Qt.AlignmentFlag.AlignBottom, f"{100 * low:.0f} %")


def _short(recall: float) -> str:
    return "" if isnan(recall) else f"{100 * recall:.0f}"
