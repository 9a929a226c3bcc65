"""Every training that was ever done, kept.

A `RunStore` is a folder: ``runs.sqlite`` with a row for each run and each epoch, and one
folder a run for its ``.keras`` files (`core.runs.files`). A training is kept by a
`core.runs.recorder.Recorder`, epoch by epoch: what was reported is on the disk, whatever
happens to the process. A run whose process went away is shown as interrupted, and goes on
from its last finished epoch.

Any thread and several processes may use the same folder at once.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from core.errors import InklingError
from core.networks.keras_format import keras_file
from core.records import EpochReport, Network, TrainingState
from core.runs.database import RunDatabase
from core.runs.files import RunFiles
from core.runs.run import Bools, Run, RunState, epoch_of, run_of

SortKey: TypeAlias = Literal[
    "started", "name", "recipe", "data", "state", "seed", "epochs", "loss", "accuracy",
    "val_loss", "val_accuracy", "test_accuracy", "seconds",
]  # fmt: skip

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
        """Return the runs, newest first unless sorted otherwise; unknown figures come last.

        Parameters
        ----------
        text : str
            Only those whose name, note, recipe or data contain it.
        states : collection of RunState
            Only those in one of these states; empty for all.
        trashed : bool
            Give the deleted ones instead.
        """
        self._find_interrupted()
        column = _COLUMNS.get(sort, sort)
        if column not in Run.__dataclass_fields__ and column != "test_accuracy":
            raise ValueError(sort)
        order = "DESC" if descending else "ASC"
        marks = ", ".join("?" * len(states))
        question = (
            f"SELECT * FROM runs WHERE (trashed IS NOT NULL) = ? "
            f"AND {f'state IN ({marks})' if states else '1'} "
            "AND instr(lower(name || ' ' || note || ' ' || recipe_name || ' ' || data_name), ?)"
            f" ORDER BY {column} IS NULL, {column} COLLATE NOCASE {order}, id {order}"
        )
        with self.database.reading() as connection:
            rows = connection.execute(question, (trashed, *states, text.lower())).fetchall()
        return tuple(run_of(row) for row in rows)

    def run(self, run_id: int) -> Run:
        """Return one run, deleted or not.

        Raises
        ------
        InklingError
            If there is none with this number.
        """
        self._find_interrupted()
        return run_of(self._row(run_id))

    def epochs(self, run_id: int) -> tuple[EpochReport, ...]:
        """Return the figures of all finished epochs of a run, in order."""
        question = "SELECT * FROM epochs WHERE run = ? ORDER BY epoch"
        with self.database.reading() as connection:
            return tuple(epoch_of(row) for row in connection.execute(question, (run_id,)))

    def lineage(self, run_id: int) -> tuple[Run, ...]:
        """Return the runs that this one continued, the first one first, and itself."""
        chain = [self.run(run_id)]
        while (before := chain[0].continued_from) is not None:
            try:
                chain.insert(0, self.run(before))
            except InklingError:
                break
        return tuple(chain)

    def answers_right(self, run_id: int) -> Bools | None:
        """Say of each test image whether the trained network read it right."""
        row = self._row(run_id)
        if row["answers_right"] is None:
            return None
        images = json.loads(row["test_score"])["images"]
        bits = np.unpackbits(np.frombuffer(row["answers_right"], np.uint8), count=images)
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
        run, files = self.run(run_id), self.files(run_id)
        state: TrainingState | None = None
        if run.state_epoch is not None:
            state = files.read_state(run.state_epoch, run.seen_images)
        elif run.continued_from is not None:
            # What it continued may have been deleted for good.
            with suppress(InklingError):
                state = self.state(run.continued_from)
        return None if state is None else replace(state, counts_from=run.counts_from)

    def files(self, run_id: int) -> RunFiles:
        """Return the folder of a run."""
        return RunFiles(self.folder / f"{run_id:06d}")

    # Changing.

    def rename(self, run_id: int, name: str) -> None:
        """Return a run another name."""
        self._set((run_id,), "name = ?", name)

    def set_note(self, run_id: int, note: str) -> None:
        """Write the person's note on a run."""
        self._set((run_id,), "note = ?", note)

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
        """Remove the runs in the trash for good, files too; give how many."""
        with self.database.transaction() as connection:
            gone = connection.execute("DELETE FROM runs WHERE trashed IS NOT NULL").rowcount
            left = {row["id"] for row in connection.execute("SELECT id FROM runs")}
            # Inside the transaction, so that no run that just begins is taken for an orphan.
            for folder in self.folder.glob("[0-9]" * 6):
                if int(folder.name) not in left:
                    RunFiles(folder).remove()
        return gone

    def _set(self, run_ids: tuple[int, ...], change: str, *values: object) -> None:
        marks = ", ".join("?" * len(run_ids))
        with self.database.transaction() as connection:
            connection.execute(
                f"UPDATE runs SET {change} WHERE id IN ({marks})",
                (*values, *run_ids),
            )

    def _row(self, run_id: int) -> sqlite3.Row:
        with self.database.reading() as connection:
            row = connection.execute("SELECT * FROM runs WHERE id = ?", (run_id,)).fetchone()
        if row is None:
            raise InklingError(
                "There is no run {number}.",
                "The list of runs shows their numbers.",
                number=run_id,
            )
        assert isinstance(row, sqlite3.Row)
        return row

    def _find_interrupted(self) -> None:
        """Mark the runs that say "running" but whose process is gone."""
        with self.database.reading() as connection:
            running = connection.execute("SELECT id FROM runs WHERE state = 'running'")
            candidates = [row["id"] for row in running]
        for run_id in candidates:
            lock = self.files(run_id).lock()
            if lock is not None:
                self._mark_interrupted(run_id)
                lock.release()

    def _mark_interrupted(self, run_id: int) -> None:
        with self.database.transaction() as connection:
            # It may have ended since it was seen running.
            connection.execute(
                "UPDATE runs SET state = 'interrupted' WHERE id = ? AND state = 'running'",
                (run_id,),
            )
        run, files = run_of(self._row(run_id)), self.files(run_id)
        files.keep_only(
            files.last(run.state_epoch or 0, run.seen_images), files.best(run.best_epoch or 0)
        )
