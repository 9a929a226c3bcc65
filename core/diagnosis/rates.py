"""While it trains: whether the learning rate is too high or too low.

It is called so only by what the probe saw: the loss at several lengths of the step that the
optimizer would take next, or hidden units that a step has killed.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf

from core.diagnosis.before_regularising import much_dropout
from core.diagnosis.before_steps import better_rate, lower_rate
from core.diagnosis.cure import Cure
from core.diagnosis.evidence import LEARNS_LITTLE, Evidence, accuracy_of, along
from core.diagnosis.finding import Finding
from core.evaluation.metrics import loss_of_guessing
from core.optimizers import momentum_of, traits
from core.probes import LINE, Probe
from core.records import EpochReport, Optimizer

OVERSHOOT = 1.25
"""The loss after one step over the loss before it. Of 56 healthy trainings the worst first step
gives .97, the worst of a later epoch 1.16; Adam at .1 gives 2.6, SGD at 10 gives 3."""

STRAIGHT = 0.985
"""A hundred steps' length ahead the loss has fallen to this at least, where steps are too
short. Healthy trainings rise there, to 1.06 and far more."""

DIED = 0.4
"""So much of a layer has to have died since the start to speak of harm."""

DIED_OF_STEPS = 0.6
"""So much that has died is evidence by itself: only a step can take a unit below zero."""

SLOW = 0.9
"""The same for a rate that is only low: trainings that go well rise there by then."""

STILL_FAST = 0.5
"""Share of the recipe's rate: where a schedule has made steps shorter, a step says nothing of
the rate that was chosen."""

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
    if times > 1:
        words = (
            "The first step at rate {rate:g}, {times:g} times over, as momentum "
            "{momentum:g} repeats it, takes the loss from {before:.3g} to {after:.3g}; "
            "{shorter:g} times the step lowers it to {lowest:.3g}."
        )
    else:
        words = (
            "The first step at rate {rate:g} takes the loss from {before:.3g} to "
            "{after:.3g}; {shorter:g} times the step lowers it to {lowest:.3g}."
        )
    return Finding(
        "rate-too-high",
        "bad",
        words,
        "The learning rate is too high: steps reach beyond where the loss falls. Such a "
        "step can "
        "push hidden units to where they answer zero to everything, and they stay there.",
        "Start a new training at rate {better:g}; these weights hardly recover.",
        {
            "rate": settings.learning_rate,
            "times": times,
            "momentum": settings.momentum,
            "before": start.line_start,
            "after": start.line[LINE.index(times)],
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
    if much_dropout(evidence.recipe, evidence.facts) is not None:
        return None  # What chance leaves of an image may push a unit as far as a long step.
    worst = max(_deaths(evidence), key=lambda pair: pair[1] - pair[0], default=(0.0, 0.0))
    if worst[1] - worst[0] < DIED_OF_STEPS:
        return None
    settings = evidence.recipe.optimizer
    better = lower_rate(settings)
    return Finding(
        "rate-too-high",
        "bad",
        "Before the first step {before:.0f} % of the units of a hidden layer were zero for "
        "every image, "
        "after epoch {epoch} {after:.0f} %.",
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
    if not evidence.epochs:
        return False
    first = evidence.epochs[0]
    start = evidence.start
    worse = start is not None and not first.loss < max(
        start.loss, loss_of_guessing(evidence.classes)
    )
    # A rough first epoch, or units that died, and yet much learnt: no harm that lasts.
    harmed = (worse or _died(evidence)) and not evidence.learns(LEARNS_WELL)
    return harmed or not evidence.learns(LEARNS_LITTLE)


def _died(evidence: Evidence) -> bool:
    return any(now - before >= DIED for before, now in _deaths(evidence))


def rate_too_low(evidence: Evidence) -> Finding | None:
    """See the loss fall straight on for a hundred steps' length and more, and little learnt."""
    if len(evidence.epochs) < 2 or evidence.learns(LEARNS_WELL):
        return None
    seen = _at_full_rate(evidence)
    if seen is None or seen.probe is None or not _falls(evidence):
        return None
    if evidence.learns(LEARNS_LITTLE):
        return _rather_low(evidence, seen, seen.probe)
    if not _straight(seen.probe):
        return None
    rate = seen.learning_rate or evidence.recipe.optimizer.learning_rate
    better = max(better_rate(evidence.recipe.optimizer), 10 * rate)
    return Finding(
        "rate-too-low",
        "bad",
        "After epoch {epoch} {percent:.1f} % are right. The next step lowers the loss from "
        "{before:.4f} to {after:.4f}; {times:g} times as long it would be {lowest:.4f}.",
        "The learning rate, {rate:g}, is too low: the loss falls in every epoch, but the way "
        "to go is hundreds of steps long.",
        "Take {better:g}.",
        {**_look(seen, seen.probe), "rate": rate, "better": better},
        remedy=Cure((("optimizer.learning_rate", better),)),
        epoch=seen.epoch,
    )


def _rather_low(evidence: Evidence, seen: EpochReport, probe: Probe) -> Finding | None:
    """See much learnt, and the loss still fall far along the step."""
    if not along(probe, 100.0) < SLOW or not along(probe, 10.0) <= along(probe, 1.0) <= 1:
        return None
    settings = evidence.recipe.optimizer
    rate = seen.learning_rate or settings.learning_rate
    # With the usual rate it is the steps that are few, not the rate that is low.
    if rate >= traits(settings).usual_rate:
        return None
    better = better_rate(settings)
    return Finding(
        "rate-too-low",
        "warn",
        "After epoch {epoch} {percent:.1f} % are right. The next step lowers the loss from "
        "{before:.3f} to {after:.3f}; {times:g} times as long it would be {lowest:.3f}.",
        "The learning rate, {rate:g}, is low for so few steps: the loss falls on for the "
        "length of a hundred of them.",
        "Take {better:g}, or train longer.",
        {**_look(seen, probe, 100.0), "rate": rate, "better": better},
        remedy=Cure((("optimizer.learning_rate", better),)),
        epoch=seen.epoch,
    )


def _at_full_rate(evidence: Evidence) -> EpochReport | None:
    """Return the last epoch that a schedule had not made slow yet."""
    recipe = evidence.recipe
    least = 0.0
    if recipe.schedule != "constant":
        least = STILL_FAST * recipe.optimizer.learning_rate
    return next((e for e in reversed(evidence.epochs) if e.learning_rate >= least), None)


def _look(seen: EpochReport, probe: Probe, times: float | None = None) -> dict[str, object]:
    """Return what a look along the step found, at so many times its length or the best."""
    if times is None:
        times = max((m for m in LINE if m > 1), key=lambda m: -along(probe, m))
    return {
        "epoch": seen.epoch,
        "percent": 100 * accuracy_of(seen),
        "before": probe.line_start,
        "after": probe.line[LINE.index(1.0)],
        "times": times,
        "lowest": probe.line[LINE.index(times)],
    }


def crawl(report: EpochReport) -> dict[str, object] | None:
    """Return what a look along the step found where steps are too short; None elsewhere."""
    probe = report.probe
    return None if probe is None or not _straight(probe) else _look(report, probe)


def _straight(probe: Probe) -> bool:
    hundred, thousand = along(probe, 100.0), along(probe, 1000.0)
    far = thousand < hundred < along(probe, 10.0) <= along(probe, 1.0) <= 1
    # A hundred steps that gain a tenth of what a thousand do: the loss falls in a line.
    linear = far and (1 - thousand) >= 4 * (1 - hundred)
    return linear or (far and hundred < STRAIGHT)


def _falls(evidence: Evidence) -> bool:
    return all(after.loss < before.loss for before, after in pairwise(evidence.epochs))


RATE_RULES = (rate_too_high, killing_steps, rate_too_low)
"""Each looks at all that is known of a training."""
