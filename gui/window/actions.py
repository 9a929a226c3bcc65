"""The menu bar: every action with its words, its keys and what it is wired to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.preferences import LanguageChoice, ThemeChoice

Key = QKeySequence.StandardKey
Keys: TypeAlias = QKeySequence.StandardKey | str | tuple[QKeySequence.StandardKey | str, ...]
_Choice = TypeVar("_Choice", bound=str)


class Actions(QObject):
    """The window's menus. Each `QAction` is kept by name, for tests and for enabling.

    Parameters
    ----------
    window : QMainWindow
        Whose menu bar is filled.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}

    def add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        act: Callable[[], object],
        keys: Keys | None = None,
    ) -> QAction:
        """Put one action at the end of a menu; of several keys the menu shows the first."""
        action = QAction(text, self._window)
        action.setObjectName(f"{name}_action")
        if keys is not None:
            several = keys if isinstance(keys, tuple) else (keys,)
            action.setShortcuts(list(dict.fromkeys(QKeySequence(one) for one in several)))
        # triggered hands over a checked flag that no action here wants.
        action.triggered.connect(lambda: act())
        menu.addAction(action)
        self.by_name[name] = action
        return action

    def menu(self, name: str, title: str) -> QMenu:
        """Add an empty menu to the menu bar."""
        menu = self._window.menuBar().addMenu(title)
        menu.setObjectName(f"{name}_menu")
        return menu

    def submenu(self, menu: QMenu, name: str, title: str) -> QMenu:
        """Add an empty menu to a menu; it is kept by name."""
        inner = menu.addMenu(title)
        inner.setObjectName(f"{name}_menu")
        self.menus[name] = inner
        return inner

    def recent_menu(
        self,
        menu: QMenu,
        title: str,
        paths: Callable[[], tuple[Path, ...]],
        open_path: Callable[[Path], None],
    ) -> QMenu:
        """Add a submenu of recent files, filled anew each time it opens."""
        recent = menu.addMenu(title)

        def fill() -> None:
            recent.clear()
            for path in paths():
                recent.addAction(str(path)).triggered.connect(
                    lambda _=False, p=path: open_path(p)
                )
            if recent.isEmpty():
                recent.addAction(self.tr("Nothing yet")).setEnabled(False)

        recent.aboutToShow.connect(fill)
        return recent

    def theme_menu(
        self, menu: QMenu, current: ThemeChoice, choose: Callable[[ThemeChoice], None]
    ) -> None:
        """Add the choice between the system's colours, light and dark."""
        words: dict[ThemeChoice, str] = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        themes = menu.addMenu(self.tr("Colours"))
        self._choices(themes, "theme", words, current, choose)

    def language_menu(
        self, menu: QMenu, current: LanguageChoice, choose: Callable[[LanguageChoice], None]
    ) -> None:
        """Add the choice between the system's language, English and Chinese."""
        # A language is called by its own name, so that who cannot read this one finds it.
        words: dict[LanguageChoice, str] = {
            "system": self.tr("As the system"),
            "en": "English",
            "zh_CN": "简体中文",
        }
        languages = menu.addMenu(self.tr("Language"))
        self._choices(languages, "language", words, current, choose)
        languages.addSeparator()
        languages.addAction(self.tr("Changes at the next start")).setEnabled(False)

    def _choices(
        self,
        menu: QMenu,
        name: str,
        words: Mapping[_Choice, str],
        current: _Choice,
        choose: Callable[[_Choice], None],
    ) -> None:
        """Fill a menu with choices of which one holds."""
        group = QActionGroup(menu)
        for choice, text in words.items():
            action = menu.addAction(text)
            action.setObjectName(f"{name}_{choice}_action")
            action.setCheckable(True)
            action.setChecked(choice == current)
            action.triggered.connect(lambda _=False, c=choice: choose(c))
            group.addAction(action)
            self.by_name[f"{name}_{choice}"] = action

    def enable(self, name: str, enabled: bool) -> None:
        """Let an action be used, or grey it out."""
        self.by_name[name].setEnabled(enabled)

    def shortcuts(self) -> list[tuple[str, str]]:
        """Return what each key does: (keys, words), in the order of the menus."""
        return [
            (", ".join(_native(keys) for keys in a.shortcuts()), _plain(a.text()))
            for a in self.by_name.values()
            if not a.shortcut().isEmpty()
        ]


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    # In Chinese the key stands behind the words: 文件(&F).
    text = re.sub(r"\(&\w\)", "", text)
    return text.replace("&", "").removesuffix("...").removesuffix("\N{HORIZONTAL ELLIPSIS}")
