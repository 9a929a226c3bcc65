"""From the first lines of a table to its layout: separator, names, what each column is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.data.formats.csv_roles import with_roles
from core.data.formats.csv_rows import (
    is_header,
    separator_of,
    split_row,
    unmangled_row,
    used_columns,
)
from core.data.formats.csv_sample import Layout, sample_of
from core.errors import DataError
from core.phrases import Phrase


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
    above = _lines_above(lines)
    if above:
        layout = find_layout(lines[above:], path, label_column)
        return replace(layout, skip=layout.skip + above)
    if any(_PIXELS_IN_ONE_CELL.search(line) for line in lines[:3]):
        raise DataError(
            "{file} has all pixels of an image in one cell.",
            "Give each pixel a column of its own: a label, then 784 numbers.",
            file=str(path),
        )
    separator, before = separator_of(lines)
    lines = lines[before:]
    fraction = r"\d,\d" if separator != "," else r'"-?\d+,\d+"'
    decimal_comma = any(re.search(fraction, line) for line in lines[:50])
    rows = [split_row(line, separator, decimal_comma=decimal_comma) for line in lines]
    header = bool(rows) and is_header(rows)
    unmangled = unmangled_row(rows[0]) if header else ""
    if unmangled:
        rows = [unmangled.split(","), *rows[1:]]
    names, body = _named_rows(rows, header=header and not unmangled, path=path)
    columns = used_columns(names, body)
    sample = sample_of(names[:columns], body, columns, path)
    layout = with_roles(sample, label_column)
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


_PIXELS_IN_ONE_CELL = re.compile(
    r"(?:^|[,;\t])\"\[? *\d+(?:[ ,]+\d+){48,}"
    r"|^[^ ,;\t]+[,;\t]\[? *\d+(?: +\d+){48,} *(?:\]|$|[,;\t])"
)
_MOST_ABOVE, _WIDE = 20, 40
_UNMANGLED = Phrase(
    "The first line is an image that pandas took for the names of columns (1, 1.1, 1.2 ...): "
    "it was read as an image again."
)


def _lines_above(lines: Sequence[str]) -> int:
    """Count the titles, comments and empty lines above a table: they hold next to nothing."""
    separators = [sum(map(line.count, ",;\t| ")) for line in lines[: _MOST_ABOVE + 2]]
    widest = max(separators, default=0)
    if widest < _WIDE:
        return 0
    above = next(n for n, count in enumerate(separators) if count >= widest / 2)
    # Excel's own line says how the table is to be read.
    told = above == 1 and lines[0].strip('"\r\n ').lower().startswith("sep=")
    return 0 if told else above


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
