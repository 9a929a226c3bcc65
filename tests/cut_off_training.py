"""A training whose process went away, as a crash or a power cut leaves it."""

from __future__ import annotations

from core.control import Control
from core.records import Dataset, EpochReport, Recipe
from core.runs.recorder import record
from core.runs.store import RunStore


def cut_off(store: RunStore, recipe: Recipe, dataset: Dataset, *, after: int = 1) -> int:
    """Train so many epochs of a recipe and vanish; return the number of the run."""
    from core.training.train import train

    control = Control()

    def report(told) -> None:
        recorder.report(told)
        if isinstance(told, EpochReport) and told.epoch == after:
            control.stop()

    with record(store, recipe, dataset) as recorder:
        train(recipe, dataset, report=report, control=control, checkpoint=recorder.checkpoint)
    # Still "running", and nobody holds its lock.
    with store.database.transaction() as connection:
        connection.execute("UPDATE runs SET state = 'running' WHERE id = ?", (recorder.run_id,))
    return recorder.run_id
