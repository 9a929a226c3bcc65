"""Where a training is: the one value that its steps hand on."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.records import Ending, EpochReport, Floats, TrainingState
from core.training.stepper import Sums


@dataclass(frozen=True, eq=False)
class Position:
    """Where a training is.

    Parameters
    ----------
    epoch, step : int
        How many epochs are finished, and how many steps of the next one are taken.
    sums : ndarray of float64, shape (4,)
        Of the images since the epoch began; see `core.training.stepper.Sums`.
    learning_rate : float
        That of the recipe, or what the person wished for since; a schedule begins at it.
    state, weights : TrainingState, tuple of ndarray of float32
        What the training would give if it ended now: those of the last finished epoch, or
        of the step at which it was stopped.
    reports : tuple of EpochReport
        The epochs that were finished since this training began.
    """

    epoch: int
    step: int
    sums: Sums
    learning_rate: float
    state: TrainingState
    weights: tuple[Floats, ...]
    reports: tuple[EpochReport, ...] = ()

    @property
    def loss(self) -> float:
        """The mean loss of the images since the epoch began; nan before the first."""
        losses, _, _, images = self.sums.tolist()
        return losses / images if images else math.nan

    @property
    def accuracy(self) -> float:
        """The share of right answers among the digits since then; nan without any."""
        _, right, digits, _ = self.sums.tolist()
        return right / digits if digits else math.nan


class Ended(Exception):  # noqa: N818 - it is no error
    """The way out of an epoch that is not finished, and where it was left."""

    def __init__(self, ending: Ending, position: Position) -> None:
        super().__init__(ending)
        self.ending, self.position = ending, position
