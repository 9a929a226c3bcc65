"""A small table that shows all of what it holds: its columns wrap, it never scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

_ROOM_PX = 24


class SideBySide(QTableWidget):
    """Rows of words as high as their words need.

    Parameters
    ----------
    equal_from : int, optional
        From this column on all are equally wide, those before as wide as their words; without
        it the last column takes what is left.
    """

    def __init__(
        self, name: str, accessible_name: str, *, equal_from: int | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._equal_from = equal_from
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows under these titles."""
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(
                    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                )
                self.setItem(row, column, item)
        self.fit()

    def fit(self) -> None:
        """Share the width out, and be as high as the words then need."""
        columns = self.columnCount()
        if not columns:
            self.setFixedHeight(self.horizontalHeader().sizeHint().height())
            return
        wanted = [self._wanted(column) for column in range(columns)]
        for column, width in enumerate(self._shared(wanted, max(self.width() - 2, 1))):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        rows_px = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows_px + 4)

    def _wanted(self, column: int) -> int:
        measure = self.fontMetrics().horizontalAdvance
        cells = [self.item(row, column) for row in range(self.rowCount())]
        texts = [cell.text() for cell in cells if cell is not None]
        title = self.model().headerData(column, Qt.Orientation.Horizontal)
        return max(map(measure, [str(title), *texts])) + _ROOM_PX

    def _shared(self, wanted: list[int], room: int) -> list[int]:
        first = self._equal_from
        if first is not None and first < len(wanted):
            head = [min(width, room // 3) for width in wanted[:first]]
            each = (room - sum(head)) // (len(wanted) - first)
            return head + [each] * (len(wanted) - first)
        spare = room - sum(wanted)
        if spare >= 0:
            return [*wanted[:-1], wanted[-1] + spare]
        # The names and notes wrap; the numbers stay in one line.
        widest = wanted.index(max(wanted))
        wanted[widest] = max(wanted[widest] + spare, room // 4)
        return wanted
