"""The lesson step by step: the file, pixels, labels, dropout, the bug, the check, one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.records import Dataset
from core.reproduction.scratch_training import Lesson
from gui.pages.train.form.lesson_settings import LessonSettings
from gui.pages.train.form.lesson_steps import LessonSteps, Step
from gui.sizes import fixed_font, resize_within_screen, scaled
from gui.theme import GRID_PX, MARGIN_PX, Theme

_TITLES_PX = 190


class LessonDialog(QDialog):
    """A list of steps at the left, the chosen one at the right; the last one starts it.

    Signals:
        start_requested: The `Lesson` to train at once.
    """

    start_requested = Signal(object)

    def __init__(
        self, dataset: Dataset, theme: Theme, parent: QWidget | None = None, *, startable: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_dialog")
        self.setWindowTitle(self.tr("The network from scratch, step by step"))
        self._theme = theme
        self.settings = LessonSettings()
        self.settings.set_startable(startable)
        self.settings.start_requested.connect(self._on_start)
        self.titles = QListWidget()
        self.titles.setObjectName("lesson_titles")
        self.titles.setAccessibleName(self.tr("Steps"))
        self.titles.setFixedWidth(scaled(_TITLES_PX))
        self._pages = QStackedWidget()
        for step in LessonSteps(self).steps(dataset):
            self._add(step.title, _page(step, theme))
        self._add(self.tr("Try it"), self._try_page())
        self.titles.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.titles.setCurrentRow(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self.titles)
        row.addWidget(self._pages, 1)
        resize_within_screen(self, scaled(1010), scaled(620))

    def _add(self, title: str, page: QWidget) -> None:
        self.titles.addItem(f"{self._pages.count() + 1}. {title}")
        self._pages.addWidget(page)

    def _try_page(self) -> QWidget:
        words = QLabel(
            self.tr(
                "As published and cured start from the card, too. Here each setting can be "
                "changed; printed figures apply to the text's own only. The next steps are "
                "those that the tutorial names at its end; they take the right derivative "
                "and dropout's factor, and otherwise what is set above. Each is kept as a "
                "run, to be compared on the Runs page."
            )
        )
        words.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(words)
        column.addWidget(self.settings)
        column.addStretch(1)
        return page

    def _on_start(self, lesson: Lesson) -> None:
        self.accept()
        self.start_requested.emit(lesson)


def _page(step: Step, theme: Theme) -> QWidget:
    """Put a step's words above its numbers, which scroll where there is little room."""
    title = QLabel(step.title)
    title.setFont(theme.font("section"))
    words = QLabel(step.words)
    words.setWordWrap(True)
    numbers = QLabel(step.numbers)
    numbers.setObjectName("lesson_numbers")
    font = fixed_font()
    font.setPixelSize(theme.font("small").pixelSize())
    numbers.setFont(font)
    numbers.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(numbers)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID_PX)
    column.addWidget(title)
    column.addWidget(words)
    column.addWidget(area, 1)
    return page
