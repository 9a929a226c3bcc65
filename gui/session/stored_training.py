"""What a training job does in its worker: train, and keep every finished epoch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.errors import InklingError
from core.records import Dataset, Recipe, RunResult
from gui.jobs import Report

if TYPE_CHECKING:
    from core.reproduction.lesson_training import KeptLesson
    from core.reproduction.scratch_training import Lesson
    from core.runs.continuing import Continuation
    from core.runs.store import RunStore


@dataclass(frozen=True, eq=False)
class StoredResult:
    """The result of a training, and the run that keeps it.

    Parameters
    ----------
    path : Path or None
        Its network's file there; None where the training ended before its first step.
    continuation : Continuation
        How it goes on.
    """

    result: RunResult
    dataset: Dataset
    run_id: int
    path: Path | None
    continuation: Continuation


def train_and_store(
    report: Report,
    control: Control,
    *,
    recipe: Recipe,
    continues: Continuation | None,
    dataset: Dataset,
    runs: Path,
) -> StoredResult:
    """Train, keep the run under `runs`, and return both; call it in a worker."""
    from core.runs.recorder import record
    from core.runs.store import RunStore

    if continues is not None:
        continues.refuse_other_data(dataset)

    from core.training.train import train

    store = RunStore(runs)
    with record(store, recipe, dataset, continues=continues, then=report) as recorder:
        result = train(
            recipe,
            dataset,
            report=recorder.report,
            control=control,
            start=None if continues is None else continues.state,
            earlier=None if continues is None else continues.earlier,
            checkpoint=recorder.checkpoint,
        )
        recorder.finish(result, right=_right(result, dataset))
    return _with_its_run(store, result, dataset, recorder.run_id)


def find_stored(runs: Path, result: RunResult, dataset: Dataset, run_id: int) -> StoredResult:
    """Return a result with the run under `runs` that keeps it; call it in a worker."""
    from core.runs.store import RunStore

    return _with_its_run(RunStore(runs), result, dataset, run_id)


def _with_its_run(
    store: RunStore, result: RunResult, dataset: Dataset, run_id: int
) -> StoredResult:
    from core.runs.continuing import continuation

    return StoredResult(
        result, dataset, run_id, _file(store, run_id), continuation(store, run_id)
    )


def train_and_keep_lesson(
    lesson: Lesson,
    dataset: Dataset,
    runs: Path,
    report: Report,
    control: Control,
) -> KeptLesson:
    """Train and keep a lesson; call it in a worker."""
    # Imported late: the window opens before anybody wants a lesson.
    from core.reproduction.lesson_training import train_and_keep

    return train_and_keep(lesson, dataset, runs, report, control)


def _file(store: RunStore, run_id: int) -> Path | None:
    """Return the network's file; None where the training ended before its first step."""
    try:
        return store.network_file(run_id)
    except InklingError:
        return None


def _right(result: RunResult, dataset: Dataset) -> NDArray[np.bool_] | None:
    """Say of each test image whether it was read right; None for a part of them."""
    predictions = result.test_predictions
    if predictions is None or len(predictions.digits) != len(dataset.test_labels):
        return None
    return np.asarray(predictions.digits == dataset.test_labels)
