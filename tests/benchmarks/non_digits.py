"""How often is a non-digit answered with "not a digit, I think", and a digit wrongly so?

Run by hand::

    python -m tests.benchmarks.non_digits --strokes FILE [--part NAME] [--network FILE]

FILE holds digits as strokes (`tests.benchmarks.stroke_files`). Everything goes through
`core.ink.preprocess.prepare`, as ink of the pad does. The non-digits are made here by other
generators than those of the training (`core.augmentation.non_digits`): letters, words and
signs of another font, other scribbles, dashes, dots, and two digits of FILE side by side.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.evaluation.metrics import wilson
from core.ink.preprocess import prepare
from core.networks import forward
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.records import Images, Ink, Network
from tests.benchmarks import scribbles, stroke_files, stroke_font
from tests.benchmarks.stroke_files import Case

EACH = 12
"""Hands that write each letter and each sign."""

MANY = 200
"""Of each of the other kinds."""

SOME = 60
"""Of each further kind of scribble."""

Paths = list[np.ndarray]


def images_of(drawings: Iterator[Paths] | list[Paths]) -> Images:
    """Return what a network sees of each drawing."""
    inks = [Ink(tuple(path.astype(np.float32) for path in drawing)) for drawing in drawings]
    stages = [prepare(ink) for ink in inks]
    return np.stack([stage.centred for stage in stages if stage is not None])


def non_digits(digits: list[Case]) -> dict[str, Images]:
    """Return the images of each kind of non-digit; the look-alikes come last."""
    rng = np.random.default_rng(2026)
    pairs = [_pair(digits, rng) for _ in range(MANY)]
    return {
        "letters": images_of(_written(stroke_font.LETTERS, rng)),
        "signs and figures": images_of(_written(stroke_font.SIGNS, rng)),
        "scribbles: walks": images_of([scribbles.walk(rng) for _ in range(MANY)]),
        "dashes": images_of([_dash(rng) for _ in range(MANY)]),
        "dots": images_of([_dots(rng) for _ in range(MANY)]),
        "two digits": images_of(pairs),
        "words": images_of([_word(rng) for _ in range(MANY)]),
        **{
            f"scribbles: {kind.__name__}": images_of([kind(rng) for _ in range(SOME)])
            for kind in scribbles.KINDS
        },
        "look-alikes (O, I, S ...)": images_of(_written(stroke_font.LOOK_ALIKES, rng)),
    }


def _written(alphabet: dict[str, tuple[str, ...]], rng: np.random.Generator) -> Iterator[Paths]:
    """Write each letter by `EACH` hands: other slant, width, and shake of the points."""
    for strokes in alphabet.values():
        for _ in range(EACH):
            hand = np.array([[rng.uniform(0.75, 1.15), 0.0], [rng.uniform(-0.25, 0.15), 1.0]])
            yield [
                _dense(points + rng.normal(0, 0.1, points.shape), curved) @ hand
                for points, curved in stroke_font.paths(strokes)
            ]


def _dense(points: np.ndarray, curved: bool) -> np.ndarray:
    """Return the points that a tablet would: the pad's own joining must not round corners."""
    if curved:
        return points
    share = np.linspace(0, 1, 12, endpoint=False)[:, None, None]
    inner = points[:-1] + share * (points[1:] - points[:-1])
    return np.concatenate([inner.swapaxes(0, 1).reshape(-1, 2), points[-1:]])


def _word(rng: np.random.Generator) -> Paths:
    """Two to four letters side by side; none is a way to write a digit."""
    alphabet = list(stroke_font.LETTERS.values())
    word, right = [], 0.0
    for number in rng.integers(len(alphabet), size=int(rng.integers(2, 5))):
        letter = [_dense(*path) for path in stroke_font.paths(alphabet[number])]
        letter = [points + rng.normal(0, 0.05, points.shape) for points in letter]
        word += [path + np.array([right, rng.normal(0, 0.2)]) for path in letter]
        right = max(path[:, 0].max() for path in word) + rng.uniform(0.5, 2.0)
    return word


def _dash(rng: np.random.Generator) -> Paths:
    x = np.linspace(0, 10, 20)
    y = x * rng.uniform(-0.25, 0.25) + np.cumsum(rng.normal(0, 0.06, 20))
    return [np.stack([x, y], axis=1)]


def _dots(rng: np.random.Generator) -> Paths:
    """One to three taps of the pen."""
    taps = int(rng.integers(1, 4))
    places = np.arange(taps)[:, None] * np.array([3.0, 0.0]) + rng.normal(0, 0.3, (taps, 2))
    return list(places[:, None])


def _pair(digits: list[Case], rng: np.random.Generator) -> Paths:
    first, second = (_unit(digits[k].strokes) for k in rng.integers(len(digits), size=2))
    right = max(path[:, 0].max() for path in first) + rng.uniform(0.1, 0.4)
    left = min(path[:, 0].min() for path in second)
    return first + [path + np.array([right - left, rng.normal(0, 0.05)]) for path in second]


def _unit(drawing: Paths) -> Paths:
    """Scale a digit to height 1."""
    every = np.concatenate(drawing)
    low, high = every.min(axis=0), every.max(axis=0)
    return [(path - low) / max((high - low).max(), 1e-6) for path in drawing]


def confidences(network: Network, images: Images) -> np.ndarray:
    """Return the probability of the answered digit for each image."""
    return forward.probabilities(network, forward.forward(network, images)).max(axis=1)


def _rejected(name: str, rejected: np.ndarray) -> None:
    low, high = wilson(int(rejected.sum()), len(rejected))
    share = 100 * rejected.mean()
    print(f"{name:28}{len(rejected):6}{share:8.1f} %   [{100 * low:.1f}, {100 * high:.1f}]")


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    stroke_files.add_arguments(parser)
    parser.add_argument("--network", type=Path)
    chosen = parser.parse_args(arguments)
    network = keras_file.load(chosen.network).network if chosen.network else shipped_network()
    digits = stroke_files.read_cases(chosen.strokes, chosen.part)
    limit = network.reject_below
    print(f"Rejected below {limit:.3f} at temperature {network.temperature:.3f}")
    _rejected(
        "digits (wrongly)",
        confidences(network, images_of(case.strokes for case in digits)) < limit,
    )
    kinds = {k: confidences(network, v) < limit for k, v in non_digits(digits).items()}
    for name, rejected in kinds.items():
        _rejected(name, rejected)
    scrawled = [rejected for name, rejected in kinds.items() if "scribbles" in name]
    _rejected("all scribbles", np.concatenate(scrawled))
    counted = [rejected for name, rejected in kinds.items() if "alikes" not in name]
    _rejected("all but look-alikes", np.concatenate(counted))


if __name__ == "__main__":
    main()
