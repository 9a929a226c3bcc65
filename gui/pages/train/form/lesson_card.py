"""The gallery's card of the network from scratch: both versions, each starts at a click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from core.layers import parameter_count
from core.reproduction.scratch_training import Lesson
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import count


class LessonCard(QFrame):
    """What the lesson shows, and a button for each version.

    Signals:
        start_requested: The `Lesson` to train at once.
    """

    start_requested = Signal(object)

    def __init__(self, lessons: Sequence[Lesson], theme: Theme) -> None:
        super().__init__()
        self._names = [lesson.name for lesson in lessons]
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
        return " ".join((*self._names, self.title.text(), self.about.text())).lower()

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start it."""
        for button in self.buttons:
            button.setEnabled(startable)

    def _facts(self, lesson: Lesson) -> str:
        return self.tr("{name}: {weights} weights, {epochs} epochs, {n} images").format(
            name=lesson.name,
            weights=count(parameter_count(lesson.network)),
            epochs=lesson.epochs,
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
        self.buttons = [QPushButton(words[lesson.derivative]) for lesson in lessons]
        line = QHBoxLayout()
        for button, lesson in zip(self.buttons, lessons, strict=True):
            button.setObjectName(f"start_{lesson.name}")
            button.setToolTip(tips[lesson.derivative])
            button.setProperty("primary", lesson is lessons[0])
            button.clicked.connect(partial(self._on_start, lesson))
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _on_start(self, lesson: Lesson) -> None:
        self.start_requested.emit(lesson)
