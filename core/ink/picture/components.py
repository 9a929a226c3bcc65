"""Connected pieces of ink: numbered, measured, and found again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.ink.picture.filters import Indices, Mask


@dataclass(frozen=True, eq=False)
class Components:
    """The connected pieces (of eight neighbours) of a mask.

    Parameters
    ----------
    labels : ndarray of intp, shape (rows, columns)
        0 where the mask is False, else the number of the piece: 1, 2, ...
    boxes : ndarray of intp, shape (pieces, 4)
        Top, left, bottom, right of each piece, the last two excluded; piece 1 comes first.
    sizes : ndarray of intp, shape (pieces,)
        How many pixels each has.
    """

    labels: Indices
    boxes: Indices
    sizes: Indices

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def heights(self) -> Indices:
        """How many rows each piece covers."""
        return self.boxes[:, 2] - self.boxes[:, 0]

    @property
    def widths(self) -> Indices:
        """How many columns each piece covers."""
        return self.boxes[:, 3] - self.boxes[:, 1]

    @property
    def spans(self) -> Indices:
        """The longer side of each."""
        return np.maximum(self.heights, self.widths)

    def crop(self, number: int) -> Mask:
        """Return the mask of piece `number` (from 0) within its box."""
        top, left, bottom, right = self.boxes[number]
        own: Mask = self.labels[top:bottom, left:right] == number + 1
        return own

    def chosen(self, keep: Mask) -> Mask:
        """Return the mask of the pieces for which `keep` (pieces,) is True."""
        kept: Mask = np.concatenate([[False], keep])[self.labels]
        return kept


def label(mask: Mask) -> tuple[Indices, int]:
    """Return each connected piece of a mask a number; see `Components.labels`, and how many."""
    found = components(mask)
    return found.labels, len(found)


def components(mask: Mask) -> Components:
    """Return the connected pieces of a mask, numbered by their first pixels from the top."""
    rows, starts, ends = _runs(mask)
    parents = _roots(len(rows), *_touching(rows, starts, ends, mask.shape[0]))
    names, numbers = np.unique(parents, return_inverse=True)
    labels = np.zeros(mask.shape, np.intp)
    labels.ravel()[np.flatnonzero(mask)] = np.repeat(numbers + 1, ends - starts)
    boxes = np.empty((len(names), 4), np.intp)
    boxes[:, :2], boxes[:, 2:] = max(mask.shape), 0
    for column, (least, values) in enumerate(
        ((True, rows), (True, starts), (False, rows + 1), (False, ends))
    ):
        (np.minimum if least else np.maximum).at(boxes[:, column], numbers, values)
    sizes = np.bincount(numbers, ends - starts, len(names)).astype(np.intp)
    return Components(labels, boxes, sizes)


def _runs(mask: Mask) -> tuple[Indices, Indices, Indices]:
    """Return row, first column and end of each run of True along the rows, in order."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    return rows, starts, np.nonzero(steps == -1)[1]


def _touching(
    rows: Indices, starts: Indices, ends: Indices, height: int
) -> tuple[Indices, Indices]:
    """Return the pairs of runs, one above the other, that touch, corners included."""
    width = int(ends.max(initial=0)) + 2
    # Runs are in order of row and place, so those that a run touches below lie side by side.
    begins, stops = rows * width + starts, rows * width + ends
    first = np.searchsorted(stops, (rows + 1) * width + starts, "left")
    last = np.searchsorted(begins, (rows + 1) * width + ends, "right")
    counts = np.maximum(last - first, 0)
    above = np.repeat(np.arange(len(rows)), counts)
    before = np.concatenate([[0], np.cumsum(counts)])[:-1]
    below = np.arange(len(above)) - np.repeat(before - first, counts)
    return above, below


def _roots(count: int, first: Indices, second: Indices) -> Indices:
    """Return each run the first run of its piece, by jumping from parent to parent."""
    parents = np.arange(count)
    while len(first):
        a, b = parents[first], parents[second]
        apart = a != b
        first, second, a, b = first[apart], second[apart], a[apart], b[apart]
        np.minimum.at(parents, np.maximum(a, b), np.minimum(a, b))
        parents = _shortened(parents)
    return parents


def _shortened(parents: Indices) -> Indices:
    while True:
        further = parents[parents]
        if np.array_equal(further, parents):
            return parents
        parents = further


def span(mask: Mask) -> int:
    """Return the longer side of the box around a mask; 0 for an empty one."""
    return max(
        (int(np.ptp(places)) + 1 if len(places) else 0)
        for places in (np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0)))
    )
