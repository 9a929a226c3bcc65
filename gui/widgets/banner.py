"""A line of its own above the page: offers something, says how far it is, else rests.

Its room is always there: what comes and goes in it never moves what is under the mouse.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gui.theme import GRID_PX, MARGIN_PX, Theme

_BAR_WIDTH_PX = 160
_STEPS = 1000

Buttons = dict[str, tuple[str, Callable[[], object]]]
"""Object name -> (what the button says, what it does)."""


class Banner(QFrame):
    """A sentence, a progress bar while there is progress, and a few buttons.

    The sentence has two lines at most; what does not fit is in its tool tip.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("What Inkling says or offers"))
        self._theme = theme
        self._resting = ""
        self._offering = False
        self._words = ""
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
        self._bar.hide()
        self._buttons: list[QPushButton] = []
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 2, MARGIN_PX, 2)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        theme.changed.connect(self._restyle)
        self._fit_height()
        self._restyle()

    @property
    def offering(self) -> bool:
        """Whether it offers or tells something now."""
        return self._offering

    def add_corner(self, widget: QWidget) -> None:
        """Put a widget at the right end, where it stays."""
        self._layout.addWidget(widget)

    def rest_on(self, words: str) -> None:
        """Show these words whenever there is nothing else to say."""
        self._resting = words
        self._restyle()
        if not self._offering:
            self.clear()

    def clear(self) -> None:
        """Offer nothing any more."""
        self._set(self._resting, {}, offering=False)
        self._bar.hide()

    def offer(self, text: str, buttons: Buttons) -> None:
        """Show a sentence with buttons."""
        self._set(text, buttons)
        self._bar.hide()

    def progress(self, text: str, fraction: float | None, buttons: Buttons) -> None:
        """Show how far something is, `fraction` 0 to 1; None where that is not known."""
        self._set(text, buttons)
        self._bar.setValue(0 if fraction is None else round(_STEPS * fraction))
        self._bar.setVisible(fraction is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as two small lines, or a button, of the font in use."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def _set(self, text: str, buttons: Buttons, *, offering: bool = True) -> None:
        if offering != self._offering:
            self._offering = offering
            self._restyle()
        self._words = text
        if [b.objectName() for b in self._buttons] != list(buttons):
            for button in self._buttons:
                self._layout.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = []
            for name, (words, act) in buttons.items():
                self._buttons.append(self._button(name, words, act))
        self._write()

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        place = self._layout.indexOf(self._bar) + 1 + len(self._buttons)
        self._layout.insertWidget(place, button)
        return button

    def _write(self) -> None:
        """Write the words in the body's size, in two small lines where they are long."""
        # While it is being made, the width is not known: nothing is cut then.
        self._layout.activate()
        room = self._text.width()
        self._text.setText(self._words)
        fits = self._text.fontMetrics().horizontalAdvance(self._words) <= room
        self._text.setFont(self._theme.font("body" if fits else "small"))
        self._text.setToolTip("" if fits else self._words)

    def _fit_height(self) -> None:
        self.setFixedHeight(2 * self.fontMetrics().height() + 6)

    def _restyle(self) -> None:
        color = self._theme.color
        ground = color("accent_soft" if self._offering else "background")
        words = color("text" if self._offering else "muted")
        # One that never rests on words is no part of the page while it says nothing.
        line = int(self._offering or bool(self._resting))
        self.setStyleSheet(
            f"Banner QLabel {{ color: {words.name()}; }}"
            f"Banner {{ background: {ground.name()}; border: none;"
            f" border-bottom: {line}px solid {color('hairline').name()}; }}"
        )
