"""How far the chosen experiment is, with the buttons that start, pause and stop it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.records import Progress
from gui.session.controlled import Stage
from gui.theme import GRID_PX, Theme
from gui.words import count, duration

_BAR_PX = 8


@dataclass(frozen=True)
class LineState:
    """What the line says.

    Parameters
    ----------
    name : str
        Of the experiment.
    done, total, running, failed : int
        Trainings.
    stage : {"idle", "running", "paused", "stopping"}
        What this experiment does; "idle" while another one runs.
    waits : bool
        Whether it waits for another one.
    startable : bool
        Whether there are data.
    seconds_left : float or None
        From the epochs that it has trained; None where nobody knows.
    """

    name: str = ""
    done: int = 0
    total: int = 0
    running: int = 0
    failed: int = 0
    stage: Stage = "idle"
    waits: bool = False
    startable: bool = False
    seconds_left: float | None = None


class RunLine(QWidget):
    """Name, bar and buttons.

    Signals:
        start_requested: Train what is left.
        pause_requested: Let all trainings wait.
        resume_requested: Let them go on.
        stop_requested: End them; they go on later.
    """

    start_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = LineState()
        self.text = QLabel()
        self.text.setObjectName("experiment_text")
        self.text.setFont(theme.font("section"))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setMinimumWidth(1)
        self.detail = QLabel()
        self.detail.setObjectName("experiment_detail")
        self.detail.setProperty("role", "muted")
        self.bar = QProgressBar()
        self.bar.setObjectName("experiment_progress")
        self.bar.setAccessibleName(self.tr("Progress of the experiment"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_PX)
        self.start_button = self._button(
            "experiment_start_button",
            self.tr("Trains what is left of this experiment. What is done is kept."),
            self.start_requested.emit,
        )
        self.pause_button = self._button(
            "experiment_pause_button",
            self.tr("Lets all its trainings wait, or go on. Nothing is lost."),
            self._on_pause,
        )
        self.stop_button = self._button(
            "experiment_stop_button",
            self.tr("Ends its trainings. They go on where they were when it is started again."),
            self.stop_requested.emit,
        )
        self._lay_out()
        self.show_state(self._state)

    def show_state(self, state: LineState) -> None:
        """Say how far it is, and enable what can be done now."""
        self._state = state
        self.text.setText(
            self.tr("{name}: {done} of {total} trainings done").format(
                name=state.name, done=count(state.done), total=count(state.total)
            )
        )
        self.detail.setText(self._detail(state))
        self.bar.setMaximum(max(1, state.total))
        self.bar.setValue(state.done)
        left = state.done < state.total
        runs = state.stage != "idle"
        self.start_button.setText(self.tr("Start") if not state.done else self.tr("Go on"))
        self.start_button.setEnabled(left and not runs and not state.waits and state.startable)
        self.pause_button.setEnabled(state.stage in ("running", "paused"))
        self.pause_button.setText(
            self.tr("Resume") if state.stage == "paused" else self.tr("Pause")
        )
        self.stop_button.setEnabled(state.stage in ("running", "paused"))
        self.stop_button.setText(
            self.tr("Stopping") if state.stage == "stopping" else self.tr("Stop")
        )

    def show_training(self, number: int, progress: Progress) -> None:
        """Say where one of its trainings is."""
        words = self.tr("training {n}: epoch {epoch} of {last}").format(
            n=number, epoch=progress.epoch, last=progress.last_epoch
        )
        left = self._left(self._state)
        self.detail.setText(f"{words}, {left}" if left else words)

    def _detail(self, state: LineState) -> str:
        if state.waits:
            return self.tr("waits until those before it are done")
        if state.stage == "paused":
            return self.tr("paused")
        parts = []
        if state.running:
            parts.append(self.tr("{n} run now").format(n=count(state.running)))
        if state.failed:
            parts.append(self.tr("{n} failed").format(n=count(state.failed)))
        left = self._left(state)
        return ", ".join([*parts, left] if left else parts)

    def _left(self, state: LineState) -> str:
        if state.seconds_left is None or state.stage != "running":
            return ""
        return self.tr("about {time} left").format(time=duration(state.seconds_left))

    def _button(self, name: str, tip: str, does: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setToolTip(tip)
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        line.addWidget(self.text, 1)
        for button in (self.start_button, self.pause_button, self.stop_button):
            line.addWidget(button)
        self.start_button.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addLayout(line)
        column.addWidget(self.bar)
        column.addWidget(self.detail)

    def _on_pause(self) -> None:
        if self._state.stage == "paused":
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()
