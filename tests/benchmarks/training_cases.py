"""What `tests.benchmarks.training` measures: its cases, the data, and what a time is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.data.datasets import load
from core.layers import CLASSES
from core.recipes.catalogue import by_name
from core.records import Recipe
from core.training.schedules import step_count


@dataclass(frozen=True)
class Case:
    """One row of the table.

    `at_least` and `aim` are ratios to stock Keras as one types it, `best_at_least` that to the
    fastest of all others. `steps` of an epoch are timed of all but Inkling (None: a whole
    epoch); `epochs` are trained by Inkling in each round, the first of which is counted apart.
    """

    name: str
    title: str
    recipe_name: str
    at_least: float
    aim: float
    best_at_least: float
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


CASES = (
    Case("mlp", "784-128-32-10, Adam, batch 32", "t003-model1", 8, 12, 1),
    Case(
        "batch-1", "784-50-10 sigmoid, SGD, batch 1", "q000-falling-accuracy", 100, 120, 1, 3000
    ),
    Case("dropout", "784-256-128-64-10, dropout, batch 32", "t003-model7", 4.5, 8, 1.25),
    Case("one-layer", "one Dense(10), batch 32", "softmax-10", 10, 20, 1),
    Case("cnn", "CNN 32-64-128, batch 32", "t003-model8-unit-pixels", 1.5, 2.5, 2, 600, 2),
    Case("scoring", "accuracy, loss of 70,000 images", "t003-model1", 25, 30, 4, scoring=True),
)


class Material:
    """The data set, and what stock Keras wants of it: float32 pixels, one-hot targets.

    `pixels` and `targets` are of all images, those to train on first.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dataset = dataset = load(folder)
        self.images = len(dataset.train_images)
        every = np.concatenate([dataset.train_images, dataset.test_images])
        self.pixels = every.reshape(len(every), -1).astype(np.float32) / 255
        labels = np.concatenate([dataset.train_labels, dataset.test_labels])
        self.targets = np.eye(CLASSES, dtype=np.float32)[labels]

    def steps(self, case: Case) -> tuple[int, int]:
        """Return the steps of a whole epoch, and those that are timed."""
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
