"""While it trains: gradients that vanish, units that die, losses that jump or end."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite

from core.diagnosis.cure import Cure
from core.diagnosis.evidence import LEARNS_LITTLE, Evidence
from core.diagnosis.finding import Finding
from core.evaluation.metrics import as_with_ten, loss_of_guessing

GUESSING = 0.2
"""Of ten digits: an accuracy below this is near that of guessing, .1, with 200 images or more.
Of other classes what `as_with_ten` makes of it."""


DEAD = 0.9
"""Share of a layer's units that answer zero to every image before they are called dead. Healthy
trainings have up to .53, on inverted digits."""


VANISHED = 0.01
"""The first layer's gradient beside the last one's. With two layers of sigmoids it is .2, with
five .002."""

JUMP = 1.05
"""A training loss this much above the epoch before has risen."""

JUMPY = 0.3
"""Share of epochs in which it rises before it is worth a word."""


def vanishing_gradient(evidence: Evidence) -> Finding | None:
    """See a first layer that gets next to no gradient, and nothing learnt."""
    probe = evidence.start
    if probe is None or len(probe.layers) < 3 or len(evidence.epochs) < 2:
        return None
    first, last = probe.layers[0].gradient, probe.layers[-1].gradient
    if evidence.reaches(LEARNS_LITTLE) or not 0 < first < VANISHED * last:
        return None
    return Finding(
        "vanishing-gradient",
        "bad",
        "Before the first step the gradient of the first layer was {share:.2g} times that "
        "of the "
        "last; after epoch {epoch} {percent:.1f} % are right.",
        "The gradient vanishes on its way back through the layers, so that the first ones "
        "hardly "
        "learn.",
        "Take relu in hidden layers, fewer layers, or a batch normalisation in each.",
        {
            "share": first / last,
            "epoch": evidence.last.epoch,
            "percent": 100 * evidence.accuracy,
        },
        epoch=evidence.last.epoch,
    )


def dead_units(evidence: Evidence) -> Finding | None:
    """See a layer whose units answer zero to every image."""
    if not evidence.probes or evidence.reaches(LEARNS_LITTLE):
        return None
    probe = evidence.probes[-1]
    worst = max(probe.activations, key=lambda a: a.dead, default=None)
    if worst is None or worst.dead < DEAD:
        return None
    return Finding(
        "dead-units",
        "bad",
        "After epoch {epoch}, {percent:.0f} % of the units of {layer} are zero for every image "
        "looked at.",
        "A relu that is zero for every image gets no gradient and stays so: what these "
        "units could "
        "tell is lost to all layers behind them.",
        "Start a new training, at a smaller learning rate if nothing else explains it; these "
        "weights do not recover.",
        {"epoch": probe.epoch, "percent": 100 * worst.dead, "layer": worst.name},
        epoch=probe.epoch,
    )


def not_learning(evidence: Evidence) -> Finding | None:
    """See accuracy stay near that of guessing."""
    if len(evidence.epochs) < 2 or evidence.reaches(GUESSING):
        return None
    if (evidence.training_accuracy or 0.0) >= as_with_ten(LEARNS_LITTLE, evidence.classes):
        return None  # It learns, only not what is validated on.
    return Finding(
        "not-learning",
        "bad",
        "After epoch {epoch}, {percent:.1f} % are right and the loss is {loss:.3f}; "
        "guessing gives "
        "{chance:.3g} % and {guessing:.3f}.",
        "There are many causes. Among them are steps that are too long or too short, a "
        "gradient that does not reach the first layers, pixels that hardly differ, and labels "
        "that do not belong to their images.",
        "Look at the other findings; try the default recipe on the same data.",
        {
            "epoch": evidence.last.epoch,
            "percent": 100 * evidence.accuracy,
            "loss": evidence.last.loss,
            "chance": 100 / evidence.classes,
            "guessing": loss_of_guessing(evidence.classes),
        },
        epoch=evidence.last.epoch,
    )


def diverged(evidence: Evidence) -> Finding | None:
    """See a loss that is no number any more."""
    if evidence.ended != "diverged":
        return None
    return Finding(
        "diverged",
        "bad",
        "The loss became infinite or no number in epoch {epoch}.",
        "One of: steps that grew beyond all measure, or a loss that divides by zero.",
        "Divide the learning rate by ten; that of the recipe is {rate:g}.",
        {
            "epoch": evidence.last.epoch + 1 if evidence.epochs else 1,
            "rate": evidence.recipe.optimizer.learning_rate,
        },
        remedy=Cure(
            (("optimizer.learning_rate", evidence.recipe.optimizer.learning_rate / 10),)
        ),
    )


def jumpy(evidence: Evidence) -> Finding | None:
    """See a training loss that keeps rising between epochs."""
    pairs = [p for p in pairwise(evidence.epochs) if all(isfinite(e.loss) for e in p)]
    rises = sum(later.loss > JUMP * before.loss for before, later in pairs)
    if len(pairs) < 4 or rises < JUMPY * len(pairs):
        return None
    settings = evidence.recipe.optimizer
    return Finding(
        "jumpy",
        "info",
        "The training loss rose in {rises} of {steps} epochs.",
        "One of: steps that are long for where the network is (the rate is {rate:g}), or "
        "batches of "
        "{batch} whose gradients differ much.",
        "Let the learning rate fall along a cosine.",
        {
            "rises": rises,
            "steps": len(pairs),
            "rate": settings.learning_rate,
            "batch": evidence.recipe.batch_size,
        },
        remedy=Cure((("schedule", "cosine"),)),
        epoch=evidence.last.epoch,
    )


STEPS_RULES = (
    diverged,
    vanishing_gradient,
    dead_units,
    not_learning,
    jumpy,
)
"""Each looks at all that is known of a training."""
