"""One person's own digits: drawings kept with their right labels, and how they are read.

They are kept as one file of JSON lines, oldest first, written as a whole each time. A line
that cannot be read (a newer version, a slip of an editor) is passed over and kept. What an
`OwnDigits` changed, it can take back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.errors import DataError
from core.ink.drawing import Drawing
from core.networks.forward import forward
from core.own_digits.own_digit import OwnDigit, from_line
from core.own_digits.own_hand import Change, ClassReport, OwnHand
from core.records import DIGITS, Images, Labels, Network
from core.regular_file import read_text

FILE_NAME = "own-digits.jsonl"
"""In `Home.drawings`."""

_MOST_BYTES = 64_000_000
"""Of the file; a digit has about 2,000."""


class OwnDigits:
    """The file of a person's digits.

    Parameters
    ----------
    folder : Path
        Usually `Home.drawings`; it is made when the first digit is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._known: dict[str, OwnDigit | None] = {}
        self._changes: list[Change] = []

    def all(self) -> tuple[OwnDigit, ...]:
        """Return the digits, oldest first; one that did not change is the same object."""
        lines = self._lines()
        self._known = {line: self._known.get(line) or from_line(line) for line in lines}
        read = (self._known[line] for line in lines)
        return tuple(digit for digit in read if digit is not None)

    @property
    def last_change(self) -> Change | None:
        """What `undo` would take back; None where nothing was changed by this object."""
        return self._changes[-1] if self._changes else None

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
        lines = self._lines()
        put = ((len(lines), OwnDigit(digit, drawing).line),)
        self._apply(lines, Change("kept", digit, put))

    def add_new(self, digits: Iterable[OwnDigit]) -> int:
        """Keep those that are not kept yet, as one change; return how many these are."""
        lines = self._lines()
        kept = set(lines)
        # A dictionary keeps the order and has each line once.
        new = {own.line: own.digit for own in digits if own.line not in kept}
        if new:
            put = tuple(enumerate(new, start=len(lines)))
            self._apply(lines, Change("imported", list(new.values())[-1], put))
        return len(new)

    def remove(self, own: OwnDigit) -> None:
        """Forget a digit; one that is not there any more stays away."""
        lines = self._lines()
        place = _last_place(lines, own.line)
        if place is not None:
            taken = ((place, lines[place]),)
            self._apply(lines, Change("deleted", own.digit, taken=taken))

    def relabel(self, own: OwnDigit, digit: int) -> None:
        """Keep a digit under another label, in the same place."""
        lines = self._lines()
        place = _last_place(lines, own.line)
        if place is not None and digit != own.digit:
            put = ((place, OwnDigit(digit, own.drawing).line),)
            taken = ((place, lines[place]),)
            self._apply(lines, Change("relabelled", own.digit, put, taken))

    def undo(self) -> Change | None:
        """Take back the last change that this object made; return it, None if there is none."""
        if not self._changes:
            return None
        change, lines = self._changes[-1], self._lines()
        for _, line in reversed(change.put):
            place = _last_place(lines, line)
            if place is not None:
                del lines[place]
        for place, line in change.taken:
            lines.insert(place, line)
        self._write(lines)
        self._changes.pop()
        return change

    def _apply(self, lines: list[str], change: Change) -> None:
        for place, _ in change.taken:
            del lines[place]
        for place, line in change.put:
            lines.insert(place, line)
        self._write(lines)
        self._changes.append(change)

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
    images = np.array([own.image for own in digits], np.uint8).reshape(-1, 28, 28)
    return images, np.array([own.digit for own in digits], np.int64)


def own_hand(
    digits: tuple[OwnDigit, ...], network: Network | None, undo: Change | None = None
) -> OwnHand:
    """Say how a network reads a person's digits."""
    last = digits[-1].digit if digits else None
    if network is None or not network.fits(DIGITS):
        return OwnHand(len(digits), last, None, digits, undo=undo)
    images, labels = images_of(digits)
    answers = forward(network, images).digits
    report = class_report(labels, answers)
    return OwnHand(len(digits), last, report, digits, tuple(answers.tolist()), undo)


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


def _last_place(lines: list[str], line: str) -> int | None:
    """Return where a line stands last: a digit that was kept twice is there twice."""
    return next((n for n in reversed(range(len(lines))) if lines[n] == line), None)
