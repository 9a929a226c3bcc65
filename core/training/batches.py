"""Which images make which step: the split, the order of an epoch, augmented images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from core.augmentation.augment import augment
from core.errors import RecipeError
from core.records import Dataset, Images, Labels, Recipe
from core.training.backend import tf
from core.training.schedules import epoch_order, split_at, step_count

_SLICE_IMAGES = 4_096

BLOCK_IMAGES = 8_192
"""So many images are put in order at a time (6 MB: they stay in the processor's cache)."""

AUGMENTED_IMAGES = 1_024
"""So many images are changed at a time: a quarter of a second, in which Stop is not seen."""


class Split(NamedTuple):
    """Images with their labels."""

    images: Images
    labels: Labels


@dataclass(frozen=True, eq=False)
class Block:
    """Some steps of an epoch, their images side by side in the order in which they come.

    Parameters
    ----------
    images, labels : tensors of uint8 (rows, batch, 28, 28) and int32 (rows, batch)
        A row a step; there may be rows behind the last step, so that all blocks of a
        training have one shape.
    first : int
        The number of the first of these steps in the epoch, from 0.
    steps : int
        How many of the rows are steps.
    """

    images: Any
    labels: Any
    first: int
    steps: int

    @property
    def rows(self) -> int:
        """How many rows there are, steps or not."""
        return int(self.images.shape[0])

    @property
    def end(self) -> int:
        """The number of the step after the last of these."""
        return self.first + self.steps


def split(recipe: Recipe, dataset: Dataset) -> tuple[Split, Split | None, Split]:
    """Return the images to train on, those to validate on (if any), and those to test on.

    Raises
    ------
    RecipeError
        If nothing is left to train or to validate on.
    """
    data = dataset.first(recipe.train_images, recipe.test_images, skip=recipe.skip_images)
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


class BatchLoader:
    """The training images, held once as tensors, and their blocks epoch by epoch."""

    def __init__(self, recipe: Recipe, training: Split) -> None:
        self._recipe = recipe
        self._training = training
        self._pixels = _uint8(training.images)
        self._labels = _int32(training.labels)
        size = recipe.batch_size
        self.images = count = len(training.images)
        self.steps = step_count(count, size)
        self._whole = count // size
        together = AUGMENTED_IMAGES if recipe.augmentation else BLOCK_IMAGES
        self._rows = min(self._whole, max(1, together // size))

    def epoch(self, epoch: int, first: int = 0) -> Iterator[Block]:
        """Return the blocks of an epoch (from 1 on), from the one with step `first` on.

        Each image comes once; what is left over at the end makes a smaller batch.
        """
        size = self._recipe.batch_size
        order = epoch_order(self._recipe.seed, epoch, len(self._training.images))
        for begin in range(0, self._whole, self._rows or 1):
            end = min(begin + self._rows, self._whole)
            if end > first:
                yield self._block(order[begin * size : end * size], size, begin, epoch)
        if self._whole < self.steps:
            left = order[self._whole * size :]
            yield self._block(left, len(left), self._whole, epoch)

    def _block(self, chosen: Labels, size: int, first: int, epoch: int) -> Block:
        """Put the chosen images side by side, changed if the recipe wants them changed."""
        steps = len(chosen) // size
        rows = self._rows if size == self._recipe.batch_size else 1
        if self._recipe.augmentation is None:
            order = _int32(np.resize(chosen, (rows, size)))
            return Block(
                tf.gather(self._pixels, order), tf.gather(self._labels, order), first, steps
            )
        rng = np.random.default_rng([self._recipe.seed, epoch, first])
        images, labels = augment(
            self._training.images[chosen],
            self._training.labels[chosen],
            self._recipe.augmentation,
            rng,
        )
        shape = (rows, size)
        pictures = tf.constant(np.resize(images, (*shape, *images.shape[1:])))
        return Block(pictures, _int32(np.resize(labels, shape)), first, steps)


def _uint8(images: Images) -> Any:
    """Return the images as one tensor, made from slices.

    Making a tensor from an array holds the interpreter lock: for all images in one go
    about 45 ms, in which a window cannot answer. Joining tensors does not.
    """
    slices = range(0, len(images), _SLICE_IMAGES)
    return tf.concat([tf.constant(images[i : i + _SLICE_IMAGES]) for i in slices], axis=0)


def _int32(values: Labels) -> Any:
    return tf.constant(values.astype(np.int32))
