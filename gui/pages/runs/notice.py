"""What was just done with runs, in the free room between the buttons: nothing moves for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.theme import GRID_PX


class Notice(QWidget):
    """A sentence, and one button where it can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("runs_notice")
        self._words = ""
        self._act: Callable[[], object] = _nothing
        self.text = QLabel()
        self.text.setObjectName("runs_notice_text")
        self.text.setProperty("role", "muted")
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setObjectName("undo_delete_button")
        self.button.clicked.connect(lambda: self._act())
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID_PX, 0, 0, 0)
        line.setSpacing(GRID_PX)
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        self.clear()

    def clear(self) -> None:
        """Say nothing; the room stays."""
        self._say("")
        self.button.hide()

    def tell(self, words: str) -> None:
        """Say what was done."""
        self._say(words)
        self.button.hide()

    def offer(self, words: str, button: str, act: Callable[[], object]) -> None:
        """Say what was done, and offer to take it back."""
        self._act = act
        self.button.setText(button)
        self.button.show()
        self._say(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._write()

    def _say(self, words: str) -> None:
        self._words = words
        self._write()

    def _write(self) -> None:
        room = self.text.width() if self.isVisible() else 10_000
        measure = self.text.fontMetrics()
        self.text.setText(measure.elidedText(self._words, Qt.TextElideMode.ElideMiddle, room))
        self.text.setToolTip(self._words)


def _nothing() -> None:
    """Do nothing."""
