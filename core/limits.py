"""What the fields of a recipe may be: the one table that every door takes its ranges from.

The form's boxes, recipe files, the lines of a network, ``.keras`` files and the command line
all ask here, so that what one of them lets in the others can show, store and read again.
A field allows what Keras computes with, short of where nothing is left to learn from or a
division by zero waits: a dropout of 1, a moving average that never moves. Early stopping
with a patience of 0 is Keras's: it stops at the first epoch that is no improvement, as 1 does.

Recipes that were stored by an earlier version are read without this table
(`core.recipes.recipe_file.from_stored`): a training that was done is a fact.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from core.phrases import Phrase

LARGEST_WHOLE_NUMBER = 2**31 - 1
"""Larger ones would not fit TensorFlow's int32."""

MOST_LAYERS = 200
"""In one network."""

MOST_WEIGHTS = 16_000_000
"""In one network; with the optimizer's copies of them this is about 200 MB."""

LONGEST_NAME = 80
"""Characters in the name of a recipe, which names runs and files too."""


@dataclass(frozen=True)
class Limit:
    """Between which numbers a field lies.

    Parameters
    ----------
    low, high : float
        The ends, in `unit`; both are allowed unless `open_high`.
    unit : Phrase, optional
        What is counted or measured; none for shares and plain numbers.
    open_high : bool
        Whether `high` itself is too much.
    """

    low: float
    high: float
    unit: Phrase | None = None
    open_high: bool = False

    def admits(self, value: float) -> bool:
        """Say whether the field may have this value; nan never may."""
        return self.low <= value <= self.highest

    @property
    def highest(self) -> float:
        """The largest number that is allowed."""
        return math.nextafter(self.high, -math.inf) if self.open_high else self.high

    def words(self) -> Phrase:
        """Return the range in words: "1 to 100000 epochs", "0 to less than 1"."""
        ends: dict[str, object] = {"low": self.low, "high": self.high}
        if self.open_high:
            return Phrase("{low} to less than {high}", **ends)
        if self.unit is None:
            return Phrase("{low} to {high}", **ends)
        return Phrase("{low} to {high} {unit}", **ends, unit=self.unit)


_EPOCHS, _IMAGES = Phrase("epochs"), Phrase("images")
_PIXELS, _DEGREES = Phrase("pixels"), Phrase("degrees")

_SHARE = Limit(0, 1)
_NOT_ALL = Limit(0, 1, open_high=True)
_SIDE = Limit(1, 28, _PIXELS)
_LARGER_SIDE = Limit(1, 256, _PIXELS)
_SLOPE = Limit(0, 1_000)
_NUMBERS = Limit(1, 65_536)
_FACTOR = Limit(-1_000_000_000, 1_000_000_000)
_PENALTY = Limit(0, 1_000)
_SUBSET = Limit(1, 10_000_000, _IMAGES)

LIMITS: Mapping[str, Mapping[str, Limit]] = {
    "Rescaling": {"scale": _FACTOR, "offset": _FACTOR},
    "Reshape": {"target_shape": _NUMBERS},
    "Dense": {"units": _NUMBERS, "l2": _PENALTY},
    "Conv2D": {
        "filters": Limit(1, 4_096),
        "kernel_size": _SIDE,
        "strides": _SIDE,
        "l2": _PENALTY,
    },
    "DepthwiseConv2D": {
        "kernel_size": _SIDE,
        "strides": _SIDE,
        "depth_multiplier": Limit(1, 64),
    },
    "SeparableConv2D": {
        "filters": Limit(1, 4_096),
        "kernel_size": _SIDE,
        "strides": _SIDE,
        "depth_multiplier": Limit(1, 64),
    },
    "MaxPooling2D": {"pool_size": _SIDE, "strides": _SIDE},
    "AveragePooling2D": {"pool_size": _SIDE, "strides": _SIDE},
    "BatchNormalization": {"momentum": _SHARE, "epsilon": _SHARE},
    "LayerNormalization": {"epsilon": _SHARE},
    "ZeroPadding2D": {"padding": _SIDE},
    "Resizing": {"height": _LARGER_SIDE, "width": _LARGER_SIDE},
    "Dropout": {"rate": _NOT_ALL},
    "LeakyReLU": {"negative_slope": _SLOPE},
    "ELU": {"alpha": _SLOPE},
    "PReLU": {"shared_axes": Limit(1, 3)},
    "NetworkSpec": {"input_shape": _NUMBERS},
    "Optimizer": {
        "learning_rate": Limit(1e-9, 1_000),
        "momentum": _SHARE,
        "weight_decay": _SHARE,
    },
    "EarlyStopping": {"patience": Limit(0, 100_000, _EPOCHS)},
    "Augmentation": {
        "rotation": Limit(0, 180, _DEGREES),
        "scale": Limit(0, 0.9),
        "shear": Limit(0, 2),
        "shift": Limit(0, 14, _PIXELS),
        "elastic": Limit(0, 20, _PIXELS),
        "thicker": _SHARE,
        "thinner": _SHARE,
        "pen_habits": _SHARE,
        "drawn": _SHARE,
        "non_digits": _SHARE,
    },
    "Recipe": {
        "batch_size": Limit(1, 65_536, _IMAGES),
        "epochs": Limit(1, 100_000, _EPOCHS),
        "validation": _NOT_ALL,
        "seed": Limit(0, LARGEST_WHOLE_NUMBER),
        "label_smoothing": _NOT_ALL,
        "weight_average": _NOT_ALL,
        "skip_images": Limit(0, 10_000_000, _IMAGES),
        "train_images": _SUBSET,
        "test_images": _SUBSET,
    },
}
"""The limits of each record's number fields, by the names of the record and of the field.

A shape has the limit of each of its sides.
"""


def limit(kind: str, field: str) -> Limit:
    """Return the limit of a number field; ``limit("Dropout", "rate")``."""
    return LIMITS[kind][field]
