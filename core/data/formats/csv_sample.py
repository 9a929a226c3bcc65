"""The first rows of a table, and what can be said of a column from what it holds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.formats.csv_rows import number_in, value_in
from core.data.formats.pixels import Frame, frame_of
from core.errors import DataError
from core.phrases import Phrase

_LARGEST_LABEL = 99
MOSTLY = 0.9


@dataclass(frozen=True)
class OneHot:
    """The columns of one-hot labels, and the label that a 1 in each of them stands for."""

    columns: tuple[int, ...]
    labels: tuple[int, ...] | tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """How to read the lines of a table.

    Parameters
    ----------
    separator : str
        What stands between two cells.
    decimal_comma : bool
        Whether fractions are written with a comma.
    skip : int
        How many lines stand before the first image.
    columns : int
        Cells of a row; emptiness behind them does not count.
    label, ident : int or None
        The column of the labels; one that numbers or names the images.
    pixels : tuple of int
        The columns of the pixels, in order.
    text_labels : bool
        Whether the labels in column `label` are names.
    one_hot : OneHot or None
        The labels, where each class has a column; `label` is None then.
    names : tuple of str
        Of the columns, if the file says them.
    unmangled : str
        The first image, where pandas took it for the header.
    notes : tuple of Phrase
        What was assumed.
    """

    separator: str
    decimal_comma: bool
    skip: int
    columns: int
    label: int | None
    ident: int | None
    pixels: tuple[int, ...]
    text_labels: bool = False
    one_hot: OneHot | None = None
    names: tuple[str, ...] = ()
    unmangled: str = ""
    notes: tuple[Phrase, ...] = ()

    @property
    def labelled(self) -> bool:
        """Whether the table has labels."""
        return self.label is not None or self.one_hot is not None


@dataclass(frozen=True, eq=False)
class Sample:
    """The first rows: names of the columns, cells, and the numbers in them (nan: none).

    True and False are the numbers 1 and 0.
    """

    names: tuple[str, ...]
    cells: list[list[str]]
    numbers: NDArray[np.float64]
    path: Path

    def is_text(self, column: int) -> bool:
        """Say whether the cells of a column are names rather than numbers."""
        texts = {row[column] for row in self.cells if math.isnan(number_in(row[column]))}
        share = float(np.isnan(self.numbers[:, column]).mean())
        return bool(texts - {""}) and (share > 0.5 or (len(texts) > 1 and share > 0.05))

    def is_flags(self, column: int) -> bool:
        """Say whether the cells of a column are True and False."""
        written = [number_in(row[column]) for row in self.cells]
        return bool(np.isnan(written).all() and np.isfinite(self.numbers[:, column]).all())

    def comes_again(self, column: int) -> bool:
        """Say whether the texts of a column can be names of classes: some come twice."""
        texts = {row[column] for row in self.cells}
        return len(texts) < len(self.cells) and len(texts) <= _LARGEST_LABEL + 1

    def is_counter(self, column: int) -> bool:
        """Say whether a column numbers the rows."""
        values = self.numbers[:, column]
        return len(values) > 2 and bool((np.diff(values) == 1).all())

    def label_strength(self, column: int) -> int:
        """Return 0 for what cannot be labels, 1 for one label only, 2 for several."""
        if self.is_text(column):
            return 2 if len({row[column] for row in self.cells}) <= _LARGEST_LABEL + 1 else 0
        values = self.numbers[:, column]
        right = (values >= 0) & (values <= _LARGEST_LABEL) & (values == np.floor(values))
        # One wrong cell does not make it another column: the reader says which is wrong.
        if (~right).sum() > 1 or not right.any() or self.is_counter(column):
            return 0
        kinds = np.unique(values[right])
        return 2 if len(kinds) > 1 else int(kinds[0] != 0)

    def is_still(self, column: int) -> bool:
        """Say whether a column hardly changes, as the corner of an image."""
        values = self.numbers[:, column]
        _, counts = np.unique(values, return_counts=True)
        return bool(counts.max() >= MOSTLY * len(values))


def sample_of(
    names: tuple[str, ...], body: list[list[str]], columns: int, path: Path
) -> Sample:
    """Return the rows that are as long as the table is wide, with the numbers in them."""
    whole = [row[:columns] for row in body if len(row) >= columns]
    numbers = np.array([[value_in(cell) for cell in row] for row in whole])
    if len(names) != columns:
        names = ()
    return Sample(names, whole, numbers.reshape(len(whole), columns), path)


def frame_of_columns(pixels: int) -> Frame | None:
    """Return how so many columns of pixels make an image; None where they make none."""
    frame = frame_of((pixels,))
    # In colour only where it is an image of a usual size.
    return None if frame and frame.channels == 3 and frame.rows < 16 else frame


def other_width(sample: Sample, found: int) -> DataError:
    """Return the error for rows that are no label and image."""
    return DataError(
        "{file}: a row holds {found} values; a label and 28 x 28 pixels are {expected}.",
        "Each row is one image: its label, then its pixels, row by row.",
        file=str(sample.path),
        found=found,
        expected=1 + 28 * 28,
    )
