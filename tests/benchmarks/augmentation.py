"""What augmentation costs against the training step that uses it.

Run by hand::

    python -m tests.benchmarks.augmentation [--recipe pen]

It times `core.augmentation.augment.augment` alone, each part by itself, then one epoch of the
recipe with and without it.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import fields, replace

import numpy as np

from core.augmentation.augment import augment
from core.control import Control
from core.data.datasets import load_sample
from core.recipes.catalogue import by_name
from core.records import Augmentation, Dataset, EpochReport, Recipe

IMAGES = 3840


def main(arguments: list[str] | None = None) -> None:
    """Print microseconds an image."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--recipe", default="pen")
    recipe = by_name(parser.parse_args(arguments).recipe)
    sample = load_sample()
    wished = recipe.augmentation or Augmentation()
    nothing = Augmentation(**{field.name: 0.0 for field in fields(Augmentation)})
    for field in fields(Augmentation):
        value = getattr(wished, field.name)
        alone = replace(nothing, **{field.name: value})
        print(f"{field.name:12}{value:8.2f}{_alone_us(sample, alone):8.0f} us an image")
    cost = _alone_us(sample, wished)
    print(f"{'all':20}{cost:8.0f} us an image")
    plain = _epoch_us(replace(recipe, augmentation=None), sample)
    whole = _epoch_us(replace(recipe, augmentation=wished), sample)
    print(f"training {recipe.name}: {plain:.0f} us an image, augmented {whole:.0f}")
    print(f"augmentation is {100 * cost / plain:.0f} % of the step")


def _alone_us(sample: Dataset, augmentation: Augmentation) -> float:
    """Return the least time of five passes over the images, in batches of 1,024."""
    times = []
    for seed in range(6):
        rng = np.random.default_rng(seed)
        began = time.perf_counter()
        for start in range(0, IMAGES, 1024):
            part = slice(start, min(start + 1024, IMAGES))
            augment(sample.train_images[part], sample.train_labels[part], augmentation, rng)
        times.append(time.perf_counter() - began)
    return min(times[1:]) / IMAGES * 1e6


def _epoch_us(recipe: Recipe, sample: Dataset) -> float:
    """Return the time of the second epoch, which compiles nothing."""
    from core.training.train import train

    short = replace(recipe, epochs=2, validation=None, train_images=IMAGES, test_images=100)
    reports = []
    train(short, sample, report=reports.append, control=Control())
    epochs = [report for report in reports if isinstance(report, EpochReport)]
    return epochs[-1].seconds / IMAGES * 1e6


if __name__ == "__main__":
    main()
