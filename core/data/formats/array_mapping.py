"""EMNIST's structure in .mat, under any name of its file: a table says what its labels mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.data.formats.array_roles import words_of
from core.data.formats.families import family_of
from core.data.formats.splits import Split
from core.data.formats.stored_array import StoredArray
from core.phrases import Phrase

_COLUMNS = (2, 3)
_MOST = 200


def with_mapping(
    splits: tuple[Split, ...], arrays: Sequence[StoredArray], path: Path
) -> tuple[Split, ...]:
    """Give labels the characters that a mapping beside them names, and turn the images.

    Where the file's name says that it is EMNIST, that is known and done elsewhere.
    """
    mapping = next((array for array in arrays if _is_mapping(array)), None)
    if mapping is None or family_of(path.absolute()) is not None:
        return splits
    codes = mapping.whole().astype(np.int64)
    names = {int(row[0]): chr(int(row[1])) for row in codes if 0 < row[1] < 0x110000}
    every = np.concatenate([split.labels for split in splits])
    if every.dtype.kind != "i" or not set(np.unique(every).tolist()) <= names.keys():
        return splits
    notes = (
        Phrase("The labels stand for the characters that {name} says.", name=mapping.name),
        Phrase("EMNIST stores its images transposed: turned upright."),
    )
    return tuple(
        Split(
            np.ascontiguousarray(split.images.swapaxes(1, 2)),
            np.array([names[label] for label in split.labels.tolist()], np.str_),
            (*split.notes, *(() if number else notes)),
        )
        for number, split in enumerate(splits)
    )


def _is_mapping(array: StoredArray) -> bool:
    shape = array.shape
    table = array.dtype.kind in "iuf" and len(shape) == 2 and shape[1] in _COLUMNS
    return table and shape[0] <= _MOST and words_of(array.name)[-1:] == ["mapping"]
