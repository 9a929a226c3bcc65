"""When the system wants the program to end: a signal, a logout. Stop, keep, go; ask nothing.

Whoever ends a session, or a service, does not look at the window and kills what is still
there after a few seconds.
"""

from __future__ import annotations

import signal
from contextlib import suppress
from types import FrameType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow

SIGNALS = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
]
"""Those that ask politely; Windows has no SIGHUP."""


def end_when_asked(app: QGuiApplication, window: MainWindow) -> None:
    """End the window, its work kept, and then the program with code 0.

    A second signal ends the process at once.
    """

    def end() -> None:
        window.end()
        # Also out of a dialog that waits for an answer.
        QApplication.exit(0)

    def on_signal(number: int, frame: FrameType | None) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        end()

    for number in SIGNALS:
        # Only the main thread of a program may.
        with suppress(ValueError):
            signal.signal(number, on_signal)
    # Of a session manager, at a logout: what has ended by itself is not killed.
    app.commitDataRequest.connect(end)
