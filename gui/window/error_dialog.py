"""One dialog for whatever went wrong: what, which, what now; details on demand."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from core.errors import InklingError
from gui.words import cure_text, problem_text


class ErrorDialog(QMessageBox):
    """Shows an error without stopping the event loop; one at a time is enough.

    An `InklingError` is shown with its own problem and cure. Anything else is a fault of
    the program: its traceback can be copied into a report.
    """

    def __init__(self, error: BaseException, log_file: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("error_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Close))
        if isinstance(error, InklingError):
            self._show_known(error)
        else:
            self._show_unexpected(error, log_file)

    def offer(self, name: str, text: str, act: Callable[[], object]) -> None:
        """Add a button that mends what is wrong, and closes the dialog."""
        button = self.addButton(text, QMessageBox.ButtonRole.AcceptRole)
        button.setObjectName(name)
        button.clicked.connect(act)

    def _show_known(self, error: InklingError) -> None:
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Inkling"))
        self.setText(problem_text(error))
        self.setInformativeText(cure_text(error))

    def _show_unexpected(self, error: BaseException, log_file: str) -> None:
        self.setIcon(QMessageBox.Icon.Critical)
        self.setWindowTitle(self.tr("Something unexpected happened"))
        said = f"{type(error).__name__}: {error}"
        self.setText(self.tr("Something unexpected happened.") + f"\n{said}")
        self.setInformativeText(
            self.tr("What you did before is kept. The details are in {file}.").format(
                file=log_file
            )
        )
        self.setDetailedText(details(error))
        copy = self.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_details_button")
        # A clicked button closes a message box: this one only copies.
        copy.clicked.disconnect()
        copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.detailedText())


def details(error: BaseException) -> str:
    """Return the traceback, as it goes into the log and onto the clipboard."""
    from core.versions import inkling_version

    return f"Inkling {inkling_version()}\n{''.join(traceback.format_exception(error))}"
