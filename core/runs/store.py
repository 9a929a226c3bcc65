"""Every training that was ever done, kept.

A `RunStore` is a folder: ``runs.sqlite`` with a row for each run and each epoch, and one
folder a run for its ``.keras`` files (`core.runs.files`). A training is kept by a
`core.runs.recorder.Recorder`, epoch by epoch: what was reported is on the disk, whatever
happens to the process. A run whose process went away is shown as interrupted, and goes on
from its last finished epoch.

Any thread and several processes may use the same folder at once.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from core.errors import InklingError, RunsDamagedError
from core.networks.keras_format import keras_file
from core.phrases import shown, writable
from core.probes import Probe
from core.records import EpochReport, Network, TrainingState
from core.runs.database import RunDatabase
from core.runs.files import RunFiles
from core.runs.probe_text import probe_of
from core.runs.run import (
    EPOCH_COLUMNS,
    RUN_COLUMNS,
    Bools,
    Run,
    RunState,
    epoch_of,
    run_of,
    score_of,
)

SortKey: TypeAlias = Literal[
    "started", "name", "note", "recipe", "data", "state", "seed", "epochs", "loss", "accuracy",
    "val_loss", "val_accuracy", "test_accuracy", "seconds",
]  # fmt: skip

_FOLDER = re.compile(r"[0-9]{6,18}", re.ASCII)
_COLUMNS = {"recipe": "recipe_name", "data": "data_name"}


class RunStore:
    """The runs in one folder.

    Nothing is kept open between two calls, so there is nothing to close.

    Parameters
    ----------
    folder : Path
        Usually ``Home.runs``; it is made when the first run begins.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = RunDatabase(folder / "runs.sqlite")

    # Reading.

    def runs(
        self,
        *,
        text: str = "",
        states: Collection[RunState] = (),
        sort: SortKey = "started",
        descending: bool = True,
        trashed: bool = False,
    ) -> tuple[Run, ...]:
        """Return the runs, newest first unless sorted otherwise; the unknown comes last.

        Parameters
        ----------
        text : str
            Only those whose name, note, recipe or data contain it.
        states : collection of RunState
            Only those in one of these states; empty for all.
        trashed : bool
            Give the deleted ones instead.
        """
        unmarked = self.find_interrupted()
        column = _COLUMNS.get(sort, sort)
        if column not in Run.__dataclass_fields__ and column != "test_accuracy":
            raise ValueError(sort)
        order = "DESC" if descending else "ASC"
        marks = ", ".join("?" * len(states))
        question = (
            f"SELECT {', '.join(RUN_COLUMNS)} FROM runs WHERE (trashed IS NOT NULL) = ? "
            f"AND {f'state IN ({marks})' if states else '1'} "
            "AND instr(lower(name || ' ' || note || ' ' || recipe_name || ' ' || data_name), ?)"
            f" ORDER BY {column} IS NULL OR {column} = '',"
            f" {column} COLLATE NOCASE {order}, id {order}"
        )
        with self.database.reading() as connection:
            rows = connection.execute(question, (trashed, *states, text.lower())).fetchall()
        return tuple(_read(row, unmarked) for row in rows)

    def run(self, run_id: int) -> Run:
        """Return one run, deleted or not.

        Raises
        ------
        InklingError
            If there is none with this number.
        """
        unmarked = self.find_interrupted()
        return _read(self._row(run_id), unmarked)

    def epochs(self, run_id: int) -> tuple[EpochReport, ...]:
        """Return the figures of all finished epochs of a run, in order."""
        question = f"SELECT {', '.join(EPOCH_COLUMNS)} FROM epochs WHERE run = ? ORDER BY epoch"
        with self.database.reading() as connection:
            reports = [epoch_of(row) for row in connection.execute(question, (run_id,))]
            probes = _probes(connection, run_id)
        return tuple(replace(report, probe=probes.get(report.epoch)) for report in reports)

    def first_probe(self, run_id: int) -> Probe | None:
        """Return the look before the run's first step; None in runs of before there was one."""
        before = self.run(run_id).first_epoch - 1
        with self.database.reading() as connection:
            return _probes(connection, run_id).get(before)

    def lineage(self, run_id: int) -> tuple[Run, ...]:
        """Return the runs that this one continued, the first one first, and itself."""
        chain = [self.run(run_id)]
        # A table that was edited by hand may go round in a circle.
        seen = {run_id}
        while (before := chain[0].continued_from) is not None and before not in seen:
            seen.add(before)
            try:
                chain.insert(0, self.run(before))
            except InklingError:
                break
        return tuple(chain)

    def history(self, run_id: int) -> tuple[EpochReport, ...]:
        """Return the epochs of a run and of those that it went on from, in order."""
        reports: list[EpochReport] = []
        for run in self.lineage(run_id):
            reports = [report for report in reports if report.epoch < run.first_epoch]
            reports += self.epochs(run.id)
        return tuple(reports)

    def answers_right(self, run_id: int) -> Bools | None:
        """Say of each test image whether the trained network read it right."""
        row = self._row(run_id)
        score, packed = score_of(row["test_score"]), row["answers_right"]
        if score is None or not isinstance(packed, bytes) or len(packed) * 8 < score.images:
            return None
        bits = np.unpackbits(np.frombuffer(packed, np.uint8), count=score.images)
        return bits.astype(np.bool_)

    def network(
        self, run_id: int, which: Literal["trained", "best", "last"] = "trained"
    ) -> Network:
        """Return a run's network: what it gave, else its best epoch's, else its last.

        Raises
        ------
        InklingError
            If the run has kept none: no epoch was finished, or the files are gone.
        """
        return keras_file.load(self.network_file(run_id, which)).network

    def network_file(
        self, run_id: int, which: Literal["trained", "best", "last"] = "trained"
    ) -> Path:
        """Return the ``.keras`` file that `network` reads; it opens in plain Keras too."""
        run, files = self.run(run_id), self.files(run_id)
        best = [files.best(run.best_epoch)] if run.best_epoch is not None else []
        last = [] if run.state_epoch is None else [files.last(run.state_epoch, run.seen_images)]
        choices = {"trained": [files.network, *best, *last], "best": best, "last": last}
        for path in choices[which]:
            if path.is_file():
                return path
        raise InklingError(
            "The run {name} has kept no network.",
            "A run keeps one from its first finished epoch on.",
            name=repr(run.name),
        )

    def state(self, run_id: int) -> TrainingState | None:
        """Return what is needed to go on with a run; None if it must begin anew.

        A continued run that has finished no epoch of its own goes on from where it began.
        """
        chain = self.lineage(run_id)
        for run in reversed(chain):
            if run.state_epoch is not None:
                state = self.files(run.id).read_state(run.state_epoch, run.seen_images)
                return replace(state, counts_from=chain[-1].counts_from)
        # What it continued was deleted for good, or kept nothing either.
        return None

    def files(self, run_id: int) -> RunFiles:
        """Return the folder of a run."""
        return RunFiles(self.folder / f"{run_id:06d}")

    # Changing.

    def rename(self, run_id: int, name: str) -> None:
        """Return a run another name."""
        self._set((run_id,), "name = ?", writable(name))

    def set_note(self, run_id: int, note: str) -> None:
        """Write the person's note on a run."""
        self._set((run_id,), "note = ?", writable(note))

    def delete(self, run_ids: Iterable[int]) -> None:
        """Put runs into the trash: `restore` brings them back until `purge`.

        Raises
        ------
        InklingError
            If one of them is being trained.
        """
        run_ids = tuple(run_ids)
        running = [run for run in map(self.run, run_ids) if run.state == "running"]
        if running:
            raise InklingError(
                "The run {name} is being trained.",
                "Stop the training first.",
                name=repr(running[0].name),
            )
        self._set(run_ids, "trashed = ?", time.time())

    def restore(self, run_ids: Iterable[int]) -> None:
        """Take runs out of the trash."""
        self._set(tuple(run_ids), "trashed = ?", None)

    def purge(self) -> int:
        """Remove the runs in the trash for good, files too; give how many.

        A folder of which the table knows nothing stays: it may be all that is left of a run.
        """
        with self.database.transaction() as connection:
            trashed = connection.execute("SELECT id FROM runs WHERE trashed IS NOT NULL")
            gone = [row["id"] for row in trashed]
            connection.execute("DELETE FROM runs WHERE trashed IS NOT NULL")
            # Before the commit: a purge that is killed here is completed by the next.
            for run_id in gone:
                self.files(run_id).remove()
        return len(gone)

    def numbers_of_folders(self) -> tuple[int, ...]:
        """Return the numbers of the runs that have a folder, in order."""
        if not self.folder.is_dir():
            return ()
        names = (path.name for path in self.folder.iterdir() if path.is_dir())
        return tuple(sorted(int(name) for name in names if _FOLDER.fullmatch(name)))

    def next_number(self, connection: sqlite3.Connection) -> int:
        """Return the number of the run that begins in this transaction.

        No run ever had it: neither one of the table, nor one that only its folder tells of.
        """
        given = connection.execute(
            "SELECT max(ifnull((SELECT max(id) FROM runs), 0),"
            " ifnull((SELECT max(seq) FROM sqlite_sequence WHERE name = 'runs'), 0))"
        ).fetchone()[0]
        # By their names alone: an experiment begins thousands of runs, and a look at what each
        # name is would cost a second of them.
        paths = self.folder.iterdir() if self.folder.is_dir() else ()
        names = (path.name for path in paths)
        highest = max((int(name) for name in names if _FOLDER.fullmatch(name)), default=0)
        return max(int(given), highest) + 1

    def _set(self, run_ids: tuple[int, ...], change: str, *values: object) -> None:
        marks = ", ".join("?" * len(run_ids))
        with self.database.transaction() as connection:
            connection.execute(
                f"UPDATE runs SET {change} WHERE id IN ({marks})",
                (*values, *run_ids),
            )

    def _row(self, run_id: int) -> sqlite3.Row:
        question = f"SELECT {', '.join(RUN_COLUMNS)} FROM runs WHERE id = ?"
        row = None
        # SQLite has no larger numbers; Python has.
        if 0 <= run_id < 2**63:
            with self.database.reading() as connection:
                row = connection.execute(question, (run_id,)).fetchone()
        if row is None:
            raise InklingError(
                "There is no run {number}.",
                "The list of runs shows their numbers.",
                number=shown(run_id),
            )
        assert isinstance(row, sqlite3.Row)
        return row

    def find_interrupted(self) -> frozenset[int]:
        """Mark the runs that say "running" but whose process is gone.

        Returns
        -------
        frozenset of int
            Those of them that could not be marked, where the disk cannot be written.
        """
        with self.database.reading() as connection:
            running = connection.execute("SELECT id FROM runs WHERE state = 'running'")
            candidates = [row["id"] for row in running]
        return frozenset(run_id for run_id in candidates if not self._is_settled(run_id))

    def _is_settled(self, run_id: int) -> bool:
        """Mark a run as interrupted unless its process lives; give False if that failed."""
        files = self.files(run_id)
        try:
            lock = files.lock()
        except OSError:
            lock = None
        if lock is None and files.is_locked():
            return True
        try:
            self._mark_interrupted(run_id)
        except RunsDamagedError:
            raise
        except (InklingError, OSError):
            return False
        finally:
            if lock is not None:
                lock.release()
        return True

    def _mark_interrupted(self, run_id: int) -> None:
        with self.database.transaction() as connection:
            # It may have ended since it was seen running.
            connection.execute(
                "UPDATE runs SET state = 'interrupted' WHERE id = ? AND state = 'running'",
                (run_id,),
            )
        run, files = run_of(self._row(run_id)), self.files(run_id)
        last = files.last(run.state_epoch or 0, run.seen_images)
        # A table that is older than the folder, a backup say, does not know what counts.
        if last.is_file():
            files.keep_only(last, files.best(run.best_epoch or 0))


def _read(row: sqlite3.Row, unmarked: frozenset[int]) -> Run:
    run = run_of(row)
    return replace(run, state="interrupted") if run.id in unmarked else run


def _probes(connection: sqlite3.Connection, run_id: int) -> dict[int, Probe]:
    """Return the probes of a run by the epoch that they were taken after."""
    found = connection.execute("SELECT epoch, probe FROM probes WHERE run = ?", (run_id,))
    read = ((row["epoch"], probe_of(row["probe"])) for row in found)
    return {epoch: probe for epoch, probe in read if probe is not None}
