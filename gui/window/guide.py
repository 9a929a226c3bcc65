"""Help > Guide: the pages of `resources/guide` in the person's language, without a network."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.glossary import guide_folder
from gui.sizes import resize_within_screen, scaled
from gui.theme import GRID_PX, MARGIN_PX

PAGE_OF = {
    "draw": "draw.md",
    "train": "train.md",
    "runs": "runs.md",
    "experiments": "experiments.md",
    "data": "data.md",
    "mistakes": "looking.md",
    "inside": "looking.md",
    "quiz": "looking.md",
}
"""Which page of the guide is about which page of the window."""


class Guide(QDialog):
    """A small browser: pages, links, back, and a line that finds a word on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Guide"))
        self._pages: list[str] = []
        self.text = QTextBrowser()
        self.text.setObjectName("guide_text")
        self.text.setAccessibleName(self.tr("Guide"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.back = self._button("guide_back", self.tr("Back"), self._on_back)
        contents = self._button(
            "guide_contents", self.tr("Contents"), lambda: self.open_page("index.md")
        )
        words = self._button(
            "guide_words", self.tr("Words"), lambda: self.open_page("glossary.md")
        )
        self.search = QLineEdit()
        self.search.setObjectName("guide_find")
        self.search.setPlaceholderText(self.tr("Find on this page"))
        self.search.setAccessibleName(self.tr("Find on this page"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self._on_find)
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        for widget in (self.back, contents, words):
            line.addWidget(widget)
        line.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.addLayout(line)
        column.addWidget(self.text, 1)
        resize_within_screen(self, scaled(720), scaled(640))
        self.open_page("index.md")

    def open_page(self, address: str) -> None:
        """Show a page, at a heading where the address names one: "glossary.md#batch"."""
        self._pages.append(address)
        self._show(address)

    def _show(self, address: str) -> None:
        name, _, heading = address.partition("#")
        self.text.setMarkdown((guide_folder() / name).read_text("utf-8"))
        self.back.setEnabled(len(self._pages) > 1)
        if heading:
            self._scroll_to(heading.replace("-", " "))

    def _scroll_to(self, heading: str) -> None:
        block = self.text.document().begin()
        while block.isValid() and not _is_heading(block, heading):
            block = block.next()
        if block.isValid():
            # From the end upwards, so that the heading stands at the top.
            self.text.moveCursor(QTextCursor.MoveOperation.End)
            self.text.setTextCursor(QTextCursor(block))

    def _on_link(self, url: QUrl) -> None:
        self.open_page(url.toString())

    def _on_back(self) -> None:
        self._pages.pop()
        self._show(self._pages[-1])

    def _on_find(self) -> None:
        if not self.text.find(self.search.text()):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(self.search.text())

    def _button(self, name: str, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


def _is_heading(block: QTextBlock, heading: str) -> bool:
    return block.blockFormat().headingLevel() > 0 and block.text().lower() == heading.lower()
