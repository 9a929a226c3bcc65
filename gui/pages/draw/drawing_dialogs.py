"""Asks for files: of a drawing, to open or to save it; of one's own digits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.errors import InklingError
from core.file_names import with_ending
from core.ink.drawing import SUFFIX
from gui.dialogs import Dialogs, FileQuestion
from gui.pages.draw.drawing_pad import DrawingPad
from gui.session import Session

_LONGEST_NAME = 20
"""Digits of a number in the name that is offered for its file."""


class DrawingFiles(QObject):
    """Opens and saves what is on a pad, through the session."""

    def __init__(
        self, page: QWidget, pad: DrawingPad, session: Session, dialogs: Dialogs
    ) -> None:
        super().__init__(page)
        self._page = page
        self._pad = pad
        self._session = session
        self._dialogs = dialogs

    def open(self) -> None:
        """Ask for a file, and put what is in it onto the sheet."""
        pictures = self.tr("Drawings (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.json)")
        question = FileQuestion(self.tr("Open drawing"), self._folder(), pictures)
        path = self._dialogs.open_file(self._page, question)
        if path is not None:
            self._remember(path)
            self._session.drawings.open(path)

    def save(self) -> None:
        """Ask for a file, named after what was read, and write the drawing to it."""
        kinds = self.tr("Picture (*.png);;Strokes (*.strokes.json)")
        read = self._session.recognition.reading.text.replace("\n", " ")
        start = self._folder() / f"{read[:_LONGEST_NAME] or 'digit'}.png"
        path = self._dialogs.save_file(
            self._page, FileQuestion(self.tr("Save drawing"), start, kinds)
        )
        if path is None:
            return
        self._remember(path)
        try:
            self._session.drawings.save(_named(path), self._pad.drawing)
        except InklingError as error:
            self._session.failed.emit(error)

    def _folder(self) -> Path:
        return self._session.preferences.drawings_folder

    def _remember(self, path: Path) -> None:
        self._session.preferences.drawings_folder = path.parent
        self._session.preferences.add_recent("pictures", path)


class OwnHandFiles(QObject):
    """Exports and imports one's own digits, through the session."""

    def __init__(self, page: QWidget, session: Session, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._dialogs = dialogs

    def export(self) -> None:
        """Ask for a file, and write the digits to it: strokes, or images with labels."""
        from core.own_digits.exchange import DATA_SUFFIX

        kinds = self.tr("Strokes (*.strokes.json);;Data set of images (*.npz)")
        start = self._session.preferences.drawings_folder / f"my-digits{SUFFIX}"
        question = FileQuestion(self.tr("Export my digits"), start, kinds)
        path = self._dialogs.save_file(self._page, question)
        if path is not None:
            self._session.preferences.drawings_folder = path.parent
            is_data = path.suffix.lower() == DATA_SUFFIX
            self._session.own_hand.export(path if is_data else _as_strokes(path))

    def bring_in(self) -> None:
        """Ask for a file of strokes, and keep its digits too."""
        start = self._session.preferences.drawings_folder
        kinds = self.tr("Strokes (*.json *.jsonl)")
        question = FileQuestion(self.tr("Import digits"), start, kinds)
        path = self._dialogs.open_file(self._page, question)
        if path is not None:
            self._session.preferences.drawings_folder = path.parent
            self._session.own_hand.bring_in(path)


def _as_strokes(path: Path) -> Path:
    """Return a path that ends as files of strokes do."""
    stem = path.name.removesuffix(SUFFIX).removesuffix(".json")
    return path.with_name(stem + SUFFIX)


def _named(path: Path) -> Path:
    """Return a path that ends as one of the two kinds of drawings."""
    if path.suffix.lower() == ".json":
        return _as_strokes(path)
    return with_ending(path, ".png")
