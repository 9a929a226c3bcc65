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
    printed_as : str
        What the text itself calls it, where that differs from the recipe.
    pictures_only : bool
        Whether the text shows its curves and prints no figure: that both accuracies fall is
        then all that can be compared.
    outputs_tie : bool
        Whether the code beside the figures makes so many outputs equal that it cannot have
        given the accuracies.
    seeds : int
        How many seeds the reproduction trains: three say how far they scatter. A convolutional
        training takes minutes: two say at least whether they do.
    """

    curves: dict[str, Figures]
    train_accuracy: float | None = None
    test_accuracy: float | None = None
    parameters: int | None = None
    printed_as: str = ""
    pictures_only: bool = False
    outputs_tie: bool = False
    seeds: int = 3


_FACTS: dict[str, dict[str, float | int | str]] = {
    "q000-falling-accuracy": {"pictures_only": True},
    "q001-lost-digit": {"parameters": 50_890},
    "q002-sgd-0.01": {},
    "q002-sgd-0.03": {},
    "q002-posted-0.01": {"outputs_tie": True},
    "q002-posted-0.03": {"outputs_tie": True},
    "t003-model1": {
        "train_accuracy": 0.998133,
        "test_accuracy": 0.9789,
        "parameters": 104_938,
    },
    "t003-model2": {
        "train_accuracy": 0.9984166666666666,
        "test_accuracy": 0.98,
        "parameters": 104_938,
    },
    "t003-model3": {
        "train_accuracy": 0.9989333333333333,
        "test_accuracy": 0.9816,
        "parameters": 242_762,
    },
    "t003-model4": {
        "train_accuracy": 0.9951833333333333,
        "test_accuracy": 0.98,
        "parameters": 109_386,
        "printed_as": "model5",
    },
    "t003-model7": {
        "train_accuracy": 0.9984333333333333,
        "test_accuracy": 0.9831,
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
