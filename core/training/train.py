"""Training a network by a recipe: epochs, reports, and the person's control of it.

`train` takes a recipe and a data set and gives a trained network with its history. In order:
the split into training and validation images; the model, optimizer and their earlier state;
then epoch after epoch chunks of steps (`core.training.loop`), and between two chunks a look at
the control (stop, pause, learning rate), a progress report, and a check that the loss is still
a number. After each epoch the scores on the validation images, and the watch for the best.

A chunk is as long as about 50 ms of steps, so Stop is seen at once and Python's share stays
small. Everything random depends on (seed, epoch, step) alone: the same recipe gives the same
history, bit for bit, and a training that was stopped, even amid an epoch, goes on as if it
had not been.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

import numpy as np

from core.control import Control
from core.errors import Cancelled, TrainingError
from core.evaluation.metrics import score
from core.records import (
    NO_SUMS,
    Dataset,
    Ending,
    EpochReport,
    Floats,
    Network,
    Phase,
    Predictions,
    Progress,
    Recipe,
    Report,
    RunResult,
    Score,
    TrainingState,
)
from core.training.batches import BatchLoader, Block, Split, split
from core.training.loop import Doubles, FastLoop, Sums
from core.training.losses import penalty
from core.training.schedules import ChunkSizer, EarlyStopper, learning_rates, step_count
from core.training.scoring import Scorer

REPORT_S = 0.05
"""At most one progress report in so many seconds."""


def train(
    recipe: Recipe,
    dataset: Dataset,
    *,
    report: Callable[[Report], None],
    control: Control,
    start: TrainingState | None = None,
    checkpoint: Callable[[TrainingState], None] | None = None,
) -> RunResult:
    """Train the recipe's network on the data set.

    Parameters
    ----------
    report : callable
        Is handed each `Phase`, `Progress` (at most one in 50 ms) and `EpochReport`.
    control : Control
        Stops, pauses, or changes the learning rate; seen within a chunk.
    start : TrainingState, optional
        Go on from there for `recipe.epochs` more epochs.
    checkpoint : callable, optional
        Is handed the state after each finished epoch, just before its report.

    Raises
    ------
    RecipeError
        If the recipe cannot be trained on this data.
    TrainingError
        If `start` belongs to another network or optimizer.
    """
    if start is not None and start.network.spec != recipe.network:
        raise TrainingError(
            "The training cannot be continued: the recipe has another network.",
            "Continue with the recipe that it was trained with, or start a new training.",
        )
    report(Phase("preparing"))
    training = _Training(recipe, dataset, report, control, start)
    return training.run(checkpoint or (lambda state: None))


class _End(Exception):  # noqa: N818 - the way out of an epoch that is not finished
    def __init__(self, ending: Ending) -> None:
        super().__init__(ending)
        self.ending = ending


class _Training:
    """One call of `train`, and what its parts share."""

    def __init__(
        self,
        recipe: Recipe,
        dataset: Dataset,
        report: Callable[[Report], None],
        control: Control,
        start: TrainingState | None,
    ) -> None:
        self._began = time.perf_counter()
        self._recipe, self._report, self._control = recipe, report, control
        training, self._validation, self._test = split(recipe, dataset)
        self._scored_training = training if recipe.score_training else None
        self._loader = BatchLoader(recipe, training)
        self._loop = FastLoop(recipe, start)
        self._scorer = Scorer(recipe.network)
        self._finished = start.epoch if start else 0
        self._last_epoch = self._finished + recipe.epochs
        self._seen = start.seen_images if start else 0
        self._sums = np.array(start.epoch_sums if start else NO_SUMS)
        self._peak = _learning_rate(recipe, start)
        self._stopper = EarlyStopper(recipe.early_stopping)
        self._sizer = ChunkSizer()
        self._reported = -math.inf
        self._history: list[EpochReport] = []
        self._best: tuple[Floats, ...] | None = None
        self._settle(self._finished, self._seen)

    def run(self, checkpoint: Callable[[TrainingState], None]) -> RunResult:
        """Train all epochs and return the result."""
        self._report(Phase("compiling"))
        try:
            ended = self._epochs(checkpoint)
        except _End as end:
            ended = end.ending
        self._report(Phase("testing"))
        best = self._best if self._stopper.restores_best else None
        weights = best or self._weights
        predictions = self._scorer.predict(weights, self._test.images)
        return RunResult(
            recipe=self._recipe,
            epochs=tuple(self._history),
            network=Network(self._recipe.network, weights),
            state=self._state,
            ended=ended,
            best_epoch=self._stopper.best_epoch,
            test=self._scored(predictions, self._test, weights)
            if self._test.labels.size
            else None,
            test_predictions=predictions if self._test.labels.size else None,
            seconds=time.perf_counter() - self._began,
        )

    def _epochs(self, checkpoint: Callable[[TrainingState], None]) -> Ending:
        while self._finished < self._last_epoch:
            report = self._epoch(self._finished + 1)
            self._finished = report.epoch
            self._history.append(report)
            if self._stopper.improves(report) and self._stopper.restores_best:
                self._best = self._weights
            checkpoint(self._state)
            self._report(report)
            if self._stopper.exhausted:
                return "early"
        return "finished"

    def _epoch(self, epoch: int) -> EpochReport:
        began = time.perf_counter()
        step = step_count(self._seen, self._recipe.batch_size)
        for block in self._loader.epoch(epoch, step):
            step = max(step, block.first)
            while step < block.end:
                self._obey(step)
                count = min(self._sizer.steps, block.end - step)
                self._chunk(block, step, count)
                step += count
                self._tell(step)
        loss, accuracy = _means(self._sums)
        validation, training = self._scores()
        self._seen, self._sums = 0, np.array(NO_SUMS)
        self._settle(epoch, 0)
        return EpochReport(
            epoch=epoch,
            loss=loss,
            accuracy=accuracy,
            learning_rate=float(self._rates(self._loader.steps - 1, 1)[0]),
            seconds=time.perf_counter() - began,
            val_score=validation,
            train_score=training,
        )

    def _obey(self, step: int) -> None:
        """Do what the person asked for since the last chunk."""
        self._control.wait_while_paused()
        if self._control.stopped:
            self._stop_at(step * self._recipe.batch_size)
        wish = self._control.take_learning_rate()
        self._peak = self._peak if wish is None else wish

    def _stop_at(self, seen_images: int) -> NoReturn:
        """End amid the epoch, so that it can go on behind its last step."""
        self._settle(self._finished, seen_images)
        raise _End("stopped")

    def _chunk(self, block: Block, first: int, count: int) -> None:
        began = time.perf_counter()
        rates = self._rates(block.first, block.rows)
        self._sums = self._loop.run(block, rates, self._sums, first=first, count=count)
        self._sizer.took(count, time.perf_counter() - began)
        if not np.isfinite(self._sums[0]):
            raise _End("diverged")

    def _rates(self, first: int, steps: int) -> Doubles:
        """Return the learning rates of these steps of the running epoch."""
        epochs = self._finished - self._last_epoch + self._recipe.epochs
        before = epochs * self._loader.steps + first
        total = self._recipe.epochs * self._loader.steps
        return learning_rates(self._recipe, self._peak, before, steps, total)

    def _tell(self, step: int) -> None:
        """Report the progress, unless that was done a moment ago."""
        now = time.perf_counter()
        if now - self._reported < REPORT_S:
            return
        self._reported = now
        left = (self._last_epoch - self._finished) * self._loader.steps - step
        loss, accuracy = _means(self._sums)
        self._report(
            Progress(
                epoch=self._finished + 1,
                last_epoch=self._last_epoch,
                step=step,
                steps=self._loader.steps,
                loss=loss,
                accuracy=accuracy,
                seconds_left=self._sizer.seconds_for(left),
            )
        )

    def _settle(self, epoch: int, seen_images: int) -> None:
        """Keep what the training has come to, to go on from and to give back."""
        self._state: TrainingState = self._loop.state(epoch, seen_images, self._sums)
        self._weights: tuple[Floats, ...] = self._loop.weights()

    def _scores(self) -> tuple[Score | None, Score | None]:
        """Score the validation images and, where the recipe asks, the training images."""
        weights = self._loop.weights()
        try:
            return (
                self._score(self._validation, weights),
                self._score(self._scored_training, weights),
            )
        except Cancelled:
            self._stop_at(self._loader.images)

    def _score(self, images: Split | None, weights: tuple[Floats, ...]) -> Score | None:
        """Score some images unless the person asks to stop."""
        if images is None:
            return None
        predictions = self._scorer.predict(weights, images.images, stop=self._control)
        return self._scored(predictions, images, weights)

    def _scored(
        self, predictions: Predictions, images: Split, weights: tuple[Floats, ...]
    ) -> Score:
        """Return a score whose loss contains what `l2` adds, as Keras's does."""
        result = score(predictions, images.labels, self._recipe.loss)
        return replace(result, loss=result.loss + penalty(self._recipe.network, weights))


def _means(sums: Sums) -> tuple[float, float]:
    """Return the mean loss of the images and the accuracy on the digits among them."""
    losses, right, digits, images = sums.tolist()
    return losses / images if images else math.nan, right / digits if digits else math.nan


def _learning_rate(recipe: Recipe, start: TrainingState | None) -> float:
    """Return the learning rate to begin with: where it was left, unless a schedule sets it."""
    if start is None or not start.optimizer_variables or recipe.schedule != "constant":
        return recipe.optimizer.learning_rate
    # Keras's optimizers begin with their step count and their learning rate.
    return float(start.optimizer_variables[1])
