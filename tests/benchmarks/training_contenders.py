"""Who runs in `tests.benchmarks.training`: stock Keras, Inkling, and the plain loops.

Stock Keras and Inkling run in processes of their own, because a process has one setting of
TensorFlow's threads: stock takes TensorFlow's own choice, as a user's script does.

``python -m tests.benchmarks.training_contenders NAME CASE FOLDER [--our-threads]`` is such a
process; it prints its times as JSON.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median

import numpy as np

from core.control import Control
from core.records import EpochReport, Network, Recipe
from tests.benchmarks import plain_loops
from tests.benchmarks.training_cases import CASES, Case, Material, Times
from tests.core.training.stock import stock_loss, stock_optimizer

SCORINGS = 5
"""How often Inkling scores in a round after the first time; it takes a blink each."""


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
    from core.training.train import train

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
    from core.evaluation.metrics import score
    from core.training import scoring

    recipe, dataset = case.recipe, material.dataset
    scoring._compiled.cache_clear()
    marks = [time.perf_counter()]
    network = Network(recipe.network, tuple(plain_loops.first_weights(recipe.network)))
    for _ in range(1 + SCORINGS):
        found = [
            score(scoring.predict(network, images), labels, recipe.loss)
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
    """Return the contender that times some steps of a loop and scales them to an epoch."""

    def contender(case: Case, material: Material) -> Times | None:
        whole, steps = material.steps(case)
        images = material.images
        pixels, targets = material.pixels[:images], material.targets[:images]
        seconds = loop(case.recipe, pixels, targets, steps)
        return None if seconds is None else Times(None, seconds * whole / steps)

    return contender


def _plain_scoring(loop: Callable[..., float | None]) -> Contender:
    """Return the contender that scores all images in a loop."""

    def contender(case: Case, material: Material) -> Times | None:
        weights = plain_loops.first_weights(case.recipe.network)
        seconds = loop(case.recipe, weights, material.pixels, material.targets)
        return None if seconds is None else Times(None, seconds)

    return contender


def _stock_model(recipe: Recipe):
    """Return the compiled Keras model, with Keras's own layers only."""
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


def _apart(name: str, *options: str) -> Contender:
    """Return the contender that runs in a new process."""

    def contender(case: Case, material: Material) -> Times:
        program = [sys.executable, "-m", "tests.benchmarks.training_contenders"]
        done = subprocess.run(
            [*program, name, case.name, str(material.folder), *options],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        return Times(**json.loads(done.stdout.splitlines()[-1]))

    return contender


def training(*stock_options: str) -> dict[str, Contender]:
    """Return who trains, in the order in which they run in each round."""
    return {
        "stock": _apart("stock_training", *stock_options),
        "inkling": _apart("inkling_training"),
        "numpy": _plain_training(plain_loops.numpy_training),
        "torch": _plain_training(plain_loops.torch_training),
        "products": _plain_training(plain_loops.products_training),
    }


def scoring(*stock_options: str) -> dict[str, Contender]:
    """Return who scores, in the order in which they run in each round."""
    return {
        "stock": _apart("stock_scoring", *stock_options),
        "inkling": _apart("inkling_scoring"),
        "numpy": _plain_scoring(plain_loops.numpy_scoring),
        "torch": _plain_scoring(plain_loops.torch_scoring),
        "products": _plain_scoring(plain_loops.products_scoring),
    }


def main() -> None:
    """Run one contender once, and print its times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    apart = (stock_training, inkling_training, stock_scoring, inkling_scoring)
    parser.add_argument("name", choices=[contender.__name__ for contender in apart])
    parser.add_argument("case", choices=[case.name for case in CASES])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--our-threads", action="store_true")
    chosen = parser.parse_args()
    if chosen.our_threads:
        from core.training import backend  # noqa: F401 - whoever imports it first sets them
    contender = next(c for c in apart if c.__name__ == chosen.name)
    case = next(case for case in CASES if case.name == chosen.case)
    print(json.dumps(asdict(contender(case, Material(chosen.folder)))))


if __name__ == "__main__":
    main()
