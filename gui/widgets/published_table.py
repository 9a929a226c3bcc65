"""What a text printed beside what was measured here, with a verdict on each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.verdicts import Figure, Verdict
from gui.theme import GRID_PX, Theme
from gui.widgets.epoch_table import ROW_PX
from gui.words import NOTHING, count, number, percent

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

MARKS: dict[Verdict | None, str] = {
    "agrees": "\N{CHECK MARK}",
    "differs": "\N{MULTIPLICATION X}",
    "not reproducible as printed": "!",
    None: "",
}
_ROLES: dict[Verdict | None, str] = {
    "agrees": "good",
    "differs": "bad",
    "not reproducible as printed": "warn",
    None: "muted",
}
_FIGURE, _EPOCH, _PUBLISHED, _MEASURED, _VERDICT, _WHY = range(6)
_NUMBERS = (_EPOCH, _PUBLISHED, _MEASURED)


class FigureModel(QAbstractTableModel):
    """Figures as a table, a row each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.figures: tuple[Figure, ...] = ()
        self._headers = (
            self.tr("Figure"),
            self.tr("Epoch"),
            self.tr("Published"),
            self.tr("Measured"),
            self.tr("Verdict"),
            self.tr("Tolerance, or reason"),
        )
        theme.changed.connect(self._on_theme_changed)

    def show(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures; the rows stay where they are if there are as many."""
        if len(figures) == len(self.figures):
            self.figures = figures
            self._tell_changed()
            return
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the figures."""
        return 0 if parent.isValid() else len(self.figures)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell: its text, the verdict's colour, the whole reason as tool tip."""
        figure, column = self.figures[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(figure, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _translated(figure.why) if column == _WHY else self._text(figure, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == _VERDICT:
                return self._theme.color(_ROLES[figure.verdict])
            if column == _WHY or figure.measured is None:
                return self._theme.color("muted")
        if role == Qt.ItemDataRole.FontRole and column == _VERDICT and figure.verdict:
            font = QFont(self._theme.font("body"))
            font.setBold(figure.verdict != "agrees")
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the titles of the columns, above what they head."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in _NUMBERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def verdict_text(self, verdict: Verdict | None) -> str:
        """Give a verdict in words, behind its mark."""
        words = {
            "agrees": self.tr("agrees"),
            "differs": self.tr("differs"),
            "not reproducible as printed": self.tr("not reproducible as printed"),
        }
        return f"{MARKS[verdict]} {words[verdict]}" if verdict else NOTHING

    def _text(self, figure: Figure, column: int) -> str:
        if column == _FIGURE:
            return self._what(figure)
        if column == _EPOCH:
            return "" if figure.epoch is None else str(figure.epoch)
        if column in (_PUBLISHED, _MEASURED):
            value = figure.published if column == _PUBLISHED else figure.measured
            return _value_text(figure, value)
        if column == _VERDICT:
            return self.verdict_text(figure.verdict)
        if figure.tolerance is None:
            return _translated(figure.why)
        return f"\N{PLUS-MINUS SIGN} {_tolerance_text(figure)}: {_translated(figure.why)}"

    def _what(self, figure: Figure) -> str:
        words = {
            "loss": self.tr("training loss"),
            "accuracy": self.tr("training accuracy"),
            "val_loss": self.tr("test loss"),
            "val_accuracy": self.tr("test accuracy"),
            "training_error": self.tr("training error"),
            "training_accuracy": self.tr("training accuracy"),
            "test_error": self.tr("test error"),
            "test_accuracy": self.tr("test accuracy"),
            "training accuracy": self.tr("training accuracy of the trained network"),
            "test accuracy": self.tr("test accuracy of the trained network"),
        }
        return words.get(figure.what) or _translated(figure.what)

    def _on_theme_changed(self) -> None:
        self._tell_changed()

    def _tell_changed(self) -> None:
        if self.figures:
            last = self.index(len(self.figures) - 1, len(self._headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class PublishedTable(QWidget):
    """The table under a line that counts the verdicts; or words where nothing was printed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("published_table")
        self._newest = -1
        self.rows = FigureModel(theme)
        self.table = QTableView()
        self.summary = QLabel()
        self.empty = QLabel(self.tr("This recipe has no published figures."))
        self._pages = QStackedLayout(self)
        self._set_up_table()
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Say that there is nothing to compare with."""
        self.show_figures(())

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures, and the newest of them unless the person looks elsewhere."""
        newest = max(
            (row for row, figure in enumerate(figures) if _comes_in(figure)), default=-1
        )
        follow = self._shows(self._newest)
        self.rows.show(tuple(figures))
        self._newest = newest
        if follow:
            row = self.rows.index(max(newest, 0), 0)
            self.table.scrollTo(row, QAbstractItemView.ScrollHint.EnsureVisible)
        self.summary.setText(self._summary(figures))
        self._pages.setCurrentIndex(1 if figures else 0)

    def _shows(self, row: int) -> bool:
        """Say whether a row is in sight."""
        rectangle = self.table.visualRect(self.rows.index(row, 0))
        return row < 0 or rectangle.intersects(self.table.viewport().rect())

    def _summary(self, figures: Sequence[Figure]) -> str:
        counts = Counter(figure.verdict for figure in figures)
        judged = [verdict for verdict in MARKS if verdict and counts[verdict]]
        reasons = {figure.why for figure in figures if figure.verdict is None}
        if not judged and len(reasons) == 1:  # the same for all of them: say it once
            words = _translated(reasons.pop())
            return f"{words[:1].upper()}{words[1:]}."
        parts = [f"{self.rows.verdict_text(v)}: {counts[v]}" for v in judged]
        if counts[None]:
            parts.append(self.tr("no verdict: {n}").format(n=counts[None]))
        return self.tr("{n} figures").format(n=len(figures)) + "   " + "   ".join(parts)

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("published_figures")
        table.setAccessibleName(self.tr("Published and measured figures"))
        table.setModel(self.rows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(6 * GRID_PX)

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


def _comes_in(figure: Figure) -> bool:
    return figure.measured is not None and figure.epoch is not None


def _value_text(figure: Figure, value: float | str | None) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return _translated(value)
    if isinstance(value, int):
        return count(value)
    return percent(value) if "accuracy" in figure.what else _short(value)


def _tolerance_text(figure: Figure) -> str:
    tolerance = figure.tolerance or 0.0
    if "accuracy" in figure.what:
        return percent(tolerance, 2 if tolerance > 1e-4 else 3)
    return QLocale().toString(tolerance, "g", 2)


def _short(value: float) -> str:
    """Give four digits after the point, of large numbers fewer."""
    return number(value, 4 if abs(value) < 10 else 2)


def _translated(words: str) -> str:
    return QCoreApplication.translate("verdicts", words) if words else ""
