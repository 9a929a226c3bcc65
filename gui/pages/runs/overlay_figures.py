"""The figures of runs that are drawn over each other: no Qt, no pyqtgraph."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from core.records import EpochReport
from gui.curves import PlotName

_LEAST_LOSS = 1e-12
"""What a logarithmic axis can still show of a loss of nothing."""


@dataclass(frozen=True)
class ShownRun:
    """A run in the plots: what it is called there, and its epochs."""

    name: str
    epochs: tuple[EpochReport, ...]


def figure(epoch: EpochReport, plot: PlotName, *, training: bool = False) -> float:
    """Return what is drawn of an epoch: validation, else training; or training in any case."""
    held_out = epoch.val_accuracy if plot == "accuracy" else epoch.val_loss
    of_training = epoch.accuracy if plot == "accuracy" else epoch.loss
    return of_training if training or held_out is None else held_out


def validated(run: ShownRun) -> bool:
    """Say whether a run has a curve of its own for training."""
    return any(epoch.val_loss is not None for epoch in run.epochs)


def nearest_epoch(runs: Sequence[ShownRun], x: float) -> int | None:
    """Return the finished epoch of any run that lies nearest to `x`."""
    epochs = {epoch.epoch for run in runs for epoch in run.epochs}
    return min(epochs, key=lambda epoch: abs(epoch - x), default=None)


def at(run: ShownRun, number: int) -> EpochReport | None:
    """Return an epoch of a run by its number."""
    return next((epoch for epoch in run.epochs if epoch.epoch == number), None)


def as_csv(runs: Sequence[ShownRun]) -> str:
    """Return all that is drawn, a row for each epoch of each run."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["run", "epoch", "accuracy", "val_accuracy", "loss", "val_loss"])
    for run in runs:
        for e in run.epochs:
            rows.writerow([run.name, e.epoch, e.accuracy, e.val_accuracy, e.loss, e.val_loss])
    return text.getvalue()
