"""The confusion matrix as a grid to read and to click: rows are true digits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import mix, readable_on

CELLS = 11
"""A header and ten digits, each way."""

Cell = tuple[int | None, int | None]
"""True and predicted digit; None for all of a row or column."""


class ConfusionView(QWidget):
    """Ten by ten counts: ``counts[true, predicted]``.

    Mistakes are tinted by their number (on a square-root scale, so that rare ones show);
    the diagonal is only written, because it would drown the rest.

    Signals:
        cell_chosen: The `Cell` that was clicked: its true and predicted digit, None for "any";
            (None, None) when the choice was taken back.
    """

    cell_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion_matrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._counts: NDArray[np.int64] = np.zeros((10, 10), np.int64)
        self._chosen: Cell = (None, None)

    def set_counts(self, counts: NDArray[np.int64]) -> None:
        """Show these counts, int64 of shape (10, 10), rows = true digit."""
        self._counts = counts
        self.update()

    @property
    def chosen(self) -> Cell:
        """The (true, predicted) digits that are chosen, None for "any"."""
        return self._chosen

    def choose(self, cell: Cell) -> None:
        """Mark a cell, a row or a column without telling anyone."""
        self._chosen = cell
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square of readable numbers."""
        return QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(286, 286)

    def hasHeightForWidth(self) -> bool:
        """Stay square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Stay square."""
        return width

    def cell_rect(self, true: int | None, predicted: int | None) -> QRect:
        """Return the place of a cell, or of a header where a digit is None."""
        row = 0 if true is None else true + 1
        column = 0 if predicted is None else predicted + 1
        side = self._side()
        return QRect(column * side, row * side, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headers, counts and the chosen cell."""
        painter = QPainter(self)
        for digit in range(10):
            self._paint_header(painter, digit, None)
            self._paint_header(painter, None, digit)
            for predicted in range(10):
                self._paint_cell(painter, digit, predicted)
        self._paint_choice(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; a second click takes it back."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._set_chosen((None, None) if cell == self._chosen else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys; Escape takes the choice back."""
        moves = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        if event.key() == Qt.Key.Key_Escape and self._chosen != (None, None):
            self._set_chosen((None, None))
        elif event.key() in moves:
            down, right = moves[Qt.Key(event.key())]
            true, predicted = (0 if digit is None else digit for digit in self._chosen)
            self._set_chosen((min(max(true + down, 0), 9), min(max(predicted + right, 0), 9)))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in words what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if cell is None else self._words(cell))
            return True
        return super().event(event)

    def _side(self) -> int:
        return min(self.width(), self.height()) // CELLS

    def _cell_at(self, point: QPoint) -> Cell | None:
        side = max(self._side(), 1)
        row, column = point.y() // side, point.x() // side
        if not (0 <= row < CELLS and 0 <= column < CELLS) or row == column == 0:
            return None
        return (row - 1 if row else None, column - 1 if column else None)

    def _set_chosen(self, cell: Cell) -> None:
        self.choose(cell)
        self.cell_chosen.emit(cell)

    def _words(self, cell: Cell) -> str:
        true, predicted = cell
        if true is not None and predicted is not None:
            return self.tr("{n} images of a {true} were read as {predicted}").format(
                n=self._counts[true, predicted], true=true, predicted=predicted
            )
        if true is not None:
            return self.tr("{n} of {total} images of a {true} were misread").format(
                n=self._counts[true].sum() - self._counts[true, true],
                total=self._counts[true].sum(),
                true=true,
            )
        return self.tr("{n} images were wrongly read as {predicted}").format(
            n=self._counts[:, predicted].sum() - self._counts[predicted, predicted],
            predicted=predicted,
        )

    def _paint_header(self, painter: QPainter, true: int | None, predicted: int | None) -> None:
        self._set_font(painter, bold=True)
        painter.setPen(self.palette().placeholderText().color())
        digit = true if true is not None else predicted
        painter.drawText(
            self.cell_rect(true, predicted), Qt.AlignmentFlag.AlignCenter, str(digit)
        )

    def _set_font(self, painter: QPainter, *, bold: bool) -> None:
        font = painter.font()
        font.setPixelSize(max(9, min(self._side() // 3, 15)))
        font.setBold(bold)
        painter.setFont(font)

    def _paint_cell(self, painter: QPainter, true: int, predicted: int) -> None:
        count = int(self._counts[true, predicted])
        rect = self.cell_rect(true, predicted).adjusted(0, 0, -1, -1)
        fill = (
            self._tint(count) if true != predicted else self.palette().alternateBase().color()
        )
        painter.fillRect(rect, fill)
        if count == 0:
            return
        painter.setPen(readable_on(fill))
        self._set_font(painter, bold=False)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))

    def _tint(self, count: int) -> QColor:
        """Mix the accent into the background by the square root of the share of the worst."""
        mistakes = self._counts - np.diag(np.diag(self._counts))
        share = float(np.sqrt(count / max(int(mistakes.max()), 1)))
        return mix(self.palette().base().color(), self.palette().highlight().color(), share)

    def _paint_choice(self, painter: QPainter) -> None:
        true, predicted = self._chosen
        if true is None and predicted is None:
            return
        first = self.cell_rect(
            0 if true is None else true, 0 if predicted is None else predicted
        )
        last = self.cell_rect(
            9 if true is None else true, 9 if predicted is None else predicted
        )
        pen = painter.pen()
        pen.setColor(self.palette().text().color())
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(first.united(last).adjusted(1, 1, -2, -2))
