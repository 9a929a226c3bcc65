"""What became of the last answer of the quiz, and the way back from a slip of the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import GRID_PX, Theme


class LastAnswer(QWidget):
    """The image that was asked last, whether it was read right, and a button to take it back.

    Signals:
        taken_back: The person wants to answer it once more.
    """

    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._picture = QLabel()
        self._words = QLabel()
        self._words.setObjectName("quiz_last_answer")
        self._words.setFont(theme.font("section"))
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton(self.tr("Take back"))
        self._back.setObjectName("quiz_take_back_button")
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.setToolTip(self.tr("Asks for the last image once more (Ctrl+Z, Backspace)."))
        self._back.clicked.connect(self.taken_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self._picture)
        column.addWidget(self._words)
        column.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)

    def clear(self) -> None:
        """Nothing was answered yet."""
        self._picture.clear()
        self._words.clear()
        self._back.hide()

    def show_answer(self, picture: QPixmap, words: str) -> None:
        """Say what became of an image."""
        self._picture.setPixmap(picture)
        self._words.setText(words)
        self._back.show()
