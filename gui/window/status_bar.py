"""The status bar: the network in use, the data set in use, and what runs now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from gui.sizes import scaled
from gui.theme import GRID_PX
from gui.widgets.elided_label import ElidedLabel

_BAR_WIDTH_PX = 160
_STEPS = 1000


class StatusBar(QStatusBar):
    """Three texts and a progress bar, there only while something runs whose end is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GRID_PX, 0, GRID_PX, 0)
        self._network = self._label("status_network", self.tr("Network in use"))
        self._data = self._label("status_data", self.tr("Data set in use"))
        self._activity = self._label("status_activity", self.tr("What runs now"))
        self._bar = QProgressBar(self)
        self._bar.setObjectName("status_progress")
        self._bar.setMaximum(_STEPS)
        self._bar.setFixedSize(_BAR_WIDTH_PX, scaled(12))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.addWidget(self._network)
        self.addWidget(self._data)
        self.addPermanentWidget(self._activity)
        self.addPermanentWidget(self._bar)
        self.set_activity("")

    def set_network(self, text: str, tip: str = "") -> None:
        """Say which network answers."""
        self._network.setText(text)
        self._network.setToolTip(tip)

    def set_data(self, text: str, tip: str = "") -> None:
        """Say which data set is in use."""
        self._data.setText(text)
        self._data.setToolTip(tip)

    def set_activity(self, text: str, fraction: float | None = None) -> None:
        """Say what runs, how far (0 to 1) if that is known; an empty text: nothing runs."""
        self._activity.setText(text)
        self._activity.setVisible(bool(text))
        self._bar.setVisible(bool(text) and fraction is not None)
        self._bar.setValue(0 if fraction is None else round(_STEPS * fraction))

    def _label(self, name: str, accessible: str) -> ElidedLabel:
        label = ElidedLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(accessible)
        label.setContentsMargins(0, 0, 2 * GRID_PX, 0)
        return label
