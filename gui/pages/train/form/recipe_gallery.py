"""The gallery: every recipe as a card that says what it shows, and starts it at a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.data.mnist import is_mnist
from core.layers import parameter_count
from core.recipes.published import published
from core.records import Dataset, Recipe
from core.reproduction.scratch_training import Lesson
from gui.pages.train.form.lesson_card import LessonCard
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import count, named

_COLUMNS = 2
_CARD_PX = 360


class RecipeCard(QFrame):
    """One recipe: what it shows, its size, and two buttons.

    Signals:
        chosen: The `Recipe`, to show in the form.
        start_requested: The `Recipe`, to train at once.
        images_requested: The indices of the training images that its text shows, a tuple.
    """

    chosen = Signal(object)
    start_requested = Signal(object)
    images_requested = Signal(object)

    def __init__(self, recipe: Recipe, theme: Theme, dataset: Dataset | None = None) -> None:
        super().__init__()
        self.recipe = recipe
        self._dataset = dataset
        self.setProperty("surface", True)
        self.setObjectName(f"card_{recipe.name}")
        title = QLabel(named(recipe.title) or recipe.name)
        title.setFont(theme.font("section"))
        about = QLabel(named(recipe.about))
        facts = QLabel(self._facts())
        facts.setProperty("role", "muted")
        for label in (title, about, facts):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX - 4)
        column.setSpacing(GRID_PX)
        column.addWidget(title)
        column.addWidget(about)
        column.addStretch(1)
        column.addWidget(facts)
        column.addLayout(self._buttons())

    def words(self) -> str:
        """Return all that one could look for in this card."""
        recipe = self.recipe
        parts = (recipe.name, named(recipe.title), named(recipe.about))
        return " ".join(parts).lower()

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start it."""
        self.start_button.setEnabled(startable)

    def _facts(self) -> str:
        recipe = self.recipe
        return self.tr("{name}: {weights} weights, {epochs} epochs, batches of {batch}").format(
            name=recipe.name,
            weights=count(parameter_count(recipe.network)),
            epochs=recipe.epochs,
            batch=recipe.batch_size,
        )

    def _buttons(self) -> QHBoxLayout:
        self.start_button = QPushButton(self.tr("Start"))
        self.start_button.setObjectName(f"start_{self.recipe.name}")
        self.start_button.setProperty("primary", True)
        self.start_button.setToolTip(self.tr("Trains this recipe now, from fresh weights."))
        show = QPushButton(self.tr("Show in the form"))
        show.setObjectName(f"show_{self.recipe.name}")
        show.setToolTip(self.tr("Fills in the form, so that you can look and change first."))
        self.start_button.clicked.connect(self._on_start)
        show.clicked.connect(self._on_show)
        line = QHBoxLayout()
        line.addWidget(self.start_button)
        line.addWidget(show)
        printed = published(self.recipe.name)
        if printed is not None and printed.images:
            line.addWidget(self._images_button(printed.images))
        line.addStretch(1)
        return line

    def _images_button(self, images: tuple[int, ...]) -> QPushButton:
        button = QPushButton(self.tr("The images it shows"))
        button.setObjectName(f"images_{self.recipe.name}")
        whole = self._dataset is not None and is_mnist(self._dataset)
        button.setEnabled(whole)
        numbers = ", ".join(map(str, images))
        button.setToolTip(
            self.tr("Opens training images {numbers} on the Mistakes page.").format(
                numbers=numbers
            )
            if whole
            else self.tr("They are of the whole MNIST: open it first.")
        )
        button.clicked.connect(lambda: self.images_requested.emit(images))
        return button

    def _on_start(self) -> None:
        self.start_requested.emit(self.recipe)

    def _on_show(self) -> None:
        self.chosen.emit(self.recipe)


class RecipeGallery(QDialog):
    """All recipes as cards, filtered by what is typed.

    Signals:
        chosen: The `Recipe` to show in the form.
        start_requested: The `Recipe` to train at once.
        lesson_requested: The `Lesson` to train at once.
        images_requested: Indices of training images to look at, a tuple.
    """

    chosen = Signal(object)
    start_requested = Signal(object)
    lesson_requested = Signal(object)
    images_requested = Signal(object)

    def __init__(
        self,
        recipes: Sequence[Recipe],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lessons: Sequence[Lesson] = (),
        dataset: Dataset | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_gallery")
        self.setWindowTitle(self.tr("Recipes"))
        self.cards: list[RecipeCard | LessonCard] = []
        for recipe in recipes:
            card = RecipeCard(recipe, theme, dataset)
            card.images_requested.connect(self._on_images_requested)
            card.chosen.connect(self._on_chosen)
            card.start_requested.connect(self._on_start_requested)
            self.cards.append(card)
        if lessons:
            lesson_card = LessonCard(lessons, theme, dataset)
            lesson_card.start_requested.connect(self._on_lesson_requested)
            self.cards.append(lesson_card)
        self._grid = QGridLayout()
        self._grid.setSpacing(MARGIN_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, _CARD_PX)
        self.filter_edit = QLineEdit()
        self.filter_edit.setObjectName("gallery_filter")
        self.filter_edit.setPlaceholderText(self.tr("Find a recipe"))
        self.filter_edit.setAccessibleName(self.tr("Find a recipe"))
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.textChanged.connect(self._arrange)
        self._lay_out()
        self._arrange()

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start a training."""
        for card in self.cards:
            card.set_startable(startable)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setLayout(self._grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.filter_edit)
        column.addWidget(area, 1)
        self.resize(_COLUMNS * _CARD_PX + 6 * MARGIN_PX, 600)

    def _arrange(self) -> None:
        """Put the cards that match into the grid, the others out of sight."""
        wanted = self.filter_edit.text().lower().split()
        shown = 0
        for card in self.cards:
            self._grid.removeWidget(card)
            matches = all(word in card.words() for word in wanted)
            if matches:  # into the grid first: without a parent it would show as a window
                self._grid.addWidget(card, *divmod(shown, _COLUMNS))
                shown += 1
            card.setVisible(matches)

    def _on_chosen(self, recipe: Recipe) -> None:
        self.accept()
        self.chosen.emit(recipe)

    def _on_start_requested(self, recipe: Recipe) -> None:
        self.accept()
        self.start_requested.emit(recipe)

    def _on_images_requested(self, images: tuple[int, ...]) -> None:
        self.accept()
        self.images_requested.emit(images)

    def _on_lesson_requested(self, lesson: Lesson) -> None:
        self.accept()
        self.lesson_requested.emit(lesson)
