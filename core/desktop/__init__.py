"""Put Inkling where a person looks for programs, and take it away again.

Only the user's own folders are written. `install` gives the files that it wrote; `remove`
gives those that it deleted. The library that is usual for this (pyshortcuts) does not
quote paths with spaces, knows no file types and cannot remove what it made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from core.desktop import linux, macos, windows
from core.desktop.launcher import Launcher

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds main.py and resources/: a checkout or site-packages."""


def install() -> list[Path]:
    """Make the menu entry (and, on Windows, the desktop shortcut) of this installation."""
    if sys.platform == "win32":
        return windows.install(_this_program())
    if sys.platform == "darwin":
        return macos.install(_this_program())
    return linux.install(_this_program())


def remove() -> list[Path]:
    """Delete whatever `install` may have made, and return what there was."""
    if sys.platform == "win32":
        return windows.remove()
    if sys.platform == "darwin":
        return macos.remove()
    return linux.remove()


def _this_program() -> Launcher:
    python = Path(sys.executable)
    if sys.platform == "win32":
        # The same Python without a console window.
        python = python.with_name("pythonw.exe")
    icons = ROOT / "resources" / "icons"
    return Launcher(
        command=(str(python), str(ROOT / "main.py")),
        icon_svg=icons / "inkling.svg",
        icon_png=icons / "inkling.png",
    )
