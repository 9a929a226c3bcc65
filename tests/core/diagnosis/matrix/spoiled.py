"""Ways to spoil a data set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.records import Dataset

Change = Callable[[Dataset], Dataset]


def _rng() -> np.random.Generator:
    return np.random.default_rng(5)


def labels_shuffled(data: Dataset) -> Dataset:
    return replace(data, train_labels=_rng().permutation(data.train_labels))


def labels_one_off(data: Dataset) -> Dataset:
    """Let each image have the label of the image before it, as a lost first row does."""
    return replace(data, train_labels=np.roll(data.train_labels, 1))


def test_labels_shuffled(data: Dataset) -> Dataset:
    return replace(data, test_labels=_rng().permutation(data.test_labels))


def test_labels_renumbered(data: Dataset) -> Dataset:
    return replace(data, test_labels=(data.test_labels + 1) % 10)


def labels_noisy(share: float) -> Change:
    def spoil(data: Dataset) -> Dataset:
        rng = _rng()
        wrong = rng.random(len(data.train_labels)) < share
        labels = np.where(wrong, rng.integers(0, 10, len(wrong)), data.train_labels)
        return replace(data, train_labels=labels)

    return spoil


def images(train=lambda x: x, test=lambda x: x) -> Change:
    """Return a change of the images of either split."""
    return lambda data: replace(
        data,
        train_images=np.ascontiguousarray(train(data.train_images)),
        test_images=np.ascontiguousarray(test(data.test_images)),
    )


def inverted(x):
    return 255 - x


def transposed(x):
    return x.transpose(0, 2, 1)


def quarter_turned(x):
    return np.rot90(x, 1, (1, 2))


def mirrored(x):
    return x[:, :, ::-1]


def divided(x):
    return (x >= 128).astype(np.uint8)


def faint(x):
    return x // 4


def blanked(share: float) -> Callable[[np.ndarray], np.ndarray]:
    def spoil(x):
        x = x.copy()
        x[_rng().random(len(x)) < share] = 0
        return x

    return spoil


def partly_inverted(share: float) -> Callable[[np.ndarray], np.ndarray]:
    def spoil(x):
        x = x.copy()
        chosen = _rng().random(len(x)) < share
        x[chosen] = 255 - x[chosen]
        return x

    return spoil


def shifted(x):
    return np.roll(x, (6, 6), (1, 2))


def noisy(x):
    noise = _rng().integers(0, 120, x.shape)
    return np.clip(x.astype(np.int64) + noise, 0, 255).astype(np.uint8)


def swapped(split: str, a: int = 4, b: int = 7) -> Change:
    """Return a change that exchanges two digits' labels in one split."""

    def spoil(data: Dataset) -> Dataset:
        labels = data.labels(split)
        other = np.where(labels == a, b, np.where(labels == b, a, labels))
        return replace(data, **{f"{split}_labels": other})

    return spoil


def test_labels_noisy(share: float) -> Change:
    def spoil(data: Dataset) -> Dataset:
        rng = _rng()
        wrong = rng.random(len(data.test_labels)) < share
        labels = np.where(wrong, rng.integers(0, 10, len(wrong)), data.test_labels)
        return replace(data, test_labels=labels)

    return spoil


def sorted_by_label(data: Dataset) -> Dataset:
    order = np.argsort(data.train_labels[:2_000], kind="stable")
    return replace(
        data,
        train_images=data.train_images[:2_000][order],
        train_labels=data.train_labels[:2_000][order],
    )


def keeping(counts: dict[int, int]) -> Change:
    """Return a change that keeps so many training images of these digits, all of others."""

    def spoil(data: Dataset) -> Dataset:
        kept = np.ones(len(data.train_labels), bool)
        for digit, count in counts.items():
            kept[np.flatnonzero(data.train_labels == digit)[count:]] = False
        return replace(
            data, train_images=data.train_images[kept], train_labels=data.train_labels[kept]
        )

    return spoil


def leaking(count: int) -> Change:
    """Return a change that puts so many test images among the training images."""

    def spoil(data: Dataset) -> Dataset:
        train_images, train_labels = data.train_images.copy(), data.train_labels.copy()
        train_images[:count] = data.test_images[:count]
        train_labels[:count] = data.test_labels[:count]
        return replace(data, train_images=train_images, train_labels=train_labels)

    return spoil


def repeating(count: int, times: int) -> Change:
    """Return a change to a few training images, each of them many times, in a mixed order."""

    def spoil(data: Dataset) -> Dataset:
        order = _rng().permutation(np.tile(np.arange(count), times))
        return replace(
            data, train_images=data.train_images[order], train_labels=data.train_labels[order]
        )

    return spoil


def contradicting(count: int) -> Change:
    """Return a change that adds so many images again, with another label."""

    def spoil(data: Dataset) -> Dataset:
        part = slice(0, 2_000 - count)
        images = np.concatenate([data.train_images[part], data.train_images[:count]])
        labels = np.concatenate([data.train_labels[part], (data.train_labels[:count] + 3) % 10])
        order = _rng().permutation(len(labels))
        return replace(data, train_images=images[order], train_labels=labels[order])

    return spoil


def without_test(data: Dataset) -> Dataset:
    return data.first(None, 0)


def both(*changes: Change) -> Change:
    def spoil(data: Dataset) -> Dataset:
        for change in changes:
            data = change(data)
        return data

    return spoil
