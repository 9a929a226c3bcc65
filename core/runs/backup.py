"""Copies of the table of runs, made by themselves: damage costs an afternoon at most.

They lie in ``backups`` beside the table. A copy is only kept when SQLite finds nothing wrong
in it, so that a damaged table never drives out a good copy.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from core.atomic_file import make_folder, sync_folder
from core.runs.database import RunDatabase

KEPT = 5
"""Copies, the newest."""

INTERVAL_S = 3600.0
"""Between two copies, at least: a hundred short trainings do not drive out yesterday's."""

_PATTERN = "runs-*.sqlite"


def backups(database: RunDatabase) -> list[Path]:
    """Return the copies that there are, the newest first."""
    found = _folder(database).glob(_PATTERN)
    return sorted((path for path in found if path.is_file()), reverse=True)


def back_up(database: RunDatabase) -> Path | None:
    """Copy the table if it changed since the last copy, and drop the oldest copies.

    Call it where runs are opened, off the GUI thread. It never raises: a copy that cannot be
    made must not keep anybody from their work.

    Returns
    -------
    Path or None
        The new copy; None where none was needed or none could be made.
    """
    try:
        return _back_up(database) if _is_due(database) else None
    except (sqlite3.Error, OSError):
        return None


def is_whole(path: Path) -> bool:
    """Say whether SQLite finds nothing wrong in this file."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _folder(database: RunDatabase) -> Path:
    return database.path.with_name("backups")


def _is_due(database: RunDatabase) -> bool:
    if not database.path.is_file():
        return False
    newest = next(iter(backups(database)), None)
    if newest is None:
        return True
    copied = newest.stat().st_mtime
    log = database.path.with_name(f"{database.path.name}-wal")
    changed = max(path.stat().st_mtime for path in (database.path, log) if path.exists())
    return changed > copied and not 0 <= time.time() - copied < INTERVAL_S


def _back_up(database: RunDatabase) -> Path | None:
    folder = _folder(database)
    make_folder(folder)
    part = folder / f".{secrets.token_hex(6)}.part"
    try:
        _copy(database.path, part)
        if not is_whole(part):
            return None
        copy = folder / f"runs-{time.strftime('%Y%m%d-%H%M%S')}.sqlite"
        part.replace(copy)
        sync_folder(folder)
    finally:
        for left in folder.glob(".*.part*"):
            with suppress(OSError):
                left.unlink()
    for old in backups(database)[KEPT:]:
        old.unlink(missing_ok=True)
    return copy


def _copy(source: Path, target: Path) -> None:
    # SQLite's own copying: whole also while a training writes.
    uri = f"{source.absolute().as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(uri, timeout=30, uri=True)) as table,
        closing(sqlite3.connect(target)) as copy,
    ):
        table.backup(copy)
        # A single file, which is opened without writing anything beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb+") as written:
        os.fsync(written.fileno())
