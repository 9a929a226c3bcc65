"""The program: puts everything together, in this order.

1. The home and its preferences; the log and the hooks for what nobody catches.
2. The application, its language, colours and font; the session with its services (no threads
   yet).
3. The window with one page, shown. This is the first paint: nothing before it imports
   TensorFlow, pyqtgraph, Pillow or h5py.
4. After the first paint, step by step (`gui.startup.warm_up`): the network that was used last,
   the data set, the file that the program was started with, pyqtgraph, the other pages,
   TensorFlow.
5. The event loop ends when the window is closed, or the system asks the program to end; the
   window has then stopped all work and saved the settings. `run` gives the exit code: the
   only way out.
"""

from __future__ import annotations

import builtins
import os
from pathlib import Path

from PySide6.QtCore import QLocale

from core.desktop.launcher import IDENTIFIER
from core.errors import InklingError
from core.home import Home, default_home, writable_home
from core.records import Dataset
from gui.dialogs import Ask, Dialogs
from gui.first_paint import after_first_paint
from gui.icons import app_icon
from gui.preferences import Preferences
from gui.session import Session
from gui.startup.crash import CrashReporter
from gui.startup.display import explained_without_display
from gui.startup.ending import end_when_asked
from gui.startup.file_to_open import Application, open_when_ready
from gui.startup.garbage import GuiThreadCollector
from gui.startup.language import install
from gui.startup.text_size import enlarge
from gui.startup.warm_up import WarmUp
from gui.theme import Theme
from gui.window.main_window import MainWindow


def run(argv: list[str]) -> int:
    """Run the program until its window is closed; give the exit code."""
    _import_plainly()
    with writable_home(default_home()) as (home, problem):
        return _run(argv, home, problem)


def _run(argv: list[str], home: Home, problem: InklingError | None) -> int:
    """Run the program in a home that can be written; tell the problem in the window."""
    with explained_without_display():
        app = _application(argv)
    files = app.arguments()
    crash = CrashReporter(home)
    crash.install()
    preferences = Preferences(home)
    install(app, preferences.language)
    enlarge(app, preferences.text_percent)
    # What a person set for this start in the environment goes before.
    os.environ.setdefault("INKLING_THREADS", str(preferences.threads))
    collector = GuiThreadCollector()
    collector.start()
    window = _window(home, preferences, Dialogs())
    crash.tell(window.show_error)
    warm_up = WarmUp(window, collector)

    def painted() -> None:
        if problem is not None:
            window.show_error(problem)
        elif crash.crashed_before:
            window.tell_of_crash()
        elif not preferences.welcomed:
            window.welcome()
        open_when_ready(window, files)
        warm_up.begin()

    after_first_paint(window, painted)
    app.file_wanted.connect(window.open_path)
    end_when_asked(app, window)
    window.show()
    code = app.exec()
    window.session.close()
    collector.stop()
    crash.uninstall()
    return code


def build_window(
    home: Home | Path, data: Dataset | Path | None = None, *, ask: Ask | None = None
) -> MainWindow:
    """Return the whole main window, all pages made, not shown yet.

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
    home = home if isinstance(home, Home) else Home(home)
    window = _window(home, Preferences(home), dialogs)
    for _step in window.make_pages():
        pass
    if isinstance(data, Dataset):
        window.session.data.use(data)
    elif data is not None:
        window.session.data.open(data)
    return window


def _import_plainly() -> None:
    """Take out PySide's hook from ``import``: it reads the source of every module.

    The hook serves ``from __feature__ import``, which is not used here. Without it
    TensorFlow is imported a fifth faster and its two thousand sources (80 MB) are not kept
    in memory.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def _application(argv: list[str]) -> Application:
    app = Application(argv)
    app.setApplicationName("inkling")
    app.setApplicationDisplayName("Inkling")
    app.setDesktopFileName(IDENTIFIER)
    app.setWindowIcon(app_icon())
    # Numbers are written as the words around them are.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    return app


def _window(home: Home, preferences: Preferences, dialogs: Dialogs) -> MainWindow:
    theme = Theme()
    theme.choose(preferences.theme)
    theme.follow_system()
    return MainWindow(Session(home, preferences), theme, dialogs)
