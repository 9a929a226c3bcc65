"""All that is known of a training, for the rules that look at it while it runs and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import isfinite, isnan, nan, sqrt

from core.data.facts import DataFacts
from core.diagnosis.anatomy import sizes
from core.evaluation.metrics import as_with_ten, standard_error
from core.layers import class_count
from core.probes import LINE, Probe
from core.records import Ending, EpochReport, Recipe, Score

LEARNS_LITTLE = 0.5
"""Of ten digits: an accuracy below this after whole epochs is not what a training reaches."""


FEW_IMAGES = 10_000
"""With fewer training images no network comes near what it reaches on 60,000."""

LEARNT_WELL = (0.9, 0.96)
"""From which accuracy on a training is one that went well, with few training images and with
many: small networks come to .88 on 1,600 digits, 784-128-32-10 to .973 on 54,000."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """What is known of one training.

    Parameters
    ----------
    facts : DataFacts or None
        Of its data.
    start : Probe or None
        The look before its first step.
    epochs : tuple of EpochReport
        The finished ones, those of the training that was continued included.
    ended, test : Ending or None, Score or None
        What it gave, once it has ended.
    """

    recipe: Recipe
    facts: DataFacts | None = None
    start: Probe | None = None
    epochs: tuple[EpochReport, ...] = ()
    ended: Ending | None = None
    test: Score | None = None

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """The looks after epochs, as far as there are any."""
        return tuple(epoch.probe for epoch in self.epochs if epoch.probe is not None)

    @cached_property
    def classes(self) -> int:
        """How many classes are told apart."""
        return class_count(self.recipe.network)

    def reaches(self, accuracy: float) -> bool:
        """Say whether the last accuracy is as far from guessing as this is with ten classes."""
        return self.accuracy >= as_with_ten(accuracy, self.classes)

    def learns(self, accuracy: float) -> bool:
        """Say the same of the accuracy by logits: what outputs that tie cost does not count."""
        return self.by_logits >= as_with_ten(accuracy, self.classes)

    def named(self, classes: Iterable[int]) -> str:
        """Return the names of classes in a row; their numbers, where the data are unknown."""
        if self.facts is not None and len(self.facts.classes) == self.classes:
            return self.facts.named(classes)
        return ", ".join(map(str, classes))

    @property
    def last(self) -> EpochReport:
        """The last finished epoch; there must be one."""
        return self.epochs[-1]

    @property
    def accuracy(self) -> float:
        """The last accuracy: on validation images, else on training images."""
        if not self.epochs:
            return nan if self.start is None else self.start.accuracy
        return accuracy_of(self.last)

    @property
    def went_well(self) -> bool:
        """Whether it reads as many new images as such trainings do."""
        whole = sizes(self.recipe, self.facts)
        many = whole is None or whole.training >= FEW_IMAGES
        return self.learns(LEARNT_WELL[many])

    @property
    def by_logits(self) -> float:
        """The last accuracy by the largest logit: what was learnt, though outputs may tie."""
        if not self.epochs:
            return nan if self.start is None else self.start.logit_accuracy
        score = score_of(self.last) or self.last.probe
        return self.last.accuracy if score is None else score.logit_accuracy

    @property
    def training_accuracy(self) -> float | None:
        """The last training accuracy, measured as the validation's is; None if it was not."""
        if not self.epochs:
            return None
        if self.last.probe is not None:
            return self.last.probe.accuracy
        return None if self.last.train_score is None else self.last.train_score.accuracy

    @property
    def training_images(self) -> int:
        """On how many images `training_accuracy` was measured."""
        if self.last.probe is not None:
            return self.last.probe.images
        return 0 if self.last.train_score is None else self.last.train_score.images


def accuracy_of(report: EpochReport) -> float:
    """Return an epoch's accuracy on the images that come nearest to new ones; never nan."""
    score = score_of(report)
    value = report.accuracy if score is None else score.accuracy
    return 0.0 if isnan(value) else value


def score_of(report: EpochReport) -> Score | None:
    """Return the score of the epoch that comes nearest to new images."""
    return report.val_score or report.train_score


def validation_losses(epochs: tuple[EpochReport, ...]) -> list[tuple[float, EpochReport]]:
    """Return the validation losses that are numbers, with their epochs."""
    found = [(epoch.val_loss, epoch) for epoch in epochs]
    return [(loss, epoch) for loss, epoch in found if loss is not None and isfinite(loss)]


def difference_error(a: float, images_a: int, b: float, images_b: int) -> float:
    """Return the standard error of the difference of two shares; of correlated ones at most."""
    first, second = standard_error(a, images_a), standard_error(b, images_b)
    return sqrt(first * first + second * second)


def along(probe: Probe, times: float) -> float:
    """Return the loss after so many steps' length, as a multiple of the loss before."""
    after = probe.line[LINE.index(times)]
    if not isfinite(after):
        return float("inf")
    return after / probe.line_start if probe.line_start > 0 else nan
