"""What a training job does in its worker: train, and keep every finished epoch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.errors import InklingError
from core.records import Dataset, Recipe, RunResult, TrainingState
from gui.jobs import Report

if TYPE_CHECKING:
    from core.runs.store import RunStore


@dataclass(frozen=True, eq=False)
class Beginning:
    """Where a training starts from: the state, and the kept run that it belongs to."""

    recipe: Recipe
    state: TrainingState | None = None
    run_id: int | None = None


@dataclass(frozen=True, eq=False)
class StoredResult:
    """The result of a training, the run that keeps it, and its network's file there."""

    result: RunResult
    dataset: Dataset
    run_id: int
    path: Path | None


def train_and_store(
    beginning: Beginning,
    dataset: Dataset,
    runs: Path,
    report: Report,
    control: Control,
) -> StoredResult:
    """Train, keep the run under `runs`, and return both; call it in a worker."""
    from core.runs.recorder import record
    from core.runs.store import RunStore
    from core.training.train import train

    store = RunStore(runs)
    recipe = beginning.recipe
    with record(
        store, recipe, dataset, continued_from=beginning.run_id, then=report
    ) as recorder:
        result = train(
            recipe,
            dataset,
            report=recorder.report,
            control=control,
            start=beginning.state,
            checkpoint=recorder.checkpoint,
        )
        recorder.finish(result, right=_right(result, dataset))
    return StoredResult(result, dataset, recorder.run_id, _file(store, recorder.run_id))


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
