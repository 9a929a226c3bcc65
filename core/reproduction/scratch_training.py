"""The network from scratch as the window trains it: two versions, reports, findings.

What is taught is in `core.from_scratch`; here its figures become the records that the plots
and tables of any training understand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from core.data.facts import DataFacts
from core.data.mnist import begins_as_mnist
from core.diagnosis.finding import Finding
from core.from_scratch.gradient_check import GradientCheck
from core.from_scratch.network import (
    HIDDEN,
    PUBLISHED_SAMPLE,
    PUBLISHED_SEED,
    Derivative,
    ErrorName,
    Settings,
    network_spec,
)
from core.layers import NetworkSpec
from core.phrases import Phrase
from core.probes import Probe
from core.recipes.published import SCRATCH_NAME, PublishedRun, published
from core.records import (
    ByHand,
    Dataset,
    EpochReport,
    Optimizer,
    Outcome,
    Recipe,
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
_CHANGED = Phrase("printed for other settings than those of this lesson")
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
    learning_rate, hidden : float, int
        What it moves its weights by; how many hidden values it has.
    doubled : bool
        Whether dropout's factor is there on the way back too, which the text left away.
    error : {"squared", "crossentropy"}
        What it makes smaller.
    """

    name: str
    title: str
    about: str
    derivative: Derivative
    epochs: int = 20
    images: int = PUBLISHED_SAMPLE
    seed: int = PUBLISHED_SEED
    learning_rate: float = LEARNING_RATE
    hidden: int = HIDDEN
    doubled: bool = False
    error: ErrorName = "squared"

    by_form: ClassVar[bool] = False
    stored: ClassVar[bool] = True
    validates_on_test: ClassVar[bool] = True
    early_stopping: ClassVar[None] = None
    # Its loss is a squared error, which neither level is of.
    loss_levels: ClassVar[tuple[LossLevel, ...]] = ()

    @property
    def network(self) -> NetworkSpec:
        """The layers that it trains, without biases."""
        return network_spec(self.hidden, self.error)

    @property
    def settings(self) -> Settings:
        """What `core.from_scratch` is told."""
        return Settings(
            self.derivative,
            self.doubled,
            self.error,
            self.seed,
            self.epochs,
            self.learning_rate,
            self.hidden,
        )

    @property
    def recipe(self) -> Recipe:
        """The recipe that it is kept by, with all that fixes it."""
        return Recipe(
            self.name,
            self.network,
            optimizer=Optimizer("sgd", self.learning_rate),
            batch_size=1,
            epochs=self.epochs,
            validation="test",
            seed=self.seed,
            train_images=self.images,
            test_images=self.images,
            by_hand=ByHand(self.derivative, self.doubled, self.error),
            title=self.title,
            about=self.about,
        )

    @property
    def as_printed(self) -> bool:
        """Whether its settings, epochs aside, are the text's own, its bug included."""
        return self.derivative == "published" and self._printed_but_for_the_bug

    @property
    def _printed_but_for_the_bug(self) -> bool:
        text = LESSONS[0]
        own = (self.images, self.seed, self.learning_rate, self.hidden)
        return (
            own == (text.images, text.seed, text.learning_rate, text.hidden)
            and not self.doubled
            and self.error == text.error
        )

    def published_on(self, dataset: Dataset) -> PublishedRun | None:
        """Return the printed curves by the names of the plots; None on other images."""
        whole = published(SCRATCH_NAME)
        # The cured version is shown beside what the bug printed, for comparison.
        if whole is None or not self._printed_but_for_the_bug or not self.applies_to(dataset):
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


def lesson_findings(check: GradientCheck) -> tuple[Finding, ...]:
    """Say in words what the gradient check found."""
    values: dict[str, object] = {"first": check.weights_1, "second": check.weights_2}
    wrong: dict[str, object] = {"first": 100 * check.weights_1, "second": check.weights_2}
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
            "Gradient check: the first layer is wrong, with a relative error of {first:.0f} %; "
            "the second is right ({second:.1e}).",
            "The derivative of the ReLU is handed the ReLU's output, which is never below "
            "zero, and asks whether it is >= 0: the answer is always yes. Errors flow back "
            "through hidden values that were switched off.",
            "Ask > 0 instead: start the cured version from the gallery and compare.",
            wrong,
        ),
    )


def judge_lesson(
    lesson: Lesson, epochs: Sequence[EpochReport], *, comparable: bool
) -> tuple[JudgedValue, ...]:
    """Set a lesson, as far as it has come, beside all eighty printed numbers."""
    whole = published(SCRATCH_NAME)
    assert whole is not None
    judged: list[JudgedValue] = []
    printed = len(whole.curves["training_error"])
    for row, report in enumerate(epochs[:printed]):
        judged += judged_row(row, [getattr(report, of) for of in _COLUMNS.values()])
    for row in range(len(epochs), min(lesson.epochs, printed)):
        judged += [
            JudgedValue(SCRATCH_NAME, what, values[row], None, None, WAITING, row)
            for what, values in whole.curves.items()
        ]
    refusal: str = "" if comparable else _OTHER_IMAGES
    if not lesson.as_printed:
        cured = replace(lesson, derivative="published").as_printed
        refusal = refusal or (_CURED if cured else _CHANGED)
    if not refusal:
        return tuple(judged)
    return tuple(replace(f, verdict=None, tolerance=None, why=refusal) for f in judged)
