"""One person's own digits: drawings kept with their right labels, and how they are read.

They are kept as one file of JSON lines, oldest first, written as a whole each time. A line
that cannot be read (a newer version, a slip of an editor) is passed over and kept.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.errors import DataError
from core.ink.drawing import Drawing
from core.ink.drawing_files import from_json, to_json
from core.ink.preprocess import prepare
from core.networks.forward import forward
from core.records import Images, Labels, Network
from core.regular_file import read_text

FILE_NAME = "own-digits.jsonl"
"""In `Home.drawings`."""

_MOST_BYTES = 64_000_000
"""Of the file; a digit has about 2,000."""


@dataclass(frozen=True, eq=False)
class OwnDigit:
    """A drawing and the digit that it is meant to be."""

    digit: int
    drawing: Drawing


@dataclass(frozen=True)
class ClassReport:
    """How one digit of a person is read: `right` of `total`.

    `misread` says what the others are taken for, most frequent first: (digit, times).
    """

    digit: int
    right: int
    total: int
    misread: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class OwnHand:
    """What is known of a person's hand.

    Parameters
    ----------
    total : int
        How many digits are kept.
    last : int or None
        The label of the digit that was kept last.
    report : tuple of ClassReport, or None
        How a network reads them; None without a network.
    """

    total: int
    last: int | None
    report: tuple[ClassReport, ...] | None

    @property
    def right(self) -> int:
        """How many are read right."""
        return sum(row.right for row in self.report or ())


class OwnDigits:
    """The file of a person's digits.

    Parameters
    ----------
    folder : Path
        Usually `Home.drawings`; it is made when the first digit is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME

    def all(self) -> tuple[OwnDigit, ...]:
        """Return the digits, oldest first."""
        read = (_read(line) for line in self._lines())
        return tuple(digit for digit in read if digit is not None)

    def add(self, drawing: Drawing, digit: int) -> None:
        """Keep a drawing with its right label.

        Raises
        ------
        DataError
            If it has no strokes: a picture is not drawn by the person's hand here.
        InklingError
            If the file cannot be written.
        """
        if not drawing.strokes:
            raise DataError(
                "There are no strokes to keep as one of your own digits.",
                "Draw the digit on the sheet.",
            )
        line = json.dumps({"digit": digit, **json.loads(to_json(drawing))})
        self._write([*self._lines(), line])

    def remove_last(self) -> OwnDigit | None:
        """Forget the digit that was kept last, and return it; None if there is none."""
        lines = self._lines()
        for place in reversed(range(len(lines))):
            digit = _read(lines[place])
            if digit is not None:
                self._write(lines[:place] + lines[place + 1 :])
                return digit
        return None

    def _lines(self) -> list[str]:
        try:
            text = read_text(self.path, _MOST_BYTES)
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(
                "Your own digits in {file} cannot be read: {reason}.",
                "Move the file away to begin anew.",
                file=str(self.path),
                reason=str(error),
            ) from error
        return [line for line in text.splitlines() if line.strip()]

    def _write(self, lines: list[str]) -> None:
        content = "".join(f"{line}\n" for line in lines).encode()

        def write(file: BinaryIO) -> None:
            file.write(content)

        write_atomically(self.path, write)


def images_of(digits: tuple[OwnDigit, ...]) -> tuple[Images, Labels]:
    """Return what a network sees of them: uint8 (n, 28, 28) and int64 (n,)."""
    seen = [(prepare(own.drawing.ink), own.digit) for own in digits]
    readable = [(stages.centred, digit) for stages, digit in seen if stages is not None]
    images = np.array([image for image, _ in readable], np.uint8).reshape(-1, 28, 28)
    return images, np.array([digit for _, digit in readable], np.int64)


def own_hand(digits: tuple[OwnDigit, ...], network: Network | None) -> OwnHand:
    """Say how a network reads a person's digits."""
    last = digits[-1].digit if digits else None
    if network is None:
        return OwnHand(len(digits), last, None)
    images, labels = images_of(digits)
    return OwnHand(len(digits), last, class_report(labels, forward(network, images).digits))


def class_report(labels: Labels, answers: Labels) -> tuple[ClassReport, ...]:
    """Say for each digit that there is how often it is read right, and what else as."""
    rows = []
    for digit in np.unique(labels).tolist():
        given = Counter(answers[labels == digit].tolist())
        right, total = given.pop(digit, 0), int((labels == digit).sum())
        # Of equally frequent ones, the smaller digit first.
        misread = tuple(sorted(given.items(), key=lambda item: (-item[1], item[0])))
        rows.append(ClassReport(digit, right, total, misread))
    return tuple(rows)


def _read(line: str) -> OwnDigit | None:
    try:
        content: Any = json.loads(line)
        digit = content.pop("digit")
        drawing = from_json(json.dumps(content))
    except (DataError, ValueError, AttributeError, KeyError, RecursionError):
        return None
    if digit not in range(10) or isinstance(digit, bool) or not drawing.strokes:
        return None
    return OwnDigit(int(digit), drawing)
