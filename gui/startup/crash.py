"""What nobody caught: into the log with its traceback, and to the window's one dialog.

Exceptions reach Python's hooks in whatever thread they happened. Here they are only
logged and handed on by a queued signal, so that no window is ever opened by a worker.

What ends the process, a fault in native code or an exception before the window stands, is
written into a file of its own, by which the next start knows of it.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from core.home import Home

_LOG = logging.getLogger("inkling")
_LOG_BYTES = 500_000
_CRASH_BYTES = 100_000
"""Of the crash file, its beginning: the stacks of all threads have a few thousand."""

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

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self.crashed_before = False
        """Whether the program crashed since it was started last."""
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
        with suppress(OSError):
            self._open_crash_file()
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(_on_qt_message)

    def _open_log(self) -> None:
        log = self._home.log_file
        log.parent.mkdir(parents=True, exist_ok=True)
        # A long log is put aside as the old one.
        handler = RotatingFileHandler(
            log, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
        handler.namer = lambda _name: str(log.with_suffix(".log.old"))
        if log.is_file() and log.stat().st_size > _LOG_BYTES:
            handler.doRollover()
        self._handler = handler
        self._handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
        )
        self._handler.setLevel(logging.WARNING)
        logging.getLogger().addHandler(self._handler)

    def _open_crash_file(self) -> None:
        """Put aside what a crash left, and be ready for the next one."""
        # Appended to, and emptied instead of replaced: another window may have it open.
        self._faults = self._home.crash_file.open("a+", encoding="utf-8", errors="replace")
        self._faults.seek(0)
        left = self._faults.read(_CRASH_BYTES)
        if left.strip():
            self._home.last_crash_file.write_text(left, encoding="utf-8")
            self._faults.truncate(0)
            self.crashed_before = True
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """Return the hooks back and close the log."""
        qInstallMessageHandler(self._qt_before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._faults is not None:
            faulthandler.disable()
            if sys.platform == "win32":
                # There the handler also writes down faults that do no harm.
                self._faults.truncate(0)
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

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) or not self._told:
            _LOG.error("at the start", exc_info=error)
            if self._faults is not None and not issubclass(kind, KeyboardInterrupt):
                traceback.print_exception(error, file=self._faults)
                self._faults.flush()
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
