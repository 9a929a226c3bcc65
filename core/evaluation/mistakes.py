"""Which images of a split a network misreads, and which of them to show in which order.

All that an order or a filter needs is computed once, a number an image (`report_mistakes`, in
a worker); a choice then costs a few masks and one sort.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.evaluation.learning import Learning
from core.evaluation.metrics import confusion, wilson
from core.evaluation.selection import EVERY_CONFIDENCE, Order, Selection
from core.records import ALL, Floats, Labels

Bools = NDArray[np.bool_]
Doubles = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class MistakesReport:
    """The answers of one network for one split, ready to be asked for any selection.

    Parameters
    ----------
    labels, digits : ndarray of int64, shape (n,)
        True and predicted classes; a label below 0 is "not a digit".
    probabilities : ndarray of float32, shape (n, classes)
    tied : ndarray of bool, shape (n,)
        Whose largest output is not unique.
    counts : ndarray of int64, shape (classes, classes)
        The confusion matrix: row = true class, column = predicted class.
    right : int
        How many images were read right.
    interval : tuple of float
        The 95 % interval of the share of them, as Wilson computes it.
    misses : ndarray of int64, shape (n,), optional
        How many of the `asked` networks misread each image, once they were asked.
    doubts : ndarray of float64, shape (n,), optional
        How doubtful each label is, the larger the more, once that is known.
    learning : Learning, optional
        What became of them over the epochs of the training, where that is known.
    only : slice
        Which of the images were read; figures are of these, and no other is ever chosen.
    """

    labels: Labels
    digits: Labels
    probabilities: Floats
    tied: Bools
    counts: Indices
    right: int
    interval: tuple[float, float]
    misses: Labels | None = None
    asked: int = 0
    doubts: Doubles | None = None
    learning: Learning | None = None
    only: slice = field(default_factory=lambda: ALL)

    @property
    def total(self) -> int:
        """How many images were read."""
        return len(range(*self.only.indices(len(self.labels))))

    @cached_property
    def known(self) -> Bools:
        """Which images were read and have a label: those that figures are of."""
        known = np.zeros(len(self.labels), bool)
        known[self.only] = self.labels[self.only] >= 0
        return known

    def select(self, selection: Selection) -> Indices:
        """Return the indices (in the split) of the images that are asked for, in order.

        Equally placed ones stay in the order of the data set.
        """
        if selection.indices is None:
            chosen = np.flatnonzero(self._wanted(selection))
        else:
            listed = np.array(selection.indices, np.int64)
            listed = listed[(listed >= 0) & (listed < len(self.labels))]
            chosen = listed[self._wanted(selection)[listed]]
            if selection.order == "listed":
                return chosen
            chosen = np.sort(chosen)
        key = self._key(selection.order)
        return chosen if key is None else chosen[np.argsort(key[chosen], kind="stable")]

    def knows(self, order: Order) -> bool:
        """Say whether the images can be put into this order already."""
        return (order != "missed" or self.misses is not None) and (
            order != "doubt" or self.doubts is not None
        )

    def with_misses(self, misses: Labels, asked: int) -> MistakesReport:
        """Return the same report that also knows what the other networks misread."""
        return replace(self, misses=misses, asked=asked)

    def with_learning(self, learning: Learning | None) -> MistakesReport:
        """Return the same report that also knows what became of the images."""
        return replace(self, learning=learning)

    def with_doubts(self, doubts: Doubles) -> MistakesReport:
        """Return the same report that also knows how doubtful each label is."""
        return replace(self, doubts=doubts)

    @cached_property
    def confidence(self) -> Doubles:
        """The probability of the predicted class of each image."""
        return self._at(self.digits)

    @cached_property
    def label_probability(self) -> Doubles:
        """The probability of the label of each image; 0 where it is no class."""
        return np.where(self.labels >= 0, self._at(np.maximum(self.labels, 0)), 0.0)

    @cached_property
    def label_margin(self) -> Doubles:
        """The label's probability less that of the best other class: below 0 if misread."""
        others = self.probabilities.astype(np.float64)
        known = np.flatnonzero(self.labels >= 0)
        others[known, self.labels[known]] = -1.0
        margin: Doubles = self.label_probability - others.max(axis=1, initial=-1.0)
        return margin

    @cached_property
    def boundary_distance(self) -> Doubles:
        """The largest probability less the second largest one."""
        if self.probabilities.shape[1] < 2:
            return np.ones(len(self.labels))
        two = np.partition(self.probabilities.astype(np.float64), -2, axis=1)[:, -2:]
        distance: Doubles = two[:, 1] - two[:, 0]
        return distance

    def prepared(self) -> MistakesReport:
        """Compute all that a selection may need, so that no choice waits for it."""
        _ = self.known, self.confidence, self.label_margin, self.boundary_distance
        return self

    def _at(self, classes: Labels) -> Doubles:
        rows = np.arange(len(classes))
        chosen: Doubles = self.probabilities[rows, classes].astype(np.float64)
        return chosen

    def _wanted(self, selection: Selection) -> Bools:
        wanted = np.zeros(self.labels.shape, bool)
        wanted[self.only] = True
        if selection.true is not None:
            wanted &= self.labels == selection.true
        if selection.predicted is not None:
            wanted &= self.digits == selection.predicted
        if selection.which != "all" and not selection.of_the_diagonal:
            wanted &= (self.labels == self.digits) == (selection.which == "right")
        if selection.confidence != EVERY_CONFIDENCE:
            low, high = selection.confidence
            wanted &= (self.confidence >= low) & (self.confidence <= high)
        if selection.missed_by_all and self.misses is not None:
            wanted &= self.misses == self.asked
        if selection.ties != "any":
            wanted &= self.tied == (selection.ties == "only")
        if selection.learnt != "any" and self.learning is not None:
            found = self.learning
            wanted &= found.never if selection.learnt == "never" else found.forgotten
        return wanted

    def _key(self, order: Order) -> Doubles | None:
        """Return what the images are sorted by, the smallest first; None: as they stand."""
        match order:
            case "most_sure":
                wrong = self.labels != self.digits
                return np.where(wrong, -self.confidence, self.confidence)
            case "least_sure":
                return self.confidence
            case "loss":
                return self.label_probability
            case "margin":
                return self.label_margin
            case "boundary":
                return self.boundary_distance
            case "doubt":
                return None if self.doubts is None else -self.doubts
            case "missed":
                return None if self.misses is None else -self.misses.astype(np.float64)
            case _:
                return None


def report_mistakes(
    labels: Labels,
    digits: Labels,
    probabilities: Floats,
    tied: Bools | None = None,
    only: slice = ALL,
) -> MistakesReport:
    """Count the answers of a network for a split.

    Parameters
    ----------
    labels, digits : ndarray of int64, shape (n,)
        True and predicted classes.
    probabilities : ndarray of float32, shape (n, classes)
    tied : ndarray of bool, shape (n,), optional
        Whose largest output is not unique; none where it is not given.
    only : slice
        Which of the images were read.
    """
    right = int((labels[only] == digits[only]).sum())
    return MistakesReport(
        labels=labels,
        digits=digits,
        probabilities=probabilities,
        tied=np.zeros(len(labels), bool) if tied is None else tied,
        counts=confusion(labels[only], digits[only], probabilities.shape[1]),
        right=right,
        interval=wilson(right, len(labels[only])),
        only=only,
    ).prepared()
