"""What is my loss made of? What is reported, what the outputs give, and marks beside it."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.diagnosis.loss_parts import LossParts
from core.evaluation.metrics import loss_of_guessing
from core.records import EpochReport
from gui.pages.train.findings.finding_block import muted
from gui.sizes import row_px
from gui.theme import GRID_PX
from gui.words import NOTHING, number, percent


@dataclass(frozen=True)
class _Column:
    """What is known of the loss on some images; nan where it is not."""

    reported: float = nan
    recomputed: float = nan
    penalty: float = nan
    guessing: float = nan
    limit: float | None = None
    floor: float = nan
    clipped: float = nan
    tied: float = nan
    right: float = nan
    wrong: float = nan
    dearest: float = nan


class LossView(QWidget):
    """A table: the loss in training after the last epoch, and that on the test images."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training: _Column | None = None
        self._test: _Column | None = None
        self._epoch = 0
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("loss_table")
        self.table.setAccessibleName(self.tr("What the loss is made of"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.setToolTip(
            self.tr(
                "Reported is the mean over the epoch, while the network still learnt, with "
                "dropout, label smoothing and penalty. What the outputs give is of the network "
                "after the epoch."
            )
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(row_px())
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.note = muted("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        self.clear()

    def clear(self) -> None:
        """Say what will be here."""
        self._training = self._test = None
        self.table.hide()
        self.note.show()
        self.note.setText(
            self.tr("After each epoch: what the loss is made of, recomputed from the outputs.")
        )

    def show_epoch(self, report: EpochReport, *, floor: float, limit: float | None) -> None:
        """Show the loss of a finished epoch, as far as its probe measured it.

        Parameters
        ----------
        floor : float
            The least that label smoothing leaves.
        limit : float, optional
            The most that one image can cost.
        """
        probe = report.probe
        if probe is None:
            return
        self._epoch = report.epoch
        self._training = _Column(
            reported=report.loss,
            recomputed=probe.loss,
            guessing=loss_of_guessing(len(probe.recalls)),
            penalty=probe.penalty,
            limit=limit,
            floor=floor,
            clipped=probe.clipped if limit is not None else nan,
            tied=probe.tied,
        )
        self._fill()

    def show_test(self, reported: float, parts: LossParts) -> None:
        """Show the loss of the trained network on the test images."""
        self._test = _Column(
            reported=reported,
            recomputed=parts.recomputed,
            guessing=parts.guessing,
            penalty=parts.penalty,
            limit=parts.limit,
            clipped=parts.clipped if parts.limit is not None else nan,
            tied=parts.tied,
            right=parts.right,
            wrong=parts.wrong,
            dearest=parts.dearest,
        )
        self._fill()

    def _fill(self) -> None:
        training, test = self._training or _Column(), self._test or _Column()
        self.note.hide()
        titles = ("", self.tr("Training, epoch {n}").format(n=self._epoch), self.tr("Test"))
        rows = [row for row in self._rows(training, test) if set(row[1:]) != {NOTHING}]
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, words in enumerate(texts):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self.table.show()

    def _rows(self, a: _Column, b: _Column) -> list[tuple[str, str, str]]:
        most = [number(c.limit, 3) for c in (a, b)]
        return [
            (self.tr("Reported"), number(a.reported), number(b.reported)),
            (
                self.tr("From the outputs"),
                number(a.recomputed),
                number(b.recomputed),
            ),
            (self.tr("Penalty of L2, added to it"), number(a.penalty), number(b.penalty)),
            (self.tr("Guessing would cost"), number(a.guessing, 2), number(b.guessing, 2)),
            (self.tr("The most that one image can cost"), most[0], most[1]),
            (
                self.tr("Label smoothing leaves at least"),
                number(a.floor),
                number(b.floor),
            ),
            (
                self.tr("Images that cost the most, and get no gradient"),
                percent(a.clipped),
                percent(b.clipped),
            ),
            (self.tr("Images whose outputs tie"), percent(a.tied), percent(b.tied)),
            (self.tr("Mean of those read right"), number(a.right), number(b.right)),
            (self.tr("Mean of those read wrong"), number(a.wrong), number(b.wrong)),
            (
                self.tr("Share that the dearest hundredth makes"),
                percent(a.dearest),
                percent(b.dearest),
            ),
        ]
