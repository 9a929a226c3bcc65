"""The program: puts everything together, in this order.

1. The home and its preferences; the log and the hooks for what nobody catches.
2. The application, its colours and font; the session with its desks (no threads yet).
3. The window with one page, shown. This is the first paint: nothing before it imports
   TensorFlow, pyqtgraph, Pillow or h5py.
4. After the first paint, in workers: the network used last and the data set are read,
   pyqtgraph and then TensorFlow are imported.
5. When pyqtgraph is there, the other pages are made, one each turn of the event loop.
6. The event loop ends when the window is closed; the window has then stopped all work
   and saved the settings. `run` gives the exit code: the only way out.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.home import Home, default_home
from core.records import Dataset
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
    home = default_home()
    app = _application(argv)
    crash = CrashReporter(home.log_file)
    crash.install()
    collector = GuiThreadCollector()
    collector.start()
    window = _window(home, Dialogs())
    crash.happened.connect(window.show_error)
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
        self._collector = collector

    def begin(self) -> None:
        session = self._window.session
        session.networks.open_best()
        session.data.open_best()
        session.training.ended.connect(self._collector.collect_all)
        plots = session.lanes["train"].submit(lambda _report, _stop: import_pages())
        plots.failed.connect(session.failed)
        plots.ended.connect(self._make_pages)
        session.warm_up().finished.connect(self._collector.freeze)

    def _make_pages(self) -> None:
        if self._window.make_next_page():
            QTimer.singleShot(0, self._make_pages)


def _application(argv: list[str]) -> QApplication:
    app = QApplication(argv)
    app.setApplicationName("inkling")
    app.setApplicationDisplayName("Inkling")
    app.setDesktopFileName("inkling")
    app.setWindowIcon(app_icon())
    # Numbers are written as the words around them are.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    # One style everywhere: the native ones of Windows and macOS ignore a palette.
    app.setStyle("Fusion")
    return app


def _window(home: Home, dialogs: Dialogs) -> MainWindow:
    preferences = Preferences(home)
    theme = Theme()
    theme.choose(preferences.theme)
    theme.follow_system()
    return MainWindow(Session(home, preferences), theme, dialogs)
