"""Where no window can be opened: one sentence, and exit code 2, in place of Qt's abort."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

EXIT_CODE = 2

_SENTENCE = """\
inkling: There is no screen to open a window on. Start Inkling from a desktop (on a bare Linux
install the libraries that README.md names); without one use the command line: inkling --help
"""


@contextmanager
def explained_without_display() -> Iterator[None]:
    """While the application is made: say why it cannot be, where Qt would abort the process."""
    said: list[str] = []

    def on_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        said.append(message or "")
        if kind == QtMsgType.QtFatalMsg:
            _end(said)

    before = qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _end(said: list[str]) -> None:
    # Qt aborts when this returns: there is no way back, and nothing to clean up yet.
    screen = any("could not connect to display" in text or "plugin" in text for text in said)
    text = _SENTENCE if screen else f"inkling: {said[-1].strip()}\n"
    if sys.stderr is not None:
        sys.stderr.write(text)
        sys.stderr.flush()
    os._exit(EXIT_CODE)
