"""Training a network by a recipe: epochs, reports, and the person's control of it.

`train` takes a recipe and a data set and gives a trained network with its history. In order:
the split into training and validation images; the model, optimizer and their earlier state;
then epoch after epoch chunks of steps (`core.training.loop`), and between two chunks a look at
the control (stop, pause, learning rate), a progress report, and a check that the loss is still
a number. After each epoch the scores on the validation images, and the watch for the best.

What a training has come to is one value, its `Position`: each of `_epoch`, `_block` and
`_chunk` takes one and returns the next, and whatever ends a training amid an epoch carries the
last one with it.

A chunk is as long as about 50 ms of steps, so Stop is seen at once and Python's share stays
small. Everything random depends on (seed, epoch, step) alone: the same recipe gives the same
history, bit for bit, and a training that was stopped, even amid an epoch, goes on as if it
had not been.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.control import Control
from core.errors import Cancelled, RecipeError, TrainingError
from core.probes import Probe
from core.recipes.for_classes import refuse_other_classes
from core.records import (
    NO_SUMS,
    Dataset,
    Earlier,
    Ending,
    EpochReport,
    Floats,
    Network,
    Phase,
    Progress,
    Recipe,
    Report,
    RunResult,
    TrainingState,
)
from core.training.batches import BatchLoader, Block, split
from core.training.loop import FastLoop
from core.training.position import Ended, Position
from core.training.probing import Prober
from core.training.reports import Teller
from core.training.schedules import ChunkSizer, EarlyStopper, learning_rates, step_count
from core.training.split_scores import SplitScores
from core.training.stepper import Doubles

Checkpoint = Callable[[TrainingState, Network], None]


def train(
    recipe: Recipe,
    dataset: Dataset,
    *,
    report: Callable[[Report], None],
    control: Control,
    start: TrainingState | None = None,
    earlier: Earlier | None = None,
    checkpoint: Checkpoint | None = None,
) -> RunResult:
    """Train the recipe's network on the data set.

    Parameters
    ----------
    report : callable
        Is handed each `Phase`, the `Probe` before the first step, each `Progress` (at most
        one in 50 ms) and each `EpochReport`.
    control : Control
        Stops, pauses, or changes the learning rate; seen within a chunk.
    start : TrainingState, optional
        Go on from there, to the epoch ``start.counts_from + recipe.epochs``.
    earlier : Earlier, optional
        What is behind `start`, where that is known: early stopping then goes on as if the
        training had not been interrupted.
    checkpoint : callable, optional
        Is handed the state after each finished epoch and the network that the training
        would give if it ended there, just before the epoch's report.

    Raises
    ------
    RecipeError
        If the recipe cannot be trained on this data: nothing to train on, another count of
        classes than of outputs (`core.recipes.for_classes` makes them one).
    TrainingError
        If `start` belongs to another network or optimizer.
    """
    if recipe.by_hand is not None:
        raise RecipeError(
            "The recipe {name} is a lesson's, trained in NumPy and image by image.",
            "Start it from the card of the lesson among the recipes.",
            name=repr(recipe.name),
        )
    if start is not None and start.network.spec != recipe.network:
        raise TrainingError(
            "The training cannot be continued: the recipe has another network.",
            "Continue with the recipe that it was trained with, or start a new training.",
        )
    refuse_other_classes(recipe, dataset.classes)
    report(Phase("preparing"))
    training = _Training(recipe, dataset, report, control, start)
    if earlier is not None:
        training.remember(earlier)
    try:
        return training.run(checkpoint or (lambda state, network: None))
    finally:
        training.close()


class _Training:
    """One call of `train`: what stays the same while its position moves on."""

    def __init__(
        self,
        recipe: Recipe,
        dataset: Dataset,
        report: Callable[[Report], None],
        control: Control,
        start: TrainingState | None,
    ) -> None:
        self._began = time.perf_counter()
        self._recipe, self._control = recipe, control
        training, validation, test = split(recipe, dataset)
        self._loader = BatchLoader(recipe, training)
        self._classes = dataset.classes
        self._loop = FastLoop(recipe, start, dataset.classes)
        self._scores = SplitScores(recipe, training, validation, test)
        self._prober = Prober(recipe, training, test)
        self._first_probe: Probe | None = None
        self._counts_from = start.counts_from if start else 0
        self._last_epoch = self._counts_from + recipe.epochs
        self._start = start
        self._stopper = EarlyStopper(recipe.early_stopping)
        self._best: tuple[Floats, ...] | None = None
        self._sizer = ChunkSizer()
        self._teller = Teller(report)

    def close(self) -> None:
        """Leave what is compiled to the next training."""
        self._loop.close()

    def remember(self, earlier: Earlier) -> None:
        """Let early stopping know of the epochs that the recipe's count began with."""
        for report in earlier.counted(self._recipe, self._counts_from):
            self._stopper.improves(report)
        self._best = None if earlier.best is None else earlier.best.weights

    def run(self, checkpoint: Checkpoint) -> RunResult:
        """Train all epochs and return the result."""
        self._teller.say(Phase("compiling"))
        position = self._beginning()
        self._first_probe = self._prober.before(position.state)
        self._teller.say(self._first_probe)
        try:
            while position.epoch < self._last_epoch and not self._stopper.exhausted:
                position = self._epoch(position)
                self._keep(position, checkpoint)
            ending: Ending = "early" if self._stopper.exhausted else "finished"
        except Ended as ended:
            ending, position = ended.ending, ended.position
        self._teller.say(Phase("testing"))
        return self._result(position, ending)

    def _beginning(self) -> Position:
        """Return where the training begins: at fresh weights, or where another one ended."""
        start = self._start
        sums = np.array(start.epoch_sums if start else NO_SUMS)
        epoch, seen_images = (start.epoch, start.seen_images) if start else (0, 0)
        return Position(
            epoch=epoch,
            step=step_count(seen_images, self._recipe.batch_size),
            sums=sums,
            learning_rate=_learning_rate(self._recipe, start),
            state=self._loop.state(epoch, seen_images, sums, self._counts_from),
            weights=self._loop.weights(),
        )

    def _epoch(self, position: Position) -> Position:
        """Return the position after the running epoch: its steps, then its scores.

        An epoch that was left amid its steps goes on behind the last one; one that was left
        while it was scored has no step to take any more.
        """
        began = time.perf_counter()
        for block in self._loader.epoch(position.epoch + 1, position.step):
            position = self._block(position, block)
        try:
            validation, training = self._scores.of_epoch(self._loop.weights(), self._control)
        except Cancelled:
            raise self._stopped(position) from None
        fresh = replace(position, epoch=position.epoch + 1, step=0, sums=np.array(NO_SUMS))
        settled = self._settled(fresh)
        report = EpochReport(
            epoch=settled.epoch,
            loss=position.loss,
            accuracy=position.accuracy,
            learning_rate=float(self._rates(position, self._loader.steps - 1, 1)[0]),
            seconds=time.perf_counter() - began,
            val_score=validation.score,
            train_score=training.score,
            probe=self._prober.probe(settled.state, settled.weights),
            val_right=validation.right,
            train_right=training.right,
        )
        return replace(settled, reports=(*position.reports, report))

    def _block(self, position: Position, block: Block) -> Position:
        """Return the position after a block's steps; between chunks the person is heard."""
        position = replace(position, step=max(position.step, block.first))
        while position.step < block.end:
            position = self._chunk(self._obey(position), block)
            self._tell(position)
        return position

    def _chunk(self, position: Position, block: Block) -> Position:
        """Return the position after as many steps as fit into a moment.

        Raises
        ------
        Ended
            If the loss is no number any more: nothing of this epoch is kept.
        """
        began = time.perf_counter()
        count = min(self._sizer.steps, block.end - position.step)
        rates = self._rates(position, block.first, block.rows)
        sums = self._loop.run(block, rates, position.sums, first=position.step, count=count)
        self._sizer.took(count, time.perf_counter() - began)
        if not np.isfinite(sums[0]):
            raise Ended("diverged", position)
        return replace(position, step=position.step + count, sums=sums)

    def _obey(self, position: Position) -> Position:
        """Do what the person asked for since the last chunk."""
        self._control.wait_while_paused()
        if self._control.stopped:
            raise self._stopped(position)
        wish = self._control.take_learning_rate()
        return position if wish is None else replace(position, learning_rate=wish)

    def _stopped(self, position: Position) -> Ended:
        """Return the end amid an epoch, from where it can go on behind its last step."""
        return Ended("stopped", self._settled(position))

    def _settled(self, position: Position) -> Position:
        """Return the position with the state and the weights that the training has there."""
        # The last batch may be smaller than the others.
        seen_images = min(position.step * self._recipe.batch_size, self._loader.images)
        state = self._loop.state(position.epoch, seen_images, position.sums, self._counts_from)
        return replace(position, state=state, weights=self._loop.weights())

    def _keep(self, position: Position, checkpoint: Checkpoint) -> None:
        """Hand on a finished epoch, and its weights if they are the best so far."""
        report = position.reports[-1]
        if self._stopper.improves(report) and self._stopper.restores_best:
            self._best = position.weights
        checkpoint(position.state, self._network(position.weights))
        self._teller.say(report)

    def _network(self, weights: tuple[Floats, ...]) -> Network:
        return Network(self._recipe.network, weights, classes=self._classes)

    def _rates(self, position: Position, first: int, steps: int) -> Doubles:
        """Return the learning rates of these steps of the running epoch.

        A schedule lasts for the recipe's whole count of epochs, from the one that it counts
        from, and not from where this call of `train` began: only so does a training that was
        interrupted and goes on take the steps that it would have taken.
        """
        before = (position.epoch - self._counts_from) * self._loader.steps + first
        total = self._recipe.epochs * self._loader.steps
        return learning_rates(self._recipe, position.learning_rate, before, steps, total)

    def _tell(self, position: Position) -> None:
        """Report the progress, unless that was done a moment ago."""
        if not self._teller.due():
            return
        left = (self._last_epoch - position.epoch) * self._loader.steps - position.step
        self._teller.say(
            Progress(
                epoch=position.epoch + 1,
                first_epoch=self._counts_from + 1,
                last_epoch=self._last_epoch,
                step=position.step,
                steps=self._loader.steps,
                loss=position.loss,
                accuracy=position.accuracy,
                seconds_left=self._sizer.seconds_for(left),
            )
        )

    def _result(self, position: Position, ending: Ending) -> RunResult:
        """Return what the training gave: the best network where that is wanted, scored."""
        best = self._best if self._stopper.restores_best else None
        weights = best or position.weights
        test, predictions = self._scores.of_trained(weights)
        return RunResult(
            recipe=self._recipe,
            epochs=position.reports,
            network=self._network(weights),
            state=position.state,
            ended=ending,
            best_epoch=self._stopper.best_epoch,
            test=test,
            test_predictions=predictions,
            seconds=time.perf_counter() - self._began,
            first_probe=self._first_probe,
        )


def _learning_rate(recipe: Recipe, start: TrainingState | None) -> float:
    """Return the learning rate to begin with: where it was left, unless a schedule sets it."""
    rate = recipe.optimizer.learning_rate
    if start is None or not start.optimizer_variables or recipe.schedule != "constant":
        return rate
    # Keras's optimizers begin with their step count and their learning rate, in float32.
    left = start.optimizer_variables[1]
    return rate if left == np.float32(rate) else float(left)
