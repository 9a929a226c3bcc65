"""The accuracies of trained networks beside the printed ones (``docs/verdicts.md``).

One network says little: the tutorial's dense models lie .0042 apart from the least to the best,
and another seed moves each by a quarter of that. So each tolerance has a ceiling that the steps
between the text's own models set: where it is wider, figures of the other models agree as well.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from core.phrases import Phrase
from core.reproduction.verdicts import (
    HALF_A_DIGIT,
    SINGLE_SIGMAS,
    JudgedValue,
    student,
    within,
)

TEST_SCATTER = 0.001
"""Standard deviation between seeds of a test accuracy on MNIST's 10,000 test images.

Of the tutorial's models; on the same images seeds differ less than on fresh ones (.0014).
"""

TEST_CEILING = 0.0021
"""Tolerances of a test accuracy are below this: half the way from model 1 to model 7.

These are printed .9789 and .9831, so no measured figure agrees with all dense models.
"""

LEARNT_SCATTER, LEARNT_DEGREES = 0.22, 11
"""Relative standard deviation of a training error rate between seeds, and how well known.

Pooled over the tutorial's six models, as trained by `core.reproduction`.
"""

LEARNT_CEILING = 2.1
"""The largest factor between training error rates.

The dense models' rates are printed up to 4.5 times apart, and half of that way is a factor 2.1.
"""


def accuracy(
    experiment: str, what: str, printed: float, measured: Sequence[float]
) -> JudgedValue:
    """Compare a trained network's accuracy with that of networks from one or more seeds.

    `what` is "test accuracy", or "training accuracy", which has a rule of its own.
    """
    rule = _learnt if what == "training accuracy" else _tested
    return rule(experiment, what, printed, measured)


def _tested(
    experiment: str, what: str, printed: float, measured: Sequence[float]
) -> JudgedValue:
    seeds, mean = len(measured), float(np.mean(measured))
    own = float(np.std(measured, ddof=1)) if seeds > 1 else 0.0
    between = max(TEST_SCATTER, own)
    # A scatter that few seeds show is an estimate; the known one is not.
    factor = student(SINGLE_SIGMAS, seeds - 1 if own > TEST_SCATTER else 0)
    sigma = between * math.sqrt(1 + 1 / seeds)
    tolerance = factor * sigma + HALF_A_DIGIT
    scattered = tolerance >= TEST_CEILING
    verdict = within(abs(printed - mean), tolerance, scattered=scattered)
    why = Phrase(
        "{factor:.1f} standard deviations of {sigma:.4f}: {between:.4f} between seeds, {seeds} "
        "trained",
        factor=factor,
        sigma=sigma,
        between=between,
        seeds=seeds,
    )
    if verdict == "too scattered to tell":
        why = Phrase(
            "{seeds} trained: the tolerance is above {ceiling:.4f}, and the text's other "
            "models would agree too; train more seeds",
            seeds=seeds,
            ceiling=TEST_CEILING,
        )
    return JudgedValue(experiment, what, printed, mean, verdict, why, tolerance=tolerance)


def _learnt(
    experiment: str, what: str, printed: float, measured: Sequence[float]
) -> JudgedValue:
    """Compare what is left to learn: few are wrong, and how few varies in proportion."""
    seeds = len(measured)
    rates = [max(1 - value, HALF_A_DIGIT) for value in measured]
    rate = math.exp(float(np.mean(np.log(rates))))
    own = float(np.std(np.log(rates), ddof=1)) if seeds > 1 else 0.0
    factor = student(SINGLE_SIGMAS, seeds - 1 if own > LEARNT_SCATTER else LEARNT_DEGREES)
    sigma = max(LEARNT_SCATTER, own) * math.sqrt(1 + 1 / seeds)
    more = math.exp(factor * sigma)
    fewer = printed > 1 - rate
    tolerance = rate * abs((1 / more if fewer else more) - 1) + HALF_A_DIGIT
    verdict = within(abs(printed - (1 - rate)), tolerance, scattered=more > LEARNT_CEILING)
    why = Phrase(
        "{factor:.1f} standard deviations of {percent:.0f} % of the error rate",
        factor=factor,
        percent=100 * sigma,
    )
    if verdict == "too scattered to tell":
        why = Phrase(
            "{seeds} trained: error rates up to {more:.1f} times apart would agree, and above "
            "{ceiling} those of the text's other models do; train more seeds",
            seeds=seeds,
            more=more,
            ceiling=LEARNT_CEILING,
        )
    return JudgedValue(experiment, what, printed, 1 - rate, verdict, why, tolerance=tolerance)
