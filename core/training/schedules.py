"""What changes from epoch to epoch and step to step: order, learning rate, patience."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.evaluation.best_epoch import BestEpoch
from core.records import EarlyStopping, EpochReport, Labels, Recipe


def epoch_order(seed: int, epoch: int, images: int) -> Labels:
    """Return the order in which the images are seen: a permutation, int64 (images,).

    It depends on nothing but its arguments, so that a training that was stopped and goes
    on sees what it would have seen.
    """
    return np.random.default_rng([seed, epoch]).permutation(images)


def split_at(images: int, share: float) -> int:
    """Return where the validation images begin, as Keras's ``validation_split`` does."""
    return math.floor(images * (1.0 - share))


def held_out(recipe: Recipe, images: int) -> range:
    """Return which of so many training images the recipe validates on; empty for none."""
    share = recipe.validation
    start, stop, _ = recipe.chosen_images.indices(images)
    if not isinstance(share, float) or not share:
        return range(0)
    return range(start + split_at(stop - start, share), stop)


def step_count(images: int, batch_size: int) -> int:
    """Return the steps of an epoch; the last may be smaller."""
    return -(-images // batch_size)


def learning_rates(
    recipe: Recipe, peak: float, first: int, steps: int, total: int
) -> NDArray[np.float64]:
    """Return the learning rate of the steps from `first` on, shape (steps,).

    `total` counts the steps of the whole training; along half a cosine the rate falls from
    `peak` at the first to almost zero at the last.
    """
    if recipe.schedule == "constant":
        return np.full(steps, peak)
    done = np.arange(first, first + steps) / total
    rates: NDArray[np.float64] = peak * 0.5 * (1 + np.cos(np.pi * done))
    return rates


CHUNK_S = 0.05
"""How long a chunk of steps should take, in seconds."""


class ChunkSizer:
    """How many steps make a chunk, from how long the last one took.

    Where chunks begin and end changes nothing in what is computed.
    """

    def __init__(self) -> None:
        self.steps = 1
        self._seconds = 0.0
        self._counted = 0
        self._compiled = False

    def took(self, steps: int, seconds: float) -> None:
        """Take note of a chunk."""
        if not self._compiled:
            # The first call compiles; it says nothing of the next.
            self._compiled = True
            return
        self._seconds += seconds
        self._counted += steps
        fitting = int(CHUNK_S * steps / max(seconds, 1e-9))
        self.steps = max(1, min(fitting, 16 * self.steps))

    def seconds_for(self, steps: int) -> float:
        """Foretell how long so many steps will take; nan before anything is known."""
        return steps * self._seconds / self._counted if self._counted else math.nan


class EarlyStopper:
    """Which epoch was best, and whether to wait for a better one, as Keras's EarlyStopping.

    Parameters
    ----------
    settings : EarlyStopping or None
        None takes note of the best epoch and never stops.
    """

    def __init__(self, settings: EarlyStopping | None) -> None:
        self._settings = settings
        self._best = BestEpoch(settings)
        self._waited = 0

    @property
    def best_epoch(self) -> int | None:
        """The best epoch so far."""
        return self._best.epoch

    @property
    def restores_best(self) -> bool:
        """Whether the weights of the best epoch become the trained network."""
        return self._settings is not None and self._settings.restore_best

    @property
    def exhausted(self) -> bool:
        """Whether there was no improvement for as many epochs as the settings allow."""
        # Keras's patience of 0 stops at the first epoch that is no improvement, as 1 does.
        return self._settings is not None and self._waited >= max(1, self._settings.patience)

    def improves(self, report: EpochReport) -> bool:
        """Take note of an epoch and say whether it is the best one up to now."""
        better = self._best.improves(report)
        # What is not measured can try nobody's patience.
        monitored = self._settings is not None and self._best.by == self._settings.monitor
        self._waited = self._waited + 1 if monitored and not better else 0
        return better
