"""What strikes in a training, why it is so and what to do: findings, worst first."""

from __future__ import annotations

from core.diagnosis.finding import Finding, Severity
from core.diagnosis.history import HISTORY_RULES
from core.diagnosis.rules import EPOCH_RULES, RESULT_RULES
from core.records import EpochReport, Recipe, RunResult

__all__ = ["Finding", "Severity", "findings"]

_ORDER: tuple[Severity, ...] = ("bad", "warn", "info")


def findings(
    recipe: Recipe, epochs: tuple[EpochReport, ...], result: RunResult | None = None
) -> tuple[Finding, ...]:
    """Return what strikes in a training, worst first.

    Parameters
    ----------
    epochs : tuple of EpochReport
        The finished ones, those of the training that was continued included.
    result : RunResult, optional
        What the training gave, once it has ended.
    """
    if result is not None and result.ended == "diverged":
        return (_diverged(recipe, len(epochs)),)
    if not epochs:
        return ()
    found = [rule(recipe, epochs) for rule in (*EPOCH_RULES, *HISTORY_RULES)]
    if result is not None:
        found += [rule(result) for rule in RESULT_RULES]
    return tuple(sorted(filter(None, found), key=lambda f: _ORDER.index(f.severity)))


def _diverged(recipe: Recipe, epochs: int) -> Finding:
    return Finding(
        "diverged",
        "bad",
        "The loss became infinite or no number after {epochs} epochs.",
        "The steps grew beyond all measure: the learning rate, {rate:g}, is too high for this "
        "network and these pixels.",
        "Divide it by ten, or use pixels from 0 to 1.",
        {"epochs": epochs, "rate": recipe.optimizer.learning_rate},
    )
