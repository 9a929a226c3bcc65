"""What may be asked of the answers for a split: filters that combine, and an order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from core.errors import DataError
from core.phrases import Phrase, shown
from core.records import ALL

Order: TypeAlias = Literal[
    "most_sure",
    "least_sure",
    "loss",
    "margin",
    "boundary",
    "doubt",
    "missed",
    "index",
    "listed",
]
Which: TypeAlias = Literal["wrong", "right", "all"]
Ties: TypeAlias = Literal["any", "without", "only"]
Learnt: TypeAlias = Literal["any", "never", "forgotten"]

EVERY_CONFIDENCE = (0.0, 1.0)

MOST_INDICES = 100_000
"""A longer list is no choice any more."""

_RANGE = re.compile(r"(\d{1,9})(?:\s*[-\N{EN DASH}]\s*(\d{1,9}))?")


@dataclass(frozen=True)
class Selection:
    """What is asked for; each field that is not at its default leaves images out.

    Parameters
    ----------
    true, predicted : int or None
        Only images of this class; only those read as that one. None: any.
    which : {"wrong", "right", "all"}
        Only what was misread, or read right. Where `true` and `predicted` are the same, all
        of them are right: then this says nothing.
    confidence : tuple of two floats
        From which to which probability of the predicted class, both included.
    indices : tuple of int or None
        Only these images of the split.
    title : str
        What the list of indices is, in the words of whoever made it.
    missed_by_all : bool
        Only what every network that was asked misreads.
    ties : {"any", "without", "only"}
        Images whose largest output is not unique were not so much misread as not read.
    learnt : {"any", "never", "forgotten"}
        Only what was read right after no epoch of its training; only what was, and then wrong
        after the next.
    order : str
        "most_sure" : what is most surely misread first, what is most surely right last;
        "least_sure" : by the confidence in the predicted class, the smallest first;
        "loss" : what costs most first;
        "margin" : by the probability of the label less that of the best other class, the
        smallest first;
        "boundary" : by the distance of the two largest probabilities, the nearest first;
        "doubt" : the label that is most probably wrong first;
        "missed" : what most networks misread first;
        "index" : as in the data set; "listed" : as in `indices`.
    """

    true: int | None = None
    predicted: int | None = None
    which: Which = "wrong"
    confidence: tuple[float, float] = EVERY_CONFIDENCE
    indices: tuple[int, ...] | None = None
    title: str = ""
    missed_by_all: bool = False
    ties: Ties = "any"
    learnt: Learnt = "any"
    order: Order = "most_sure"

    @property
    def of_the_diagonal(self) -> bool:
        """Whether only images can be meant that were read right."""
        return self.true is not None and self.true == self.predicted

    def at_cell(self, true: int | None, predicted: int | None) -> Selection:
        """Return the same choice at another cell, row or column of the confusion matrix."""
        return replace(self, true=true, predicted=predicted)

    def of_images(self, indices: tuple[int, ...], title: str) -> Selection:
        """Return all of these images and nothing else, as they are listed."""
        return Selection(which="all", indices=indices, title=title, order="listed")


def everything(order: Order = "most_sure") -> Selection:
    """Return the choice of all images of the split."""
    return Selection(which="all", order="index" if order == "listed" else order)


def read_indices(text: str, images: int, only: slice = ALL) -> tuple[int, ...]:
    """Return the indices that a text lists: "5103, 9433 7080" or "10-19".

    Parameters
    ----------
    images : int
        How many there are in the split.
    only : slice
        Which of them were read.

    Raises
    ------
    DataError
        If something else stands there, an index that the split does not have, or one that
        was not read.
    """
    left = _RANGE.sub("", text)
    if not _RANGE.search(text) or left.strip(" ,;\t\n[]()#"):
        raise DataError(
            "{text} is no list of indices.",
            "Write numbers with commas between them, as 5103, 9433 or 10-19.",
            text=shown(text),
        )
    found: list[int] = []
    for first, last in _RANGE.findall(text):
        span = range(int(first), int(last or first) + 1)
        if len(span) + len(found) > MOST_INDICES:
            raise DataError(
                "So many images are no list any more: at most {most:,}.",
                "Choose them by the filters.",
                most=MOST_INDICES,
            )
        found.extend(span)
    read = range(*only.indices(images))
    chosen = checked_indices(found, images)
    strange = next((index for index in chosen if index not in read), None)
    if strange is not None:
        raise DataError(
            "Image {index} is none of those that were read: they are {first} to {last}.",
            "Look at all training images, or at another index.",
            index=strange,
            first=read.start,
            last=read.stop - 1,
        )
    return chosen


def checked_indices(indices: list[int], images: int) -> tuple[int, ...]:
    """Return the indices, each once, in their order.

    Raises
    ------
    DataError
        If the split does not have one of them.
    """
    strange = next((index for index in indices if not 0 <= index < images), None)
    if strange is not None:
        raise DataError(
            "There is no image {index}: this split has {images:,}, counted from 0.",
            "Look at the other split, or at another index.",
            index=strange,
            images=images,
        )
    return tuple(dict.fromkeys(indices))


def order_words(order: Order) -> Phrase:
    """Return what an order is called."""
    return {
        "most_sure": Phrase("sure and wrong first"),
        "least_sure": Phrase("least sure first"),
        "loss": Phrase("largest loss first"),
        "margin": Phrase("smallest margin of the label first"),
        "boundary": Phrase("nearest to the boundary first"),
        "doubt": Phrase("most doubtful label first"),
        "missed": Phrase("missed by most networks first"),
        "index": Phrase("as in the data set"),
        "listed": Phrase("as listed"),
    }[order]
