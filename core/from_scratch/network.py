"""A neural network with nothing but NumPy: a published tutorial's, to its last printed digit.

Read it from the top; the steps are numbered.

1. The network is two tables of numbers: `weights_1` (784 pixels to 100 hidden values) and
   `weights_2` (100 hidden values to 10 scores). There are no biases.
2. `forward` turns one image into ten scores.
3. `backward` says for each weight in which direction it must move to make the squared
   error of this image smaller.
4. `train` does both for one image after another, moves the weights a little each time,
   and counts how it goes.
5. `core.from_scratch.gradient_check` does not believe step 3 and tries it out: it moves a
   weight by a hair, looks at what the error does, and compares.

Step 5 finds what nobody sees in the printed figures: the tutorial's derivative of the ReLU
is handed the ReLU's *output*, which is never below zero, and asks whether it is ``>= 0``.
The answer is always yes, so errors flow back through hidden values that were switched off.
The network learns all the same, only worse. ``derivative="cured"`` asks ``> 0`` instead.

References
----------
"Deep learning on MNIST", NumPy tutorials, after Andrew Trask, Grokking Deep Learning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.control import StopToken
from core.layers import CLASSES, Dense, NetworkSpec
from core.records import Dataset, Images, Labels, Network

Derivative: TypeAlias = Literal["published", "cured"]
ErrorName: TypeAlias = Literal["squared", "crossentropy"]
Doubles: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.int64]

HIDDEN = 100
"""How many hidden values the tutorial's network has."""

PUBLISHED_SEED = 884736743
"""The seed that the tutorial prints its figures with."""

PUBLISHED_SAMPLE = 1000
"""How many training and how many test images the tutorial uses: the first ones."""


@dataclass(frozen=True)
class ScratchEpoch:
    """What the tutorial prints after an epoch, not rounded.

    Parameters
    ----------
    epoch : int
        Counts from 0, as the tutorial does.
    training_error, test_error : float
        Mean over the images of the squared error, summed over the ten scores (or of the
        cross-entropy). That of training is taken with dropout and while the weights move.
    training_accuracy, test_accuracy : float
        Share of images whose largest score is at the true digit.
    network : Network
        The weights at the end of the epoch, as the rest of Inkling knows them.
    """

    epoch: int
    training_error: float
    training_accuracy: float
    test_error: float
    test_accuracy: float
    network: Network = field(compare=False, repr=False)


# Step 1. The network.


def initial_weights(rng: np.random.Generator, hidden: int = HIDDEN) -> tuple[Doubles, Doubles]:
    """Return `weights_1` (784, hidden) and `weights_2` (hidden, 10), between -0.1 and 0.1."""
    # Both signs, so that about half of the hidden values are switched off for any image:
    # with only positive weights all of them would learn the same thing.
    weights_1 = 0.2 * rng.random((28 * 28, hidden)) - 0.1
    weights_2 = 0.2 * rng.random((hidden, CLASSES)) - 0.1
    return weights_1, weights_2


def relu(x: Doubles) -> Doubles:
    """Return x where it is positive, else 0: without it two layers are no more than one."""
    positive: Doubles = (x >= 0) * x
    return positive


def relu_derivative(output: Doubles, derivative: Derivative) -> NDArray[np.bool_]:
    """Return the slope of `relu` from its output, 0 or 1; "published" is always 1."""
    # An output of 0 means that the value was switched off and a hair more changes nothing.
    return np.greater_equal(output, 0) if derivative == "published" else np.greater(output, 0)


# Step 2. From the image to the scores.


def forward(
    layer_0: Doubles, weights_1: Doubles, weights_2: Doubles, dropout: Mask | None
) -> tuple[Doubles, Doubles]:
    """Return the hidden values and the ten scores of one image.

    Parameters
    ----------
    layer_0 : ndarray of float64, shape (784,)
        The pixels, 0 to 1.
    dropout : ndarray of int, shape (100,), or None
        0 where a hidden value is left out this time, else 1; None leaves all in.
    """
    layer_1 = relu(np.dot(layer_0, weights_1))
    if dropout is not None:
        # Half of the values are gone, so the others count double: the sum stays the same.
        layer_1 *= dropout * 2
    layer_2: Doubles = np.dot(layer_1, weights_2)
    return layer_1, layer_2


# Step 3. From the error back to the weights.


def backward(
    layer_1: Doubles,
    layer_2_delta: Doubles,
    weights_2: Doubles,
    dropout: Mask | None,
    derivative: Derivative,
    *,
    doubled: bool = False,
) -> Doubles:
    """Return how each hidden value should have been different, given what the scores should.

    A score that was too low by 0.1 blames each hidden value in proportion to the weight
    between them. `doubled` is whether those that dropout left in are blamed double.
    """
    blame: Doubles = np.dot(weights_2, layer_2_delta)
    layer_1_delta = blame * relu_derivative(layer_1, derivative)
    if dropout is not None:
        # What was left out is not to blame. Those that stayed counted double, so their
        # blame is doubled too; the tutorial leaves that away, and so takes half the step.
        layer_1_delta *= dropout * 2 if doubled else dropout
    return layer_1_delta


def shortfall(target: Doubles, scores: Doubles, error: ErrorName) -> tuple[Doubles, float]:
    """Return by how much each score is too low, and how large the error is.

    The squared error wants a score of 1 for the true digit and of 0 for the others. The
    cross-entropy wants the true digit's *share* to be 1, after a softmax; what is missing of
    the shares is then just what the scores have to move by.
    """
    if error == "squared":
        missing: Doubles = target - scores
        return missing, float(np.sum(missing**2))
    # Subtracting the largest score avoids huge numbers and changes no share.
    terms = np.exp(scores - scores.max())
    shares: Doubles = terms / terms.sum()
    return target - shares, -float(np.log(np.maximum(shares[target.argmax()], 1e-300)))


# Step 4. One image after another.


@dataclass(frozen=True)
class Settings:
    """All that fixes a training, but its images; the defaults are the tutorial's.

    Parameters
    ----------
    derivative : {"published", "cured"}
        Of the ReLU, with the tutorial's bug or without.
    doubled : bool
        Whether dropout's factor is there on the way back too (see `backward`).
    error : {"squared", "crossentropy"}
        What is made smaller.
    hidden : int
        How many hidden values there are.
    """

    derivative: Derivative = "published"
    doubled: bool = False
    error: ErrorName = "squared"
    seed: int = PUBLISHED_SEED
    epochs: int = 20
    learning_rate: float = 0.005
    hidden: int = HIDDEN


PUBLISHED = Settings()
"""The tutorial's."""


def train(
    dataset: Dataset,
    settings: Settings = PUBLISHED,
    *,
    sample: int | None = PUBLISHED_SAMPLE,
    stop: StopToken | None = None,
) -> Iterator[ScratchEpoch]:
    """Train, and return the figures of each epoch as it ends.

    With the defaults and the whole MNIST these are the tutorial's printed figures.

    Parameters
    ----------
    sample : int or None
        Use the first so many training and test images; None takes all.
    stop : StopToken, optional
        Looked at before each image.

    Raises
    ------
    Cancelled
        When `stop` is set; the epochs before stay told.
    """
    stop = stop or StopToken()
    part = dataset.first(sample, sample)
    images, targets = prepare(part.train_images, part.train_labels)
    test_images, test_targets = prepare(part.test_images, part.test_labels)
    # One generator for everything, in the tutorial's order: that is what "digit for digit"
    # hangs on.
    rng = np.random.default_rng(settings.seed)
    weights_1, weights_2 = initial_weights(rng, settings.hidden)
    for epoch in range(settings.epochs):
        total, right = 0.0, 0
        for layer_0, target in zip(images, targets, strict=True):
            stop.check()
            dropout = rng.integers(low=0, high=2, size=settings.hidden)
            layer_1, layer_2 = forward(layer_0, weights_1, weights_2, dropout)
            layer_2_delta, wrong = shortfall(target, layer_2, settings.error)
            total += wrong
            right += int(layer_2.argmax() == target.argmax())
            layer_1_delta = backward(
                layer_1,
                layer_2_delta,
                weights_2,
                dropout,
                settings.derivative,
                doubled=settings.doubled,
            )
            # The weight between a strong input and a large error has the most to answer for.
            weights_1 += settings.learning_rate * np.outer(layer_0, layer_1_delta)
            weights_2 += settings.learning_rate * np.outer(layer_1, layer_2_delta)
        scores = relu(test_images @ weights_1) @ weights_2
        test_error, test_accuracy = _score(scores, test_targets, settings.error)
        yield ScratchEpoch(
            epoch=epoch,
            training_error=total / len(images),
            training_accuracy=right / len(images),
            test_error=test_error,
            test_accuracy=test_accuracy,
            network=as_network(weights_1, weights_2, settings.error),
        )


def network_spec(hidden: int = HIDDEN, error: ErrorName = "squared") -> NetworkSpec:
    """Return the layers, without biases; a cross-entropy is of a softmax."""
    last = Dense(CLASSES, "softmax" if error == "crossentropy" else "linear", use_bias=False)
    return NetworkSpec((Dense(hidden, "relu", use_bias=False), last))


def as_network(weights_1: Doubles, weights_2: Doubles, error: ErrorName = "squared") -> Network:
    """Return the two tables as a network that can draw, be saved and be compared."""
    spec = network_spec(weights_1.shape[1], error)
    return Network(spec, (weights_1.astype(np.float32), weights_2.astype(np.float32)))


def prepare(images: Images, labels: Labels) -> tuple[Doubles, Doubles]:
    """Return the pixels from 0 to 1, (n, 784), and the wanted scores, (n, 10): one 1 a row."""
    pixels = images.reshape(len(images), -1) / 255
    return pixels, (labels[:, None] == np.arange(CLASSES)).astype(np.float64)


def _score(scores: Doubles, targets: Doubles, error: ErrorName) -> tuple[float, float]:
    """Return mean error and accuracy of the scores of many images, without dropout."""
    right = scores.argmax(axis=1) == targets.argmax(axis=1)
    if error == "squared":  # all at once, in the tutorial's order of adding up
        return float(np.sum((targets - scores) ** 2)) / len(scores), float(right.mean())
    errors = [shortfall(t, s, error)[1] for t, s in zip(targets, scores, strict=True)]
    return float(np.mean(errors)), float(right.mean())
