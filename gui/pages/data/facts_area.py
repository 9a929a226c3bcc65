"""A column that scrolls and is always as wide as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_LEAST_PX, _MOST_PX = 360, 480
"""How wide it is where its content leaves it free."""


class FactsArea(QScrollArea):
    """Scrolls up and down only; it follows its content when that needs more room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # Tab goes to what stands in it, and it follows.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content
        self.setWidget(content)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the content was laid out anew."""
        taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._make_room()
        return taken

    def _make_room(self) -> None:
        # With room for the bar that appears beside many classes.
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._content.minimumSizeHint().width() + bar
        self.setMinimumWidth(max(_LEAST_PX, least))
        self.setMaximumWidth(max(_MOST_PX, least))
