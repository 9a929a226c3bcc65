"""The loader: each image once an epoch, the rest of an epoch to go on with, one copy kept."""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.layers import Dense, NetworkSpec
from core.records import Augmentation, Dataset, Recipe

SOFTMAX = NetworkSpec((Dense(10, "softmax"),))

SIZES = [(1, 32), (5, 32), (32, 32), (33, 32), (63, 32), (64, 32), (333, 32), (352, 32), (1, 1),
         (7, 1), (130, 1), (1_000, 7), (200, 1_000)]  # fmt: skip
"""Images and batch size: fewer than a batch, just one, one too many, no multiple."""


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    """Make blocks of about 64 images, so that an epoch of few has many."""
    from core.training import batches

    monkeypatch.setattr(batches, "BLOCK_IMAGES", 64)
    monkeypatch.setattr(batches, "AUGMENTED_IMAGES", 64)


def marked(count):
    """Return images that bear their own number in their first two pixels, and their labels."""
    images = np.zeros((count, 28, 28), np.uint8)
    numbers = np.arange(count)
    images[:, 0, 0], images[:, 0, 1] = numbers % 256, numbers // 256
    images[:, 8:20, 12:16] = 255
    return images, numbers % 10


def loader_of(count, batch_size, *, seed=3, augmentation=None):
    from core.training.batches import BatchLoader, Split

    recipe = Recipe("fed", SOFTMAX, batch_size=batch_size, seed=seed, augmentation=augmentation)
    return BatchLoader(recipe, Split(*marked(count)))


def steps_of(blocks, first=0):
    """Return (number, images, labels) of each step from `first` on, as a training does."""
    return [
        (block.first + row, block.images[row].numpy(), block.labels[row].numpy())
        for block in blocks
        for row in range(block.steps)
        if block.first + row >= first
    ]


def numbers_of(steps):
    images = np.concatenate([images for _, images, _ in steps]).astype(np.int64)
    return images[:, 0, 0] + 256 * images[:, 0, 1]


def assert_equal_steps(some, others):
    assert [number for number, _, _ in some] == [number for number, _, _ in others]
    for (_, images, labels), (_, other_images, other_labels) in zip(some, others, strict=True):
        assert np.array_equal(images, other_images)
        assert np.array_equal(labels, other_labels)


@pytest.mark.parametrize(("count", "size"), SIZES)
def test_each_image_comes_once_an_epoch_with_its_label(count, size):
    from core.training.schedules import epoch_order

    loader = loader_of(count, size)
    for epoch in (1, 2):
        steps = steps_of(loader.epoch(epoch))
        assert [number for number, _, _ in steps] == list(range(loader.steps))
        assert [len(images) for _, images, _ in steps[:-1]] == [size] * (loader.steps - 1)
        assert len(steps[-1][1]) == (count % size or size)
        numbers = numbers_of(steps)
        assert np.array_equal(numbers, epoch_order(3, epoch, count))
        labels = np.concatenate([labels for _, _, labels in steps])
        assert np.array_equal(labels, numbers % 10)


@pytest.mark.parametrize(("count", "size"), SIZES)
def test_whole_batches_come_in_blocks_of_one_shape(count, size):
    """Each other shape would be another compilation; the last small batch is none."""
    blocks = list(loader_of(count, size).epoch(1))
    whole = [block for block in blocks if block.images.shape[1] == size]
    assert len(blocks) - len(whole) == bool(count % size)
    assert len({tuple(block.images.shape) for block in whole}) <= 1
    for block, following in pairwise(blocks):
        assert block.end == following.first
    assert all(0 < block.steps <= block.rows for block in blocks)
    assert all(block.labels.shape == block.images.shape[:2] for block in blocks)
    assert all(block.rows * size <= max(64, size) for block in whole)


@pytest.mark.parametrize("augmentation", [None, Augmentation()], ids=["plain", "augmented"])
@pytest.mark.parametrize(("count", "size"), [(5, 32), (352, 32), (333, 32), (130, 1)])
def test_going_on_amid_an_epoch_gives_the_rest_of_it(count, size, augmentation):
    loader = loader_of(count, size, augmentation=augmentation)
    whole = steps_of(loader.epoch(2))
    for first in {0, 1, 2, 3, loader.steps // 2, loader.steps - 1} & set(range(loader.steps)):
        blocks = list(loader.epoch(2, first))
        # A block that is over need not be made, and augmented, again.
        assert blocks[0].first <= first < blocks[0].end
        assert_equal_steps(steps_of(blocks, first), whole[first:])


@pytest.mark.parametrize("size", [32, 1_000])
def test_augmented_images_keep_their_labels_and_are_changed(size):
    from core.training.schedules import epoch_order

    loader = loader_of(333, size, augmentation=Augmentation())
    steps = steps_of(loader.epoch(1))
    labels = np.concatenate([labels for _, _, labels in steps])
    images = np.concatenate([images for _, images, _ in steps])
    order = epoch_order(3, 1, 333)
    assert np.array_equal(labels, order % 10)
    assert images.dtype == np.uint8
    assert (images != marked(333)[0][order]).any(axis=(1, 2)).mean() > 0.9


def changed_pictures(epoch, seed):
    """Return 256 times the same picture, as an epoch of that seed changes it."""
    from core.training.batches import BatchLoader, Split

    picture = marked(1)[0].repeat(256, axis=0)
    recipe = Recipe("fed", SOFTMAX, batch_size=32, seed=seed, augmentation=Augmentation())
    steps = steps_of(BatchLoader(recipe, Split(picture, np.zeros(256, np.int64))).epoch(epoch))
    return np.concatenate([images for _, images, _ in steps]).reshape(256, -1)


def test_augmentation_is_another_each_epoch_and_the_same_for_the_same_seed():
    first = changed_pictures(1, 3)
    assert np.array_equal(changed_pictures(1, 3), first)
    for other in (changed_pictures(2, 3), changed_pictures(1, 4)):
        assert (other != first).any(axis=1).mean() > 0.9


def test_blocks_of_an_epoch_are_not_changed_alike():
    assert len(np.unique(changed_pictures(1, 3), axis=0)) > 240


@pytest.mark.parametrize("augmentation", [None, Augmentation(non_digits=0.5)])
def test_the_training_images_themselves_stay_as_they_are(augmentation):
    from core.training.batches import BatchLoader, Split

    images, labels = marked(200)
    recipe = Recipe("fed", SOFTMAX, batch_size=32, augmentation=augmentation)
    steps_of(BatchLoader(recipe, Split(images, labels)).epoch(1))
    assert np.array_equal(images, marked(200)[0])
    assert np.array_equal(labels, marked(200)[1])


def test_an_image_that_became_no_digit_has_no_label():
    nothing = Augmentation(0, 0, 0, 0, 0, 0, 0, 0, non_digits=1.0)
    steps = steps_of(loader_of(40, 32, augmentation=nothing).epoch(1))
    assert {int(label) for _, _, labels in steps for label in labels} == {-1}


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory in use from /proc")
def test_the_images_are_kept_once_and_as_bytes(monkeypatch):
    """As floats they would take four times as much."""
    from core.training import batches

    monkeypatch.setattr(batches, "BLOCK_IMAGES", 8_192)
    count = 60_000
    images = np.random.default_rng(0).integers(0, 256, (count, 28, 28), np.uint8)
    labels = np.arange(count) % 10
    recipe = Recipe("fed", SOFTMAX, batch_size=32)
    # What TensorFlow itself takes when it is first asked is not counted.
    steps_of(loader_of(64, 32).epoch(1))
    before = resident()
    loader = batches.BatchLoader(recipe, batches.Split(images, labels))
    most = 0
    for block in loader.epoch(1):
        assert block.images.dtype == "uint8"
        most = max(most, resident())
    # One copy, and what the slices that it was joined from may leave unused for a while.
    assert most - before < 3 * images.nbytes


def resident():
    """Return the bytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize(
    "fields",
    [
        {"validation": 0.1},
        {"validation": 0.25, "skip_images": 20},
        {"validation": 0.5, "skip_images": 30, "train_images": 40},
        {"validation": 0.33, "train_images": 900},
    ],
)
def test_what_is_said_to_be_held_out_is_what_the_training_validates_on(fields):
    from core.training.batches import split
    from core.training.schedules import held_out

    images, _ = marked(100)
    numbers = np.arange(100)
    dataset = Dataset("marked", "here", images, numbers, images[:5], numbers[:5])
    recipe = Recipe("held", SOFTMAX, **fields)
    _, validation, _ = split(recipe, dataset)
    assert validation.labels.tolist() == list(held_out(recipe, 100))


@pytest.mark.parametrize("validation", ["test", None])
def test_other_recipes_hold_nothing_out(validation):
    from core.training.schedules import held_out

    assert not held_out(Recipe("none", SOFTMAX, validation=validation), 100)
