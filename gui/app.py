"""The program: puts everything together, in this order.

1. The home and its preferences; the log and the hooks for what nobody catches.
2. The application, its colours and font; the session with its desks (no threads yet).
3. The window with one page, shown. This is the first paint: nothing before it imports
   TensorFlow, pyqtgraph, Pillow or h5py.
4. After the first paint, one after another, because two threads that run Python at once
   only hinder each other and the window: a worker reads the network that was used last,
   then the data set, then imports pyqtgraph and the pages' modules; the pages are made,
   one each turn of the event loop; a worker imports TensorFlow.
5. The event loop ends when the window is closed; the window has then stopped all work
   and saved the settings. `run` gives the exit code: the only way out.
"""

from __future__ import annotations

import builtins
import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.home import Home, default_home
from core.records import Dataset, Phase
from gui.crash import CrashReporter
from gui.dialogs import Ask, Dialogs
from gui.garbage import GuiThreadCollector
from gui.icons import app_icon
from gui.main_window import MainWindow
from gui.page_table import import_pages
from gui.preferences import Preferences
from gui.session import Session
from gui.theme import Theme


def run(argv: list[str]) -> int:
    """Run the program until its window is closed; give the exit code."""
    _import_plainly()
    home = default_home()
    app = _application(argv)
    crash = CrashReporter(home.log_file)
    crash.install()
    collector = GuiThreadCollector()
    collector.start()
    window = _window(home, Dialogs())
    crash.tell(window.show_error)
    start = _Start(window, collector)
    after_first_paint(window, start.begin)
    signal.signal(signal.SIGTERM, lambda *_: app.quit())
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    window.show()
    code = app.exec()
    window.session.close()
    collector.stop()
    crash.uninstall()
    return code


def build_window(
    home: Home | Path, data: Dataset | Path | None = None, *, ask: Ask | None = None
) -> MainWindow:
    """Give the whole main window, all pages made, not shown yet.

    Parameters
    ----------
    home : Home or Path
        Where settings and runs are kept.
    data : Dataset or Path, optional
        Used at once, or read in a worker; none: the window has no data set yet.
    ask : callable, optional
        Answers the window's questions in place of a dialog.
    """
    dialogs = Dialogs() if ask is None else Dialogs(ask=ask)
    window = _window(home if isinstance(home, Home) else Home(home), dialogs)
    while window.make_next_page():
        pass
    if isinstance(data, Dataset):
        window.session.data.use(data)
    elif data is not None:
        window.session.data.open(data)
    return window


def after_first_paint(widget: QWidget, act: Callable[[], object]) -> None:
    """Call `act` once, when the widget has been painted for the first time."""
    widget.installEventFilter(_FirstPaint(widget, act))


class _FirstPaint(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # In the next turn of the loop: this paint has to reach the screen first.
            QTimer.singleShot(0, self._act)
        return False


class _Start(QObject):
    """What happens after the first paint, step by step."""

    def __init__(self, window: MainWindow, collector: GuiThreadCollector) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._collector = collector

    def begin(self) -> None:
        training = self._session.training
        training.phase_changed.connect(self._on_phase)
        training.ended.connect(self._collector.collect_all)
        self._session.networks.open_best().ended.connect(self._read_data)

    def _read_data(self) -> None:
        self._session.data.idle.connect(
            self._import_pages, Qt.ConnectionType.SingleShotConnection
        )
        self._session.data.open_best()

    def _import_pages(self) -> None:
        job = self._session.lanes["files"].submit(lambda _report, _stop: import_pages())
        job.failed.connect(self._session.failed)
        job.ended.connect(self._make_pages)

    def _make_pages(self) -> None:
        if self._window.make_next_page() or self._window.prepare_next_page():
            QTimer.singleShot(0, self._make_pages)
        else:
            self._load_tensorflow()

    def _load_tensorflow(self) -> None:
        self._collector.hold()
        self._session.warm_up().ended.connect(self._collector.release)

    def _on_phase(self, phase: Phase) -> None:
        """Know of a training that loads TensorFlow itself, because it begins so early."""
        if phase.name == "loading":
            self._collector.hold()
        else:
            self._collector.release()


def _import_plainly() -> None:
    """Take out PySide's hook from ``import``: it reads the source of every module.

    The hook serves ``from __feature__ import``, which is not used here. Without it
    TensorFlow is imported a fifth faster and its two thousand sources (80 MB) are not kept
    in memory.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def _application(argv: list[str]) -> QApplication:
    app = QApplication(argv)
    app.setApplicationName("inkling")
    app.setApplicationDisplayName("Inkling")
    app.setDesktopFileName("inkling")
    app.setWindowIcon(app_icon())
    # Numbers are written as the words around them are.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    return app


def _window(home: Home, dialogs: Dialogs) -> MainWindow:
    preferences = Preferences(home)
    theme = Theme()
    theme.choose(preferences.theme)
    theme.follow_system()
    return MainWindow(Session(home, preferences), theme, dialogs)
