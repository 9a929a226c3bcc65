"""A person's own digits in files of their own: strokes to take along, images to train on.

Strokes are JSON: a list of objects, each ``digit`` beside what a file of a drawing has
(`core.ink.drawing_files`). Images are an ``.npz`` with ``x_train``, uint8 (n, 28, 28), as a
network sees them, and ``y_train``: a data set as Inkling, Keras and NumPy open it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.errors import DataError
from core.own_digits.own_digit import OwnDigit, from_entry
from core.own_digits.store import images_of
from core.phrases import Phrase
from core.regular_file import read_text

SUFFIX = ".strokes.json"
DATA_SUFFIX = ".npz"

MOST_BYTES = 64_000_000
MOST_DIGITS = 20_000
_CURE = "Choose a file of strokes with labels that Inkling exported."


def export_digits(path: Path, digits: tuple[OwnDigit, ...]) -> None:
    """Write digits, atomically: images where the name ends in ``.npz``, else strokes.

    Raises
    ------
    DataError
        If there are none.
    InklingError
        If the file cannot be written.
    """
    if not digits:
        raise DataError("There are no digits of yours to export.", "Keep a few first.")
    write = _images if path.suffix.lower() == DATA_SUFFIX else _strokes
    write_atomically(path, lambda file: write(file, digits))


def import_digits(path: Path) -> tuple[OwnDigit, ...]:
    """Read digits from a file of strokes, oldest first.

    Raises
    ------
    DataError
        If it cannot be read, or anything in it is none of a person's digits.
    """
    if path.suffix.lower() == DATA_SUFFIX:
        raise DataError(
            "{file} holds images, not strokes.",
            "Open it on the Data page, as a data set.",
            file=str(path),
        )
    entries = _entries(path, _text(path))
    if not entries:
        raise _wrong(path, Phrase("it has no digits"))
    if len(entries) > MOST_DIGITS:
        raise _wrong(path, Phrase("it has more than {most} digits", most=MOST_DIGITS))
    return tuple(_read(path, number, entry) for number, entry in enumerate(entries, start=1))


def _strokes(file: BinaryIO, digits: tuple[OwnDigit, ...]) -> None:
    lines = ",\n".join(own.line for own in digits)
    file.write(f"[\n{lines}\n]\n".encode())


def _images(file: BinaryIO, digits: tuple[OwnDigit, ...]) -> None:
    images, labels = images_of(digits)
    np.savez_compressed(file, x_train=images, y_train=labels.astype(np.uint8))


def _text(path: Path) -> str:
    try:
        return read_text(path, MOST_BYTES)
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _wrong(path, Phrase("it is no text")) from error


def _entries(path: Path, text: str) -> list[Any]:
    """Return the entries of a list; one object a line, as they are kept, is read too."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        try:
            content = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError) as error:
            raise _wrong(path, Phrase("it is no JSON")) from error
    return content if isinstance(content, list) else [content]


def _read(path: Path, number: int, entry: object) -> OwnDigit:
    try:
        return from_entry(entry)
    except DataError as error:
        reason = error.values["reason"]
        said = Phrase("of digit {number}, {reason}", number=number, reason=reason)
        raise _wrong(path, said) from error


def _wrong(path: Path, reason: object) -> DataError:
    return DataError(
        "{file} has none of your digits: {reason}.", _CURE, file=str(path), reason=reason
    )
