"""Lines of a table -> cells: which separator, which line holds names, what pandas mangled."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

_SEPARATORS = (",", ";", "\t", "|", " ")
_FLAGS = {"true": 1.0, "false": 0.0}


def number_in(cell: str) -> float:
    """Return the number in a cell; nan where there is none, also for what Python only takes."""
    text = cell.strip()
    try:
        return math.nan if "_" in text or not text.isascii() else float(text)
    except ValueError:
        return math.nan


def value_in(cell: str) -> float:
    """Return the number in a cell, True and False as 1 and 0; nan where there is none."""
    number = number_in(cell)
    return _FLAGS.get(cell.strip().lower(), number) if math.isnan(number) else number


def split_row(line: str, separator: str, *, decimal_comma: bool = False) -> list[str]:
    """Return the cells of a line, quotes taken off, a decimal comma made a point."""
    if separator == " ":
        line = " ".join(line.split())
    cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    cells = [cell.strip() for cell in cells]
    if decimal_comma:
        cells = [re.sub(r"^(-?\d*),(\d+)", r"\1.\2", cell) for cell in cells]
    return cells


def separator_of(lines: Sequence[str]) -> tuple[str, int]:
    """Return the separator, and how many lines only speak of it (Excel's "sep=;")."""
    told = (
        re.fullmatch(r'"?sep=(.)"?', lines[0].strip("\r\n "), re.IGNORECASE) if lines else None
    )
    if told:
        return told[1], 1
    text = "\n".join(lines[:20])
    # A comma may also stand within numbers, a blank behind other separators.
    if text.count(";") > 10 * max(1, len(lines[:20])):
        return ";", 0
    counts = {separator: text.count(separator) for separator in _SEPARATORS}
    if max(counts[own] for own in ",;\t|") > counts[" "] // 4:
        del counts[" "]
    return max(counts, key=lambda separator: counts[separator]), 0


def is_header(rows: list[list[str]]) -> bool:
    """Say whether the first row holds names, or the numbers of columns."""
    first = [cell for cell in rows[0] if cell]
    numbers = [value_in(cell) for cell in first]
    if sum(map(math.isnan, numbers)) > len(first) / 2 or not first:
        return True
    counted = [n for n in numbers if not math.isnan(n)]
    in_steps = len(counted) > 10 and bool((np.diff(counted) == 1).all())
    return in_steps or bool(unmangled_row(rows[0]))


def unmangled_row(cells: list[str]) -> str:
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


def used_columns(names: tuple[str, ...], body: list[list[str]]) -> int:
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
