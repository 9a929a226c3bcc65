"""Which pictures a folder holds and what their labels are, by folders, names or a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.data.formats.array_roles import split_word
from core.data.formats.csv_roles import LABEL_NAMES
from core.data.formats.file_endings import PICTURE_ENDINGS
from core.data.formats.unpack import MOST_IMAGES
from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.phrases import Phrase
from core.regular_file import open_regular

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_CHINESE = "零一二三四五六七八九"
_AND_WORD = re.compile(r"(\d)[ _.=:-]+([a-z]+)|([a-z]+)[ _.=:-]+(\d)")
_NUMBERED = re.compile(r"(?:digits?|class|cls|num|number|label|n|d)?[ _=-]*(\d)", re.IGNORECASE)
_FIRST_PART = re.compile(r"(\d(?!\d)|[A-Za-z]+(?=[_ -]))(?:\D.*)?")
_LAST_PART = re.compile(
    r".*[ _.=-](?:(?:digit|class|label|num|d|n)(?=\d))?(\d|[A-Za-z]+)", re.IGNORECASE
)
_SAID_LABEL = re.compile(r".*(?:label|class|digit)[_ =-]?(\d)(?:\D.*)?", re.IGNORECASE)
_PICTURE_FOLDERS = ("images", "imgs", "img", "pictures")
_LISTED = Phrase("The labels of the pictures were taken from the table beside them.")
_BY_NAMES = Phrase("The labels of the pictures were taken from the names of their files.")
_TIMES_AGAIN = 3
_LARGEST_TABLE = 64 << 20
_FIRST_LINES = 2_000
"""Bytes of a table that are looked at, to see whether it names pictures."""


@dataclass(frozen=True)
class LabelledPicture:
    """A picture and what it shows."""

    file: Path
    label: str


def digit_named(name: str) -> int | None:
    """Return the digit that a class is named after: "7", "digit_7", "seven", "7 - seven"."""
    lower = name.strip().lower()
    if lower in _WORDS:
        return _WORDS.index(lower)
    if len(lower) == 1 and lower in _CHINESE:
        return _CHINESE.index(lower)
    match = _NUMBERED.fullmatch(lower)
    if match:
        return int(match[1])
    both = _AND_WORD.fullmatch(lower)
    number, word = (both[1] or both[4], both[2] or both[3]) if both else ("", "")
    return int(number) if word in _WORDS and _WORDS.index(word) == int(number) else None


def pictures_in(folder: Path) -> tuple[list[LabelledPicture], tuple[Phrase, ...]]:
    """Return the pictures whose label is known, by label and name, and what was assumed."""
    classes = class_folders(folder)
    if classes:
        return [
            LabelledPicture(file, place.name)
            for place in classes
            for file in pictures(_of_class(place))
        ], ()
    listed = _by_table(folder)
    if listed:
        return listed, (_LISTED,)
    return _by_names(pictures(folder)), (_BY_NAMES,)


def holds_pictures(folder: Path) -> bool:
    """Say whether a folder is one split of labelled pictures."""
    if class_folders(folder):
        return True
    return bool(_by_table(folder) or _by_names(pictures(folder)))


def lists_pictures(table: Path) -> bool:
    """Say whether the first lines of a table name pictures."""
    try:
        with open_regular(table) as file:
            start = file.read(_FIRST_LINES).decode("utf-8", "replace")
    except OSError:
        return False
    cells = re.split(r"[,;\t\r\n ]", start.lower())
    return any(cell.strip(" \"'").endswith(PICTURE_ENDINGS) for cell in cells)


def class_folders(folder: Path) -> list[Path]:
    """Return the subfolders that are classes: digits, or at least two with pictures."""
    places = [place for place in _subfolders(folder) if split_word(place.name) is None]
    digits = [place for place in places if digit_named(place.name) is not None]
    others = [place for place in places if place not in digits and any_picture(place)]
    if digits and not others:
        return digits
    named = [*(place for place in digits if any_picture(place)), *others]
    return sorted(named) if FEWEST_CLASSES <= len(named) <= MOST_CLASSES else []


def _subfolders(folder: Path) -> list[Path]:
    hidden = ("__macosx", *_PICTURE_FOLDERS)
    return sorted(
        place
        for place in folder.iterdir()
        if not place.name.startswith(".")
        and place.name.lower() not in hidden
        and place.is_dir()
    )


def pictures(folder: Path) -> list[Path]:
    """Return the pictures in a folder, by name."""
    return sorted(_each_picture(folder))[: MOST_IMAGES + 1]


def any_picture(folder: Path) -> bool:
    """Say whether there is a picture in a folder."""
    return next(_each_picture(folder), None) is not None


def _each_picture(folder: Path) -> Iterator[Path]:
    for file in folder.iterdir():
        if file.name.startswith("."):
            continue
        if file.suffix.lower() in PICTURE_ENDINGS and file.is_file():
            yield file


def _of_class(folder: Path) -> Path:
    """Return the folder with the pictures of a class: itself, or the only one in it."""
    inside = [place for place in folder.iterdir() if place.is_dir()]
    return inside[0] if len(inside) == 1 and not any_picture(folder) else folder


def _by_names(files: list[Path]) -> list[LabelledPicture]:
    """Take labels from names like 7_123.png or seven-2.png, if all have them."""
    for form in (_SAID_LABEL, _FIRST_PART, _LAST_PART):
        matches = [form.fullmatch(file.stem) for file in files]
        labels = [match[1] for match in matches if match]
        classes = len(set(labels)) if len(labels) == len(files) else 0
        # A last part that hardly comes again is a number of the picture.
        if form is _LAST_PART and len(files) < _TIMES_AGAIN * classes:
            continue
        if FEWEST_CLASSES <= classes <= MOST_CLASSES:
            return [LabelledPicture(f, label) for f, label in zip(files, labels, strict=True)]
    return []


def _by_table(folder: Path) -> list[LabelledPicture]:
    """Take labels from a table beside the pictures that lists their names."""
    inside = [place for place in folder.iterdir() if place.name.lower() in _PICTURE_FOLDERS]
    places = (folder, *(place for place in sorted(inside) if place.is_dir()))
    files = {file.name: file for place in places for file in pictures(place)}
    table = _table_of(folder) if files else None
    if table is None:
        return []
    by_stem = {file.stem: file for file in files.values()}
    with table.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        text = lines.read(_LARGEST_TABLE)
    separator = max(",;\t ", key=text[:2000].count)
    written = (line.strip() for line in text.splitlines())
    rows = [row for row in csv.reader(written, delimiter=separator) if len(row) > 1]
    if not rows:
        return []

    def file_of(cell: str) -> Path | None:
        name = re.split(r"[/\\]", cell.strip())[-1]
        return files.get(name) or by_stem.get(name)

    columns = range(min(map(len, rows)))
    named = max(
        columns, key=lambda column: sum(file_of(row[column]) is not None for row in rows)
    )
    titles = [cell.strip().lower() for cell in rows[0]]
    rest = [column for column in columns if column != named]
    label = next((column for column in rest if titles[column] in LABEL_NAMES), rest[0])
    return [
        LabelledPicture(file, row[label].strip())
        for row in rows
        if (file := file_of(row[named])) is not None
    ]


def _table_of(folder: Path) -> Path | None:
    own = split_word(folder.name)
    beside = [table for table in _tables(folder.parent) if split_word(table.stem) == own]
    return next(iter(_tables(folder) or (beside if own else [])), None)


def _tables(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.is_file()
        and (
            file.suffix.lower() in (".csv", ".tsv")
            or (file.suffix.lower() == ".txt" and lists_pictures(file))
        )
    )
