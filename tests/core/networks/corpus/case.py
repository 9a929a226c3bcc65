"""One file of the corpus: how it is made, and what has to come of it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from core.errors import InklingError
from core.networks.forward import forward
from core.networks.keras_format.keras_file import load
from tests.core.keras_models import digits_like, keras_inputs

CLOSE = 1e-5
"""Of the largest output, or of 1: how near our answers are to Keras's."""

Answers = Callable[[np.ndarray], np.ndarray]
"""What Keras says of inputs as it wants them."""


@dataclass(frozen=True)
class Case:
    """A file to open.

    `make` writes it to a path and gives what Keras answers, None where it is to be refused;
    `said` is a part of the sentence that it is refused with; `pixels` what the file says of
    them: "raw", or "" where it says nothing.
    """

    name: str
    ending: str
    make: Callable[[Path], Answers | None]
    said: str = ""
    pixels: str = ""


class Outcome(NamedTuple):
    """What came of a case: whether as it should, and what in words."""

    right: bool
    words: str


def outcome(case: Case, folder: Path) -> Outcome:
    """Make the file and open it."""
    path = folder / f"network{case.ending}"
    with warnings.catch_warnings():
        # Keras warns that HDF5 is its old format, which is what is tried here.
        warnings.simplefilter("ignore")
        answers = case.make(path)
    try:
        saved = load(path)
    except InklingError as error:
        told = str(error).replace(str(path), "FILE")
        return Outcome(bool(case.said) and case.said in told, told)
    if case.said:
        return Outcome(False, "opened")
    assert answers is not None
    network, images = saved.network, digits_like(5)
    wanted = np.asarray(answers(keras_inputs(network.spec, images)))
    off = float(np.abs(forward(network, images).outputs - wanted).max())
    near = off <= CLOSE * max(1.0, float(np.abs(wanted).max()))
    said_right = saved.pixels_known == bool(case.pixels)
    pixels = network.spec.pixels if saved.pixels_known else "not said"
    return Outcome(near and said_right, f"opened, off by {off:.1e}, pixels {pixels}")


def randomised(model: Any, seed: int = 0) -> Any:
    """Give a model weights that no layer's mistake can hide behind."""
    rng = np.random.default_rng(seed)
    for layer in _leaves(model):
        if type(layer).__name__ == "Normalization":
            continue  # Keras takes its statistics from its variables only when it is loaded.
        layer.set_weights([_random(weight, rng) for weight in layer.get_weights()])
    return model


def _leaves(model: Any) -> list[Any]:
    inner = getattr(model, "layers", None)
    return [leaf for layer in inner for leaf in _leaves(layer)] if inner else [model]


def _random(weight: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    if weight.dtype.kind != "f":
        return weight
    # One-dimensional weights may be variances: none below zero.
    spread = {1: 1.0, 2: 0.1}.get(weight.ndim, 0.2)
    drawn = rng.normal(0, spread, weight.shape)
    return np.abs(drawn) + 0.1 if weight.ndim == 1 else drawn
