"""One digit of a person's own hand: a drawing with its label, and the line it is kept as."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from core.errors import DataError
from core.ink.drawing import Drawing
from core.ink.drawing_files import from_json, to_json
from core.ink.preprocess import prepare
from core.phrases import Phrase
from core.records import Images


@dataclass(frozen=True, eq=False)
class OwnDigit:
    """A drawing and the digit that it is meant to be.

    `kept_as` is the line of the file that it was read from, however that was written.
    """

    digit: int
    drawing: Drawing
    kept_as: str = ""

    @cached_property
    def line(self) -> str:
        """How it is kept: one line of JSON."""
        return self.kept_as or json.dumps(
            {"digit": self.digit, **json.loads(to_json(self.drawing))}
        )

    @cached_property
    def image(self) -> Images:
        """What a network sees of it: uint8 (28, 28)."""
        stages = prepare(self.drawing.ink)
        return np.zeros((28, 28), np.uint8) if stages is None else stages.centred


def from_line(line: str) -> OwnDigit | None:
    """Return the digit that a line of the file holds; None where it holds none."""
    try:
        return from_entry(json.loads(line), kept_as=line)
    except (DataError, ValueError, RecursionError):
        return None


def from_entry(entry: object, kept_as: str = "") -> OwnDigit:
    """Return the digit that an object of JSON holds: ``digit`` beside what a drawing has.

    Raises
    ------
    DataError
        If it holds none; the value ``reason`` says why.
    """
    content: dict[str, Any] = dict(entry) if isinstance(entry, dict) else {}
    digit = content.pop("digit", None)
    if not isinstance(digit, int) or isinstance(digit, bool) or digit not in range(10):
        raise _no_digit(Phrase("it has no label from 0 to 9"))
    drawing = from_json(json.dumps(content))
    if not drawing.strokes:
        raise _no_digit(Phrase("it has no strokes"))
    return OwnDigit(digit, drawing, kept_as)


def _no_digit(reason: Phrase) -> DataError:
    return DataError(
        "This is none of your own digits: {reason}.",
        "Each has a label and strokes.",
        reason=reason,
    )
