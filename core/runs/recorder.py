"""Keeping a training while it runs: every finished epoch is on the disk before it is told.

::

    with record(store, recipe, dataset) as recorder:
        result = train(
            recipe, dataset, report=recorder.report, checkpoint=recorder.checkpoint, ...
        )
        recorder.finish(result)

After each epoch, in this order: the weights and optimizer variables under a name of their
own, the best weights if this epoch is the best, then one transaction with the epoch's
figures, and only then the files that no longer count are removed. A kill between any two
of these leaves the epoch before whole.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import numpy as np

from core.errors import Cancelled, InklingError
from core.evaluation.best_epoch import BestEpoch
from core.file_lock import FileLock
from core.phrases import writable
from core.probes import Probe
from core.recipes import recipe_file
from core.records import (
    Dataset,
    Earlier,
    EpochReport,
    Labels,
    Network,
    Recipe,
    Report,
    RunResult,
    TrainingState,
)
from core.runs.continuing import Continuation
from core.runs.files import RunFiles
from core.runs.probe_text import text_of_probe
from core.runs.run import EPOCH_COLUMNS, PROBE_COLUMNS, Bools, Run, RunState, text_of
from core.runs.store import RunStore
from core.versions import versions


class Recorder:
    """The pen of one running training; `record` gives one."""

    def __init__(
        self,
        store: RunStore,
        row: Mapping[str, object],
        recipe: Recipe,
        test_labels: Labels,
        then: Callable[[Report], None] | None = None,
    ) -> None:
        self.run_id = int(str(row["id"]))
        self._row = row
        self._reports: list[EpochReport] = []
        self._test_labels = test_labels
        self._store = store
        self._files = store.files(self.run_id)
        self._recipe = recipe
        self._then = then
        self._state: TrainingState | None = None
        self._network: Network | None = None
        self._best = BestEpoch(recipe.early_stopping)
        self._ended = False

    def go_on_from(self, earlier: Earlier, counts_from: int) -> None:
        """Keep the best epoch of those behind, as if they were this run's own."""
        for report in earlier.counted(self._recipe, counts_from):
            self._best.improves(report)
        if self._best.epoch is not None and earlier.best is not None:
            self._files.write_best(earlier.best, self._recipe, self._best.epoch)
            self._change({"best_epoch": self._best.epoch})

    def checkpoint(self, state: TrainingState, network: Network | None = None) -> None:
        """Take what the epoch that is reported next came to.

        Parameters
        ----------
        state : TrainingState
            Weights and optimizer variables to go on from.
        network : Network, optional
            What the training would give, where that is not the network of the state: moving
            averages of the weights.
        """
        self._state, self._network = state, network or state.network

    def report(self, report: Report) -> None:
        """Keep a finished epoch, then hand on the report."""
        if isinstance(report, EpochReport):
            self._keep(report)
        elif isinstance(report, Probe):
            with self._store.database.transaction() as connection:
                self._add_row_again(connection)
                _insert_probe(connection, self.run_id, report)
        if self._then is not None:
            self._then(report)

    def finish(self, result: RunResult, *, right: Bools | None = None) -> Run:
        """Keep how the training ended, and its network.

        Parameters
        ----------
        right : ndarray of bool, shape (test images,), optional
            Whether the trained network reads each test image right; else taken from the
            result's test answers.
        """
        predictions = result.test_predictions
        if right is None and predictions is not None:
            right = predictions.digits == self._test_labels
        state, values = result.state, _outcome(result, right)
        # One that was cut off after its last epoch only had to be tested.
        whole = result.ended in ("finished", "early") and state.epoch > 0
        trained = bool(result.epochs) or state.seen_images > 0 or whole
        if trained:
            self._files.write_last(state, self._recipe)
            self._files.write_network(result.network, self._recipe, state.epoch)
            values |= {"state_epoch": state.epoch, "seen_images": state.seen_images}
        self._end(values)
        if trained:
            self._remove_others(state)
        return self._store.run(self.run_id)

    def abandon(self, state: RunState) -> None:
        """Say that the training ended without a result; its finished epochs stay."""
        if not self._ended:
            self._end({"state": state})

    def discard(self) -> bool:
        """Take the run away again if nothing of it was learnt; say whether it is gone.

        Its folder is left to the caller, who holds the lock in it.
        """
        if self._ended or self._reports or self._state is not None:
            return False
        with self._store.database.transaction() as connection:
            connection.execute("DELETE FROM probes WHERE run = ?", (self.run_id,))
            connection.execute("DELETE FROM runs WHERE id = ?", (self.run_id,))
        self._ended = True
        return True

    def _keep(self, report: EpochReport) -> None:
        state, network = self._state, self._network
        if state is not None and state.epoch != report.epoch:
            state = network = None
        better = self._best.improves(report)
        if state is not None and network is not None:
            self._files.write_last(state, self._recipe)
            if better:
                self._files.write_best(network, self._recipe, report.epoch)
        self._files.add_right("validation", report.val_right)
        self._files.add_right("training", report.train_right)
        self._add_epoch(report, state)
        if state is not None:
            self._remove_others(state)

    def _remove_others(self, state: TrainingState) -> None:
        last = self._files.last(state.epoch, state.seen_images)
        self._files.keep_only(last, self._files.best(self._best.epoch or 0))

    def _add_epoch(self, report: EpochReport, state: TrainingState | None) -> None:
        metrics = (
            self._best.epoch,
            None if state is None else state.epoch,
            report.loss,
            report.accuracy,
            report.val_loss,
            report.val_accuracy,
            self.run_id,
        )
        with self._store.database.transaction() as connection:
            self._add_row_again(connection)
            _insert_epoch(connection, self.run_id, report)
            connection.execute(
                "UPDATE runs SET best_epoch = ?, state_epoch = ?, loss = ?, accuracy = ?,"
                " val_loss = ?, val_accuracy = ? WHERE id = ?",
                metrics,
            )
        self._reports.append(report)

    def _add_row_again(self, connection: sqlite3.Connection) -> None:
        """Write the run down anew where somebody took the table away while it trains."""
        found = connection.execute("SELECT 1 FROM runs WHERE id = ?", (self.run_id,))
        if found.fetchone() is None:
            _insert_run(connection, self._row)
            for report in self._reports:
                _insert_epoch(connection, self.run_id, report)

    def _end(self, values: dict[str, object]) -> None:
        self._change(values)
        self._ended = True

    def _change(self, values: dict[str, object]) -> None:
        change = ", ".join(f"{column} = :{column}" for column in values)
        with self._store.database.transaction() as connection:
            self._add_row_again(connection)
            connection.execute(
                f"UPDATE runs SET {change} WHERE id = :id", values | {"id": self.run_id}
            )


def _insert_run(connection: sqlite3.Connection, row: Mapping[str, object]) -> None:
    marks = ", ".join(f":{key}" for key in row)
    connection.execute(f"INSERT INTO runs ({', '.join(row)}) VALUES ({marks})", row)


def _insert_epoch(connection: sqlite3.Connection, run_id: int, report: EpochReport) -> None:
    row = (
        run_id,
        report.epoch,
        report.loss,
        report.accuracy,
        report.learning_rate,
        report.seconds,
        text_of(report.val_score),
        text_of(report.train_score),
    )
    marks = ", ".join("?" * len(EPOCH_COLUMNS))
    connection.execute(f"INSERT INTO epochs ({', '.join(EPOCH_COLUMNS)}) VALUES ({marks})", row)
    connection.execute(
        "UPDATE runs SET epochs = epochs + 1, seconds = seconds + ? WHERE id = ?",
        (report.seconds, run_id),
    )
    if report.probe is not None:
        _insert_probe(connection, run_id, report.probe)


def _insert_probe(connection: sqlite3.Connection, run_id: int, probe: Probe) -> None:
    connection.execute(
        f"INSERT OR REPLACE INTO probes ({', '.join(PROBE_COLUMNS)}) VALUES (?, ?, ?)",
        (run_id, probe.epoch, text_of_probe(probe)),
    )


@contextmanager
def record(
    store: RunStore,
    recipe: Recipe,
    dataset: Dataset,
    *,
    name: str | None = None,
    continues: Continuation | None = None,
    belongs_to: tuple[int, int] | None = None,
    then: Callable[[Report], None] | None = None,
) -> Iterator[Recorder]:
    """Keep a training: add a running run, and end it when the block ends.

    A block that ends without `finish` leaves the run stopped (`Cancelled`) or interrupted
    (any other error), with its finished epochs. One that could not begin (an `InklingError`
    before anything was learnt) leaves no run.

    Parameters
    ----------
    name : str, optional
        What the list calls the run; else the recipe's name.
    continues : Continuation, optional
        What the training goes on from.
    belongs_to : tuple of two int, optional
        The experiment, and which of its trainings this is.
    then : callable, optional
        Is handed each report after it was kept.
    """
    row = _row(recipe, dataset, name or recipe.name, continues)
    if belongs_to is not None:
        row |= {"experiment": belongs_to[0], "training": belongs_to[1]}
    row, lock = _begin(store, row)
    labels = dataset.test_labels[: recipe.test_images]
    recorder = Recorder(store, row, recipe, labels, then)
    discarded = False
    try:
        if continues is not None and continues.state is not None:
            recorder.go_on_from(continues.earlier, continues.state.counts_from)
        yield recorder
    except Cancelled:
        recorder.abandon("stopped")
        raise
    except InklingError:
        discarded = recorder.discard()
        raise
    finally:
        try:
            recorder.abandon("interrupted")
        finally:
            lock.release()
            if discarded:
                store.files(recorder.run_id).remove()


def _outcome(result: RunResult, right: Bools | None) -> dict[str, object]:
    test = result.test
    return {
        "state": result.ended,
        "test_score": text_of(test),
        "test_accuracy": None if test is None else test.accuracy,
        "answers_right": None if right is None else np.packbits(right).tobytes(),
    }


def _row(
    recipe: Recipe, dataset: Dataset, name: str, continues: Continuation | None
) -> dict[str, object]:
    start = None if continues is None else continues.state
    return {
        "name": writable(name),
        "state": "running",
        "recipe_name": recipe.name,
        "recipe_text": recipe_file.to_json(recipe),
        "seed": recipe.seed,
        "data_name": writable(dataset.name),
        "data_fingerprint": dataset.fingerprint,
        "classes": json.dumps([writable(name) for name in dataset.classes]),
        "versions": json.dumps(versions()),
        "continued_from": None if continues is None else continues.run_id,
        "first_epoch": 1 if start is None else start.epoch + 1,
        "counts_from": 0 if start is None else start.counts_from,
        "started": time.time(),
    }


def _begin(store: RunStore, row: dict[str, object]) -> tuple[dict[str, object], FileLock]:
    """Add a running run; give its row and the lock that says that it lives."""
    lock = None
    try:
        with store.database.transaction() as connection:
            row = {"id": store.next_number(connection), **row}
            _insert_run(connection, row)
            # Before the commit, so that nobody sees a running run without its lock.
            lock = _lock(store.files(int(str(row["id"]))))
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return row, lock


def _lock(files: RunFiles) -> FileLock:
    lock = files.lock()
    if lock is None:
        raise InklingError(
            "The folder {folder} is in use by another training.",
            "Try again.",
            folder=str(files.folder),
        )
    return lock
