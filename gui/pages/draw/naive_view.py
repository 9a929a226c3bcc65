"""What the network would have answered without preprocessing, beside what it answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from core.records import Prediction
from gui.images import to_pixmap
from gui.theme import GRID_PX
from gui.words import percent

_PICTURE_PX = 56


class NaiveView(QWidget):
    """A switch; when it is on, the sheet simply made small, and what is read in it.

    Signals:
        switched: Whether the comparison is wanted.
    """

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = QCheckBox(self.tr("Without preprocessing"))
        self._switch.setObjectName("naive_switch")
        self._switch.setToolTip(
            self.tr(
                "Also shows what the network answers when the whole sheet is simply resized "
                "to 28x28: off centre, too small, lines too thin."
            )
        )
        self._switch.toggled.connect(self._on_toggled)
        self._picture = QLabel()
        self._picture.setObjectName("naive_picture")
        self._picture.setAccessibleName(self.tr("The sheet simply resized to 28x28"))
        self._picture.setFixedSize(_PICTURE_PX, _PICTURE_PX)
        self._answer = QLabel()
        self._answer.setObjectName("naive_answer")
        self._answer.setWordWrap(True)
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._switch)
        layout.addWidget(self._picture)
        layout.addWidget(self._answer, 1)
        self.setMinimumHeight(_PICTURE_PX)
        self._on_toggled(False)

    def show_prediction(self, naive: Prediction | None, *, right: str | None) -> None:
        """Show the naive answer; `right` is what is read with preprocessing."""
        if naive is None:
            self._picture.clear()
            self._answer.clear()
            return
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(to_pixmap(naive.image, _PICTURE_PX, device_ratio=ratio))
        same = self.tr("\N{EQUALS SIGN} also {digit}, with {sure}")
        other = self.tr("\N{NOT EQUAL TO} {digit} instead, with {sure}")
        words = same if naive.name == right else other
        self._answer.setText(words.format(digit=naive.name, sure=percent(naive.confidence, 0)))

    def _on_toggled(self, on: bool) -> None:
        self._picture.setVisible(on)
        self._answer.setVisible(on)
        self.switched.emit(on)
