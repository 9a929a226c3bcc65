"""The rules of the doctor: each looks at a training and gives a finding or nothing.

A rule claims no more than the figures show: where a cause is one of several, the words say
so.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import isfinite, isnan, sqrt

from core.diagnosis.finding import Finding
from core.evaluation.metrics import CLIPPED_LOSS_LIMIT, LOSS_OF_GUESSING, standard_error
from core.records import EpochReport, Recipe, RunResult, Score

FEWEST_IMAGES = 200
"""With fewer a digit may have so few that all of them are missed by chance."""


def not_learning(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See accuracy stay near that of guessing."""
    last = epochs[-1]
    if len(epochs) < 2 or _accuracy(last) >= 0.2:
        return None
    if all(later.loss < before.loss for before, later in pairwise(epochs)):
        cause = (
            "The loss falls from epoch to epoch, but far too slowly: the learning rate, "
            "{rate:g}, is too low."
        )
        cure = "Take ten times as much, or a hundred times."
    else:
        cause = (
            "The loss does not fall: most likely the learning rate, {rate:g}, is far too high "
            "and its first steps threw the hidden units to where they have no gradient, so "
            "that every image gets the same answer."
        )
        cure = "Start a new training with a tenth of it; these weights do not recover."
    return Finding(
        "not-learning",
        "bad",
        "After {epoch} epochs {percent:.1f} % are right and the loss is {loss:.3f}; guessing "
        "gives 10 % and ln 10 = 2.303.",
        cause,
        cure,
        {
            "epoch": last.epoch,
            "percent": 100 * _accuracy(last),
            "loss": last.loss,
            "rate": recipe.optimizer.learning_rate,
        },
    )


def lost_digit(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See a digit of which not one image is recognised."""
    score = score_of(epochs[-1])
    if score is None or score.accuracy < 0.2 or score.images < FEWEST_IMAGES:
        return None
    lost = [digit for digit, recall in enumerate(score.recalls) if recall == 0]
    if not lost:
        return None
    if recipe.loss == "clipped_crossentropy":
        cause = (
            "The clipped loss has no gradient where an output lies under 1e-7: a digit whose "
            "images all lie there is never pulled back. It is no local optimum, and more "
            "units do not help."
        )
        cure = "Take the loss from the logits, or pixels from 0 to 1, or another seed."
    else:
        cause = "The outputs of this digit lie under another one for every single image."
        cure = "Train on, lower the learning rate, or look whether the images are there."
    return Finding(
        "lost-digit",
        "bad",
        "After epoch {epoch} not one {digits} is recognised, so accuracy cannot pass "
        "{ceiling:.0f} %.",
        cause,
        cure,
        {
            "epoch": epochs[-1].epoch,
            "digits": ", ".join(map(str, lost)),
            "ceiling": 100 - 10 * len(lost),
        },
    )


def tied(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See outputs that share the first place and cost accuracy."""
    score = score_of(epochs[-1])
    if score is None or score.tied < 0.001 or score.logit_accuracy - score.accuracy < 0.001:
        return None
    return Finding(
        "tied-outputs",
        "bad",
        "In {tied:.2f} % of the images several outputs share the first place; by outputs "
        "{outputs:.2f} % are right, by logits {logits:.2f} %.",
        "Sigmoid outputs reach exactly 1.0 in 32-bit numbers; of several winners the lowest "
        "digit is taken. That is not overfitting: the network knows better than it says.",
        "End with a softmax: the same weights then give the accuracy by logits.",
        {
            "tied": 100 * score.tied,
            "outputs": 100 * score.accuracy,
            "logits": 100 * score.logit_accuracy,
        },
    )


def raw_scale(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See a loss far above guessing that raw pixels explain."""
    first = epochs[0]
    clipped = recipe.loss == "clipped_crossentropy"
    if recipe.network.pixels != "raw" or clipped or first.loss < 3 * LOSS_OF_GUESSING:
        return None
    return Finding(
        "loss-scale",
        "warn",
        "The first epoch has a loss of {loss:.1f}; guessing would have 2.3.",
        "With pixels up to 255 the softmax is so sure of itself that the loss is piecewise "
        "linear in the weights: weights, logits and loss grow with the learning rate "
        "({rate:g}), the decisions do not.",
        "Use pixels from 0 to 1. Until then compare accuracies, not losses.",
        {"loss": first.loss, "rate": recipe.optimizer.learning_rate},
    )


def clipped_scale(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See a clipped loss that is all errors at its ceiling."""
    last = epochs[-1]
    errors = 1 - last.accuracy
    if recipe.loss != "clipped_crossentropy" or errors < 0.005:
        return None
    if not 0.75 <= last.loss / (CLIPPED_LOSS_LIMIT * errors) <= 1.25:
        return None
    return Finding(
        "clipped-scale",
        "warn",
        "The loss, {loss:.2f}, is {ratio:.1f} times the share of errors.",
        "Nearly every wrong image has the largest loss that the clipped path allows, 16.1, "
        "and no gradient: what is wrong is hardly learnt from.",
        "Take the loss from the logits, or use pixels from 0 to 1.",
        {"loss": last.loss, "ratio": last.loss / errors},
    )


def overfitting(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See the validation loss rise for at least three epochs while training goes on well."""
    losses = [
        (e.val_loss, e) for e in epochs if e.val_loss is not None and isfinite(e.val_loss)
    ]
    if len(losses) < 4:
        return None
    lowest, best = min(losses, key=lambda pair: pair[0])
    now, last = losses[-1]
    if last.epoch - best.epoch < 3 or now < 1.1 * lowest or last.loss >= best.loss:
        return None
    return Finding(
        "overfitting",
        "warn",
        "Since epoch {best} the validation loss rose from {lowest:.4f} to {now:.4f}, while "
        "the training loss fell from {then:.4f} to {train:.4f}.",
        "The network learns the training images by heart, and is ever surer where it errs.",
        "Stop early, add dropout or augmentation, or take more images.",
        {
            "best": best.epoch,
            "lowest": lowest,
            "now": now,
            "then": best.loss,
            "train": last.loss,
        },
    )


def jumpy(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See a training loss that keeps rising between epochs."""
    pairs = list(pairwise(epochs))
    rises = sum(later.loss > 1.05 * before.loss for before, later in pairs)
    if len(pairs) < 4 or rises < 0.3 * len(pairs):
        return None
    return Finding(
        "jumpy",
        "warn",
        "The training loss rose in {rises} of {steps} epochs.",
        "The steps are too long for where the network is: the learning rate, {rate:g}, is "
        "high for this stage, or the batches of {batch} are small.",
        "Lower the learning rate, or let it fall along a cosine.",
        {
            "rises": rises,
            "steps": len(pairs),
            "rate": recipe.optimizer.learning_rate,
            "batch": recipe.batch_size,
        },
    )


def watches_training(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See early stopping on what nearly always improves."""
    stopping = recipe.early_stopping
    if stopping is None or stopping.monitor.startswith("val_"):
        return None
    return Finding(
        "watches-training",
        "info",
        "Early stopping watches the training images.",
        "What is learnt from nearly always improves, so this hardly ever stops anything.",
        "Hold out a share of the images and watch the validation loss.",
        {},
    )


def no_validation(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See a training that validates on nothing."""
    if recipe.validation:
        return None
    return Finding(
        "no-validation",
        "info",
        "Nothing is validated on.",
        "Whether the network learns the digits or only these images cannot be seen.",
        "Hold out a tenth of the training images.",
        {},
    )


def not_done(result: RunResult) -> Finding | None:
    """See a training that ended while it still got clearly better."""
    losses = [e.loss if e.val_loss is None else e.val_loss for e in result.epochs[-3:]]
    if result.ended != "finished" or len(losses) < 3:
        return None
    gain = 1 - losses[2] / losses[1] if losses[1] else 0.0
    if not losses[0] > losses[1] > losses[2] or gain < 0.03:
        return None
    return Finding(
        "not-done",
        "info",
        "The last epoch still lowered the loss by {gain:.0f} %.",
        "It had not finished learning.",
        "Continue for some epochs.",
        {"gain": 100 * gain},
    )


def noise(result: RunResult) -> Finding | None:
    """Say how far chance alone moves the test accuracy."""
    test = result.test
    if test is None or not test.images or not 0 < test.accuracy < 1:
        return None
    deviation = standard_error(test.accuracy, test.images)
    return Finding(
        "noise",
        "info",
        "{percent:.2f} % of {images:,} test images has a standard deviation of "
        "{deviation:.2f}.",
        "Other test images, or another seed, would give another figure.",
        "Differences under {least:.2f} points between two networks may be chance: compare "
        "them on the same images under Runs.",
        {
            "percent": 100 * test.accuracy,
            "images": test.images,
            "deviation": 100 * deviation,
            "least": 100 * 2 * sqrt(2) * deviation,
        },
    )


def score_of(report: EpochReport) -> Score | None:
    """Return the score of the epoch that comes nearest to new images."""
    return report.val_score or report.train_score


def _accuracy(report: EpochReport) -> float:
    score = score_of(report)
    accuracy = report.accuracy if score is None else score.accuracy
    return 0.0 if isnan(accuracy) else accuracy


EPOCH_RULES: tuple[Callable[[Recipe, tuple[EpochReport, ...]], Finding | None], ...] = (
    not_learning,
    lost_digit,
    tied,
    raw_scale,
    clipped_scale,
    overfitting,
    jumpy,
    watches_training,
    no_validation,
)
"""Look at the recipe and the epochs so far."""

RESULT_RULES: tuple[Callable[[RunResult], Finding | None], ...] = (not_done, noise)
"""Look at what a training gave."""
