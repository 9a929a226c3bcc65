"""The gallery's card of the network from scratch: step by step, or started at a click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from core.layers import parameter_count
from core.records import Dataset
from core.reproduction.scratch_training import Lesson
from gui.pages.train.form.lesson_dialog import LessonDialog
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import count, epochs_words, in_both


class LessonCard(QFrame):
    """What the lesson shows, and a button for each version.

    Signals:
        start_requested: The `Lesson` to train at once.
    """

    start_requested = Signal(object)

    def __init__(
        self, lessons: Sequence[Lesson], theme: Theme, dataset: Dataset | None = None
    ) -> None:
        super().__init__()
        self._theme, self._dataset = theme, dataset
        self._names = [lesson.name for lesson in lessons]
        self._titles = [in_both(lesson.title) for lesson in lessons]
        self.setProperty("surface", True)
        self.setObjectName("card_lesson")
        self.title = QLabel(self.tr("The network from scratch"))
        self.title.setFont(theme.font("section"))
        self.about = QLabel(
            self.tr(
                "A tutorial's network in nothing but NumPy, one image after another, to its "
                "last printed digit. Its derivative of the ReLU has a bug that nobody sees in "
                "the figures: the gradient check finds it, and the cured version learns better."
            )
        )
        facts = QLabel(self._facts(lessons[0]))
        facts.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX - 4)
        column.setSpacing(GRID_PX)
        for label in (self.title, self.about, facts):
            label.setWordWrap(True)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addStretch(1)
        column.addWidget(facts)
        column.addLayout(self._buttons(lessons))

    def words(self) -> str:
        """Return all that one could look for in this card."""
        shown = (*self._names, self.title.text(), self.about.text())
        return " ".join((*shown, *self._titles)).lower()

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start it."""
        self._startable = startable
        for button in self.buttons:
            button.setEnabled(startable)

    def _facts(self, lesson: Lesson) -> str:
        return self.tr("{name}: {weights} weights, {epochs}, {n} images").format(
            name=lesson.name,
            weights=count(parameter_count(lesson.network)),
            epochs=epochs_words(lesson.epochs),
            n=count(lesson.images),
        )

    def _buttons(self, lessons: Sequence[Lesson]) -> QHBoxLayout:
        words = {
            "published": self.tr("Start as published"),
            "cured": self.tr("Start cured"),
        }
        tips = {
            "published": self.tr("Trains it with the bug of the text, number for number."),
            "cured": self.tr("Trains it with the right derivative of the ReLU."),
        }
        self._startable = True
        steps = QPushButton(self.tr("Step by step"))
        steps.setObjectName("lesson_steps_button")
        steps.setToolTip(
            self.tr(
                "Bytes, pixels, labels, dropout by hand, the bug and the check that finds it."
            )
        )
        steps.setEnabled(self._dataset is not None and len(self._dataset.train_labels) > 0)
        steps.clicked.connect(self._on_steps)
        self.buttons = [QPushButton(words[lesson.derivative]) for lesson in lessons]
        line = QHBoxLayout()
        for button, lesson in zip(self.buttons, lessons, strict=True):
            button.setObjectName(f"start_{lesson.name}")
            button.setToolTip(tips[lesson.derivative])
            button.setProperty("primary", lesson is lessons[0])
            button.clicked.connect(partial(self._on_start, lesson))
            line.addWidget(button)
        line.addWidget(steps)
        line.addStretch(1)
        return line

    def _on_steps(self) -> None:
        if self._dataset is None:
            return
        dialog = LessonDialog(
            self._dataset, self._theme, self.window(), startable=self._startable
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.start_requested.connect(self.start_requested)
        dialog.open()

    def _on_start(self, lesson: Lesson) -> None:
        self.start_requested.emit(lesson)
