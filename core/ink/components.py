"""Connected pieces of ink, and which of them are writing rather than dirt."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.intp]

_LEAST_OF_LARGEST = 0.05
"""A piece smaller than this share of the largest is a speck."""

_HUGGING = 0.4
"""A piece that covers this share of one side of the picture may be the sheet's edge."""


def label(mask: Mask) -> tuple[Indices, int]:
    """Return each connected piece (of eight neighbours) of a mask a number.

    Returns
    -------
    labels : ndarray of intp, same shape
        0 where the mask is False, else 1, 2, ...
    count : int
        How many pieces there are.
    """
    labels = np.zeros(mask.shape, np.intp)
    pixels = np.flatnonzero(mask)
    parents = _roots(len(pixels), *_neighbours(mask, pixels))
    names, numbered = np.unique(parents, return_inverse=True)
    labels.ravel()[pixels] = numbered + 1
    return labels, len(names)


def _neighbours(mask: Mask, pixels: Indices) -> tuple[Indices, Indices]:
    """Return the pairs of touching pixels, as positions in `pixels`."""
    place = np.full(mask.shape, -1, np.intp)
    place.ravel()[pixels] = np.arange(len(pixels))
    pairs = [
        (place[:, :-1], place[:, 1:]),
        (place[:-1], place[1:]),
        (place[:-1, :-1], place[1:, 1:]),
        (place[:-1, 1:], place[1:, :-1]),
    ]
    both = [(first >= 0) & (second >= 0) for first, second in pairs]
    return (
        np.concatenate([first[ok] for (first, _), ok in zip(pairs, both, strict=True)]),
        np.concatenate([second[ok] for (_, second), ok in zip(pairs, both, strict=True)]),
    )


def _roots(count: int, first: Indices, second: Indices) -> Indices:
    """Return each pixel the smallest pixel of its piece, by jumping from parent to parent."""
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


def without_specks(mask: Mask) -> Mask:
    """Keep the pieces that may be writing: no dirt, and no edge of the sheet."""
    labels, count = label(mask)
    if not count:
        return mask
    writing = _without_edges(labels, count)
    sizes = np.bincount(labels.ravel(), minlength=count + 1) * writing
    keep = writing & (sizes >= _LEAST_OF_LARGEST * sizes.max())
    kept: Mask = keep[labels]
    return kept


def _without_edges(labels: Indices, count: int) -> Mask:
    """Mark the pieces that do not run along a side of the picture.

    All are marked where the picture is cut so close around the digit that the rest
    would touch its sides too: there the top of a 7 runs along a side.
    """
    everything = np.arange(count + 1) > 0
    rest = everything.copy()
    for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        along = np.bincount(side, minlength=count + 1)
        rest &= along < _HUGGING * len(side)
    left = rest[labels]
    touched = [left[0], left[-1], left[:, 0], left[:, -1]]
    close = sum(bool(side.any()) for side in touched) >= 2
    return everything if close or span(left) < 0.1 * max(labels.shape) else rest


def span(mask: Mask) -> int:
    """Return the longer side of the box around a mask; 0 for an empty one."""
    return max(
        (int(np.ptp(places)) + 1 if len(places) else 0)
        for places in (np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0)))
    )
