"""What the confusion matrix says of each class: precision, recall, F1, support; top k.

Where a figure would be divided by nothing (a class that was never predicted, or that has no
image) it is nan, and the means leave it out; scikit-learn gives 0 there and warns.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.metrics import wilson
from core.records import Floats, Labels

Counts = NDArray[np.int64]
Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class ClassFigures:
    """One class of a split.

    Parameters
    ----------
    label : int
    support : int
        How many images of the class there are.
    predicted : int
        How many images were read as it.
    right : int
        How many of its images were.
    precision, recall, f1 : float
        Of what was read as it, how much is; of what is it, how much was read so; the
        harmonic mean of both.
    interval : tuple of float
        The 95 % interval of the recall, as Wilson computes it.
    """

    label: int
    support: int
    predicted: int
    right: int
    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class Confusion:
    """One cell off the diagonal: `count` of the `support` images of `true`."""

    true: int
    predicted: int
    count: int
    support: int


def class_figures(counts: Counts) -> tuple[ClassFigures, ...]:
    """Return the figures of each class of a confusion matrix (rows: true class)."""
    supports, predicted, right = counts.sum(axis=1), counts.sum(axis=0), counts.diagonal()
    return tuple(
        _figures(label, int(supports[label]), int(predicted[label]), int(right[label]))
        for label in range(len(counts))
    )


def mean_figures(figures: tuple[ClassFigures, ...]) -> tuple[float, float, float]:
    """Return the means of precision, recall and F1 over the classes that have them."""
    columns = zip(*((f.precision, f.recall, f.f1) for f in figures), strict=True)
    precision, recall, f1 = (_mean(column) for column in columns)
    return precision, recall, f1


def confusions(counts: Counts) -> tuple[Confusion, ...]:
    """Return the cells off the diagonal that hold something, the largest first.

    Equally large ones come by the share of their row, then by true and predicted class.
    """
    supports = counts.sum(axis=1)
    found = [
        Confusion(int(true), int(predicted), int(counts[true, predicted]), int(supports[true]))
        for true, predicted in zip(*np.nonzero(counts), strict=True)
        if true != predicted
    ]
    return tuple(sorted(found, key=lambda c: (-c.count, c.support, c.true, c.predicted)))


def row_shares(counts: Counts) -> Doubles:
    """Return each count over its row's sum, float64; a row without images is 0."""
    totals = counts.sum(axis=1, keepdims=True)
    shares: Doubles = counts / np.maximum(totals, 1)
    return shares


def top_accuracy(probabilities: Floats, labels: Labels, k: int) -> float:
    """Return the share of images whose label is among the `k` most probable classes.

    Of equally probable classes the first ones count, as `argmax` takes them. Labels below
    0 are left out.
    """
    known = labels >= 0
    if not known.any():
        return math.nan
    given, true = probabilities[known], labels[known]
    own = given[np.arange(len(true)), true][:, None]
    earlier = np.arange(given.shape[1])[None, :] < true[:, None]
    place = ((given > own) | ((given == own) & earlier)).sum(axis=1)
    return float((place < k).mean())


def _figures(label: int, support: int, predicted: int, right: int) -> ClassFigures:
    both = support + predicted
    return ClassFigures(
        label=label,
        support=support,
        predicted=predicted,
        right=right,
        precision=right / predicted if predicted else math.nan,
        recall=right / support if support else math.nan,
        f1=2 * right / both if both else math.nan,
        interval=wilson(right, support),
    )


def _mean(values: tuple[float, ...]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return math.fsum(known) / len(known) if known else math.nan
