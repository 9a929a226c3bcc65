"""The network from scratch as the window trains it: two versions, reports, findings.

What is taught is in `core.from_scratch`; here its figures become the records that the plots
and tables of any training understand.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import ClassVar

from core.control import Control
from core.data.facts import DataFacts
from core.data.mnist import begins_as_mnist
from core.diagnosis.finding import Finding
from core.errors import Cancelled
from core.evaluation.metrics import score
from core.from_scratch.gradient_check import GradientCheck, check_gradient
from core.from_scratch.network import (
    HIDDEN,
    PUBLISHED_SAMPLE,
    PUBLISHED_SEED,
    Derivative,
    ScratchEpoch,
    train,
)
from core.layers import CLASSES, Dense, NetworkSpec
from core.networks.forward import forward
from core.phrases import Phrase
from core.probes import Probe
from core.recipes.published import SCRATCH_NAME, PublishedRun, published
from core.records import (
    Dataset,
    Ending,
    EpochReport,
    Network,
    Outcome,
    Progress,
    Report,
    Score,
)
from core.reproduction.claims import judged_row
from core.reproduction.compare import WAITING
from core.reproduction.experiment import LossLevel, Measured
from core.reproduction.verdicts import JudgedValue

LEARNING_RATE = 0.005
"""What the tutorial moves its weights by."""

GUESSING = 0.9
"""Squared error of saying 0.1 to every digit: .81 of the true one and nine times .01."""

_COLUMNS = {
    "training_error": "loss",
    "training_accuracy": "accuracy",
    "test_error": "val_loss",
    "test_accuracy": "val_accuracy",
}
_OTHER_IMAGES = Phrase(
    "printed for the first 1,000 + 1,000 images of the whole MNIST; these data begin with "
    "others, so the numbers do not apply"
)
_CURED = Phrase("printed with the derivative's bug, which this version does not have")


@dataclass(frozen=True)
class Lesson:
    """One version of the network from scratch.

    Parameters
    ----------
    derivative : {"published", "cured"}
        With the bug of the text, or without.
    images : int
        How many training and how many test images it uses: the first ones.
    """

    name: str
    title: str
    about: str
    derivative: Derivative
    epochs: int = 20
    images: int = PUBLISHED_SAMPLE
    seed: int = PUBLISHED_SEED

    by_form: ClassVar[bool] = False
    stored: ClassVar[bool] = False
    validates_on_test: ClassVar[bool] = True
    early_stopping: ClassVar[None] = None
    # Its loss is a squared error, which neither level is of.
    loss_levels: ClassVar[tuple[LossLevel, ...]] = ()

    @property
    def network(self) -> NetworkSpec:
        """The layers that it trains, without biases."""
        hidden = Dense(HIDDEN, "relu", use_bias=False)
        return NetworkSpec((hidden, Dense(CLASSES, use_bias=False)))

    def published_on(self, dataset: Dataset) -> PublishedRun | None:
        """Return the printed curves by the names of the plots; None on other images."""
        whole = published(SCRATCH_NAME)
        if whole is None or not self.applies_to(dataset):
            return None
        return PublishedRun({_COLUMNS[what]: values for what, values in whole.curves.items()})

    def applies_to(self, dataset: Dataset) -> bool:
        """Return whether the images that it uses, the first ones, are those of the text."""
        return begins_as_mnist(dataset)

    def judge(self, runs: Sequence[Measured], *, comparable: bool) -> tuple[JudgedValue, ...]:
        """Set the lesson, as far as it has come, beside all eighty printed numbers."""
        return judge_lesson(self, runs[-1].epochs, comparable=comparable)

    def findings(
        self,
        epochs: tuple[EpochReport, ...],
        outcome: Outcome | None,
        *,
        facts: DataFacts | None = None,
        start: Probe | None = None,
    ) -> tuple[Finding, ...]:
        """Say nothing: the rules are of trainings by a recipe."""
        return ()


LESSONS: tuple[Lesson, Lesson] = (
    Lesson(
        SCRATCH_NAME,
        "The network from scratch, as published",
        "The tutorial's program to its last printed digit, with its bug: its derivative of the "
        "ReLU is always 1.",
        "published",
    ),
    Lesson(
        f"{SCRATCH_NAME}-cured",
        "The network from scratch, cured",
        "The same with the right derivative: it learns better, and the gradient check agrees.",
        "cured",
    ),
)
"""Both versions, the published one first."""


@dataclass(frozen=True, eq=False)
class LessonResult:
    """What a lesson gave, an `Outcome`."""

    lesson: Lesson
    epochs: tuple[EpochReport, ...]
    network: Network | None
    ended: Ending
    test: Score | None
    seconds: float
    check: GradientCheck

    first_probe: ClassVar[None] = None


def train_lesson(
    lesson: Lesson,
    dataset: Dataset,
    report: Callable[[Report | GradientCheck], None],
    control: Control,
) -> LessonResult:
    """Check the gradient, then train; report the check, each epoch and how far it is."""
    began = time.perf_counter()
    part = dataset.first(lesson.images, lesson.images)
    check = check_gradient(part, derivative=lesson.derivative)
    report(check)
    network: Network | None = None
    reports: list[EpochReport] = []
    before = began
    with suppress(Cancelled):
        for epoch in train(
            part,
            derivative=lesson.derivative,
            seed=lesson.seed,
            sample=None,
            epochs=lesson.epochs,
            learning_rate=LEARNING_RATE,
            stop=control,
        ):
            now = time.perf_counter()
            told = _report(epoch, part, now - before)
            network, before = epoch.network, now
            reports.append(told)
            report(_progress(lesson, part, told))
            report(told)
    ended: Ending = "finished" if len(reports) == lesson.epochs else "stopped"
    test = reports[-1].val_score if reports else None
    seconds = time.perf_counter() - began
    return LessonResult(lesson, tuple(reports), network, ended, test, seconds, check)


def lesson_findings(check: GradientCheck) -> tuple[Finding, ...]:
    """Say in words what the gradient check found."""
    values: dict[str, object] = {"first": check.weights_1, "second": check.weights_2}
    if check.right:
        return (
            Finding(
                "gradient-check",
                "info",
                "Gradient check: both layers are right, with relative errors of {first:.1e} "
                "and {second:.1e}.",
                "A weight moved by a hair changes the error as the program says; below 1e-6 "
                "is right.",
                "",
                values,
            ),
        )
    return (
        Finding(
            "gradient-check",
            "bad",
            "Gradient check: the first layer is wrong, with a relative error of {first:.0%}; "
            "the second is right ({second:.1e}).",
            "The derivative of the ReLU is handed the ReLU's output, which is never below "
            "zero, and asks whether it is >= 0: the answer is always yes. Errors flow back "
            "through hidden values that were switched off.",
            "Ask > 0 instead: start the cured version from the gallery and compare.",
            values,
        ),
    )


def judge_lesson(
    lesson: Lesson, epochs: Sequence[EpochReport], *, comparable: bool
) -> tuple[JudgedValue, ...]:
    """Set a lesson, as far as it has come, beside all eighty printed numbers."""
    whole = published(SCRATCH_NAME)
    assert whole is not None
    judged: list[JudgedValue] = []
    for row, report in enumerate(epochs):
        judged += judged_row(row, [getattr(report, of) for of in _COLUMNS.values()])
    for row in range(len(epochs), lesson.epochs):
        judged += [
            JudgedValue(SCRATCH_NAME, what, values[row], None, None, WAITING, row)
            for what, values in whole.curves.items()
        ]
    refusal: str = "" if comparable else _OTHER_IMAGES
    refusal = refusal or (_CURED if lesson.derivative == "cured" else "")
    if not refusal:
        return tuple(judged)
    return tuple(replace(f, verdict=None, tolerance=None, why=refusal) for f in judged)


def _report(epoch: ScratchEpoch, part: Dataset, seconds: float) -> EpochReport:
    """Return an epoch as any training reports it; it counts from 1."""
    told = score(forward(epoch.network, part.test_images), part.test_labels, "crossentropy")
    # The lesson's own figures, which float32 may miss by an image.
    told = replace(
        told,
        loss=epoch.test_error,
        accuracy=epoch.test_accuracy,
        logit_accuracy=epoch.test_accuracy,
    )
    return EpochReport(
        epoch=epoch.epoch + 1,
        loss=epoch.training_error,
        accuracy=epoch.training_accuracy,
        learning_rate=LEARNING_RATE,
        seconds=seconds,
        val_score=told,
    )


def _progress(lesson: Lesson, part: Dataset, told: EpochReport) -> Progress:
    steps = len(part.train_labels)
    left = (lesson.epochs - told.epoch) * told.seconds
    return Progress(told.epoch, lesson.epochs, steps, steps, told.loss, told.accuracy, left)
