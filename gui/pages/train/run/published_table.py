"""What a text printed beside what was measured here, with a verdict on each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.reproduction.verdicts import JudgedValue
from gui.pages.train.run.judged_model import (
    MARKS,
    VERDICT_COLUMN,
    WHY_COLUMN,
    Index,
    JudgedModel,
)
from gui.sizes import row_px
from gui.theme import GRID_PX, Theme
from gui.words import phrase

_NARROWEST_PX = 124
"""A column whose words wrap is at least so wide."""

_MOST_WRAPPED = 400
"""Rows of a longer table all have one line: measuring them would take too long."""


class _Apart(QStyledItemDelegate):
    """Holds words at the left apart from numbers at the right of the column before."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Move the words to the right."""
        super().initStyleOption(option, index)
        option.rect.setLeft(option.rect.left() + GRID_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the moved words need."""
        return super().sizeHint(option, index) + QSize(GRID_PX, 0)


class PublishedTable(QWidget):
    """The table under a line that counts the verdicts; or words where nothing was printed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("published_table")
        self._newest = -1
        self.rows = JudgedModel(theme)
        self.table = QTableView()
        self.summary = QLabel()
        self.empty = QLabel(self.tr("This recipe has no published figures."))
        self.empty.setWordWrap(True)
        self._pages = QStackedLayout(self)
        self._set_up_table()
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Say that there is nothing to compare with."""
        self.show_judged(())

    def show_judged(self, judged: Sequence[JudgedValue]) -> None:
        """Show these figures, and the newest of them unless the person looks elsewhere."""
        newest = max((row for row, item in enumerate(judged) if _comes_in(item)), default=-1)
        follow = self._shows(self._newest)
        self.rows.show(tuple(judged))
        self._newest = newest
        self._fit_columns()
        if follow:
            row = self.rows.index(max(newest, 0), 0)
            self.table.scrollTo(row, QAbstractItemView.ScrollHint.EnsureVisible)
        self.summary.setText(self._summary(judged))
        self._pages.setCurrentIndex(1 if judged else 0)

    def _shows(self, row: int) -> bool:
        """Say whether a row is in sight."""
        rectangle = self.table.visualRect(self.rows.index(row, 0))
        return row < 0 or rectangle.intersects(self.table.viewport().rect())

    def _summary(self, judged: Sequence[JudgedValue]) -> str:
        counts = Counter(item.verdict for item in judged)
        verdicts = [verdict for verdict in MARKS if verdict and counts[verdict]]
        reasons = {item.why for item in judged if item.verdict is None}
        if not verdicts and len(reasons) == 1:  # the same for all of them: say it once
            words = phrase(reasons.pop())
            return self.tr("{sentence}.").format(sentence=f"{words[:1].upper()}{words[1:]}")
        parts = [f"{self.rows.verdict_text(v)}: {counts[v]}" for v in verdicts]
        if counts[None]:
            parts.append(self.tr("no verdict: {n}").format(n=counts[None]))
        return self.tr("{n} figures").format(n=len(judged)) + "   " + "   ".join(parts)

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("published_figures")
        table.setAccessibleName(self.tr("Published and measured figures"))
        table.setModel(self.rows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_px())
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setItemDelegateForColumn(VERDICT_COLUMN, _Apart(table))
        header.setMinimumSectionSize(6 * GRID_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the reasons."""
        super().resizeEvent(event)
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns to what came while nobody looked."""
        super().showEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Make each column as wide as its words, but none much wider than its share."""
        if not self.isVisible():
            return
        widest = max(_NARROWEST_PX, self.width() // 5)
        for column in range(WHY_COLUMN):
            width = self._width_of(column)
            if column != VERDICT_COLUMN:
                width = min(width, widest)
            self.table.setColumnWidth(column, width)
        if self.rows.rowCount() <= _MOST_WRAPPED:
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Make each row as high as its words need; the numbers stay in one line."""
        table, measure = self.table, self.table.fontMetrics()
        wrapping = [c for c in range(WHY_COLUMN + 1) if c != VERDICT_COLUMN]
        rooms = [table.columnWidth(column) - 2 * GRID_PX for column in wrapping]
        for row in range(self.rows.rowCount()):
            lines = max(
                lines_of(measure, self.rows.text(row, column), room)
                for column, room in zip(wrapping, rooms, strict=True)
            )
            table.setRowHeight(row, row_px() + (lines - 1) * measure.lineSpacing())

    def _width_of(self, column: int) -> int:
        """Return the width that the heading and the longest words of a column need."""
        # Qt would ask every row for all that it needs to paint it: 70 ms at each epoch.
        rows = {self.rows.text(row, column): row for row in range(self.rows.rowCount())}
        # The very longest may be narrower than another that is bold.
        longest = nlargest(3, rows, key=self.table.fontMetrics().horizontalAdvance)
        places = [self.rows.index(rows[text], column) for text in longest]
        hints = [self.table.sizeHintForIndex(place).width() for place in places]
        return max([self.table.horizontalHeader().sectionSizeHint(column), *hints])

    def _lay_out(self) -> None:
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(0, GRID_PX, 0, 0)
        self.summary.setObjectName("published_summary")
        self.summary.setWordWrap(True)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, GRID_PX, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)


def lines_of(measure: QFontMetrics, text: str, room: int) -> int:
    """Return how many lines a text takes in so many pixels."""
    if measure.horizontalAdvance(text) <= room:
        return 1
    wrap = Qt.TextFlag.TextWordWrap
    height = measure.boundingRect(0, 0, max(room, 1), 10_000, wrap, text).height()
    return max(1, round(height / measure.lineSpacing()))


def _comes_in(item: JudgedValue) -> bool:
    return item.measured is not None and item.epoch is not None
