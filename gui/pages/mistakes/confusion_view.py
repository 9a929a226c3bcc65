"""The confusion matrix as a grid to read and to click: rows are true classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.evaluation.per_class import row_shares
from core.records import DIGITS
from gui.sizes import scaled
from gui.theme import mix, readable_on
from gui.words import percent

Cell = tuple[int | None, int | None]
"""True and predicted class; None for all of a row or column."""

NO_CELL: Cell = (None, None)

_READABLE_PX = 15
"""In smaller cells numbers are not written; tint, tool tip and screen reader still say them."""


class ConfusionView(QWidget):
    """Counts, or shares of each row: ``counts[true, predicted]``.

    Mistakes are tinted by their number (on a square-root scale, so that rare ones show);
    the diagonal is only written, because it would drown the rest.

    Signals:
        cell_chosen: The `Cell` that was clicked: its true and predicted class, None for "any";
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
        self._names: Sequence[str] = DIGITS
        self._counts: NDArray[np.int64] = np.zeros((len(DIGITS),) * 2, np.int64)
        self._shares: NDArray[np.float64] = row_shares(self._counts)
        self._in_shares = False
        self._chosen: Cell = NO_CELL

    def set_counts(self, counts: NDArray[np.int64], names: Sequence[str] = DIGITS) -> None:
        """Show these counts, int64 (classes, classes), rows = true class, and their names."""
        self._counts, self._names = counts, names
        self._shares = row_shares(counts)
        self.updateGeometry()
        self.update()

    def show_shares(self, in_shares: bool) -> None:
        """Write shares of the true class in place of counts, or counts again."""
        self._in_shares = in_shares
        self.update()

    @property
    def in_shares(self) -> bool:
        """Whether shares of the true class are written in place of counts."""
        return self._in_shares

    @property
    def chosen(self) -> Cell:
        """The (true, predicted) classes that are chosen, None for "any"."""
        return self._chosen

    def choose(self, cell: Cell) -> None:
        """Mark a cell, a row or a column without telling anyone."""
        self._chosen = cell
        words = "" if cell == NO_CELL else self.words(cell)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
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
        """Return the place of a cell, or of a header where a class is None."""
        row = 0 if true is None else true + 1
        column = 0 if predicted is None else predicted + 1
        left, right = self._edge(column), self._edge(column + 1)
        top, bottom = self._edge(row), self._edge(row + 1)
        return QRect(left, top, right - left, bottom - top)

    def words(self, cell: Cell) -> str:
        """Return in a sentence what a cell, a row or a column says."""
        true, predicted = cell
        if true is not None and predicted is not None:
            read = int(self._counts[true, predicted])
            return self.tr(
                "{n} image of {true} was read as {predicted} ({share})"
                if read == 1
                else "{n} images of {true} were read as {predicted} ({share})"
            ).format(
                n=read,
                true=self._names[true],
                predicted=self._names[predicted],
                share=percent(float(self._shares[true, predicted])),
            )
        if true is not None:
            return self.tr("{n} of {total} images of {true} were misread").format(
                n=self._counts[true].sum() - self._counts[true, true],
                total=self._counts[true].sum(),
                true=self._names[true],
            )
        wrong = int(self._counts[:, predicted].sum() - self._counts[predicted, predicted])
        return self.tr(
            "{n} image was wrongly read as {predicted}"
            if wrong == 1
            else "{n} images were wrongly read as {predicted}"
        ).format(
            n=wrong,
            predicted=self._names[predicted or 0],
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headers, counts and the chosen cell."""
        painter = QPainter(self)
        mistakes = self._counts - np.diag(np.diag(self._counts))
        worst = max(int(mistakes.max(initial=0)), 1)
        for true in range(len(self._counts)):
            self._paint_header(painter, true, None)
            self._paint_header(painter, None, true)
            for predicted in range(len(self._counts)):
                self._paint_cell(painter, true, predicted, worst)
        self._paint_choice(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; a second click takes it back."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._set_chosen(NO_CELL if cell == self._chosen else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys; Escape takes the choice back."""
        moves = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        if event.key() == Qt.Key.Key_Escape and self._chosen != NO_CELL:
            self._set_chosen(NO_CELL)
        elif event.key() in moves:
            self._move(*moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in words what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if cell is None else self.words(cell))
            return True
        return super().event(event)

    def _move(self, down: int, right: int) -> None:
        last = len(self._counts) - 1
        true, predicted = (0 if each is None else each for each in self._chosen)
        self._set_chosen((min(max(true + down, 0), last), min(max(predicted + right, 0), last)))

    def _cells(self) -> int:
        """Count the cells of a side: a header and the classes."""
        return len(self._counts) + 1

    def _edge(self, number: int) -> int:
        # Not whole pixels a cell: of a hundred classes a third of the room would be lost.
        return number * min(self.width(), self.height()) // self._cells()

    def _side(self) -> int:
        return min(self.width(), self.height()) // self._cells()

    def _cell_at(self, point: QPoint) -> Cell | None:
        room = max(min(self.width(), self.height()), 1)
        row, column = (
            place * self._cells() // room if place >= 0 else -1
            for place in (point.y(), point.x())
        )
        inside = 0 <= row < self._cells() and 0 <= column < self._cells()
        if not inside or row == column == 0:
            return None
        return (row - 1 if row else None, column - 1 if column else None)

    def _set_chosen(self, cell: Cell) -> None:
        self.choose(cell)
        self.cell_chosen.emit(cell)

    def _paint_header(self, painter: QPainter, true: int | None, predicted: int | None) -> None:
        if self._side() < _READABLE_PX:
            return
        self._set_font(painter, bold=True)
        painter.setPen(self.palette().placeholderText().color())
        number = true if true is not None else predicted
        rect = self.cell_rect(true, predicted).adjusted(1, 0, -1, 0)
        name = painter.fontMetrics().elidedText(
            self._names[number or 0], Qt.TextElideMode.ElideMiddle, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)

    def _set_font(self, painter: QPainter, *, bold: bool) -> None:
        font = painter.font()
        font.setPixelSize(max(8, min(self._side() // 3, scaled(15))))
        font.setBold(bold)
        painter.setFont(font)

    def _paint_cell(self, painter: QPainter, true: int, predicted: int, worst: int) -> None:
        count = int(self._counts[true, predicted])
        gap = 1 if self._side() >= _READABLE_PX else 0
        if gap and self.palette().base() == self.palette().window():
            # Of one colour with the page, in a high contrast: only a line parts the cells.
            painter.fillRect(self.cell_rect(true, predicted), self.palette().mid())
        rect = self.cell_rect(true, predicted).adjusted(0, 0, -gap, -gap)
        fill = self._fill(true, predicted, worst)
        painter.fillRect(rect, fill)
        if count == 0 or self._side() < _READABLE_PX:
            return
        painter.setPen(readable_on(fill))
        self._set_font(painter, bold=False)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._number(true, predicted))

    def _number(self, true: int, predicted: int) -> str:
        if not self._in_shares:
            return str(self._counts[true, predicted])
        share = 100 * float(self._shares[true, predicted])
        return f"{share:.0f}" if share >= 10 else f"{share:.1f}"

    def _fill(self, true: int, predicted: int, worst: int) -> QColor:
        """Mix the accent into the background by the square root of the share of the worst."""
        if true == predicted:
            return self.palette().alternateBase().color()
        share = float(np.sqrt(self._counts[true, predicted] / worst))
        return mix(self.palette().base().color(), self.palette().highlight().color(), share)

    def _paint_choice(self, painter: QPainter) -> None:
        true, predicted = self._chosen
        if true is None and predicted is None:
            return
        last = len(self._counts) - 1
        first_cell = self.cell_rect(true or 0, predicted or 0)
        last_cell = self.cell_rect(
            last if true is None else true, last if predicted is None else predicted
        )
        pen = painter.pen()
        pen.setColor(self.palette().text().color())
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(first_cell.united(last_cell).adjusted(1, 1, -2, -2))
