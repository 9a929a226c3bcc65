"""Fit and measure the confidence of a trained network; with --save, make it the shipped one.

Run by hand::

    python -m tests.benchmarks.calibration --data FOLDER --strokes FILE [--part NAME]
        [--network FILE] [--save FILE]

The temperature is fitted on the digits of FILE (`tests.benchmarks.stroke_files`), whose writers
the training never met, through `core.ink.preprocess.prepare`: MNIST's are easier. The limit
is set by the same digits: less than 0.6 % of them is rejected.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.augmentation.augment import augment
from core.data.datasets import load
from core.evaluation.metrics import confusion, expected_calibration_error, wilson
from core.networks import forward
from core.networks.calibration import confidences, with_limit, with_temperature
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.recipes.catalogue import by_name
from core.records import Dataset, Images, Labels, Network
from core.training.schedules import split_at
from tests.benchmarks.non_digits import images_of
from tests.benchmarks.stroke_files import add_arguments, read_cases

LOST = 0.006
"""Share of the drawn digits that may be rejected: under 0.7 %, for drawn with the mouse, in
whole pixels of a pad, a few more fall below the limit."""


def main(arguments: list[str] | None = None) -> None:
    """Print what the network reaches, as it is or newly calibrated."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    add_arguments(parser)
    parser.add_argument("--network", type=Path)
    parser.add_argument("--save", type=Path)
    chosen = parser.parse_args(arguments)
    saved = keras_file.load(chosen.network) if chosen.network else None
    network = saved.network if saved else shipped_network()
    dataset, cases = load(chosen.data), read_cases(chosen.strokes, chosen.part)
    pens = images_of([case.strokes for case in cases]), np.array([c.digit for c in cases])
    if chosen.save:
        network = with_limit(with_temperature(network, *pens), pens[0], lost=LOST)
        keras_file.save(chosen.save, network, recipe=saved.recipe if saved else by_name("pen"))
    print(f"temperature {network.temperature:.4f}, limit {network.reject_below:.4f}")
    for name, images, labels in (
        ("MNIST test", dataset.test_images, dataset.test_labels),
        ("MNIST held out", *_held_out(dataset)),
        ("held out, augmented", *_bent(*_held_out(dataset))),
        ("drawn digits", *pens),
    ):
        _report(name, network, images, labels)
    table = confusion(pens[1], forward.forward(network, pens[0]).digits, 10)
    print(table)
    recalls = 100 * table.diagonal() / np.maximum(table.sum(axis=1), 1)
    print("recall, %: " + ", ".join(f"{d}: {r:.1f}" for d, r in enumerate(recalls)))


def _held_out(dataset: Dataset) -> tuple[Images, Labels]:
    """Return the training images that the recipe does not train on."""
    share = by_name("pen").validation
    assert isinstance(share, float)
    start = split_at(len(dataset.train_images), share)
    return dataset.train_images[start:], dataset.train_labels[start:]


def _bent(images: Images, labels: Labels) -> tuple[Images, Labels]:
    augmentation = by_name("pen").augmentation
    assert augmentation is not None
    rng = np.random.default_rng(7)
    return augment(images, labels, replace(augmentation, drawn=0.0, non_digits=0.0), rng)


def _report(name: str, network: Network, images: Images, labels: Labels) -> None:
    shares = forward.probabilities(network, forward.forward(network, images))
    right = shares.argmax(axis=1) == labels
    low, high = wilson(int(right.sum()), len(right))
    error = expected_calibration_error(shares, labels)
    rejected = confidences(network, images) < network.reject_below
    print(
        f"{name:20} {len(labels):6}: error {100 * (1 - right.mean()):.2f} % "
        f"[{100 * (1 - high):.2f}, {100 * (1 - low):.2f}], mean confidence "
        f"{shares.max(axis=1).mean():.4f}, calibration error {error:.4f}, "
        f"rejected {100 * rejected.mean():.2f} %, right of the rest "
        f"{100 * right[~rejected].mean():.2f} %"
    )


if __name__ == "__main__":
    main()
