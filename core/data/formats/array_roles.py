"""Which arrays in a file are images, which labels, of which split: by names and shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from core.data.formats.stored_array import StoredArray
from core.errors import DataError
from core.phrases import Phrase

Role: TypeAlias = Literal["images", "labels"]

SPLIT_WORDS = {
    "train": "train",
    "training": "train",
    "trn": "train",
    "tr": "train",
    "test": "test",
    "testing": "test",
    "te": "test",
    "t10k": "test",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "dev": "val",
}
"""What names say of the split, in lower case."""

_IMAGE_WORDS = {"x", "images", "image", "imgs", "img", "data", "features", "feature", "inputs"}
_IMAGE_WORDS |= {"input", "pixels"}
_LABEL_WORDS = {"y", "labels", "label", "lbl", "lbls", "targets", "target", "classes", "class"}
ROLE_WORDS = frozenset(_IMAGE_WORDS | _LABEL_WORDS)
"""What names say of the role of an array, in lower case."""

_GLUED = re.compile(r"(x|y)(train|test|val)|(train|test|val)(x|y|images|labels|data)")


@dataclass(frozen=True, eq=False)
class Pair:
    """The images and the labels of one split."""

    images: StoredArray
    labels: StoredArray


@dataclass(frozen=True, eq=False)
class Picked:
    """The arrays of a data set: what trains, what tests, and what was assumed."""

    train: Pair
    test: Pair | None
    notes: tuple[Phrase, ...] = ()


def words_of(name: str) -> list[str]:
    """Return the words of a name in lower case: "trainImages", "x_train" and "X/train"."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    words = [word for word in re.split(r"[\W_]+", parted.lower()) if word]
    glued = [(word, _GLUED.fullmatch(word)) for word in words]
    return [
        part
        for word, match in glued
        for part in ([group for group in match.groups() if group] if match else [word])
    ]


def split_word(name: str) -> str | None:
    """Return "train", "test" or "val" where a name says so."""
    return next((SPLIT_WORDS[word] for word in words_of(name) if word in SPLIT_WORDS), None)


def pick(arrays: Sequence[StoredArray], path: Path) -> Picked:
    """Find the pairs of images and labels.

    Raises
    ------
    DataError
        When there is none.
    """
    splits = {
        key: _pairs([a for a in arrays if split_word(a.name) == key])
        for key in ("train", None, "test", "val")
    }
    named = splits["train"] or splits[None]
    pairs = sorted(named, key=lambda pair: -_count(pair)) or splits["test"] or splits["val"]
    if not pairs:
        raise _no_pair(arrays, path)
    notes: list[Phrase] = []
    train, rest = pairs[0], pairs[1:]
    tests = [pair for pair in splits["test"] if pair is not train]
    if not tests and not splits["train"] and rest:
        tests = rest
        notes.append(
            Phrase(
                "{images} was taken for testing: it holds fewer images than {other}.",
                images=rest[0].images.name,
                other=train.images.name,
            )
        )
    elif not tests and (held := [pair for pair in splits["val"] if pair is not train]):
        tests = held
        notes.append(Phrase("{images} was taken for testing.", images=held[0].images.name))
    test = tests[0] if tests else None
    return Picked(train, test, (*notes, *_left_out(arrays, train, test)))


def _left_out(arrays: Sequence[StoredArray], train: Pair, test: Pair | None) -> list[Phrase]:
    used = [train.images, train.labels, *((test.images, test.labels) if test else ())]
    names = {array.name for array in used}
    rest = [a.name for a in arrays if a.name not in names and len(a.shape) > 0]
    if not rest:
        return []
    text = ", ".join(rest[:8]) + (" ..." if len(rest) > 8 else "")
    return [Phrase("Left out, as no images with as many labels: {names}.", names=text[:200])]


def _pairs(arrays: Sequence[StoredArray]) -> list[Pair]:
    """Pair each array of images with the first unused labels of as many."""
    labels = [array for array in arrays if _role(array) == "labels"]
    several = [array for array in arrays if _role(array) == "images"]
    unused, pairs = list(labels), []
    for images in several:
        fitting = [own for own in unused if _label_count(own) in _counts(images)]
        # MATLAB's way, images along the last axis, only where the first fits nothing.
        own = min(fitting, key=lambda own: _label_count(own) != images.shape[0], default=None)
        if own is not None:
            unused.remove(own)
            pairs.append(Pair(_counting_first(images, own), own))
    if not pairs and len(labels) == 1 and several:
        # The reader says how many there are of each.
        return [Pair(several[0], labels[0])]
    return pairs


def _counting_first(images: StoredArray, labels: StoredArray) -> StoredArray:
    count = _label_count(labels)
    if images.shape[0] != count and images.shape[-1] == count:
        return images.turned()
    return images


def _counts(images: StoredArray) -> tuple[int, int]:
    return images.shape[0], images.shape[-1]


def _label_count(labels: StoredArray) -> int:
    shape = labels.shape
    return max(shape) if len(shape) == 2 and 1 in shape else shape[0]


def _count(pair: Pair) -> int:
    return _label_count(pair.labels)


def _role(array: StoredArray) -> Role | None:
    words = set(words_of(array.name))
    if words & _LABEL_WORDS and (array.looks_like_labels or not array.looks_like_images):
        return "labels" if array.shape else None
    several = len(array.shape) >= 2 and array.dtype.kind in "biuf"
    if array.looks_like_images or (words & _IMAGE_WORDS and several):
        return "images"
    if array.looks_like_labels:
        return "labels"
    # By its last axis it may still be images: MATLAB counts them there.
    return "images" if several else None


def _no_pair(arrays: Sequence[StoredArray], path: Path) -> DataError:
    found = ", ".join(f"{array.name} {array.shape}" for array in arrays[:8])[:300]
    if any(_role(array) == "images" for array in arrays):
        return DataError(
            "{file} holds images but no labels; it holds {names}.",
            "It needs an array of labels, such as y_train.",
            file=str(path),
            names=found,
        )
    return DataError(
        "{file} holds no images; it holds {names}.",
        "It needs x_train and y_train, and x_test and y_test for a test split.",
        file=str(path),
        names=found or Phrase("nothing"),
    )
