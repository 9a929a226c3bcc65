"""Why no training can start: one that trains at a time, and only with data."""

from __future__ import annotations

from core.errors import DataError, InklingError, TrainingError
from core.records import Dataset


def refuse_second() -> InklingError:
    """Return what is said where a training runs already."""
    return TrainingError("A training runs already.", "Stop it first, or wait for it.")


def refuse_training(
    *, running: bool, held: bool, dataset: Dataset | None
) -> InklingError | None:
    """Return why no training can start, None where one can.

    Parameters
    ----------
    running : bool
        Whether one runs already.
    held : bool
        Whether a network is being taught somebody's hand, or some learn to judge labels.
    dataset : Dataset or None
        What it would learn from.
    """
    if running:
        return refuse_second()
    if held:
        return TrainingError(
            "A network is being taught your hand, or networks learn to judge labels.",
            "Stop that on the Draw or the Mistakes page first, or wait for it.",
        )
    if dataset is None:
        return DataError("There is no data set yet.", "Wait until it is read, or open one.")
    return None
