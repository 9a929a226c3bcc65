"""What the window remembers from one start to the next, in one INI file of the home."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias, TypeVar, cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from core.home import Home

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]
LanguageChoice: TypeAlias = Literal["system", "en", "zh_CN"]

_Value = TypeVar("_Value", bool, int, float, str)

RECENT_LIMIT = 8
"""How many recent files the menus offer."""


class Preferences:
    """Typed settings; each is written as it is set and read back in the same type.

    Parameters
    ----------
    home : Home
        Whose `settings_file` holds them.
    """

    def __init__(self, home: Home) -> None:
        self._settings = QSettings(str(home.settings_file), QSettings.Format.IniFormat)

    def get(self, key: str, default: _Value) -> _Value:
        """Return what was kept under ``group/name``, in the type of `default`."""
        kept = self._settings.value(key)
        if kept is None:
            return default
        try:
            # An INI file knows only text: bool("false") would be true.
            if isinstance(default, bool):
                return str(kept).lower() == "true"
            return type(default)(str(kept))
        except ValueError:
            return default

    def set(self, key: str, value: bool | int | float | str) -> None:
        """Keep a value under ``group/name``."""
        self._settings.setValue(key, value)

    def get_bytes(self, key: str) -> QByteArray:
        """Return a window's or splitter's saved state; empty where there is none."""
        kept = self._settings.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Keep a window's or splitter's state."""
        self._settings.setValue(key, value)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or what the system uses."""
        kept = self.get("window/theme", "system")
        return cast("ThemeChoice", kept if kept in get_args(ThemeChoice) else "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self.set("window/theme", choice)

    @property
    def language(self) -> LanguageChoice:
        """English, Simplified Chinese, or what the system speaks; read at the start."""
        kept = self.get("window/language", "system")
        return cast("LanguageChoice", kept if kept in get_args(LanguageChoice) else "system")

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self.set("window/language", choice)

    @property
    def last_page(self) -> str:
        """The key of the page that was open."""
        return self.get("window/page", "draw")

    @last_page.setter
    def last_page(self, key: str) -> None:
        self.set("window/page", key)

    @property
    def keep_sample(self) -> bool:
        """Whether the person does not want to be offered the whole MNIST again."""
        return self.get("data/keep_sample", False)

    @keep_sample.setter
    def keep_sample(self, keep: bool) -> None:
        self.set("data/keep_sample", keep)

    @property
    def told_of_run(self) -> int:
        """The newest interrupted run that the person was told of; 0 for none."""
        return self.get("runs/told_of", 0)

    @told_of_run.setter
    def told_of_run(self, run_id: int) -> None:
        self.set("runs/told_of", run_id)

    @property
    def data_path(self) -> Path | None:
        """The data set that the person opened last."""
        return self._path("data/path")

    @data_path.setter
    def data_path(self, path: Path | None) -> None:
        self.set("data/path", "" if path is None else str(path))

    @property
    def network(self) -> tuple[Path | None, str, float]:
        """The file of the network that was used last, its name, its accuracy (or 0)."""
        path = self._path("network/path")
        return path, self.get("network/name", ""), self.get("network/accuracy", 0.0)

    def remember_network(self, path: Path, name: str, accuracy: float) -> None:
        """Keep which network is in use, for the next start."""
        self.set("network/path", str(path))
        self.set("network/name", name)
        self.set("network/accuracy", accuracy)

    def forget_network(self) -> None:
        """Begin the next start with the network that comes with Inkling."""
        self.set("network/path", "")

    def recent(self, group: str) -> tuple[Path, ...]:
        """Return the recent files of "data" or "networks", newest first."""
        lines = self.get(f"recent/{group}", "").split("\n")
        return tuple(Path(line) for line in lines if line)

    def add_recent(self, group: str, path: Path) -> None:
        """Put a file on top of the recent ones."""
        others = [p for p in self.recent(group) if p != path]
        lines = [str(p) for p in (path, *others)][:RECENT_LIMIT]
        self.set(f"recent/{group}", "\n".join(lines))

    def save(self) -> None:
        """Write to disk what was not written yet."""
        self._settings.sync()

    def _path(self, key: str) -> Path | None:
        kept = self.get(key, "")
        return Path(kept) if kept else None
