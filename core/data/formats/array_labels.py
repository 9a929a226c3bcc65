"""Which of several arrays with an entry an image holds the labels: by names, then contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.label_choice import ambiguous
from core.data.formats.stored_array import StoredArray
from core.errors import DataError
from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.phrases import Phrase, listed


@dataclass(frozen=True, eq=False)
class Chosen:
    """The array that holds the labels, and what was assumed."""

    labels: StoredArray
    notes: tuple[Phrase, ...] = ()


def choose_labels(
    named: Sequence[StoredArray], others: Sequence[StoredArray], path: Path
) -> Chosen:
    """Choose between arrays that each have one entry an image.

    Parameters
    ----------
    named, others : sequence of StoredArray
        Those whose names say that they are labels, and those whose names do not.

    Raises
    ------
    AmbiguousLabelsError
        When several can be labels and do not say the same.
    """
    candidates = named or others
    if len(candidates) == 1:
        return Chosen(candidates[0])
    can_be = [
        (array, own) for array in candidates if (own := _classes(array, path)) is not None
    ]
    if len(can_be) == 1:
        return Chosen(can_be[0][0], (_alone(can_be[0][0]),))
    if not can_be:
        # The reader says what is wrong with it.
        return Chosen(candidates[0])
    if any(not _same(can_be[0][1], own) for _, own in can_be[1:]):
        raise ambiguous(path, tuple(array.name for array, _ in can_be), arrays=True)
    best = next((array for array, own in can_be if own.dtype.kind == "U"), can_be[0][0])
    rest = [array.name for array, _ in can_be if array is not best]
    note = Phrase(
        "The labels were taken from {name}; the same is in {others}.",
        name=best.name,
        others=listed(rest),
    )
    return Chosen(best, (note,))


def _alone(array: StoredArray) -> Phrase:
    return Phrase("The labels were taken from {name}: it alone can be labels.", name=array.name)


def _classes(array: StoredArray, path: Path) -> NDArray[Any] | None:
    """Return what an array says of each image; None where it says no classes."""
    try:
        values, _ = array.labels(path)
    except DataError:
        return None
    kinds = np.unique(values)
    if not FEWEST_CLASSES <= len(kinds) <= MOST_CLASSES:
        return None
    if values.dtype.kind == "i" and not 0 <= kinds[0] <= kinds[-1] < 2 * MOST_CLASSES:
        return None
    return None if len(kinds) == len(values) > FEWEST_CLASSES else values


def _same(one: NDArray[Any], other: NDArray[Any]) -> bool:
    """Say whether two arrays part the images in the same way."""
    places = [np.unique(own, return_inverse=True)[1] for own in (one, other)]
    pairs = len(np.unique(np.stack(places), axis=1).T)
    return all(pairs == own.max() + 1 for own in places)
