"""Precision, recall, F1 and support of each class, with a bar behind each share."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.evaluation.per_class import ClassFigures, mean_figures
from gui.sizes import row_px
from gui.words import count, percent

SHARE = Qt.ItemDataRole.UserRole
"""The share of a cell, 0 to 1, which its bar shows."""


class _BarDelegate(QStyledItemDelegate):
    """Draws a bar as long as the cell's share under its text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        share = index.data(SHARE)  # type: ignore[attr-defined]
        if share is not None and not math.isnan(share):
            room = QRect(option.rect).adjusted(2, 3, -2, -3)
            room.setWidth(round(room.width() * float(share)))
            shade = option.palette.highlight().color()
            shade.setAlphaF(0.25)
            painter.fillRect(room, shade)
        super().paint(painter, option, index)  # type: ignore[arg-type]


class ClassTable(QTableWidget):
    """A row for each class, and one for their means.

    Signals:
        class_chosen: The number of the class whose row was clicked.
    """

    class_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setObjectName("class_table")
        self.setAccessibleName(self.tr("Precision, recall, F1 and support of each class"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Class"),
                self.tr("Precision"),
                self.tr("Recall"),
                self.tr("F1"),
                self.tr("Images"),
            ]
        )
        tips = (
            "",
            self.tr("Of the images that were read as this class: the share that is."),
            self.tr("Of the images of this class: the share that was read so."),
            self.tr("The harmonic mean of precision and recall."),
            self.tr("How many images of this class there are."),
        )
        for column, tip in enumerate(tips):
            self.model().setHeaderData(
                column, Qt.Orientation.Horizontal, tip, Qt.ItemDataRole.ToolTipRole
            )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_px())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_BarDelegate(self))
        self._classes = 0
        self.cellClicked.connect(self._on_clicked)
        self.cellActivated.connect(self._on_clicked)

    def show_figures(self, figures: tuple[ClassFigures, ...], names: Sequence[str]) -> None:
        """Show the figures of each class, classes by their names."""
        self._classes = len(figures)
        self.setRowCount(len(figures) + 1)
        for row, each in enumerate(figures):
            shares = (each.precision, each.recall, each.f1)
            self._fill(row, names[each.label], shares, each.support)
            low, high = each.interval
            tip = self.tr("95 % interval {low} to {high}").format(
                low=percent(low), high=percent(high)
            )
            self.model().setData(self.model().index(row, 2), tip, Qt.ItemDataRole.ToolTipRole)
        support = sum(each.support for each in figures)
        self._fill(len(figures), self.tr("mean"), mean_figures(figures), support)

    def _fill(
        self, row: int, name: str, shares: tuple[float, float, float], support: int
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.setItem(row, 0, QTableWidgetItem(name))
        for column, share in enumerate(shares, start=1):
            item = QTableWidgetItem(percent(share))
            item.setTextAlignment(right)
            item.setData(SHARE, share)
            self.setItem(row, column, item)
        item = QTableWidgetItem(count(support))
        item.setTextAlignment(right)
        self.setItem(row, 4, item)

    def _on_clicked(self, row: int, _column: int) -> None:
        if row < self._classes:
            self.class_chosen.emit(row)
