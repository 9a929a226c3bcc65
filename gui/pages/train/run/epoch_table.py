"""The figures of every finished epoch, a row each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.records import EpochReport, Score
from gui.sizes import row_px
from gui.words import NOTHING, duration, number, percent

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

LOGIT_COLUMNS = (5, 6)
SCORED_COLUMN = 9
SCORED_LOGIT_COLUMNS = (10, 11)


class EpochModel(QAbstractTableModel):
    """The reports of a training as a table; rows are appended, the newest last."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[tuple[str, ...]] = []
        self._headers = (
            self.tr("Epoch"),
            self.tr("Loss"),
            self.tr("Accuracy"),
            self.tr("Val. loss"),
            self.tr("Val. accuracy"),
            self.tr("By logits"),
            self.tr("Tied"),
            self.tr("Learning rate"),
            self.tr("Time"),
            self.tr("Train. scored"),
            self.tr("Train. by logits"),
            self.tr("Train. tied"),
        )

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self._texts = []
        self.endResetModel()

    def add(self, report: EpochReport) -> None:
        """Append a finished epoch."""
        row = len(self._texts)
        self.beginInsertRows(_ROOT, row, row)
        self._texts.append(_cells(report))
        self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of finished epochs."""
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of figures."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a figure as text, aligned to the right."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a figure."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None


class EpochTable(QTableView):
    """The table of finished epochs; it stays at the newest unless the person scrolled up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("epoch_table")
        self.setAccessibleName(self.tr("Figures of every epoch"))
        self.rows = EpochModel()
        self._widths = [0] * self.rows.columnCount()
        self._at_end = True
        self.setModel(self.rows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_px())
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._hide_special()

    def clear(self) -> None:
        """Forget all rows."""
        self.rows.clear()
        self._widths = [0] * self.rows.columnCount()
        self._hide_special()

    def add(self, report: EpochReport) -> None:
        """Append a finished epoch."""
        if self.isVisible():  # else there is nothing to scroll yet
            self._note_place()
        self.rows.add(report)
        self._widen(self.rows.rowCount() - 1)
        if report.train_score is not None:
            self.setColumnHidden(SCORED_COLUMN, False)
        for score, columns in (
            (report.val_score, LOGIT_COLUMNS),
            (report.train_score, SCORED_LOGIT_COLUMNS),
        ):
            # Shown only where they say anything.
            if score is not None and (score.tied or score.logit_accuracy != score.accuracy):
                for column in columns:
                    self.setColumnHidden(column, False)
        self._spread()
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the newest epoch, if it was in view when the table was last seen."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember whether the newest epoch is in view."""
        self._note_place()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the figures anew in another font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths = [0] * self.rows.columnCount()
            for row in range(self.rows.rowCount()):
                self._widen(row)
            self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width, or scroll where they would be cut."""
        super().resizeEvent(event)
        self._spread()

    def _note_place(self) -> None:
        bar = self.verticalScrollBar()
        self._at_end = bar.value() == bar.maximum()

    def _follow(self) -> None:
        if self._at_end:
            self.scrollToBottom()

    def _widen(self, row: int) -> None:
        """Take note of how wide the figures of a row are."""
        # Asking Qt for the widest of a column asks all its rows, at every epoch.
        self.ensurePolished()
        for column in range(self.rows.columnCount()):
            hint = self.sizeHintForIndex(self.rows.index(row, column)).width()
            self._widths[column] = max(self._widths[column], hint)

    def _spread(self) -> None:
        header = self.horizontalHeader()
        shown = [c for c in range(self.rows.columnCount()) if not self.isColumnHidden(c)]
        widths = {c: max(self._widths[c], header.sectionSizeHint(c)) for c in shown}
        fits = max(widths.values()) * len(shown) <= self.viewport().width()
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(mode.Stretch if fits else mode.Fixed)
        header.setStretchLastSection(not fits)
        if not fits:
            for column, width in widths.items():
                header.resizeSection(column, width)

    def _hide_special(self) -> None:
        """Hide accuracy by logits, ties and the scored training images until there are any."""
        for column in (*LOGIT_COLUMNS, SCORED_COLUMN, *SCORED_LOGIT_COLUMNS):
            self.setColumnHidden(column, True)
        self._spread()


def _cells(report: EpochReport) -> tuple[str, ...]:
    return (
        str(report.epoch),
        number(report.loss),
        percent(report.accuracy),
        number(report.val_loss),
        percent(report.val_accuracy),
        *_by_logits(report.val_score),
        f"{report.learning_rate:g}",
        _seconds(report.seconds),
        percent(None if report.train_score is None else report.train_score.accuracy),
        *_by_logits(report.train_score),
    )


def _by_logits(score: Score | None) -> tuple[str, str]:
    if score is None:
        return NOTHING, NOTHING
    return percent(score.logit_accuracy), percent(score.tied)


def _seconds(seconds: float) -> str:
    """Return the time of an epoch; short ones with a tenth."""
    if seconds >= 10:
        return duration(seconds)
    return QCoreApplication.translate("words", "{s} s").format(s=number(seconds, 1))
