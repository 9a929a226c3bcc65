"""Every question and message of the window, behind one small object that tests replace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.errors import InklingError
from core.file_names import with_ending


@dataclass(frozen=True)
class Question:
    """Something to decide: the words of the two buttons say what happens."""

    title: str
    text: str
    yes: str
    no: str


Ask: TypeAlias = Callable[[QWidget, Question], bool]
"""Gives whether the person chose `yes`."""


@dataclass(frozen=True)
class FileQuestion:
    """A file or folder to choose; `filters` is Qt's, as "Networks (*.keras)"."""

    title: str
    start: Path
    filters: str = ""


def ask(parent: QWidget, question: Question) -> bool:
    """Put a question in a dialog; closing it means no."""
    box = QMessageBox(QMessageBox.Icon.Question, question.title, question.text, parent=parent)
    box.setObjectName("question_dialog")
    yes = box.addButton(question.yes, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(question.no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes


def open_file(parent: QWidget, question: FileQuestion) -> Path | None:
    """Let the person choose a file to read; None where they left."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, question.title, str(question.start), question.filters
    )
    return Path(chosen) if chosen else None


def open_folder(parent: QWidget, question: FileQuestion) -> Path | None:
    """Let the person choose a folder to read; None where they left."""
    chosen = QFileDialog.getExistingDirectory(parent, question.title, str(question.start))
    return Path(chosen) if chosen else None


def save_file(parent: QWidget, question: FileQuestion) -> Path | None:
    """Let the person choose a file to write; None where they left."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, question.title, str(question.start), question.filters
    )
    return Path(chosen) if chosen else None


@dataclass
class Dialogs:
    """What the window asks with; a test puts its own functions here."""

    ask: Ask = ask
    open_file: Callable[[QWidget, FileQuestion], Path | None] = open_file
    open_folder: Callable[[QWidget, FileQuestion], Path | None] = open_folder
    save_file: Callable[[QWidget, FileQuestion], Path | None] = save_file

    def file_to_write(
        self,
        parent: QWidget,
        question: FileQuestion,
        *endings: str,
        failed: Callable[[InklingError], object],
    ) -> Path | None:
        """Ask for a file to write, which ends in one of `endings`; None where there is none.

        `failed` is told where the chosen name says another kind of file.
        """
        path = self.save_file(parent, question)
        try:
            return None if path is None else with_ending(path, *endings)
        except InklingError as error:
            failed(error)
            return None
