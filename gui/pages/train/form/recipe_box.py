"""The list of recipes by their titles, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from core.recipes.catalogue import CATALOGUE
from core.records import Recipe
from gui.pages.train.form_parts import only_scroll_when_focused
from gui.words import named


class RecipeBox(QComboBox):
    """The titles of the catalogue's recipes and, after them, of one that was opened.

    Signals:
        recipe_chosen: The `Recipe` that the person chose.
    """

    recipe_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recipe_box")
        self.setAccessibleName(self.tr("Recipe"))
        self.setToolTip(
            self.tr("A recipe says all of a training. Choose one, change what you like, start.")
        )
        # The longest title must not make the column wider than the others need it.
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._recipes = list(CATALOGUE)
        for recipe in CATALOGUE:
            self._add(recipe)
        only_scroll_when_focused(self)
        self.currentIndexChanged.connect(self._on_index_changed)

    def base_of(self, recipe: Recipe) -> Recipe:
        """Return the listed recipe that this one is, or is a change of; else itself."""
        told = (recipe.title, recipe.about)
        alike = [known for known in CATALOGUE if (known.title, known.about) == told]
        return alike[0] if alike else recipe

    def show_base(self, recipe: Recipe) -> None:
        """Show a recipe as chosen, without telling; one that is not listed comes last."""
        self.blockSignals(True)
        if recipe not in self._recipes:
            while self.count() > len(CATALOGUE):
                self.removeItem(self.count() - 1)
            self._recipes[len(CATALOGUE) :] = [recipe]
            self._add(recipe)
        self.setCurrentIndex(self._recipes.index(recipe))
        self.blockSignals(False)

    def _add(self, recipe: Recipe) -> None:
        self.addItem(named(recipe.title) or recipe.name, recipe.name)
        self.setItemData(self.count() - 1, recipe.name, Qt.ItemDataRole.ToolTipRole)

    def _on_index_changed(self, index: int) -> None:
        if index >= 0:
            self.recipe_chosen.emit(self._recipes[index])
