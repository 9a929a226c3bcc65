"""Which labels are probably wrong: confident learning over out-of-sample probabilities.

What a network says of images that it has not learnt from is set beside their labels. The
doubt of a label is how far the most probable other class lies before it, from 0 (the label is
certain) to 1 (another class is): the normalised margin of confident learning, turned round.
Several networks are asked, and their probabilities averaged: what one of them misreads by
chance the others read.

How many labels are wrong, and which of the doubtful ones are counted so, follows from the
confident joint: an image counts for a class if its probability there reaches the mean
probability that the images of this label have. What lands off the diagonal is called likely.

References
----------
Northcutt, Jiang & Chuang, "Confident learning: estimating uncertainty in dataset labels",
Journal of Artificial Intelligence Research 70, 2021.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.records import Floats, Labels

Bools = NDArray[np.bool_]
Doubles = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Suspect:
    """An image whose label is doubted.

    Parameters
    ----------
    index : int
        Of the image in its split.
    label, suggested : int
        The class that it is labelled as; the most probable other class.
    score : float
        How doubtful the label is, 0 to 1; above 0.5 the suggestion is more probable.
    likely : bool
        Whether confident learning counts it as wrong.
    """

    index: int
    label: int
    suggested: int
    score: float
    likely: bool


@dataclass(frozen=True, eq=False)
class Doubts:
    """How doubtful each label of a split is.

    Parameters
    ----------
    labels, suggested : ndarray of int64, shape (n,)
        The labels, and the most probable other class of each image.
    scores : ndarray of float64, shape (n,)
        The larger, the more doubtful, 0 to 1.
    likely : ndarray of bool, shape (n,)
        What confident learning counts as wrong.
    """

    labels: Labels
    suggested: Labels
    scores: Doubles
    likely: Bools

    @property
    def order(self) -> Indices:
        """The indices of all images, the most doubtful label first."""
        return np.argsort(-self.scores, kind="stable").astype(np.int64)

    def first(self, count: int) -> tuple[Suspect, ...]:
        """Return the most doubtful ones, best first."""
        return tuple(
            Suspect(
                index=index,
                label=int(self.labels[index]),
                suggested=int(self.suggested[index]),
                score=float(self.scores[index]),
                likely=bool(self.likely[index]),
            )
            for index in self.order[:count].tolist()
        )


def doubts(labels: Labels, answers: Sequence[Floats]) -> Doubts:
    """Rank labels by what networks say of images that they have not learnt from.

    Parameters
    ----------
    labels : ndarray of int64, shape (n,)
        Those below 0 ("not a digit") are never doubted.
    answers : sequence of ndarray of float32, shape (n, classes)
        The probabilities that each network gives; at least one.
    """
    mean: Doubles = np.mean([answer.astype(np.float64) for answer in answers], axis=0)
    rows, known = np.arange(len(labels)), labels >= 0
    own = mean[rows, np.maximum(labels, 0)]
    others = mean.copy()
    others[rows, np.maximum(labels, 0)] = -1.0
    suggested = others.argmax(axis=1).astype(np.int64)
    margin = own - others[rows, suggested]
    return Doubts(
        labels=labels,
        suggested=suggested,
        scores=np.where(known, np.clip((1 - margin) / 2, 0, 1), 0.0),
        likely=known & (confident_classes(labels, mean) != labels),
    )


def confident_classes(labels: Labels, probabilities: Doubles) -> Labels:
    """Return the class for which each image counts in the confident joint, int64 (n,).

    Of the classes whose threshold it reaches, the most probable one; its own label where it
    reaches none.
    """
    thresholds = class_thresholds(labels, probabilities)
    reached = np.where(probabilities >= thresholds, probabilities, -1.0)
    chosen = reached.argmax(axis=1)
    return np.where(reached.max(axis=1, initial=-1.0) >= 0, chosen, labels).astype(np.int64)


def class_thresholds(labels: Labels, probabilities: Doubles) -> Doubles:
    """Return the mean probability of each class over the images with that label.

    A class without images has a threshold that nothing reaches.
    """
    thresholds = np.full(probabilities.shape[1], np.inf)
    for label in range(probabilities.shape[1]):
        own = probabilities[labels == label, label]
        if own.size:
            # Rounding must not put a mean above the values that it is the mean of.
            thresholds[label] = min(float(own.mean()), float(own.max()))
    return thresholds


def confident_joint(labels: Labels, probabilities: Doubles) -> Indices:
    """Count images by label (row) and the class for which they count (column)."""
    classes, known = probabilities.shape[1], labels >= 0
    counted = confident_classes(labels, probabilities)[known]
    cells = labels[known] * classes + counted
    return np.bincount(cells, minlength=classes**2).reshape(classes, classes)
