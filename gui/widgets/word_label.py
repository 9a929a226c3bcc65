"""A label whose words of the glossary are links to their explanation in the guide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.glossary import SCHEME, linked


class WordLabel(QLabel):
    """Plain text with links where a word of the glossary stands; `text` gives it plain.

    The links are for the mouse: by keyboard the guide and "What is this?" lead to the same
    places, and a form would else have twice as many stops.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setOpenExternalLinks(True)
        self.setText(text)

    def text(self) -> str:
        """Return the text without links."""
        return self._words

    def changeEvent(self, event: QEvent) -> None:
        """Paint the links in the colours of another theme: Qt keeps those that they had."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._words:
            html = super().text()
            # The same text again is nothing new to it.
            super().setText("")
            super().setText(html)

    def setText(self, text: str) -> None:
        """Show a text, with its links."""
        self._words = text
        # A line never ends between a figure and its per cent.
        kept_together = text.replace(" %", "\N{NO-BREAK SPACE}%")
        html = linked(text, scheme=SCHEME).replace(" %", "&nbsp;%").replace("\n", "<br>")
        has_links = "<a " in html
        self.setTextFormat(Qt.TextFormat.RichText if has_links else Qt.TextFormat.PlainText)
        super().setText(html if has_links else kept_together)
        self.setAccessibleName(text)
        if has_links:
            flags = self.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByMouse
            self.setTextInteractionFlags(flags)
