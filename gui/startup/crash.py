"""What nobody caught: into the log with its traceback, and to the window's one dialog.

Exceptions reach Python's hooks in whatever thread they happened. Here they are only
logged and handed on by a queued signal, so that no window is ever opened by a worker.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

_LOG = logging.getLogger("inkling")
_LOG_BYTES = 500_000

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Python's and Qt's last hooks, for as long as it is installed.

    Signals:
        happened: The `BaseException` that nobody caught; arrives in the GUI thread.
    """

    happened = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._handler: logging.Handler | None = None
        self._faults: IO[str] | None = None
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._qt_before: Any = None
        self._told = False

    def install(self) -> None:
        """Take over the hooks and open the log."""
        # Without a log the program runs all the same.
        with suppress(OSError):
            self._open_log()
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(_on_qt_message)

    def _open_log(self) -> None:
        self._log_file.parent.mkdir(parents=True, exist_ok=True)
        self._keep_short()
        self._handler = logging.FileHandler(self._log_file, encoding="utf-8", delay=True)
        self._handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
        )
        self._handler.setLevel(logging.WARNING)
        logging.getLogger().addHandler(self._handler)
        # A crash of native code leaves its stack beside the log.
        self._faults = self._log_file.with_suffix(".crash").open("w", encoding="utf-8")
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """Return the hooks back and close the log."""
        qInstallMessageHandler(self._qt_before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()

    def tell(self, show: Callable[[BaseException], object]) -> None:
        """Show what happens from now on with `show`; before, it went to standard error."""
        self._told = True
        self.happened.connect(show)

    def report(self, error: BaseException) -> None:
        """Log an exception and hand it to the window; safe from any thread."""
        _LOG.error("unexpected", exc_info=error)
        self.happened.emit(error)

    def _keep_short(self) -> None:
        """Put a long log aside as the old one."""
        if self._log_file.is_file() and self._log_file.stat().st_size > _LOG_BYTES:
            self._log_file.replace(self._log_file.with_suffix(".log.old"))

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) or not self._told:
            _LOG.error("at the start", exc_info=error)
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _on_thread_exception(self, args: Any) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _on_unraisable(self, args: Any) -> None:
        _LOG.error("ignored in %r", args.object, exc_info=args.exc_value)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    logging.getLogger("qt").log(
        _QT_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message
    )
