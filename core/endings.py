"""Where a network's logits are: the one answer to "what is its last activation?".

Training takes its loss from the logits, predictions show them, and a Keras script ends in
them, so all of them have to take the same activation off. It need not belong to the last
layer: layers behind it that hand every value on as it is, once the network is trained, are
looked behind. They stay where they are. So a dropout behind a softmax acts on the logits
while the network learns: its loss is that of the logits, as it is for every other network.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import prod
from typing import TypeAlias

from core.layers import (
    Activation,
    ActivationName,
    AveragePooling2D,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    Rescaling,
    Reshape,
    Shape,
    WithKernel,
    stride_of,
    summary,
)

_SHAPING = (Flatten, Reshape, GlobalMaxPooling2D, GlobalAveragePooling2D)
"""They hand each value on as it is where they give as many numbers as they get."""

_Activated: TypeAlias = WithKernel | Activation


@lru_cache(maxsize=64)
def split_ending(spec: NetworkSpec) -> tuple[NetworkSpec, ActivationName]:
    """Return the same network ending in its logits, and the activation that was taken off.

    The layers stay as many as they were, with the same weights: the one whose activation is
    taken off becomes linear. "linear" is also the answer where no activation is the last to
    change the values, as behind a BatchNormalization.

    Raises
    ------
    NetworkError
        If the layers do not fit together.
    """
    rows = summary(spec)
    shapes = [spec.input_shape, *(row.output_shape for row in rows)]
    for number in reversed(range(len(spec.layers))):
        layer, before, after = spec.layers[number], shapes[number], shapes[number + 1]
        if idle(layer, before, after):
            continue
        if isinstance(layer, _Activated) and _of_all_ten(layer, after):
            cut = replace(layer, activation="linear")
            layers = (*spec.layers[:number], cut, *spec.layers[number + 1 :])
            return replace(spec, layers=layers), layer.activation
        break
    return spec, "linear"


def ending(spec: NetworkSpec) -> ActivationName:
    """Return the last activation: what stands between the logits and the outputs."""
    return split_ending(spec)[1]


def idle(layer: Layer, before: Shape, after: Shape) -> bool:
    """Say whether a layer hands every value on as it is once the network is trained.

    Parameters
    ----------
    before, after : tuple of int
        The shapes of its input and its output, for one image.
    """
    match layer:
        case Dropout() | Activation(activation="linear"):
            return True
        case Rescaling(scale=scale, offset=offset):
            return scale == 1 and offset == 0
        case MaxPooling2D() | AveragePooling2D():
            return layer.pool_size == 1 == stride_of(layer)
        case _:
            return isinstance(layer, _SHAPING) and prod(before) == prod(after)


def _of_all_ten(layer: _Activated, shape: Shape) -> bool:
    """Say whether the activation means the same for a row of all the layer's outputs."""
    # A softmax runs over the last axis only; the others take each value by itself.
    return layer.activation != "softmax" or shape[-1] == prod(shape)
