"""While it trains: whether the learning rate is too high.

It is called so only by what the probe saw: the loss at several lengths of the step that the
optimizer would take next, or hidden units that a step has killed.
"""

from __future__ import annotations

from math import inf, isfinite

from core.diagnosis.anatomy import has_relu_units
from core.diagnosis.before_endings import dropout_on_outputs
from core.diagnosis.before_network import very_deep
from core.diagnosis.before_regularising import much_dropout
from core.diagnosis.better_rates import lower_rate
from core.diagnosis.cure import Cure
from core.diagnosis.evidence import LEARNS_LITTLE, Evidence, along
from core.diagnosis.finding import Finding
from core.evaluation.metrics import loss_of_guessing
from core.optimizers import momentum_of
from core.probes import LINE, Probe
from core.records import EpochReport, Optimizer

OVERSHOOT = 1.25
"""The loss after one step over the loss before it. Of 56 healthy trainings the worst first step
gives .97, the worst of a later epoch 1.16; Adam at .1 gives 2.6, SGD at 10 gives 3."""

DIED = 0.4
"""So much of a layer has to have died since the start to speak of harm."""

DIED_OF_STEPS = 0.6
"""So much that has died is evidence by itself: only a step can take a unit below zero."""

THROWN = 2.5
"""Mean loss of the first epoch over the loss before it, or over that of guessing. At a rate
that is only just borne it is 2 (a tanh at rate 1), where digits are lost 2.8 to 6."""

LEARNS_WELL = 0.8
"""With an accuracy above this, units that died are no great loss."""


def rate_too_high(evidence: Evidence) -> Finding | None:
    """See the loss rise along the very first step, and fall along a shorter one."""
    start = evidence.start
    if start is None or evidence.went_well or not _suffers(evidence):
        return None
    times = _overshoots(start, evidence.recipe.optimizer)
    if times is None:
        return None
    shorter = min((m for m in LINE if m < times), key=lambda m: along(start, m))
    if along(start, shorter) >= 1:
        return None
    settings = evidence.recipe.optimizer
    better = lower_rate(settings)
    after = start.line[LINE.index(times)]
    if times > 1:
        words = (
            "The first step at rate {rate:g}, {times:g} times over, as momentum "
            "{momentum:g} repeats it, takes the loss from {before:.3g} to {after:.3g}; "
            "{shorter:g} times the step lowers it to {lowest:.3g}."
        )
    elif isfinite(after):
        words = (
            "The first step at rate {rate:g} takes the loss from {before:.3g} to "
            "{after:.3g}; {shorter:g} times the step lowers it to {lowest:.3g}."
        )
    else:
        words = (
            "The first step at rate {rate:g} takes the loss from {before:.3g} to where it is "
            "no number; {shorter:g} times the step lowers it to {lowest:.3g}."
        )
    return Finding(
        "rate-too-high",
        "bad",
        words,
        "The learning rate is too high: steps reach beyond where the loss falls. Such a "
        "step can "
        "push hidden units to where they answer zero to everything, and they stay there."
        if has_relu_units(evidence.recipe.network)
        else "The learning rate is too high: steps reach beyond where the loss falls.",
        "Start a new training at rate {better:g}; these weights hardly recover.",
        {
            "rate": settings.learning_rate,
            "times": times,
            "momentum": settings.momentum,
            "before": start.line_start,
            "after": after,
            "shorter": shorter,
            "lowest": start.line[LINE.index(shorter)],
            "better": better,
        },
        remedy=Cure((("optimizer.learning_rate", better),)),
        epoch=start.epoch,
    )


def killing_steps(evidence: Evidence) -> Finding | None:
    """See relu units that answered at the start be dead after whole epochs."""
    if rate_too_high(evidence) is not None or evidence.learns(LEARNS_WELL):
        return None
    # What chance leaves of an image may push a unit as far as a long step, and behind very many
    # layers units die at any rate.
    others = (much_dropout, very_deep)
    if any(rule(evidence.recipe, evidence.facts) is not None for rule in others):
        return None
    worst = max(_deaths(evidence), key=lambda pair: pair[1] - pair[0], default=(0.0, 0.0))
    if worst[1] - worst[0] < DIED_OF_STEPS:
        return None
    settings = evidence.recipe.optimizer
    better = lower_rate(settings)
    return Finding(
        "rate-too-high",
        "bad",
        "Before the first step {before:.0f} % of the units of a hidden layer were zero for "
        "every image looked at, after epoch {epoch} {after:.0f} %.",
        "Only a step can take a relu below zero for every image: steps at rate {rate:g} "
        "were too long "
        "for it. Such a unit gets no gradient any more and stays so.",
        "Start a new training at rate {better:g}; these weights hardly recover.",
        {
            "before": 100 * worst[0],
            "after": 100 * worst[1],
            "epoch": evidence.last.epoch,
            "rate": settings.learning_rate,
            "better": better,
        },
        remedy=Cure((("optimizer.learning_rate", better),)),
        epoch=evidence.last.epoch,
    )


def thrown_loss(evidence: Evidence) -> Finding | None:
    """See the loss of a whole epoch lie far above the loss before its first step."""
    start, first = evidence.start, _first_epoch(evidence)
    if start is None or first is None or evidence.went_well:
        return None
    if any(rule(evidence) is not None for rule in (rate_too_high, killing_steps)):
        return None
    # What chance strikes out raises the loss too.
    chance = (much_dropout, dropout_on_outputs)
    if any(rule(evidence.recipe, evidence.facts) is not None for rule in chance):
        return None
    before = max(start.line_start, loss_of_guessing(evidence.classes))
    if not THROWN * before <= first.loss < inf:
        return None
    settings = evidence.recipe.optimizer
    better = lower_rate(settings)
    return Finding(
        "rate-too-high",
        "bad",
        "Before the first step the loss was {before:.3g}, in the mean of epoch {epoch} it was "
        "{after:.3g}.",
        "Only steps can raise the loss of the images that are learnt from: at rate {rate:g} "
        "they reach beyond where it falls.",
        "Start a new training at rate {better:g}.",
        {
            "before": start.line_start,
            "epoch": first.epoch,
            "after": first.loss,
            "rate": settings.learning_rate,
            "better": better,
        },
        remedy=Cure((("optimizer.learning_rate", better),)),
        epoch=first.epoch,
    )


def _first_epoch(evidence: Evidence) -> EpochReport | None:
    """Return the first epoch after the look at the start; a continued training has others."""
    begun = 0 if evidence.start is None else evidence.start.epoch
    return next((epoch for epoch in evidence.epochs if epoch.epoch > begun), None)


def _deaths(evidence: Evidence) -> list[tuple[float, float]]:
    """Return the shares of dead units of each hidden activation: at the start, and now."""
    if evidence.start is None or not evidence.probes:
        return []
    now = evidence.probes[-1].activations
    return [(b.dead, a.dead) for b, a in zip(evidence.start.activations, now, strict=True)]


def _overshoots(probe: Probe, settings: Optimizer) -> float | None:
    """Return at how many steps' length, as far as momentum carries, the loss is higher."""
    left = 1 - momentum_of(settings)
    reach = 1 / left if left > 0 else inf
    within = [m for m in LINE if 1 <= m <= reach]
    return next((m for m in within if along(probe, m) > OVERSHOOT), None)


def _suffers(evidence: Evidence) -> bool:
    """Say whether anything went wrong that too long a step would explain."""
    if evidence.ended == "diverged":
        return True
    first, start = _first_epoch(evidence), evidence.start
    if first is None:
        return False
    worse = start is not None and not first.loss < max(
        start.loss, loss_of_guessing(evidence.classes)
    )
    # A rough first epoch, or units that died, and yet much learnt: no harm that lasts.
    harmed = (worse or _died(evidence)) and not evidence.learns(LEARNS_WELL)
    return harmed or not evidence.learns(LEARNS_LITTLE)


def _died(evidence: Evidence) -> bool:
    return any(now - before >= DIED for before, now in _deaths(evidence))


RATE_RULES = (rate_too_high, killing_steps, thrown_loss)
"""Each looks at all that is known of a training."""
