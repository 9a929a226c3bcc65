"""How long an experiment will take, from the speed that was measured here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.errors import InklingError
from core.experiments.experiment import Training
from core.records import Dataset, Optimizer, Recipe
from core.runs.run import Run
from core.runs.store import RunStore

START_S = 6.0
"""What a worker takes before its first step: TensorFlow is loaded, the network compiled."""

_NEWEST = 400
"""So many runs are looked at."""


@dataclass(frozen=True)
class Estimate:
    """How long trainings take one after another, and side by side.

    Parameters
    ----------
    seconds : float or None
        With so many workers; None where nothing like some of them was trained here yet.
    unknown : int
        Of how many trainings nobody knows it.
    """

    seconds: float | None
    unknown: int


class Speed:
    """Seconds an epoch and image of the networks that were trained here, from their runs."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._seconds: dict[object, float] = {}
        for run in runs:
            if run.epochs and run.seconds:
                self._note(run)

    def epoch_s(self, recipe: Recipe, fingerprint: str) -> float | None:
        """Return how long an epoch of this recipe takes on these data; None if not known."""
        return self._seconds.get((_cost(recipe), fingerprint))

    def _note(self, run: Run) -> None:
        try:
            key = _cost(run.recipe), run.data_fingerprint
        except InklingError:
            return
        # The newest comes first, and is the machine as it is now.
        self._seconds.setdefault(key, run.seconds / run.epochs)


def measured_speed(store: RunStore) -> Speed:
    """Return what the newest runs say of the speed of this machine."""
    return Speed(store.runs()[:_NEWEST])


def estimate(
    trainings: Iterable[Training], dataset: Dataset, speed: Speed, workers: int
) -> Estimate:
    """Return how long these trainings take with so many workers."""
    total, unknown = 0.0, 0
    known: dict[int, float | None] = {}
    count = 0
    for training in trainings:
        count += 1
        number = training.setting.number
        if number not in known:
            known[number] = speed.epoch_s(training.recipe, dataset.fingerprint)
        one = known[number]
        if one is None:
            unknown += 1
        else:
            total += one * training.recipe.epochs
    if unknown:
        return Estimate(None, unknown)
    return Estimate(START_S + total / max(1, min(workers, count)), 0)


def time_left(
    waiting: Iterable[Training], spent: Mapping[int, tuple[int, float]], workers: int
) -> float | None:
    """Return how long is left, from the epochs of this experiment; None before the first.

    Parameters
    ----------
    waiting : iterable of Training
        What is still to be trained.
    spent : mapping of int to (epochs, seconds)
        By the number of the setting, what was trained of it.
    """
    epochs = sum(count for count, _ in spent.values())
    if not epochs:
        return None
    mean = sum(seconds for _, seconds in spent.values()) / epochs
    total = 0.0
    for training in waiting:
        of_setting = spent.get(training.setting.number)
        one = of_setting[1] / of_setting[0] if of_setting and of_setting[0] else mean
        total += one * training.recipe.epochs
    return total / max(1, workers)


def _cost(recipe: Recipe) -> Recipe:
    """Return a recipe with all that does not change how long an epoch takes left out."""
    return Recipe(
        name="",
        network=replace(recipe.network, pixels="unit"),
        optimizer=Optimizer(recipe.optimizer.kind),
        batch_size=recipe.batch_size,
        validation=recipe.validation,
        augmentation=recipe.augmentation,
        train_images=recipe.train_images,
        score_training=recipe.score_training,
    )
