"""What a running training tells, and what it gives at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

from core.probes import Probe
from core.records.network import Network, Predictions, Score, TrainingState
from core.records.recipe import Recipe

Ending: TypeAlias = Literal["finished", "stopped", "early", "diverged"]


@dataclass(frozen=True)
class Phase:
    """What a training is busy with before its first step."""

    name: Literal["waiting", "loading", "preparing", "compiling", "testing"]


@dataclass(frozen=True)
class Progress:
    """Where a running epoch stands; at most one each 50 ms.

    `loss` and `accuracy` are means since the epoch began. `epoch` counts from 1 and goes
    on when a training is continued; `first_epoch` and `last_epoch` are those of the count that
    the recipe asks for: 1 and 10, or 11 and 20 where ten more are trained.
    """

    epoch: int
    last_epoch: int
    step: int
    steps: int
    loss: float
    accuracy: float
    seconds_left: float
    first_epoch: int = 1

    @property
    def fraction(self) -> float:
        """How much of all its epochs is done, 0 to 1."""
        done = self.epoch - self.first_epoch + self.step / max(1, self.steps)
        return done / max(1, self.last_epoch - self.first_epoch + 1)


@dataclass(frozen=True)
class EpochReport:
    """The figures of one finished epoch.

    `loss` and `accuracy` are running means over the epoch, as Keras prints them;
    `train_score` is the whole training split scored after it, where the recipe asks.
    `val_score` is of what the recipe validates on; `seconds` is the wall time. `probe` is the
    fixed probe's look after the epoch; None in runs that were stored before there was one.
    `val_right` and `train_right` say of each image of these scores whether it was read right, a
    bit each (`numpy.packbits`); empty where it is not known, as of an epoch from the store.
    """

    epoch: int
    loss: float
    accuracy: float
    learning_rate: float
    seconds: float
    val_score: Score | None = None
    train_score: Score | None = None
    probe: Probe | None = None
    # Kept elsewhere than the figures: two epochs with the same ones are equal.
    val_right: bytes = field(default=b"", compare=False, repr=False)
    train_right: bytes = field(default=b"", compare=False, repr=False)

    @property
    def val_loss(self) -> float | None:
        """The loss on the validation images, if there are any."""
        return None if self.val_score is None else self.val_score.loss

    @property
    def val_accuracy(self) -> float | None:
        """The accuracy on the validation images, if there are any."""
        return None if self.val_score is None else self.val_score.accuracy


Report: TypeAlias = Phase | Progress | EpochReport | Probe
"""What a running training tells: a `Probe` by itself is the one before its first step."""


@dataclass(frozen=True, eq=False)
class Earlier:
    """What is behind the place at which a training goes on.

    Parameters
    ----------
    epochs : tuple of EpochReport
        The finished ones, from the first on as far as they are known.
    best : Network or None
        That of the best epoch among those that the recipe's count began with.
    """

    epochs: tuple[EpochReport, ...] = ()
    best: Network | None = None

    def counted(self, recipe: Recipe, counts_from: int) -> tuple[EpochReport, ...]:
        """Return the epochs that the search for the best one goes on from.

        None of them without their network where the recipe wants the best one back: what
        could not be given back is not called the best.
        """
        stopping = recipe.early_stopping
        if self.best is None and stopping is not None and stopping.restore_best:
            return ()
        return tuple(report for report in self.epochs if report.epoch > counts_from)


class Outcome(Protocol):
    """What a training gave, whatever was trained: a `RunResult`, or a lesson's."""

    @property
    def epochs(self) -> tuple[EpochReport, ...]:
        """Those that it trained."""

    @property
    def test(self) -> Score | None:
        """Of the trained network on the test images, where there are some."""

    @property
    def ended(self) -> Ending:
        """How it ended."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    @property
    def first_probe(self) -> Probe | None:
        """The look before its first step, where one was taken."""


@dataclass(frozen=True, eq=False)
class RunResult:
    """What a training gave.

    Parameters
    ----------
    epochs : tuple of EpochReport
        Those of this training only, not of the one that it continued.
    network : Network
        The trained network (the best one, where early stopping restores it).
    state : TrainingState
        The last weights and optimizer state, to continue from.
    best_epoch : int or None
        As `core.evaluation.best_epoch` has it.
    test, test_predictions : Score or None, Predictions or None
        On the test split; None where there is none.
    first_probe : Probe or None
        The look before the first step.
    """

    recipe: Recipe
    epochs: tuple[EpochReport, ...]
    network: Network
    state: TrainingState
    ended: Ending
    best_epoch: int | None
    test: Score | None
    seconds: float
    test_predictions: Predictions | None = None
    first_probe: Probe | None = None
