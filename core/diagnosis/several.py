"""Several runs side by side: what their differences show, and what may be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isfinite, sqrt
from statistics import mean, median, stdev

from core.diagnosis.finding import Finding
from core.evaluation.metrics import standard_error
from core.records import EpochReport, Recipe, Score

PROPORTIONAL = 0.1
"""By so much the ratio of two runs' losses may miss the ratio of their rates. Question 2's
printed losses miss it by .02 in the first epoch and by .04 in the median of all ten."""

SAME_ACCURACY = 0.02
"""Printed accuracies of question 2's two runs differ by .002 in the median."""

SCATTERED = 5.0
"""Standard deviations between seeds over that of the images: beyond, seeds disagree."""


@dataclass(frozen=True)
class RunSeen:
    """One of several runs: its recipe, its epochs, and its score on the test images."""

    recipe: Recipe
    epochs: tuple[EpochReport, ...]
    test: Score | None = None


def compare_runs(runs: Sequence[RunSeen]) -> tuple[Finding, ...]:
    """Return what several runs show together, the strongest first."""
    found = [
        *(proportional_losses(*pair) for pair in pairwise(_by_rate(runs))),
        seeds_disagree(runs),
        within_chance(runs),
    ]
    seen: dict[str, Finding] = {}
    for finding in found:
        if finding is not None:
            seen.setdefault(finding.code, finding)
    return tuple(seen.values())


def proportional_losses(first: RunSeen, second: RunSeen) -> Finding | None:
    """See two runs that differ in the rate alone, and whose losses do so by the same factor."""
    rates = [run.recipe.optimizer.learning_rate for run in (first, second)]
    if not _same_but_rate(first.recipe, second.recipe) or rates[0] == rates[1]:
        return None
    pairs = list(zip(first.epochs, second.epochs, strict=False))
    ratios = [b.loss / a.loss for a, b in pairs if a.loss > 0 and isfinite(b.loss)]
    if not ratios:
        return None
    factor, ratio = rates[1] / rates[0], median(ratios)
    apart = median(abs(a.accuracy - b.accuracy) for a, b in pairs)
    if abs(ratio / factor - 1) > PROPORTIONAL or apart > SAME_ACCURACY:
        return None
    return Finding(
        "proportional-losses",
        "warn",
        "At {factor:.3g} times the learning rate the loss is {ratio:.3g} times as large, "
        "in the "
        "median of {epochs} epochs; the accuracies differ by {apart:.2f} points.",
        "The loss is homogeneous: weights, logits and loss all grow with the rate, "
        "decisions do not. "
        "That is so where inputs are so large that the softmax is certain of every answer.",
        "Use pixels from 0 to 1. Until then compare accuracies, not losses.",
        {"factor": factor, "ratio": ratio, "epochs": len(ratios), "apart": 100 * apart},
    )


def seeds_disagree(runs: Sequence[RunSeen]) -> Finding | None:
    """See runs of one recipe whose results differ by far more than their images explain."""
    scores = [run.test for run in runs if run.test is not None and run.test.images]
    if len(scores) < 3 or len(scores) < len(runs) or not _same_but_seed(runs):
        return None
    accuracies = [score.accuracy for score in scores]
    middle = mean(accuracies)
    error = standard_error(middle, scores[0].images)
    spread = stdev(accuracies)
    if error and spread <= SCATTERED * error:
        return _seeds_agree(accuracies, middle, spread)
    return Finding(
        "seeds-disagree",
        "warn",
        "{count} seeds of one recipe reach {lowest:.2f} to {highest:.2f} %: a standard "
        "deviation of "
        "{spread:.2f} points, {times:.0f} times what the test images explain.",
        "Chance decides about this training: the first weights, or the order of the "
        "images. A mean "
        "over the seeds describes none of them.",
        "Look at the findings of the worst seed.",
        {
            "count": len(scores),
            "lowest": 100 * min(accuracies),
            "highest": 100 * max(accuracies),
            "spread": 100 * spread,
            "times": spread / error if error else float("inf"),
        },
    )


def _seeds_agree(accuracies: list[float], middle: float, spread: float) -> Finding:
    return Finding(
        "seeds-agree",
        "info",
        "{count} seeds of one recipe read {middle:.2f} % of the test images right in the mean, "
        "with a standard deviation of {spread:.2f} points.",
        "So much do the first weights and the order of the images change.",
        "",
        {"count": len(accuracies), "middle": 100 * middle, "spread": 100 * spread},
    )


def within_chance(runs: Sequence[RunSeen]) -> Finding | None:
    """See results that differ by no more than chance explains."""
    scores = [run.test for run in runs if run.test is not None and run.test.images]
    if len(scores) < 2 or len(scores) < len(runs):
        return None
    if len(runs) > 2 and _same_but_seed(runs):
        return None  # What their seeds do is said already.
    lowest, highest = (f(scores, key=lambda s: s.accuracy) for f in (min, max))
    error = sqrt(
        standard_error(lowest.accuracy, lowest.images) ** 2
        + standard_error(highest.accuracy, highest.images) ** 2
    )
    apart = highest.accuracy - lowest.accuracy
    if not 0 < apart <= 2 * error:
        return None
    return Finding(
        "within-chance",
        "info",
        "The test accuracies are {apart:.2f} points apart; two standard errors are "
        "{error:.2f}.",
        "Such a difference may be chance: other images or another seed could turn it round.",
        "Compare the runs image by image, or train several seeds of each.",
        {"apart": 100 * apart, "error": 200 * error},
    )


def _by_rate(runs: Sequence[RunSeen]) -> list[RunSeen]:
    return sorted(runs, key=lambda run: run.recipe.optimizer.learning_rate)


def _same_but_rate(first: Recipe, second: Recipe) -> bool:
    rate = first.optimizer.learning_rate
    changed = replace(second.optimizer, learning_rate=rate)
    return _nameless(first) == _nameless(replace(second, optimizer=changed))


def _same_but_seed(runs: Sequence[RunSeen]) -> bool:
    return len({_nameless(replace(run.recipe, seed=0)) for run in runs}) == 1


def _nameless(recipe: Recipe) -> Recipe:
    return replace(recipe, name="", title="", about="", epochs=1)
