"""Experiments as they are kept: in the run store, where their trainings are runs.

An experiment is a row with its text; a run says to which experiment it belongs, and which of
its trainings it is. What is still to be trained follows from the two: nothing else has to be
kept, so nothing can be lost between them.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.errors import InklingError
from core.experiments import experiment_file
from core.experiments.experiment import Experiment, Training, trainings
from core.file_lock import FileLock, is_held, take_lock
from core.phrases import shown, writable
from core.records import Dataset
from core.runs.run import EXPERIMENT_COLUMNS, RunState
from core.runs.store import RunStore

DONE: tuple[RunState, ...] = ("finished", "early", "diverged")
"""The states of a run after which a training is not run again."""


@dataclass(frozen=True)
class StoredExperiment:
    """An experiment that was begun.

    Parameters
    ----------
    id : int
        Counts from 1.
    text : str
        Its file; `experiment` reads it.
    data_name, data_source, data_fingerprint : str
        Of the data that all its trainings learn from.
    started : float
        Seconds since 1970.
    """

    id: int
    name: str
    text: str
    data_name: str
    data_source: str
    data_fingerprint: str
    started: float

    @property
    def experiment(self) -> Experiment:
        """The experiment itself."""
        return _expanded(self.text)[0]

    @property
    def trainings(self) -> tuple[Training, ...]:
        """All its trainings, in order."""
        return _expanded(self.text)[1]


@lru_cache(maxsize=8)
def _expanded(text: str) -> tuple[Experiment, tuple[Training, ...]]:
    """Return what a stored text says; a page asks for it with every epoch."""
    experiment = experiment_file.from_json(text)
    return experiment, trainings(experiment, known=True)


@dataclass(frozen=True)
class TrainedRun:
    """What the newest run of a training says, as far as tables and plots need it.

    Parameters
    ----------
    training : int
        Its number in the experiment.
    run : int
        The number of the newest run.
    seconds : float
        Wall time of the epochs of all its runs.
    images : int or None
        How many test images it was scored on.
    """

    training: int
    run: int
    state: RunState
    epochs: int
    loss: float | None
    accuracy: float | None
    val_loss: float | None
    val_accuracy: float | None
    test_loss: float | None
    test_accuracy: float | None
    images: int | None
    seconds: float

    @property
    def done(self) -> bool:
        """Whether it is not trained again."""
        return self.state in DONE


@dataclass(frozen=True)
class CurvePoint:
    """The figures of one finished epoch of one training."""

    training: int
    epoch: int
    loss: float | None
    accuracy: float | None
    val_loss: float | None
    val_accuracy: float | None


class ExperimentBook:
    """The experiments of a run store."""

    def __init__(self, store: RunStore) -> None:
        self.store = store

    def add(self, experiment: Experiment, dataset: Dataset) -> StoredExperiment:
        """Write an experiment down, before its first training.

        Raises
        ------
        RecipeError
            If one of its trainings cannot be trained.
        """
        trainings(experiment)
        row = {
            "name": writable(experiment.name),
            "text": experiment_file.to_json(experiment),
            "data_name": writable(dataset.name),
            "data_source": writable(dataset.source),
            "data_fingerprint": dataset.fingerprint,
            "started": time.time(),
        }
        marks = ", ".join(f":{name}" for name in row)
        with self.store.database.transaction() as connection:
            given = connection.execute(
                f"INSERT INTO experiments ({', '.join(row)}) VALUES ({marks})", row
            ).lastrowid
        return self.get(int(given or 0))

    def all(self) -> tuple[StoredExperiment, ...]:
        """Return all experiments, the newest first."""
        return self._asked("WHERE trashed IS NULL ORDER BY id DESC")

    def get(self, number: int) -> StoredExperiment:
        """Return one experiment.

        Raises
        ------
        InklingError
            If there is none with this number.
        """
        found = self._asked("WHERE id = ?", number) if 0 <= number < 2**63 else ()
        if not found:
            raise InklingError(
                "There is no experiment {number}.",
                "The list of experiments shows their numbers.",
                number=shown(number),
            )
        return found[0]

    def find(self, experiment: Experiment, dataset: Dataset) -> StoredExperiment | None:
        """Return the newest experiment that is the same, on the same data."""
        found = self._asked(
            "WHERE trashed IS NULL AND text = ? AND data_fingerprint = ? ORDER BY id DESC",
            experiment_file.to_json(experiment),
            dataset.fingerprint,
        )
        return found[0] if found else None

    def remove(self, number: int) -> None:
        """Take an experiment off the list; its runs stay."""
        with self.store.database.transaction() as connection:
            connection.execute(
                "UPDATE experiments SET trashed = ? WHERE id = ?", (time.time(), number)
            )

    def trained(self, number: int) -> Mapping[int, TrainedRun]:
        """Return what is known of the trainings that have begun, by their numbers."""
        self.store.find_interrupted()
        question = (
            "SELECT training, id AS run, state, epochs, loss, accuracy, val_loss, val_accuracy,"
            f" {_inside('test_score', 'loss')} AS test_loss, test_accuracy,"
            f" {_inside('test_score', 'images')} AS images, seconds"
            " FROM runs WHERE experiment = ? AND training IS NOT NULL AND trashed IS NULL"
            " ORDER BY id"
        )
        found: dict[int, TrainedRun] = {}
        with self.store.database.reading() as connection:
            for row in connection.execute(question, (number,)):
                known = found.get(row["training"])
                # A training that is done stays so, whatever was begun after it.
                if known is None or not known.done:
                    found[row["training"]] = _trained(row, known)
        return found

    def done_counts(self) -> Mapping[int, int]:
        """Return how many trainings of each experiment are done."""
        marks = ", ".join("?" * len(DONE))
        question = (
            "SELECT experiment, count(DISTINCT training) AS done FROM runs"
            f" WHERE experiment IS NOT NULL AND trashed IS NULL AND state IN ({marks})"
            " GROUP BY experiment"
        )
        with self.store.database.reading() as connection:
            return {
                row["experiment"]: row["done"] for row in connection.execute(question, DONE)
            }

    def curves(self, number: int, chosen: Iterable[int] = ()) -> tuple[CurvePoint, ...]:
        """Return the epochs of an experiment's trainings, by training and epoch.

        Parameters
        ----------
        chosen : iterable of int
            Of these trainings only; empty for all.
        """
        marks = ", ".join(str(int(training)) for training in chosen)
        question = (
            "SELECT training, epoch, epochs.loss, epochs.accuracy,"
            f" {_inside('val_score', 'loss')} AS val_loss,"
            f" {_inside('val_score', 'accuracy')} AS val_accuracy"
            " FROM runs JOIN epochs ON epochs.run = runs.id"
            " WHERE experiment = ? AND training IS NOT NULL AND trashed IS NULL"
            f"{f' AND training IN ({marks})' if marks else ''} ORDER BY runs.id"
        )
        found: dict[tuple[int, int], CurvePoint] = {}
        with self.store.database.reading() as connection:
            for row in connection.execute(question, (number,)):
                # Of an epoch that was trained twice the newer run counts: it went on from it.
                found[row["training"], row["epoch"]] = CurvePoint(*row)
        return tuple(found[key] for key in sorted(found))

    def lock(self, number: int) -> FileLock:
        """Take the experiment for this process: nobody else trains it meanwhile.

        Raises
        ------
        InklingError
            If another process does.
        """
        lock = take_lock(self.store.folder / f"experiment-{number:06d}.lock")
        if lock is None:
            raise InklingError(
                "Experiment {number} is being trained already.",
                "Wait for it, or stop it there.",
                number=number,
            )
        return lock

    def is_running(self, number: int) -> bool:
        """Say whether a process trains the experiment now."""
        return is_held(self.store.folder / f"experiment-{number:06d}.lock")

    def _asked(self, which: str, *values: object) -> tuple[StoredExperiment, ...]:
        names = [name for name in EXPERIMENT_COLUMNS if name != "trashed"]
        question = f"SELECT {', '.join(names)} FROM experiments {which}"
        with self.store.database.reading() as connection:
            rows = connection.execute(question, values).fetchall()
        return tuple(StoredExperiment(**dict(row)) for row in rows)


def _inside(column: str, key: str) -> str:
    """Return SQL for a value in a column of JSON; null where that was edited by hand."""
    return f"CASE WHEN json_valid({column}) THEN json_extract({column}, '$.{key}') END"


def _trained(row: sqlite3.Row, before: TrainedRun | None) -> TrainedRun:
    values = dict(row)
    if before is not None:
        values["seconds"] += before.seconds
        values["epochs"] += before.epochs
    return TrainedRun(**values)
