"""What the labels of both splits mean: digits, unless they say something else."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.families import Family
from core.data.formats.picture_labels import digit_named
from core.errors import DataError
from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.phrases import Phrase, listed, writable
from core.records import DIGITS, LONGEST_CLASS, Labels

_LETTERS = 26
_MOST_FIGURES = 10
_FEWEST_OF_A_CLASS = 5
"""With fewer images of one, a label of a row with gaps may be a slip of whoever wrote it."""


@dataclass(frozen=True, eq=False)
class Classes:
    """The labels of both splits as indices of `names`."""

    train: Labels
    test: Labels
    names: tuple[str, ...]
    notes: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class _Meaning:
    """What whole numbers stand for: `labels[i]` for the class `names[i]`."""

    labels: tuple[int, ...]
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
        When they are no labels of 2 to 100 classes.
    """
    train, test = _as_numbers(train), _as_numbers(test)
    if "U" in (train.dtype.kind, test.dtype.kind):
        return _named(train.astype(np.str_), test.astype(np.str_), file)
    together = np.concatenate([train, test])
    present = tuple(np.unique(together).tolist())
    meaning = _known(present, family) or _in_a_row(present) or _with_gaps(present, together)
    if meaning is None:
        raise _no_labels(train, test, file)
    _check_count(meaning.names, file)
    return Classes(
        _indices(train, meaning.labels),
        _indices(test, meaning.labels),
        meaning.names,
        meaning.notes,
    )


def _as_numbers(labels: NDArray[Any]) -> NDArray[Any]:
    """Turn labels that are numbers written as text into numbers."""
    if labels.dtype.kind != "U":
        return labels
    if not all(text.isdecimal() and len(text) < _MOST_FIGURES for text in np.unique(labels)):
        return labels
    return labels.astype(np.int64)


def _indices(labels: NDArray[Any], known: tuple[int, ...]) -> Labels:
    """Return the place of each label among those that are known."""
    places = np.argsort(known)
    return places[np.searchsorted(np.array(known)[places], labels)].astype(np.int64)


def _known(present: tuple[int, ...], family: Family | None) -> _Meaning | None:
    """Understand labels that are known: a family's, digits, ten for zero, codes, letters."""
    low, high = present[0], present[-1]
    if family is not None and set(present) <= family.labels.keys():
        names = tuple(family.labels.values())
        return _Meaning(tuple(family.labels), names, _family_notes(family, names))
    if present == (-1, 1):
        note = Phrase("The labels are -1 and 1: they are two classes of these names.")
        return _Meaning(present, ("-1", "1"), (note,))
    if low >= 0 and high <= 9:
        return _Meaning(tuple(range(10)), DIGITS)
    if present == tuple(range(1, 11)):
        note = Phrase("The labels are 1 to 10: 10 was taken for the digit 0.")
        return _Meaning((10, *range(1, 10)), DIGITS, (note,))
    if low >= ord("0") and high <= ord("9"):
        note = Phrase("The labels are the codes of characters (48 to 57): digits 0 to 9.")
        return _Meaning(tuple(range(ord("0"), ord("9") + 1)), DIGITS, (note,))
    if low in (0, 1) and present == tuple(range(low, low + _LETTERS)):
        note = Phrase(
            "There are 26 labels, {low} to {high}: they were taken for the letters A to Z.",
            low=low,
            high=high,
        )
        return _Meaning(present, tuple(string.ascii_uppercase), (note,))
    return _characters(present)


def _characters(present: tuple[int, ...]) -> _Meaning | None:
    """Understand the codes of letters, and of digits among them."""
    if not all(0 < label < 128 and chr(label).isalnum() for label in present):
        return None
    names = tuple(map(chr, present))
    note = Phrase(
        "The labels are the codes of characters ({low} to {high}): {names}.",
        low=present[0],
        high=present[-1],
        names=listed(names),
    )
    return _Meaning(present, names, (note,))


def _family_notes(family: Family, names: tuple[str, ...]) -> tuple[Phrase, ...]:
    if names == DIGITS:
        return ()
    return (
        Phrase(
            "By its name this is {name}: labels from {first} stand for {names}.",
            name=family.name,
            first=family.first_label,
            names=listed(names),
        ),
    )


def _in_a_row(present: tuple[int, ...]) -> _Meaning | None:
    """Understand other whole numbers without a gap from 0 or 1."""
    low, high = present[0], present[-1]
    if low not in (0, 1) or high - low >= MOST_CLASSES or len(present) != high - low + 1:
        return None
    note = Phrase("There are {n} classes: {low} to {high}.", n=len(present), low=low, high=high)
    return _Meaning(present, tuple(map(str, present)), (note,))


def _with_gaps(present: tuple[int, ...], labels: NDArray[Any]) -> _Meaning | None:
    """Understand whole numbers from 0 or 1 that leave some out, if none looks like a slip."""
    low, high = present[0], present[-1]
    if low not in (0, 1) or high >= MOST_CLASSES or 2 * len(present) <= high - low + 1:
        return None
    if np.bincount(labels)[list(present)].min() < _FEWEST_OF_A_CLASS:
        return None
    left_out = [str(label) for label in range(low, high) if label not in present]
    note = Phrase(
        "There are {n} classes, {low} to {high}; no image has the label {left_out}.",
        n=len(present),
        low=low,
        high=high,
        left_out=listed(left_out),
    )
    return _Meaning(present, tuple(map(str, present)), (note,))


def _no_labels(train: NDArray[Any], test: NDArray[Any], file: str) -> DataError:
    labels = train if ((train < 0) | (train > 9)).any() else test
    wrong = int(np.flatnonzero((labels < 0) | (labels > 9))[0])
    return DataError(
        "{file}: label number {number} is {label}; labels are digits from 0 to 9, or whole "
        "numbers without a gap from 0 or 1.",
        "Correct the labels, or use names.",
        file=file,
        number=wrong + 1,
        label=int(labels[wrong]),
    )


def _named(train: NDArray[np.str_], test: NDArray[np.str_], file: str) -> Classes:
    found = [str(name) for name in np.unique(np.concatenate([train, test]))]
    digits = {name: digit_named(name) for name in found}
    if None in digits.values():
        digits = _numbered(found) or digits
    if None not in digits.values() and len(set(digits.values())) == len(found):
        places = {name: digit or 0 for name, digit in digits.items()}
        names, notes = DIGITS, _word_notes(found)
    else:
        found.sort(key=_natural)
        places = {name: index for index, name in enumerate(found)}
        names = tuple(_printable(name) for name in found)
        notes = (
            Phrase(
                "There are {n} classes, numbered from 0: {names}.",
                n=len(names),
                names=listed(names),
            ),
        )
    _check_count(names, file)
    learnt, tested = (
        np.array([places[name] for name in part.tolist()], np.int64) for part in (train, test)
    )
    return Classes(learnt, tested, names, notes)


def _numbered(names: list[str]) -> dict[str, int | None]:
    """Understand names that differ in one digit only: ziffer_0, ziffer_1 ..."""
    parted = [re.fullmatch(r"(\D*)0*(\d)(\D*)", name) for name in names]
    rests = {(match[1], match[3]) for match in parted if match}
    if None in parted or len(rests) != 1:
        return {}
    return {name: int(match[2]) for name, match in zip(names, parted, strict=True) if match}


def _natural(name: str) -> list[tuple[int, str]]:
    """Order names as people do: class_2 before class_10."""
    parts = re.findall(r"\d{1,9}|\D+|\d+", name)
    return [
        (int(p), "") if len(p) < _MOST_FIGURES and p.isdecimal() else (-1, p) for p in parts
    ]


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in writable(name))


def _check_count(names: tuple[str, ...], file: str) -> None:
    count = FEWEST_CLASSES <= len(names) <= MOST_CLASSES
    if count and all(0 < len(name) <= LONGEST_CLASS for name in names):
        return
    raise DataError(
        "{file} has {n} classes ({names}); Inkling takes {fewest} to {most} with a name each, "
        "of up to {longest} letters.",
        "Choose other labels, or a part of the images with fewer classes.",
        file=file,
        n=len(names),
        names=", ".join(names[:5])[:100] + (" ..." if len(names) > 5 else ""),
        fewest=FEWEST_CLASSES,
        most=MOST_CLASSES,
        longest=LONGEST_CLASS,
    )


def _word_notes(names: list[str]) -> tuple[Phrase, ...]:
    if all(name.isdigit() for name in names):
        return ()
    return (Phrase("The labels are names of digits: {names}.", names=", ".join(names)[:200]),)
