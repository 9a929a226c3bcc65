"""Teach the network one's own hand: the button, its progress, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from core.records import Phase, Progress
from gui.theme import GRID_PX
from gui.words import capital, count, epoch_words, percent, phase_words

if TYPE_CHECKING:
    from core.own_digits.fine_tuning import FineTuned

_STEPS = 1000
_BAR_PX = 8
_BAR_WIDTH_PX = 96


@dataclass(frozen=True)
class TeachState:
    """What the buttons depend on.

    Parameters
    ----------
    digits : int
        How many of the person's digits are kept.
    network, images : bool
        Whether there is a network in use, and a data set with training images.
    training : bool
        Whether a training runs.
    running, stopping : bool
        Whether the network is being taught, and was asked to leave it.
    undo : str
        The name of the network that Undo would give back; empty for none.
    """

    digits: int = 0
    network: bool = False
    images: bool = False
    training: bool = False
    running: bool = False
    stopping: bool = False
    undo: str = ""


class TeachHand(QWidget):
    """One row: Teach and Undo with what is missing, or the progress and Stop.

    `result` is a label of its own, for a place where long words can be scrolled.

    Signals:
        teach_requested: The network in use should learn the kept digits.
        stop_requested: It should be left as it was.
        undo_requested: The network before should be used again.
    """

    teach_requested = Signal()
    stop_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = QLabel()
        self._teach = QPushButton(self.tr("Teach the network my hand"))
        self._undo = QPushButton(self.tr("Undo teaching"))
        self._bar = QProgressBar()
        self._text = QLabel()
        self._stop = QPushButton()
        self._name_parts()
        self._lay_out()
        self._teach.clicked.connect(lambda: self.teach_requested.emit())
        self._undo.clicked.connect(lambda: self.undo_requested.emit())
        self._stop.clicked.connect(lambda: self.stop_requested.emit())
        self.show_words("")
        self.set_state(TeachState())

    def set_state(self, state: TeachState) -> None:
        """Offer what can be done now, and say what is missing for the rest."""
        missing = self._missing(state)
        focused = self.window().focusWidget() in (self._teach, self._undo, self._stop)
        self._teach.setEnabled(not missing)
        self._teach.setToolTip(missing or self._explanation())
        self._teach.setVisible(not state.running)
        self._undo.setVisible(bool(state.undo) and not state.running)
        self._undo.setToolTip(
            self.tr("Uses {name} again, as it was before.").format(name=state.undo)
        )
        self._bar.setVisible(state.running)
        self._stop.setVisible(state.running)
        self._stop.setText(self.tr("Stopping") if state.stopping else self.tr("Stop"))
        if not state.running:
            self._text.setText(missing)
        if focused:
            # A button that hides would hand the keyboard to some other part of the window.
            (self._stop if state.running else self._teach).setFocus()

    def show_phase(self, phase: Phase) -> None:
        """Say what it is busy with before and after the steps."""
        self._text.setText(capital(phase_words(phase)))
        self._bar.setMaximum(0)

    def show_progress(self, progress: Progress) -> None:
        """Say where it stands, and how long it still learns."""
        self._text.setText(epoch_words(progress))
        self._bar.setMaximum(_STEPS)
        self._bar.setValue(round(_STEPS * progress.fraction))

    def show_words(self, words: str) -> None:
        """Say what came of it; no words hide the label."""
        self.result.setText(words)
        self.result.setVisible(bool(words))

    def show_taught(self, name: str, result: FineTuned, data: str, *, sample: bool) -> None:
        """Say what it changed, on the person's digits and on the test images of `data`."""
        lines = [
            self.tr("In use now, and at the next start: {name}.").format(name=name),
            self._own_line(result),
        ]
        if result.test_after.images:
            lines.append(self._test_line(result, data, sample=sample))
        self.show_words("\n".join(lines))

    def show_undone(self, name: str) -> None:
        """Say that the network before is in use again."""
        self.show_words(self.tr("In use again, as it was before: {name}.").format(name=name))

    def show_stopped(self) -> None:
        """Say that nothing was changed."""
        self.show_words(self.tr("Stopped: the network is as it was."))

    def _own_line(self, result: FineTuned) -> str:
        from core.own_digits.fine_tuning import HOLD_OUT_FROM

        if result.held_out:
            words = self.tr(
                "Your digits, {n} that it did not learn from: {before} right before, "
                "{after} now."
            )
        else:
            words = self.tr(
                "Your digits, the same {n} that it learnt from: {before} right before, {after} "
                "now. From {enough} on, half are not learnt from, and this says more."
            )
        return words.format(
            n=count(result.own_after.images),
            before=count(result.own_before.right),
            after=count(result.own_after.right),
            enough=HOLD_OUT_FROM,
        )

    def _test_line(self, result: FineTuned, data: str, *, sample: bool) -> str:
        words = self.tr("{data}, {n} test images: {before} right before, {after} now.")
        if sample:
            words = self.tr(
                "{data}, {n} test images: {before} right before, {after} now. They are some of "
                "MNIST's training images: the network may know them."
            )
        return words.format(
            data=data,
            n=count(result.test_after.images),
            before=percent(result.test_before.accuracy),
            after=percent(result.test_after.accuracy),
        )

    def _missing(self, state: TeachState) -> str:
        if not state.digits:
            return self.tr("Keep a few digits first.")
        if not state.network:
            return self.tr("There is no network yet.")
        if not state.images:
            return self.tr("There are no training images yet.")
        if state.training:
            return self.tr("A training runs: wait for it.")
        return ""

    def _explanation(self) -> str:
        return self.tr(
            "Trains the network in use a little more, on your digits among images of the data "
            "set. It takes about a minute; Undo gives the network back as it is now."
        )

    def _name_parts(self) -> None:
        self._teach.setObjectName("teach_button")
        self._undo.setObjectName("teach_undo_button")
        self._stop.setObjectName("teach_stop_button")
        self._stop.setToolTip(self.tr("Ends it now; the network stays as it was."))
        self._text.setObjectName("teach_text")
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        self.result.setObjectName("teach_result")
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar.setObjectName("teach_progress")
        self._bar.setAccessibleName(self.tr("Progress of the teaching"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR_PX)
        self._bar.setMinimumWidth(_BAR_WIDTH_PX)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self._teach)
        row.addWidget(self._undo)
        row.addWidget(self._bar, 1)
        row.addWidget(self._text, 2)
        row.addWidget(self._stop)
