"""What does a network forget while it is taught one person's hand?

Run by hand::

    python -m tests.benchmarks.fine_tuning --data FOLDER --strokes FILE [--part NAME]
        [--network FILE] [--writers N]

FILE holds digits as strokes with their writers (`tests.benchmarks.stroke_files`). Each of the
writers with the most digits teaches the network fifty of them, as the Draw page does; what is
measured is their other digits, the digits of all other writers, and how often a non-digit is
answered with "not a digit, I think" (`tests.benchmarks.non_digits`), before and after.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from core.control import Control
from core.data.datasets import load
from core.networks.forward import forward
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.own_digits.fine_tuning import fine_tune
from core.records import Dataset, Images, Labels, Network
from tests.benchmarks.non_digits import confidences, images_of, non_digits
from tests.benchmarks.stroke_files import add_arguments, read_cases

TAUGHT = 50
"""Digits that each writer teaches."""


def main(arguments: list[str] | None = None) -> None:
    """Print a line for each writer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    add_arguments(parser)
    parser.add_argument("--network", type=Path)
    parser.add_argument("--writers", type=int, default=3)
    chosen = parser.parse_args(arguments)
    network = keras_file.load(chosen.network).network if chosen.network else shipped_network()
    cases = read_cases(chosen.strokes, chosen.part)
    images = images_of([case.strokes for case in cases])
    labels = np.array([case.digit for case in cases])
    writers = np.array([case.writer for case in cases])
    figures = np.concatenate(
        [drawn for name, drawn in non_digits(cases).items() if "alikes" not in name]
    )
    for writer, _ in Counter(writers.tolist()).most_common(chosen.writers):
        own = writers == writer
        print(f"{writer}: 50 of {own.sum()} digits")
        _report(network, load(chosen.data), (images, labels, own), figures)


def _report(
    network: Network, data: Dataset, pens: tuple[Images, Labels, np.ndarray], figures: Images
) -> None:
    images, labels, own = pens
    mine = np.random.default_rng(0).permutation(np.flatnonzero(own))
    taught, rest = mine[:TAUGHT], mine[TAUGHT:]
    result = fine_tune(
        network,
        images[taught],
        labels[taught],
        data,
        report=lambda report: None,
        control=Control(),
    )
    for name, which in (("before", network), ("after", result.network)):
        answers = forward(which, images).digits == labels
        rejected = confidences(which, figures) < which.reject_below
        lost = confidences(which, images[~own]) < which.reject_below
        test = result.test_before if which is network else result.test_after
        print(
            f"  {name:7} own other digits {answers[rest].mean():7.2%}, other writers "
            f"{answers[~own].mean():.2%} (rejected {lost.mean():.2%}), test images "
            f"{test.accuracy:.2%}, non-digits rejected {rejected.mean():.1%}"
        )


if __name__ == "__main__":
    main()
