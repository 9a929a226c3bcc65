"""What a look at a data set shows before anything learns from it: plain counts, no verdicts.

`count_facts` takes a quarter of a second for 70,000 images: everything is counted on all images
except what compares images with each other, which a fixed sample does.

Whether labels belong to their images is asked of the neighbours: the images nearest to an
image, pixel by pixel, bear its digit for nine of ten images of MNIST already among 2,000.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.data.mixed_turns import MixedTurn, mixed_turn
from core.data.near_images import NearImages, Neighbourhood
from core.data.orientation import orientation_of
from core.layers import SIDE_PX
from core.phrases import listed
from core.records import DIGITS, Dataset, Images, Labels

Keys: TypeAlias = NDArray[np.uint64]

ASKED_IMAGES = 400
"""Images whose neighbours are looked for: a share of .9 is then known to .015."""

NEIGHBOUR_IMAGES = 2_000
"""Images among which they are looked for."""

PAPER = 0.6
"""Share of the pixels at the rim whose largest value is taken for the paper's: enlarged or
shifted digits cover less than two fifths of it, and the grain of a photograph more."""


@dataclass(frozen=True, eq=False)
class SplitFacts:
    """What one split shows.

    Parameters
    ----------
    labels : ndarray of int64, shape (n,)
        The split's own.
    counts : tuple of int
        Images of each digit (or other class).
    low, high : int
        The smallest and the largest pixel value.
    ink, border : float
        Mean of all pixels, and of the outermost ring of pixels, as a share of 255.
    paper : float
        What three in five pixels of the outermost rings do not exceed, as a share of 255.
        Digits that reach the rim leave it where it is, and a grain does not.
    dark : float
        Share of the images that are dark on light paper: both means are above a half, and there
        is ink.
    blank : int
        Images whose pixels are all the same.
    repeated : int
        Images that stand before in the split, pixel by pixel.
    contradicting : int
        Those of them that have another label there.
    turn : str
        Which way up the digits stand, a key of `core.data.orientation.TURNS`; "unknown" where
        that cannot be told.
    keys : ndarray of uint64, shape (n,)
        A hash of each image's pixels.
    """

    labels: Labels
    counts: tuple[int, ...]
    low: int
    high: int
    ink: float
    border: float
    paper: float
    dark: float
    blank: int
    repeated: int
    contradicting: int
    turn: str
    keys: Keys

    @property
    def images(self) -> int:
        """How many images there are."""
        return len(self.labels)

    @property
    def digits(self) -> tuple[int, ...]:
        """The digits of which there is at least one image."""
        return tuple(digit for digit, count in enumerate(self.counts) if count)

    @cached_property
    def sorted_share(self) -> float:
        """How sorted the labels are: 0 mixed, 1 sorted.

        That is how much more often neighbours in the split's order have one label than any
        two images have, beside how much more often they can.
        """
        if len(self.labels) < 2:
            return 0.0
        same = float((self.labels[1:] == self.labels[:-1]).mean())
        shares = np.array(self.counts) / max(1, sum(self.counts))
        chance = float((shares**2).sum())
        return max(0.0, (same - chance) / (1 - chance)) if chance < 1 else 0.0


@dataclass(frozen=True, eq=False)
class DataFacts:
    """What both splits of a data set show, and how they go together.

    Parameters
    ----------
    neighbours : Neighbourhood or None
        Of training images among training images.
    test_neighbours : Neighbourhood or None
        Of test images among training images.
    mixed : MixedTurn or None
        How some of the training digits lie otherwise than the others.
    leaked : int
        Test images that are training images too, pixel by pixel.
    classes : tuple of str
        What the labels stand for.
    """

    name: str
    train: SplitFacts
    test: SplitFacts
    neighbours: Neighbourhood | None
    test_neighbours: Neighbourhood | None
    mixed: MixedTurn | None
    leaked: int
    classes: tuple[str, ...] = DIGITS

    def named(self, labels: Iterable[int]) -> str:
        """Return the names of classes in a row."""
        return listed(self.classes[label] for label in labels)


def count_facts(dataset: Dataset) -> DataFacts:
    """Return what a data set shows."""
    classes = dataset.classes
    train = _split(dataset.train_images, dataset.train_labels, classes)
    test = _split(dataset.test_images, dataset.test_labels, classes)
    own, among = _sample(train.images)
    tested = _spaced(test.images, ASKED_IMAGES)
    near = NearImages(dataset.train_images[among], dataset.train_labels[among])
    return DataFacts(
        name=dataset.name,
        train=train,
        test=test,
        neighbours=near.ask(dataset.train_images[own], dataset.train_labels[own]),
        test_neighbours=near.ask(dataset.test_images[tested], dataset.test_labels[tested]),
        mixed=mixed_turn(dataset.train_images, dataset.train_labels)
        if classes == DIGITS
        else None,
        leaked=int(np.isin(test.keys, train.keys).sum()) if test.images else 0,
        classes=classes,
    )


def _split(images: Images, labels: Labels, classes: tuple[str, ...]) -> SplitFacts:
    count = len(labels)
    flat = np.ascontiguousarray(images).reshape(count, SIDE_PX * SIDE_PX)
    lows, highs = (flat.min(axis=1), flat.max(axis=1)) if count else (flat[:, 0], flat[:, 0])
    keys = image_keys(images)
    repeated, contradicting = _repeated(keys, labels)
    known = labels[labels >= 0]
    border, paper, dark = _papers(images, highs > lows)
    return SplitFacts(
        labels=labels,
        counts=tuple(np.bincount(known, minlength=len(classes)).tolist()),
        low=int(lows.min(initial=255)) if count else 0,
        high=int(highs.max(initial=0)),
        ink=_mean(flat),
        border=border,
        paper=paper,
        dark=dark,
        blank=int((lows == highs).sum()),
        repeated=repeated,
        contradicting=contradicting,
        turn=(orientation_of(images, labels) if classes == DIGITS else None) or "unknown",
        keys=keys,
    )


def image_keys(images: Images) -> Keys:
    """Return a hash of each image's pixels: equal images have equal keys.

    Eight pixels at a time are taken as one number; the sum of their products with fixed odd
    random numbers, modulo 2^64, differs for different images but for a chance of 1 in 2^57 or
    so.
    """
    words = np.ascontiguousarray(images).reshape(-1, SIDE_PX * SIDE_PX).view(np.uint64)
    factors = np.random.default_rng(28).integers(0, 2**63, words.shape[1], np.uint64) * 2 + 1
    # Sparse high bits of paper and ink alone would leave low bits of the sum untouched.
    mixed = words ^ (words >> np.uint64(29))
    keys: Keys = mixed @ factors.astype(np.uint64)
    return keys


def _repeated(keys: Keys, labels: Labels) -> tuple[int, int]:
    """Return how many images stood before, and how many of them with another label."""
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    others = labels[order][1:] != labels[order][:-1]
    return int(same.sum()), int((same & others).sum())


def _mean(flat: Images) -> float:
    return float(flat.mean(dtype=np.float32)) / 255 if flat.size else 0.0


def _papers(images: Images, written: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Return mean and upper level of the images' borders, and the share on light paper."""
    if not len(images):
        return 0.0, 0.0, 0.0
    chosen = _spaced(len(images), 4_000)
    some = images[chosen]
    ring = np.ones((SIDE_PX, SIDE_PX), bool)
    ring[1:-1, 1:-1] = False
    rim = some[:, ring]
    borders = rim.mean(axis=1, dtype=np.float64) / 255
    inks = some.mean(axis=(1, 2), dtype=np.float32) / 255
    light = (borders > 0.5) & (inks > 0.5) & written[chosen]
    paper = np.bincount(rim.ravel(), minlength=256).cumsum().searchsorted(PAPER * rim.size)
    return float(borders.mean()), float(paper) / 255, float(light.mean())


def _spaced(count: int, most: int) -> Labels:
    """Return at most so many indices below `count`, evenly spaced."""
    return np.linspace(0, max(count - 1, 0), min(count, most)).astype(np.int64)


def _sample(count: int) -> tuple[Labels, Labels]:
    """Return which training images are asked, and among which others they look."""
    mixed = np.random.default_rng(0).permutation(count)
    asked = min(ASKED_IMAGES, count // 2)
    return mixed[:asked], mixed[asked : asked + NEIGHBOUR_IMAGES]
