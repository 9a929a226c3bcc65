"""A printed curve beside those of one or more seeds: each epoch, and the curve as a whole.

Three questions (``docs/verdicts.md`` has the reasons and the measured chances): does each epoch
lie within 3 standard deviations between seeds, does the curve as a whole, and does the order of
its epochs matter?
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.data.mnist import images_of
from core.evaluation.metrics import standard_error
from core.phrases import Phrase
from core.recipes.published import PublishedRun
from core.records import EpochReport
from core.reproduction.verdicts import (
    HALF_A_DIGIT,
    SIGMAS,
    JudgedValue,
    Verdict,
    ended_after,
    student,
    within,
)

Doubles: TypeAlias = NDArray[np.float64]

ONE_SEED_SCATTER = 0.07
"""Relative standard deviation of a training loss between seeds, from the tutorial itself."""

LOSS_CEILING, ACCURACY_CEILING = 0.10, 0.003
"""Standard deviations between seeds (of a loss relative to it) above which none can tell."""

TEST_LOSS_CEILING, TEST_ACCURACY_CEILING = 0.05, 0.001
"""The same on test images, in which recipes differ less than in what they learn."""

WHOLE_CURVE = 2 / 3
"""How much of its tolerances a curve may be off in the root mean square of its epochs."""

SHORTEST_CURVE = 5
"""Fewer epochs have too few orders to be told from chance: 4 have 24."""

SHUFFLES, AS_CLOSE = 999, 0.003
"""How many orders of the epochs are tried, and which share of them may fit as well."""

_WINDOW = 2
_SEED = 0


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
    if not epochs:
        return _missing(experiment, what, printed, 0)
    table = np.array([values[:epochs] for values in measured], np.float64)
    target = np.array(printed[:epochs], np.float64)
    scale = (
        _losses(target, table, running=what == "loss")
        if what.endswith("loss")
        else _accuracies(target, table, images, running=what == "accuracy")
    )
    verdicts = [
        within(
            abs(float(target[index] - scale.center[index])),
            float(scale.tolerances[index]),
            scattered=bool(scale.scattered[index]),
        )
        for index in range(epochs)
    ]
    judged = [
        JudgedValue(
            experiment,
            what,
            float(target[index]),
            float(scale.center[index]),
            verdict,
            scale.why(index, verdict),
            index + 1,
            float(scale.tolerances[index]),
        )
        for index, verdict in enumerate(verdicts)
    ]
    judged = _as_a_whole(judged, target, scale)
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


@dataclass(frozen=True, eq=False)
class _Scale:
    """What the epochs of a curve are measured by, float64, one for each epoch.

    `center` is the mean of the seeds, `tolerances` how far the printed figure may be from it,
    `between` what the seeds scatter by and `ceiling` the most of that which tells anything,
    `sigma` the deviation that `factor` times is tolerated; losses have these as shares of 1.
    `images` is what accuracies are shares of, and None for losses.
    """

    center: Doubles
    tolerances: Doubles
    between: Doubles
    ceiling: float
    sigma: Doubles
    factor: float
    seeds: Phrase
    images: int | None = None

    @property
    def scattered(self) -> NDArray[np.bool_]:
        """Whether the seeds scatter above the ceiling, or nobody knows."""
        return ~(self.between <= self.ceiling)

    def why(self, index: int, verdict: Verdict) -> Phrase:
        """Say how a tolerance comes about; where it is too wide to tell, why."""
        sigma, between = float(self.sigma[index]), float(self.between[index])
        if verdict == "too scattered to tell" and self.images is None:
            return Phrase(
                "scatter of {percent:.1f} %, {seeds}; above {ceiling:.0f} % other curves fit "
                "too",
                percent=100 * between,
                seeds=self.seeds,
                ceiling=100 * self.ceiling,
            )
        if verdict == "too scattered to tell":
            return Phrase(
                "scatter of {sigma:.4f}, {seeds}; above {ceiling:.3f} other curves fit too",
                sigma=between,
                seeds=self.seeds,
                ceiling=self.ceiling,
            )
        if self.images is None:
            return Phrase(
                "{factor:.1f} standard deviations of {percent:.1f} %, {seeds}",
                factor=self.factor,
                percent=100 * sigma,
                seeds=self.seeds,
            )
        return Phrase(
            "{factor:.1f} standard deviations of {sigma:.4f}, {seeds}, {images:,} images",
            factor=self.factor,
            sigma=sigma,
            seeds=self.seeds,
            images=self.images,
        )

    def shares(self, printed: Doubles) -> Doubles:
        """Return by how much of its tolerance each epoch is off."""
        result: Doubles = (printed - self.center) / self.tolerances
        return result


def _losses(target: Doubles, table: Doubles, *, running: bool) -> _Scale:
    """Losses vary in proportion to their size: they are compared as logarithms.

    `running` is whether they are means over an epoch's training images, of which is known how
    they scatter between seeds.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithms = np.log(table)
        # The seeds' mean as it is compared: one that went wrong does not carry it away.
        center = np.exp(logarithms.mean(axis=0))
        between = _between(logarithms)
        if between is None:
            jumps = 0.0 if running else max(_jumps(logarithms[0]), _jumps(np.log(target)))
            between = np.full(len(target), max(ONE_SEED_SCATTER, jumps))
    sigma = between * math.sqrt(1 + 1 / len(table))
    factor = _factor(table)
    # A factor up is farther away than the same factor down.
    up = np.where(target > center, 1.0, -1.0)
    with np.errstate(over="ignore", invalid="ignore"):
        tolerances = center * np.abs(np.expm1(up * factor * sigma)) + HALF_A_DIGIT
    ceiling = LOSS_CEILING if running else TEST_LOSS_CEILING
    return _Scale(center, tolerances, between, ceiling, sigma, factor, _seeds(table))


def _accuracies(target: Doubles, table: Doubles, images: int, *, running: bool) -> _Scale:
    center = table.mean(axis=0)
    between = _between(table)
    if between is None:
        between = np.full(len(target), max(_jumps(table[0]), _jumps(target)))
    sigma = between * math.sqrt(1 + 1 / len(table))
    if running:
        # Never held to less than the images allow. (All seeds see the same test images.)
        chance = [standard_error(float(value), images) for value in target]
        sigma = np.maximum(sigma, np.array(chance))
    ceiling = ACCURACY_CEILING if running else TEST_ACCURACY_CEILING
    factor = _factor(table)
    tolerances = factor * sigma + HALF_A_DIGIT
    return _Scale(center, tolerances, between, ceiling, sigma, factor, _seeds(table), images)


def _as_a_whole(
    judged: list[JudgedValue], printed: Doubles, scale: _Scale
) -> list[JudgedValue]:
    """Take agreement back from all epochs of a curve that as a whole does not agree."""
    if len(judged) < SHORTEST_CURVE or not any(item.verdict == "agrees" for item in judged):
        return judged
    off = float(np.sqrt(np.mean(scale.shares(printed) ** 2)))
    if not off <= WHOLE_CURVE:
        why = Phrase(
            "the curve as a whole is off: by {off:.2f} of its tolerances in the root mean "
            "square of its epochs, where {most:.2f} is allowed",
            off=off,
            most=WHOLE_CURVE,
        )
        return [_taken_back(item, differs=True, why=why) for item in judged]
    share = _orders_as_close(printed, scale)
    if share > AS_CLOSE:
        why = Phrase(
            "{percent:.1f} % of the curve's epochs in random order lie as close: its course "
            "says nothing",
            percent=100 * share,
        )
        return [_taken_back(item, differs=False, why=why) for item in judged]
    return judged


def _taken_back(item: JudgedValue, *, differs: bool, why: Phrase) -> JudgedValue:
    if item.verdict != "agrees":
        return item
    return replace(item, verdict="differs" if differs else "too scattered to tell", why=why)


def _orders_as_close(printed: Doubles, scale: _Scale) -> float:
    """Return the share of random orders of the printed epochs that lie as close as their own.

    The own order counts as one of them: a share is never 0.
    """
    rng = np.random.default_rng(_SEED)
    own = float(np.sum(scale.shares(printed) ** 2))
    orders = rng.permuted(np.tile(printed, (SHUFFLES, 1)), axis=1)
    others = np.sum(scale.shares(orders) ** 2, axis=1)
    return (1 + int(np.count_nonzero(others <= own * (1 + 1e-9)))) / (1 + SHUFFLES)


def _between(table: Doubles) -> Doubles | None:
    """Return for each epoch the standard deviation between seeds; None of a single one."""
    seeds, epochs = table.shape
    if seeds < 2:
        return None
    variances = table.var(axis=0, ddof=1)
    pooled = [
        variances[max(0, epoch - _WINDOW) : epoch + _WINDOW + 1].mean()
        for epoch in range(epochs)
    ]
    deviations: Doubles = np.sqrt(np.array(pooled))
    return deviations


def _jumps(values: Doubles) -> float:
    """Return the standard deviation of an epoch that a curve's own unevenness betrays.

    From its second differences, whose deviation is sqrt(6) that of an epoch where the epochs
    scatter independently; their median, since the bend at a training's start is no scatter.
    """
    if len(values) < 3:
        return 0.0
    typical = float(np.median(np.abs(np.diff(values, 2))))
    return 1.4826 * typical / math.sqrt(6)


def _factor(table: Doubles) -> float:
    return student(SIGMAS, (len(table) - 1) * (2 * _WINDOW + 1))


def _seeds(table: Doubles) -> Phrase:
    return Phrase("{n} seeds", n=len(table)) if len(table) > 1 else Phrase("one seed")


def _missing(
    experiment: str, what: str, printed: Sequence[float], epochs: int
) -> tuple[JudgedValue, ...]:
    why = ended_after(epochs)
    return tuple(
        JudgedValue(experiment, what, float(value), None, "differs", why, epoch)
        for epoch, value in enumerate(printed[epochs:], start=epochs + 1)
    )
