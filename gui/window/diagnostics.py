"""What a report of a fault needs, as text that the person can read before passing it on."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from core.home import Home
from core.regular_file import open_regular

_LOG_BYTES = 20_000
"""Of the log, its end; of the last crash, too."""


def diagnostics(home: Home) -> str:
    """Return versions, what the last crash left, and the end of the log.

    The person's own folder is written "~": whoever reads it need not know their name.
    """
    parts = (
        _about(),
        f"# The last crash\n{_end_of(home.last_crash_file) or 'none'}",
        f"# The end of the log\n{_end_of(home.log_file) or 'empty'}",
    )
    text, own = "\n\n".join(parts) + "\n", str(Path.home())
    return text.replace(own, "~") if len(own) > 1 else text


def _about() -> str:
    # Imported late: the first paint does not wait for it.
    from core.versions import versions

    found = {**versions(), "qt": qVersion()}
    listed = ", ".join(f"{name} {number}" for name, number in found.items())
    return f"{listed}\n{platform.platform()}, {QGuiApplication.platformName()}"


def _end_of(path: Path) -> str:
    try:
        with open_regular(path) as file:
            file.seek(max(0, file.seek(0, 2) - _LOG_BYTES))
            return file.read().decode("utf-8", "replace").strip()
    except OSError:
        return ""
