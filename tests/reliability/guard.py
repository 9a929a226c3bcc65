"""Watches what a process does while a stranger's file is open: it writes and runs nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_FORBIDDEN = {
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.forkpty",
    "subprocess.Popen",
    "socket.connect",
    "pickle.find_class",
    "marshal.loads",
    "ctypes.dlopen",
}
_CHANGES = {"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_watching: list[Guard] = []
_hooked: list[bool] = []


class Guard:
    """What was done that nobody asked for.

    Parameters
    ----------
    roots : Path
        Where files may be written, changed and removed.
    """

    def __init__(self, *roots: Path) -> None:
        self._roots = [os.path.realpath(root) for root in roots]
        self.seen: list[str] = []

    def on_event(self, event: str, args: tuple[Any, ...]) -> None:
        """Take note of an event of Python's audit."""
        if event in _FORBIDDEN:
            # Python's own imports unpack compiled modules.
            if event != "marshal.loads" or not _importing():
                self.seen.append(f"{event} {args[:1]!r}"[:120])
        elif event == "open":
            path, _mode, flags = args
            if isinstance(flags, int) and flags & _WRITES:
                self._look(event, path)
        elif event in _CHANGES:
            self._look(event, args[0])

    def _look(self, event: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        real = os.path.realpath(os.fsdecode(path))
        if real != os.devnull and not any(real.startswith(root) for root in self._roots):
            self.seen.append(f"{event} {real}"[:200])


@contextmanager
def guarded(*roots: Path) -> Iterator[Guard]:
    """Watch while the block runs; all threads are watched."""
    if not _hooked:
        # A hook of the audit stays for the life of the process.
        sys.addaudithook(_on_event)
        _hooked.append(True)
    guard = Guard(*roots)
    _watching.append(guard)
    try:
        yield guard
    finally:
        _watching.remove(guard)


def _on_event(event: str, args: tuple[Any, ...]) -> None:
    for guard in _watching:
        guard.on_event(event, args)


def _importing() -> bool:
    frame = sys._getframe()
    while frame is not None:
        if "importlib" in frame.f_code.co_filename:
            return True
        frame = frame.f_back
    return False
