"""CSV with one row an image: the label first, then 784 pixels from the top left, row by row.

With or without a first line of column names; separated by commas, semicolons or tabs;
plain or gz. The text is parsed as arrays of bytes, a block of lines at a time. A block
that is not plain (spaces, "3e0") goes through a slower reader that can also say
which cell is wrong.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.data.formats.splits import SIDE, Split, check_count
from core.data.formats.unpack import MOST_IMAGES, opened
from core.errors import DataError

PIXELS = SIDE * SIDE
COLUMNS = 1 + PIXELS
_BLOCK_BYTES = 1 << 20
_LONGEST_ROW = 1 << 16


def read_csv(path: Path) -> Split:
    """Read the images and labels of one CSV file, in the order of its rows."""
    rows = list(_read_rows(path))
    count = sum(map(len, rows))
    check_count(count, path)
    images = np.concatenate([block[:, 1:] for block in rows])
    labels = np.concatenate([block[:, 0] for block in rows])
    return Split(images.reshape(count, SIDE, SIDE), labels.astype(np.int64))


def has_labels(path: Path) -> bool:
    """Tell whether the first row is more than 784 pixels without a label."""
    with opened(path) as stream:
        first = stream.readline(_LONGEST_ROW)
    return len(_with_commas(first, _separator(first)).split(b",")) != PIXELS


def _read_rows(path: Path) -> Iterator[NDArray[np.uint8]]:
    """Return blocks of rows, uint8 (rows, 785)."""
    line, total, separator = 1, 0, b""
    with opened(path) as stream:
        for block in _whole_lines(stream, path):
            if not separator:
                separator = _separator(block.partition(b"\n")[0])
            text = _with_commas(block, separator)
            if line == 1 and _is_header(text.partition(b"\n")[0]):
                line, text = 2, text.partition(b"\n")[2]
            rows = _parse(text, line, path)
            line, total = line + len(rows), total + len(rows)
            if total > MOST_IMAGES:
                check_count(total, path)
            yield rows


def _whole_lines(stream: BinaryIO, path: Path) -> Iterator[bytes]:
    r"""Return blocks that end with "\n"; empty lines at the end of the file are dropped."""
    rest = stream.read(3).removeprefix(b"\xef\xbb\xbf")
    while chunk := stream.read(_BLOCK_BYTES):
        lines = rest + chunk
        end = len(lines[: lines.rfind(b"\n") + 1].rstrip())
        # The newline of the last line; what follows may be empty lines before the end.
        end = lines.find(b"\n", end) + 1 if end else 0
        if end:
            yield lines[:end]
        rest = lines[end:]
        if len(rest) > _LONGEST_ROW:
            raise DataError(
                "{file} is not a table of digits: a line has more than {most} characters.",
                "Choose a CSV file with one row an image: its label, then 784 pixels.",
                file=str(path),
                most=_LONGEST_ROW,
            )
    if rest.strip():
        yield rest.rstrip() + b"\n"


def _separator(line: bytes) -> bytes:
    return max((b",", b";", b"\t"), key=line.count)


def _with_commas(text: bytes, separator: bytes) -> bytes:
    text = text.replace(b"\r\n", b"\n").replace(b'"', b"")
    return text if separator == b"," else text.replace(separator, b",")


def _is_header(line: bytes) -> bool:
    """Tell names from a row whose label alone is broken."""
    cells = line.split(b",")
    values = _numbers(cells)
    if not math.isnan(values[0]):
        return False
    return len(cells) != COLUMNS or not _in_range(values)[1:].all()


def _parse(text: bytes, first_line: int, path: Path) -> NDArray[np.uint8]:
    rows = _parse_plain(text)
    if rows is None:
        # As pandas writes a column that had a gap, and people their commas.
        tidied = text.replace(b", ", b",").replace(b".0,", b",").replace(b".0\n", b"\n")
        rows = _parse_plain(tidied)
    return _parse_any(text, first_line, path) if rows is None else rows


def _parse_plain(text: bytes) -> NDArray[np.uint8] | None:
    """Parse lines of nothing but digits, commas and newlines; None where there is more.

    A cell is what lies between two separators, so its value is made of the one, two or
    three bytes before the separator that ends it, all cells at once.
    """
    codes = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero(codes < ord("0"))
    if len(ends) % COLUMNS or not len(ends) or codes.max() > ord("9"):
        return None
    separators = codes[ends].reshape(-1, COLUMNS)
    if (separators[:, :-1] != ord(",")).any() or (separators[:, -1] != ord("\n")).any():
        return None
    lengths = np.diff(ends, prepend=-1) - 1
    if lengths.min() < 1 or lengths.max() > 3:
        return None
    values = (codes[ends - 1] - ord("0")).astype(np.uint16)
    for place, weight in ((2, 10), (3, 100)):
        longer = np.flatnonzero(lengths >= place)
        values[longer] += (codes[ends[longer] - place] - ord("0")) * np.uint16(weight)
    rows = values.reshape(-1, COLUMNS)
    return None if values.max() > 255 or rows[:, 0].max() > 9 else rows.astype(np.uint8)


def _parse_any(text: bytes, first_line: int, path: Path) -> NDArray[np.uint8]:
    lines = text.removesuffix(b"\n").split(b"\n") if text else []
    rows = [_parse_row(line, first_line + i, path) for i, line in enumerate(lines)]
    return np.array(rows, np.uint8).reshape(-1, COLUMNS)


def _parse_row(line: bytes, number: int, path: Path) -> NDArray[np.uint8]:
    cells = line.split(b",")
    if len(cells) != COLUMNS:
        raise DataError(
            "{file}: row {row} holds {found} values instead of {expected}.",
            "Each row is one image: its label, then 28 x 28 pixels.",
            file=str(path),
            row=number,
            found=len(cells),
            expected=COLUMNS,
        )
    values = _numbers(cells)
    wrong = np.flatnonzero(~_in_range(values))
    if len(wrong):
        raise _wrong_cell(path, number, int(wrong[0]) + 1, cells)
    return values.astype(np.uint8)


def _numbers(cells: list[bytes]) -> NDArray[np.float64]:
    try:
        return np.array(list(map(float, cells)))
    except ValueError:
        return np.array([_number(cell) for cell in cells])


def _number(cell: bytes) -> float:
    try:
        return float(cell)
    except ValueError:
        return math.nan


def _in_range(row: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell for each cell of a row whether it can be what it should be."""
    most = np.full(COLUMNS, 255)
    most[0] = 9
    right: NDArray[np.bool_] = (row >= 0) & (row <= most) & (row == np.floor(row))
    return right


def _wrong_cell(path: Path, row: int, column: int, cells: list[bytes]) -> DataError:
    return DataError(
        '{file}: row {row}, column {column} is "{text}", not a whole number from 0 to {most}.',
        "Correct the cell. Labels (the first column) are 0 to 9, pixels 0 to 255.",
        file=str(path),
        row=row,
        column=column,
        text=cells[column - 1].strip()[:20].decode("utf-8", "replace"),
        most=9 if column == 1 else 255,
    )
