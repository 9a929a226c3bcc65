"""A thin line above the page that offers something, or says how far it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gui.theme import GRID_PX, MARGIN_PX, Theme

_BAR_WIDTH_PX = 240
_STEPS = 1000


class Banner(QFrame):
    """A sentence, a progress bar while there is progress, and a few buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._theme = theme
        self._text = QLabel(self)
        self._text.setObjectName("banner_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("banner_progress")
        self._bar.setMaximum(_STEPS)
        self._bar.setFixedWidth(_BAR_WIDTH_PX)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._buttons: list[QPushButton] = []
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 6, MARGIN_PX, 6)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    def offer(self, text: str, buttons: dict[str, tuple[str, Callable[[], object]]]) -> None:
        """Show a sentence with buttons: object name -> (what it says, what it does)."""
        self._set(text, buttons)
        self._bar.hide()
        self.show()

    def progress(
        self,
        text: str,
        fraction: float | None,
        buttons: dict[str, tuple[str, Callable[[], object]]],
    ) -> None:
        """Show how far something is, `fraction` 0 to 1; None where that is not known."""
        self._set(text, buttons)
        self._bar.setValue(0 if fraction is None else round(_STEPS * fraction))
        self._bar.setVisible(fraction is not None)
        self.show()

    def _set(self, text: str, buttons: dict[str, tuple[str, Callable[[], object]]]) -> None:
        self._text.setText(text)
        if [b.objectName() for b in self._buttons] == list(buttons):
            return
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(name, *made) for name, made in buttons.items()]

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        self._layout.addWidget(button)
        return button

    def _restyle(self) -> None:
        color = self._theme.color
        self.setStyleSheet(
            f"Banner {{ background: {color('accent_soft').name()}; border: none;"
            f" border-bottom: 1px solid {color('hairline').name()}; }}"
        )
