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
from core.records import DIGITS
from gui.sizes import row_px, scaled
from gui.words import percent

_MOST_ROWS, _NAME_PX = 12, 120


class SoftmaxTable(QTableWidget):
    """A row a class: its logit, what is raised, its term, its probability; then the sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setObjectName("softmax_table")
        self.setAccessibleName(self.tr("From logits to probabilities"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_px())
        self.verticalHeader().setMaximumWidth(scaled(_NAME_PX))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalHeaderLabels(["z", "", "", ""])  # for the height
        self._name(DIGITS)

    def show_softmax(self, softmax: Softmax) -> None:
        """Show the steps; the row of the digit is bold."""
        digit = int(softmax.probabilities.argmax())
        if softmax.names != self._names:
            self._name(softmax.names)
        self.setHorizontalHeaderLabels(self._headings(softmax))
        self.setColumnHidden(1, softmax.ending == "sigmoid")
        columns = (
            (softmax.logits, "{:.3f}".format, False),
            (softmax.shifted, "{:.3f}".format, False),
            (softmax.terms, "{:.3g}".format, True),
            (softmax.probabilities, percent, True),
        )
        for column, (values, words, summed) in enumerate(columns):
            for row, value in enumerate(values):
                self._write(row, column, words(float(value)), bold=row == digit)
            total = words(float(values.sum())) if summed else ""
            self._write(len(self._names), column, total, bold=False)
        self.scrollTo(self.model().index(digit, 0))

    def words(self, softmax: Softmax) -> str:
        """Say in a sentence how the probabilities come about."""
        count = len(softmax.names)
        if not softmax.known:
            return self.tr("The sum is no number, so that all classes are taken as equal.")
        if softmax.ending == "sigmoid":
            return self.tr(
                "Each probability is the share of its output in the sum of all {n}."
            ).format(n=count)
        if softmax.temperature == 1:
            return self.tr(
                "Each probability is the share of its exponential in the sum of all {n}."
            ).format(n=count)
        return self.tr(
            "Each probability is the share of its exponential in the sum of all {n}. Before, "
            "all are divided by the network's temperature T = {temperature:.3f}, which makes "
            "its confidence mean what it says."
        ).format(n=count, temperature=softmax.temperature)

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

    def _name(self, names: tuple[str, ...]) -> None:
        """Make a row for each of these classes, and one for sums; many are scrolled."""
        self._names = names
        self.setRowCount(len(names) + 1)
        self.setVerticalHeaderLabels([*names, self.tr("sum")])
        rows = min(len(names), _MOST_ROWS) + 1
        self.setFixedHeight(rows * row_px() + self.horizontalHeader().sizeHint().height() + 4)

    def _write(self, row: int, column: int, text: str, *, bold: bool) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = QFont(self.font())
        font.setBold(bold)
        item.setFont(font)
        self.setItem(row, column, item)
