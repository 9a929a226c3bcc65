"""From logits to a digit, step by step: the softmax written out in a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.networks.inside import Softmax


class SoftmaxTable(QTableWidget):
    """Ten rows: digit, logit, logit less the largest, its exponential, the probability."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(10, 4, parent)
        self.setObjectName("softmax_table")
        self.setAccessibleName(self.tr("From logits to probabilities"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Logit z"),
                self.tr("z \N{MINUS SIGN} max"),
                self.tr("exp"),
                self.tr("Probability"),
            ]
        )
        self.setVerticalHeaderLabels([str(digit) for digit in range(10)])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(24)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(10 * 24 + self.horizontalHeader().sizeHint().height() + 4)

    def show_softmax(self, softmax: Softmax) -> None:
        """Show the steps; the row of the digit is bold."""
        digit = int(softmax.probabilities.argmax())
        columns = (
            (softmax.logits, "{:.3f}"),
            (softmax.shifted, "{:.3f}"),
            (softmax.exponentials, "{:.3g}"),
            (softmax.probabilities, "{:.2%}"),
        )
        for column, (values, pattern) in enumerate(columns):
            for row, value in enumerate(values):
                item = QTableWidgetItem(pattern.format(value))
                item.setTextAlignment(
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
                font = QFont(self.font())
                font.setBold(row == digit)
                item.setFont(font)
                self.setItem(row, column, item)
