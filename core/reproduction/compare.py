"""One training, or several seeds of it, beside what its text printed: for the window.

`core.reproduction.reproduce` trains what its verdicts need; here whatever was trained so far
is judged, epoch by epoch as it comes in. The rules are those of `core.reproduction.verdicts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import ClassVar

import numpy as np

from core.data.facts import DataFacts
from core.data.mnist import images_of, is_mnist, is_sample
from core.diagnosis.finding import Finding
from core.diagnosis.findings import findings
from core.layers import NetworkSpec
from core.phrases import Phrase
from core.probes import Probe
from core.recipes.catalogue import CATALOGUE
from core.recipes.published import PublishedRun, published
from core.records import Dataset, EarlyStopping, EpochReport, Outcome, Recipe
from core.reproduction.claims import (
    FALLS,
    PRINTED_ONSET,
    fall,
    layers,
    posted,
    remarks,
    statements,
)
from core.reproduction.curves import curve
from core.reproduction.experiment import LossLevel, Measured
from core.reproduction.scores import accuracy
from core.reproduction.told import of_families
from core.reproduction.verdicts import JudgedValue, Verdict, ended_after

WAITING = Phrase("not trained yet")
OTHER_DATA = Phrase(
    "published for the whole MNIST, and these are other data: no verdict; open MNIST's 70,000 "
    "images to compare"
)
UNWATCHED = Phrase("only a training that is followed from its first epoch can be compared")
UNSCORED = Phrase('measured where "Score all training images too" is ticked')


def printed_for(recipe: Recipe) -> PublishedRun | None:
    """Return what a text printed for this very training, whatever the seed and the epochs."""
    original = _original(recipe)
    return None if original is None else published(original.name)


@dataclass(frozen=True)
class RecipeTraining:
    """A training by a recipe, as an `Experiment`."""

    recipe: Recipe

    by_form: ClassVar[bool] = True
    stored: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """The recipe's."""
        return self.recipe.name

    @property
    def network(self) -> NetworkSpec:
        """The recipe's."""
        return self.recipe.network

    @property
    def epochs(self) -> int:
        """The recipe's count."""
        return self.recipe.epochs

    @property
    def early_stopping(self) -> EarlyStopping | None:
        """The recipe's."""
        return self.recipe.early_stopping

    @property
    def validates_on_test(self) -> bool:
        """Whether the recipe does as many tutorials do."""
        return self.recipe.validation == "test"

    @property
    def loss_levels(self) -> tuple[LossLevel, ...]:
        """Guessing, and where the loss is clipped the most that it can be."""
        if self.recipe.by_hand is not None:
            return ()
        return (
            ("guessing", "clipped")
            if self.recipe.loss == "clipped_crossentropy"
            else ("guessing",)
        )

    def published_on(self, dataset: Dataset) -> PublishedRun | None:
        """Return what was printed for this very training, on MNIST's images, all or some."""
        return printed_for(self.recipe) if is_mnist(dataset) or is_sample(dataset) else None

    def applies_to(self, dataset: Dataset) -> bool:
        """Return whether this is the whole MNIST, by its images: all texts trained on it."""
        return is_mnist(dataset)

    def judge(self, runs: Sequence[Measured], *, comparable: bool) -> tuple[JudgedValue, ...]:
        """Set trainings of the recipe beside its published figures."""
        return judge(self.recipe, runs, comparable=comparable)

    def findings(
        self,
        epochs: tuple[EpochReport, ...],
        outcome: Outcome | None,
        *,
        facts: DataFacts | None = None,
        start: Probe | None = None,
    ) -> tuple[Finding, ...]:
        """Say what strikes, and why."""
        return findings(self.recipe, epochs, outcome, facts=facts, start=start)


def judge(
    recipe: Recipe, runs: Sequence[Measured], *, comparable: bool = True
) -> tuple[JudgedValue, ...]:
    """Set trainings of a recipe beside its published figures; empty if there are none.

    Parameters
    ----------
    runs : sequence of Measured
        At least one; several are seeds of the same recipe, and are compared as their mean.
    comparable : bool
        Whether they were trained on the whole MNIST.
    """
    original = _original(recipe)
    if original is None:
        return ()
    printed = published(original.name)
    if printed is None:
        return ()
    if printed.pictures_only:
        return _on_these_data(_falls(original, runs[-1]), comparable=comparable)
    if printed.freed is not None:
        judged = [*_families(original, printed, runs)]
    else:
        judged = [*_by_epoch(original, printed, runs), *_of_trained(original, printed, runs)]
    if printed.outputs_tie:
        epochs = [_from_the_first(run.epochs) for run in runs]
        judged = [posted(item, printed, epochs) for item in judged]
    return (
        *remarks(original.name, printed),
        *layers(original.name, printed, recipe.network),
        *_on_these_data(judged, comparable=comparable),
    )


def _original(recipe: Recipe) -> Recipe | None:
    """Return the recipe of the catalogue that trains the same, whatever it is called."""
    alike = [known for known in CATALOGUE if _trains_as(recipe, known)]
    namesakes = [known for known in alike if known.name == recipe.name]
    return next(iter([*namesakes, *alike]), None)


def _trains_as(recipe: Recipe, known: Recipe) -> bool:
    """Say whether two recipes differ in nothing but name, seed, epochs and what is scored."""
    same = replace(recipe, name=known.name, title=known.title, about=known.about)
    same = replace(same, seed=known.seed, epochs=known.epochs)
    return replace(same, score_training=known.score_training) == known


def _falls(recipe: Recipe, run: Measured) -> tuple[JudgedValue, ...]:
    """Judge the question that has pictures only, once it was trained as long as there."""
    judged: list[JudgedValue] = []
    for what, scores in (
        (Phrase("training accuracy"), [epoch.train_score for epoch in run.epochs]),
        (Phrase("test accuracy"), [epoch.val_score for epoch in run.epochs]),
    ):
        known = [score.accuracy for score in scores if score is not None]
        falls, begins = statements(what)
        items: tuple[JudgedValue, ...] = (
            JudgedValue(recipe.name, falls, FALLS, None, None, WAITING),
            JudgedValue(recipe.name, begins, PRINTED_ONSET, None, None, WAITING),
        )
        if known:
            items = fall(recipe.name, what, known, images_of(what))
        if len(known) < recipe.epochs:
            why = WAITING if run.ending is None else _too_short(recipe)
            items = tuple(replace(item, verdict=None, why=why) for item in items)
        judged += items
    return tuple(judged)


def _by_epoch(
    recipe: Recipe, printed: PublishedRun, runs: Sequence[Measured]
) -> Iterator[JudgedValue]:
    """Judge every printed figure of an epoch, in the order in which they come in."""
    whole = [_from_the_first(run.epochs) for run in runs]
    done = min(len(epochs) for epochs in whole)
    judged: list[JudgedValue] = []
    for what, values in printed.curves.items():
        columns = [[getattr(epoch, what) for epoch in epochs[:done]] for epochs in whole]
        if done:
            judged += curve(recipe.name, what, values[:done], columns, images=images_of(what))
        why = WAITING if runs[-1].epochs == whole[-1] else UNWATCHED
        verdict: Verdict | None = None
        if runs[-1].ending is not None and why == WAITING:
            why = ended_after(done)
            # What a person chose to end is no deviation from the text.
            verdict = "differs" if runs[-1].ending in {"early", "diverged"} else None
        judged += [
            JudgedValue(recipe.name, what, value, None, verdict, why, epoch)
            for epoch, value in enumerate(values[done:], start=done + 1)
        ]
    return iter(sorted(judged, key=lambda item: item.epoch or 0))


def _families(
    recipe: Recipe, printed: PublishedRun, runs: Sequence[Measured]
) -> Iterator[JudgedValue]:
    """Judge a training whose seeds are of two families, once all its epochs are trained."""
    whole = [_from_the_first(run.epochs) for run in runs]
    judged = list(
        of_families(recipe, printed, whole, [str(n) for n in range(1, len(runs) + 1)])
    )
    if all(len(epochs) >= recipe.epochs for epochs in whole):
        yield from judged
        return
    ended = all(run.ending is not None for run in runs)
    why = _too_short(recipe) if ended else WAITING
    yield from (replace(item, verdict=None, why=why) for item in judged)


def _of_trained(
    recipe: Recipe, printed: PublishedRun, runs: Sequence[Measured]
) -> Iterator[JudgedValue]:
    """Judge the accuracies of the trained network."""
    trained = [_training_accuracy(recipe, run) for run in runs]
    tested = [None if run.test is None else run.test.accuracy for run in runs]
    for what, value, measured, missing in (
        ("training accuracy", printed.train_accuracy, trained, UNSCORED),
        ("test accuracy", printed.test_accuracy, tested, WAITING),
    ):
        known = [one for one in measured if one is not None]
        if value is None:
            continue
        if not known:
            yield JudgedValue(recipe.name, what, value, None, None, missing)
        elif any(len(run.epochs) < recipe.epochs and run.ending != "early" for run in runs):
            mean = float(np.mean(known))
            yield JudgedValue(recipe.name, what, value, mean, None, _too_short(recipe))
        else:
            yield accuracy(recipe.name, what, value, known)


def _training_accuracy(recipe: Recipe, run: Measured) -> float | None:
    """Return the accuracy of the network that the training ended with, where it was scored."""
    if run.ending is None or not run.epochs:
        return None
    last = run.epochs[-1]
    if recipe.early_stopping is not None and recipe.early_stopping.restore_best:
        last = min(run.epochs, key=lambda epoch: epoch.loss)
    return None if last.train_score is None else last.train_score.accuracy


def _too_short(recipe: Recipe) -> Phrase:
    return Phrase("the text trains for {epochs} epochs", epochs=recipe.epochs)


def _from_the_first(epochs: tuple[EpochReport, ...]) -> tuple[EpochReport, ...]:
    """Return the epochs that can be set beside those of a text: 1, 2, 3, ..."""
    pairs = takewhile(lambda pair: pair[0] == pair[1].epoch, enumerate(epochs, start=1))
    return tuple(epoch for _, epoch in pairs)


def _on_these_data(
    judged: Sequence[JudgedValue], *, comparable: bool
) -> tuple[JudgedValue, ...]:
    """Take the verdicts away where the data are not those of the texts."""
    if comparable:
        return tuple(judged)
    return tuple(replace(item, verdict=None, tolerance=None, why=OTHER_DATA) for item in judged)
