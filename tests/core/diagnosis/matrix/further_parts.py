"""What the further cases are made of: networks, and changes to a data set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from core.layers import Activation, BatchNormalization, Dense
from core.records import Dataset
from tests.core.diagnosis.matrix import spoiled as s

WIDE = "standard_normal"
BN = (Dense(64, use_bias=False), BatchNormalization(), Activation("relu"), Dense(10))
LETTERS = (Dense(64, "relu"), Dense(26))
TWO = (Dense(32, "relu"), Dense(2))
TINY = ("tiny-validation", "few-steps", "few-images", "missing-digits", "unbalanced")


def letters(data: Dataset) -> Dataset:
    """Make 26 classes of real images: digits upright, turned, and some of them mirrored."""
    rng, parts = np.random.default_rng(3), {}
    for split in ("train", "test"):
        images, labels = data.images(split), data.labels(split)
        some = (labels >= 2) & (labels < 8)
        every = np.concatenate([images, np.rot90(images, 1, (1, 2)), images[some][:, :, ::-1]])
        named = np.concatenate([labels, labels + 10, labels[some] + 18])
        order = rng.permutation(len(named))
        parts[f"{split}_images"] = np.ascontiguousarray(every[order])
        parts[f"{split}_labels"] = named[order]
    return replace(data, classes=tuple("abcdefghijklmnopqrstuvwxyz"), **parts)


def only(*digits: int) -> s.Change:
    """Return a change to a data set that has these digits alone, as its classes."""

    def spoil(data: Dataset) -> Dataset:
        parts = {}
        for split in ("train", "test"):
            labels = data.labels(split)
            kept = np.isin(labels, digits)
            parts[f"{split}_images"] = data.images(split)[kept]
            parts[f"{split}_labels"] = np.searchsorted(digits, labels[kept])
        return replace(data, classes=tuple(map(str, digits)), **parts)

    return spoil


def taking(choose: Callable[[Dataset], np.ndarray]) -> s.Change:
    """Return a change that takes training images in another order, or fewer of them."""

    def spoil(data: Dataset) -> Dataset:
        at = choose(data)
        return replace(
            data, train_images=data.train_images[at], train_labels=data.train_labels[at]
        )

    return spoil


mixed = taking(lambda data: np.random.default_rng(9).permutation(len(data.train_labels)))
in_order = taking(lambda data: np.argsort(data.train_labels, kind="stable"))
backwards = taking(lambda data: np.argsort(-data.train_labels, kind="stable"))
doubled = taking(lambda data: np.tile(np.arange(1_000), 2))


def few_of(digits: Sequence[int], count: int) -> s.Change:
    return s.both(s.keeping(dict.fromkeys(digits, count)), mixed)


def testing(digits: Sequence[int]) -> s.Change:
    def spoil(data: Dataset) -> Dataset:
        kept = np.isin(data.test_labels, digits)
        return replace(
            data, test_images=data.test_images[kept], test_labels=data.test_labels[kept]
        )

    return spoil


def renumbered(data: Dataset) -> Dataset:
    numbers = np.array([3, 7, 1, 0, 9, 2, 8, 4, 5, 6])
    return replace(data, train_labels=numbers[data.train_labels])


def one_image(data: Dataset) -> Dataset:
    images = np.broadcast_to(data.train_images[:1], data.train_images.shape)
    return replace(data, train_images=np.ascontiguousarray(images))


def half_as_large(images: np.ndarray) -> np.ndarray:
    small = np.zeros_like(images)
    small[:, 7:21, 7:21] = images[:, ::2, ::2]
    return small


def shifted_by_three(images: np.ndarray) -> np.ndarray:
    return np.roll(images, (3, 3), (1, 2))


def upside_down(images: np.ndarray) -> np.ndarray:
    return np.rot90(images, 2, (1, 2))


def on_grey_paper(images: np.ndarray) -> np.ndarray:
    return (images * 0.6 + 90).astype(np.uint8)


def of_little_contrast(images: np.ndarray) -> np.ndarray:
    return (images // 12 + 110).astype(np.uint8)


def enlarged(images: np.ndarray) -> np.ndarray:
    near = (np.arange(28) * 16 / 28).astype(int) + 6
    return images[:, near][:, :, near]


def grainy(images: np.ndarray) -> np.ndarray:
    grain = np.random.default_rng(8).normal(0, 130, images.shape)
    return np.clip(images + grain, 0, 255).astype(np.uint8)


def black_or_white(images: np.ndarray) -> np.ndarray:
    return ((images >= 128) * 255).astype(np.uint8)


def _some(images: np.ndarray, share: float) -> np.ndarray:
    return np.random.default_rng(3).random(len(images)) < share


def half_transposed(images: np.ndarray) -> np.ndarray:
    images, some = images.copy(), _some(images, 0.5)
    images[some] = images[some].transpose(0, 2, 1)
    return images


def a_tenth_white(images: np.ndarray) -> np.ndarray:
    images = images.copy()
    images[_some(images, 0.1)] = 255
    return images


def called(digit: int, other: int) -> s.Change:
    """Return a change that gives all training images of a digit the label of another."""

    def spoil(data: Dataset) -> Dataset:
        labels = np.where(data.train_labels == digit, other, data.train_labels)
        return replace(data, train_labels=labels)

    return spoil


def off_from(row: int) -> s.Change:
    """Return a change after which labels are one row off from there on."""

    def spoil(data: Dataset) -> Dataset:
        labels = data.train_labels.copy()
        labels[row:] = np.roll(labels[row:], 1)
        return replace(data, train_labels=labels)

    return spoil
