"""What the window remembers from one start to the next, in one INI file of the home."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar, cast, get_args

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, QTimer

from core.errors import InklingError
from core.home import Home
from core.phrases import writable

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]
LanguageChoice: TypeAlias = Literal["system", "en", "zh_CN"]

PenWidth: TypeAlias = Literal["fine", "medium", "broad"]
RecentGroup: TypeAlias = Literal["data", "networks", "pictures", "recipes"]
SplitterName: TypeAlias = Literal["train_splitter", "plots_splitter"]

_Value = TypeVar("_Value", bool, int, float, str)

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Sizes of letters that can be chosen, in per cent of the system's."""

USUAL_THREADS = 2
"""Networks of this size gain from two threads; more only burn the processor."""

RECENT_LIMIT = 8
"""How many recent files the menus offer."""


class Preferences:
    """Every setting by its name; each is written as it is set and read back in the same type.

    What the file has no sense of, because somebody else wrote it, is its default.

    Parameters
    ----------
    home : Home
        Whose `settings_file` holds them.
    """

    def __init__(self, home: Home) -> None:
        self._settings = QSettings(str(home.settings_file), QSettings.Format.IniFormat)
        self._told = False
        self.on_problem: Callable[[InklingError], object] = _ignore
        """Is told once if they cannot be written."""

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or what the system uses."""
        kept = self._get("window/theme", "system")
        return cast("ThemeChoice", kept if kept in get_args(ThemeChoice) else "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._set("window/theme", choice)

    @property
    def language(self) -> LanguageChoice:
        """English, Simplified Chinese, or what the system speaks; read at the start."""
        kept = self._get("window/language", "system")
        return cast("LanguageChoice", kept if kept in get_args(LanguageChoice) else "system")

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._set("window/language", choice)

    @property
    def pen_width(self) -> PenWidth:
        """How wide lines look on the pad."""
        kept = self._get("draw/pen_width", "medium")
        return cast("PenWidth", kept if kept in get_args(PenWidth) else "medium")

    @pen_width.setter
    def pen_width(self, width: PenWidth) -> None:
        self._set("draw/pen_width", width)

    @property
    def pen_pressure(self) -> bool:
        """Whether a pen's pressure varies how wide lines look."""
        return self._get("draw/pen_pressure", False)

    @pen_pressure.setter
    def pen_pressure(self, varies: bool) -> None:
        self._set("draw/pen_pressure", varies)

    @property
    def last_page(self) -> str:
        """The key of the page that was open."""
        return self._get("window/page", "draw")

    @last_page.setter
    def last_page(self, key: str) -> None:
        self._set("window/page", key)

    @property
    def window_geometry(self) -> QByteArray:
        """Where the window stood, as Qt saves it; empty at the first start."""
        return self._get_bytes("window/geometry")

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    def splitter_state(self, splitter: SplitterName) -> QByteArray:
        """Return how a splitter of the Train page parts its space; empty at the first start."""
        return self._get_bytes(f"train/{splitter}")

    def remember_splitter(self, splitter: SplitterName, state: QByteArray) -> None:
        """Keep how a splitter parts its space."""
        self._settings.setValue(f"train/{splitter}", state)

    @property
    def drawings_folder(self) -> Path:
        """Where drawings were opened or saved last; at first the person's home."""
        return self._path("draw/folder") or Path.home()

    @drawings_folder.setter
    def drawings_folder(self, folder: Path) -> None:
        self._set("draw/folder", str(folder))

    @property
    def recipes_folder(self) -> Path:
        """Where recipes were opened, saved or exported last; at first the person's home."""
        return self._path("recipes/folder") or Path.home()

    @recipes_folder.setter
    def recipes_folder(self, folder: Path) -> None:
        self._set("recipes/folder", str(folder))

    @property
    def keep_sample(self) -> bool:
        """Whether the person does not want to be offered the whole MNIST again."""
        return self._get("data/keep_sample", False)

    @keep_sample.setter
    def keep_sample(self, keep: bool) -> None:
        self._set("data/keep_sample", keep)

    @property
    def told_of_run(self) -> int:
        """The newest interrupted run that the person was told of; 0 for none."""
        return self._get("runs/told_of", 0)

    @told_of_run.setter
    def told_of_run(self, run_id: int) -> None:
        self._set("runs/told_of", run_id)

    @property
    def welcomed(self) -> bool:
        """Whether the cards of the first start were seen."""
        return self._get("window/welcomed", False)

    @welcomed.setter
    def welcomed(self, welcomed: bool) -> None:
        self._set("window/welcomed", welcomed)

    @property
    def tour(self) -> str:
        """The tour that was left, and at which step: "watch:2"; empty for none."""
        return self._get("window/tour", "")

    @tour.setter
    def tour(self, place: str) -> None:
        self._set("window/tour", place)

    @property
    def text_percent(self) -> int:
        """How large letters are, in per cent of the system's."""
        kept = self._get("window/text_percent", 100)
        return kept if kept in TEXT_SIZES else 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._set("window/text_percent", percent)

    @property
    def threads(self) -> int:
        """How many threads a training takes; read at the start."""
        kept = self._get("training/threads", USUAL_THREADS)
        return kept if 1 <= kept <= most_threads() else USUAL_THREADS

    @threads.setter
    def threads(self, threads: int) -> None:
        self._set("training/threads", threads)

    def reset(self) -> None:
        """Forget all of them: each is its default from now on."""
        self._settings.clear()

    @property
    def baseline_run(self) -> int:
        """The run that is compared with whatever is chosen; 0 for none."""
        return self._get("runs/baseline", 0)

    @baseline_run.setter
    def baseline_run(self, run_id: int) -> None:
        self._set("runs/baseline", run_id)

    @property
    def data_path(self) -> Path | None:
        """The data set that the person opened last."""
        return self._path("data/path")

    @data_path.setter
    def data_path(self, path: Path | None) -> None:
        self._set("data/path", "" if path is None else str(path))

    @property
    def network(self) -> tuple[Path | None, str, float]:
        """The file of the network that was used last, its name, its accuracy (or 0)."""
        path = self._path("network/path")
        return path, self._get("network/name", ""), self._get("network/accuracy", 0.0)

    def remember_network(self, path: Path, name: str, accuracy: float) -> None:
        """Keep which network is in use, for the next start."""
        self._set("network/path", str(path))
        self._set("network/name", name)
        self._set("network/accuracy", accuracy)

    def forget_network(self) -> None:
        """Begin the next start with the network that comes with Inkling."""
        self._set("network/path", "")

    def recent(self, group: RecentGroup) -> tuple[Path, ...]:
        """Return the recent files of a group, newest first."""
        lines = self._get(f"recent/{group}", "").split("\n")
        return tuple(Path(line) for line in lines if line)

    def add_recent(self, group: RecentGroup, path: Path) -> None:
        """Put a file on top of the recent ones."""
        others = [p for p in self.recent(group) if p != path]
        lines = [str(p) for p in (path, *others)][:RECENT_LIMIT]
        self._set(f"recent/{group}", "\n".join(lines))

    def save(self) -> None:
        """Write to disk what was not written yet."""
        self._settings.sync()
        if self._settings.status() == QSettings.Status.NoError or self._told:
            return
        self._told = True
        self.on_problem(
            InklingError(
                "Your preferences cannot be written to {file}.",
                "They hold until Inkling ends. Check that the disk is not full.",
                file=self._settings.fileName(),
            )
        )

    def _get(self, key: str, default: _Value) -> _Value:
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

    def _set(self, key: str, value: bool | int | float | str) -> None:
        if isinstance(value, str) and writable(value) != value:
            # A name that is no UTF-8 cannot be written: it is not remembered.
            value = ""
        self._settings.setValue(key, value)
        # Several that are set together are written together.
        if QCoreApplication.instance() is not None:
            QTimer.singleShot(0, self.save)

    def _get_bytes(self, key: str) -> QByteArray:
        kept = self._settings.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def _path(self, key: str) -> Path | None:
        kept = self._get(key, "")
        return Path(kept) if kept else None


def most_threads() -> int:
    """Return how many threads this machine runs at once; two at least, the usual number."""
    return max(USUAL_THREADS, os.cpu_count() or 1)


def _ignore(_problem: InklingError) -> None:
    """Tell nobody: there is no window yet."""
