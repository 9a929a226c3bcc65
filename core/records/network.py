"""A trained network, how its training goes on, what it says, and how it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.layers import NetworkSpec, class_count
from core.records.arrays import Floats, Labels
from core.records.dataset import numbered


@dataclass(frozen=True, eq=False)
class Network:
    """A trained network: its layers and, in Keras's order, all their weights (float32).

    `temperature` divides the logits before the softmax that gives the probabilities (1 is
    what the network itself says); `reject_below` is the confidence under which an ink is
    answered with "not a digit, I think" (0 never rejects). `classes` are the names of its
    outputs; empty where nobody has said them, as in a file of Keras's.
    """

    spec: NetworkSpec
    weights: tuple[Floats, ...]
    temperature: float = 1.0
    reject_below: float = 0.0
    classes: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each output: its number, where nobody has said one."""
        return self.classes or numbered(class_count(self.spec))

    def fits(self, classes: tuple[str, ...]) -> bool:
        """Say whether its outputs are these classes, as far as is known."""
        return self.classes == classes or (not self.classes and len(self.names) == len(classes))


NO_SUMS = (0.0, 0.0, 0.0, 0.0)
"""The sums of an epoch that has not begun; see `TrainingState`."""


@dataclass(frozen=True, eq=False)
class TrainingState:
    """Enough to go on with a training as if it had not stopped.

    `optimizer_variables` are the Keras optimizer's own, in its order, its step count and
    learning rate included; `epoch` counts the finished epochs; `seen_images` counts those
    of the epoch after it that were already learnt from when the training was stopped, and
    `epoch_sums` are of these: losses, how many were right, how many are digits, images.
    `counts_from` is the epoch from which the recipe's epochs are counted: 0, or the last one
    of a finished training that goes on for its whole count once more.
    """

    network: Network
    optimizer_variables: tuple[NDArray[np.generic], ...]
    epoch: int
    seen_images: int = 0
    epoch_sums: tuple[float, ...] = NO_SUMS
    counts_from: int = 0


@dataclass(frozen=True, eq=False)
class Predictions:
    """What a network says of many images: `logits` and `outputs`, float32 (n, classes)."""

    logits: Floats
    outputs: Floats

    @cached_property
    def digits(self) -> Labels:
        """The first largest output of each image, int64 (n,)."""
        digits: Labels = self.outputs.argmax(axis=1)
        return digits


@dataclass(frozen=True)
class Score:
    """How a network does on one split.

    Parameters
    ----------
    loss, accuracy : float
        Means over the images; the digit is the first largest output.
    logit_accuracy : float
        The same, by the largest logit: differs where outputs saturate and tie.
    tied : float
        Share of images whose largest output is not unique.
    recalls : tuple of float
        For each true digit (or other class) the share that was recognised; nan where there
        is none.
    images : int
        How many images were scored.
    """

    loss: float
    accuracy: float
    logit_accuracy: float
    tied: float
    recalls: tuple[float, ...]
    images: int
