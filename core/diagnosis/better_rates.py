"""How far steps carry in the end, and which rates are known to work on digits."""

from __future__ import annotations

from math import inf

from core.optimizers import momentum_of, traits
from core.records import Optimizer


def effective_rate(settings: Optimizer) -> float:
    """Return how far a lasting gradient carries in the end, a step: rate / (1 - momentum)."""
    left = 1 - momentum_of(settings)
    return settings.learning_rate / left if left > 0 else inf


def better_rate(settings: Optimizer) -> float:
    """Return a rate that is known to work on digits, near the one that was chosen."""
    kind = traits(settings)
    if kind.scales_gradients:
        return kind.usual_rate
    return float(f"{0.1 * max(1 - momentum_of(settings), 0.01):.3g}")


def lower_rate(settings: Optimizer) -> float:
    """Return a rate that is known to work on digits, a tenth of the chosen one at most."""
    return min(better_rate(settings), float(f"{settings.learning_rate / 10:.3g}"))
