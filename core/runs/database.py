"""The run store's table of contents: SQLite in WAL mode, one short connection a question.

A connection lives for one question only, so that any thread may ask and nothing is left
open. A transaction that was committed is on the disk: neither a killed process nor a power
cut takes it back.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import InklingError

_TABLES = (
    """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    recipe_name TEXT NOT NULL,
    recipe_text TEXT NOT NULL,
    seed INTEGER NOT NULL,
    data_name TEXT NOT NULL,
    data_fingerprint TEXT NOT NULL,
    versions TEXT NOT NULL,
    continued_from INTEGER,
    first_epoch INTEGER NOT NULL,
    epochs INTEGER NOT NULL DEFAULT 0,
    best_epoch INTEGER,
    state_epoch INTEGER,
    seen_images INTEGER NOT NULL DEFAULT 0,
    loss REAL,
    accuracy REAL,
    val_loss REAL,
    val_accuracy REAL,
    test_accuracy REAL,
    test_score TEXT,
    answers_right BLOB,
    started REAL NOT NULL,
    seconds REAL NOT NULL DEFAULT 0,
    trashed REAL
)""",
    """
CREATE TABLE epochs (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    loss REAL,
    accuracy REAL,
    learning_rate REAL NOT NULL,
    seconds REAL NOT NULL,
    val_score TEXT,
    train_score TEXT,
    PRIMARY KEY (run, epoch)
) WITHOUT ROWID""",
)

_CHANGES = (
    _TABLES,
    # Null in runs of before: each then counted its recipe's epochs from its own first one.
    ("ALTER TABLE runs ADD COLUMN counts_from INTEGER",),
)
"""What was done to the tables from version to version."""

VERSION = len(_CHANGES)
"""Of the tables; kept in the file as ``user_version``."""


class RunDatabase:
    """The file with the tables; made when something is first asked of it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Return a connection whose changes are kept together when the block ends well.

        Raises
        ------
        InklingError
            If the file is no run store, was written by a later Inkling, or cannot be written.
        """
        try:
            if not self._path.exists():
                self._create()
            connection = self._open(self._path)
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            finally:
                # Without a COMMIT before, this takes everything back.
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise self._explained(error) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Return a connection for questions only; it never waits for a training that writes.

        Where there is no file yet, none is made: the answer is that there is nothing.
        """
        try:
            connection = self._open(self._path if self._path.exists() else ":memory:")
            try:
                yield connection
            finally:
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise self._explained(error) from error

    def _create(self) -> None:
        """Make the file beside its place, and put it there when it is whole.

        SQLite waits for nobody while it switches to WAL: whoever looked into a half-made file
        at that moment was refused, or made its maker be refused.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f".{secrets.token_hex(6)}.part")
        try:
            self._open(part).close()
            _put(part, self._path)
        finally:
            part.unlink(missing_ok=True)

    def _open(self, path: Path | str) -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            self._make_tables(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        if _version(connection) == VERSION:
            return
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        # Again, because another process may have made them since.
        found = _version(connection)
        if found > VERSION:
            raise InklingError(
                "The runs in {file} were written by a later Inkling.",
                "Start that Inkling, or choose another folder with INKLING_HOME.",
                file=str(self._path),
            )
        for change in _CHANGES[found:]:
            for command in change:
                connection.execute(command)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")

    def _explained(self, error: Exception) -> InklingError:
        if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
            return InklingError(
                "{file} is damaged: it holds no runs that can be read.",
                "Move it away; Inkling then starts with an empty list of runs.",
                file=str(self._path),
            )
        return InklingError(
            "The runs in {file} cannot be read or written: {reason}.",
            "Check that the folder may be written and the disk is not full.",
            file=str(self._path),
            reason=str(error),
        )


def _put(part: Path, place: Path) -> None:
    """Give a whole file its name, unless another process has put one there meanwhile."""
    try:
        place.hardlink_to(part)
    except FileExistsError:
        pass  # It is as good.
    except OSError:
        # A disk without hard links.
        if not place.exists():
            part.replace(place)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
