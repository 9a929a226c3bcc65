"""The figures that the published texts print, as they print them.

Nothing here was measured by us: `core.reproduction.reproduce` sets these against what
Inkling measures, and the window draws them dashed behind the live curves. The figures of the
epochs lie in ``resources/published``, one CSV a recipe; those of the trained networks stand
below.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

Figures: TypeAlias = tuple[float, ...]

SCRATCH_NAME = "t004-from-scratch"
"""The network from scratch (`core.from_scratch`), which is no recipe of the catalogue."""


@dataclass(frozen=True)
class PublishedRun:
    """The printed figures of one training.

    Parameters
    ----------
    curves : dict of str to tuple of float
        One figure an epoch for "loss", "accuracy", "val_loss", "val_accuracy", as far as
        the text prints them ("val" is the test split in all texts that validate).
    train_accuracy, test_accuracy : float or None
        Of the trained network, on the whole split.
    parameters : int or None
        Count of weights.
    layers : tuple of (str, int)
        The rows of the printed table of layers, each with its count of weights.
    printed_as : str
        What the text itself calls it, where that differs from the recipe.
    pictures_only : bool
        Whether the text shows its curves and prints no figure: that both accuracies fall is
        then all that can be compared.
    outputs_tie : bool
        Whether the code beside the figures makes so many outputs equal that it cannot have
        given the accuracies.
    freed : int or None
        The printed epoch from which on no digit is lost any more, in a training that loses one
        (it leaps there). Its seeds are two families, and no mean over them is compared.
    images : tuple of int
        Indices of the training images that it shows.
    seeds : int
        How many seeds the reproduction trains: three say how far they scatter. A convolutional
        training takes minutes: two say at least whether they do.
    """

    curves: dict[str, Figures]
    train_accuracy: float | None = None
    test_accuracy: float | None = None
    parameters: int | None = None
    layers: tuple[tuple[str, int], ...] = ()
    printed_as: str = ""
    pictures_only: bool = False
    outputs_tie: bool = False
    freed: int | None = None
    images: tuple[int, ...] = ()
    seeds: int = 3


_MODEL_1 = (("L1", 100_480), ("L2", 4_128), ("L3", 330))
_WIDE = (200_960, 32_896, 8_256, 650)

_FACTS: dict[str, dict[str, object]] = {
    "q000-falling-accuracy": {"pictures_only": True},
    "q001-lost-digit": {
        "parameters": 50_890,
        "layers": (("dense", 50_240), ("dense_1", 650)),
        "freed": 16,
        # Its 103, 4433, 4220, 2080, counted after the 5,000 that its reader set aside.
        "images": (5103, 9433, 9220, 7080),
        "seeds": 5,
    },
    "q002-sgd-0.01": {},
    "q002-sgd-0.03": {},
    "q002-posted-0.01": {"outputs_tie": True},
    "q002-posted-0.03": {"outputs_tie": True},
    "t003-model1": {
        "train_accuracy": 0.998133,
        "test_accuracy": 0.9789,
        "layers": _MODEL_1,
        "parameters": 104_938,
    },
    "t003-model2": {
        "train_accuracy": 0.9984166666666666,
        "test_accuracy": 0.98,
        "layers": _MODEL_1,
        "parameters": 104_938,
    },
    "t003-model3": {
        "train_accuracy": 0.9989333333333333,
        "test_accuracy": 0.9816,
        "layers": tuple(zip(("L1", "L2", "L3", "L4"), _WIDE, strict=True)),
        "parameters": 242_762,
    },
    "t003-model4": {
        "train_accuracy": 0.9951833333333333,
        "test_accuracy": 0.98,
        "parameters": 109_386,
        "layers": (
            ("L1", 100_480),
            ("dropout_2", 0),
            ("L2", 8_256),
            ("dropout_3", 0),
            ("L3", 650),
        ),
        "printed_as": "model5",
    },
    "t003-model7": {
        "train_accuracy": 0.9984333333333333,
        "test_accuracy": 0.9831,
        "layers": (
            ("L1", 200_960),
            ("dropout_4", 0),
            ("L2", 32_896),
            ("dropout_5", 0),
            ("L3", 8_256),
            ("dropout_6", 0),
            ("L4", 650),
        ),
        "parameters": 242_762,
    },
    "t003-model8": {
        "train_accuracy": 0.9982333333333333,
        "test_accuracy": 0.9878,
        "printed_as": "cnn_model",
        "seeds": 2,
    },
    SCRATCH_NAME: {},
}

_CURVES_OF = {"q002-posted-0.01": "q002-sgd-0.01", "q002-posted-0.03": "q002-sgd-0.03"}
"""One table for two recipes: the code as posted, and with the softmax that its figures need."""


@cache
def published(name: str) -> PublishedRun | None:
    """Return what was printed for the recipe of this name; None if nothing was."""
    if name not in _FACTS:
        return None
    curves = _curves(_CURVES_OF.get(name, name))
    return PublishedRun(curves=curves, **_FACTS[name])  # type: ignore[arg-type]


def _curves(name: str) -> dict[str, Figures]:
    file = files("resources") / "published" / f"{name}.csv"
    if not file.is_file():
        return {}
    rows = list(csv.DictReader(file.read_text(encoding="ascii").splitlines()))
    return {key: tuple(float(row[key]) for row in rows) for key in rows[0] if key != "epoch"}
