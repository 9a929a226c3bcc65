"""File > Preferences: all that is remembered and chosen, in one place.

Data are opened through the session, as from anywhere else: what is asked about them, and what
goes wrong with them, is said by the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs import Dialogs, FileQuestion
from gui.opening import data_filters
from gui.preferences import TEXT_SIZES, USUAL_THREADS, most_threads
from gui.session import Session
from gui.sizes import scaled
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import size


class PreferencesDialog(QDialog):
    """Language, colours, letters, data, threads; where everything is kept, and what it takes.

    Signals:
        diagnostics_requested: The person wants what a report needs on the clipboard.
    """

    diagnostics_requested = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self._session = session
        self._theme = theme
        self._dialogs = dialogs
        self._form = QFormLayout()
        self._form.setVerticalSpacing(GRID_PX)
        self._next_start = QLabel(self.tr("Holds from the next start on."))
        self._next_start.setObjectName("next_start_note")
        self._next_start.setProperty("role", "accent")
        self._next_start.hide()
        self._taken = QLabel(self.tr("being counted"))
        self._taken.setObjectName("runs_size")
        self._build_choices()
        self._build_folders()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(MARGIN_PX)
        column.addLayout(self._form)
        column.addWidget(self._next_start)
        column.addWidget(self._buttons())
        session.runs.measured.connect(self._on_measured)
        session.runs.measure()

    def _build_choices(self) -> None:
        preferences = self._session.preferences
        system = self.tr("As the system")
        languages = [("system", system), ("en", "English"), ("zh_CN", "简体中文")]
        themes = [("system", system), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        sizes = [(n, f"{QLocale().toString(n)} %") for n in TEXT_SIZES]
        self._choice(
            "language_box", self.tr("Language"), languages, preferences.language,
            self._on_language,
        )  # fmt: skip
        self._choice("theme_box", self.tr("Colours"), themes, preferences.theme, self._on_theme)
        self._choice(
            "text_size_box", self.tr("Size of letters"), sizes, preferences.text_percent,
            self._on_text_size,
        )  # fmt: skip

    def _build_folders(self) -> None:
        home = str(self._session.home.folder)
        self._data = self._row(self.tr("Data set at the start"), "", self._data_chooser())
        self._data.setObjectName("data_at_start")
        self._session.data.idle.connect(self._write_data)
        self._write_data()
        kept = self._row(self.tr("Runs, networks and settings"), home, self._opener(home))
        kept.setToolTip(self.tr("The environment variable INKLING_HOME names another folder."))
        self._form.addRow(self.tr("Runs take"), self._taken)
        self._form.addRow(self.tr("Threads"), self._threads())
        self._row(
            self.tr("Updates"), self.tr("Inkling never looks for any, nor sends anything")
        )

    def _data_chooser(self) -> QPushButton:
        button = QPushButton(self.tr("Choose"))
        button.setObjectName("choose_data_button")
        button.setToolTip(self.tr("Opens a data set, now and at each start from now on."))
        menu = QMenu(button)
        menu.addAction(self.tr("File..."), self._on_data_file)
        menu.addAction(self.tr("Folder..."), self._on_data_folder)
        menu.addAction(self.tr("MNIST, or the built-in sample"), self._on_data_best)
        button.setMenu(menu)
        return button

    def _threads(self) -> QWidget:
        box = self._threads_box = QSpinBox()
        box.setObjectName("threads_box")
        box.setAccessibleName(self.tr("Threads"))
        box.setToolTip(
            self.tr(
                "How many threads a training takes. With another number the last digits of its "
                "figures may differ. Experiments take one for each of their processes."
            )
        )
        box.setRange(1, most_threads())
        box.setValue(self._session.preferences.threads)
        box.valueChanged.connect(self._on_threads)
        words = QLabel(self.tr("More than 2 are no quicker with networks of this size."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID_PX)
        line.addWidget(box)
        line.addWidget(words, 1)
        return whole

    def _choice(
        self,
        name: str,
        words: str,
        choices: Iterable[tuple[object, str]],
        current: object,
        act: Callable[[object], object],
    ) -> None:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(current))
        box.currentIndexChanged.connect(lambda _index: act(box.currentData()))
        self._form.addRow(words, box)

    def _row(self, words: str, text: str, button: QPushButton | None = None) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumWidth(max(320, scaled(200)))
        line = QHBoxLayout()
        line.addWidget(label, 1)
        if button is not None:
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self._form.addRow(words, line)
        return label

    def _opener(self, folder: str) -> QPushButton:
        button = QPushButton(self.tr("Open folder"))
        button.setObjectName("open_home_button")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        return button

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        reset = box.addButton(
            self.tr("Reset all preferences"), QDialogButtonBox.ButtonRole.ResetRole
        )
        reset.setObjectName("reset_preferences_button")
        reset.setToolTip(self.tr("Forgets choices, sizes and recent files. Runs stay."))
        reset.clicked.connect(self._on_reset)
        copy = box.addButton(
            self.tr("Copy diagnostics"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.setObjectName("preferences_diagnostics_button")
        copy.setToolTip(
            self.tr("Puts versions, the last crash and the end of the log onto the clipboard.")
        )
        copy.clicked.connect(self.diagnostics_requested)
        box.rejected.connect(self.reject)
        return box

    def _on_language(self, choice: object) -> None:
        self._session.preferences.language = choice  # type: ignore[assignment]
        self._next_start.show()

    def _on_theme(self, choice: object) -> None:
        self._session.preferences.theme = choice  # type: ignore[assignment]
        self._theme.choose(choice)  # type: ignore[arg-type]

    def _on_text_size(self, choice: object) -> None:
        self._session.preferences.text_percent = int(str(choice))
        self._next_start.show()

    def _on_threads(self, threads: int) -> None:
        self._session.preferences.threads = threads
        self._next_start.show()

    def _write_data(self) -> None:
        path = self._session.preferences.data_path
        best = self.tr("MNIST where it is found, else the built-in sample")
        self._data.setText(best if path is None else str(path))

    def _on_data_file(self) -> None:
        self._open_data(
            self._dialogs.open_file(
                self, FileQuestion(self.tr("Open data set"), self._last(), data_filters())
            )
        )

    def _on_data_folder(self) -> None:
        question = FileQuestion(self.tr("Open data folder"), self._last())
        self._open_data(self._dialogs.open_folder(self, question))

    def _on_data_best(self) -> None:
        self._session.preferences.data_path = None
        self._session.data.open_best()
        self._write_data()

    def _open_data(self, path: Path | None) -> None:
        if path is not None:
            self._session.data.open(path)

    def _last(self) -> Path:
        path = self._session.preferences.data_path
        return Path.home() if path is None else path.parent

    def _on_measured(self, taken: int) -> None:
        self._taken.setText(size(taken))

    def _on_reset(self) -> None:
        self._session.preferences.reset()
        self._theme.choose("system")
        for name, value in (
            ("language_box", "system"),
            ("theme_box", "system"),
            ("text_size_box", 100),
        ):
            box = self.findChild(QComboBox, name)
            if isinstance(box, QComboBox):
                box.setCurrentIndex(box.findData(value))
        self._threads_box.setValue(USUAL_THREADS)
        self._write_data()
        self._next_start.show()
