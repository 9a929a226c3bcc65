"""The top of the review: how far it is, what it changes, and where its words go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.records import SplitName
from gui.dialogs import Dialogs, FileQuestion
from gui.session.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.words import count, percent


class ReviewProgress(QWidget):
    """Counts of what was said, accuracy as labelled and as corrected, and three buttons.

    Signals:
        left: The person has seen enough.
        listed: The images are to be shown in the grid, under this title.
    """

    left = Signal()
    listed = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        dialogs: Dialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.dialogs = dialogs or Dialogs()
        self._split: SplitName = "test"
        self._bar = QProgressBar()
        self._bar.setObjectName("review_progress")
        self._bar.setAccessibleName(self.tr("How many labels were looked at"))
        self._bar.setFixedWidth(160)
        self._counts = self._label("review_counts")
        self._accuracy = self._label("review_accuracy")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_row())
        layout.addWidget(self._counts)
        layout.addWidget(self._accuracy)

    def show_progress(self, split: SplitName, done: int, total: int) -> None:
        """Say how many of `total` labels were looked at, and what came of it."""
        self._split = split
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.setFormat(f"{done} / {total}")
        reviews = self._session.reviews.current
        if reviews is None:
            return
        said = reviews.counts(split)
        self._counts.setText(
            self.tr(
                "{done} of {total} looked at. Label right: {right}, wrong: {wrong}, another"
                " class: {other}, unclear: {unclear}."
            ).format(done=done, total=total, **said)
        )
        left_out = len(reviews.left_out("train"))
        self._leave_out.setEnabled(left_out > 0)
        self._leave_out.setText(self.tr("Leave {n} wrong ones out").format(n=count(left_out)))
        self._show_accuracy()

    def _show_accuracy(self) -> None:
        """Say what the labels that were called wrong change in the accuracy."""
        known, reviews = self._session.predictions.current, self._session.reviews.current
        if known is None or reviews is None or known.split != self._split:
            self._accuracy.hide()
            return
        labels = known.dataset.labels(self._split)
        corrected, counts = reviews.corrected(labels, self._split)
        only = known.only
        as_labelled = (known.predictions.digits == labels)[only]
        right = (known.predictions.digits == corrected)[only]
        counts = counts[only]
        self._accuracy.setText(
            self.tr(
                "{name} reads {before} of the images right as they are labelled, {after} as"
                " you corrected them (not counted: {n})."
            ).format(
                name=known.open_network.name,
                before=percent(float(as_labelled.mean())),
                after=percent(float(right[counts].mean()) if counts.any() else None),
                n=count(int((~counts).sum())),
            )
        )
        self._accuracy.show()

    def _build_row(self) -> FlowLayout:
        row = FlowLayout()
        leave = QPushButton(self.tr("Back to the mistakes"))
        leave.setObjectName("leave_review_button")
        leave.setToolTip(self.tr("Leave the review (Escape); what you said is kept."))
        leave.clicked.connect(self.left)
        grid = QPushButton(self.tr("Show all in the grid"))
        grid.setObjectName("review_grid_button")
        grid.clicked.connect(lambda: self.listed.emit(self.tr("doubtful labels")))
        self._leave_out = QPushButton()
        self._leave_out.setObjectName("leave_wrong_out_button")
        self._leave_out.setToolTip(
            self.tr(
                "Use the data without the training images whose label you called wrong; open"
                " the data again to have them back."
            )
        )
        self._leave_out.clicked.connect(self._session.reviews.leave_wrong_out)
        table = QPushButton(self.tr("Table"))
        table.setObjectName("review_table_button")
        menu = QMenu(table)
        menu.addAction(self.tr("Export reviews (CSV)..."), self._on_export)
        menu.addAction(self.tr("Import reviews (CSV)..."), self._on_import)
        table.setMenu(menu)
        for widget in (leave, self._bar, grid, self._leave_out, table):
            row.addWidget(widget)
        return row

    def _on_export(self) -> None:
        question = FileQuestion(
            self.tr("Export reviews"), Path.home() / "reviews.csv", self.tr("Tables (*.csv)")
        )
        failed = self._session.failed.emit
        path = self.dialogs.file_to_write(self, question, ".csv", failed=failed)
        if path is not None:
            self._session.reviews.export_csv(path)

    def _on_import(self) -> None:
        question = FileQuestion(
            self.tr("Import reviews"), Path.home(), self.tr("Tables (*.csv)")
        )
        path = self.dialogs.open_file(self, question)
        if path is not None:
            self._session.reviews.import_csv(path)

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        return label
