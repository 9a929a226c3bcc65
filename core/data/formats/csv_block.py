"""A block of a table's lines -> pixels and labels: as arrays of bytes where it is plain.

A block that is not plain (fractions, names, quotes) goes through slower readers, the last
of which can also say which cell is wrong.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.csv_rows import split_row, value_in
from core.data.formats.csv_sample import Layout, OneHot
from core.data.formats.labels import is_one_hot
from core.errors import DataError
from core.phrases import Phrase

_LONGEST_CELL = 5
_QUOTED = re.compile(rb'(?:(?<=[,;|\t\n])|\A)"([^"\n,;|\t]*)"(?=[,;|\t\n])')
_BLANKS, _EDGES = re.compile(rb" {2,}"), re.compile(rb"^ +| +$", re.MULTILINE)
_FLAGS = ((b"True", b"1"), (b"False", b"0"), (b"TRUE", b"1"), (b"FALSE", b"0"))
_NONE = np.zeros(0, np.int64)


class Block:
    """A block of lines, parsed."""

    def __init__(self, text: bytes, layout: Layout, first_row: int, path: Path) -> None:
        self._layout, self._first_row, self._path = layout, first_row, path
        self.idents: list[str] = []
        # What rows are called is only of use where they have no label.
        called = layout.ident is not None and not layout.labelled
        values = None if layout.text_labels or called else _plain(text, layout)
        if values is None:
            self._read_cells(text)
        else:
            first, last = layout.pixels[0], layout.pixels[-1]
            in_a_row = layout.pixels == tuple(range(first, last + 1))
            self.pixels = values[:, slice(first, last + 1) if in_a_row else list(layout.pixels)]
            # Copies, because views would keep the whole block.
            label = layout.label
            self.labels = _NONE if label is None else values[:, label].copy()
            if layout.one_hot is not None:
                self.labels = self._of_one_hot(
                    values[:, layout.one_hot.columns], layout.one_hot
                )
        self._check_range()

    def _read_cells(self, text: bytes) -> None:
        layout = self._layout
        lines = text.decode("utf-8", "replace").split("\n")[:-1]
        rows = [
            split_row(line, layout.separator, decimal_comma=layout.decimal_comma)
            for line in lines
        ]
        for number, row in enumerate(rows):
            self._check_width(row, number)
        pixels = [[row[column] for column in layout.pixels] for row in rows]
        self.pixels = self._numbers(pixels, layout.pixels)
        self.labels = _NONE
        if layout.label is not None:
            cells = [row[layout.label] for row in rows]
            self.labels = (
                np.array(cells)
                if layout.text_labels
                else self._numbers([[cell] for cell in cells], (layout.label,))[:, 0]
            )
        if layout.one_hot is not None:
            columns = layout.one_hot.columns
            flags = [[row[column] for column in columns] for row in rows]
            self.labels = self._of_one_hot(self._numbers(flags, columns), layout.one_hot)
        if layout.ident is not None:
            self.idents = [row[layout.ident] for row in rows]

    def _of_one_hot(self, values: NDArray[Any], one_hot: OneHot) -> NDArray[Any]:
        wrong = np.flatnonzero(~is_one_hot(values))
        if len(wrong):
            raise DataError(
                "{file}: row {row} does not hold one 1, and else 0, in columns {first} to "
                "{last}, where the labels are one-hot.",
                "Correct or remove the row.",
                file=str(self._path),
                row=self._first_row + int(wrong[0]),
                first=one_hot.columns[0] + 1,
                last=one_hot.columns[-1] + 1,
            )
        labels: NDArray[Any] = np.array(one_hot.labels)[values.argmax(axis=1)]
        return labels

    def _check_width(self, row: list[str], number: int) -> None:
        used = self._layout.columns
        if len(row) < used or any(row[used:]):
            raise DataError(
                "{file}: row {row} holds {found} values instead of {expected}.",
                "Each row is one image: its label, then its pixels.",
                file=str(self._path),
                row=self._first_row + number,
                found=len(row),
                expected=used,
            )

    def _numbers(self, cells: list[list[str]], columns: tuple[int, ...]) -> NDArray[Any]:
        text = "\n".join(",".join(row) for row in cells)
        try:
            values = np.loadtxt(
                io.StringIO(text), np.float64, comments=None, delimiter=",", ndmin=2
            )
        except ValueError:
            values = np.zeros((0, 0))
        if values.shape != (len(cells), len(columns)):
            # Also where it skips lines that are empty.
            values = np.array([[value_in(cell) for cell in row] for row in cells])
        wrong = np.argwhere(~np.isfinite(values))
        if len(wrong):
            row, place = wrong[0]
            raise self._wrong_cell(int(row), columns[place], cells[row][place])
        return values

    def _check_range(self) -> None:
        """Refuse single cells that are no pixels; what the numbers mean is found out later."""
        values = self.pixels
        if values.dtype == np.uint8 or not values.size:
            return
        whole = bool((values == np.floor(values)).all())
        if whole and values.min() >= 0 and values.max() <= 255:
            self.pixels = values.astype(np.uint8)
            return
        lowest = 0 if whole and values.max() > 1 else -1
        places = np.argwhere((values > 255) | (values < lowest))
        if len(places):
            row, place = places[0]
            text = f"{values[row, place]:g}"
            raise self._wrong_cell(int(row), self._layout.pixels[place], text)
        self.pixels = values.astype(np.float32)

    def _wrong_cell(self, row: int, column: int, text: str) -> DataError:
        label = column == self._layout.label
        return DataError(
            '{file}: row {row}, column {column} is "{text}", not {wanted}.',
            "Correct the cell. Labels are whole numbers or names, pixels 0 to 255.",
            file=str(self._path),
            row=self._first_row + row,
            column=column + 1,
            text=text.strip()[:20],
            wanted=Phrase("a whole number from 0")
            if label
            else Phrase("a number from 0 to 255"),
        )


def _plain(text: bytes, layout: Layout) -> NDArray[Any] | None:
    """Parse a block by its bytes; None where it is not plain."""
    separator = layout.separator.encode()
    if layout.decimal_comma and separator == b",":
        return None  # Only the quotes tell them apart.
    text = _unadorned(text, separator)
    if layout.decimal_comma:
        text = text.replace(b",", b".")
    if separator != b",":
        text = text.replace(separator, b",")
    values = _whole_numbers(text, layout.columns)
    if values is None:
        # As pandas writes a column that had a gap, and people their commas; and the empty
        # cells that spreadsheets leave at the end.
        tidied = text.replace(b", ", b",").replace(b".0,", b",").replace(b".0\n", b"\n")
        tidied = re.sub(rb",+\n", b"\n", tidied) if b",\n" in tidied else tidied
        values = _whole_numbers(tidied, layout.columns)
        if values is None:
            values = _fractions(tidied, layout.columns)
    return values


def _unadorned(text: bytes, separator: bytes) -> bytes:
    """Take off quotes, and blanks that part nothing; write True and False as 1 and 0."""
    if b'"' in text:
        text = _QUOTED.sub(rb"\1", text.replace(b', "', b',"'))
    if separator == b" ":
        # Columns of one width, as NumPy writes them; blanks at a line's ends.
        text = _BLANKS.sub(b" ", _EDGES.sub(b"", text))
    if b"rue" in text or b"RUE" in text:
        for written, number in _FLAGS:
            text = text.replace(written, number)
    return text


def _whole_numbers(text: bytes, columns: int) -> NDArray[Any] | None:
    """Parse lines of nothing but digits, commas and newlines; None where there is more.

    A cell is what lies between two separators, so its value is made of the few bytes before
    the separator that ends it, all cells at once.
    """
    codes = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero(codes < ord("0"))
    if len(ends) % columns or not len(ends) or codes.max() > ord("9"):
        return None
    separators = codes[ends].reshape(-1, columns)
    if (separators[:, :-1] != ord(",")).any() or (separators[:, -1] != ord("\n")).any():
        return None
    lengths = np.diff(ends, prepend=-1) - 1
    longest = int(lengths.max())
    if lengths.min() < 1 or longest > _LONGEST_CELL:
        return None
    values = (codes[ends - 1] - ord("0")).astype(np.uint16 if longest < 5 else np.uint32)
    for place in range(2, longest + 1):
        longer = np.flatnonzero(lengths >= place)
        digits = (codes[ends[longer] - place] - ord("0")).astype(values.dtype)
        values[longer] = values[longer] + digits * values.dtype.type(10 ** (place - 1))
    if longest <= 3 and values.max() <= 255:
        values = values.astype(np.uint8)
    return values.reshape(-1, columns)


def _fractions(text: bytes, columns: int) -> NDArray[Any] | None:
    try:
        values = np.loadtxt(io.BytesIO(text), np.float64, comments=None, delimiter=",", ndmin=2)
    except ValueError:
        return None
    right = values.shape[1] == columns and bool(np.isfinite(values).all())
    return values if right and len(values) == text.count(b"\n") else None
