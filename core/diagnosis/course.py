"""While it trains and after: what the person did, what was reached, and what chance does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import isfinite, sqrt

from core.diagnosis.cure import Cure
from core.diagnosis.evidence import Evidence, accuracy_of, difference_error, score_of
from core.diagnosis.finding import Finding
from core.diagnosis.rates_too_low import crawl
from core.evaluation.best_epoch import best_epoch
from core.evaluation.metrics import standard_error
from core.phrases import Phrase
from core.records import EpochReport, Recipe

CHANGED = 1.2
"""A learning rate this many times that of the epoch before was changed by hand."""

ERRORS = 3
"""Standard errors that a fall of accuracy has to pass before it is no chance."""

LEAST_FALL = 0.01
"""Of an accuracy; less is not worth a word."""

_CALLED = {
    "loss": Phrase("training loss"),
    "accuracy": Phrase("training accuracy"),
    "val_loss": Phrase("validation loss"),
    "val_accuracy": Phrase("validation accuracy"),
}

STILL_GAINS = 0.03
"""Share by which the last epoch lowered the loss: less is the end of learning."""


@dataclass(frozen=True)
class RateChange:
    """A learning rate that a person changed: in which epoch, from what to what."""

    epoch: int
    old: float
    new: float


def rate_changes(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> tuple[RateChange, ...]:
    """Return where the learning rate was changed by hand; a schedule's steps are none."""
    if recipe.schedule != "constant":
        return ()
    return tuple(
        RateChange(after.epoch, before.learning_rate, after.learning_rate)
        for before, after in _pairs(epochs)
        if _ratio(before, after) >= CHANGED
    )


def rate_changed(evidence: Evidence) -> Finding | None:
    """See a learning rate that was changed while the training ran, and what came of it."""
    if evidence.recipe.schedule != "constant":
        return None
    changes = [pair for pair in _pairs(evidence.epochs) if _ratio(*pair) >= CHANGED]
    if not changes:
        return None
    before, after = max(changes, key=lambda pair: _ratio(*pair))
    raised = after.learning_rate > before.learning_rate
    values: dict[str, object] = {
        "epoch": after.epoch,
        "old": before.learning_rate,
        "new": after.learning_rate,
        "then": 100 * accuracy_of(before),
        "now": 100 * accuracy_of(evidence.last),
    }
    if raised and (evidence.ended == "diverged" or _fall(before, evidence.last) is not None):
        return _threw_away(evidence, values)
    seen = None if raised or evidence.went_well else crawl(evidence.last)
    if seen is not None:
        return _brought_to_a_stop({**seen, **values})
    return Finding(
        "rate-changed",
        "info",
        "In epoch {epoch} the learning rate went from {old:g} to {new:g}.",
        "The curves before and after it are of different rates; the recipe says only the "
        "first.",
        "",
        values,
        epoch=after.epoch,
    )


def _threw_away(evidence: Evidence, values: dict[str, object]) -> Finding:
    """Say what a raised rate did."""
    return Finding(
        "rate-changed",
        "bad",
        "In epoch {epoch} the learning rate went from {old:g} to {new:g}; then the loss became "
        "infinite or no number."
        if evidence.ended == "diverged"
        else "In epoch {epoch} the learning rate went from {old:g} to {new:g}; before, "
        "{then:.2f} % were right, now {now:.2f} %.",
        "At the new rate steps are too long for weights that were learnt at the old one: they "
        "throw away what was learnt.",
        "Take the weights of the best epoch, and go on at {old:g}.",
        values,
        remedy=Cure((), "best-epoch"),
        epoch=int(str(values["epoch"])),
    )


def _brought_to_a_stop(values: dict[str, object]) -> Finding:
    """Say what a lowered rate did."""
    return Finding(
        "rate-changed",
        "bad",
        "In epoch {epoch} the learning rate went from {old:g} to {new:g}; {now:.1f} % are "
        "right. The next step takes the loss from {before:.4f} to {after:.4f}; {times:g} times "
        "as long it would be {lowest:.4f}.",
        "At the new rate steps are too short to get anywhere, and much is still to be learnt.",
        "Continue at {old:g}.",
        values,
        epoch=int(str(values["epoch"])),
    )


def _pairs(epochs: tuple[EpochReport, ...]) -> list[tuple[EpochReport, EpochReport]]:
    return [p for p in pairwise(epochs) if all(e.learning_rate > 0 for e in p)]


def _ratio(before: EpochReport, after: EpochReport) -> float:
    ratio = after.learning_rate / before.learning_rate
    return max(ratio, 1 / ratio)


def _fall(before: EpochReport, now: EpochReport) -> float | None:
    """Return by how much accuracy fell, where that is more than chance."""
    a, b = score_of(before) or before.probe, score_of(now) or now.probe
    if a is None or b is None:
        return None
    fall = a.accuracy - b.accuracy
    error = difference_error(a.accuracy, a.images, b.accuracy, b.images)
    return fall if fall > max(LEAST_FALL, ERRORS * error) else None


def best_passed(evidence: Evidence) -> Finding | None:
    """See an epoch whose network was better than the last one's."""
    stopping = evidence.recipe.early_stopping
    if not evidence.epochs or (stopping is not None and stopping.restore_best):
        return None
    best = best_epoch(stopping, evidence.epochs)
    report = next((e for e in evidence.epochs if e.epoch == best.epoch), None)
    if report is None or report is evidence.last:
        return None
    fall = _fall(report, evidence.last)
    if fall is None:
        return None
    return Finding(
        "best-passed",
        "warn",
        "By its {by} epoch {best} was best: {then:.2f} % were right, after epoch {last} "
        "{now:.2f} %.",
        "What was learnt since then made the network worse on new images, by more than chance "
        "explains."
        if report.val_score is not None
        else "What was learnt since then made the network worse even on its training images, "
        "by more than chance explains.",
        "Take the weights of epoch {best}.",
        {
            "by": _CALLED[best.by],
            "best": report.epoch,
            "then": 100 * accuracy_of(report),
            "last": evidence.last.epoch,
            "now": 100 * accuracy_of(evidence.last),
        },
        remedy=Cure((), "best-epoch"),
        epoch=report.epoch,
    )


def not_done(evidence: Evidence) -> Finding | None:
    """See a training that ended while it still got clearly better."""
    losses = [e.loss if e.val_loss is None else e.val_loss for e in evidence.epochs[-3:]]
    if evidence.ended != "finished" or len(losses) < 3 or not all(map(isfinite, losses)):
        return None
    gain = 1 - losses[2] / losses[1] if losses[1] else 0.0
    if not losses[0] > losses[1] > losses[2] or gain < STILL_GAINS:
        return None
    return Finding(
        "not-done",
        "info",
        "The last epoch still lowered the {loss} by {gain:.0f} %.",
        "It had not finished learning.",
        "Continue for some epochs.",
        {
            "gain": 100 * gain,
            "loss": _CALLED["loss" if evidence.last.val_loss is None else "val_loss"],
        },
        remedy=Cure((("epochs", 2 * evidence.recipe.epochs),)),
        epoch=evidence.last.epoch,
    )


def noise(evidence: Evidence) -> Finding | None:
    """Say how far chance alone moves the test accuracy."""
    test = evidence.test
    if test is None or not test.images or not 0 < test.accuracy < 1:
        return None
    deviation = standard_error(test.accuracy, test.images)
    return Finding(
        "noise",
        "info",
        "{percent:.2f} % of {images:,} test images has a standard deviation of "
        "{deviation:.2f} points.",
        "Other test images, or another seed, would give another figure.",
        "Differences under {least:.2f} points between two networks may be chance: compare "
        "them on the "
        "same images under Runs.",
        {
            "percent": 100 * test.accuracy,
            "images": test.images,
            "deviation": 100 * deviation,
            "least": 100 * 2 * sqrt(2) * deviation,
        },
    )


COURSE_RULES = (rate_changed, best_passed, not_done, noise)
"""Each looks at all that is known of a training."""
