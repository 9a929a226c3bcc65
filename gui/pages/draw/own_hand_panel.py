"""My own hand: keep the drawing under its right label, and see how one's digits are read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.own_digits.store import ClassReport, OwnHand
from gui.pages.draw.teach_hand import TeachHand
from gui.theme import GRID_PX
from gui.words import percent


class OwnHandPanel(QWidget):
    """Ten buttons that say what the drawing is, a report of what was kept, and the teaching.

    Signals:
        labelled: The digit that the drawing is meant to be.
        undo_requested: The digit kept last should be forgotten.
    """

    labelled = Signal(int)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_hand_panel")
        self._report = QLabel()
        self._report.setObjectName("own_hand_report")
        self._report.setWordWrap(True)
        self._report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.teach = TeachHand()
        scroll = QScrollArea()
        scroll.setWidget(self._build_words())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_labels())
        layout.addWidget(scroll, 1)
        layout.addWidget(self.teach)
        self.set_labelling(False)
        self.show_hand(OwnHand(0, None, None))

    @property
    def labelling(self) -> bool:
        """Whether there is a drawing that can be labelled."""
        return self._labels[0].isEnabled()

    def set_labelling(self, possible: bool) -> None:
        """Let the drawing be labelled, or not: nothing is drawn, or it is kept already."""
        for button in self._labels:
            button.setEnabled(possible)

    def show_hand(self, hand: OwnHand) -> None:
        """Show how many digits are kept, and how each of the ten is read."""
        self._undo.setEnabled(hand.last is not None)
        if hand.last is not None:
            tip = self.tr("Forgets the digit that was kept last: a {digit}.")
            self._undo.setToolTip(tip.format(digit=hand.last))
        self._report.setText("\n".join(self._lines(hand)))

    def _build_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.teach.result)
        column.addWidget(self._report, 1)
        return words

    def _build_labels(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX // 2)
        row.addWidget(QLabel(self.tr("This is a")))
        self._labels = [self._label_button(digit) for digit in range(10)]
        for button in self._labels:
            row.addWidget(button)
        row.addStretch(1)
        self._undo = QPushButton(self.tr("Take back"))
        self._undo.setObjectName("own_hand_undo_button")
        self._undo.setToolTip(self.tr("Forgets the digit that was kept last."))
        self._undo.clicked.connect(lambda: self.undo_requested.emit())
        row.addWidget(self._undo)
        return row

    def _label_button(self, digit: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"label_{digit}_button")
        button.setText(str(digit))
        button.setAccessibleName(self.tr("This is a {digit}").format(digit=digit))
        button.setToolTip(
            self.tr("Keeps the drawing as one of your {digit}s (key {digit}).").format(
                digit=digit
            )
        )
        button.clicked.connect(lambda: self.labelled.emit(digit))
        return button

    def _lines(self, hand: OwnHand) -> list[str]:
        if not hand.total:
            return [
                self.tr(
                    "Draw a digit, then press its key (0 to 9) or a button here: it is kept "
                    "with that label, and this becomes a report of how your hand is read."
                )
            ]
        if hand.report is None:
            return [self.tr("{total} digits of yours are kept.").format(total=hand.total)]
        first = self.tr(
            "{right} of {total} digits of yours are read right ({accuracy})."
        ).format(
            right=hand.right, total=hand.total, accuracy=percent(hand.right / hand.total, 0)
        )
        failing = sorted(
            (row for row in hand.report if row.misread), key=lambda row: row.right - row.total
        )
        return [first, *(self._line(row) for row in failing)]

    def _line(self, row: ClassReport) -> str:
        taken = ", ".join(
            self.tr("{digit} ({times} times)").format(digit=digit, times=times)
            if times > 1
            else str(digit)
            for digit, times in row.misread
        )
        words = self.tr("Your {digit}s fail {wrong} of {total} times, read as {taken}.")
        return words.format(
            digit=row.digit, wrong=row.total - row.right, total=row.total, taken=taken
        )
