"""One data set of the corpus: how it is made, and what should become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from core.data.datasets import Wishes, load
from core.data.sample import load_sample
from core.errors import DataError
from core.ink.preprocess import prepare
from core.records import DIGITS, Ink

TRAIN, TEST = 150, 50


@cache
def digits():
    """150 training and 50 test images of the sample: images, labels, images, labels."""
    sample = load_sample().first(TRAIN, TEST)
    return sample.train_images, sample.train_labels, sample.test_images, sample.test_labels


NOTHING = (np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64))


@dataclass(frozen=True, eq=False)
class Read:
    """It is read: these images and labels, pixel by pixel; these words are in its notes.

    `train` and `test` are pairs of arrays; `classes` are what the labels stand for;
    `mixed` says that their order is not fixed;
    `silent` that nothing is said, because nothing was assumed.
    """

    train: tuple
    test: tuple = NOTHING
    says: tuple[str, ...] = ()
    classes: tuple[str, ...] = DIGITS
    mixed: bool = False
    silent: bool = False


@dataclass(frozen=True)
class Refused:
    """It is refused with a sentence that this pattern is found in."""

    sentence: str


@dataclass(frozen=True, eq=False)
class Case:
    """A data set: `make` writes it into a folder and gives the path that a person opens."""

    kind: str
    name: str
    make: Callable[[Path], Path]
    becomes: Read | Refused
    wishes: Wishes = field(default_factory=Wishes)


def outcome(case: Case, folder: Path) -> str:
    """Make a data set, open it, check it; say in a few words what became of it."""
    path = case.make(folder)
    if isinstance(case.becomes, Refused):
        with pytest.raises(DataError, match=case.becomes.sentence) as caught:
            load(path, case.wishes)
        assert caught.value.cure
        return f"refused: {_short(str(caught.value), folder)}"
    dataset = load(path, case.wishes)
    _check(dataset, case.becomes)
    return "read: " + _short(" | ".join(dataset.notes) or "nothing assumed", folder)


def _check(dataset, wanted: Read) -> None:
    assert dataset.classes == wanted.classes
    pairs = (
        (dataset.train_images, dataset.train_labels, wanted.train),
        (dataset.test_images, dataset.test_labels, wanted.test),
    )
    for images, labels, (wanted_images, wanted_labels) in pairs:
        assert images.dtype == np.uint8
        assert labels.dtype == np.int64
        assert images.shape == (len(wanted_labels), 28, 28)
        if wanted.mixed:
            assert _as_list(images, labels) == _as_list(wanted_images, wanted_labels)
        else:
            np.testing.assert_array_equal(images, wanted_images)
            np.testing.assert_array_equal(labels, wanted_labels)
    said = " ".join(dataset.notes)
    for words in wanted.says:
        assert words in said, said
    assert not (wanted.silent and dataset.notes), dataset.notes


def _as_list(images, labels):
    pairs = zip(np.ascontiguousarray(images), labels, strict=True)
    return sorted((int(label), image.tobytes()) for image, label in pairs)


def _short(text: str, folder: Path) -> str:
    return text.replace(str(folder), ".")[:150]


def fitted(images):
    """Images of another size, 0 = paper, as ``predict`` would see them on white paper."""
    margin = max(images.shape[1:]) // 4 + 2
    padded = [np.pad(255 - image, margin, constant_values=255) for image in images]
    return np.stack([prepare(Ink(image=image)).centred for image in padded])


def enlarged(images, times):
    """Images with each pixel repeated."""
    return np.kron(images, np.ones((1, times, times), np.uint8))
