"""While it trains: training images beside validation images, measured the same way."""

from __future__ import annotations

from math import isfinite

from core.diagnosis.cure import Cure
from core.diagnosis.evidence import (
    LEARNS_LITTLE,
    Evidence,
    difference_error,
    validation_losses,
)
from core.diagnosis.finding import Finding
from core.evaluation.metrics import loss_of_guessing
from core.layers import BatchNormalization, Dropout
from core.records import EarlyStopping

LEAST_GAP = 0.01
"""Between training and validation accuracy; less is not worth a word."""

ERRORS = 3
"""Standard errors that a difference has to pass before it is no chance."""

RISEN = 1.2
"""The validation loss over its lowest before it is called overfitting: less is hardly seen in a
plot."""

COSTLY_GAP = 0.03
"""Points between training and validation accuracy, as a share, before that rise does harm. The
default network on the whole MNIST comes to a rise of 1.27 and a gap of .018 in ten epochs: its
validation accuracy is as good as ever."""

DOUBLED = 2.0
"""A rise that is called overfitting whatever the gap."""

FEWEST_SINCE = 5
"""Epochs since the lowest validation loss: fewer may be a wave."""

LASTING = 3
"""Last epochs in all of which the validation loss has to have risen so far."""

ABOVE_CHANCE = 0.3
"""A network that reads fewer of its training images has not learnt them by heart."""

READS_TRAINING = 0.6
"""A network that reads fewer of its training images has not learnt them."""

UNLIKE = 0.5
"""Validation accuracy beside the training's: thirty images that were learnt by heart still make
a network read .6 of new ones."""

FAR_BELOW = 0.08
"""Test accuracy below the validation's: eight points, and five standard errors."""

BETTER = 0.003
"""Validation accuracy above the printed training accuracy that people ask about."""

LEARNT = 0.7
"""A loss under this share of that of guessing says that something was learnt."""

LAGGING, LAGGING_MUCH = 1.5, 2.0
"""The loss with a batch normalisation's moving means over that with the images' own: from
where on it is said, and from where on it warns. Three short trainings in which it was 2.0 to
4.9 read 7 to 18 points more with a momentum of .9."""


def overfitting(evidence: Evidence) -> Finding | None:
    """See training images learnt by heart, the validation loss long past its best."""
    gap = _gap(evidence)
    losses = validation_losses(evidence.epochs)
    if gap is None or len(losses) <= FEWEST_SINCE:
        return None
    lowest, best = min(losses, key=lambda pair: pair[0])
    now, last = losses[-1]
    training, validation, _ = gap
    fell = isfinite(last.loss) and last.loss < best.loss
    if training < ABOVE_CHANCE or last.epoch - best.epoch < FEWEST_SINCE:
        return None
    least = RISEN if training - validation >= COSTLY_GAP else DOUBLED
    # A single high epoch is a wave, and no loss that has risen.
    lasting = min(loss for loss, _ in losses[-LASTING:])
    if lasting < least * lowest or not fell:
        return None
    return Finding(
        "overfitting",
        "warn",
        "Measured the same way, {training:.2f} % of the training images are right and "
        "{validation:.2f} % "
        "of the validation images. Since epoch {best} the validation loss rose from "
        "{lowest:.3f} to "
        "{now:.3f}.",
        "The network learns the training images by heart, and grows ever surer where it "
        "errs on "
        "others.",
        "Stop early and take the best weights; more images, augmentation or dropout help too.",
        {
            "training": 100 * training,
            "validation": 100 * validation,
            "best": best.epoch,
            "lowest": lowest,
            "now": now,
        },
        remedy=Cure((("early_stopping", EarlyStopping("val_loss", 5)),), "best-epoch"),
        epoch=last.epoch,
    )


def unlike_validation(evidence: Evidence) -> Finding | None:
    """See training images read, and validation images hardly at all."""
    found = _gap(evidence)
    if found is None:
        return None
    training, validation, _ = found
    if training < READS_TRAINING or validation >= UNLIKE * training:
        return None
    return Finding(
        "unlike-validation",
        "bad",
        "Measured the same way, {training:.2f} % of the training images are right and "
        "{validation:.2f} % "
        "of the validation images.",
        "What is validated on is unlike what is learnt from. One of: other pixels or other "
        "digits in it, labels that do not belong to their images and were learnt by heart, or "
        "far too few training images.",
        "Look at both parts under Data.",
        {"training": 100 * training, "validation": 100 * validation},
        epoch=evidence.last.epoch,
    )


def unlike_test(evidence: Evidence) -> Finding | None:
    """See validation images read, and test images far worse."""
    test, held = evidence.test, evidence.recipe.validation
    score = evidence.last.val_score if evidence.epochs else None
    if test is None or score is None or held == "test" or not test.images or not score.images:
        return None
    error = difference_error(score.accuracy, score.images, test.accuracy, test.images)
    if score.accuracy - test.accuracy < max(FAR_BELOW, 5 * error):
        return None
    return Finding(
        "unlike-test",
        "bad",
        "{validation:.2f} % of the validation images are right, but {test:.2f} % of the test "
        "images.",
        "Neither should have been learnt from, so that the two differ in kind. One of: test "
        "images that were made in another way (another scale, paper, place, size, blur, noise "
        "or hand), test labels that are wrong, or validation images that occur among the "
        "training images or are of fewer digits.",
        "Look at both parts under Data, and at the mistakes in the test images.",
        {"validation": 100 * score.accuracy, "test": 100 * test.accuracy},
        epoch=evidence.last.epoch,
        shows="test",
    )


def gap(evidence: Evidence) -> Finding | None:
    """See the training accuracy lie above the validation's by more than chance explains."""
    found = _gap(evidence)
    if found is None or overfitting(evidence) is not None:
        return None
    if unlike_validation(evidence) is not None:
        return None
    training, validation, error = found
    return Finding(
        "gap",
        "info",
        "Measured the same way, {training:.2f} % of the training images are right and "
        "{validation:.2f} % "
        "of the validation images: {difference:.2f} points apart, {times:.0f} times the "
        "standard error.",
        "The network also learns what only its training images have.",
        "More images, augmentation or dropout narrow the gap.",
        {
            "training": 100 * training,
            "validation": 100 * validation,
            "difference": 100 * (training - validation),
            "times": (training - validation) / error if error else float("inf"),
        },
        epoch=evidence.last.epoch,
    )


def _gap(evidence: Evidence) -> tuple[float, float, float] | None:
    """Return training and validation accuracy and their error, where they differ surely."""
    if not evidence.epochs:
        return None
    score, training = evidence.last.val_score, evidence.training_accuracy
    if score is None or training is None or not score.images:
        return None
    error = difference_error(training, evidence.training_images, score.accuracy, score.images)
    if not training - score.accuracy > max(LEAST_GAP, ERRORS * error):
        return None
    return training, score.accuracy, error


def better_validation(evidence: Evidence) -> Finding | None:
    """Explain a validation accuracy above the printed training accuracy."""
    if not evidence.epochs:
        return None
    last, training = evidence.last, evidence.training_accuracy
    gain = (last.val_accuracy or 0.0) - last.accuracy
    if training is None or not gain >= BETTER or training - last.accuracy < gain / 2:
        return None
    layers = evidence.recipe.network.layers
    noisy = any(isinstance(layer, Dropout) for layer in layers)
    if any(isinstance(layer, BatchNormalization) for layer in layers):
        cause = (
            "The printed one is a mean over the epoch, while the network still learnt, and "
            "batch normalisation then took each batch's own means; validation runs after it, "
            "with the moving means."
        )
    elif noisy or evidence.recipe.augmentation:
        cause = (
            "The printed one is a mean over the epoch, while the network still learnt, "
            "with dropout or "
            "changed images; validation runs after it and without them."
        )
    else:
        cause = (
            "The printed one is a mean over the epoch, while the network still learnt; "
            "validation runs "
            "after it."
        )
    return Finding(
        "better-validation",
        "info",
        "The validation accuracy is {gain:.1f} points above the printed training accuracy. "
        "Measured the "
        "same way, {training:.2f} % of the training images are right.",
        cause,
        "",
        {"gain": 100 * gain, "training": 100 * training},
        epoch=last.epoch,
    )


def batchnorm_lag(evidence: Evidence) -> Finding | None:
    """See a batch normalisation whose moving means are behind what was learnt."""
    momenta = [
        layer.momentum
        for layer in evidence.recipe.network.layers
        if isinstance(layer, BatchNormalization)
    ]
    probe = evidence.probes[-1] if evidence.probes else None
    if not momenta or probe is None or evidence.recipe.weight_average:
        return None
    inside = probe.line_start - probe.penalty
    if not isfinite(probe.loss) or inside <= 0 or probe.loss < LAGGING * inside:
        return None
    if inside >= LEARNT * loss_of_guessing(evidence.classes):
        return None  # Nothing was learnt that the means could be behind.
    memory = 1 / (1 - max(momenta)) if max(momenta) < 1 else float("inf")
    hides = not evidence.reaches(LEARNS_LITTLE)
    return Finding(
        "batchnorm-lag",
        "warn" if hides or probe.loss >= LAGGING_MUCH * inside else "info",
        "With the moving means of its batch normalisation the loss is {loss:.3f}, with the "
        "images' own "
        "{inside:.3f}.",
        "The moving means go back about {memory:.0f} steps, and answers are given by them: "
        "they are "
        "behind what the network has learnt. With more steps this passes.",
        "Train longer, or give the batch normalisation a momentum of .9.",
        {"loss": probe.loss, "inside": inside, "memory": memory},
        source="Ioffe & Szegedy, “Batch normalization”, 2015",
        epoch=probe.epoch,
    )


GENERALISING_RULES = (
    overfitting,
    unlike_validation,
    unlike_test,
    gap,
    better_validation,
    batchnorm_lag,
)
"""Each looks at all that is known of a training."""
