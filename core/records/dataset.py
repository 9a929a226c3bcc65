"""A data set: images of digits, or of other classes, and what each stands for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np

from core.phrases import Phrase
from core.records.arrays import Images, Labels

SplitName: TypeAlias = Literal["train", "test"]

DIGITS = tuple("0123456789")
"""The names of the classes of a data set, unless it says otherwise."""


ALL = slice(None)
"""Every image of a split."""


def chosen_images(skip: int, count: int | None) -> slice:
    """Return which training images a recipe takes: `count` from number `skip` on."""
    return slice(skip, None if count is None else skip + count)


LONGEST_CLASS = 100
"""Letters of a class's name."""


def numbered(count: int) -> tuple[str, ...]:
    """Return names for classes that nobody has named: their numbers, from 0."""
    return tuple(map(str, range(count)))


@dataclass(frozen=True, eq=False)
class Dataset:
    """Images of single digits, or of other classes, in a training and a test split.

    Parameters
    ----------
    name : str
        What the window calls it: "MNIST", "MNIST sample (5,000)", a file's name.
    source : str
        Where it was read from: a path, or "built in".
    classes : tuple of str
        What each label stands for: label 3 is ``classes[3]``.
    notes : tuple of Phrase
        A sentence each: what was assumed, turned, fitted or left out when it was read, and
        what is odd about it.
    """

    name: str
    source: str
    train_images: Images
    train_labels: Labels
    test_images: Images
    test_labels: Labels
    classes: tuple[str, ...] = DIGITS
    notes: tuple[Phrase, ...] = ()

    def images(self, split: SplitName) -> Images:
        """Return the images of one split."""
        return self.train_images if split == "train" else self.test_images

    def labels(self, split: SplitName) -> Labels:
        """Return the labels of one split."""
        return self.train_labels if split == "train" else self.test_labels

    def first(self, train: int | None, test: int | None, *, skip: int = 0) -> Dataset:
        """Return the first `train` and the first `test` images only; None takes all.

        The first `skip` training images are left out, and those after them counted.
        """
        chosen = chosen_images(skip, train)
        return replace(
            self,
            train_images=self.train_images[chosen],
            train_labels=self.train_labels[chosen],
            test_images=self.test_images[:test],
            test_labels=self.test_labels[:test],
        )

    @cached_property
    def fingerprint(self) -> str:
        """Return 16 hexadecimal digits of a SHA-256 over all images and labels."""
        digest = hashlib.sha256()
        for split in (
            self.train_images,
            self.train_labels,
            self.test_images,
            self.test_labels,
        ):
            digest.update(np.ascontiguousarray(split).data)
        return digest.hexdigest()[:16]
