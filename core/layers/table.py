"""A network's summary table, as Keras prints it: shapes, names, parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import prod

from core.errors import NetworkError
from core.layers.kinds import BatchNormalization, Shape
from core.layers.shapes import weights_and_output
from core.layers.spec import FEWEST_CLASSES, INPUT_SHAPES, MOST_CLASSES, NetworkSpec


@dataclass(frozen=True)
class LayerRow:
    """One line of the summary table: `shapes` are those of the layer's weights, in order."""

    name: str
    kind: str
    output_shape: Shape
    shapes: tuple[Shape, ...]
    trainable: int
    non_trainable: int

    @property
    def parameters(self) -> int:
        """All weights of the layer, trainable or not."""
        return self.trainable + self.non_trainable


def summary(spec: NetworkSpec) -> tuple[LayerRow, ...]:
    """Return the table of layers: output shapes and parameter counts, as Keras prints it.

    Raises
    ------
    NetworkError
        If a layer does not fit what comes before it, or the last gives no row of 2 to 100
        outputs.
    """
    if spec.input_shape not in INPUT_SHAPES:
        raise NetworkError(
            "This network wants inputs of shape {shape}; Inkling's images are 28x28.",
            "Open a network for single-channel images of 28x28 pixels.",
            shape=spec.input_shape,
        )
    rows: list[LayerRow] = []
    counts: dict[str, int] = {}
    shape = spec.input_shape
    for number, layer in enumerate(spec.layers, start=1):
        shapes, shape = weights_and_output(layer, shape, number)
        kind = type(layer).__name__
        base = keras_name(kind)
        seen = counts.get(base, 0)
        counts[base] = seen + 1
        total = sum(prod(s) for s in shapes)
        frozen = total // 2 if isinstance(layer, BatchNormalization) else 0
        name = base if seen == 0 else f"{base}_{seen}"
        rows.append(LayerRow(name, kind, shape, shapes, total - frozen, frozen))
    if len(shape) != 1 or not FEWEST_CLASSES <= shape[0] <= MOST_CLASSES:
        raise NetworkError(
            "The last layer of this network gives {shape}; Inkling's networks have a row of "
            "{fewest} to {most} outputs, one for each class.",
            "End the network with a Dense layer of as many units as there are classes.",
            shape=shape,
            fewest=FEWEST_CLASSES,
            most=MOST_CLASSES,
        )
    return tuple(rows)


def class_count(spec: NetworkSpec) -> int:
    """Count the network's outputs: one for each class."""
    return summary(spec)[-1].output_shape[0]


def parameter_count(spec: NetworkSpec) -> int:
    """Count all weights of the network, trainable or not."""
    return sum(row.parameters for row in summary(spec))


def keras_name(kind: str) -> str:
    """Return the name that Keras gives the first layer of a kind: its class in snake case.

    Later ones get _1, _2, ...
    """
    # As keras.src.utils.naming.to_snake_case: "MaxPooling2D" is "max_pooling2d".
    words = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", kind)
    return re.sub("([a-z])([A-Z])", r"\1_\2", words).lower()
