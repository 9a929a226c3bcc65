"""The table of an experiment: a row for each setting, its figures over the seeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.evaluation.student import MeanInterval
from core.experiments.answer import Answer, Row
from core.experiments.experiment import value_words
from core.experiments.fields import short_name
from core.experiments.report import MEASURES
from gui.sizes import scaled
from gui.words import NOTHING, count, duration, number, percent, percent_span, phrase

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """A column: its title, and how a row's text is found."""

    title: str
    text: Callable[[Row], str]
    numeric: bool = True


def figure(found: MeanInterval) -> str:
    """Return a mean of accuracies with its standard deviation."""
    if not found.count:
        return NOTHING
    if found.deviation is None:
        return percent(found.mean)
    mean = percent(found.mean).removesuffix(" %")
    return f"{mean} \N{PLUS-MINUS SIGN} {percent(found.deviation)}"


def interval(found: MeanInterval) -> str:
    """Return the interval of a mean of accuracies."""
    if found.low is None or found.high is None:
        return NOTHING
    return percent_span(found.low, found.high)


COLUMNS = (
    Column(
        str(QT_TRANSLATE_NOOP("SettingsTable", "Setting")),
        lambda row: _values(row),
        numeric=False,
    ),
    Column(
        str(QT_TRANSLATE_NOOP("SettingsTable", "Seeds")), lambda row: count(row.figure.count)
    ),
    # Its title is what settings are compared by.
    Column("", lambda row: figure(row.figure)),
    Column(
        str(QT_TRANSLATE_NOOP("SettingsTable", "95 % interval")),
        lambda row: interval(row.figure),
    ),
    Column(
        str(QT_TRANSLATE_NOOP("SettingsTable", "Training loss")),
        lambda row: number(row.loss.mean) if row.loss.count else NOTHING,
    ),
    Column(
        str(QT_TRANSLATE_NOOP("SettingsTable", "Time each")),
        lambda row: NOTHING if row.seconds is None else duration(row.seconds),
    ),
    Column(
        str(QT_TRANSLATE_NOOP("SettingsTable", "Diverged")),
        lambda row: count(row.diverged) if row.diverged else "",
    ),
)
_SETTING, _MEASURE, _DIVERGED = 0, 2, 6


def _values(row: Row) -> str:
    """Return what the setting has in the fields that stand over the column."""
    return ", ".join(value_words(value) for _, value in row.setting.values) or row.setting.label


def _fields(rows: Sequence[Row]) -> str:
    """Return the fields that vary; empty where only the seeds do."""
    return ", ".join(short_name(field) for field, _ in rows[0].setting.values) if rows else ""


class SettingsModel(QAbstractTableModel):
    """The rows of an answer, in the order of the experiment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return () if self._answer is None else self._answer.rows

    def show_answer(self, found: Answer) -> None:
        """Show what an experiment says now; the selection stays where the rows do."""
        same = len(found.rows) == len(self.rows)
        if same:
            self._answer = found
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(found.rows) - 1, len(COLUMNS) - 1)
            )
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, _SETTING, _MEASURE)
            return
        self.beginResetModel()
        self._answer = found
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many settings there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many columns there are."""
        return len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, and how it is aligned."""
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _SETTING:
            return self.rows[index.row()].setting.label
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self.rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title, and how it is aligned."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _SETTING:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        # (What is cut off in a narrow window is read whole in the tool tip.)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section == _MEASURE:
            measure = "test_accuracy" if self._answer is None else self._answer.measure
            return phrase(MEASURES[measure])
        title = QCoreApplication.translate("SettingsTable", COLUMNS[section].title)
        return (_fields(self.rows) or title) if section == _SETTING else title


class SettingsTable(QTableView):
    """The settings; only visible rows cost anything."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings_table")
        self.setAccessibleName(self.tr("Settings of the experiment"))
        self.settings_model = SettingsModel(self)
        self.setModel(self.settings_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # What the settings are is seen whole; what has no room beside it is scrolled to.
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(scaled(64))
        # Else all rows would be measured.
        header.setResizeContentsPrecision(100)

    def show_answer(self, found: Answer) -> None:
        """Show what an experiment says now; of those that diverged only where some did."""
        self.settings_model.show_answer(found)
        self.setColumnHidden(_DIVERGED, not any(row.diverged for row in found.rows))
