"""Who runs in `tests.benchmarks.training`: stock Keras, Inkling, JAX, and the plain loops.

Stock Keras, Inkling and JAX run in processes of their own, because a process has one setting of
TensorFlow's threads: stock takes TensorFlow's own choice, as a user's script does. Stock runs
twice: as one types it, and at its best, compiled where that wins and with many steps a call.

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
from typing import Any

import numpy as np

from core.control import Control
from core.layers import Conv2D
from core.records import EpochReport, Network, Recipe
from tests.benchmarks import jax_loop, plain_loops
from tests.benchmarks.training_cases import CASES, Case, Material, Times
from tests.core.training.stock import stock_loss, stock_optimizer

SCORINGS = 5
"""How often Inkling scores in a round after the first time; it takes a blink each."""


Contender = Callable[[Case, Material], Times | None]


STEPS_A_CALL = 500
"""Of stock Keras at its best: `steps_per_execution`; more gains nothing."""

BEST_SCORING_BATCH = 4096


def stock_training(case: Case, material: Material) -> Times:
    """Time `fit` as one types it."""
    return _fitted(case, material)


def best_training(case: Case, material: Material) -> Times:
    """Time `fit` with many steps a call, compiled by XLA or not: whichever is faster."""
    times = [
        _fitted(case, material, jit_compile=compiles, steps_per_execution=STEPS_A_CALL)
        for compiles in _worth_trying(case.recipe)
    ]
    return min(times, key=lambda each: each.later)


def _worth_trying(recipe: Recipe) -> tuple[bool, ...]:
    """Say which `jit_compile` may win: XLA's convolutions are many times slower."""
    convolves = any(isinstance(layer, Conv2D) for layer in recipe.network.layers)
    return (False,) if convolves else (False, True)


def _fitted(case: Case, material: Material, **options: Any) -> Times:
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
    _stock_model(recipe, **options).fit(
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


def jax_training(case: Case, material: Material) -> Times:
    """Time two epochs of a jitted scan; scaled where an epoch takes minutes."""
    recipe = case.recipe
    whole, steps = material.steps(case)
    if any(isinstance(layer, Conv2D) for layer in recipe.network.layers):
        steps = min(steps, jax_loop.CONVOLUTION_STEPS)
    dataset = material.dataset
    images, labels = dataset.train_images, dataset.train_labels
    # Whole batches only: one odd step would be another compilation.
    steps = min(steps, len(images) // recipe.batch_size)
    first, second = jax_loop.jax_training(recipe, images, labels, steps)
    return Times(first + second * (whole - steps) / steps, second * whole / steps)


def stock_scoring(case: Case, material: Material) -> Times:
    """Time `evaluate` as one types it."""
    return _evaluated(case, material, 32)


def best_scoring(case: Case, material: Material) -> Times:
    """Time `evaluate` with large batches, compiled by XLA or not: whichever is faster."""
    times = [
        _evaluated(case, material, BEST_SCORING_BATCH, jit_compile=compiles)
        for compiles in _worth_trying(case.recipe)
    ]
    return min(times, key=lambda each: each.later)


def _evaluated(case: Case, material: Material, batch_size: int, **options: Any) -> Times:
    """Time `evaluate` on all images: with a new model, then again."""
    recipe = case.recipe
    marks = [time.perf_counter()]
    model = _stock_model(recipe, **options)
    model.set_weights(plain_loops.first_weights(recipe.network))
    for _ in range(2):
        found = model.evaluate(
            material.pixels, material.targets, batch_size=batch_size, verbose=0
        )
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


def _stock_model(recipe: Recipe, **options_of_compile: Any):
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
    model.compile(
        stock_optimizer(recipe),
        stock_loss(recipe),
        metrics=["accuracy"],
        **options_of_compile,
    )
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


def _not_here(_case: Case, _material: Material) -> None:
    """Be a contender that cannot run: it is not installed, or has nothing to do."""


def training(*stock_options: str) -> dict[str, Contender]:
    """Return who trains, in the order in which they run in each round."""
    return {
        "stock": _apart("stock_training", *stock_options),
        "best": _apart("best_training", *stock_options),
        "jax": _apart("jax_training") if jax_loop.HAS_JAX else _not_here,
        "inkling": _apart("inkling_training"),
        "numpy": _plain_training(plain_loops.numpy_training),
        "torch": _plain_training(plain_loops.torch_training),
        "products": _plain_training(plain_loops.products_training),
    }


def scoring(*stock_options: str) -> dict[str, Contender]:
    """Return who scores, in the order in which they run in each round."""
    return {
        "stock": _apart("stock_scoring", *stock_options),
        "best": _apart("best_scoring", *stock_options),
        "jax": _not_here,
        "inkling": _apart("inkling_scoring"),
        "numpy": _plain_scoring(plain_loops.numpy_scoring),
        "torch": _plain_scoring(plain_loops.torch_scoring),
        "products": _plain_scoring(plain_loops.products_scoring),
    }


def main() -> None:
    """Run one contender once, and print its times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    apart = (
        stock_training, best_training, jax_training, inkling_training,
        stock_scoring, best_scoring, inkling_scoring,
    )  # fmt: skip
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
