"""One recipe in the gallery: what it shows, its curve, its time, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from core.data.mnist import is_mnist
from core.layers import parameter_count
from core.recipes.published import published
from core.records import Dataset, Recipe
from gui.pages.train.form.known_training import SmallCurve
from gui.session.runs import LastRun
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import count, duration, epochs_words, in_both, named, percent


class RecipeCard(QFrame):
    """A card as high as its words, whatever else is shown.

    Signals:
        chosen: The `Recipe`, to show in the form.
        start_requested: The `Recipe`, to train at once.
        images_requested: The indices of the training images that its text shows, a
            tuple of int.
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
        self.curve = SmallCurve(theme)
        self.known = QLabel()
        self.known.setObjectName("card_known")
        for label in (facts, self.known):
            label.setProperty("role", "muted")
        for label in (title, about, facts, self.known):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX - 4)
        column.setSpacing(GRID_PX)
        column.addWidget(title)
        column.addWidget(about)
        column.addStretch(1)
        for widget in (self.curve, self.known, facts):
            column.addWidget(widget)
        column.addLayout(self._buttons())
        self.show_known(None)

    def show_known(self, last: LastRun | None) -> None:
        """Show what the newest run of it gave here, else what was published, else nothing."""
        printed = published(self.recipe.name)
        figures = {} if printed is None else printed.curves
        values = figures.get("val_accuracy") or figures.get("accuracy") or ()
        if last is not None:
            values = tuple(
                e.accuracy if e.val_accuracy is None else e.val_accuracy for e in last.epochs
            )
            words = self.tr("Here: {accuracy} on test in {time}, run {n}").format(
                accuracy=percent(last.run.test_accuracy),
                time=duration(last.run.seconds),
                n=last.run.id,
            )
        elif values:
            words = self.tr("Not trained here yet; the curve is the published one.")
        else:
            words = self.tr("Not trained here yet: its curve and its time will stand here.")
        self.curve.show_values(values, published=last is None)
        self.known.setText(words)

    def words(self) -> str:
        """Return all that one could look for in this card, in both languages."""
        recipe = self.recipe
        return " ".join((recipe.name, in_both(recipe.title), in_both(recipe.about))).lower()

    def set_startable(self, startable: bool) -> None:
        """Allow or forbid to start it."""
        self.start_button.setEnabled(startable)

    def _facts(self) -> str:
        recipe = self.recipe
        return self.tr("{name}: {weights} weights, {epochs}, batches of {batch}").format(
            name=recipe.name,
            weights=count(parameter_count(recipe.network)),
            epochs=epochs_words(recipe.epochs),
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
