"""The file that the program is started with: a double-click, or the only argument.

It is opened behind the network and the data set of the last time, which would else take its
place. macOS hands a file over by an event, at the start and while the program runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow


class Application(QApplication):
    """The application; knows the files that the system wants to be opened.

    Signals:
        file_wanted: A `Path` that was opened in the file manager (macOS).
    """

    file_wanted = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Tell of a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def open_when_ready(window: MainWindow, argv: Sequence[str]) -> None:
    """Open the file of the command line, if there is one, once the last data set was read."""
    if len(argv) > 1:
        path = Path(argv[1]).absolute()
        once = Qt.ConnectionType.SingleShotConnection
        window.session.data.idle.connect(lambda: window.open_path(path), once)
