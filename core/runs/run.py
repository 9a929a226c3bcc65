"""What the run store tells of a run, and how its figures are written down."""

from __future__ import annotations

import json
import math
import sqlite3
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.recipes import recipe_file
from core.records import EpochReport, Recipe, Score

Bools: TypeAlias = NDArray[np.bool_]
RunState: TypeAlias = Literal[
    "running", "finished", "stopped", "early", "diverged", "interrupted"
]
"""The endings of a training, "running", and "interrupted": its process went away."""


@dataclass(frozen=True)
class Run:
    """One training that was kept.

    Parameters
    ----------
    id : int
        Counts from 1; never given twice.
    name, note : str
        The person's own; the name starts as the recipe's.
    recipe_text : str
        The recipe as JSON; `recipe` reads it.
    data_name, data_fingerprint : str
        Of the data set, as `core.records.Dataset` has them.
    versions : dict of str to str
        Of Inkling, Python, Keras, TensorFlow and NumPy.
    continued_from : int or None
        The run whose weights and optimizer state this one started with.
    first_epoch, epochs : int
        The epoch that it began with (1 unless continued); how many it finished.
    counts_from : int
        The epoch from which its recipe's count is counted, as in `TrainingState`.
    best_epoch : int or None
        As `core.evaluation.best_epoch` has it; in runs of before that rule always the one
        with the lowest validation loss (else training loss). Its weights are kept.
    state_epoch, seen_images : int or None, int
        Where it would go on: the epochs behind it (None: nowhere, it must begin anew) and
        the images of the next one that it had already learnt from.
    loss, accuracy, val_loss, val_accuracy : float or None
        Of the last finished epoch.
    test : Score or None
        Of the trained network on the whole test split.
    started, seconds : float
        Seconds since 1970; wall time of all finished epochs.
    trashed : float or None
        When it was deleted (seconds since 1970), as long as that can be undone.
    """

    id: int
    name: str
    note: str
    state: RunState
    recipe_name: str
    recipe_text: str
    seed: int
    data_name: str
    data_fingerprint: str
    versions: dict[str, str]
    continued_from: int | None
    first_epoch: int
    epochs: int
    counts_from: int
    best_epoch: int | None
    state_epoch: int | None
    seen_images: int
    loss: float | None
    accuracy: float | None
    val_loss: float | None
    val_accuracy: float | None
    test: Score | None
    started: float
    seconds: float
    trashed: float | None

    @cached_property
    def recipe(self) -> Recipe:
        """The recipe that it was trained with, also by a version with other limits."""
        return recipe_file.from_stored(self.recipe_text)

    @cached_property
    def title(self) -> str:
        """The recipe's title, without reading the rest of it: a list has many rows."""
        return str(json.loads(self.recipe_text).get("title") or self.recipe_name)

    @property
    def test_accuracy(self) -> float | None:
        """The accuracy of the trained network on the test split, once it was measured."""
        return None if self.test is None else self.test.accuracy

    @property
    def last_epoch(self) -> int:
        """The number of its last finished epoch; 0 or where it continued when there is none."""
        return self.first_epoch + self.epochs - 1


def run_of(row: sqlite3.Row) -> Run:
    """Return the run that a row of the table `runs` tells of."""
    values = dict(row)
    test, versions = values.pop("test_score"), values.pop("versions")
    values.pop("test_accuracy")
    values.pop("answers_right")
    if values["counts_from"] is None:
        values["counts_from"] = values["first_epoch"] - 1
    return Run(**values, test=score_of(test), versions=json.loads(versions))


def epoch_of(row: sqlite3.Row) -> EpochReport:
    """Return the report that a row of the table `epochs` tells of."""
    return EpochReport(
        epoch=row["epoch"],
        loss=_number(row["loss"]),
        accuracy=_number(row["accuracy"]),
        learning_rate=row["learning_rate"],
        seconds=row["seconds"],
        val_score=score_of(row["val_score"]),
        train_score=score_of(row["train_score"]),
    )


def text_of(score: Score | None) -> str | None:
    """Write a score as JSON, its nan as null."""
    if score is None:
        return None
    values = asdict(score)
    values["recalls"] = [None if math.isnan(recall) else recall for recall in score.recalls]
    values["loss"] = score.loss if math.isfinite(score.loss) else None
    return json.dumps(values, allow_nan=False)


def score_of(text: str | None) -> Score | None:
    """Read what `text_of` wrote."""
    if text is None:
        return None
    values = json.loads(text)
    values["recalls"] = tuple(_number(recall) for recall in values["recalls"])
    values["loss"] = _number(values["loss"])
    return Score(**values)


def _number(value: float | None) -> float:
    # SQLite and JSON know no nan.
    return math.nan if value is None else value
