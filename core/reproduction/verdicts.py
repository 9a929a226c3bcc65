"""Whether a measured figure agrees with a published one, given how much such figures vary.

A training is a draw: another seed gives other figures. So a verdict needs a tolerance, and
each comes with its reason in words.

- *Exact*: counts of weights, and the network from scratch, which has no chance in it once
  its seed is known. Tolerance: half a unit of the last printed digit.
- *Accuracy of a trained network on n images*: 3 binomial standard deviations,
  ``sqrt(p (1 - p) / n)`` with the published p. For n = 10,000 and p = .98 that is .0042.
- *Accuracy of a trained network on its own training images*: few are wrong (.2 %), and how
  few depends on the last epochs and on the seed far more than on the images. So the
  logarithms of the error rates are compared. Their standard deviation between seeds is 22 %,
  pooled over the tutorial's six models as trained here (11 degrees of freedom).
- *A figure of one epoch* (loss or accuracy): 3 standard deviations between seeds, measured
  by training several. So few seeds say little of one epoch, so the variances of the epochs
  up to two before and after are pooled; and as even that is an estimate, "3" becomes what
  Student's t distribution has in its place (4 for three seeds). As the published figure is
  one draw and the measured one a mean of S, all is multiplied by ``sqrt(1 + 1/S)``. Losses
  are compared as logarithms, because they vary in proportion to their size. An accuracy is
  never held to less than its binomial standard deviation.
- With a single seed there is no scatter to measure. Then losses may differ by 3 times 7 %:
  models 1 and 2 of the tutorial are the same training for twenty epochs, and their printed
  losses differ by so much (root mean square of the logarithm of their ratio over sqrt 2).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.data.mnist import images_of
from core.evaluation.metrics import standard_error
from core.phrases import Phrase
from core.recipes.published import PublishedRun
from core.records import EpochReport

Verdict: TypeAlias = Literal["agrees", "differs", "not reproducible as printed"]
Doubles: TypeAlias = NDArray[np.float64]

SIGMAS = 3.0
"""How many standard deviations a figure may be off."""

ONE_SEED_SCATTER = 0.07
"""Relative standard deviation of a training loss between seeds, from the tutorial itself."""

LEARNT_SCATTER, LEARNT_DEGREES = 0.22, 11
"""Relative standard deviation of a training error rate between seeds, and how well known."""

_WINDOW = 2
_DIGITS = 5e-5


@dataclass(frozen=True)
class JudgedValue:
    """One published figure beside the measured one.

    Parameters
    ----------
    experiment : str
        The recipe (or the network from scratch).
    what : str
        "loss", "val_accuracy", "test accuracy", or a statement in words.
    epoch : int or None
        Of a figure of one epoch, as the text counts it.
    published, measured : float or str or None
        Words where the text prints no number; None where it prints nothing, or where the
        training ended before.
    tolerance : float or None
        How far they may be apart; None for words.
    verdict : str or None
        None where nothing was published to agree with.
    why : str
        How the tolerance comes about, or why the figure cannot be reproduced.
    """

    experiment: str
    what: str
    published: float | str | None
    measured: float | str | None
    verdict: Verdict | None
    why: str
    epoch: int | None = None
    tolerance: float | None = None


def within(apart: float, tolerance: float) -> Verdict:
    """Say whether a distance is inside its tolerance; nan never is."""
    return "agrees" if apart <= tolerance else "differs"


def ended_after(epochs: int) -> Phrase:
    """Say that a training is shorter than the printed one."""
    return Phrase("the training ended after {epochs} epochs", epochs=epochs)


def exact(
    experiment: str, what: str, printed: float, measured: float, *, unit: float = 1.0
) -> JudgedValue:
    """Compare a figure without chance, printed to `unit`."""
    # A hair more than half, for floats that lie on the border.
    tolerance = 0.5 * unit * (1 + 1e-6)
    return JudgedValue(
        experiment,
        what,
        printed,
        measured,
        within(abs(printed - measured), tolerance),
        Phrase("half a unit of the last printed digit"),
        tolerance=tolerance,
    )


def accuracy(
    experiment: str, what: str, printed: float, measured: Sequence[float], *, images: int
) -> JudgedValue:
    """Compare a trained network's accuracy with that of networks from one or more seeds.

    `what` is "test accuracy", or "training accuracy", which has a rule of its own.
    """
    if what == "training accuracy":
        return _learnt(experiment, what, printed, measured)
    mean = float(np.mean(measured))
    sigma = standard_error(printed, images)
    why = Phrase(
        "3 binomial standard deviations of {sigma:.4f} over {images:,} images",
        sigma=sigma,
        images=images,
    )
    if len(measured) > 1:
        between = float(np.std(measured, ddof=1)) * math.sqrt(1 + 1 / len(measured))
        if between > sigma:
            sigma = between
            why = Phrase(
                "3 standard deviations of {sigma:.4f} between {seeds} seeds",
                sigma=sigma,
                seeds=len(measured),
            )
    tolerance = SIGMAS * sigma
    verdict = within(abs(printed - mean), tolerance)
    return JudgedValue(experiment, what, printed, mean, verdict, why, tolerance=tolerance)


def _learnt(
    experiment: str, what: str, printed: float, measured: Sequence[float]
) -> JudgedValue:
    mean = float(np.mean(measured))
    factor = student(SIGMAS, LEARNT_DEGREES)
    sigma = LEARNT_SCATTER * math.sqrt(1 + 1 / len(measured))
    fewer = 1 if printed < mean else -1
    tolerance = (1 - mean) * abs(math.exp(fewer * factor * sigma) - 1) + _DIGITS
    why = Phrase(
        "{factor:.1f} standard deviations of {percent:.0f} % of the error rate",
        factor=factor,
        percent=100 * sigma,
    )
    verdict = within(abs(printed - mean), tolerance)
    return JudgedValue(experiment, what, printed, mean, verdict, why, tolerance=tolerance)


def curve(
    experiment: str,
    what: str,
    printed: Sequence[float],
    measured: Sequence[Sequence[float]],
    *,
    images: int,
) -> tuple[JudgedValue, ...]:
    """Compare a printed curve, epoch by epoch, with those of one or more seeds.

    Parameters
    ----------
    what : str
        "loss", "val_loss", "accuracy" or "val_accuracy".
    measured : sequence of sequence of float
        One curve a seed; they may end before the printed one.
    images : int
        What the accuracies are shares of.
    """
    epochs = min(len(printed), *(len(values) for values in measured))
    table = np.array([values[:epochs] for values in measured], np.float64)
    is_loss = what.endswith("loss")
    scatter = _scatter(np.log(table) if is_loss else table)
    factor = student(SIGMAS, (len(table) - 1) * (2 * _WINDOW + 1))
    seeds = Phrase("{n} seeds", n=len(table)) if len(table) > 1 else Phrase("one seed")
    judged = []
    for index in range(epochs):
        target, mean = float(printed[index]), float(table[:, index].mean())
        if is_loss:
            sigma = ONE_SEED_SCATTER * math.sqrt(2) if scatter is None else scatter[index]
            # A factor up is farther away than the same factor down.
            up = 1 if target > mean else -1
            tolerance = mean * abs(math.exp(up * factor * sigma) - 1) + _DIGITS
            why = Phrase(
                "{factor:.1f} standard deviations of {percent:.1f} %, {seeds}",
                factor=factor,
                percent=100 * sigma,
                seeds=seeds,
            )
        else:
            sigma = max(
                standard_error(target, images), 0 if scatter is None else scatter[index]
            )
            tolerance = factor * sigma + _DIGITS
            why = Phrase(
                "{factor:.1f} standard deviations of {sigma:.4f}, {seeds}, {images:,} images",
                factor=factor,
                sigma=sigma,
                seeds=seeds,
                images=images,
            )
        verdict = within(abs(target - mean), tolerance)
        judged.append(
            JudgedValue(experiment, what, target, mean, verdict, why, index + 1, tolerance)
        )
    return (*judged, *_missing(experiment, what, printed, epochs))


def of_curves(
    name: str, printed: PublishedRun, runs: Sequence[Sequence[EpochReport]]
) -> tuple[JudgedValue, ...]:
    """Compare all printed curves of a recipe with the epochs of one or more runs."""
    judged: list[JudgedValue] = []
    for what, values in printed.curves.items():
        columns = [[getattr(epoch, what) for epoch in epochs] for epochs in runs]
        if all(columns) and all(value is not None for column in columns for value in column):
            judged += curve(name, what, values, columns, images=images_of(what))
    return tuple(judged)


def student(z: float, degrees: int) -> float:
    """Return the quantile of Student's t that leaves the same tail as `z` of the normal.

    0 degrees stand for a deviation that is known, not estimated: `z` itself.

    References
    ----------
    Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.5: within 2 % for
    z = 3 from 5 degrees on.
    """
    if degrees == 0:
        return z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum((term / degrees**power for power, term in enumerate(terms, start=1)), 0.0)


def _scatter(table: Doubles) -> Doubles | None:
    """Return for each epoch the standard deviation of a draw about the mean of the seeds."""
    seeds, epochs = table.shape
    if seeds < 2:
        return None
    variances = table.var(axis=0, ddof=1)
    pooled = [
        variances[max(0, epoch - _WINDOW) : epoch + _WINDOW + 1].mean()
        for epoch in range(epochs)
    ]
    deviations: Doubles = np.sqrt(np.array(pooled) * (1 + 1 / seeds))
    return deviations


def _missing(
    experiment: str, what: str, printed: Sequence[float], epochs: int
) -> tuple[JudgedValue, ...]:
    why = ended_after(epochs)
    return tuple(
        JudgedValue(experiment, what, float(value), None, "differs", why, epoch)
        for epoch, value in enumerate(printed[epochs:], start=epochs + 1)
    )
