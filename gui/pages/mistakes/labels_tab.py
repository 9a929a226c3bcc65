"""The tab about labels: let networks judge them, and then look at the doubtful ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.records import SplitName
from gui.session.label_doubts import SplitDoubts
from gui.session.session import Session
from gui.theme import GRID_PX
from gui.widgets.flow_layout import FlowLayout
from gui.words import count, duration

if TYPE_CHECKING:
    from core.label_review.out_of_sample import JudgingProgress

_STEPS = 1000


class LabelsTab(QWidget):
    """What is known of the labels of the split that is shown, and how to know more.

    Signals:
        review_requested: The person wants to go through the doubtful labels.
        grid_requested: They are to be shown in the grid.
    """

    review_requested = Signal()
    grid_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labels_tab")
        self._session = session
        self._split: SplitName = "test"
        self._words = QLabel()
        self._words.setObjectName("labels_words")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("judging_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximum(_STEPS)
        self._bar.setTextVisible(False)
        self._find = self._button(
            "find_doubts_button", self.tr("Find doubtful labels"), self._on_find_clicked
        )
        self._stop = self._button(
            "stop_judging_button", self.tr("Stop"), session.label_doubts.stop
        )
        self._review = self._button(
            "review_labels_button", self.tr("Review labels"), self.review_requested.emit
        )
        self._grid = self._button(
            "doubts_grid_button", self.tr("Show in the grid"), self.grid_requested.emit
        )
        buttons = FlowLayout()
        for button in (self._find, self._stop, self._review, self._grid):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)
        layout.addStretch(1)
        doubts = session.label_doubts
        doubts.found.connect(self._on_found)
        doubts.progressed.connect(self._on_progress)
        doubts.stage_changed.connect(lambda _stage: self._show())
        self._show()

    def show_split(self, split: SplitName) -> None:
        """Say what is known of the labels of this split."""
        self._split = split
        self._session.label_doubts.look_up(split)
        self._show()

    def _show(self) -> None:
        doubts = self._session.label_doubts
        found = doubts.of(self._split)
        self._bar.setVisible(doubts.running)
        self._stop.setVisible(doubts.running)
        self._find.setVisible(found is None and not doubts.running)
        self._review.setVisible(found is not None)
        self._grid.setVisible(found is not None)
        if found is not None:
            self._words.setText(
                self.tr(
                    "{n} of {total} labels are contradicted: networks that have not learnt from"
                    " these images find another class more probable. Only you can tell who is"
                    " right: look at them."
                ).format(n=count(found.contradicted), total=count(len(found.labels)))
            )
        elif doubts.running:
            self._words.setText(self.tr("Small networks are trained to judge the labels ..."))
            self._bar.setValue(0)
        else:
            self._words.setText(self._what_it_does())

    def _what_it_does(self) -> str:
        if self._split == "test":
            return self.tr(
                "Is a label wrong, and not the network? Small networks that learn from the"
                " training images judge each test label. For the whole MNIST that takes some"
                " minutes; what they say is kept."
            )
        return self.tr(
            "Is a label wrong, and not the network? Small networks judge each training label"
            " after learning from the other two thirds of the images. For the whole MNIST that"
            " takes some minutes; what they say is kept."
        )

    def _on_find_clicked(self) -> None:
        self._session.label_doubts.find(self._split)

    def _on_found(self, found: SplitDoubts) -> None:
        if found.split == self._split:
            self._show()

    def _on_progress(self, progress: JudgingProgress) -> None:
        self._bar.setValue(round(_STEPS * progress.fraction))
        self._words.setText(
            self.tr("Network {n} of {total} learns, {time} left for it.").format(
                n=progress.training,
                total=progress.trainings,
                time=duration(progress.seconds_left),
            )
        )

    def _button(self, name: str, text: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(does)
        return button
