"""Below the answer, one tab each: nearest images, other networks, my own hand."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui.pages.draw.nearest_row import NearestRow
from gui.pages.draw.opinions_table import OpinionsTable
from gui.pages.draw.own_hand_panel import OwnHandPanel
from gui.theme import GRID_PX, Theme


class LookCloser(QTabWidget):
    """Three ways to look closer at an answer; the numbers are those of the tabs."""

    NEAREST, OPINIONS, OWN_HAND = range(3)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("look_closer")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.nearest = NearestRow(theme)
        self.opinions = OpinionsTable()
        self.own_hand = OwnHandPanel(theme)
        self.addTab(_padded(self.nearest), self.tr("Nearest digits"))
        self.addTab(_padded(self.opinions), self.tr("All networks"))
        self.addTab(_padded(self.own_hand), self.tr("My own hand"))

    def show_own_hand(self) -> None:
        """Bring the person's own digits to the front."""
        self.setCurrentIndex(self.OWN_HAND)


def _padded(widget: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, GRID_PX, 0, 0)
    layout.addWidget(widget)
    return page
