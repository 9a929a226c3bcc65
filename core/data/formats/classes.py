"""What the labels of both splits mean: digits, unless they say something else."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.families import Family
from core.data.formats.picture_labels import digit_named
from core.errors import DataError
from core.layers import CLASSES
from core.phrases import Phrase
from core.records import DIGITS, Labels

MOST_CLASSES = CLASSES
"""The networks have ten outputs."""

_MOST_LABELS = 100
_TEN_FOR_ZERO = tuple(range(1, 11))
_LETTERS = 26


@dataclass(frozen=True, eq=False)
class Classes:
    """The labels of both splits as indices of `names`."""

    train: Labels
    test: Labels
    names: tuple[str, ...]
    notes: tuple[Phrase, ...] = ()


def classes_of(
    train: NDArray[Any], test: NDArray[Any], family: Family | None, file: str
) -> Classes:
    """Say what the labels stand for.

    Parameters
    ----------
    train, test : ndarray of int64 or of text, shape (n,)
        As the files have them.
    family : Family, optional
        What the names of the files say.
    file : str
        For errors.

    Raises
    ------
    DataError
        When they are no labels of two to ten classes.
    """
    train, test = _as_numbers(train), _as_numbers(test)
    if "U" in (train.dtype.kind, test.dtype.kind):
        return _named(train.astype(np.str_), test.astype(np.str_), file)
    present = tuple(int(label) for label in np.unique(np.concatenate([train, test])))
    first, names, notes = _numbered(present, family) or _in_a_row(present, train, test, file)
    _check_count(names, file)
    if present == _TEN_FOR_ZERO and names == DIGITS:
        return Classes(train % 10, test % 10, names, notes)
    return Classes(train - first, test - first, names, notes)


def _as_numbers(labels: NDArray[Any]) -> NDArray[Any]:
    """Turn labels that are numbers written as text into numbers."""
    if labels.dtype.kind != "U" or not all(text.isdecimal() for text in np.unique(labels)):
        return labels
    return labels.astype(np.int64)


def _numbered(
    present: tuple[int, ...], family: Family | None
) -> tuple[int, tuple[str, ...], tuple[Phrase, ...]] | None:
    """Understand labels that are known: a family's, digits, ten for zero, codes, letters."""
    low, high = present[0], present[-1]
    if family and family.first_label <= low and high < family.first_label + len(family.classes):
        return family.first_label, family.classes, _family_notes(family)
    if low >= 0 and high <= 9:
        return 0, DIGITS, ()
    if present == _TEN_FOR_ZERO:
        return 0, DIGITS, (Phrase("The labels are 1 to 10: 10 was taken for the digit 0."),)
    if low >= ord("0") and high <= ord("9"):
        note = Phrase("The labels are the codes of characters (48 to 57): digits 0 to 9.")
        return ord("0"), DIGITS, (note,)
    if low in (0, 1) and len(present) == _LETTERS and high - low == _LETTERS - 1:
        note = Phrase(
            "There are 26 labels, {low} to {high}: they were taken for the letters A to Z.",
            low=low,
            high=high,
        )
        return low, tuple(string.ascii_uppercase), (note,)
    return None


def _family_notes(family: Family) -> tuple[Phrase, ...]:
    if family.classes == DIGITS:
        return ()
    names = ", ".join(family.classes)
    return (
        Phrase(
            "By its name this is {name}: labels from {first} stand for {names}.",
            name=family.name,
            first=family.first_label,
            names=names if len(names) < 200 else names[:200] + " ...",
        ),
    )


def _in_a_row(
    present: tuple[int, ...], train: NDArray[Any], test: NDArray[Any], file: str
) -> tuple[int, tuple[str, ...], tuple[Phrase, ...]]:
    """Understand other labels if they are whole numbers without a gap from 0 or 1."""
    low, high = present[0], present[-1]
    if low in (0, 1) and high - low < _MOST_LABELS and len(present) == high - low + 1:
        names = tuple(str(label) for label in present)
        note = Phrase(
            "There are {n} classes: {low} to {high}.", n=len(names), low=low, high=high
        )
        return low, names, (note,)
    labels = train if ((train < 0) | (train > 9)).any() else test
    wrong = int(np.flatnonzero((labels < 0) | (labels > 9))[0])
    raise DataError(
        "{file}: label number {number} is {label}; labels are digits from 0 to 9, or whole "
        "numbers without a gap from 0 or 1.",
        "Correct the labels, or use names.",
        file=file,
        number=wrong + 1,
        label=int(labels[wrong]),
    )


def _named(train: NDArray[np.str_], test: NDArray[np.str_], file: str) -> Classes:
    names = tuple(str(name) for name in np.unique(np.concatenate([train, test])))
    digits = {name: digit_named(name) for name in names}
    if all(digit is not None for digit in digits.values()) and len(set(digits.values())) == len(
        names
    ):
        return Classes(
            np.array([digits[name] for name in train.tolist()], np.int64),
            np.array([digits[name] for name in test.tolist()], np.int64),
            DIGITS,
            _word_notes(names),
        )
    _check_count(names, file)
    listed = ", ".join(names)
    note = Phrase(
        "There are {n} classes, numbered from 0: {names}.",
        n=len(names),
        names=listed if len(listed) < 200 else listed[:200] + " ...",
    )
    places = {name: index for index, name in enumerate(names)}
    return Classes(
        np.array([places[name] for name in train.tolist()], np.int64),
        np.array([places[name] for name in test.tolist()], np.int64),
        names,
        (note,),
    )


def _check_count(names: tuple[str, ...], file: str) -> None:
    if 2 <= len(names) <= MOST_CLASSES and "" not in names:
        return
    listed = ", ".join(names[:5])[:100] + (" ..." if len(names) > 5 else "")
    raise DataError(
        "{file} has {n} classes ({names}); Inkling takes 2 to {most} with a name each.",
        "Choose other labels, or a part of the images with fewer classes.",
        file=file,
        n=len(names),
        names=listed,
        most=MOST_CLASSES,
    )


def _word_notes(names: tuple[str, ...]) -> tuple[Phrase, ...]:
    if all(name.isdigit() for name in names):
        return ()
    return (Phrase("The labels are names of digits: {names}.", names=", ".join(names)[:200]),)
