"""What a person says of labels: kept beside the data set's fingerprint, never in the data.

One file a data set, JSON; images are named by split and index. As CSV it comes out and in::

    split,index,label,says,digit
    test,6651,0,other,6
    test,9009,7,right,
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from core.atomic_file import write_atomically
from core.errors import DataError
from core.phrases import Phrase
from core.records import Dataset, Labels, SplitName
from core.regular_file import read_text

Says: TypeAlias = Literal["right", "wrong", "unclear", "other"]
"""The label is right; wrong, whatever it is; nobody can tell; it is this other class."""

Key: TypeAlias = tuple[SplitName, int]

_MOST_BYTES = 32_000_000
_COLUMNS = ("split", "index", "label", "says", "digit")


@dataclass(frozen=True)
class Review:
    """What a person says of one label.

    Parameters
    ----------
    label : int
        The label that was seen.
    says : {"right", "wrong", "unclear", "other"}
    digit : int or None
        The class that it is instead; only of "other".
    """

    label: int
    says: Says
    digit: int | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether a training had better not learn from this image."""
        return self.says in ("wrong", "other")


@dataclass(frozen=True, eq=False)
class Reviews:
    """All that was said of the labels of one data set.

    Parameters
    ----------
    fingerprint : str
        Of the data set.
    of : mapping of (split, index) to Review
    past : tuple
        What each of the last changes replaced, the last change last: for Undo.
    """

    fingerprint: str
    of: Mapping[Key, Review] = field(default_factory=dict)
    past: tuple[tuple[Key, Review | None], ...] = ()

    def said(self, key: Key, review: Review | None) -> Reviews:
        """Return the reviews after something was said of an image; None: nothing any more."""
        of = {other: known for other, known in self.of.items() if other != key}
        if review is not None:
            of[key] = review
        return replace(self, of=of, past=(*self.past[-999:], (key, self.of.get(key))))

    def undone(self) -> tuple[Reviews, Key | None]:
        """Return the reviews before the last change, and which image that was about."""
        if not self.past:
            return self, None
        key, before = self.past[-1]
        return replace(self.said(key, before), past=self.past[:-1]), key

    def counts(self, split: SplitName) -> dict[Says, int]:
        """Return how often each was said of the images of a split."""
        said = [review.says for (of, _), review in self.of.items() if of == split]
        return {says: said.count(says) for says in get_args(Says)}

    def left_out(self, split: SplitName) -> NDArray[np.int64]:
        """Return the images whose label was called wrong, rising."""
        found = [i for (of, i), review in self.of.items() if of == split and review.leaves_out]
        return np.array(sorted(found), np.int64)

    def corrected(self, labels: Labels, split: SplitName) -> tuple[Labels, NDArray[np.bool_]]:
        """Return the labels as corrected, and which images then count.

        Another class takes the place of the label; where the label is wrong or unclear and
        nobody said what it is, the image does not count.
        """
        corrected, counts = labels.copy(), np.ones(len(labels), bool)
        for (of, index), review in self.of.items():
            if of != split or not 0 <= index < len(labels):
                continue
            if review.says == "other" and review.digit is not None:
                corrected[index] = review.digit
            elif review.says != "right":
                counts[index] = False
        return corrected, counts

    def without_wrong(self, dataset: Dataset) -> Dataset:
        """Return the data set without the training images whose label was called wrong."""
        kept = np.ones(len(dataset.train_labels), bool)
        kept[self.left_out("train")] = False
        note = Phrase(
            "Left out, because their labels were called wrong: {count} of the training images.",
            count=int((~kept).sum()),
        )
        return replace(
            dataset,
            notes=(*dataset.notes, note),
            train_images=dataset.train_images[kept],
            train_labels=dataset.train_labels[kept],
        )


def reviews_file(folder: Path, fingerprint: str) -> Path:
    """Return where the reviews of a data set are kept."""
    return folder / f"{fingerprint}.json"


def load_reviews(folder: Path, dataset: Dataset) -> Reviews:
    """Return what was said of the labels of a data set; nothing where nothing was.

    Raises
    ------
    DataError
        If the file cannot be read: it is never written over then.
    """
    path = reviews_file(folder, dataset.fingerprint)
    try:
        data = json.loads(read_text(path, _MOST_BYTES))
    except FileNotFoundError:
        return Reviews(dataset.fingerprint)
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(path) from error
    listed = data.get("reviews") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise _damaged(path)
    known = (_from_json(each, dataset) for each in listed)
    return Reviews(dataset.fingerprint, dict(each for each in known if each is not None))


def save_reviews(folder: Path, reviews: Reviews) -> None:
    """Write the reviews of a data set.

    Raises
    ------
    InklingError
        When the system refuses.
    """
    listed = [
        {"split": split, "index": index, **asdict(review)}
        for (split, index), review in sorted(reviews.of.items())
    ]
    text = json.dumps({"data": reviews.fingerprint, "reviews": listed}, indent=0)

    def write(file: BinaryIO) -> None:
        file.write(text.encode())

    write_atomically(reviews_file(folder, reviews.fingerprint), write)


def write_table(path: Path, reviews: Reviews, classes: tuple[str, ...]) -> None:
    """Write the reviews as a table (CSV).

    Raises
    ------
    InklingError
        When the system refuses.
    """
    text = to_csv(reviews, classes).encode()

    def write(file: BinaryIO) -> None:
        file.write(text)

    write_atomically(path, write)


def read_table(path: Path, reviews: Reviews, dataset: Dataset) -> Reviews:
    """Return the reviews with those of a table (CSV) added, as `from_csv` does.

    Raises
    ------
    DataError
        If the file cannot be read, too.
    """
    try:
        text = read_text(path, _MOST_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            "The table {file} cannot be read: {reason}.",
            "Check its name; it must be a text file in UTF-8.",
            file=str(path),
            reason=getattr(error, "strerror", None) or "it is no text",
        ) from error
    return from_csv(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), reviews, dataset)


def to_csv(reviews: Reviews, classes: tuple[str, ...]) -> str:
    """Return the reviews as CSV; classes by their names."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for (split, index), review in sorted(reviews.of.items()):
        other = "" if review.digit is None else classes[review.digit]
        table.writerow((split, index, classes[review.label], review.says, other))
    return text.getvalue()


def from_csv(text: str, reviews: Reviews, dataset: Dataset) -> Reviews:
    """Return the reviews with those of a CSV file added; where both speak, the file's.

    Raises
    ------
    DataError
        If a line is none, or is about a label that this data set does not have there.
    """
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames is None or not {"split", "index", "says"} <= set(rows.fieldnames):
        raise DataError(
            "This is no table of reviewed labels: its first line must name split, index, says.",
            "Write one with Export reviews, and see what it looks like.",
        )
    for line, row in enumerate(rows, start=2):
        key, review = _from_row(row, line, dataset)
        reviews = reviews.said(key, review)
    return replace(reviews, past=())


def _from_row(row: dict[str, Any], line: int, dataset: Dataset) -> tuple[Key, Review]:
    split, index, says = (
        str(row.get(name) or "").strip() for name in ("split", "index", "says")
    )
    known = _key(split, int(index) if index.isdecimal() and len(index) < 10 else -1, dataset)
    label = None if known is None else int(dataset.labels(known[0])[known[1]])
    if known is None or label is None or label < 0 or says not in get_args(Says):
        raise DataError(
            "Line {line} is no review of this data set: {split} {index} {says}.",
            "split is train or test, index one that it has, says right, wrong, unclear or "
            "other.",
            line=line,
            split=split[:20],
            index=index[:20],
            says=says[:20],
        )
    named = str(row.get("label") or "").strip()
    if named and named != dataset.classes[label]:
        raise DataError(
            "Line {line} speaks of image {index} as a {named}; here it is a {label}.",
            "The table is about other data: open those first.",
            line=line,
            index=index,
            named=named[:40],
            label=dataset.classes[label],
        )
    return known, Review(label, _says(says), _other(row, says, line, dataset))


def _other(row: dict[str, Any], says: str, line: int, dataset: Dataset) -> int | None:
    if says != "other":
        return None
    named = str(row.get("digit") or "").strip()
    if named not in dataset.classes:
        raise DataError(
            "Line {line} says that an image is another class, {named}, which the data do not "
            "have.",
            "Write one of {classes} into the column digit.",
            line=line,
            named=named[:40] or "-",
            classes=", ".join(dataset.classes[:12]),
        )
    return dataset.classes.index(named)


def _says(text: object) -> Says:
    return next(says for says in get_args(Says) if says == text)


def _key(split: object, index: object, dataset: Dataset) -> Key | None:
    if split not in ("train", "test") or type(index) is not int:
        return None
    name: SplitName = "train" if split == "train" else "test"
    return (name, index) if 0 <= index < len(dataset.labels(name)) else None


def _from_json(data: Any, dataset: Dataset) -> tuple[Key, Review] | None:
    """Return the review that this says; None where it is none of this data set."""
    if not isinstance(data, dict):
        return None
    key, says, digit = (
        _key(data.get("split"), data.get("index"), dataset),
        data.get("says"),
        None,
    )
    if key is None or says not in get_args(Says):
        return None
    if says == "other":
        digit = data.get("digit")
        if type(digit) is not int or not 0 <= digit < len(dataset.classes):
            return None
    label = int(dataset.labels(key[0])[key[1]])
    return None if label < 0 else (key, Review(label, _says(says), digit))


def _damaged(path: Path) -> DataError:
    return DataError(
        "What was said of the labels of this data set cannot be read: {file} is damaged.",
        "Move the file away to begin anew, or put a copy in its place.",
        file=str(path),
    )
