"""A network without its weights, and what it may take in and give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.layers.kinds import Layer, Shape

SIDE_PX = 28
"""Width and height of an image, in pixels."""

INPUT_SHAPES: tuple[Shape, ...] = (
    (SIDE_PX * SIDE_PX,),
    (SIDE_PX, SIDE_PX),
    (SIDE_PX, SIDE_PX, 1),
)
"""How an image may be handed to the first layer."""

FEWEST_CLASSES, MOST_CLASSES = 2, 100
"""How many classes a data set may have, and a network outputs: one for each class."""

CLASSES = 10
"""The ten digits: the outputs of a recipe until its data have other classes."""


@dataclass(frozen=True)
class NetworkSpec:
    """A network without its weights: one layer after another.

    Parameters
    ----------
    layers : tuple of Layer
        In the order in which an image passes through them; the last has an output for each
        class.
    input_shape : tuple of int
        One of `INPUT_SHAPES`.
    pixels : {"unit", "raw"}
        Whether pixels are divided by 255 before the first layer ("unit": 0 to 1) or
        handed over as they are ("raw": 0 to 255).
    """

    layers: tuple[Layer, ...]
    input_shape: Shape = (SIDE_PX * SIDE_PX,)
    pixels: Literal["unit", "raw"] = "unit"
