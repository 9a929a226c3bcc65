"""Start, Continue, Pause and Stop, with words for what each would do now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from core.runs.continuing import Plan
from gui.pages.train.form_parts import WholeBox
from gui.session.controlled import Stage
from gui.sizes import scaled
from gui.theme import GRID_PX
from gui.words import continue_words

MOST_SEEDS = 10
"""More in one go would be left alone for too long."""

_NOTE_LINES = 3
_NAME_PX = 150
"""Of a longer name the note says the beginning and the end."""


@dataclass(frozen=True)
class RunState:
    """What the buttons depend on.

    Parameters
    ----------
    startable : bool
        Whether there are data, and the form says a recipe.
    seed : int
        From which the fresh weights would come.
    continues : tuple of str and Plan, or None
        The recipe that Continue would go on with, and what it would do.
    stage : {"idle", "running", "paused", "stopping"}
        What the training does.
    by_form : bool
        Whether the form has a say in what runs; in a lesson it has none.
    several : bool
        Whether several seeds are trained, which nothing tells apart but the seed.
    held : bool
        Whether nothing can start because a network is being taught somebody's hand.
    """

    startable: bool = False
    seed: int = 0
    continues: tuple[str, Plan] | None = None
    stage: Stage = "idle"
    by_form: bool = True
    several: bool = False
    held: bool = False

    @property
    def steerable(self) -> bool:
        """Whether the learning rate of what runs can be changed."""
        return self.by_form and not self.several


class RunButtons(QWidget):
    """The four buttons at the bottom of the recipe, and a line that tells New from Continue.

    Signals:
        start_requested: Train from fresh weights.
        continue_requested: Go on with the training that the line names.
        pause_requested: Wait.
        resume_requested: Go on after a pause.
        stop_requested: End the training.
    """

    start_requested = Signal()
    continue_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = RunState()
        self.start_button = QPushButton(self.tr("Start new training"))
        self.seeds_box = WholeBox(1, MOST_SEEDS)
        self.continue_button = QPushButton()
        self.pause_button = QPushButton()
        self.stop_button = QPushButton()
        self.note = QLabel()
        self._lay_out()
        self._explain()
        self.start_button.clicked.connect(self.start_requested)
        self.continue_button.clicked.connect(self.continue_requested)
        self.pause_button.clicked.connect(self._on_pause)
        self.stop_button.clicked.connect(self.stop_requested)
        self.seeds_box.valueChanged.connect(self._on_seeds)
        self.set_state(RunState())

    @property
    def seeds(self) -> int:
        """How many seeds Start trains, side by side."""
        return self.seeds_box.value()

    @property
    def state(self) -> RunState:
        """What the buttons show."""
        return self._state

    def set_state(self, state: RunState) -> None:
        """Enable what can be done now, and say what it would do."""
        self._state = state
        idle, obeys = state.stage == "idle", state.stage in ("running", "paused")
        paused, stopping = state.stage == "paused", state.stage == "stopping"
        self.start_button.setEnabled(idle and state.startable)
        self.seeds_box.setEnabled(idle)
        self.continue_button.setEnabled(idle and state.continues is not None)
        self.pause_button.setEnabled(obeys)
        self.stop_button.setEnabled(obeys)
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.stop_button.setText(self.tr("Stopping") if stopping else self.tr("Stop"))
        self.continue_button.setText(
            self.tr("Continue")
            if state.continues is None
            else continue_words(state.continues[1])
        )
        self.note.setText(self._note(state))

    def _note(self, state: RunState) -> str:
        if state.held:
            return self.tr(
                "A network is being taught your hand, or networks learn to judge labels: wait"
                " for it, or stop it on the Draw or the Mistakes page."
            )
        if state.stage != "idle" and not state.by_form:
            return self.tr("A lesson is running: the form above has no part in it.")
        if state.stage != "idle" and state.several:
            return self.tr(
                "Several seeds run side by side, all by the recipe as it was started."
            )
        if state.stage != "idle":
            return self.tr("The learning rate above can be changed while it trains.")
        new = self.tr("New: fresh weights from seed {seed}.").format(seed=state.seed)
        if self.seeds > 1:
            new = self.tr("New: seeds {first} to {last}, kept as an experiment.").format(
                first=state.seed, last=state.seed + self.seeds - 1
            )
        if state.continues is None:
            return new
        whole, plan = state.continues
        measure = self.note.fontMetrics()
        name = measure.elidedText(whole, Qt.TextElideMode.ElideMiddle, scaled(_NAME_PX))
        more = self.tr(
            "Continue: the weights and optimizer state of {name}, epochs {first} to {last}."
        ).format(name=name, first=plan.trained + 1, last=plan.last_epoch)
        return f"{new}\n{more}"

    def _lay_out(self) -> None:
        self.start_button.setProperty("primary", True)
        self.start_button.setMinimumHeight(40)
        for button in (self.continue_button, self.pause_button, self.stop_button):
            button.setMinimumHeight(32)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setObjectName("start_note")
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Always so high: the buttons stay where they are when a training begins or ends.
        self.note.setMinimumHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID_PX)
        grid.addLayout(self._start_line(), 0, 0, 1, 2)
        grid.addWidget(self.continue_button, 1, 0, 1, 2)
        grid.addWidget(self.pause_button, 2, 0)
        grid.addWidget(self.stop_button, 2, 1)
        grid.addWidget(self.note, 3, 0, 1, 2)

    def _start_line(self) -> QHBoxLayout:
        self.seeds_box.setObjectName("seeds_box")
        self.seeds_box.setAccessibleName(self.tr("Seeds"))
        self.seeds_box.setToolTip(
            self.tr("How many seeds to train side by side, from the one above on: their mean, "
                    "and how much they scatter. They are kept as an experiment, where those "
                    "that Stop cut off can go on.")
        )  # fmt: skip
        self.seeds_box.setFixedWidth(scaled(48))
        label = QLabel(self.tr("&Seeds"))
        label.setBuddy(self.seeds_box)
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        line.addWidget(self.start_button, 1)
        line.addWidget(label)
        line.addWidget(self.seeds_box)
        return line

    def _on_seeds(self) -> None:
        self.set_state(self._state)

    def _explain(self) -> None:
        names = ("start_button", "continue_button", "pause_button", "stop_button")
        tips = (
            self.tr("Trains a new network by this recipe, from fresh weights. What was trained "
                    "before stays under Runs."),
            self.tr("Goes on where the training ended, with its weights, optimizer state and "
                    "recipe. One that was stopped goes on to its last epoch, as if it had not "
                    "been; one that is finished trains as many epochs once more."),
            self.tr("Lets the training wait, or go on. Nothing is lost."),
            self.tr("Ends the training now. The network as it is then is kept and can be "
                    "continued."),
        )  # fmt: skip
        buttons = (self.start_button, self.continue_button, self.pause_button, self.stop_button)
        for button, name, tip in zip(buttons, names, tips, strict=True):
            button.setObjectName(name)
            button.setToolTip(tip)

    def _on_pause(self) -> None:
        if self._state.stage == "paused":
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()
