"""My own hand: keep the drawing under its label, see, mend and teach what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.own_digits.own_hand import Change, ClassReport, OwnHand
from gui.pages.draw.label_question import LabelQuestion
from gui.pages.draw.own_digits_strip import OwnDigitsStrip
from gui.pages.draw.teach_hand import TeachHand
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.words import percent, plural

if TYPE_CHECKING:
    from core.own_digits.doubts import Doubt


class OwnHandPanel(QWidget):
    """Ten buttons that say what the drawing is, what is kept and how it is read, the teaching.

    Signals:
        labelled: The digit that the drawing is meant to be.
        undo_requested: What was changed last should be taken back.
        export_requested: The digits should go to a file.
        import_requested: Digits should come from a file.
    """

    labelled = Signal(int)
    undo_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_hand_panel")
        self._report = QLabel()
        self._report.setObjectName("own_hand_report")
        self._report.setWordWrap(True)
        self._report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hand, self._news = OwnHand(0, None, None), ""
        self.strip = OwnDigitsStrip(theme)
        self.strip.undo_requested.connect(self.undo_requested)
        self.question = LabelQuestion(theme)
        # In each other's place, so that nothing else moves when there is a question.
        self._kept = QStackedWidget()
        self._kept.addWidget(self.strip)
        self._kept.addWidget(self.question)
        self._kept.setFixedHeight(self._kept.minimumSizeHint().height())
        self.teach = TeachHand()
        scroll = QScrollArea()
        scroll.setWidget(self._build_words())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_labels())
        layout.addWidget(self._kept)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.teach)
        self.set_labelling(False)
        self.show_hand(self._hand)

    @property
    def labelling(self) -> bool:
        """Whether there is a drawing that can be labelled."""
        return self._labels[0].isEnabled()

    def set_labelling(self, possible: bool) -> None:
        """Let the drawing be labelled, or not: nothing is drawn, or it is kept already."""
        for button in self._labels:
            button.setEnabled(possible)

    def ask(self, doubt: Doubt | None) -> None:
        """Ask whether a drawing should be kept all the same; None takes the question back."""
        if doubt is not None:
            self.question.ask(doubt)
        self._kept.setCurrentWidget(self.strip if doubt is None else self.question)
        self._show_kept()

    def show_hand(self, hand: OwnHand) -> None:
        """Show the kept digits, and how each of the ten is read."""
        # What was said is of an earlier change; that digits came in is of this one.
        if hand.undo != self._hand.undo and getattr(hand.undo, "kind", "") != "imported":
            self._news = ""
        self._hand = hand
        self._undo.setEnabled(hand.undo is not None)
        self._undo.setToolTip(self._undo_words(hand.undo))
        self._export.setEnabled(hand.total > 0)
        self.strip.show_hand(hand)
        self._show_kept()
        self._write()

    def show_exported(self, path: Path) -> None:
        """Say where the digits were written to."""
        one, many = self.tr("{n} digit"), self.tr("{n} digits")
        digits = plural(self._hand.total, one, many)
        words = self.tr("Written to {file}: {digits}.")
        self._news = words.format(digits=digits, file=path.name)
        self._write()

    def show_imported(self, new: int, known: int) -> None:
        """Say how many digits came in."""
        words = self.tr("New from the file: {new}. There already: {known}.")
        self._news = words.format(new=new, known=known)
        self._write()

    def _show_kept(self) -> None:
        asked = self._kept.currentWidget() is self.question
        self._kept.setVisible(asked or self._hand.total > 0)

    def _write(self) -> None:
        news = [self._news] if self._news else []
        self._report.setText("\n".join([*news, *self._lines(self._hand)]))

    def _undo_words(self, change: Change | None) -> str:
        words = {
            "kept": self.tr("Forgets the digit that was kept last: a {digit}."),
            "imported": self.tr("Forgets the digits that came from the file."),
            "relabelled": self.tr("Gives the label {digit} back to the digit."),
            "deleted": self.tr("Brings back the {digit} that was deleted."),
        }
        if change is None:
            return self.tr("Takes back what was done to your digits last.")
        return words[change.kind].format(digit=change.digit)

    def _build_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.teach.result)
        column.addWidget(self._report, 1)
        return words

    def _build_labels(self) -> FlowLayout:
        row = FlowLayout()
        row.addWidget(QLabel(self.tr("This is a")))
        self._labels = [self._label_button(digit) for digit in range(10)]
        for button in self._labels:
            row.addWidget(button)
        self._undo = QPushButton(self.tr("Take back"))
        self._undo.setObjectName("own_hand_undo_button")
        self._undo.clicked.connect(lambda: self.undo_requested.emit())
        row.addWidget(self._undo)
        row.addWidget(self._build_files())
        return row

    def _build_files(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("own_hand_file_button")
        button.setText(self.tr("File"))
        button.setToolTip(self.tr("Takes your digits to a file, or brings in those of a file."))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._export = menu.addAction(self.tr("Export my digits..."))
        self._export.setObjectName("export_own_digits_action")
        self._export.triggered.connect(lambda: self.export_requested.emit())
        bring_in = menu.addAction(self.tr("Import digits..."))
        bring_in.setObjectName("import_own_digits_action")
        bring_in.triggered.connect(lambda: self.import_requested.emit())
        button.setMenu(menu)
        return button

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
            one = self.tr("{n} digit of yours is kept.")
            return [plural(hand.total, one, self.tr("{n} digits of yours are kept."))]
        first = self.tr("Of your {total} digits {right} are read right ({accuracy}).")
        if hand.total == 1:
            right = self.tr("The one digit that you kept is read right.")
            first = right if hand.right else self.tr("The one digit that you kept is misread.")
        first = first.format(
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
