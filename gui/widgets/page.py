"""What all pages of the window are, and what the window may ask of any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.records import Recipe
from gui.session import Session
from gui.theme import MARGIN_PX, Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.shown_stack import ShownStack

Edit: TypeAlias = Literal["undo", "redo", "copy", "paste", "clear"]
"""An entry of the Edit menu, and the method of a page that does it."""

EDITS: tuple[Edit, ...] = get_args(Edit)


class Page(QWidget):
    """A page: shows something of the session, and may offer more to the window.

    Parameters
    ----------
    name : str
        The object name is `name` with "_page" after it.

    Signals:
        page_requested: The key of the page that a button leads to.
    """

    page_requested = Signal(str)

    edits: ClassVar[frozenset[Edit]] = frozenset()
    """What of the Edit menu the page has a method for."""

    def __init__(
        self, session: Session, theme: Theme, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self._session = session
        self._theme = theme

    def prepare(self) -> Iterator[None]:
        """Make in short steps what the first show would wait for: nothing."""
        yield from ()

    def open_file(self, path: Path) -> None:
        """Show what is in a file of the page's kind: there is none."""

    def start_recipe(self, recipe: Recipe) -> None:
        """Train a recipe: only one page can."""

    def ask_open(self) -> None:
        """Ask for a file of the page's kind, and show what is in it: there is none."""

    def ask_save(self) -> None:
        """Ask for a file, and write what is shown to it: nothing."""

    def edit(self, edit: Edit) -> None:
        """Do what an entry of the Edit menu says."""
        acts: dict[Edit, Callable[[], None]] = {
            "undo": self.undo,
            "redo": self.redo,
            "copy": self.copy,
            "paste": self.paste,
            "clear": self.clear,
        }
        acts[edit]()

    def undo(self) -> None:
        """Take back the last change: a page without changes does nothing."""

    def redo(self) -> None:
        """Do again what was taken back: nothing."""

    def copy(self) -> None:
        """Put something onto the clipboard: nothing."""

    def paste(self) -> None:
        """Take something from the clipboard: nothing."""

    def clear(self) -> None:
        """Begin anew: nothing."""

    def _lead_to(self, key: str) -> None:
        self.page_requested.emit(key)

    def _build_column(self) -> QVBoxLayout:
        """Return the page's layout, with the margins that every page has."""
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        return column


class PageWithEmptyState(Page):
    """A page that says what will be here until there is something to show."""

    def _build_views(self, empty: EmptyState, content: QWidget) -> ShownStack:
        """Return the two views on top of each other; the empty state is seen first."""
        self._views = ShownStack()
        self._views.addWidget(empty)
        self._views.addWidget(content)
        return self._views

    def _show_content(self, there_is_some: bool = True) -> None:
        self._views.setCurrentIndex(int(there_is_some))
