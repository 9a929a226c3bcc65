"""What the columns of a table are: by their names, else by what they hold.

The label is the column that is called so; else the only one whose name does not follow the
others'; else, of the first and the last column, the one that holds small whole numbers
while the other, a corner of the images, hardly changes. Where both are possible, the
person has to say.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.formats.pixels import Frame, frame_of
from core.data.formats.splits import SIDE
from core.errors import DataError
from core.phrases import Phrase

LABEL_NAMES = {"label", "labels", "class", "classes", "target", "targets", "digit", "digits"}
LABEL_NAMES |= {"y", "category", "letter"}
"""Names of the column of labels, in lower case."""

_ID_NAMES = {
    "id",
    "index",
    "idx",
    "imageid",
    "image_id",
    "img_id",
    "unnamed: 0",
    "row",
    "row_id",
}
_LARGEST_LABEL = 99
_MOSTLY = 0.9
_SEPARATORS = (",", ";", "\t", " ")


class AmbiguousLabelsError(DataError):
    """The labels may be in more than one column; ``columns`` says in which."""

    @property
    def columns(self) -> tuple[str, ...]:
        """What `label_column` may be: "first", "last", or the name of a column."""
        columns = self.values["columns"]
        assert isinstance(columns, tuple)
        return columns


class NoLabelsError(DataError):
    """A table of images without labels: there is nothing to learn from it."""


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
        Whether the labels are names.
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
    names: tuple[str, ...] = ()
    unmangled: str = ""
    notes: tuple[Phrase, ...] = ()


@dataclass(frozen=True, eq=False)
class _Sample:
    """The first rows: names of the columns, cells, and the numbers in them (nan: none)."""

    names: tuple[str, ...]
    cells: list[list[str]]
    numbers: NDArray[np.float64]
    path: Path

    def is_text(self, column: int) -> bool:
        texts = {row[column] for row in self.cells if math.isnan(number_in(row[column]))}
        share = float(np.isnan(self.numbers[:, column]).mean())
        return bool(texts - {""}) and (share > 0.5 or (len(texts) > 1 and share > 0.05))

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
        return bool(counts.max() >= _MOSTLY * len(values))


def number_in(cell: str) -> float:
    """Return the number in a cell; nan where there is none, also for what Python only takes."""
    text = cell.strip()
    try:
        return math.nan if "_" in text or not text.isascii() else float(text)
    except ValueError:
        return math.nan


def find_layout(lines: Sequence[str], path: Path, label_column: str | None = None) -> Layout:
    """Decide what the columns are, from the first lines of a table.

    Parameters
    ----------
    label_column : str, optional
        "first", "last" or the name of the column that holds the labels.

    Raises
    ------
    AmbiguousLabelsError
        When the labels may be in more than one column.
    DataError
        When the lines are no table of images.
    """
    separator, before = _separator(lines)
    lines = lines[before:]
    decimal_comma = separator != "," and any(re.search(r"\d,\d", line) for line in lines[:50])
    rows = [split_row(line, separator, decimal_comma=decimal_comma) for line in lines]
    header = bool(rows) and _is_header(rows)
    unmangled = _unmangled(rows[0]) if header else ""
    if unmangled:
        rows = [unmangled.split(","), *rows[1:]]
    elif header and len(rows) > 1 and len(rows[0]) == 1 and len(rows[1]) > 1:
        # A title above the table.
        return _below_title(lines, path, label_column, before)
    names, body = _named_rows(rows, header=header and not unmangled, path=path)
    columns = _used_columns(names, body)
    sample = _sample(names[:columns], body, columns, path)
    layout = _with_roles(sample, label_column)
    notes = layout.notes
    if unmangled:
        notes = (*notes, _UNMANGLED)
    return replace(
        layout,
        separator=separator,
        decimal_comma=decimal_comma,
        skip=before + (1 if header else 0),
        unmangled=unmangled,
        notes=notes,
    )


_UNMANGLED = Phrase(
    "The first line is an image that pandas took for the names of columns (1, 1.1, 1.2 ...): "
    "it was read as an image again."
)


def _below_title(
    lines: Sequence[str], path: Path, label_column: str | None, before: int
) -> Layout:
    layout = find_layout(lines[1:], path, label_column)
    return replace(layout, skip=layout.skip + before + 1)


def split_row(line: str, separator: str, *, decimal_comma: bool = False) -> list[str]:
    """Return the cells of a line, quotes taken off, a decimal comma made a point."""
    if separator == " ":
        line = " ".join(line.split())
    cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    cells = [cell.strip() for cell in cells]
    if decimal_comma:
        cells = [re.sub(r"^(-?\d*),(\d+)", r"\1.\2", cell) for cell in cells]
    return cells


def _separator(lines: Sequence[str]) -> tuple[str, int]:
    """Return the separator, and how many lines only speak of it (Excel's "sep=;")."""
    told = re.fullmatch(r'"?sep=(.)"?', lines[0].strip(), re.IGNORECASE) if lines else None
    if told:
        return told[1], 1
    text = "\n".join(lines[:20])
    # A comma may also stand within numbers, a blank behind other separators.
    if text.count(";") > 10 * max(1, len(lines[:20])):
        return ";", 0
    counts = {separator: text.count(separator) for separator in _SEPARATORS}
    if max(counts[","], counts[";"], counts["\t"]) > counts[" "] // 4:
        del counts[" "]
    return max(counts, key=lambda separator: counts[separator]), 0


def _is_header(rows: list[list[str]]) -> bool:
    first = [cell for cell in rows[0] if cell]
    numbers = [number_in(cell) for cell in first]
    if sum(map(math.isnan, numbers)) > len(first) / 2 or not first:
        return True
    counted = [n for n in numbers if not math.isnan(n)]
    in_steps = len(counted) > 10 and bool((np.diff(counted) == 1).all())
    return in_steps or bool(_unmangled(rows[0]))


def _unmangled(cells: list[str]) -> str:
    """Return the row that pandas made names of, by numbering what comes again; "" if none."""
    seen: Counter[str] = Counter()
    values = []
    for cell in cells:
        base, _, count = cell.partition(".")
        if not base.isdigit() or count != (str(seen[base]) if seen[base] else ""):
            return ""
        seen[base] += 1
        values.append(base)
    return ",".join(values) if seen and max(seen.values()) > 1 else ""


def _named_rows(
    rows: list[list[str]], *, header: bool, path: Path
) -> tuple[tuple[str, ...], list[list[str]]]:
    names = tuple(rows[0]) if header else ()
    body = rows[1:] if header else rows
    if not body:
        raise DataError(
            "{file} holds 0 images: it has no rows.",
            "Choose another file.",
            file=str(path),
        )
    return names, body


def _used_columns(names: tuple[str, ...], body: list[list[str]]) -> int:
    """Count the columns up to the last that holds anything, as most rows have them."""
    widths = Counter(len(_without_tail(row)) for row in body)
    usual = Counter(len(row) for row in body).most_common(1)[0][0]
    widest = max(width for width in widths if width <= usual)
    return max(widest, min(len(_without_tail(list(names))), usual))


def _without_tail(cells: list[str]) -> list[str]:
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _sample(names: tuple[str, ...], body: list[list[str]], columns: int, path: Path) -> _Sample:
    whole = [row[:columns] for row in body if len(row) >= columns]
    numbers = np.array([[number_in(cell) for cell in row] for row in whole])
    if len(names) != columns:
        names = ()
    return _Sample(names, whole, numbers.reshape(len(whole), columns), path)


def _with_roles(sample: _Sample, label_column: str | None) -> Layout:
    rest = list(range(sample.numbers.shape[1]))
    notes: list[Phrase] = []
    ident = next((c for c in rest if _name(sample, c) in _ID_NAMES and _wide(rest)), None)
    label, said = _label(sample, rest, label_column)
    rest = [c for c in rest if c != label]
    ident = ident if ident != label else None
    rest = [c for c in rest if c != ident]
    odd = [c for c in rest if sample.is_text(c)]
    if odd:
        notes.append(_left_out(sample, odd))
        rest = [c for c in rest if c not in odd]
    if label is None and label_column is None:
        label, ident, rest, said = _by_contents(sample, rest, ident)
    elif _frame(len(rest)) is None and rest:
        counter = next((c for c in (rest[0], rest[-1]) if sample.is_counter(c)), None)
        ident, rest = (
            (counter, [c for c in rest if c != counter])
            if counter is not None
            else (
                ident,
                rest,
            )
        )
    if ident is not None:
        notes.append(_left_out(sample, [ident]))
    in_order = _by_number(sample, rest)
    if in_order != rest:
        notes.append(_REORDERED)
        rest = in_order
    frame = _frame(len(rest))
    # A single row may also be one that was cut off.
    if frame is None or (len(sample.cells) < 2 and (frame.rows, frame.columns) != (SIDE, SIDE)):
        raise _other_width(sample, len(rest) + (label is not None))
    return Layout(
        separator=",",
        decimal_comma=False,
        skip=0,
        columns=sample.numbers.shape[1],
        label=label,
        ident=ident,
        pixels=tuple(rest),
        text_labels=label is not None and sample.is_text(label),
        names=sample.names,
        notes=(*said, *notes),
    )


_REORDERED = Phrase("The columns of the pixels were put into the order of their numbers.")


def _by_number(sample: _Sample, pixels: list[int]) -> list[int]:
    """Return the columns in the order of the numbers in their names, if all count on."""
    if not sample.names:
        return pixels
    found = [re.findall(r"\d+", sample.names[column]) for column in pixels]
    keys = [tuple(map(int, numbers)) for numbers in found]
    if {len(key) for key in keys} not in ({1}, {2}) or len(set(keys)) != len(keys):
        return pixels
    order = sorted(range(len(keys)), key=lambda index: keys[index])
    ends = keys[order[0]], keys[order[-1]]
    whole = len(ends[0]) == 2 or ends[1][0] - ends[0][0] == len(keys) - 1
    return [pixels[index] for index in order] if whole else pixels


def _label(
    sample: _Sample, rest: list[int], wanted: str | None
) -> tuple[int | None, tuple[Phrase, ...]]:
    """Find the label by what the person says, or by the columns' names."""
    if wanted in ("first", "last"):
        return rest[0 if wanted == "first" else -1], ()
    if wanted is not None:
        found = [c for c in rest if _name(sample, c) == wanted.strip().lower()]
        if not found:
            raise DataError(
                "{file} has no column that is called {name}.",
                'Say the name that its first line gives the labels, or "first" or "last".',
                file=str(sample.path),
                name=wanted,
            )
        return found[0], ()
    named = [c for c in rest if _name(sample, c) in LABEL_NAMES]
    if len(named) > 1:
        strong = [c for c in named if sample.label_strength(c) == 2]
        if len(strong) != 1:
            raise ambiguous(sample.path, tuple(sample.names[c] for c in named))
        named = strong
    if named:
        return named[0], ()
    return _odd_one(sample, rest)


def _odd_one(sample: _Sample, rest: list[int]) -> tuple[int | None, tuple[Phrase, ...]]:
    """Find the only column whose name does not follow the others' and that can be labels."""
    if not sample.names:
        return None, ()
    forms = [re.sub(r"\d+", "#", name.lower()) for name in sample.names]
    usual, count = Counter(forms).most_common(1)[0]
    if "#" not in usual or count < _MOSTLY * len(forms):
        return None, ()
    odd = [c for c in rest if forms[c] != usual and _name(sample, c) not in _ID_NAMES]
    strong = [c for c in odd if sample.label_strength(c) == 2]
    if len(strong) != 1:
        return None, ()
    return strong[0], (_taken(sample, strong[0]),)


def _by_contents(
    sample: _Sample, rest: list[int], ident: int | None
) -> tuple[int | None, int | None, list[int], tuple[Phrase, ...]]:
    """Tell labels from pixels by what the first and the last column hold."""
    if len(rest) > 2 and _frame(len(rest)) is None and _frame(len(rest) - 1) is None:
        edge = [c for c in (rest[0], rest[-1], rest[1]) if sample.is_counter(c)]
        if edge and ident is None:
            ident, rest = edge[0], [c for c in rest if c != edge[0]]
    if _frame(len(rest)) is not None:
        return None, ident, rest, ()
    if len(rest) < 2 or _frame(len(rest) - 1) is None:
        raise _other_width(sample, len(rest))
    text = [c for c in (rest[0], rest[-1]) if sample.is_text(c)]
    label = text[0] if text else _edge_label(sample, rest)
    return label, ident, [c for c in rest if c != label], (_taken(sample, label),)


def _edge_label(sample: _Sample, rest: list[int]) -> int:
    first, last = rest[0], rest[-1]
    strengths = sample.label_strength(first), sample.label_strength(last)
    if strengths[0] and sample.is_counter(last):
        return first
    if strengths[0] == 2 and sample.is_still(last) and not sample.is_still(first):
        return first
    if strengths[1] == 2 and sample.is_still(first) and not sample.is_still(last):
        return last
    if bool(strengths[0]) != bool(strengths[1]):
        return first if strengths[0] else last
    if not any(strengths) and not (sample.is_still(first) and sample.is_still(last)):
        raise DataError(
            "{file}: neither its first nor its last column can be labels: small whole numbers, "
            "or names.",
            "Put the label first, then the pixels, or name the column of the labels "
            '"label" in the first line.',
            file=str(sample.path),
        )
    raise ambiguous(sample.path, ("first", "last"))


def ambiguous(path: Path, columns: tuple[str, ...]) -> AmbiguousLabelsError:
    """Return the error that asks which column holds the labels."""
    return AmbiguousLabelsError(
        "{file}: the labels may be in more than one column ({choices}).",
        "Say which: --label-column {example} on the command line; the window shows the "
        "first images both ways.",
        file=str(path),
        choices=", ".join(columns),
        example=columns[0],
        columns=columns,
    )


def _taken(sample: _Sample, column: int) -> Phrase:
    if sample.names and sample.names[column]:
        return Phrase(
            'The labels were taken from the column "{name}": it alone can be labels.',
            name=sample.names[column],
        )
    if column == 0:
        return Phrase("The labels were taken from the first column: it alone can be labels.")
    if column == sample.numbers.shape[1] - 1:
        return Phrase("The labels were taken from the last column: it alone can be labels.")
    return Phrase(
        "The labels were taken from column {number}: it alone can be labels.", number=column + 1
    )


def _left_out(sample: _Sample, columns: list[int]) -> Phrase:
    if sample.names:
        names = ", ".join(f'"{sample.names[column]}"' for column in columns[:5])[:200]
        return Phrase("Left out, as neither label nor pixel: the column {names}.", names=names)
    return Phrase(
        "Left out, as neither label nor pixel: column {numbers}.",
        numbers=", ".join(str(column + 1) for column in columns[:5]),
    )


def _name(sample: _Sample, column: int) -> str:
    return sample.names[column].strip().lower() if sample.names else "-"


def _wide(rest: list[int]) -> bool:
    return len(rest) > 2


def _frame(pixels: int) -> Frame | None:
    frame = frame_of((pixels,))
    # In colour only where it is an image of a usual size.
    return None if frame and frame.channels == 3 and frame.rows < 16 else frame


def _other_width(sample: _Sample, found: int) -> DataError:
    return DataError(
        "{file}: a row holds {found} values; a label and 28 x 28 pixels are {expected}.",
        "Each row is one image: its label, then its pixels, row by row.",
        file=str(sample.path),
        found=found,
        expected=1 + 28 * 28,
    )
