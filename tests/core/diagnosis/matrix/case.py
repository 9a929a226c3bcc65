"""One training of the matrix: its recipe, its data, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from core.control import Control
from core.data.facts import count_facts
from core.layers import (
    Activation,
    Conv2D,
    Dense,
    DepthwiseConv2D,
    Flatten,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    SeparableConv2D,
)
from core.records import Dataset, EpochReport, Optimizer, Recipe, RunResult

Change = Callable[[Dataset], Dataset]


def mlp(*layers: Layer, pixels: str = "unit", **options: object) -> Recipe:
    """Return a short training of a dense network on 1,600 images, 50 steps an epoch."""
    layers = layers or (Dense(64, "relu"), Dense(10))
    recipe = Recipe(
        "case",
        NetworkSpec(layers, pixels=pixels),
        optimizer=Optimizer("adam", 0.001),
        batch_size=32,
        epochs=4,
        validation=0.2,
        train_images=2_000,
        test_images=500,
    )
    return replace(recipe, **options)


def cnn(*layers: Layer, pixels: str = "unit", **options: object) -> Recipe:
    """Return a short training of a small convolutional network."""
    layers = layers or (
        Conv2D(8, activation="relu"),
        MaxPooling2D(),
        Conv2D(16, activation="relu"),
        MaxPooling2D(),
        Flatten(),
        Dense(10),
    )
    spec = NetworkSpec(layers, input_shape=(28, 28, 1), pixels=pixels)
    return mlp(**{"network": spec, "train_images": 1_500, "epochs": 3} | options)


def separable(**options: object) -> Recipe:
    """Return a short training of a network with a separable convolution."""
    return cnn(*_between(SeparableConv2D(16, 3, "relu")), **options)


def depthwise(**options: object) -> Recipe:
    """Return a short training of a network with a depthwise convolution."""
    return cnn(*_between(DepthwiseConv2D(3, "relu")), **options)


def _between(layer: Layer) -> tuple[Layer, ...]:
    first = Conv2D(8, activation="relu", strides=2)
    return (first, layer, MaxPooling2D(), Flatten(), Dense(10))


def ends(activation: str, *before: Layer, **options: object) -> Recipe:
    """Return a dense network whose last activation is a layer of its own."""
    return mlp(*(before or (Dense(64, "relu"), Dense(10))), Activation(activation), **options)


adam = partial(Optimizer, "adam")
adamw = partial(Optimizer, "adamw")
sgd = partial(Optimizer, "sgd")
rmsprop = partial(Optimizer, "rmsprop")


@dataclass(frozen=True)
class Case:
    """A training and the truth about it.

    Parameters
    ----------
    name : str
        What is wrong, or what is healthy, in words.
    truth : tuple of str
        Codes of findings that name the cause; one of them has to come first. Empty: healthy.
    also : tuple of str
        Codes that are true too, and may be said beside it.
    before : bool
        Whether the cause can be known before the start.
    change : callable
        What is done to the built-in sample.
    act : callable, optional
        What the person does when an epoch is reported.
    """

    name: str
    recipe: Recipe
    truth: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    before: bool = True
    change: Change = field(default=lambda dataset: dataset)
    act: Callable[[EpochReport, Control], None] | None = None

    def train(self, sample: Dataset) -> Trained:
        """Train it."""
        from core.training.train import train

        dataset, control = self.change(sample), Control()

        def report(told: object) -> None:
            if self.act is not None and isinstance(told, EpochReport):
                self.act(told, control)

        return Trained(dataset, train(self.recipe, dataset, report=report, control=control))


@dataclass(frozen=True)
class Trained:
    """What a case gave."""

    dataset: Dataset
    result: RunResult

    def facts(self):
        """Look at its data."""
        return count_facts(self.dataset)


def raising_the_rate(to: float, after: int) -> Callable[[EpochReport, Control], None]:
    """Return a person who sets another learning rate after an epoch."""

    def act(report: EpochReport, control: Control) -> None:
        if report.epoch == after:
            control.set_learning_rate(to)

    return act
