"""While it trains: what the outputs show of the loss and of single digits."""

from __future__ import annotations

from math import isfinite, isnan

from core.diagnosis.anatomy import input_range, weighted_layers
from core.diagnosis.before_pixels import LARGEST_INPUT
from core.diagnosis.cure import Cure, with_ending
from core.diagnosis.evidence import Evidence, score_of
from core.diagnosis.finding import Finding
from core.evaluation.metrics import (
    CLIPPED_LOSS_LIMIT,
    LOST_RECALL,
    loss_of_guessing,
    lost_digits,
)
from core.probes import Probe
from core.records import EpochReport, Score

COSTLY_TIES = 0.001
"""Accuracy that ties cost before they are called harmful: ten of MNIST's test images."""

CLIPPED = 0.03
"""Share of images that are wrong and get no gradient: enough to hold a digit back. Healthy
trainings with the clipped loss have none."""

LARGE_LOSS = 3.0
"""Times the loss of guessing: no network that learns from small pixels has that after an
epoch."""

CERTAIN = 0.5
"""Share of images whose softmax is exactly 1 in float32. Healthy short trainings have up to
.04."""

MOST_FREED = 5
"""While nothing is learnt at all, every digit but one is lost: those are none that wait."""

READS = 0.2
"""Of ten digits: below this accuracy nothing is learnt yet, and every digit but one is lost."""


def tied_outputs(evidence: Evidence) -> Finding | None:
    """See outputs that share the first place and cost accuracy."""
    seen = [(e.epoch, found) for e in evidence.epochs if (found := _tied(e)) is not None]
    if not seen or not evidence.epochs or _tied(evidence.last) is None:
        return None
    first, (tied, outputs, logits) = seen[0][0], seen[-1][1]
    ending = with_ending(evidence.recipe.network, "softmax")
    return Finding(
        "tied-outputs",
        "bad",
        "In {tied:.2f} % of the images several outputs share the first place; by outputs "
        "{outputs:.2f} % "
        "are right, by logits {logits:.2f} %. It costs accuracy since epoch {first}.",
        "Outputs that are exactly equal in 32-bit numbers cannot be ranked, and the lowest "
        "digit is "
        "taken. That is not overfitting: the network knows better than it says.",
        "End with a softmax: the same weights then give the accuracy by logits.",
        {
            "tied": 100 * tied,
            "outputs": 100 * outputs,
            "logits": 100 * logits,
            "first": first,
        },
        remedy=Cure((("network.layers", ending),), "softmax"),
        source="IEEE 754-2019, binary32",
        epoch=first,
        shows="tied",
    )


def _tied(report: EpochReport) -> tuple[float, float, float] | None:
    """Return share tied, accuracy by outputs and by logits, where ties cost accuracy."""
    seen: list[Score | Probe | None] = [report.val_score, report.train_score, report.probe]
    for score in seen:
        if score is None:
            continue
        lost = score.logit_accuracy - score.accuracy
        if score.tied >= COSTLY_TIES and lost >= COSTLY_TIES and lost * score.images >= 2:
            return score.tied, score.accuracy, score.logit_accuracy
    return None


def clipped_loss(evidence: Evidence) -> Finding | None:
    """See images that are answered wrong and get no gradient from the clipped loss."""
    probe = evidence.probes[-1] if evidence.probes else None
    if evidence.recipe.loss != "clipped_crossentropy" or probe is None:
        return None
    if probe.clipped < CLIPPED:
        return None
    worst = max(range(len(probe.no_gradient)), key=lambda d: _or_zero(probe.no_gradient[d]))
    return Finding(
        "clipped-loss",
        "bad",
        "After epoch {epoch}, {clipped:.1f} % of the training images are wrong and get no "
        "gradient; of "
        "digit {digit} {share:.0f} %. The loss is {ratio:.1f} times the share of errors.",
        "Where the right output lies below 1e-7 the loss is cut off at {limit:.1f} and "
        "tells the "
        "weights nothing. A digit whose images all lie there waits until others move it, "
        "or is lost. "
        "It is no local optimum, and more units do not help.",
        "Take the loss from the logits.",
        {
            "epoch": probe.epoch,
            "clipped": 100 * probe.clipped,
            "digit": evidence.named([worst]),
            "share": 100 * probe.no_gradient[worst],
            "ratio": probe.loss / max(1 - probe.accuracy, 1e-9),
            "limit": CLIPPED_LOSS_LIMIT,
        },
        remedy=Cure((("loss", "crossentropy"),), "logits-loss"),
        epoch=probe.epoch,
        shows="lost",
    )


def _or_zero(value: float) -> float:
    return 0.0 if isnan(value) else value


def homogeneous_loss(evidence: Evidence) -> Finding | None:
    """See a loss that grows with the weights while the decisions stay."""
    if evidence.recipe.loss != "crossentropy" or not evidence.epochs:
        return None
    span = input_range(evidence.recipe, evidence.facts)
    raw = span is not None and max(map(abs, span)) > LARGEST_INPUT
    first, probe = evidence.epochs[0], evidence.epochs[0].probe
    guessing = loss_of_guessing(evidence.classes)
    large = isfinite(first.loss) and first.loss >= LARGE_LOSS * guessing
    if not raw or not large or (probe is not None and probe.certain < CERTAIN):
        return None
    if evidence.accuracy < CERTAIN and evidence.by_logits < CERTAIN:
        return None
    if len(weighted_layers(evidence.recipe.network)) == 1:
        cause = (
            "With pixels that large the softmax is certain of nearly every answer, and the "
            "loss is "
            "a straight line of the logits: at twice the learning rate ({rate:g}) weights, "
            "logits "
            "and loss are about twice as large, and the answers stay the same."
        )
    else:
        cause = (
            "With pixels that large the softmax is certain of nearly every answer, and the "
            "loss is "
            "a straight line of the logits: it says how large they are, not how often they are "
            "right. With the last layer's weights doubled it doubles, and no answer changes."
        )
    return Finding(
        "homogeneous-loss",
        "warn",
        "The loss of the first epoch is {loss:.1f}, that of guessing {guessing:.3f}, and yet "
        "{percent:.1f} % "
        "are right by their logits.",
        cause,
        "Use pixels from 0 to 1. Until then compare accuracies, not losses.",
        {
            "loss": first.loss,
            "guessing": guessing,
            "percent": 100 * evidence.by_logits,
            "rate": evidence.recipe.optimizer.learning_rate,
        },
        remedy=Cure((("network.pixels", "unit"),)),
        epoch=first.epoch,
    )


def lost_digit(evidence: Evidence) -> Finding | None:
    """See a digit of which hardly an image is recognised."""
    if not _reads(evidence):
        return None
    lost = sorted(_lost(evidence.last))
    if not lost:
        return None
    share = _share_of(evidence, lost)
    return Finding(
        "lost-digit",
        "bad",
        "After epoch {epoch}, fewer than 1 in 100 images of {digits} are read right: that "
        "alone keeps the accuracy below about {ceiling:.0f} %.",
        "For nearly every such image another output wins. There are many causes. Among them "
        "are too few images of a class, a loss that gives it no gradient, a network that is "
        "too narrow or held back, and a training that is not done.",
        "Train on, or look whether the images are there.",
        {
            "epoch": evidence.last.epoch,
            "digits": evidence.named(lost),
            "ceiling": 100 * (1 - (1 - LOST_RECALL) * share),
        },
        epoch=evidence.last.epoch,
        shows="lost",
    )


def freed_digit(evidence: Evidence) -> Finding | None:
    """See digits that were lost for a while, and when they came back."""
    if not _reads(evidence):
        return None
    lost = {report.epoch: _lost(report) for report in evidence.epochs}
    once = set[int]().union(*lost.values()) - lost[evidence.last.epoch]
    last = max((number for number, digits in lost.items() if once & digits), default=0)
    clips = evidence.recipe.loss == "clipped_crossentropy"
    if not once or len(once) > MOST_FREED or not clips:
        return None
    return Finding(
        "freed-digit",
        "info",
        "Up to epoch {last} fewer than 1 in 100 images of {digits} were read right; since then "
        "more are.",
        "A digit that gets hardly any gradient from the clipped loss is learnt late, or by "
        "luck: "
        "another seed may never find it.",
        "Take the loss from the logits: then no digit waits.",
        {"digits": evidence.named(sorted(once)), "last": last},
        remedy=Cure((("loss", "crossentropy"),)),
        epoch=last,
    )


def _reads(evidence: Evidence) -> bool:
    """Say whether anything is learnt yet."""
    return bool(evidence.epochs) and evidence.reaches(READS)


def _lost(report: EpochReport) -> set[int]:
    score = score_of(report) or report.probe
    return set() if score is None else set(lost_digits(score))


def _share_of(evidence: Evidence, digits: list[int]) -> float:
    """Return which share of the images is of these digits; about, where nobody counted them."""
    if evidence.facts is not None:
        on_test = evidence.recipe.validation == "test"
        split = evidence.facts.test if on_test else evidence.facts.train
        if split.images:
            return sum(split.counts[digit] for digit in digits) / split.images
    score = score_of(evidence.last) or evidence.last.probe
    there = 0 if score is None else sum(not isnan(recall) for recall in score.recalls)
    return len(digits) / max(there, 1)


OUTPUT_RULES = (
    tied_outputs,
    clipped_loss,
    homogeneous_loss,
    lost_digit,
    freed_digit,
)
"""Each looks at all that is known of a training."""
