"""The table of runs: a model of frozen records, sorted by whoever owns the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from core.runs.run import Run
from core.runs.store import SortKey
from gui.words import NOTHING, count, duration, moment, named, number, percent

AnyIndex = QModelIndex | QPersistentModelIndex

STATES: dict[str, str] = {
    "running": str(QT_TRANSLATE_NOOP("RunsTable", "running")),
    "finished": str(QT_TRANSLATE_NOOP("RunsTable", "finished")),
    "stopped": str(QT_TRANSLATE_NOOP("RunsTable", "stopped")),
    "early": str(QT_TRANSLATE_NOOP("RunsTable", "stopped early")),
    "diverged": str(QT_TRANSLATE_NOOP("RunsTable", "diverged")),
    "interrupted": str(QT_TRANSLATE_NOOP("RunsTable", "interrupted")),
}
"""How a run ended, in words."""


@dataclass(frozen=True)
class Column:
    """A column: its title, how a run's text is found, and what it sorts by."""

    title: str
    text: Callable[[Run], str]
    sort: SortKey
    numeric: bool = False


COLUMNS = (
    Column(str(QT_TRANSLATE_NOOP("RunsTable", "Name")), lambda r: r.name, "name"),
    Column(str(QT_TRANSLATE_NOOP("RunsTable", "Ended")), lambda r: state_text(r), "state"),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Test accuracy")),
        lambda r: percent(r.test_accuracy),
        "test_accuracy",
        numeric=True,
    ),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Val. accuracy")),
        lambda r: percent(r.val_accuracy),
        "val_accuracy",
        numeric=True,
    ),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Training loss")),
        lambda r: NOTHING if r.loss is None else number(r.loss),
        "loss",
        numeric=True,
    ),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Epochs")),
        lambda r: count(r.epochs),
        "epochs",
        numeric=True,
    ),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Seed")), lambda r: str(r.seed), "seed", numeric=True
    ),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Time")),
        lambda r: duration(r.seconds),
        "seconds",
        numeric=True,
    ),
    Column(str(QT_TRANSLATE_NOOP("RunsTable", "Data")), lambda r: named(r.data_name), "data"),
    Column(
        str(QT_TRANSLATE_NOOP("RunsTable", "Started")), lambda r: moment(r.started), "started"
    ),
    Column(str(QT_TRANSLATE_NOOP("RunsTable", "Note")), lambda r: r.note, "note"),
)
NAME_COLUMN, NOTE_COLUMN = 0, len(COLUMNS) - 1

_MEASURED_ROWS = 100
"""Of thousands of rows only so many are asked how wide they are."""

_NARROWEST_NAME_PX, _NARROWEST_NOTE_PX = 200, 80


def state_text(run: Run) -> str:
    """Say how a run ended, in the person's language."""
    return QCoreApplication.translate("RunsTable", STATES[run.state])


class RunsModel(QAbstractTableModel):
    """The runs in the order in which they were given.

    Signals:
        renamed: A run's number and its new name.
        noted: A run's number and its new note.
    """

    renamed = Signal(int, str)
    noted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[Run, ...] = ()
        self._swatches: dict[int, QPixmap] = {}
        self._baseline: int | None = None

    def show(self, runs: tuple[Run, ...]) -> None:
        """Show these runs."""
        self.beginResetModel()
        self.runs = runs
        self.endResetModel()

    def mark(self, swatches: dict[int, QPixmap], baseline: int | None) -> None:
        """Show before the names how the chosen runs are drawn, and which one is pinned."""
        self._swatches, self._baseline = swatches, baseline
        if self.runs:
            last = self.index(len(self.runs) - 1, NAME_COLUMN)
            self.dataChanged.emit(self.index(0, NAME_COLUMN), last)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Count the runs."""
        return 0 if parent is not None and parent.isValid() else len(self.runs)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the columns' titles, and the runs' numbers."""
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return f"#{self.runs[section].id}"
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("RunsTable", COLUMNS[section].title)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; numbers stand at the right."""
        column, run = COLUMNS[index.column()], self.runs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(run)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._name_data(run, role) if index.column() == NAME_COLUMN else None

    def _name_data(self, run: Run, role: int) -> object:
        """Return what a name has besides its text: swatch, tip, the baseline in bold."""
        if role == Qt.ItemDataRole.ToolTipRole:
            pinned = self.tr("{title} (pinned as baseline)").format(title=named(run.title))
            return pinned if run.id == self._baseline else named(run.title)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatches.get(run.id)
        if role == Qt.ItemDataRole.FontRole and run.id == self._baseline:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let the name and the note be edited in place."""
        flags = super().flags(index)
        if index.column() in (NAME_COLUMN, NOTE_COLUMN):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell of a new name or note; the model shows it when the runs are given anew."""
        text, run = str(value).strip(), self.runs[index.row()]
        if index.column() == NAME_COLUMN and text and text != run.name:
            self.renamed.emit(run.id, text)
        elif index.column() == NOTE_COLUMN and text != run.note:
            self.noted.emit(run.id, text)
        return False


class RunsTable(QTableView):
    """The table; keeps the chosen runs chosen when the list is given anew.

    Signals:
        chosen: The numbers of the chosen runs, a tuple of int, in the order of the table.
        sort_requested: What to sort by, and whether descending.
        delete_requested: The person pressed Delete.
    """

    chosen = Signal(object)
    sort_requested = Signal(str, bool)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_table")
        self.setAccessibleName(self.tr("Runs"))
        self.runs_model = RunsModel(self)
        self.setModel(self.runs_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(_column_of("started"), Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._on_sort_changed)
        self._nothing = QLabel(self.tr("No run fits what you look for."), self.viewport())
        self._nothing.setObjectName("no_run_fits")
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        # Once the person drew a column wider it is theirs.
        self._fitting = self._by_hand = False
        header.sectionResized.connect(self._on_section_resized)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Show these runs; those that were chosen stay chosen."""
        chosen = set(self.chosen_ids())
        self.selectionModel().blockSignals(True)
        self.runs_model.show(runs)
        self.select_ids(chosen)
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self._fit_columns()
        if set(self.chosen_ids()) != chosen:
            self._on_selection_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what is left to the notes."""
        super().resizeEvent(event)
        self._nothing.setGeometry(self.viewport().rect())
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the chosen runs with Delete."""
        if event.matches(QKeySequence.StandardKey.Delete) and self.chosen_ids():
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the numbers of the chosen runs."""
        return tuple(run.id for run in self.chosen_runs())

    def chosen_runs(self) -> tuple[Run, ...]:
        """Return the chosen runs, as they were listed last, in the order of the table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.runs_model.runs[row] for row in rows)

    def select_ids(self, run_ids: set[int]) -> None:
        """Choose these runs, as far as they are shown."""
        selection = QItemSelection()
        for row, run in enumerate(self.runs_model.runs):
            if run.id in run_ids:
                index = self.runs_model.index(row, 0)
                selection.select(index, index)
        self.selectionModel().select(
            selection,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def mark(self, swatches: dict[int, QPixmap], baseline: int | None) -> None:
        """Show how the chosen runs are drawn, and which one is pinned."""
        self.runs_model.mark(swatches, baseline)
        self._fit_columns()

    def show_nothing_found(self, nothing: bool) -> None:
        """Say that no run fits what was looked for."""
        self._nothing.setVisible(nothing)
        self._nothing.setGeometry(self.viewport().rect())

    def show_chosen(self) -> None:
        """Scroll to the chosen runs."""
        for index in self.selectionModel().selectedRows()[:1]:
            self.scrollTo(index)

    def edit_chosen(self, column: int) -> None:
        """Let the name or the note of the chosen run be edited in its place."""
        for index in self.selectionModel().selectedRows()[:1]:
            cell = index.siblingAtColumn(column)
            self.selectionModel().setCurrentIndex(
                cell, QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.edit(cell)

    def as_text(self) -> str:
        """Return the chosen rows under their headings, cells parted by tabs."""
        titles = [QCoreApplication.translate("RunsTable", column.title) for column in COLUMNS]
        rows = [[column.text(run) for column in COLUMNS] for run in self.chosen_runs()]
        return "\n".join("\t".join(row) for row in [titles, *rows])

    def _fit_columns(self) -> None:
        """Make each column as wide as its words; the notes take what is left."""
        if self._by_hand or not self.runs_model.runs:
            return
        self._fitting = True
        self.resizeColumnsToContents()
        widths = [self.columnWidth(column) for column in range(NOTE_COLUMN)]
        left = self.viewport().width() - sum(widths)
        if left < _NARROWEST_NOTE_PX:
            # A long name gives way a little, so that the rest is seen without scrolling.
            spare = max(0, widths[NAME_COLUMN] - _NARROWEST_NAME_PX)
            given = min(spare, _NARROWEST_NOTE_PX - left)
            self.setColumnWidth(NAME_COLUMN, widths[NAME_COLUMN] - given)
            left += given
        self.setColumnWidth(NOTE_COLUMN, max(left, _NARROWEST_NOTE_PX))
        self._fitting = False

    def _on_section_resized(self, *_sizes: int) -> None:
        self._by_hand = self._by_hand or (not self._fitting and self.isVisible())

    def _on_selection_changed(self, *_change: object) -> None:
        self.chosen.emit(self.chosen_ids())

    def _on_sort_changed(self, column: int, order: Qt.SortOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        self.sort_requested.emit(COLUMNS[column].sort, descending)


def _column_of(sort: SortKey) -> int:
    return next(i for i, column in enumerate(COLUMNS) if column.sort == sort)
