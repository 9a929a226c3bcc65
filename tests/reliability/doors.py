"""The two doors through which a stranger's file comes in, and what has to hold behind them."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.cli.main import run_command
from tests.reliability.corpus import Hostile
from tests.reliability.corpus.honest import honest_files
from tests.reliability.guard import Guard, guarded

LONGEST_S = 60.0
"""So long may a file take, on a machine that does much else; most take a blink."""

Door = Callable[[Hostile, Path], list[str]]
"""Opens the file that is made in a folder, and gives what went wrong."""


def commands(case: Hostile, path: Path, picture: Path) -> list[list[str]]:
    named = str(path)
    match case.kind:
        case "data":
            return [["check", "softmax-10", "--data", named]]
        case "network":
            return [["predict", "--model", named, str(picture)]]
        case "recipe":
            return [
                ["recipes", named],
                ["recipes", named, "--script"],
                ["check", named, "--data", "sample"],
            ]
        case _:
            return [["predict", named]]


def command_line(case: Hostile, folder: Path) -> list[str]:
    """Hand the file to its command, in this process."""
    picture = folder / "seven.png"
    picture.write_bytes(honest_files()["picture", ".png"])
    path = case.make(folder)
    problems: list[str] = []
    with _watched(folder) as guard:
        for command in commands(case, path, picture):
            problems += run(command)
    return problems + guard.seen


def run(command: list[str]) -> list[str]:
    out, err = io.StringIO(), io.StringIO()
    began = time.monotonic()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run_command(command)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it got out
            return [f"{command[0]}: {type(error).__name__}: {str(error)[:200]}"]
    took, said = time.monotonic() - began, err.getvalue()
    problems = []
    if code not in (0, 1):
        problems.append(f"{command[0]}: exit code {code}")
    if "Traceback" in said + out.getvalue():
        problems.append(f"{command[0]}: {said[-300:]}")
    if said.count("\n") > 1 or (said and not said.startswith("inkling: ")):
        problems.append(f"{command[0]}: more than one line: {said[:300]!r}")
    if not code and said:
        problems.append(f"{command[0]}: done, and yet {said[:200]!r}")
    if took > LONGEST_S:
        problems.append(f"{command[0]}: {took:.0f} s")
    if case_was_run():
        problems.append(f"{command[0]}: code of the file was run")
    return problems


def case_was_run() -> bool:
    """Say whether a file's own code has left its mark, and remove it."""
    mark = Path("hostile-was-here")
    there = mark.exists()
    mark.unlink(missing_ok=True)
    return there


@contextmanager
def _watched(folder: Path) -> Iterator[Guard]:
    home = Path(os.environ["INKLING_HOME"])
    # (Matplotlib's and Python's caches of compiled modules are no doing of the file's.)
    with guarded(folder, home, Path(tempfile.gettempdir()), Path(sys.prefix), ROOT) as guard:
        yield guard


ROOT = Path(__file__).parents[2]


class WindowDoor:
    """Drops files on a window that stays open, and waits until it has come to rest."""

    def __init__(self, home: Path) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from core.data.datasets import load_sample
        from gui.app import build_window

        # As the program does: no worker may destroy a widget that is let go.
        gc.disable()
        self._app = QApplication.instance()
        self._window = build_window(home, load_sample(), ask=lambda _parent, _question: False)
        self._window.show()
        # So that waiting for the next event never waits for long.
        self._clock = QTimer(self._window, interval=5)
        self._clock.start()
        self._failed: list[BaseException] = []
        self._window.session.failed.connect(self._failed.append)
        self._window.session.networks.open_shipped()
        self._rest()

    def close(self) -> list[str]:
        """Close the window; give what is wrong with that."""
        closed = self._window.close()
        gc.enable()
        gc.collect(1)
        left = [t.name for t in threading.enumerate() if t.name.startswith("inkling-")]
        return ([] if closed else ["it did not close"]) + left

    def __call__(self, case: Hostile, folder: Path) -> list[str]:
        """Drop the file."""
        path = case.make(folder)
        self._failed.clear()
        caught: list[str] = []
        before, sys.excepthook = (
            sys.excepthook,
            lambda *a: caught.append(f"{a[0].__name__}: {a[1]}"),
        )
        try:
            with _watched(folder) as guard:
                self._drop(path)
                rested = self._rest()
        finally:
            sys.excepthook = before
        problems = [f"slot: {text[:200]}" for text in caught] + guard.seen
        problems += [] if rested else [f"still at work after {LONGEST_S:.0f} s"]
        return problems + self._unexpected() + (["its code was run"] if case_was_run() else [])

    def _unexpected(self) -> list[str]:
        from core.errors import InklingError

        strange = [e for e in self._failed if not isinstance(e, InklingError)]
        return [f"{type(error).__name__}: {str(error)[:200]}" for error in strange]

    def _drop(self, path: Path) -> None:
        from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
        from PySide6.QtGui import QDropEvent

        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(9, 9), copy, mime, left, Qt.KeyboardModifier.NoModifier)
        self._window.dropEvent(event)

    def _rest(self) -> bool:
        """Let the window work until it has nothing more to do; close what it shows."""
        from PySide6.QtCore import QEventLoop

        ends = time.monotonic() + LONGEST_S
        quiet = 0
        while quiet < 3:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._close_dialogs()
            quiet = 0 if self._busy() else quiet + 1
            if time.monotonic() > ends:
                return False
        return True

    def _busy(self) -> bool:
        workers = self._window.session._workers.values()
        return any(w._jobs or w._current or w._undelivered for w in workers)

    def _close_dialogs(self) -> None:
        from PySide6.QtWidgets import QDialog

        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()


@contextmanager
def window_door(home: Path) -> Iterator[Door]:
    """Give the door of a window that is closed at the end."""
    door = WindowDoor(home)
    try:
        yield door
    finally:
        assert door.close() == []
