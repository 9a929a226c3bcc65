"""What a digit may be put together from: strokes of a pen, or pieces of ink in a picture.

Whoever reads decides which pieces together are one digit; here they are measured, and any
choice of them is brought to the 28x28 that a network sees.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.records import Images, Ink, Stages

Doubles = NDArray[np.float64]
Chosen = tuple[int, ...]
"""Which pieces, ascending."""


class Pieces(Protocol):
    """Pieces in the order in which they were written or lie."""

    boxes: Doubles
    """Left, top, right, bottom of each piece, float64 (pieces, 4), in the ink's own unit."""

    def groups(self, height: float) -> list[Chosen]:
        """Return the choices of several pieces that may be one digit of about this height."""

    def centred(self, chosen: Chosen) -> Images:
        """Return what a network sees of these pieces: uint8 (28, 28)."""

    def stages(self, chosen: Chosen) -> Stages:
        """Return the same with all steps to it."""

    def ink(self, chosen: Chosen) -> Ink:
        """Return these pieces alone."""


def box_around(boxes: Doubles) -> Doubles:
    """Return left, top, right, bottom of the box around boxes (n, 4)."""
    return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])


def gaps(boxes: Doubles) -> Doubles:
    """Return the distance between each two boxes, float64 (n, n); 0 where they overlap."""
    low, high = boxes[:, None, :2], boxes[:, None, 2:]
    apart = np.maximum(low - high.swapaxes(0, 1), low.swapaxes(0, 1) - high)
    apart = np.maximum(apart, 0.0)
    distances: Doubles = np.hypot(apart[..., 0], apart[..., 1])
    return distances


def connected_groups(near: NDArray[np.bool_], most: int) -> list[Chosen]:
    """Return all choices of 2 to `most` pieces that hang together by `near` (n, n)."""
    neighbours = [frozenset(np.flatnonzero(row).tolist()) for row in near]
    level = {frozenset((n,)) for n in range(len(near))}
    every: list[frozenset[int]] = []
    for _ in range(most - 1):
        level = {
            group | {other}
            for group in level
            for member in group
            for other in neighbours[member] - group
        }
        every.extend(level)
        if len(level) > _MOST_GROUPS:
            break
    return sorted(tuple(sorted(group)) for group in every)


_MOST_GROUPS = 3000
"""Of one size; then larger ones are not tried: the pieces are a scribble, or noise."""


def runs_of(origins: NDArray[np.intp]) -> set[Chosen]:
    """Return the choices of several neighbouring parts of one piece.

    Parameters
    ----------
    origins : ndarray of int, shape (n,)
        Which piece each part was cut from; the parts of one stand beside each other.
    """
    starts = np.flatnonzero(np.diff(origins, prepend=-1))
    ends = np.append(starts[1:], len(origins))
    return {
        tuple(range(first, last))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        for first in range(start, end)
        for last in range(first + 2, end + 1)
    }


def beside(
    runs: set[Chosen], near: NDArray[np.bool_], origins: NDArray[np.intp]
) -> set[Chosen]:
    """Return each of the runs with one piece more that is near it and no part of the same."""
    found: set[Chosen] = set()
    for run in runs:
        others = near[list(run)].any(axis=0) & (origins != origins[run[0]])
        found |= {tuple(sorted((*run, other))) for other in np.flatnonzero(others).tolist()}
    return found
