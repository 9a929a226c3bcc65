"""Student's t: how far a mean of few values can be trusted. Pure Python.

References
----------
Student, "The probable error of a mean", Biometrika 6, 1908; Press et al., "Numerical Recipes",
section 6.4, for the continued fraction of the incomplete beta function (Lentz's method).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean

_TINY = 1e-300
_EXACT = 1e-15
_MOST_STEPS = 10_000


@dataclass(frozen=True)
class MeanInterval:
    """The mean of some values, and where that of endlessly many more plausibly lies.

    Parameters
    ----------
    count : int
        Of the values.
    mean : float
        Theirs; nan of none.
    deviation : float or None
        Their sample standard deviation; None of fewer than two.
    low, high : float or None
        Of the interval; None of fewer than two values.
    """

    count: int
    mean: float
    deviation: float | None
    low: float | None
    high: float | None


def mean_interval(values: Sequence[float], *, level: float = 0.95) -> MeanInterval:
    """Return mean, sample deviation and Student's interval of independent values."""
    count = len(values)
    if count < 2:
        return MeanInterval(count, values[0] if values else math.nan, None, None, None)
    # Equal values do not scatter: without this they would, by crumbs of rounding.
    mean = values[0] if min(values) == max(values) else fmean(values)
    # (`statistics.stdev` computes in fractions, twenty times as long.)
    squares = math.fsum((value - mean) ** 2 for value in values)
    deviation = math.sqrt(squares / (count - 1))
    half = quantile(0.5 + level / 2, count - 1) * deviation / math.sqrt(count)
    return MeanInterval(count, mean, deviation, mean - half, mean + half)


def cumulative(t: float, freedom: int) -> float:
    """Return the probability that a t of so many degrees of freedom is at most `t`."""
    tail = 0.5 * _beta_share(freedom / (freedom + t * t), freedom / 2, 0.5)
    return 1 - tail if t > 0 else tail


@lru_cache(maxsize=1024)
def quantile(share: float, freedom: int) -> float:
    """Return the t that a share (between 0 and 1) of all are at most; by bisection."""
    if share < 0.5:
        return -quantile(1 - share, freedom)
    high = 1.0
    while cumulative(high, freedom) < share:
        high *= 2
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        if cumulative(middle, freedom) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    front = math.exp(
        math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        + a * math.log(x)
        + b * math.log1p(-x)
    )
    # The fraction converges quickly on this side of the mean only.
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function."""
    c, d = 1.0, _inverse(1 - (a + b) * x / (a + 1))
    value = d
    for step in range(1, _MOST_STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for part in (even, odd):
            d = _inverse(1 + part * d)
            c = 1 + part / c
            c = c if abs(c) > _TINY else _TINY
            value *= d * c
        if abs(d * c - 1) < _EXACT:
            break
    return value


def _inverse(value: float) -> float:
    return 1 / (value if abs(value) > _TINY else _TINY)
