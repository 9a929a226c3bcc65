"""The run store's table of contents: SQLite in WAL mode, one short connection a question.

A connection lives for one question only, so that any thread may ask and nothing is left
open. A transaction that was committed is on the disk: neither a killed process nor a power
cut takes it back.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.atomic_file import make_folder, sync_folder
from core.errors import InklingError, RunsDamagedError

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
    # Runs of before have no rows here: nobody looked at them while they were trained.
    (
        """
CREATE TABLE probes (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    probe TEXT NOT NULL,
    PRIMARY KEY (run, epoch)
) WITHOUT ROWID""",
    ),
    # Null in runs of before: their classes have no names but their numbers.
    ("ALTER TABLE runs ADD COLUMN classes TEXT",),
    # Null in runs that belong to no experiment, as all of before.
    (
        """
CREATE TABLE experiments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    data_name TEXT NOT NULL,
    data_source TEXT NOT NULL,
    data_fingerprint TEXT NOT NULL,
    started REAL NOT NULL,
    trashed REAL
)""",
        "ALTER TABLE runs ADD COLUMN experiment INTEGER",
        "ALTER TABLE runs ADD COLUMN training INTEGER",
        "CREATE INDEX runs_of_experiments ON runs (experiment, training)",
    ),
)
"""What was done to the tables from version to version."""

VERSION = len(_CHANGES)
"""Of the tables; kept in the file as ``user_version``."""

_DAMAGED_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_DAMAGED_WORDS = ("no such table", "no such column", "has no column", "already exists")
_UNWRITABLE_CODES = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
)


class RunDatabase:
    """The file with the tables; made when something is first asked of it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Return a connection whose changes are kept together when the block ends well.

        Raises
        ------
        RunsDamagedError
            If the file is no run store, or is damaged.
        InklingError
            If it was written by a later Inkling, or cannot be written.
        """
        with self._explaining():
            if not os.path.lexists(self.path):
                self._create()
            connection = self._open()
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            finally:
                # Without a COMMIT before, this takes everything back.
                connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Return a connection for questions only; it never waits for a training that writes.

        Where there is no file yet, none is made: the answer is that there is nothing. A full
        disk, and one that cannot be written, can be read. Raises as `transaction` does.
        """
        with self._explaining(), closing(self._open_to_read()) as connection:
            yield connection

    def _open_to_read(self) -> sqlite3.Connection:
        if not os.path.lexists(self.path):
            return _prepared(":memory:", self.path)
        try:
            return self._open()
        except sqlite3.OperationalError as error:
            if _primary_code(error) not in _UNWRITABLE_CODES:
                raise
        return _open_unwritable(self.path)

    def _open(self) -> sqlite3.Connection:
        if os.path.lexists(self.path) and not self.path.is_file():
            raise OSError("it is no file")
        return _prepared(self.path, self.path)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise self._explained(error) from error

    def _create(self) -> None:
        """Make the file beside its place, and put it there when it is whole.

        SQLite waits for nobody while it switches to WAL: whoever looked into a half-made file
        at that moment was refused, or made its maker be refused.
        """
        make_folder(self.path.parent)
        part = self.path.with_name(f".{secrets.token_hex(6)}.part")
        try:
            _prepared(part, self.path).close()
            _put(part, self.path)
            sync_folder(self.path.parent)
        finally:
            part.unlink(missing_ok=True)

    def _explained(self, error: Exception) -> InklingError:
        if is_damage(error):
            return RunsDamagedError(
                "{file} is damaged: it holds no runs that can be read.",
                "The networks lie beside it, untouched: rebuild the list of runs with"
                ' "inkling runs repair".',
                file=str(self.path),
            )
        return InklingError(
            "The runs in {file} cannot be read or written: {reason}.",
            "Check that the folder may be written and the disk is not full.",
            file=str(self.path),
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


def is_damage(error: Exception) -> bool:
    """Say whether an error of SQLite's means that the file itself, or a table, is broken."""
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    told = str(error)
    return _primary_code(error) in _DAMAGED_CODES or any(w in told for w in _DAMAGED_WORDS)


def _primary_code(error: sqlite3.Error) -> int:
    # The higher bits say which kind of the same error it is.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _open_unwritable(path: Path) -> sqlite3.Connection:
    """Read a store on a full disk, or on one that cannot be written, into the memory.

    SQLite wants to write an index of the ``-wal`` file beside it. Without one it can read
    only what is in the file itself; so both are copied to where there is room.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            log = path.with_name(f"{path.name}-wal")
            if log.exists():
                shutil.copyfile(log, copy.with_name(log.name))
            _copy_into(connection, f"{copy.as_uri()}?mode=rw")
    except (OSError, sqlite3.OperationalError):
        # No room anywhere: all but the last epochs is better than nothing.
        _copy_into(connection, f"{path.absolute().as_uri()}?mode=ro&immutable=1")
    return _set_up(connection, path)


def _copy_into(connection: sqlite3.Connection, uri: str) -> None:
    with closing(sqlite3.connect(uri, uri=True)) as source:
        source.backup(connection)


def _prepared(where: Path | str, path: Path) -> sqlite3.Connection:
    """Open the database that lies there, or is to be made there; `path` is for errors."""
    return _set_up(sqlite3.connect(where, timeout=30, isolation_level=None), path)


def _set_up(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        connection.row_factory = sqlite3.Row
        connection.text_factory = _text
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _make_tables(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection, path: Path) -> None:
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
            file=str(path),
        )
    for change in _CHANGES[found:]:
        for command in change:
            connection.execute(command)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _text(content: bytes) -> str:
    # What another program wrote may be no UTF-8: one cell does not take the list away.
    return content.decode("utf-8", "replace")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
