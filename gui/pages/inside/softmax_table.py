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

_ROW_PX = 24
_SUM = 10


class SoftmaxTable(QTableWidget):
    """A row a digit: its logit, what is raised, its term, its probability; then the sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SUM + 1, 4, parent)
        self.setObjectName("softmax_table")
        self.setAccessibleName(self.tr("From logits to probabilities"))
        self.setVerticalHeaderLabels([*map(str, range(_SUM)), self.tr("sum")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeaderLabels(["z", "", "", ""])  # for the height
        heading = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight((_SUM + 1) * _ROW_PX + heading + 4)

    def show_softmax(self, softmax: Softmax) -> None:
        """Show the steps; the row of the digit is bold."""
        digit = int(softmax.probabilities.argmax())
        self.setHorizontalHeaderLabels(self._headings(softmax))
        self.setColumnHidden(1, softmax.ending == "sigmoid")
        columns = (
            (softmax.logits, "{:.3f}", False),
            (softmax.shifted, "{:.3f}", False),
            (softmax.terms, "{:.3g}", True),
            (softmax.probabilities, "{:.2%}", True),
        )
        for column, (values, pattern, summed) in enumerate(columns):
            for row, value in enumerate(values):
                self._write(row, column, pattern.format(value), bold=row == digit)
            total = pattern.format(float(values.sum())) if summed else ""
            self._write(_SUM, column, total, bold=False)

    def words(self, softmax: Softmax) -> str:
        """Say in a sentence how the probabilities come about."""
        if not softmax.known:
            return self.tr("The sum is no number, so that all digits are taken as equal.")
        if softmax.ending == "sigmoid":
            return self.tr("Each probability is the share of its output in the sum of all ten.")
        if softmax.temperature == 1:
            return self.tr(
                "Each probability is the share of its exponential in the sum of all ten."
            )
        return self.tr(
            "Each probability is the share of its exponential in the sum of all ten. Before, "
            "all are divided by the network's temperature T = {temperature:.3f}, which makes "
            "its confidence mean what it says."
        ).format(temperature=softmax.temperature)

    def _headings(self, softmax: Softmax) -> list[str]:
        linear = softmax.ending in ("linear", "softmax", "sigmoid")
        letter = "z" if linear else "y"
        raised = letter if softmax.temperature == 1 else f"{letter} / T"
        sigmoid = softmax.ending == "sigmoid"
        return [
            self.tr("Logit z"),
            self.tr("{raised} \N{MINUS SIGN} max").format(raised=raised),
            self.tr("Output") if sigmoid else self.tr("exp"),
            self.tr("Probability"),
        ]

    def _write(self, row: int, column: int, text: str, *, bold: bool) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = QFont(self.font())
        font.setBold(bold)
        item.setFont(font)
        self.setItem(row, column, item)
