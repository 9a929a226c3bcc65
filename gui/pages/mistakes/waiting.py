"""What stands in place of figures while another split is being read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.session.predictions import Part
from gui.theme import GRID_PX

_STEPS = 1000


class Waiting(QWidget):
    """A sentence, how far it is, and the button that stops it.

    Signals:
        stop_requested: The person does not want to wait.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading_split")
        self._text = QLabel()
        self._text.setObjectName("reading_split_text")
        self._bar = QProgressBar()
        self._bar.setObjectName("reading_split_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximum(_STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        stop = QPushButton(self.tr("Stop"))
        stop.setObjectName("stop_reading_button")
        stop.clicked.connect(self.stop_requested)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID_PX)
        layout.addStretch(1)
        for widget in (self._text, self._bar, stop):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_part(self, part: Part) -> None:
        """Say what is read."""
        words = {
            "test": self.tr("Reading all test images"),
            "train": self.tr("Reading all training images"),
            "validation": self.tr("Reading the validation images"),
        }
        self._text.setText(words[part])
        self._bar.setValue(0)

    def show_share(self, share: float) -> None:
        """Say how far it is, 0 to 1."""
        self._bar.setValue(round(_STEPS * share))
