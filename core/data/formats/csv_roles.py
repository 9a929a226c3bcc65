"""What the columns of a table are: by their names, else by what they hold.

The label is the column that is called so; else the only one whose name does not follow the
others'; else, of the first and the last column, the one that holds small whole numbers
while the other, a corner of the images, hardly changes. Where both are possible, the
person has to say. A label may also be one-hot: `csv_one_hot`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.data.formats.csv_one_hot import one_hot_note, one_hot_of
from core.data.formats.csv_sample import (
    MOSTLY,
    Layout,
    OneHot,
    Sample,
    frame_of_columns,
    other_width,
)
from core.data.formats.label_choice import ambiguous
from core.data.formats.splits import SIDE
from core.errors import DataError
from core.phrases import Phrase

LABEL_NAMES = {"label", "labels", "class", "classes", "target", "targets", "digit", "digits"}
LABEL_NAMES |= {"y", "category", "letter"}
"""Names of the column of labels, in lower case."""

_ID_NAMES = {
    "id",
    "index",
    "idx",
    "imageid",
    "image_id",
    "img_id",
    "unnamed: 0",
    "row",
    "row_id",
}


def with_roles(sample: Sample, label_column: str | None) -> Layout:
    """Decide what each column of a table is; `label_column` is the person's word."""
    rest = list(range(sample.numbers.shape[1]))
    ident = next((c for c in rest if _name(sample, c) in _ID_NAMES and _wide(rest)), None)
    label, said = _label(sample, rest, label_column)
    ident = ident if ident != label else None
    rest = _without(rest, label, ident)
    odd = [c for c in rest if sample.is_text(c)]
    rest = _without(rest, *odd)
    one_hot, ident = _one_hot(sample, rest, label, ident)
    if one_hot is not None:
        rest = _without(rest, ident, *one_hot.columns)
        # Beside a label they only say it again.
        odd += one_hot.columns if label is not None else ()
        said = said if label is not None else (one_hot_note(sample, one_hot),)
    elif label is None and label_column is None:
        label, ident, rest, said = _by_contents(sample, rest, ident)
    elif frame_of_columns(len(rest)) is None and rest:
        counter = next((c for c in (rest[0], rest[-1]) if sample.is_counter(c)), None)
        ident = ident if counter is None else counter
        rest = _without(rest, counter)
    notes = [_left_out(sample, own) for own in (odd, [] if ident is None else [ident]) if own]
    in_order = _by_number(sample, rest)
    if in_order != rest:
        notes.append(_REORDERED)
        rest = in_order
    frame = frame_of_columns(len(rest))
    # A single row may also be one that was cut off.
    if frame is None or (len(sample.cells) < 2 and (frame.rows, frame.columns) != (SIDE, SIDE)):
        raise other_width(sample, len(rest) + (label is not None))
    return Layout(
        separator=",",
        decimal_comma=False,
        skip=0,
        columns=sample.numbers.shape[1],
        label=label,
        ident=ident,
        pixels=tuple(rest),
        text_labels=label is not None and (sample.is_text(label) or sample.is_flags(label)),
        one_hot=one_hot if label is None else None,
        names=sample.names,
        notes=(*said, *notes),
    )


def _without(columns: list[int], *others: int | None) -> list[int]:
    return [column for column in columns if column not in others]


def _one_hot(
    sample: Sample, rest: list[int], label: int | None, ident: int | None
) -> tuple[OneHot | None, int | None]:
    """Find one-hot labels, and the column that numbers the rows beside them."""
    if label is not None and frame_of_columns(len(rest)) is not None:
        return None, ident
    counters = (
        [] if ident is not None else [c for c in rest[:1] + rest[-1:] if sample.is_counter(c)]
    )
    for counter in counters:
        found = one_hot_of(sample, _without(rest, counter))
        if found is not None:
            return found, counter
    return one_hot_of(sample, rest), ident


_REORDERED = Phrase("The columns of the pixels were put into the order of their numbers.")


def _by_number(sample: Sample, pixels: list[int]) -> list[int]:
    """Return the columns in the order of the numbers in their names, if all count on."""
    if not sample.names:
        return pixels
    found = [re.findall(r"\d+", sample.names[column]) for column in pixels]
    keys = [tuple(map(int, numbers)) for numbers in found]
    if {len(key) for key in keys} not in ({1}, {2}) or len(set(keys)) != len(keys):
        return pixels
    order = sorted(range(len(keys)), key=lambda index: keys[index])
    ends = keys[order[0]], keys[order[-1]]
    whole = len(ends[0]) == 2 or ends[1][0] - ends[0][0] == len(keys) - 1
    return [pixels[index] for index in order] if whole else pixels


def _label(
    sample: Sample, rest: list[int], wanted: str | None
) -> tuple[int | None, tuple[Phrase, ...]]:
    """Find the label by what the person says, or by the columns' names."""
    if wanted in ("first", "last"):
        return rest[0 if wanted == "first" else -1], ()
    if wanted is not None:
        found = [c for c in rest if _name(sample, c) == wanted.strip().lower()]
        if not found:
            raise DataError(
                "{file} has no column that is called {name}.",
                'Say the name that its first line gives the labels, or "first" or "last".',
                file=str(sample.path),
                name=wanted,
            )
        return found[0], ()
    named = [c for c in rest if _name(sample, c) in LABEL_NAMES]
    if len(named) > 1:
        strong = [c for c in named if sample.label_strength(c) == 2]
        if len(strong) != 1:
            raise ambiguous(sample.path, tuple(sample.names[c] for c in named))
        named = strong
    if named:
        return named[0], ()
    odd, said = _odd_one(sample, rest)
    return (odd, said) if odd is not None else _only_names(sample, rest)


def _odd_one(sample: Sample, rest: list[int]) -> tuple[int | None, tuple[Phrase, ...]]:
    """Find the only column whose name does not follow the others' and that can be labels."""
    if not sample.names:
        return None, ()
    forms = [re.sub(r"\d+", "#", name.lower()) for name in sample.names]
    usual, count = Counter(forms).most_common(1)[0]
    if "#" not in usual or count < MOSTLY * len(forms):
        return None, ()
    odd = [c for c in rest if forms[c] != usual and _name(sample, c) not in _ID_NAMES]
    strong = [c for c in odd if sample.label_strength(c) == 2]
    if len(strong) != 1:
        return None, ()
    return strong[0], (_taken(sample, strong[0]),)


def _only_names(sample: Sample, rest: list[int]) -> tuple[int | None, tuple[Phrase, ...]]:
    """Find the one column of text, at either end, in which names come again."""
    ends = [c for c in {rest[0], rest[-1]} if sample.is_text(c) and sample.comes_again(c)]
    return (ends[0], (_taken(sample, ends[0]),)) if len(ends) == 1 else (None, ())


def _by_contents(
    sample: Sample, rest: list[int], ident: int | None
) -> tuple[int | None, int | None, list[int], tuple[Phrase, ...]]:
    """Tell labels from pixels by what the first and the last column hold."""
    if (
        len(rest) > 2
        and frame_of_columns(len(rest)) is None
        and frame_of_columns(len(rest) - 1) is None
    ):
        edge = [c for c in (rest[0], rest[-1], rest[1]) if sample.is_counter(c)]
        if edge and ident is None:
            ident, rest = edge[0], [c for c in rest if c != edge[0]]
    if frame_of_columns(len(rest)) is not None:
        return None, ident, rest, ()
    if len(rest) < 2 or frame_of_columns(len(rest) - 1) is None:
        raise other_width(sample, len(rest))
    label = _edge_label(sample, rest)
    return label, ident, [c for c in rest if c != label], (_taken(sample, label),)


def _edge_label(sample: Sample, rest: list[int]) -> int:
    first, last = rest[0], rest[-1]
    strengths = sample.label_strength(first), sample.label_strength(last)
    if strengths[0] and sample.is_counter(last):
        return first
    if strengths[0] == 2 and sample.is_still(last) and not sample.is_still(first):
        return first
    if strengths[1] == 2 and sample.is_still(first) and not sample.is_still(last):
        return last
    if bool(strengths[0]) != bool(strengths[1]):
        return first if strengths[0] else last
    if not any(strengths) and not (sample.is_still(first) and sample.is_still(last)):
        raise DataError(
            "{file}: neither its first nor its last column can be labels: small whole numbers, "
            "or names.",
            "Put the label first, then the pixels, or name the column of the labels "
            '"label" in the first line.',
            file=str(sample.path),
        )
    raise ambiguous(sample.path, ("first", "last"))


def _taken(sample: Sample, column: int) -> Phrase:
    if sample.names and sample.names[column]:
        return Phrase(
            'The labels were taken from the column "{name}": it alone can be labels.',
            name=sample.names[column],
        )
    if column == 0:
        return Phrase("The labels were taken from the first column: it alone can be labels.")
    if column == sample.numbers.shape[1] - 1:
        return Phrase("The labels were taken from the last column: it alone can be labels.")
    return Phrase(
        "The labels were taken from column {number}: it alone can be labels.", number=column + 1
    )


def _left_out(sample: Sample, columns: Sequence[int]) -> Phrase:
    if sample.names:
        names = ", ".join(f'"{sample.names[column]}"' for column in columns[:5])[:200]
        return Phrase("Left out, as neither label nor pixel: the column {names}.", names=names)
    return Phrase(
        "Left out, as neither label nor pixel: column {numbers}.",
        numbers=", ".join(str(column + 1) for column in columns[:5]),
    )


def _name(sample: Sample, column: int) -> str:
    return sample.names[column].strip().lower() if sample.names else "-"


def _wide(rest: list[int]) -> bool:
    return len(rest) > 2
