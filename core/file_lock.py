"""A lock that the system itself gives back when the process that holds it is gone.

It tells work that goes on from one whose process was killed: no process number can
lie about that, because numbers are used again.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from core.atomic_file import make_folder

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        # flock and not lockf: it also holds between two holders in one process.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """A file that this process holds; give it back with `release`."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file: BinaryIO | None = file

    def release(self) -> None:
        """Let go and remove the file; more than once does nothing."""
        if self._file is None:
            return
        # Windows removes no open file, and a released lock may already be someone else's.
        if sys.platform != "win32":
            with suppress(OSError):
                self._path.unlink()
        self._file.close()
        self._file = None
        if sys.platform == "win32":
            with suppress(OSError):
                self._path.unlink()


def take_lock(path: Path) -> FileLock | None:
    """Take the lock of this file, or give None when another holds it.

    Folders that are missing are made, so that a power cut does not lose them.
    """
    make_folder(path.parent)
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
    try:
        _take(file)
    except OSError:
        file.close()
        return None
    return FileLock(path, file)


def is_held(path: Path) -> bool:
    """Say whether a process holds the lock of this file; nothing is made or written."""
    if sys.platform == "win32":
        lock = take_lock(path) if path.exists() else None
        if lock is not None:
            lock.release()
        return lock is None and path.exists()
    try:
        opened = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    with os.fdopen(opened, "rb") as file:
        try:
            _take(file)
        except OSError:
            return True
    return False
