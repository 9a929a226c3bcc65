"""The small networks whose answers labels are doubted by: how they look, how they learn.

They are of one shape and of two minds: half of them learn from the images as they are, half
from images that are bent and shifted a little anew each time. What both contradict is worth a
look: docs/decisions/0022.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Literal, TypeAlias, get_args

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    Padding,
)
from core.records import Augmentation, Optimizer, Recipe, SplitName

FOLDS = 3
"""Into so many parts the training images are put: each is judged by networks of the others."""

SEEDS: dict[SplitName, int] = {"test": 2, "train": 1}
"""So many networks of each kind judge each image; of training images a seed costs all folds."""

FEWEST_STEPS = 1_800
"""A small data set is gone through more often, until a network has taken so many steps."""

MOST_EPOCHS = 40

_EPOCHS = 5
_BATCH = 64


Kind: TypeAlias = Literal["plain", "augmented"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Judge:
    """One network that judges labels.

    Parameters
    ----------
    split : {"train", "test"}
        Whose labels.
    kind : {"plain", "augmented"}
        Whether it learns from images as they are.
    seed : int
        Of the network, and of the folds.
    fold, folds : int
        It judges the fold of this number, from 0, and learns from the others; of test images
        there is one fold, and it learns from all training images.
    """

    split: SplitName
    kind: Kind
    seed: int
    fold: int = 0
    folds: int = 1

    @property
    def name(self) -> str:
        """Names the file that keeps what it said."""
        return f"{self.split}-{self.kind}-{self.seed}-{self.fold}-of-{self.folds}"


@dataclass(frozen=True)
class Panel:
    """Which networks judge a split.

    Parameters
    ----------
    split : {"train", "test"}
        Whose labels are judged.
    members : tuple of (kind, seed)
        One network for each; of the training images one for each fold.
    folds : int
        1 for test images: the networks learn from all training images.
    """

    split: SplitName
    members: tuple[tuple[Kind, int], ...]
    folds: int = 1

    @property
    def trainings(self) -> int:
        """How many networks are trained in all."""
        return len(self.members) * self.folds

    def judges(self, kind: Kind, seed: int) -> tuple[Judge, ...]:
        """Return the judges of one member: together they judge each image once."""
        folds = range(self.folds)
        return tuple(Judge(self.split, kind, seed, fold, self.folds) for fold in folds)


def panel(split: SplitName) -> Panel:
    """Return the networks that judge this split unless somebody asks for others."""
    members = tuple((kind, seed) for seed in range(SEEDS[split]) for kind in KINDS)
    return Panel(split, members, FOLDS if split == "train" else 1)


def recipe(kind: Kind, classes: int, images: int, seed: int) -> Recipe:
    """Return how one of them is trained.

    Parameters
    ----------
    classes : int
        How many outputs it has.
    images : int
        How many it learns from: of few ones it goes through them more often.
    """
    steps = max(1, ceil(images / _BATCH))
    epochs = min(MOST_EPOCHS, max(_EPOCHS, ceil(FEWEST_STEPS / steps)))
    return replace(_RECIPES[kind], network=_network(classes), epochs=epochs, seed=seed)


def _network(classes: int) -> NetworkSpec:
    return NetworkSpec(
        (
            *_convolution(16, pooled=True),
            *_convolution(32, pooled=True),
            *_convolution(64, "valid"),
            Flatten(),
            Dropout(0.3),
            Dense(classes),
        ),
        input_shape=(28, 28, 1),
    )


def _convolution(
    filters: int, padding: Padding = "same", *, pooled: bool = False
) -> tuple[Layer, ...]:
    return (
        Conv2D(filters, padding=padding, use_bias=False, initializer="he_normal"),
        *((MaxPooling2D(),) if pooled else ()),
        BatchNormalization(),
        Activation("relu"),
    )


_PLAIN = Recipe(
    name="label-judge",
    title="A judge of labels",
    network=_network(10),
    optimizer=Optimizer("adam", 0.002),
    batch_size=_BATCH,
    epochs=_EPOCHS,
    validation=None,
    schedule="cosine",
)

_RECIPES: dict[Kind, Recipe] = {
    "plain": _PLAIN,
    "augmented": replace(
        _PLAIN,
        optimizer=Optimizer("adam", 0.003),
        augmentation=Augmentation(
            rotation=10, scale=0.1, shear=0.1, shift=2, elastic=0.5, thicker=0.15, thinner=0.15
        ),
    ),
}
