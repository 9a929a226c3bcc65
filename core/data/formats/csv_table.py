"""Tables with one row an image, as text: a label among the cells, then pixels row by row.

`csv_text` gives the lines, `csv_layout` says what the columns are, `csv_block` parses the
lines, a megabyte at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats import csv_text
from core.data.formats.csv_block import Block
from core.data.formats.csv_layout import find_layout
from core.data.formats.label_choice import (
    PREVIEWED,
    AmbiguousLabelsError,
    NoLabelsError,
    Reading,
)
from core.data.formats.labels import as_labels
from core.data.formats.pixels import ArraySource, read_pixels
from core.data.formats.splits import Split, check_count
from core.data.formats.unpack import MOST_IMAGES, Tell, check_unpacked, tell_nobody
from core.phrases import Phrase
from core.records import Images

_SAMPLE_LINES = 400


@dataclass(frozen=True, eq=False)
class Unlabelled:
    """Images of a table that has no labels, and what its column of names calls them.

    `ident_name` and `idents` are empty where there is no such column.
    """

    images: Images
    ident_name: str
    idents: tuple[str, ...]
    notes: tuple[Phrase, ...]


def read_csv(path: Path, tell: Tell = tell_nobody, *, label_column: str | None = None) -> Split:
    """Read the images and labels of one table, in the order of its rows.

    Parameters
    ----------
    label_column : str, optional
        "first", "last", or the name of the column that holds the labels; else it is found
        out.

    Raises
    ------
    AmbiguousLabelsError
        When the labels may be in more than one column.
    NoLabelsError
        When there are none.
    DataError
        When it is no table of images, or a cell is wrong.
    """
    table = _Table(path, tell, label_column)
    if not table.layout.labelled:
        raise NoLabelsError(
            "{file} holds images but no labels, so that nothing can be learnt from it.",
            "Its images can be read by a network: inkling predict --table FILE --save OUT, or "
            "open it in the window.",
            file=str(path),
        )
    images, notes = table.read()
    labels, more = as_labels(table.labels(), "label", path)
    return Split(images, labels, (*table.layout.notes, *notes, *more))


def read_unlabelled(path: Path, tell: Tell = tell_nobody) -> Unlabelled:
    """Read the images of a table that need no labels; labels that it has are left out."""
    table = _Table(path, tell, None)
    images, notes = table.read()
    ident = table.layout.ident
    name = table.layout.names[ident] if ident is not None and table.layout.names else ""
    if table.layout.labelled:
        notes = [*notes, Phrase("The labels in the table were not looked at.")]
    return Unlabelled(images, name, tuple(table.idents), (*table.layout.notes, *notes))


def has_labels(path: Path) -> bool:
    """Tell whether a table has labels, as far as its first rows show."""
    try:
        return _Table(path, tell_nobody, None).layout.labelled
    except AmbiguousLabelsError:
        return True


def previews(path: Path, columns: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return the first images of a table with the labels in each of these columns."""
    readings = []
    for column in columns:
        table = _Table(path, tell_nobody, column)
        images = _first_images(table, path)
        labels = tuple(str(label) for label in table.labels()[:PREVIEWED])
        readings.append(Reading(column, images, labels))
    return tuple(readings)


def _first_images(table: _Table, path: Path) -> Images:
    pixels = next(table.blocks())[:PREVIEWED]
    return read_pixels(ArraySource(path.name, pixels.shape, lambda: iter([pixels])), path)[0]


class _Table:
    """One table; its labels are there when its blocks were read."""

    def __init__(self, path: Path, tell: Tell, label_column: str | None) -> None:
        self._path, self._tell = path, tell
        self.layout = find_layout(_first_lines(path), path, label_column)
        self._labels: list[NDArray[Any]] = []
        self.idents: list[str] = []

    def read(self) -> tuple[Images, list[Phrase]]:
        shape = (-1, len(self.layout.pixels))
        return read_pixels(
            ArraySource(self._path.name, shape, self.blocks, self._tell), self._path
        )

    def labels(self) -> NDArray[Any]:
        return np.concatenate(self._labels)

    def blocks(self) -> Iterator[NDArray[Any]]:
        """Return the pixels, uint8 or floats (rows, pixels), and keep what else is there."""
        self._labels, self.idents = [], []
        row, total = 1 + self.layout.skip - bool(self.layout.unmangled), 0
        for text in self._bodies():
            block = Block(text, self.layout, row, self._path)
            row, total = row + text.count(b"\n"), total + len(block.pixels)
            if total > MOST_IMAGES:
                check_count(total, self._path)
            check_unpacked(total * len(self.layout.pixels), self._path)
            self._labels.append(block.labels)
            self.idents += block.idents
            yield block.pixels

    def _bodies(self) -> Iterator[bytes]:
        """Return the text without the lines before the first image."""
        skip = self.layout.skip
        for block in csv_text.text_blocks(self._path, self._tell):
            text = block
            while skip and text:
                text = text.partition(b"\n")[2]
                skip -= 1
                if not skip and self.layout.unmangled:
                    first = self.layout.unmangled.replace(",", self.layout.separator)
                    text = first.encode() + b"\n" + text
            if text:
                yield text


def _first_lines(path: Path) -> list[str]:
    lines: list[str] = []
    for block in csv_text.text_blocks(path, tell_nobody):
        missing = _SAMPLE_LINES - len(lines)
        lines += [
            line.decode("utf-8", "replace") for line in islice(block.split(b"\n"), missing)
        ]
        lines = lines[:-1] if lines and not lines[-1] else lines
        if len(lines) >= _SAMPLE_LINES:
            break
    return lines
