"""Which labels are probably wrong: the margin of each label in out-of-sample probabilities.

What a network says of images that it has not learnt from is set beside their labels. The
doubt of a label is how far the most probable other class lies before it, from 0 (the label is
certain) to 1 (another class is): the normalised margin of confident learning, turned round.
Several networks are asked, and their probabilities averaged: what one of them misreads by
chance the others read.

A label is called contradicted where another class is more probable than it: a doubt above a
half. The confident joint of the same method counts only what reaches the mean probability of a
class, which is next to nothing here: networks that read 99.4 % right are sure of 99.4 % on
average, and hardly anything that contradicts a label is surer than that.

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
    """

    index: int
    label: int
    suggested: int
    score: float


@dataclass(frozen=True, eq=False)
class Doubts:
    """How doubtful each label of a split is.

    Parameters
    ----------
    labels, suggested : ndarray of int64, shape (n,)
        The labels, and the most probable other class of each image.
    scores : ndarray of float64, shape (n,)
        The larger, the more doubtful, 0 to 1.
    """

    labels: Labels
    suggested: Labels
    scores: Doubles

    @property
    def contradicted(self) -> int:
        """How many labels are less probable than another class."""
        return int((self.scores > 0.5).sum())

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
    )
