"""What can be done with the selected images: copied, written, opened elsewhere, spoken of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from core.label_review.reviews import Review, Says
from gui.dialogs import Dialogs, FileQuestion
from gui.pages.mistakes.matrix_picture import matrix_picture
from gui.pages.mistakes.sheet import lines, sheet
from gui.session.mistakes import SplitMistakes
from gui.session.session import Session
from gui.theme import Theme
from gui.widgets.digit_grid import Caption, DigitGrid
from gui.words import named, phrase

AMBIGUOUS_KEY, UNDO_KEY = "a", "u"


class GridActions(QObject):
    """Keys, context menu and exports of the grid.

    `in_shares` says whether the matrix is written in shares of its rows.

    Keys: 0 to 9 (or the one letter that names a class) says what the person reads in the
    selected images, `a` that nobody can tell, `u` takes the last word back.

    Signals:
        page_requested: The key of the page that an image is to be opened on.
    """

    page_requested = Signal(str)

    def __init__(
        self, grid: DigitGrid, session: Session, theme: Theme, dialogs: Dialogs | None = None
    ) -> None:
        super().__init__(grid)
        self.dialogs = dialogs or Dialogs()
        self._grid, self._session, self._theme = grid, session, theme
        self._shown: SplitMistakes | None = None
        self.in_shares: Callable[[], bool] = lambda: False
        self._caption: Callable[[int], Caption] = lambda index: Caption(str(index), "")
        grid.typed.connect(self._on_typed)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._on_menu_requested)

    def show_images(
        self, shown: SplitMistakes | None, caption: Callable[[int], Caption]
    ) -> None:
        """Know what the grid shows, and what stands under each image."""
        self._shown, self._caption = shown, caption

    def chosen(self) -> NDArray[np.int64]:
        """Return the selected images; all that are shown, where none is selected."""
        selected = self._grid.chosen_indices()
        if selected:
            return np.array(selected, np.int64)
        model = self._grid.digits
        rows = range(model.rowCount())
        return np.array([model.index_at(row) for row in rows], np.int64)

    def copy(self) -> None:
        """Put the selected images onto the clipboard: a picture, and a line of text each."""
        selected = self._grid.chosen_indices()
        if self._shown is None or not selected:
            return
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(sheet(self._images(), selected, self._caption, self._theme))
        # Not a QMimeData of Python's: one on the clipboard ends the process with a crash.
        clipboard.mimeData().setText(lines(selected, self._caption))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of what can be written, of the selection or of all."""
        menu = QMenu(parent)
        menu.addAction(self.tr("Images as one picture (PNG)..."), self._on_sheet)
        menu.addAction(self.tr("Images as a table (CSV)..."), self._on_table)
        menu.addAction(self.tr("Images into folders by class..."), self._on_folders)
        menu.addSeparator()
        menu.addAction(self.tr("Confusion matrix (CSV)..."), self._on_matrix)
        menu.addAction(self.tr("Confusion matrix (PNG)..."), self._on_matrix_picture)
        menu.addAction(self.tr("Whole evaluation as one HTML file..."), self._on_report)
        return menu

    def context_menu(self, parent: QWidget) -> QMenu:
        """Return what can be done with the selected images, and what can be written."""
        menu = QMenu(parent)
        menu.addAction(self.tr("Copy"), self.copy)
        menu.addAction(self.tr("Open in Inside"), lambda: self._open_on("inside"))
        menu.addAction(self.tr("Open on the pad"), lambda: self._open_on("draw"))
        says = menu.addMenu(self.tr("What I say of the label"))
        words: tuple[tuple[str, Says], ...] = (
            (self.tr("It is right"), "right"),
            (self.tr("It is wrong"), "wrong"),
            (self.tr("Nobody can tell"), "unclear"),
        )
        for text, what in words:
            says.addAction(text, self._saying(what))
        written = self.menu(menu)
        written.setTitle(self.tr("Export"))
        menu.addMenu(written)
        return menu

    def _saying(self, says: Says) -> Callable[[], None]:
        """Return what says this of the selected images, whatever Qt hands over."""
        return lambda: self._say(says)

    def _on_menu_requested(self, place: QPoint) -> None:
        menu = self.context_menu(self._grid)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._grid.viewport().mapToGlobal(place))

    def _open_on(self, key: str) -> None:
        """Open the image that was chosen last on another page."""
        current = self._grid.currentIndex()
        if self._shown is None or not current.isValid():
            return
        image = self._images()[self._grid.digits.index_at(current.row())]
        # The page must be there before it can be told what to show.
        self.page_requested.emit(key)
        if key == "inside":
            self._session.inside.follow(image)
        else:
            self._session.drawings.show_image(image)

    def _on_typed(self, key: str) -> None:
        """Say something of the labels of the selected images."""
        if self._shown is None:
            return
        names = self._shown.predictions.dataset.classes
        if key.casefold() == UNDO_KEY and key not in names:
            self._session.reviews.undo()
        elif key.casefold() == AMBIGUOUS_KEY and key not in names:
            self._say("unclear")
        elif key in names:
            self._say("other", names.index(key))

    def _say(self, says: Says, digit: int | None = None) -> None:
        shown = self._shown
        if shown is None or self._session.reviews.current is None:
            return
        split = shown.predictions.split
        for index in self._grid.chosen_indices():
            label = int(shown.report.labels[index])
            if label < 0:
                continue
            same = says == "other" and digit == label
            review = Review(label, "right") if same else Review(label, says, digit)
            self._session.reviews.say(split, index, review)

    def _on_sheet(self) -> None:
        path = self._asked("mistakes.png", "PNG (*.png)")
        if path is not None and self._shown is not None:
            made = sheet(self._images(), self.chosen().tolist(), self._caption, self._theme)
            self._session.evaluation_files.picture(path, made)

    def _on_table(self) -> None:
        path = self._asked("mistakes.csv", "CSV (*.csv)")
        if path is not None and self._shown is not None:
            self._session.evaluation_files.table(path, self._shown, self.chosen())

    def _on_folders(self) -> None:
        question = FileQuestion(self.tr("Write the images into"), Path.home())
        folder = self.dialogs.open_folder(self._grid, question)
        if folder is not None and self._shown is not None:
            self._session.evaluation_files.folders(folder, self._shown, self.chosen())

    def _on_matrix(self) -> None:
        path = self._asked("confusion.csv", "CSV (*.csv)")
        if path is not None and self._shown is not None:
            self._session.evaluation_files.matrix(path, self._shown)

    def _on_matrix_picture(self) -> None:
        path = self._asked("confusion.png", "PNG (*.png)")
        shown = self._shown
        if path is not None and shown is not None:
            names, heading = shown.predictions.dataset.classes, self._heading(shown)
            made = matrix_picture(shown.report.counts, names, heading, shares=self.in_shares())
            self._session.evaluation_files.picture(path, made)

    def _on_report(self) -> None:
        path = self._asked("evaluation.html", "HTML (*.html)")
        if path is None or self._shown is None:
            return
        self._session.evaluation_files.report(
            path, self._shown, self._heading(self._shown), phrase
        )

    def _heading(self, shown: SplitMistakes) -> str:
        """Say which network read which images."""
        known = shown.predictions
        words = {
            "test": self.tr("{name} on the test images of {data}"),
            "train": self.tr("{name} on the training images of {data}"),
            "validation": self.tr("{name} on its validation images of {data}"),
        }[known.part]
        return words.format(name=known.open_network.name, data=named(known.dataset.name))

    def _asked(self, name: str, filters: str) -> Path | None:
        question = FileQuestion(self.tr("Write to"), Path.home() / name, filters)
        return self.dialogs.file_to_write(
            self._grid, question, Path(name).suffix, failed=self._session.failed.emit
        )

    def _images(self) -> NDArray[np.uint8]:
        assert self._shown is not None
        known = self._shown.predictions
        return known.dataset.images(known.split)
