"""What a page shows before there is anything to show: what will be here, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import GRID_PX


class EmptyState(QWidget):
    """A sentence in the middle, and under it the button that fills the page.

    Parameters
    ----------
    name : str
        The button's object name; the sentence's is `name` with "_text" after it.
    """

    def __init__(self, text: str, button: str, name: str) -> None:
        super().__init__()
        self.text = QLabel(text)
        self.text.setObjectName(f"{name}_text")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.button = QPushButton(button)
        self.button.setObjectName(name)
        self.button.setProperty("primary", True)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID_PX)
        layout.addStretch(1)
        layout.addWidget(self.text)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
