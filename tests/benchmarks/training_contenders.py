"""Who runs in `tests.benchmarks.training`: stock Keras, Inkling, and the plain loops."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from core.control import Control
from core.layers import CLASSES
from core.loop.schedules import step_count
from core.recipes import by_name
from core.records import Dataset, EpochReport, Network, Recipe
from tests.benchmarks import plain_loops
from tests.core.stock import stock_loss, stock_optimizer

SCORINGS = 5
"""How often Inkling scores in a round after the first time; it takes a blink each."""


@dataclass(frozen=True)
class Case:
    """One row of the table.

    `steps` of an epoch are timed of all but Inkling (None: a whole epoch); `epochs` are
    trained by Inkling in each round, the first of which is counted apart.
    """

    name: str
    title: str
    recipe_name: str
    at_least: float
    aim: float
    steps: int | None = None
    epochs: int = 3
    scoring: bool = False

    @property
    def recipe(self) -> Recipe:
        """The recipe, training on all images and scoring nothing between epochs."""
        return replace(
            by_name(self.recipe_name),
            epochs=self.epochs,
            validation=None,
            early_stopping=None,
            score_training=False,
        )


class Material:
    """The data set, and what stock Keras wants of it: float32 pixels, one-hot targets.

    `pixels` and `targets` are of all images, those to train on first.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.images = len(dataset.train_images)
        every = np.concatenate([dataset.train_images, dataset.test_images])
        self.pixels = every.reshape(len(every), -1).astype(np.float32) / 255
        labels = np.concatenate([dataset.train_labels, dataset.test_labels])
        self.targets = np.eye(CLASSES, dtype=np.float32)[labels]

    def steps(self, case: Case) -> tuple[int, int]:
        """Give the steps of a whole epoch, and those that are timed."""
        whole = step_count(self.images, case.recipe.batch_size)
        return whole, min(case.steps or whole, whole)


@dataclass(frozen=True)
class Times:
    """Seconds of a first epoch (or scoring), compilation included, and of a later one.

    `first` is None where nothing compiles; `score` is (loss, accuracy) where all must agree.
    """

    first: float | None
    later: float
    score: tuple[float, float] | None = None


Contender = Callable[[Case, Material], Times | None]


def stock_training(case: Case, material: Material) -> Times:
    """Time `fit`: the first epoch from before the model is made, then the second."""
    import keras

    recipe = case.recipe
    whole, steps = material.steps(case)
    images = min(steps * recipe.batch_size, material.images)
    pixels = material.pixels[:images].reshape(images, *recipe.network.input_shape)
    marks = [time.perf_counter()]
    clock = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: marks.append(time.perf_counter())
    )
    _stock_model(recipe).fit(
        pixels,
        material.targets[:images],
        batch_size=recipe.batch_size,
        epochs=2,
        shuffle=True,
        verbose=0,
        callbacks=[clock],
    )
    first, second = np.diff(marks).tolist()
    return Times(first + second * (whole - steps) / steps, second * whole / steps)


def inkling_training(case: Case, material: Material) -> Times:
    """Time our training of whole epochs, as the window and the command line call it."""
    from core.training import train

    reports: list[EpochReport] = []
    ends: list[float] = []

    def note(report) -> None:
        if isinstance(report, EpochReport):
            reports.append(report)
            ends.append(time.perf_counter())

    began = time.perf_counter()
    train(case.recipe, material.dataset, report=note, control=Control())
    return Times(ends[0] - began, median(report.seconds for report in reports[1:]))


def stock_scoring(case: Case, material: Material) -> Times:
    """Time `evaluate` on all images: with a new model, then again."""
    recipe = case.recipe
    marks = [time.perf_counter()]
    model = _stock_model(recipe)
    model.set_weights(plain_loops.first_weights(recipe.network))
    for _ in range(2):
        found = model.evaluate(material.pixels, material.targets, batch_size=32, verbose=0)
        marks.append(time.perf_counter())
    first, second = np.diff(marks).tolist()
    return Times(first, second, tuple(found))


def inkling_scoring(case: Case, material: Material) -> Times:
    """Time our answers for both splits and their scores: newly compiled, then again."""
    from core import scoring
    from core.evaluation import score

    recipe, dataset = case.recipe, material.dataset
    scoring._compiled.cache_clear()
    marks = [time.perf_counter()]
    network = Network(recipe.network, tuple(plain_loops.first_weights(recipe.network)))
    for _ in range(1 + SCORINGS):
        found = [
            score(scoring.answers(network, images), labels, recipe.loss)
            for images, labels in (
                (dataset.train_images, dataset.train_labels),
                (dataset.test_images, dataset.test_labels),
            )
        ]
        marks.append(time.perf_counter())
    first, *later = np.diff(marks).tolist()
    means = np.average(
        [(part.loss, part.accuracy) for part in found],
        axis=0,
        weights=[part.images for part in found],
    )
    return Times(first, median(later), tuple(means.tolist()))


def _plain_training(loop: Callable[..., float | None]) -> Contender:
    """Give the contender that times some steps of a loop and scales them to an epoch."""

    def contender(case: Case, material: Material) -> Times | None:
        whole, steps = material.steps(case)
        images = material.images
        pixels, targets = material.pixels[:images], material.targets[:images]
        seconds = loop(case.recipe, pixels, targets, steps)
        return None if seconds is None else Times(None, seconds * whole / steps)

    return contender


def _plain_scoring(loop: Callable[..., float | None]) -> Contender:
    """Give the contender that scores all images in a loop."""

    def contender(case: Case, material: Material) -> Times | None:
        weights = plain_loops.first_weights(case.recipe.network)
        seconds = loop(case.recipe, weights, material.pixels, material.targets)
        return None if seconds is None else Times(None, seconds)

    return contender


def _stock_model(recipe: Recipe):
    """Give the compiled Keras model, with Keras's own layers only."""
    import keras

    model = keras.Sequential([keras.Input(recipe.network.input_shape)])
    for layer in recipe.network.layers:
        options = dict(vars(layer))
        if "initializer" in options:
            options["kernel_initializer"] = options.pop("initializer")
            # A regularizer of 0 would cost stock Keras time for nothing.
            if l2 := options.pop("l2"):
                options["kernel_regularizer"] = keras.regularizers.L2(l2)
        model.add(getattr(keras.layers, type(layer).__name__)(**options))
    model.compile(stock_optimizer(recipe), stock_loss(recipe), metrics=["accuracy"])
    return model


TRAINING: dict[str, Contender] = {
    "stock": stock_training,
    "inkling": inkling_training,
    "numpy": _plain_training(plain_loops.numpy_training),
    "torch": _plain_training(plain_loops.torch_training),
    "products": _plain_training(plain_loops.products_training),
}
"""In the order in which they run in each round."""

SCORING: dict[str, Contender] = {
    "stock": stock_scoring,
    "inkling": inkling_scoring,
    "numpy": _plain_scoring(plain_loops.numpy_scoring),
    "torch": _plain_scoring(plain_loops.torch_scoring),
    "products": _plain_scoring(plain_loops.products_scoring),
}
