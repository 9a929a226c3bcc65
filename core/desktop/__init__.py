"""Put Inkling where a person looks for programs, and take it away again.

Only the user's own folders are written. `install` gives the files that it wrote; `remove`
gives those that it deleted. The library that is usual for this (pyshortcuts) does not
quote paths with spaces, knows no file types and cannot remove what it made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from core.desktop.launcher import Launcher

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds main.py and resources/: a checkout or site-packages."""


def install() -> list[Path]:
    """Make the menu entry (and, on Windows, the desktop shortcut) of this installation."""
    files: list[Path] = _system().install(_this_program())
    return files


def remove() -> list[Path]:
    """Delete whatever `install` may have made, and return what there was."""
    files: list[Path] = _system().remove()
    return files


def _system() -> ModuleType:
    """Return the module of this system; no other is imported: the start waits for it."""
    if sys.platform == "win32":
        from core.desktop import windows as system
    elif sys.platform == "darwin":
        from core.desktop import macos as system
    else:
        from core.desktop import linux as system
    return system


def _this_program() -> Launcher:
    icons = ROOT / "resources" / "icons"
    return Launcher(_command(), icons / "inkling.svg", icons / "inkling.png")


def _command() -> tuple[str, ...]:
    """Return what starts this program: the frozen one is a program of its own."""
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return (str(python),)
    if sys.platform == "win32":
        # The same Python without a console window.
        python = python.with_name("pythonw.exe")
    return str(python), str(ROOT / "main.py")
