"""The last step of the lesson: what can be changed, and what to try next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QWidget

from core.from_scratch.network import Derivative, ErrorName
from core.limits import Limit, limit
from core.reproduction.scratch_training import LESSONS, Lesson
from gui.pages.train.form_parts import ChoiceBox, FloatBox, WholeBox
from gui.theme import GRID_PX

_MOST_HIDDEN, _MOST_IMAGES = 2_000, 60_000
_OWN = "t004-own-settings"

_BIGGER, _MORE_IMAGES = 300, 5_000


class LessonSettings(QWidget):
    """Boxes for all that fixes the lesson, and buttons that start it.

    Signals:
        start_requested: The `Lesson` to train at once.
    """

    start_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rate_box = FloatBox.within(limit("Optimizer", "learning_rate"), ladder=True)
        self.epochs_box = WholeBox.within(limit("Recipe", "epochs"))
        self.hidden_box = WholeBox.within(Limit(1, _MOST_HIDDEN))
        self.images_box = WholeBox.within(Limit(10, _MOST_IMAGES))
        self.seed_box = WholeBox.within(limit("Recipe", "seed"))
        self.derivative_box = ChoiceBox(
            [
                ("published", self.tr("always 1, as published")),
                ("cured", self.tr("right: 1 above zero, else 0")),
            ]
        )
        self.error_box = ChoiceBox(
            [
                ("squared", self.tr("squared error, as published")),
                ("crossentropy", self.tr("cross-entropy of a softmax")),
            ]
        )
        self.doubled_box = QCheckBox(self.tr("Dropout's factor 2 on the way back too"))
        self._lay_out()
        self.show_lesson(LESSONS[0])

    def lesson(self, changes: Mapping[str, object] | None = None) -> Lesson:
        """Return the lesson that the boxes say, with these changes."""
        said = replace(
            LESSONS[0],
            derivative=cast("Derivative", self.derivative_box.value()),
            error=cast("ErrorName", self.error_box.value()),
            doubled=self.doubled_box.isChecked(),
            learning_rate=self.rate_box.value(),
            epochs=self.epochs_box.value(),
            hidden=self.hidden_box.value(),
            images=self.images_box.value(),
            seed=self.seed_box.value(),
        )
        said = replace(said, **(changes or {}))  # type: ignore[arg-type]
        for known in LESSONS:
            if replace(said, name=known.name, title=known.title, about=known.about) == known:
                return known
        return replace(said, name=_OWN, title=self.tr("The network from scratch, changed"))

    def show_lesson(self, lesson: Lesson) -> None:
        """Show the settings of a lesson."""
        self.derivative_box.choose(lesson.derivative)
        self.error_box.choose(lesson.error)
        self.doubled_box.setChecked(lesson.doubled)
        self.rate_box.setValue(lesson.learning_rate)
        self.epochs_box.setValue(lesson.epochs)
        self.hidden_box.setValue(lesson.hidden)
        self.images_box.setValue(lesson.images)
        self.seed_box.setValue(lesson.seed)

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start it."""
        for button in self.buttons:
            button.setEnabled(startable)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(GRID_PX)
        rows = (
            (self.tr("Learning rate"), self.rate_box, "lesson_rate_box"),
            (self.tr("Epochs"), self.epochs_box, "lesson_epochs_box"),
            (self.tr("Hidden values"), self.hidden_box, "lesson_hidden_box"),
            (self.tr("Images"), self.images_box, "lesson_images_box"),
            (self.tr("Seed"), self.seed_box, "lesson_seed_box"),
            (self.tr("Derivative of the ReLU"), self.derivative_box, "lesson_derivative_box"),
            (self.tr("Error"), self.error_box, "lesson_error_box"),
        )
        for words, box, name in rows:
            box.setObjectName(name)
            box.setAccessibleName(words)
            form.addRow(words, box)
        self.images_box.setToolTip(self.tr("So many training and as many test images."))
        self.doubled_box.setObjectName("lesson_doubled_box")
        form.addRow("", self.doubled_box)
        form.addRow("", self._start_row())
        form.addRow(self.tr("Next steps"), self._next_row())

    def _start_row(self) -> QHBoxLayout:
        self.buttons = [QPushButton(self.tr("Start with these settings"))]
        self.buttons[0].setObjectName("lesson_start_button")
        self.buttons[0].setProperty("primary", True)
        self.buttons[0].clicked.connect(partial(self._start, {}))
        return _row(self.buttons)

    def _next_row(self) -> QHBoxLayout:
        steps: tuple[tuple[str, str, Mapping[str, object]], ...] = (
            ("crossentropy", self.tr("Cross-entropy"), {"error": "crossentropy"}),
            ("more_images", self.tr("More images"), {"images": _MORE_IMAGES}),
            ("bigger", self.tr("Bigger"), {"hidden": _BIGGER}),
        )
        tips = {
            "crossentropy": self.tr("Trains the right derivative with a cross-entropy."),
            "more_images": self.tr("Trains on 5,000 images instead."),
            "bigger": self.tr("Trains 300 hidden values instead."),
        }
        buttons = []
        for name, words, changes in steps:
            button = QPushButton(words)
            button.setObjectName(f"lesson_next_{name}")
            button.setToolTip(tips[name])
            cured = {"derivative": "cured", "doubled": True}
            button.clicked.connect(partial(self._start, {**cured, **changes}))
            buttons.append(button)
        self.buttons += buttons
        return _row(buttons)

    def _start(self, changes: Mapping[str, object]) -> None:
        self.start_requested.emit(self.lesson(changes))


def _row(buttons: list[QPushButton]) -> QHBoxLayout:
    line = QHBoxLayout()
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
