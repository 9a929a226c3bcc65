"""The gallery: every recipe as a card that says what it shows, in groups, easily found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.records import Dataset, Recipe
from core.reproduction.scratch_training import Lesson
from gui.pages.train.form.lesson_card import LessonCard
from gui.pages.train.form.recipe_card import RecipeCard
from gui.session.runs import LastRun
from gui.sizes import resize_within_screen, scaled
from gui.theme import GRID_PX, MARGIN_PX, Theme

_COLUMNS = 2
_CARD_PX = 360

GROUPS = {
    "": str(QT_TRANSLATE_NOOP("gallery", "To begin with")),
    "q000": str(
        QT_TRANSLATE_NOOP("gallery", "Why does accuracy fall while the loss falls too?")
    ),
    "q001": str(QT_TRANSLATE_NOOP("gallery", "Why is a digit never predicted?")),
    "q002": str(QT_TRANSLATE_NOOP("gallery", "Why does the loss follow the learning rate?")),
    "t003": str(QT_TRANSLATE_NOOP("gallery", "A tutorial's models, one after another")),
    "lesson": str(QT_TRANSLATE_NOOP("gallery", "From scratch, without a library")),
}
"""What the groups are called, by how names in them begin; the first has all others."""

Card = RecipeCard | LessonCard


class RecipeGallery(QDialog):
    """All recipes as cards, filtered by what is typed.

    Signals:
        chosen: The `Recipe` to show in the form.
        start_requested: The `Recipe` to train at once.
        lesson_requested: The `Lesson` to train at once.
        images_requested: Indices of training images to look at, a tuple of int.
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
        self.cards: list[Card] = []
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
        self._titles = {group: QLabel() for group in GROUPS}
        for group, label in self._titles.items():
            label.setText(QCoreApplication.translate("gallery", GROUPS[group]))
            label.setFont(theme.font("section", bold=True))
        self.nothing = QLabel(self.tr("No recipe has these words."))
        self.nothing.setObjectName("gallery_nothing")
        self.nothing.setProperty("role", "muted")
        self._grid = QGridLayout()
        self._grid.setSpacing(MARGIN_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._columns = _COLUMNS
        self.filter_edit = QLineEdit()
        self.filter_edit.setObjectName("gallery_filter")
        self.filter_edit.setPlaceholderText(self.tr("Find a recipe, in English or Chinese"))
        self.filter_edit.setAccessibleName(self.tr("Find a recipe"))
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.textChanged.connect(self._arrange)
        self._lay_out()
        self._arrange()

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start a training."""
        for card in self.cards:
            card.set_startable(startable)

    def show_known(self, known: Mapping[str, LastRun]) -> None:
        """Show what the newest run of each recipe gave on this machine."""
        for card in self.cards:
            if isinstance(card, RecipeCard):
                card.show_known(known.get(card.recipe.name))

    def _lay_out(self) -> None:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, GRID_PX, 0)
        rows.addLayout(self._grid)
        # What is left over is below the cards, not in them.
        rows.addStretch(1)
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
        width_px = _COLUMNS * scaled(_CARD_PX) + 6 * MARGIN_PX
        resize_within_screen(self, width_px, scaled(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room for two."""
        super().resizeEvent(event)
        columns = 1 if self.width() < _COLUMNS * scaled(_CARD_PX) else _COLUMNS
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        """Put the cards that match into the grid under their titles, hide the others."""
        wanted, columns = self.filter_edit.text().lower().split(), self._columns
        found = [c for c in self.cards if all(word in c.words() for word in wanted)]
        for widget in (*self.cards, *self._titles.values(), self.nothing):
            self._grid.removeWidget(widget)
        for column in range(_COLUMNS):
            least = scaled(_CARD_PX) if column < self._columns and self._columns > 1 else 0
            self._grid.setColumnMinimumWidth(column, least)
            self._grid.setColumnStretch(column, int(column < self._columns))
        row = 0
        for group, title in self._titles.items():
            cards = [card for card in found if _group_of(card) == group]
            if cards:  # into the grid first: without a parent it would show as a window
                self._grid.addWidget(title, row, 0, 1, columns)
                for place, card in enumerate(cards):
                    self._grid.addWidget(card, row + 1 + place // columns, place % columns)
                row += 1 + -(-len(cards) // columns)
            title.setVisible(bool(cards))
        if not found:
            self._grid.addWidget(self.nothing, 0, 0, 1, columns)
        self.nothing.setVisible(not found)
        for card in self.cards:
            card.setVisible(card in found)

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


def _group_of(card: Card) -> str:
    if isinstance(card, LessonCard):
        return "lesson"
    return next((g for g in GROUPS if g and card.recipe.name.startswith(g)), "")
