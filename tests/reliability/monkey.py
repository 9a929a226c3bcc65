"""A monkey at the window: random clicks, keys, strokes, pastes, drops and resizings, seeded.

``python -m tests.reliability.monkey SEED EVENTS`` starts the real program in this process, lets
the monkey at it, closes the window, and prints what happened as JSON. Questions are answered
at random; nothing is downloaded, opened elsewhere, or saved outside the home.
"""

from __future__ import annotations

import dataclasses
import faulthandler
import json
import logging
import os
import random
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.reliability.tally import Tally

ROOT = Path(__file__).parents[2]
HANG_S = 120
"""After so long without an event the process ends with the stacks of all threads."""

_KEYS = ("Left", "Right", "Up", "Down", "Home", "End", "PageDown", "Tab", "Backtab", "Escape",
         "Return", "Delete", "Backspace", "Space", "F2", "F1")  # fmt: skip

NOISE = ("propagateSizeHints", "does not support")
"""What the offscreen platform says of every window."""


class Monkey:
    """Does one thing after another to a window, and takes note of what should not happen."""

    def __init__(self, window, seed: int, events: int, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        self.problems: list[str] = []
        self.done = 0
        self._window = window
        self._rng = random.Random(seed)
        self._left = events
        self._files = _files(folder)
        self._app = QApplication.instance()
        self._last = ""
        window.session.failed.connect(self._on_failed)
        self._acts = {
            self._click: 30,
            self._key: 12,
            self._type: 4,
            self._draw: 10,
            self._page: 8,
            self._choose: 8,
            self._turn: 4,
            self._drop: 3,
            self._clipboard: 4,
            self._menu: 6,
            self._resize: 2,
            self._theme: 1,
            self._tidy: 4,
        }

    def begin(self) -> None:
        """Act once in each turn of the event loop, also of a dialog's own."""
        from PySide6.QtCore import QTimer

        faulthandler.dump_traceback_later(HANG_S, exit=True)
        if self._left <= 0:
            self._end()
            return
        self._left -= 1
        # Before the act: one that opens a dialog comes back only when that is closed.
        QTimer.singleShot(1, self.begin)
        if self._within_popup():
            return
        act = self._rng.choices(list(self._acts), list(self._acts.values()))[0]
        self._last = act.__name__
        act()
        self.done += 1

    def on_crash(self, error: BaseException) -> None:
        """Take note of what nobody caught."""
        self.problems.append(f"{self._last}: {type(error).__name__}: {error}")

    def _on_failed(self, error: BaseException) -> None:
        from core.errors import InklingError

        if not isinstance(error, InklingError):
            self.on_crash(error)

    def _end(self) -> None:
        from PySide6.QtCore import QTimer

        self._within_popup()
        if self._app.activePopupWidget() or self._app.activeModalWidget():
            QTimer.singleShot(1, self._end)
            return
        faulthandler.cancel_dump_traceback_later()
        self._window.dialogs.ask = lambda _parent, _question: True
        self._window.close()

    def _within_popup(self) -> bool:
        """Answer an open menu or dialog, if there is one."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        shown = self._app.activePopupWidget() or self._app.activeModalWidget()
        if shown is None:
            return False
        buttons = self._buttons(shown)
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return)
        if buttons and self._rng.random() < 0.4:
            self._rng.choice(buttons).click()
        else:
            QTest.keyClick(shown, self._rng.choices(keys, (3, 2, 1))[0])
        return True

    def _buttons(self, parent) -> list:
        from PySide6.QtWidgets import QAbstractButton

        found = parent.findChildren(QAbstractButton)
        return [b for b in found if b.isVisible() and b.isEnabled()]

    def _widgets(self) -> list:
        from PySide6.QtWidgets import QWidget

        found = self._window.findChildren(QWidget)
        return [w for w in found if w.isVisible() and w.isEnabled() and w.width() > 2]

    def _click(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        buttons = self._buttons(self._window)
        if buttons and self._rng.random() < 0.5:
            self._rng.choice(buttons).click()
            return
        widget = self._rng.choice(self._widgets())
        place = QPoint(
            self._rng.randrange(widget.width()), self._rng.randrange(max(1, widget.height()))
        )
        button = self._rng.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
        press = self._rng.choice((QTest.mouseClick, QTest.mouseDClick))
        press(widget, button, Qt.KeyboardModifier.NoModifier, place)

    def _key(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        names = (*"0179A", *_KEYS)
        key = getattr(Qt.Key, f"Key_{self._rng.choice(names)}")
        modifiers = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        target = self._app.focusWidget() or self._window
        QTest.keyClick(target, key, self._rng.choices(modifiers, (4, 1))[0])

    def _type(self) -> None:
        from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

        texts = ("", "7", "-1", "1e999", "Dense 10", "\u0663", "a" * 300, "\ud7ff\u202e", "'\"")
        found = [
            widget
            for kind in (QLineEdit, QPlainTextEdit)
            for widget in self._window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled()
        ]
        if found:
            field, text = self._rng.choice(found), self._rng.choice(texts)
            put = field.setText if isinstance(field, QLineEdit) else field.setPlainText
            put(text)

    def _draw(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        pad = self._window.findChild(object, "drawing_pad")
        if pad is None or not pad.isVisible():
            return

        def somewhere() -> QPoint:
            return QPoint(self._rng.randrange(pad.width()), self._rng.randrange(pad.height()))

        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=somewhere())
        for _ in range(self._rng.randrange(8)):
            QTest.mouseMove(pad, somewhere())
        if self._rng.random() < 0.95:
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=somewhere())

    def _page(self) -> None:
        from gui.window.page_table import PAGES

        self._window.show_page(self._rng.choice(PAGES).key)

    def _choose(self) -> None:
        from PySide6.QtWidgets import QComboBox

        boxes = [w for w in self._widgets() if isinstance(w, QComboBox) and w.count()]
        if boxes:
            box = self._rng.choice(boxes)
            index = self._rng.randrange(box.count())
            box.setCurrentIndex(index)
            box.activated.emit(index)

    def _turn(self) -> None:
        from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox

        turned = [
            w for w in self._widgets() if isinstance(w, QAbstractSlider | QAbstractSpinBox)
        ]
        if turned:
            widget = self._rng.choice(turned)
            if isinstance(widget, QAbstractSpinBox):
                widget.stepBy(self._rng.choice((-100, -1, 1, 100)))
            else:
                widget.setValue(self._rng.randint(widget.minimum(), widget.maximum()))

    def _drop(self) -> None:
        self._window.open_path(self._rng.choice(self._files))

    def _clipboard(self) -> None:
        from PySide6.QtGui import QGuiApplication, QImage

        clipboard = QGuiApplication.clipboard()
        what = self._rng.randrange(4)
        if what == 0:
            clipboard.clear()
        elif what == 1:
            clipboard.setText("7")
        elif what == 2:
            clipboard.setImage(QImage(str(self._files[0])))
        self._window.menus.actions.by_name[self._rng.choice(("paste", "copy"))].trigger()

    def _menu(self) -> None:
        actions = self._window.menus.actions.by_name
        names = [name for name in actions if name != "quit"]
        action = actions[self._rng.choice(names)]
        if action.isEnabled():
            action.trigger()

    def _resize(self) -> None:
        self._window.resize(self._rng.randrange(960, 1900), self._rng.randrange(640, 1200))

    def _theme(self) -> None:
        self._window.theme.choose(self._rng.choice(("light", "dark", "system")))

    def _tidy(self) -> None:
        """Stop what trains and close what is shown, so that the monkey gets on."""
        from PySide6.QtWidgets import QDialog

        self._window.session.training.stop()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()


def _files(folder: Path) -> list[Path]:
    """Write files that a person may drop: honest ones, and some that are not."""
    from tests.reliability.corpus.honest import honest_files

    written = []
    for (kind, ending), content in honest_files().items():
        path = folder / f"{kind}{ending}"
        path.write_bytes(content)
        written.append(path)
        if ending in (".png", ".keras", ".npz", ".json"):
            (broken := folder / f"broken-{kind}{ending}").write_bytes(
                content[: len(content) // 2]
            )
            written.append(broken)
    written.sort(key=lambda path: path.suffix != ".png")
    return written


def _tame(window, rng: random.Random, folder: Path) -> None:
    """Let questions be answered at random, and nothing leave this machine."""
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QFileDialog

    import gui.session.data
    from core.errors import DataError

    def save(*_args: object) -> Path:
        return folder / f"saved-{rng.randrange(5)}.{rng.choice(('png', 'csv', 'py', 'x'))}"

    dialogs = window.dialogs
    dialogs.ask = lambda _parent, _question: rng.random() < 0.5
    dialogs.open_file = dialogs.open_folder = lambda *_args: None
    dialogs.save_file = save
    QFileDialog.getSaveFileName = staticmethod(lambda *a, **k: (str(save()), ""))
    QFileDialog.getOpenFileName = staticmethod(lambda *a, **k: ("", ""))
    QFileDialog.getExistingDirectory = staticmethod(lambda *a, **k: "")
    QDesktopServices.openUrl = staticmethod(lambda *a: True)

    def nothing(*_args: object) -> None:
        raise DataError("Nothing is downloaded here.", "")

    gui.session.data._download = nothing


def unleash(seed: int, events: int) -> Tally:
    """Run the real program with a monkey at it, in this process; it ends with the window."""
    import gui.app
    import gui.startup.crash

    tally = Tally("random events")
    held: list[Monkey] = []
    original, reporter = gui.app.after_first_paint, gui.app.CrashReporter

    class Reporter(reporter):
        def report(self, error: BaseException) -> None:
            held[0].on_crash(error)

    def painted_then(window, act: Callable[[], object]) -> None:
        def painted() -> None:
            act()
            files = Path(tempfile.mkdtemp(dir=window.session.home.folder))
            monkey = Monkey(window, seed, events, files)
            held.append(monkey)
            _tame(window, random.Random(seed), files)
            monkey.begin()

        original(window, painted)

    gui.app.after_first_paint, gui.app.CrashReporter = painted_then, Reporter
    sys.argv = [str(ROOT / "main.py")]
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as end:
        if end.code:
            tally.problems.append(f"exit code {end.code}")
    tally.tried = held[0].done
    tally.problems += held[0].problems
    home = Path(os.environ["INKLING_HOME"])
    tally.problems += _logged(home / "inkling.log")
    return tally


def _logged(log: Path) -> list[str]:
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    begins = (" WARNING ", " ERROR ", " CRITICAL ")
    strange = [line for line in lines if any(begin in line for begin in begins)]
    return [line[24:200] for line in strange if not any(noise in line for noise in NOISE)]


def in_its_own_process(seed: int, events: int, *, language: str = "en") -> Tally:
    """Run the monkey in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "settings.ini").write_text(f"[window]\nlanguage={language}\n")
        done = subprocess.run(
            [sys.executable, "-m", __name__, str(seed), str(events)],
            cwd=ROOT,
            env={**os.environ, "INKLING_HOME": home, "INKLING_DATA": "", "HOME": home},
            capture_output=True,
            text=True,
            check=False,
        )
    lines = done.stdout.splitlines()
    if done.returncode or not lines or not lines[-1].startswith("{"):
        tail = (done.stdout + done.stderr)[-3000:]
        return Tally("random events", events, [f"exit code {done.returncode}: {tail}"])
    return Tally(**json.loads(lines[-1]))


def main() -> None:
    """Print what happened."""
    seed, events = (int(word) for word in sys.argv[1:])
    logging.captureWarnings(True)
    sys.stdout.write(json.dumps(dataclasses.asdict(unleash(seed, events))) + "\n")


if __name__ == "__main__":
    main()
