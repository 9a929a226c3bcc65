"""File > Preferences: all that is remembered and chosen, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.preferences import TEXT_SIZES
from gui.session import Session
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import size


class PreferencesDialog(QDialog):
    """Language, colours, size of letters; where everything is kept, and how much it takes."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self._session = session
        self._theme = theme
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
        home, data = self._session.home, self._session.preferences.data_path
        of_data = self.tr("the built-in sample, or MNIST where it is found")
        self._row(self.tr("Data set at the start"), of_data if data is None else str(data))
        self._row(self.tr("Kept in"), str(home.folder), self._opener(str(home.folder)))
        self._form.addRow(self.tr("Runs take"), self._taken)
        self._row(
            self.tr("Threads"),
            self.tr("2 for a training: more are no quicker with networks of this size"),
        )
        self._row(
            self.tr("Updates"), self.tr("Inkling never looks for any, nor sends anything")
        )

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

    def _row(self, words: str, text: str, button: QPushButton | None = None) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumWidth(320)
        line = QHBoxLayout()
        line.addWidget(label, 1)
        if button is not None:
            line.addWidget(button)
        self._form.addRow(words, line)

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
        self._next_start.show()
