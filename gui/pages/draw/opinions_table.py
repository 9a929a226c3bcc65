"""A small table: each saved network, what it reads, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.sizes import row_px
from gui.words import percent

if TYPE_CHECKING:
    from core.runs.opinions import Opinion


class OpinionsTable(QTableWidget):
    """One row a network, those that disagree with the one in use on top and marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("opinions_table")
        self.setAccessibleName(self.tr("What every network reads"))
        self.setHorizontalHeaderLabels(
            [self.tr("Network"), self.tr("Reads"), self.tr("Confidence")]
        )
        self.setToolTip(
            self.tr(
                "The network in use, the one that came with Inkling and those of the newest "
                "runs. Where they disagree, look at the drawing again."
            )
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_px())
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)

    def show_opinions(self, opinions: tuple[Opinion, ...]) -> None:
        """Show these, in this order."""
        self.setRowCount(len(opinions))
        for row, opinion in enumerate(opinions):
            mark = "" if opinion.agrees else " \N{NOT EQUAL TO}"
            doubt = "" if opinion.is_digit else self.tr(" (no digit?)")
            cells = (
                opinion.name,
                f"{opinion.digit}{mark}{doubt}",
                percent(opinion.confidence, 1),
            )
            for column, text in enumerate(cells):
                self._write(row, column, text, bold=not opinion.agrees)

    def _write(self, row: int, column: int, text: str, *, bold: bool) -> None:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        font = item.font()
        font.setBold(bold)
        item.setFont(font)
        self.setItem(row, column, item)
