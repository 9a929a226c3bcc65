"""Three published questions, answered by measuring: what happens, and what does not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from core.data.mnist import images_of
from core.evaluation.metrics import CLIPPED_LOSS_LIMIT
from core.phrases import Phrase
from core.recipes.catalogue import by_name
from core.recipes.published import published
from core.records import EpochReport, Recipe, Score
from core.reproduction.claims import fall, layers, posted
from core.reproduction.curves import LOSS_CEILING, of_curves
from core.reproduction.families import losses_of_digits
from core.reproduction.told import of_families
from core.reproduction.trained_runs import Trained, TrainedRuns
from core.reproduction.verdicts import SIGMAS, JudgedValue, Verdict, within


def falling_accuracy(trained: TrainedRuns, seeds: int | None) -> Iterator[JudgedValue]:
    """Show both accuracies fall after a peak while the loss falls on, and why."""
    for run in trained.seeds(by_name("q000-falling-accuracy"), seeds or 1):
        name = _named(run)
        for what, scores in (
            (Phrase("training accuracy"), _training(run)),
            (Phrase("test accuracy"), _validation(run)),
        ):
            yield from fall(name, what, [score.accuracy for score in scores], images_of(what))
        yield _course(name, "training loss", [epoch.loss for epoch in run.epochs])
        for split, scores in (("training", _training(run)), ("test", _validation(run))):
            by_logits = [score.logit_accuracy for score in scores]
            yield _course(name, f"{split} accuracy by logits", by_logits)
            yield _course(name, f"{split} images with a tie", [score.tied for score in scores])


def lost_digit(trained: TrainedRuns, seeds: int | None) -> Iterator[JudgedValue]:
    """Show that digits are lost on the legacy path only, and set its log beside ours."""
    recipe = by_name("q001-lost-digit")
    printed = published(recipe.name)
    assert printed is not None
    count = seeds or printed.seeds
    yield from layers(recipe.name, printed, recipe.network)
    legacy = trained.seeds(recipe, count)
    ratio = printed.curves["val_loss"][0] / (1 - printed.curves["val_accuracy"][0])
    measured = [_val(run.epochs[0]).loss / (1 - _val(run.epochs[0]).accuracy) for run in legacy]
    yield _limit(recipe.name, "val_loss / error rate, epoch 1", ratio, measured)
    yield from of_families(
        recipe, printed, [run.epochs for run in legacy], [str(r.recipe.seed) for r in legacy]
    )
    for name in ("q001-stable-loss", "q001-small-weights", "q001-small-weights-raw-pixels"):
        runs = [
            (f"seed {r.recipe.seed}", r.epochs) for r in trained.seeds(by_name(name), count)
        ]
        yield losses_of_digits(name, runs, told=False)


def loss_scale(trained: TrainedRuns, seeds: int | None) -> Iterator[JudgedValue]:
    """Show that the loss follows the learning rate on raw pixels, and what is misprinted."""
    count = seeds or 3
    slow, fast = (
        trained.seeds(by_name(f"q002-sgd-{rate}"), count) for rate in ("0.01", "0.03")
    )
    yield from _printed_ratios(slow, fast)
    for runs in (slow, fast):
        printed = published(runs[0].recipe.name)
        assert printed is not None
        yield from of_curves(runs[0].recipe.name, printed, [run.epochs for run in runs])
    for kind, words in (("rmsprop", "the same results"), ("unit-pixels", None)):
        pair = [
            trained.seeds(by_name(f"q002-{kind}-{rate}"), count) for rate in ("0.01", "0.03")
        ]
        yield _ratio_in_words(kind, pair[0], pair[1], words)
    for rate in ("0.01", "0.03"):
        yield from _as_posted(trained, by_name(f"q002-posted-{rate}"), count)


def _course(name: str, what: str, curve: Sequence[float]) -> JudgedValue:
    best = int(np.argmin(curve) if "loss" in what else np.argmax(curve))
    course = f"{curve[0]:.4f} at epoch 1, {curve[best]:.4f} at epoch {best + 1}, "
    return JudgedValue(
        name,
        what,
        None,
        f"{course}{curve[-1]:.4f} at epoch {len(curve)}",
        None,
        "the text does not print it",
    )


def _limit(name: str, what: str, printed: float, measured: Sequence[float]) -> JudgedValue:
    """Compare with the most that a wrong answer can cost on the clipped path."""
    mean = float(np.mean(measured))
    # At the start most wrong answers cost nearly all of it.
    fits = all(0.5 * CLIPPED_LOSS_LIMIT < v < CLIPPED_LOSS_LIMIT for v in (printed, mean))
    verdict: Verdict = "agrees" if fits else "differs"
    why = f"a wrong answer costs at most {CLIPPED_LOSS_LIMIT:.3f}, and more than half of that"
    return JudgedValue(name, what, printed, mean, verdict, why)


def _printed_ratios(slow: Sequence[Trained], fast: Sequence[Trained]) -> Iterator[JudgedValue]:
    low, high = published("q002-sgd-0.01"), published("q002-sgd-0.03")
    assert low is not None
    assert high is not None
    for what in ("loss", "val_loss"):
        for epoch in (1, 10):
            printed = high.curves[what][epoch - 1] / low.curves[what][epoch - 1]
            yield _ratio(what, epoch, printed, _ratios(what, epoch, slow, fast))


def _ratio(what: str, epoch: int, printed: float, measured: Sequence[float]) -> JudgedValue:
    logarithms = np.log(measured)
    mean = float(np.exp(logarithms.mean()))
    between = float(np.std(logarithms, ddof=1)) if len(measured) > 1 else LOSS_CEILING
    sigma = between * math.sqrt(1 + 1 / len(measured))
    up = 1 if printed > mean else -1
    # A factor of 3 is the claim, which nobody doubts for 5 % of it.
    tolerance = max(mean * abs(math.exp(up * SIGMAS * sigma) - 1), 0.15)
    verdict = within(abs(printed - mean), tolerance, scattered=between > LOSS_CEILING)
    why = (
        f"3 standard deviations of {100 * sigma:.1f} % between {len(measured)} pairs of seeds, "
        f"at least 5 % of 3; above {100 * LOSS_CEILING:.0f} % none can tell"
    )
    if len(measured) < 2:
        verdict, why = (
            "too scattered to tell",
            "one pair of seeds cannot tell how ratios scatter",
        )
    return JudgedValue(
        "q002-sgd-0.03 / q002-sgd-0.01",
        f"ratio of {what}",
        printed,
        mean,
        verdict,
        why,
        epoch,
        tolerance,
    )


def _ratios(
    what: str, epoch: int, slow: Sequence[Trained], fast: Sequence[Trained]
) -> list[float]:
    pairs = zip(slow, fast, strict=True)
    index = epoch - 1
    return [getattr(b.epochs[index], what) / getattr(a.epochs[index], what) for a, b in pairs]


def _ratio_in_words(
    kind: str, slow: Sequence[Trained], fast: Sequence[Trained], words: str | None
) -> JudgedValue:
    first, last = (float(np.mean(_ratios("loss", epoch, slow, fast))) for epoch in (1, 10))
    agrees = 2.5 < first < 3.5 and 2.5 < last < 3.5
    verdict: Verdict | None = None if words is None else "agrees" if agrees else "differs"
    return JudgedValue(
        f"q002-{kind}-0.03 / q002-{kind}-0.01",
        "ratio of loss",
        words,
        f"{first:.2f} at epoch 1, {last:.2f} at epoch 10",
        verdict,
        "the text does not try it" if words is None else "between 2.5 and 3.5 at both ends",
    )


def _as_posted(trained: TrainedRuns, recipe: Recipe, count: int) -> Iterator[JudgedValue]:
    printed = published(recipe.name)
    assert printed is not None
    runs = trained.seeds(recipe, count)
    epochs = [run.epochs for run in runs]
    for item in of_curves(recipe.name, printed, epochs):
        yield posted(item, printed, epochs)


def _named(run: Trained) -> str:
    return (
        run.recipe.name
        if run.recipe.seed == 0
        else f"{run.recipe.name}, seed {run.recipe.seed}"
    )


def _val(epoch: EpochReport) -> Score:
    assert epoch.val_score is not None
    return epoch.val_score


def _validation(run: Trained) -> list[Score]:
    return [_val(epoch) for epoch in run.epochs]


def _training(run: Trained) -> list[Score]:
    return [epoch.train_score for epoch in run.epochs if epoch.train_score is not None]
