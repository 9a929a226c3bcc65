"""While it trains: whether the learning rate is too low, by the loss along the next step."""

from __future__ import annotations

from itertools import pairwise

from core.diagnosis.better_rates import better_rate
from core.diagnosis.cure import Cure
from core.diagnosis.evidence import LEARNS_LITTLE, Evidence, accuracy_of, along
from core.diagnosis.finding import Finding
from core.diagnosis.rates import LEARNS_WELL
from core.probes import LINE, Probe
from core.records import EpochReport

STRAIGHT = 0.985
"""A hundred steps' length ahead the loss has fallen to this at least, where steps are too
short. Healthy trainings rise there, to 1.06 and far more."""

SLOW = 0.9
"""The same for a rate that is only low: trainings that go well rise there by then."""

PROPORTIONAL = 8.0
"""Ten times the step gains this many times as much where it does not feel yet that the loss
bends: on the plateau before two layers of sigmoids 11."""

STILL_FAST = 0.5
"""Share of the recipe's rate: where a schedule has made steps shorter, a step says nothing of
the rate that was chosen."""


def rate_too_low(evidence: Evidence) -> Finding | None:
    """See the loss fall straight on for a hundred steps' length and more, and little learnt."""
    if len(evidence.epochs) < 2 or evidence.learns(LEARNS_WELL):
        return None
    seen = _at_full_rate(evidence)
    if seen is None or seen.probe is None or not _falls(evidence):
        return None
    if evidence.learns(LEARNS_LITTLE):
        return _rather_low(evidence, seen, seen.probe)
    if not _straight(seen.probe) and not _proportional(seen.probe):
        return None
    rate = seen.learning_rate or evidence.recipe.optimizer.learning_rate
    better = max(better_rate(evidence.recipe.optimizer), 10 * rate)
    return Finding(
        "rate-too-low",
        "bad",
        "After epoch {epoch}, {percent:.1f} % are right. The next step lowers the loss from "
        "{before:.4f} to {after:.4f}; {times:g} times as long it would be {lowest:.4f}.",
        "The learning rate, {rate:g}, is too low: the loss falls in every epoch, and along a "
        "step it would fall on far beyond where the step ends.",
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
    # At the rate that is known to work it is the steps that are few, not the rate that is low.
    if rate >= better_rate(settings):
        return None
    better = better_rate(settings)
    return Finding(
        "rate-too-low",
        "warn",
        "After epoch {epoch}, {percent:.1f} % are right. The next step lowers the loss from "
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


def _proportional(probe: Probe) -> bool:
    gain = 1 - along(probe, 1.0)
    tenfold = 1 - along(probe, 10.0)
    return gain > 0 and tenfold >= PROPORTIONAL * gain and along(probe, 100.0) < 1


def _falls(evidence: Evidence) -> bool:
    return all(after.loss < before.loss for before, after in pairwise(evidence.epochs))
