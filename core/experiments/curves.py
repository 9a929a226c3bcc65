"""The curves of settings: the mean over the seeds, how far they scatter, and each by itself."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from core.experiments.book import CurvePoint
    from core.experiments.experiment import Training

Quantity: TypeAlias = Literal["accuracy", "loss"]

Line: TypeAlias = tuple[tuple[int, float], ...]
"""Epochs with their values, in order."""


@dataclass(frozen=True)
class SettingCurve:
    """One quantity of a setting over the epochs.

    Parameters
    ----------
    setting : int
        Its number.
    mean : Line
        Over the seeds that have come so far: of the epochs that all trainings have that are
        done, and two trainings or more where there are two.
    deviation : tuple of float
        The sample standard deviation at each of these; 0 of a single seed.
    singles : tuple of Line
        Each training's own.
    """

    setting: int
    mean: Line
    deviation: tuple[float, ...]
    singles: tuple[Line, ...]

    def band(self) -> tuple[Line, Line]:
        """Return where the mean minus, and plus, one standard deviation lies."""
        pairs = list(zip(self.mean, self.deviation, strict=True))
        low = tuple((epoch, value - spread) for (epoch, value), spread in pairs)
        high = tuple((epoch, value + spread) for (epoch, value), spread in pairs)
        return low, high


def setting_curves(
    trainings: Iterable[Training],
    points: Sequence[CurvePoint],
    quantity: Quantity,
    done: Container[int] = (),
) -> tuple[SettingCurve, ...]:
    """Return the curves of the settings that have finished epochs, in order.

    They are of the validation images where those were scored in all epochs, else of training;
    `done` are the numbers of the trainings that have ended.
    """
    of_training: dict[int, list[CurvePoint]] = defaultdict(list)
    for point in points:
        of_training[point.training].append(point)
    validated = all(getattr(point, f"val_{quantity}") is not None for point in points)
    name = f"val_{quantity}" if validated else quantity
    of_setting: dict[int, list[Line]] = defaultdict(list)
    ended: dict[int, list[bool]] = defaultdict(list)
    for training in trainings:
        line = _line(of_training.get(training.number, ()), name)
        if line:
            of_setting[training.setting.number].append(line)
            ended[training.setting.number].append(training.number in done)
    return tuple(
        curve_of(number, lines, ended[number]) for number, lines in sorted(of_setting.items())
    )


def is_validated(points: Sequence[CurvePoint]) -> bool:
    """Say whether curves are of the validation images."""
    return all(point.val_loss is not None for point in points)


def curve_of(setting: int, lines: Sequence[Line], ended: Sequence[bool]) -> SettingCurve:
    """Return the mean of seeds, and how far they scatter, while some of them still run.

    One that has barely begun takes nothing from what is drawn of the others; one that ended
    early does: what is left of the others then is no mean of all.
    """
    values: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        for epoch, value in line:
            values[epoch].append(value)
    common: set[int] = set(values)
    for line, over in zip(lines, ended, strict=True):
        if over:
            common &= {epoch for epoch, _ in line}
    fewest = min(2, len(lines))
    whole = {e: v for e, v in sorted(values.items()) if e in common and len(v) >= fewest}
    return SettingCurve(
        setting,
        tuple((epoch, fmean(found)) for epoch, found in whole.items()),
        tuple(stdev(found) if len(found) > 1 else 0.0 for found in whole.values()),
        tuple(lines),
    )


def _line(points: Iterable[CurvePoint], name: str) -> Line:
    values = ((point.epoch, getattr(point, name)) for point in points)
    return tuple((e, v) for e, v in values if v is not None and math.isfinite(v))
