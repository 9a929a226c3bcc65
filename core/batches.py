"""Which images make which step: the split, the order of an epoch, augmented images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from core.augment import augment
from core.backend import tf
from core.errors import RecipeError
from core.records import Dataset, Images, Labels, Recipe
from core.schedules import epoch_order, split_at, step_count

_SLICE_IMAGES = 4_096

AUGMENTED_IMAGES = 1_024
"""So many images are changed at a time; the next step takes them from there."""


class Split(NamedTuple):
    """Images with their labels."""

    images: Images
    labels: Labels


@dataclass(frozen=True, eq=False)
class Batches:
    """Steps that are ready to be taken.

    Parameters
    ----------
    images, labels : tensors of uint8 (n, 28, 28) and int32 (n,)
    order : tensor of int32 (steps, batch)
        Row by row, the images of each step.
    first : int
        The number of the first of these steps in the epoch, from 0.
    """

    images: Any
    labels: Any
    order: Any
    first: int

    @property
    def end(self) -> int:
        """The number of the step after the last of these."""
        return self.first + int(self.order.shape[0])


def split(recipe: Recipe, dataset: Dataset) -> tuple[Split, Split | None, Split]:
    """Give the images to train on, those to validate on (if any), and those to test on.

    Raises
    ------
    RecipeError
        If nothing is left to train or to validate on.
    """
    data = dataset.first(recipe.train_images, recipe.test_images)
    train = Split(data.train_images, data.train_labels)
    test = Split(data.test_images, data.test_labels)
    validation: Split | None = None
    if recipe.validation == "test":
        validation = test
    elif recipe.validation:
        at = split_at(len(train.images), recipe.validation)
        validation = Split(train.images[at:], train.labels[at:])
        train = Split(train.images[:at], train.labels[:at])
    for part in (train, validation):
        if part is not None and not len(part.images):
            raise RecipeError(
                "This recipe leaves no images to train on, or none to validate on.",
                "Use more images, or another validation split.",
            )
    return train, validation, test


class Feed:
    """The training images, held once as tensors, and their batches epoch by epoch."""

    def __init__(self, recipe: Recipe, training: Split) -> None:
        self._recipe = recipe
        self._training = training
        self._images = _uint8(training.images)
        self._labels = _int32(training.labels)
        self.steps = step_count(len(training.images), recipe.batch_size)

    def epoch(self, epoch: int, first: int = 0) -> Iterator[Batches]:
        """Give the batches of an epoch (from 1 on), from step `first` on.

        Each image comes once; what is left over at the end makes a smaller batch.
        """
        size, count = self._recipe.batch_size, len(self._training.images)
        order = epoch_order(self._recipe.seed, epoch, count)
        full = count // size
        for begin, end in self._blocks(full):
            if end > first:
                rows = order[begin * size : end * size].reshape(end - begin, size)
                yield self._batches(rows, begin, epoch)
        if full < self.steps:
            yield self._batches(order[None, full * size :], full, epoch)

    def _blocks(self, steps: int) -> Iterator[tuple[int, int]]:
        """Give the (first, end) steps of each block: one, unless images are augmented."""
        block = steps
        if self._recipe.augmentation is not None:
            block = max(1, AUGMENTED_IMAGES // self._recipe.batch_size)
        for begin in range(0, steps, block):
            yield begin, min(begin + block, steps)

    def _batches(self, rows: Labels, first: int, epoch: int) -> Batches:
        augmentation = self._recipe.augmentation
        if augmentation is None:
            return Batches(self._images, self._labels, _int32(rows), first)
        rng = np.random.default_rng([self._recipe.seed, epoch, first])
        chosen = rows.ravel()
        images, labels = augment(
            self._training.images[chosen], self._training.labels[chosen], augmentation, rng
        )
        place = np.arange(rows.size).reshape(rows.shape)
        return Batches(tf.constant(images), _int32(labels), _int32(place), first)


def _uint8(images: Images) -> Any:
    """Give the images as one tensor, made from slices.

    Making a tensor from an array holds the interpreter lock: for all images in one go
    about 45 ms, in which a window cannot answer. Joining tensors does not.
    """
    slices = range(0, len(images), _SLICE_IMAGES)
    return tf.concat([tf.constant(images[i : i + _SLICE_IMAGES]) for i in slices], axis=0)


def _int32(values: Labels) -> Any:
    return tf.constant(values.astype(np.int32))
