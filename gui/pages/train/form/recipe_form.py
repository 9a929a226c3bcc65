"""The recipe as a form: what is read from it is exactly what was shown in it.

From the top: which recipe of the catalogue it is, with the gallery beside it; what that one is
about, and what the person changed; then the parts, each a section that folds.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import reduce

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.errors import InklingError, RecipeError
from core.limits import LONGEST_NAME
from core.phrases import Phrase
from core.recipes.catalogue import CATALOGUE
from core.recipes.checks import check
from core.recipes.for_classes import FittedRecipe, for_data, refuse_other_classes
from core.records import DIGITS, Recipe
from gui.pages.train.form.augmentation_form import AugmentationForm
from gui.pages.train.form.finer_form import FinerForm
from gui.pages.train.form.network_form import NetworkForm
from gui.pages.train.form.optimizer_form import OptimizerForm
from gui.pages.train.form.recipe_box import RecipeBox
from gui.pages.train.form.stopping_form import StoppingForm
from gui.pages.train.form.training_form import ImagesForm, StepsForm
from gui.pages.train.form_parts import Form, Section
from gui.recipe_words import changed_name, field_words
from gui.theme import GRID_PX
from gui.widgets.word_label import WordLabel
from gui.words import error_text, named, phrase, sentences


class RecipeForm(QWidget):
    """Everything that a training depends on, except the data.

    Signals:
        changed: Some field changed; ask `recipe` or `problem` again.
        learning_rate_entered: A learning rate was entered, during a training too.
        preview_requested: The person wants to see augmented digits.
        vary_requested: The person wants to compare values of a field: its short name.
    """

    changed = Signal()
    learning_rate_entered = Signal(float)
    preview_requested = Signal()
    vary_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._base = CATALOGUE[0]
        self._classes = DIGITS
        self._images = 0
        self._filling = self._named_by_hand = False
        self.recipe_box = RecipeBox()
        self.title = QLabel()
        self.about = WordLabel()
        self.difference = QLabel()
        self.reset_button = QPushButton(self.tr("Reset"))
        self.name_edit = QLineEdit()
        self.network = NetworkForm()
        self.optimizer = OptimizerForm()
        self.steps = StepsForm()
        self.images = ImagesForm()
        self.stopping = StoppingForm()
        self.finer = FinerForm()
        self.augmentation = AugmentationForm()
        self.problem_label = QLabel()
        self._parts: list[Form] = [self.network, self.steps, self.images]
        self._parts += [self.stopping, self.finer, self.augmentation]
        self._style_labels()
        self._lay_out()
        self._connect()
        self.set_recipe(self._base)

    def recipe(self) -> Recipe:
        """Return the recipe that the form says.

        Raises
        ------
        InklingError
            If it says none that can be trained on the data; `problem` has the words.
        """
        recipe = self._read()
        refuse_other_classes(recipe, self._classes)
        return recipe

    def _read(self) -> Recipe:
        """Return what the form says, whatever the data; raises as `recipe` does."""
        recipe = replace(
            self._base,
            name=self.name_edit.text().strip(),
            network=self.network.spec(),
            optimizer=replace(
                self.optimizer.optimizer(), weight_decay=self.finer.weight_decay()
            ),
            early_stopping=self.stopping.early_stopping(),
            augmentation=self.augmentation.augmentation(),
            **self.steps.fields(),
            **self.images.fields(),
            **self.finer.fields(),
        )
        check(recipe)
        return recipe

    def set_data(self, classes: tuple[str, ...], images: int) -> None:
        """Take what other data hold: the recipe is fitted to classes and training images."""
        if (classes, images) == (self._classes, self._images):
            return
        self._classes, self._images = classes, images
        try:
            self.set_recipe(self._read())
        except InklingError:
            # The form says no recipe, or none that can have so many outputs: `problem` says it.
            self._on_changed()

    def problem(self) -> str:
        """Return what keeps the form from being a recipe, in words; empty if nothing does."""
        try:
            self.recipe()
        except InklingError as error:
            return error_text(error)
        return ""

    def set_recipe(self, recipe: Recipe) -> None:
        """Show a recipe, with an output for each class of the data.

        Raises
        ------
        RecipeError
            If it cannot be trained; the form keeps what it had.
        """
        base = self.recipe_box.base_of(recipe)
        try:
            check(recipe)
            recipe = for_data(recipe, self._classes, self._images).recipe
        except InklingError as error:
            raise RecipeError(
                "The recipe {name} cannot be trained: {reason}",
                error.cure,
                **{**error.values, "name": recipe.name},
                reason=Phrase(error.problem, **error.values),
            ) from error
        before = self._base
        self._fill(base, recipe)
        if self.problem() or self.recipe() != recipe:
            self._fill(before, for_data(before, self._classes, self._images).recipe)
            raise RecipeError(
                "The recipe {name} has values outside of what can be trained here.",
                "Correct its learning rate, sizes or shares, and open it again.",
                name=recipe.name,
            )

    def set_training(self, training: bool) -> None:
        """Lock all but the learning rate while a training runs."""
        for part in self._parts:
            part.setEnabled(not training)
        for field in (self.recipe_box, self.name_edit, self.reset_button):
            field.setEnabled(not training)
        if training and self.optimizer.optimizer_box.isEnabled():
            # What can still be changed comes into view, once all is laid out anew.
            QTimer.singleShot(0, self._show_learning_rate)
        self.optimizer.set_training(training)

    def _show_learning_rate(self) -> None:
        self._area.ensureWidgetVisible(self.optimizer.learning_rate_box, 0, 2 * GRID_PX)

    def _fill(self, base: Recipe, recipe: Recipe) -> None:
        self._filling = True
        self._base = base
        # A recipe that came under a name of its own keeps it.
        self._named_by_hand = recipe.name not in (
            base.name,
            changed_name(self._fitted().recipe, recipe),
        )
        self.recipe_box.show_base(base)
        self.name_edit.setText(recipe.name)
        self.network.set_spec(recipe.network)
        self.optimizer.set_optimizer(recipe.optimizer)
        self.steps.show_recipe(recipe)
        self.images.show_recipe(recipe)
        self.finer.show_recipe(recipe)
        self.stopping.set_early_stopping(recipe.early_stopping)
        self.augmentation.set_augmentation(recipe.augmentation)
        if recipe.early_stopping is not None:
            self._stopping_section.unfold()
        if recipe.augmentation is not None:
            self._augmentation_section.unfold()
        if self.finer.in_use():
            self._finer_section.unfold()
        self._area.verticalScrollBar().setValue(0)
        self._filling = False
        self._show_state()

    def _style_labels(self) -> None:
        for label in (self.about, self.difference, self.problem_label, self.title):
            label.setWordWrap(True)
        self.about.setProperty("role", "muted")
        self.problem_label.setProperty("role", "bad")
        self.problem_label.setObjectName("problem_label")
        self.difference.setObjectName("difference_label")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.recipe_box)
        column.addWidget(self._scroll_area(), 1)
        column.addWidget(self.problem_label)

    def _scroll_area(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID_PX, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self._name_form())
        column.addLayout(self._difference_line())
        self._stopping_section = Section(self.tr("Early stopping"), self.stopping, folded=True)
        self._finer_section = Section(self.tr("Finer points"), self.finer, folded=True)
        self._augmentation_section = Section(
            self.tr("Augmentation"), self.augmentation, folded=True
        )
        column.addWidget(Section(self.tr("Network"), self.network))
        column.addWidget(Section(self.tr("Steps"), self.steps, self.optimizer))
        column.addWidget(Section(self.tr("Images"), self.images))
        column.addWidget(self._stopping_section)
        column.addWidget(self._finer_section)
        column.addWidget(self._augmentation_section)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        # Nothing is cut at the right, however large the letters are.
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(content.minimumSizeHint().width() + bar + GRID_PX)
        return area

    def _difference_line(self) -> QHBoxLayout:
        self.reset_button.setObjectName("reset_button")
        self.reset_button.setToolTip(self.tr("Takes back what you changed in this recipe."))
        line = QHBoxLayout()
        line.addWidget(self.difference, 1)
        line.addWidget(self.reset_button)
        return line

    def _name_form(self) -> Form:
        form = Form()
        form.add(
            self.tr("Name"),
            self.name_edit,
            name="name_edit",
            tip=self.tr(
                "What the run and its files are called. It follows what you change, until you "
                "write one of your own."
            ),
        )
        self.name_edit.setMaxLength(2 * LONGEST_NAME)  # Qt counts some characters twice
        return form

    def _connect(self) -> None:
        for part in (*self._parts, self.optimizer):
            part.changed.connect(self._on_changed)
            part.vary_requested.connect(self.vary_requested)
        self.name_edit.textChanged.connect(self._on_changed)
        self.name_edit.textEdited.connect(self._on_named)
        self.recipe_box.recipe_chosen.connect(self.set_recipe)
        self.reset_button.clicked.connect(self._on_reset)
        self.optimizer.learning_rate_entered.connect(self.learning_rate_entered)
        self.augmentation.preview_requested.connect(self.preview_requested)

    def _on_reset(self) -> None:
        self._fill(self._base, self._fitted().recipe)

    def _on_named(self, words: str) -> None:
        """Leave the person's own name alone; an empty one follows the changes again."""
        self._named_by_hand = bool(words.strip())

    def _follow_changes(self) -> None:
        """Let the name say what was changed."""
        if self._named_by_hand or self.problem():
            return
        name = changed_name(self._fitted().recipe, self.recipe())
        if name != self.name_edit.text():
            self.name_edit.blockSignals(True)
            self.name_edit.setText(name)
            self.name_edit.setCursorPosition(0)
            self.name_edit.blockSignals(False)

    def _on_changed(self) -> None:
        if self._filling:
            return
        self._follow_changes()
        self._show_state()

    def _show_state(self) -> None:
        problem = self.problem()
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem))
        self.title.setText(named(self._base.title) or self._base.name)
        self.about.setText(named(self._base.about))
        self.about.setVisible(bool(self._base.about))
        self._show_difference(*(("", "") if problem else self._difference()))
        self.changed.emit()

    def _show_difference(self, fitted: str, words: str) -> None:
        """Say what was changed for the classes of the data, and what the person changed."""
        self.difference.setText(sentences(fitted, words))
        self.difference.setVisible(bool(fitted or words))
        self.reset_button.setVisible(bool(words) or bool(self.problem_label.text()))

    def _fitted(self) -> FittedRecipe:
        """Return the recipe that was chosen, as the classes of the data want it."""
        return for_data(self._base, self._classes, self._images)

    def _difference(self) -> tuple[str, str]:
        """Say what the data changed in the recipe that was chosen, and what the person did."""
        recipe = self.recipe()
        fitted = self._fitted()
        changed = [
            field_words(field.name)
            for field in fields(Recipe)
            if field.name not in ("name", "title", "about")
            and getattr(recipe, field.name) != getattr(fitted.recipe, field.name)
        ]
        told = reduce(sentences, map(phrase, fitted.notes), "")
        if not changed:
            return told, ""
        return told, self.tr("Changed: {fields}").format(fields=", ".join(changed))
