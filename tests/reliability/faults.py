"""Faults amid what is being written: the n-th system call or step of SQL fails, or is the last.

The functions that this process calls are wrapped, so that every place is reached in turn, as
SQLite's own tests do it.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest

Where = Literal["system", "sql"]
Act = Callable[[], None]

_CALLS = ("fsync", "replace", "rename", "unlink", "link", "mkdir", "open", "rmdir")


def disk_full() -> None:
    """Fail as a system call on a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def disk_broken() -> None:
    """Fail as a system call on a broken disk does."""
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def sql_full() -> None:
    """Fail as SQLite does on a full disk."""
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


def sql_broken() -> None:
    """Fail as SQLite does on a broken disk."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    raise error


def killed() -> None:
    """End the process as it stands, as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


class Fault:
    """Acts at the n-th call, counted from 1; `fired` says whether that was reached."""

    def __init__(self, at: int, act: Act) -> None:
        self._at, self._act = at, act
        self.calls = 0

    @property
    def fired(self) -> bool:
        return self.calls >= self._at

    def call(self) -> None:
        """Count a call."""
        self.calls += 1
        if self.calls == self._at:
            self._act()


@contextmanager
def faulty(where: Where, at: int, act: Act) -> Iterator[Fault]:
    """Let the n-th call of this process that writes, or step of SQL, meet a fault."""
    fault = Fault(at, act)
    with pytest.MonkeyPatch.context() as patch:
        if where == "sql":
            patch.setattr(sqlite3, "connect", _connecting(fault))
        else:
            for name in _CALLS:
                patch.setattr(os, name, _counted(getattr(os, name), fault))
            opened = _opening(io.open, fault)
            patch.setattr(io, "open", opened)
            patch.setattr(builtins, "open", opened)
        yield fault


def _counted(function: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def counted(*args: Any, **options: Any) -> Any:
        fault.call()
        return function(*args, **options)

    return counted


def _opening(function: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        if not set(mode) & set("wax+"):
            return function(file, mode, *args, **options)
        fault.call()
        return _Written(function(file, mode, *args, **options), fault)

    return opened


class _Written:
    """A file whose every `write` counts."""

    def __init__(self, file: Any, fault: Fault) -> None:
        self._file, self._fault = file, fault

    def write(self, content: Any) -> int:
        self._fault.call()
        return self._file.write(content)

    def __enter__(self) -> _Written:
        self._file.__enter__()
        return self

    def __exit__(self, *args: Any) -> Any:
        return self._file.__exit__(*args)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _connecting(fault: Fault) -> Callable[..., sqlite3.Connection]:
    connect = sqlite3.connect

    class Connection(sqlite3.Connection):
        def execute(self, *args: Any) -> sqlite3.Cursor:
            fault.call()
            return super().execute(*args)

        def backup(self, *args: Any, **options: Any) -> None:
            fault.call()
            super().backup(*args, **options)

    def connected(*args: Any, **options: Any) -> sqlite3.Connection:
        return connect(*args, factory=Connection, **options)

    return connected
