"""One training, or several seeds of it, beside what its text printed: for the window.

`core.reproduction.reproduce` trains what its verdicts need; here whatever was trained so far
is judged, epoch by epoch as it comes in. The rules are those of `core.reproduction.verdicts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from core.layers import parameter_count
from core.phrases import Phrase
from core.recipes.catalogue import CATALOGUE
from core.recipes.published import PublishedRun, published
from core.records import Ending, EpochReport, Recipe, Score
from core.reproduction.claims import fall, posted, remarks, statement
from core.reproduction.verdicts import (
    JudgedValue,
    Verdict,
    accuracy,
    curve,
    ended_after,
    exact,
)

WHOLE_MNIST = (60_000, 10_000)
"""How many training and test images the published figures are of."""

WAITING = Phrase("not trained yet")
OTHER_DATA = Phrase(
    "published for the whole MNIST: no verdict on other data; get all 70,000 images to compare"
)
UNWATCHED = Phrase("only a training that is followed from its first epoch can be compared")
UNSCORED = Phrase('measured where "Score all training images too" is ticked')


@dataclass(frozen=True)
class Measured:
    """One training as far as it has come.

    Parameters
    ----------
    test : Score or None
        Of the trained network, once there is one.
    ending : str or None
        How it ended; None while it runs.
    """

    epochs: tuple[EpochReport, ...] = ()
    test: Score | None = None
    ending: Ending | None = None


def printed_for(recipe: Recipe) -> PublishedRun | None:
    """Return what a text printed for this very training, whatever the seed and the epochs."""
    return published(recipe.name) if _original(recipe) is not None else None


def judge(
    recipe: Recipe, runs: Sequence[Measured], split_sizes: tuple[int, int] = WHOLE_MNIST
) -> tuple[JudgedValue, ...]:
    """Set trainings of a recipe beside its published figures; empty if there are none.

    Parameters
    ----------
    runs : sequence of Measured
        At least one; several are seeds of the same recipe, and are compared as their mean.
    splits : tuple of two int
        How many training and test images they had to learn from and were tested on.
    """
    original = _original(recipe)
    if original is None:
        return ()
    if recipe.name.startswith("q000-falling"):
        return _on_these_data(_falls(original, runs[-1]), split_sizes)
    printed = published(recipe.name)
    if printed is None:
        return ()
    judged = [*_by_epoch(original, printed, runs), *_of_trained(original, printed, runs)]
    if recipe.name.startswith("q002-posted"):
        judged = [posted(item) for item in judged]
    judged = list(_on_these_data(judged, split_sizes))
    if printed.parameters is not None:
        weights = parameter_count(recipe.network)
        judged.insert(0, exact(recipe.name, Phrase("parameters"), printed.parameters, weights))
    return (*remarks(recipe.name, printed), *judged)


def _original(recipe: Recipe) -> Recipe | None:
    """Return the recipe of the catalogue that trains the same, if there is one."""
    for known in CATALOGUE:
        same = replace(
            recipe, seed=known.seed, epochs=known.epochs, score_training=known.score_training
        )
        if same == known:
            return known
    return None


def _falls(recipe: Recipe, run: Measured) -> tuple[JudgedValue, ...]:
    """Judge the question that has pictures only, once it was trained as long as there."""
    judged = []
    for what, scores, images in (
        (Phrase("training accuracy"), [epoch.train_score for epoch in run.epochs], 60_000),
        (Phrase("test accuracy"), [epoch.val_score for epoch in run.epochs], 10_000),
    ):
        known = [score.accuracy for score in scores if score is not None]
        item = JudgedValue(recipe.name, *statement(what), None, None, WAITING)
        if known:
            item = fall(recipe.name, what, known, images)
        if len(known) < recipe.epochs:
            why = WAITING if run.ending is None else _too_short(recipe)
            item = replace(item, verdict=None, why=why)
        judged.append(item)
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
        images = WHOLE_MNIST[what.startswith("val")]
        if done:
            judged += curve(recipe.name, what, values[:done], columns, images=images)
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


def _of_trained(
    recipe: Recipe, printed: PublishedRun, runs: Sequence[Measured]
) -> Iterator[JudgedValue]:
    """Judge the accuracies of the trained network."""
    trained = [_training_accuracy(recipe, run) for run in runs]
    tested = [None if run.test is None else run.test.accuracy for run in runs]
    for what, value, shares, images, missing in (
        ("training accuracy", printed.train_accuracy, trained, 60_000, UNSCORED),
        ("test accuracy", printed.test_accuracy, tested, 10_000, WAITING),
    ):
        known = [share for share in shares if share is not None]
        if value is None:
            continue
        if not known:
            yield JudgedValue(recipe.name, what, value, None, None, missing)
        elif any(len(run.epochs) < recipe.epochs and run.ending != "early" for run in runs):
            mean = float(np.mean(known))
            yield JudgedValue(recipe.name, what, value, mean, None, _too_short(recipe))
        else:
            yield accuracy(recipe.name, what, value, known, images=images)


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
    judged: Sequence[JudgedValue], split_sizes: tuple[int, int]
) -> tuple[JudgedValue, ...]:
    """Take the verdicts away where the data are not those of the texts."""
    if split_sizes == WHOLE_MNIST:
        return tuple(judged)
    return tuple(replace(item, verdict=None, tolerance=None, why=OTHER_DATA) for item in judged)
