"""Opening, saving and exporting the recipe of a form: the menu and what its entries do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from core.atomic_file import write_atomically
from core.errors import InklingError, RecipeError
from core.recipes.keras_script import keras_script
from core.recipes.recipe_file import LONGEST, from_json, to_json
from core.records import Recipe
from core.regular_file import read_text
from gui.dialogs import Dialogs, FileQuestion
from gui.pages.train.form.recipe_form import RecipeForm
from gui.session import Session


class RecipeFiles(QObject):
    """Files of the recipe that a form shows; errors come out of the session.

    Tests put their own `dialogs` here.
    """

    def __init__(self, form: RecipeForm, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.dialogs = Dialogs()
        self._form = form
        self._session = session
        self._window = parent
        self.menu = QMenu(parent)
        self.open_action = self.menu.addAction(self.tr("Open recipe..."), self.ask_open)
        self.save_action = self.menu.addAction(self.tr("Save recipe..."), self.ask_save)
        self.export_action = self.menu.addAction(
            self.tr("Export Keras script..."), self._on_export
        )

    def open(self, path: Path) -> None:
        """Show the recipe of a JSON file; the form keeps what it had if it is none."""
        self._session.preferences.add_recent("recipes", path)
        try:
            self._form.set_recipe(_read(path))
        except InklingError as error:
            self._session.failed.emit(error)

    def save(self, path: Path) -> None:
        """Write the recipe as JSON."""
        self._write(path, to_json)

    def export(self, path: Path) -> None:
        """Write a Keras script that trains the recipe without Inkling."""
        self._write(path, keras_script)

    def _write(self, path: Path, text_of: Callable[[Recipe], str]) -> None:
        try:
            text = text_of(self._form.recipe())
            write_atomically(path, lambda file: file.writelines([text.encode("utf-8")]))
        except InklingError as error:
            self._session.failed.emit(error)

    def ask_open(self) -> None:
        """Ask for the file of a recipe, and show it."""
        question = FileQuestion(
            self.tr("Open recipe"), self._folder(), self.tr("Recipes (*.json)")
        )
        path = self.dialogs.open_file(self._window, question)
        if path is not None:
            self._remember(path)
            self.open(path)

    def ask_save(self) -> None:
        """Ask for a file, and write the recipe to it."""
        title, filters = self.tr("Save recipe"), self.tr("Recipes (*.json)")
        self._ask(title, (".recipe.json", ".json"), filters, self.save)

    def _on_export(self) -> None:
        title, filters = self.tr("Export Keras script"), self.tr("Python scripts (*.py)")
        self._ask(title, (".py",), filters, self.export)

    def _ask(
        self, title: str, endings: tuple[str, ...], filters: str, act: Callable[[Path], None]
    ) -> None:
        name = "".join(c if c.isalnum() or c in "-_. " else "_" for c in self._name())
        start = self._folder() / f"{name}{endings[0]}"
        question, failed = FileQuestion(title, start, filters), self._session.failed.emit
        path = self.dialogs.file_to_write(self._window, question, *endings, failed=failed)
        if path is not None:
            self._remember(path)
            act(path)

    def _name(self) -> str:
        return self._form.name_edit.text().strip() or "recipe"

    def _folder(self) -> Path:
        return self._session.preferences.recipes_folder

    def _remember(self, path: Path) -> None:
        self._session.preferences.recipes_folder = path.parent


def _read(path: Path) -> Recipe:
    try:
        return from_json(read_text(path, 4 * LONGEST))
    except UnicodeDecodeError as error:
        raise RecipeError(
            "{file} is no text.", "Choose the .json file of a recipe.", file=path.name
        ) from error
    except OSError as error:
        raise RecipeError(
            "{file} could not be read: {reason}.",
            "Look whether it is still there.",
            file=str(path),
            reason=error.strerror or str(error),
        ) from error
