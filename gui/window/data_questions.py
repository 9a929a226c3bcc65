"""What opening a data set may ask: which column holds the labels; labels for what has none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.dialogs import Dialogs, FileQuestion, Question
from gui.session import Session
from gui.session.data import LabelQuestion, SavedTable, Unlabelled
from gui.window.label_dialog import LabelDialog
from gui.window.status_bar import StatusBar
from gui.words import count, phrase


class DataQuestions(QObject):
    """Puts the questions of the data service to the person, and hands on the answers."""

    def __init__(
        self, session: Session, dialogs: Dialogs, bar: StatusBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._dialogs = dialogs
        self._bar = bar
        self._window = window
        session.data.asked.connect(self._on_asked)
        session.data.unlabelled.connect(self._on_unlabelled)
        session.data.table_saved.connect(self._on_saved)

    def _on_asked(self, question: LabelQuestion) -> None:
        dialog = LabelDialog(question, self._window)
        dialog.chosen.connect(
            lambda column: self._session.data.open(question.path, label_column=column)
        )
        dialog.open()

    def _on_unlabelled(self, table: Unlabelled) -> None:
        network = self._session.networks.current
        if network is None:
            return
        wanted = self._dialogs.ask(
            self._window,
            Question(
                self.tr("A table without labels"),
                self.tr(
                    "{name} holds images but no labels, so that nothing can be learnt from it. "
                    "{network} can read them and save what it says as a table."
                ).format(name=table.path.name, network=network.name),
                self.tr("Read them and save ..."),
                self.tr("Leave it"),
            ),
        )
        save = self._where_to(table.path) if wanted else None
        if save is not None:
            self._session.data.predict_table(network.network, table.path, save)

    def _where_to(self, path: Path) -> Path | None:
        start = path.with_name("submission.csv")
        filters = self.tr("Tables (*.csv)")
        title = self.tr("Save the labels")
        question, failed = FileQuestion(title, start, filters), self._session.failed.emit
        return self._dialogs.file_to_write(self._window, question, ".csv", failed=failed)

    def _on_saved(self, saved: SavedTable) -> None:
        text = self.tr("{n} images read; their labels are in {name}").format(
            n=count(saved.predicted.images), name=saved.path.name
        )
        self._bar.showMessage(" ".join([text, *map(phrase, saved.predicted.notes)]), 10_000)
