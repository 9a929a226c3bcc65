"""One-hot labels in a table: a column a class, with one 1 in each row, at either end of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.data.formats.csv_sample import OneHot, Sample, frame_of_columns
from core.data.formats.labels import is_one_hot
from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.phrases import Phrase

_COUNTED = re.compile(r"(\D*)(\d{1,3})")
_ROWS_FOR_ONE_WRONG = 20
_PARTED = re.compile(r"(.*[\s_.:=-])?(.+)")


def one_hot_of(sample: Sample, columns: Sequence[int]) -> OneHot | None:
    """Find the one-hot labels among the columns of a table; None where there are none.

    They stand before the pixels or behind them, and what is left has to make an image. The
    fewest columns that do are taken. Where all columns together make an image, several
    classes have to be seen.
    """
    kinds = 1 if frame_of_columns(len(columns)) is None else FEWEST_CLASSES
    for count in range(FEWEST_CLASSES, min(MOST_CLASSES, len(columns) - 1) + 1):
        if frame_of_columns(len(columns) - count) is None:
            continue
        for own in (columns[-count:], columns[:count]):
            if _is_one_hot(sample, own, kinds):
                return OneHot(tuple(own), _labels(sample, own))
    return None


def one_hot_note(sample: Sample, found: OneHot) -> Phrase:
    """Return the sentence that says where the labels are."""
    first, last = found.columns[0], found.columns[-1]
    if sample.names:
        return Phrase(
            'The labels are one-hot: of the columns "{first}" to "{last}", the one that holds '
            "the 1 is the class.",
            first=sample.names[first],
            last=sample.names[last],
        )
    return Phrase(
        "The labels are one-hot, in columns {first} to {last}: the class is the place of the "
        "1, counted from 0.",
        first=first + 1,
        last=last + 1,
    )


def _is_one_hot(sample: Sample, columns: Sequence[int], kinds: int) -> bool:
    values = sample.numbers[:, columns]
    wrong = int((~is_one_hot(values)).sum())
    # One wrong row does not make them other columns: the reader says which is wrong.
    if not len(values) or wrong > (len(values) >= _ROWS_FOR_ONE_WRONG):
        return False
    return len(set(values.argmax(axis=1).tolist())) >= kinds


def _labels(sample: Sample, columns: Sequence[int]) -> tuple[int, ...] | tuple[str, ...]:
    """Return what the columns are called, without what all their names begin with."""
    places = tuple(range(len(columns)))
    if not sample.names:
        return places
    names = [sample.names[column].strip() for column in columns]
    counted = [_COUNTED.fullmatch(name) for name in names]
    numbers = tuple(int(match[2]) for match in counted if match)
    if len({match[1] for match in counted if match}) == 1 and len(set(numbers)) == len(names):
        return numbers
    parted = [_PARTED.fullmatch(name) for name in names]
    if len({match[1] for match in parted if match}) == 1:
        names = [match[2] for match in parted if match]
    return tuple(names) if len(set(names)) == len(columns) else places
