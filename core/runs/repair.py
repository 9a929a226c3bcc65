"""The list of runs, built again from what is left: the old table, its copies, the folders.

Of each run that has a folder, and of each that a table still tells of, the best news is
taken: the row of the damaged table where it can still be read, else that of the newest copy
(`core.runs.backup`), else what its ``.keras`` files say of themselves: recipe, epoch, and
when they were written. The damaged table is put aside, never removed.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from core.atomic_file import make_folder, sync_folder
from core.errors import InklingError, RunsDamagedError
from core.runs.backup import backups, is_whole
from core.runs.database import RunDatabase
from core.runs.remains import FolderRemains, Row, TableRemains, read_folder, read_table
from core.runs.run import EPOCH_COLUMNS, EXPERIMENT_COLUMNS, PROBE_COLUMNS, RUN_COLUMNS
from core.runs.store import RunStore

_BESIDE = ("-wal", "-shm", "-journal")

_TABLES = {
    "runs": RUN_COLUMNS,
    "epochs": EPOCH_COLUMNS,
    "probes": PROBE_COLUMNS,
    "experiments": EXPERIMENT_COLUMNS,
}

_UNKNOWN: Row = {
    "name": "",
    "state": "interrupted",
    "recipe_name": "",
    "seed": 0,
    "data_name": "",
    "data_fingerprint": "",
    "versions": "{}",
    "first_epoch": 1,
    "started": 0.0,
}
"""What a row says where nothing else does."""


@dataclass(frozen=True)
class Repair:
    """What a repair found.

    Parameters
    ----------
    kept, from_backup, from_folder : int
        Runs whose row the table itself still had, a copy of it had, or only their files tell.
    put_aside : Path or None
        Where the table that was there before lies now; None if it was whole and stayed.
    """

    kept: int
    from_backup: int
    from_folder: int
    put_aside: Path | None

    @property
    def runs(self) -> int:
        """How many runs the list has now, those in the trash too."""
        return self.kept + self.from_backup + self.from_folder


def repair(store: RunStore) -> Repair:
    """Build the list of runs anew, or complete a whole one by the folders it knows not of.

    Raises
    ------
    InklingError
        If a training runs, the table is a later Inkling's, or the folder cannot be written.
    """
    _refuse_while_training(store)
    try:
        return _complete(store) if _is_sound(store.database) else _rebuild(store)
    except (OSError, sqlite3.Error) as error:
        raise InklingError(
            "The list of runs in {folder} could not be rebuilt: {reason}.",
            "Free some space, check that the folder may be written, and try again. Nothing"
            " was removed.",
            folder=str(store.folder),
            reason=str(error),
        ) from error


def _refuse_while_training(store: RunStore) -> None:
    for number in store.numbers_of_folders():
        if store.files(number).is_locked():
            raise InklingError(
                "Run {number} is being trained.",
                "Stop it or wait for its end, and repair the list then.",
                number=number,
            )


def _is_sound(database: RunDatabase) -> bool:
    """Say whether the table is whole, and every row of it can be asked for."""
    if not database.path.is_file():
        return False
    try:
        with database.reading() as connection:
            for table, columns in _TABLES.items():
                connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
    except RunsDamagedError:
        return False
    return is_whole(database.path)


def _complete(store: RunStore) -> Repair:
    """Add the runs that only their folders tell of to a whole table."""
    with store.database.transaction() as connection:
        known = {row["id"] for row in connection.execute("SELECT id FROM runs")}
        added = 0
        for number in store.numbers_of_folders():
            found = None if number in known else read_folder(store.files(number))
            if found is not None:
                _insert(connection, "runs", RUN_COLUMNS, {**_UNKNOWN, **found.row(number)})
                added += 1
    return Repair(len(known), 0, added, None)


def _rebuild(store: RunStore) -> Repair:
    path = store.database.path
    make_folder(store.folder)
    part = store.folder / f".{secrets.token_hex(6)}.part"
    try:
        counts = _write_table(store, part)
        aside = _put_aside(path)
        part.replace(path)
        sync_folder(store.folder)
    finally:
        for ending in ("", *_BESIDE):
            part.with_name(part.name + ending).unlink(missing_ok=True)
    return Repair(*counts, put_aside=aside)


def _write_table(store: RunStore, part: Path) -> tuple[int, int, int]:
    """Write the best that is known of every run; give how many came from where."""
    old, *copies = tables = [
        read_table(p) for p in (store.database.path, *backups(store.database))
    ]
    # What stands only in an older copy was removed for good since.
    told = {*old.runs, *(number for copy in copies[:1] for number in copy.runs)}
    counts = [0, 0, 0]
    with RunDatabase(part).transaction() as connection:
        for number in sorted({*store.numbers_of_folders(), *told}):
            source = _write_run(connection, number, tables, read_folder(store.files(number)))
            if source is not None:
                counts[source] += 1
        _write_experiments(connection, tables)
        connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'runs'",
            (max(table.highest for table in tables),),
        )
    with closing(sqlite3.connect(part)) as connection:
        # Into the one file that is then put in place.
        connection.execute("PRAGMA journal_mode = DELETE")
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    return counts[0], counts[1], counts[2]


def _write_experiments(connection: sqlite3.Connection, tables: Sequence[TableRemains]) -> None:
    """Write the experiments that the table, or else its newest copies, still tell of."""
    written: set[int] = set()
    for table in tables:
        for number, row in table.experiments.items():
            if number not in written:
                written.add(number)
                _insert(connection, "experiments", EXPERIMENT_COLUMNS, row)


def _write_run(
    connection: sqlite3.Connection,
    number: int,
    tables: Sequence[TableRemains],
    folder: FolderRemains | None,
) -> int | None:
    """Write what is known of a run; give 0, 1 or 2 for where it comes from; None if nowhere."""
    index = next((i for i, table in enumerate(tables) if number in table.runs), None)
    row = {**_UNKNOWN, **(folder.row(number) if folder else {})}
    if index is not None:
        row = _followed(row | {"note": ""} | dict(tables[index].runs[number]), folder)
    if "recipe_text" not in row:
        return None
    _insert(connection, "runs", RUN_COLUMNS, row)
    if index is None:
        return 2
    for epoch in tables[index].epochs.get(number, ()):
        _insert(connection, "epochs", EPOCH_COLUMNS, epoch)
    for probe in tables[index].probes.get(number, ()):
        _insert(connection, "probes", PROBE_COLUMNS, probe)
    return min(index, 1)


def _followed(row: dict[str, object], folder: FolderRemains | None) -> dict[str, object]:
    """Return a row that names the files that are there: a copy may be older than they."""
    if folder is None:
        return row
    state = row.get("state_epoch"), row.get("seen_images")
    if folder.state is not None and folder.state != state:
        first = row["first_epoch"] if isinstance(row["first_epoch"], int) else 1
        row |= {"state_epoch": folder.state[0], "seen_images": folder.state[1]}
        row |= {"epochs": max(folder.state[0] - first + 1, 0), "best_epoch": folder.best_epoch}
    if row["state"] == "running":
        row["state"] = folder.row(0)["state"]
    return row


def _insert(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], row: Row
) -> None:
    known = {column: row[column] for column in columns if column in row}
    marks = ", ".join(f":{column}" for column in known)
    connection.execute(f"INSERT INTO {table} ({', '.join(known)}) VALUES ({marks})", known)


def _put_aside(path: Path) -> Path | None:
    """Copy the damaged table, and what SQLite wrote beside it; give the copy's place."""
    if not os.path.lexists(path):
        return None
    stamp = f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
    aside = path.with_name(f"runs-damaged-{stamp}.sqlite")
    if not path.is_file():
        path.rename(aside)
        return aside
    for ending in ("", *_BESIDE):
        with suppress(FileNotFoundError):
            shutil.copyfile(
                path.with_name(path.name + ending), aside.with_name(aside.name + ending)
            )
    # SQLite would add what stands there to the new table.
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return aside
