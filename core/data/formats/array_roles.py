"""Which arrays in a file are images, which labels, of which split: by names and shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from core.data.formats.array_labels import Chosen, choose_labels
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
    "ts": "test",
    "tst": "test",
    "holdout": "test",
    "eval": "val",
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
_LABEL_HINTS = {"digit", "digits", "letter", "letters", "category", "categories"}
ROLE_WORDS = frozenset(_IMAGE_WORDS | _LABEL_WORDS)
"""What names say of the role of an array, in lower case."""

_OF_A_NETWORK = ("model_weights/", "layers/", "_layer_checkpoint_dependencies")
"""What names of arrays begin with in files of Keras."""

_GLUED = re.compile(r"(x|y)(train|test|val)|(train|test|val)(x|y|images|labels|data)")


@dataclass(frozen=True, eq=False)
class Pair:
    """The images and the labels of one split."""

    images: StoredArray
    labels: StoredArray
    notes: tuple[Phrase, ...] = ()


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


def pick(arrays: Sequence[StoredArray], path: Path, label_name: str | None = None) -> Picked:
    """Find the pairs of images and labels.

    Parameters
    ----------
    label_name : str, optional
        The name of the array of labels, as a person says it: of one split, or of each.

    Raises
    ------
    AmbiguousLabelsError
        When several arrays may hold the labels.
    DataError
        When there is no pair, or no array of that name.
    """
    arrays = _with_chosen(arrays, label_name, path)
    splits = {
        key: _pairs([a for a in arrays if split_word(a.name) == key], path)
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
        notes.append(_second(rest[0], train))
    elif not tests and (held := [pair for pair in splits["val"] if pair is not train]):
        tests = held
        notes.append(Phrase("{images} was taken for testing.", images=held[0].images.name))
    test = tests[0] if tests else None
    return Picked(train, test, (*notes, *_left_out(arrays, train, test)))


def _second(pair: Pair, train: Pair) -> Phrase:
    said = (
        Phrase("it holds fewer images than {other}", other=train.images.name)
        if _count(pair) < _count(train)
        else Phrase("it comes after {other}", other=train.images.name)
    )
    return Phrase("{images} was taken for testing: {why}.", images=pair.images.name, why=said)


def _left_out(arrays: Sequence[StoredArray], train: Pair, test: Pair | None) -> list[Phrase]:
    used = [train.images, train.labels, *((test.images, test.labels) if test else ())]
    names = {array.name for array in used}
    rest = [array for array in arrays if array.name not in names and array.shape]
    labels = {_label_count(array) for array in rest if _role(array) == "labels"}
    lone = [a for a in rest if _role(a) == "images" and not labels & set(_counts(a))]
    others = [array for array in rest if array not in lone]
    notes = []
    if lone:
        notes.append(
            Phrase("Left out, as no images with as many labels: {names}.", names=_names(lone))
        )
    if others:
        notes.append(Phrase("Not used: {names}.", names=_names(others)))
    return notes


def _names(arrays: Sequence[StoredArray]) -> str:
    text = ", ".join(array.name for array in arrays[:8]) + (" ..." if len(arrays) > 8 else "")
    return text[:200]


def _with_chosen(
    arrays: Sequence[StoredArray], label_name: str | None, path: Path
) -> Sequence[StoredArray]:
    """Leave out other labels than those that a person named."""
    if label_name is None:
        return arrays
    wanted = _without_split(label_name)
    chosen = [array for array in arrays if _without_split(array.name) == wanted]
    if not chosen:
        raise DataError(
            "{file} holds no array that is called {name}.",
            "Say the name of one that it holds: {names}.",
            file=str(path),
            name=label_name,
            names=", ".join(array.name for array in arrays[:8])[:300],
        )
    splits = {split_word(array.name) for array in chosen}
    return [
        array
        for array in arrays
        if array in chosen or split_word(array.name) not in splits or _role(array) == "images"
    ]


def _without_split(name: str) -> list[str]:
    return [word for word in words_of(name) if word not in SPLIT_WORDS]


def _pairs(arrays: Sequence[StoredArray], path: Path) -> list[Pair]:
    """Pair each array of images with labels of as many.

    Where there are no more labels than images, the first unused ones are taken.
    """
    labels = [array for array in arrays if _role(array) == "labels"]
    several = [array for array in arrays if _role(array) == "images"]
    unused, pairs = list(labels), []
    for images in several:
        fitting = [own for own in unused if _label_count(own) in _counts(images)]
        # MATLAB's way, images along the last axis, only where the first fits nothing.
        fitting = [o for o in fitting if _label_count(o) == images.shape[0]] or fitting
        if not fitting:
            continue
        alike = [own for own in several if own.shape[0] == images.shape[0]]
        if len(fitting) == 1:
            chosen = Chosen(fitting[0])
        elif len(fitting) <= len(alike):
            chosen = Chosen(fitting[0], (_by_order(images, fitting[0]),))
        else:
            named = [own for own in fitting if _is_named_label(own)]
            chosen = choose_labels(named, [o for o in fitting if o not in named], path)
        unused.remove(chosen.labels)
        own = chosen.labels
        pairs.append(Pair(_counting_first(images, own), own, chosen.notes))
    if not pairs and len(labels) == 1 and several:
        # The reader says how many there are of each.
        return [Pair(several[0], labels[0])]
    return pairs


def _by_order(images: StoredArray, labels: StoredArray) -> Phrase:
    return Phrase(
        "The labels of {images} were taken from {labels}, by the order of the arrays.",
        images=images.name,
        labels=labels.name,
    )


def _is_named_label(array: StoredArray) -> bool:
    words = words_of(array.name)
    return bool((_LABEL_WORDS | _LABEL_HINTS) & set(words)) and words[-1:] != ["names"]


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
    if any(array.name.startswith(_OF_A_NETWORK) for array in arrays):
        return DataError(
            "{file} is a network, not a data set.",
            "Open it as a network; a data set has images and labels.",
            file=str(path),
        )
    images = next((array for array in arrays if _role(array) == "images"), None)
    if images is not None:
        return DataError(
            "{file} holds images ({images}) but no labels for them: no other array has an "
            "entry for each; it holds {names}.",
            "It needs an array of labels, such as y_train, with one entry an image.",
            file=str(path),
            images=images.name,
            names=found,
        )
    return DataError(
        "{file} holds no images; it holds {names}.",
        "It needs x_train and y_train, and x_test and y_test for a test split.",
        file=str(path),
        names=found or Phrase("nothing"),
    )
