"""What an experiment answers: each setting over its seeds, and whether differences are real.

Settings are compared in pairs: the same seed gives both the same order of the images and, where
the networks are alike, the same first weights, and both are scored on the same test images. So
the differences scatter less than the figures themselves. Student's interval of their mean says
what other seeds would give; it says nothing of other test images.

Where more than two settings are compared, the intervals are widened so that all of them hold
together with 95 % (Bonferroni: each at 1 - .05 / pairs). So whoever picks the best of twenty is
not fooled by having picked it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

from core.evaluation.student import MeanInterval, mean_interval
from core.experiments.book import TrainedRun
from core.experiments.experiment import Setting, Training
from core.phrases import Phrase

Measure: TypeAlias = Literal["test_accuracy", "val_accuracy", "accuracy", "loss", "test_loss"]
"""What settings are compared by."""

LEVEL = 0.95

_SMALLER_IS_BETTER = ("loss", "test_loss")


@dataclass(frozen=True)
class Row:
    """A setting over its seeds.

    Parameters
    ----------
    by_seed : mapping of int to TrainedRun
        Its trainings that are done, by their seeds.
    figure : MeanInterval
        Of the measure, those that diverged left out.
    seconds : float or None
        Mean wall time of a training's epochs.
    diverged : int
        How many trainings ended with a loss that is no number.
    """

    setting: Setting
    by_seed: Mapping[int, TrainedRun]
    figure: MeanInterval
    loss: MeanInterval
    seconds: float | None
    diverged: int


@dataclass(frozen=True)
class Comparison:
    """Two settings by their paired seeds.

    Parameters
    ----------
    better, worse : Setting
        By the mean of the differences.
    difference : MeanInterval
        Better minus worse, over the seeds that both have; not below 0 in the mean.
    level : float
        At which the interval holds by itself.
    """

    better: Setting
    worse: Setting
    difference: MeanInterval
    level: float

    @property
    def shown(self) -> bool:
        """Whether the seeds show a difference: the interval lies on one side of 0."""
        low, high = self.difference.low, self.difference.high
        if low is None or high is None or not self.difference.deviation:
            return False
        return low > 0 or high < 0


@dataclass(frozen=True)
class Answer:
    """All that an experiment says so far.

    Parameters
    ----------
    measure : str
        What `figure` and the comparisons are of.
    rows : tuple of Row
        One for each setting, in order.
    comparisons : tuple of Comparison
        The best setting against each other one, the nearest first.
    steps : tuple of Comparison
        Each setting against the one before it, in order.
    pairs : int
        How many pairs of settings there are: what the intervals are widened for.
    """

    measure: Measure
    rows: tuple[Row, ...]
    comparisons: tuple[Comparison, ...]
    steps: tuple[Comparison, ...]
    pairs: int


def answer(
    trainings: Sequence[Training],
    trained: Mapping[int, TrainedRun],
    measure: Measure | None = None,
) -> Answer:
    """Say what the trainings that are done show.

    Parameters
    ----------
    measure : str, optional
        Else the test accuracy where there is one, then that of the validation, of the training.
    """
    measure = measure or chosen_measure(trained)
    rows = _rows(trainings, trained, measure)
    told = [row for row in rows if row.figure.count]
    pairs = len(told) * (len(told) - 1) // 2
    level = 1 - (1 - LEVEL) / max(1, pairs)
    return Answer(
        measure=measure,
        rows=rows,
        comparisons=_against_the_best(told, measure, level),
        steps=tuple(
            found
            for before, after in pairwise(told)
            if (found := compare(before, after, measure, level)) is not None
        ),
        pairs=pairs,
    )


def chosen_measure(trained: Mapping[int, TrainedRun]) -> Measure:
    """Return by what settings are compared: accuracy, of images not learnt from if any."""
    for measure in ("test_accuracy", "val_accuracy"):
        if any(one.done and _value(one, measure) is not None for one in trained.values()):
            return measure
    return "accuracy"


def compare(a: Row, b: Row, measure: Measure, level: float) -> Comparison | None:
    """Compare two settings over the seeds that both have.

    None where there is none, or where they were not scored on as many images.
    """
    differences = []
    for seed, one in a.by_seed.items():
        other = b.by_seed.get(seed)
        if other is None or one.images != other.images:
            continue
        first, second = _value(one, measure), _value(other, measure)
        if first is not None and second is not None:
            # Without the crumbs of the subtraction, which are no scatter.
            differences.append(round(first - second, 12))
    if not differences:
        return None
    sign = -1 if measure in _SMALLER_IS_BETTER else 1
    better, worse = a.setting, b.setting
    if sign * sum(differences) < 0:
        better, worse, sign = worse, better, -sign
    # (Of a loss, too, the difference is told as what the better one is better by.)
    found = mean_interval([sign * difference for difference in differences], level=level)
    return Comparison(better, worse, found, level)


def sentence(comparison: Comparison, measure: Measure) -> Phrase:
    """Say in words what two settings show."""
    difference = comparison.difference
    values: dict[str, object] = {
        "better": comparison.better.label,
        "worse": comparison.worse.label,
        "points": _points(difference.mean, measure),
        "seeds": difference.count,
    }
    if difference.low is None or difference.high is None:
        return Phrase(
            "{better} is {points} better than {worse} with the one seed that both were trained"
            " with: one seed shows nothing.",
            **values,
        )
    if not difference.mean and not difference.deviation:
        return Phrase("{better} and {worse}: the same on all {seeds} seeds.", **values)
    if not difference.deviation:
        return Phrase(
            "{better} is better than {worse} by the same {points} on all {seeds} seeds: they"
            " do not scatter, so that no interval can be told.",
            **values,
        )
    values |= {
        "low": _points(difference.low, measure, unit=False),
        "high": _points(difference.high, measure, unit=False),
    }
    if comparison.shown:
        return Phrase(
            "{better} beats {worse} by {points} on {seeds} seeds, 95 % interval {low} to"
            " {high}.",
            **values,
        )
    return Phrase(
        "No difference shown between {better} and {worse}: {points} on {seeds} seeds, 95 %"
        " interval {low} to {high}.",
        **values,
    )


def method(found: Answer) -> Phrase:
    """Say how differences were judged, and what that leaves open."""
    if found.pairs > 1:
        return Phrase(
            "Student's t on the differences of pairs with the same seed, scored on the same"
            " images; intervals are widened so that all {pairs} pairs of settings hold together"
            " with 95 % (Bonferroni). They speak of other seeds, not of other images.",
            pairs=found.pairs,
        )
    return Phrase(
        "Student's t on the differences of pairs with the same seed, scored on the same images."
        " It speaks of other seeds, not of other images."
    )


def few_seeds(found: Answer) -> Phrase | None:
    """Say that the seeds are few, where that is why intervals are wide."""
    counts = [comparison.difference.count for comparison in found.comparisons]
    if counts and max(counts) < 5:
        return Phrase(
            "With so few seeds ({seeds}) the intervals are wide: five or more would tell "
            "smaller differences from chance.",
            seeds=max(counts),
        )
    return None


def _rows(
    trainings: Sequence[Training], trained: Mapping[int, TrainedRun], measure: Measure
) -> tuple[Row, ...]:
    # By their numbers: a setting's hash is that of a whole recipe.
    settings: dict[int, Setting] = {}
    of_setting: dict[int, dict[int, TrainedRun]] = defaultdict(dict)
    for training in trainings:
        settings[training.setting.number] = training.setting
        by_seed = of_setting[training.setting.number]
        one = trained.get(training.number)
        if one is not None and one.done:
            by_seed[training.seed] = one
    return tuple(_row(settings[n], runs, measure) for n, runs in of_setting.items())


def _row(setting: Setting, by_seed: Mapping[int, TrainedRun], measure: Measure) -> Row:
    runs = list(by_seed.values())
    return Row(
        setting=setting,
        by_seed=by_seed,
        figure=_over(runs, measure),
        loss=_over(runs, "loss"),
        seconds=sum(run.seconds for run in runs) / len(runs) if runs else None,
        diverged=sum(run.state == "diverged" for run in runs),
    )


def _over(runs: Sequence[TrainedRun], measure: Measure) -> MeanInterval:
    values = (_value(run, measure) for run in runs)
    found = mean_interval([value for value in values if value is not None], level=LEVEL)
    if found.low is None or found.high is None or measure in _SMALLER_IS_BETTER:
        return found
    # No accuracy lies beyond these.
    return replace(found, low=max(0.0, found.low), high=min(1.0, found.high))


def _value(run: TrainedRun, measure: str) -> float | None:
    value: float | None = getattr(run, measure)
    # What diverged has figures of the epoch before: they are not what the setting gives.
    if value is None or run.state == "diverged" or not math.isfinite(value):
        return None
    return value


def _against_the_best(
    rows: Sequence[Row], measure: Measure, level: float
) -> tuple[Comparison, ...]:
    if len(rows) < 2:
        return ()
    sign = -1 if measure in _SMALLER_IS_BETTER else 1
    best = max(rows, key=lambda row: sign * row.figure.mean)
    found = [compare(best, row, measure, level) for row in rows if row is not best]
    told = [comparison for comparison in found if comparison is not None]
    return tuple(sorted(told, key=lambda one: one.difference.mean))


def _points(value: float, measure: Measure, *, unit: bool = True) -> Phrase | str:
    """Write a difference: of accuracies in points of a per cent, of losses as it is."""
    if measure in _SMALLER_IS_BETTER:
        return f"{value:.4g}"
    number = f"{100 * value:.2f}"
    return Phrase("{number} points", number=number) if unit else number
