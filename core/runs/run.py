"""What the run store tells of a run, and how its figures are written down."""

from __future__ import annotations

import json
import math
import sqlite3
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.recipes import recipe_file
from core.records import EpochReport, Recipe, Score

Bools: TypeAlias = NDArray[np.bool_]
RunState: TypeAlias = Literal[
    "running", "finished", "stopped", "early", "diverged", "interrupted"
]
"""The endings of a training, "running", and "interrupted": its process went away."""

_LATEST = 32_503_680_000.0
"""Seconds from 1970 to the year 3000: dates of later ones cannot be written everywhere."""


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
    classes : tuple of str
        What its labels stand for; empty in runs of before this was kept.
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
    experiment, training : int or None
        The experiment that it belongs to, and which of its trainings it is.
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
    classes: tuple[str, ...]
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
    experiment: int | None = None
    training: int | None = None

    @cached_property
    def recipe(self) -> Recipe:
        """The recipe that it was trained with, also by a version with other limits."""
        return recipe_file.from_stored(self.recipe_text)

    @cached_property
    def title(self) -> str:
        """The recipe's title, without reading the rest of it: a list has many rows."""
        return str(_object(self.recipe_text).get("title") or self.recipe_name)

    @property
    def test_accuracy(self) -> float | None:
        """The accuracy of the trained network on the test split, once it was measured."""
        return None if self.test is None else self.test.accuracy

    @property
    def last_epoch(self) -> int:
        """The number of its last finished epoch; 0 or where it continued when there is none."""
        return self.first_epoch + self.epochs - 1


RUN_COLUMNS = (
    *("id", "name", "note", "state", "recipe_name", "recipe_text", "seed", "data_name"),
    *(
        "data_fingerprint",
        "classes",
        "versions",
        "continued_from",
        "first_epoch",
        "epochs",
        "best_epoch",
    ),
    *(
        "counts_from",
        "state_epoch",
        "seen_images",
        "loss",
        "accuracy",
        "val_loss",
        "val_accuracy",
    ),
    *("test_accuracy", "test_score", "answers_right", "started", "seconds", "trashed"),
    *("experiment", "training"),
)
"""Of the table `runs`: asked for by name, so that SQLite says which is missing."""

EPOCH_COLUMNS = (
    *("run", "epoch", "loss", "accuracy", "learning_rate", "seconds"),
    *("val_score", "train_score"),
)
"""Of the table `epochs`."""

PROBE_COLUMNS = ("run", "epoch", "probe")
"""Of the table `probes`: the epoch that the probe was taken after."""

EXPERIMENT_COLUMNS = (
    *("id", "name", "text", "data_name", "data_source", "data_fingerprint", "started"),
    "trashed",
)
"""Of the table `experiments`: what was asked, on which data (`core.experiments`)."""

_TEXTS = ("name", "note", "recipe_name", "recipe_text", "data_name", "data_fingerprint")
_FIGURES = ("loss", "accuracy", "val_loss", "val_accuracy", "trashed")
_NUMBERS = ("continued_from", "best_epoch", "state_epoch", "experiment", "training")
_COUNTS = ("seed", "epochs", "seen_images")


def run_of(row: sqlite3.Row) -> Run:
    """Return the run that a row of the table `runs` tells of.

    What is no number or text where one belongs, because somebody edited the row by hand, is
    unknown: the rest of the run, and all others, can be read all the same.
    """
    kept = dict(row)
    first, counts_from = _whole(kept["first_epoch"]) or 1, _whole(kept["counts_from"])
    values: dict[str, Any] = {key: str(kept[key]) for key in _TEXTS}
    values |= {key: _real(kept[key]) for key in _FIGURES}
    values |= {key: _whole(kept[key]) for key in _NUMBERS}
    values |= {key: _whole(kept[key]) or 0 for key in _COUNTS}
    return Run(
        **values,
        id=kept["id"],
        state=kept["state"] if kept["state"] in get_args(RunState) else "interrupted",
        classes=_names(kept["classes"]),
        versions=_versions(kept["versions"]),
        first_epoch=first,
        # Null in runs of before: each then counted from its own first epoch.
        counts_from=first - 1 if counts_from is None else counts_from,
        test=score_of(kept["test_score"]),
        started=min(max(_real(kept["started"]) or 0.0, 0.0), _LATEST),
        seconds=_real(kept["seconds"]) or 0.0,
    )


def epoch_of(row: sqlite3.Row) -> EpochReport:
    """Return the report that a row of the table `epochs` tells of."""
    return EpochReport(
        epoch=row["epoch"],
        loss=_number(_real(row["loss"])),
        accuracy=_number(_real(row["accuracy"])),
        learning_rate=_number(_real(row["learning_rate"])),
        seconds=_real(row["seconds"]) or 0.0,
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


def score_of(text: object) -> Score | None:
    """Read what `text_of` wrote; None where it is nothing of the kind."""
    values = _object(text)
    try:
        return Score(
            loss=_number(_real(values["loss"])),
            accuracy=_share(values["accuracy"]),
            logit_accuracy=_share(values["logit_accuracy"]),
            tied=_share(values["tied"]),
            recalls=_recalls(values["recalls"]),
            images=int(values["images"]),
        )
    except (LookupError, TypeError, ValueError, OverflowError):
        return None


def _recalls(values: object) -> tuple[float, ...]:
    if not isinstance(values, list) or not FEWEST_CLASSES <= len(values) <= MOST_CLASSES:
        raise ValueError(values)
    return tuple(_number(_real(value)) for value in values)


def _names(text: object) -> tuple[str, ...]:
    """Return the names of classes in a cell; none where there are none."""
    try:
        values = json.loads(text) if isinstance(text, str) else []
    except (ValueError, RecursionError):
        return ()
    return tuple(map(str, values)) if isinstance(values, list) else ()


def _object(text: object) -> dict[str, Any]:
    """Return the JSON object in a cell; an empty one where there is none."""
    try:
        values = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _versions(text: object) -> dict[str, str]:
    return {key: str(version) for key, version in _object(text).items()}


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _real(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _share(value: object) -> float:
    share = _real(value)
    if share is None or not 0 <= share <= 1:
        raise ValueError(value)
    return share


def _number(value: float | None) -> float:
    # SQLite and JSON know no nan.
    return math.nan if value is None else value
