"""An array that is a table: a row an image, its label among the pixels.

As `numpy.loadtxt` gives a CSV file, and as pandas puts one into HDF5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.formats.csv_roles import with_roles
from core.data.formats.csv_sample import Layout, Sample, frame_of_columns
from core.data.formats.stored_array import StoredArray
from core.errors import DataError
from core.phrases import Phrase

_SAMPLE_ROWS = 400


def parted_tables(
    arrays: Sequence[StoredArray], path: Path, label_name: str | None
) -> tuple[list[StoredArray], tuple[Phrase, ...]]:
    """Return the arrays, those that are tables as two: images, and labels; what was assumed.

    Raises
    ------
    AmbiguousLabelsError
        When the labels may be in more than one column.
    """
    if any(array.looks_like_images for array in arrays):
        return list(arrays), ()
    parted: list[StoredArray] = []
    notes: dict[Phrase, None] = {}
    for array in arrays:
        names = _names_of_columns(array, arrays, path)
        layout = _layout(array, names, path, label_name) if _is_wide(array) else None
        if layout is None:
            parted.append(array)
        else:
            parted += _parts(array, layout)
            notes |= dict.fromkeys(layout.notes)
    return parted, tuple(notes)


def _is_wide(array: StoredArray) -> bool:
    return array.dtype.kind in "iuf" and len(array.shape) == 2 and array.shape[1] > 1


def _names_of_columns(
    array: StoredArray, arrays: Sequence[StoredArray], path: Path
) -> tuple[str, ...]:
    """Return the texts that are as many as the columns, as pandas keeps them."""
    for other in arrays:
        if other.dtype.kind in "SU" and other.shape == array.shape[1:]:
            return tuple(str(name) for name in other.labels(path)[0])
    return ()


def _layout(
    array: StoredArray, names: tuple[str, ...], path: Path, label_name: str | None
) -> Layout | None:
    rows = next(array.blocks())[:_SAMPLE_ROWS].astype(np.float64)
    # Written out only to be looked at as the cells of a table are.
    cells = [[f"{value:g}" for value in row] for row in rows]
    try:
        layout = with_roles(Sample(names, cells, rows, path), label_name)
    except DataError as error:
        if type(error) is not DataError:
            raise
        return None
    return layout if layout.labelled and frame_of_columns(len(layout.pixels)) else None


def _parts(array: StoredArray, layout: Layout) -> list[StoredArray]:
    columns = list(layout.pixels)
    own = layout.one_hot.columns if layout.one_hot else (layout.label or 0,)

    def blocks() -> Iterator[NDArray[np.generic]]:
        return (block[:, columns] for block in array.blocks())

    def labels() -> NDArray[np.generic]:
        return np.concatenate([block[:, list(own)] for block in array.blocks()])

    count = array.shape[0]
    images = replace(
        array,
        name=f"{array.name} images",
        shape=(count, len(columns)),
        blocks=blocks,
        whole=lambda: np.concatenate(list(blocks())),
    )
    said = replace(
        array,
        name=f"{array.name} labels",
        shape=(count, len(own)),
        blocks=lambda: iter([labels()]),
        whole=labels,
    )
    return [images, said]
