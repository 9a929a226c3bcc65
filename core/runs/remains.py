"""What is left of runs when their table is damaged: rows that can be read, and folders."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from core.errors import NetworkError
from core.networks.keras_format import keras_file
from core.networks.keras_format.keras_file import SavedNetwork
from core.recipes import recipe_file
from core.records import Recipe
from core.runs.files import RunFiles
from core.runs.run import EPOCH_COLUMNS, EXPERIMENT_COLUMNS, PROBE_COLUMNS, RUN_COLUMNS

Row: TypeAlias = Mapping[str, Any]

NOTE = "Rebuilt from its files: its curves and its data are not known."
"""On a run that only its folder tells of."""

_NEEDED = {
    "epochs": {"run", "epoch", "learning_rate", "seconds"},
    "probes": {"run", "epoch", "probe"},
}
"""Without which a row of these tables says nothing."""

_LAST = re.compile(r"last-(\d{5,9})-(\d{6,12})\.keras", re.ASCII)
_BEST = re.compile(r"best-(\d{5,9})\.keras", re.ASCII)


@dataclass(frozen=True)
class TableRemains:
    """What can still be read of a table of runs; nothing, where it is no table.

    Parameters
    ----------
    runs : dict of int to Row
        By the number of the run; a row has the columns that are left.
    epochs, probes : dict of int to list of Row
        By the number of the run, in order.
    highest : int
        The highest number that was ever given to a run.
    experiments : dict of int to Row
        By their number, those whose rows are whole.
    """

    runs: dict[int, Row] = field(default_factory=dict)
    epochs: dict[int, list[Row]] = field(default_factory=dict)
    probes: dict[int, list[Row]] = field(default_factory=dict)
    highest: int = 0
    experiments: dict[int, Row] = field(default_factory=dict)


def read_table(path: Path) -> TableRemains:
    """Read what can be read; of a copy, so that the file itself stays as it is."""
    with tempfile.TemporaryDirectory() as folder, suppress(sqlite3.Error, OSError):
        for ending in ("", "-wal"):
            part = path.with_name(path.name + ending)
            if part.is_file():
                shutil.copyfile(part, Path(folder) / part.name)
        with closing(sqlite3.connect(Path(folder) / path.name)) as connection:
            connection.row_factory = sqlite3.Row
            connection.text_factory = lambda content: content.decode("utf-8", "replace")
            return _read(connection)
    return TableRemains()


@dataclass(frozen=True)
class FolderRemains:
    """What the files of one run say: the network that counts most, and where it can go on.

    Parameters
    ----------
    saved : SavedNetwork
        The trained network, else the last, else the best.
    written : float
        When that was written, in seconds since 1970.
    trained : bool
        Whether the training came to its end.
    state : tuple of int, or None
        Epochs and images of the newest ``last`` file.
    best_epoch : int or None
        Of the newest ``best`` file.
    """

    saved: SavedNetwork
    written: float
    trained: bool
    state: tuple[int, int] | None
    best_epoch: int | None

    @property
    def epochs(self) -> int:
        """How many epochs the run and what it continued finished."""
        return self.state[0] if self.state else self.saved.epoch

    def row(self, number: int) -> Row:
        """Return what is known as a row of the table."""
        recipe = self.saved.recipe or Recipe("recovered", self.saved.network.spec)
        before = min(self.saved.counts_from, self.epochs)
        whole = self.epochs >= before + recipe.epochs
        return {
            "id": number,
            "name": recipe.name,
            "note": NOTE,
            "state": ("finished" if whole else "stopped") if self.trained else "interrupted",
            "recipe_name": recipe.name,
            "recipe_text": recipe_file.to_json(recipe),
            "seed": recipe.seed,
            "classes": json.dumps(self.saved.network.classes),
            "first_epoch": before + 1,
            "epochs": self.epochs - before,
            "counts_from": before,
            "best_epoch": self.best_epoch,
            "state_epoch": self.state[0] if self.state else None,
            "seen_images": self.state[1] if self.state else 0,
            "started": self.written,
        }


def read_folder(files: RunFiles) -> FolderRemains | None:
    """Read the files of a run; None where no network among them is whole."""
    last = max(_matches(files, _LAST), default=None)
    best = max(_matches(files, _BEST), default=None)
    choices = [files.network]
    choices += [] if last is None else [files.last(*last)]
    choices += [] if best is None else [files.best(*best)]
    for path in choices:
        with suppress(NetworkError, OSError):
            return FolderRemains(
                saved=keras_file.load(path),
                written=path.stat().st_mtime,
                trained=path == files.network,
                state=None if last is None else (last[0], last[1]),
                best_epoch=None if best is None else best[0],
            )
    return None


def _matches(files: RunFiles, pattern: re.Pattern[str]) -> Iterator[tuple[int, ...]]:
    for path in files.folder.glob("*.keras"):
        if (match := pattern.fullmatch(path.name)) and path.is_file():
            yield tuple(map(int, match.groups()))


def _read(connection: sqlite3.Connection) -> TableRemains:
    runs: dict[int, Row] = {}
    for row in _rows(connection, "runs", RUN_COLUMNS, "id"):
        if isinstance(row.get("id"), int) and row["id"] > 0:
            runs.setdefault(row["id"], row)
    highest = 0
    with suppress(sqlite3.Error, TypeError):
        question = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'runs'"
        highest = int(connection.execute(question).fetchone()[0])
    return TableRemains(
        runs,
        _by_run(connection, "epochs", EPOCH_COLUMNS),
        _by_run(connection, "probes", PROBE_COLUMNS),
        highest,
        {
            row["id"]: row
            for row in _rows(connection, "experiments", EXPERIMENT_COLUMNS, "id")
            if set(row) >= set(EXPERIMENT_COLUMNS) - {"trashed"} and isinstance(row["id"], int)
        },
    )


def _by_run(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> dict[int, list[Row]]:
    """Return the rows of a table with a row an epoch, by the number of the run."""
    found: dict[int, dict[int, Row]] = defaultdict(dict)
    for row in _rows(connection, table, columns, "run"):
        if set(row) >= _NEEDED[table] and isinstance(row["epoch"], int):
            found[row["run"]].setdefault(row["epoch"], row)
    return {run: [rows[n] for n in sorted(rows)] for run, rows in found.items()}


def _rows(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], key: str
) -> Iterator[Row]:
    """Give the rows of a table from both of its ends, up to where it is damaged."""
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.Error):
            left = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
            names = ", ".join(name for name in columns if name in left)
            question = f"SELECT {names} FROM {table} ORDER BY {key} {order}"
            for row in connection.execute(question):
                yield {name: row[name] for name in row.keys() if row[name] is not None}  # noqa: SIM118 - a Row iterates over its values
