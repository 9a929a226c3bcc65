"""Keras's ``config.json`` into our own layers, by an allowlist.

Only what is named here is understood; everything else is refused by its name. Nothing is
imported, looked up or called because a file says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Any, get_args

from core.errors import NetworkError
from core.initializers import known_as
from core.layers import (
    Activation,
    ActivationName,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    InitializerName,
    Layer,
    LayerRow,
    MaxPooling2D,
    NetworkSpec,
    Padding,
    Rescaling,
    Reshape,
    Shape,
    summary,
    weights_and_output,
)
from core.limits import MOST_WEIGHTS, limit
from core.networks.forward import largest_array
from core.networks.keras_format.chain import chain, settings
from core.networks.keras_format.values import (
    TRAIN_ONE,
    Config,
    class_name_of,
    flag,
    l2_of,
    must_be,
    name_of,
    one_of,
    real,
    refused,
    square,
    whole,
)
from core.phrases import Phrase

MOST_NUMBERS = 2**24
"""In the largest array on one image's way through the network: 64 MB."""

ONLY_WHILE_TRAINING = frozenset(
    {
        "ActivityRegularization",
        "AlphaDropout",
        "GaussianDropout",
        "GaussianNoise",
        "RandomRotation",
        "RandomTranslation",
        "RandomZoom",
        "SpatialDropout2D",
    }
)
"""Layers that a network is read without: they change nothing in its answers."""


@dataclass(frozen=True)
class Part:
    """One layer as the file has it.

    `stored` says of each of the layer's weights whether the file holds it (a
    BatchNormalization may do without gamma or beta); `axis` is what one normalises,
    counted from the batch's as 0.
    """

    layer: Layer
    stored: tuple[bool, ...] = (True, True)
    axis: int = -1


def translate(model: Any) -> tuple[NetworkSpec, tuple[Part, ...]]:
    """Return the network that a ``config.json`` describes, and its layers as parts.

    Whether pixels are divided by 255 is not in the file: "raw" where the network rescales
    them itself, else "unit".

    Raises
    ------
    NetworkError
        If there is anything in it that Inkling does not know; texts name ``{file}``.
    """
    layers, input_shape = chain(model)
    parts = tuple(part for layer in layers if (part := _part(layer)) is not None)
    kinds = tuple(part.layer for part in parts)
    raw = any(isinstance(layer, Rescaling) for layer in kinds)
    spec = NetworkSpec(_resolved(kinds, input_shape), input_shape, "raw" if raw else "unit")
    rows = summary(spec)
    _check_size(spec, rows)
    for part, row in zip(parts, rows, strict=True):
        if part.axis not in (-1, len(row.output_shape)):
            raise refused(row.kind, "axis", part.axis)
    return spec, parts


def _resolved(layers: tuple[Layer, ...], shape: Shape) -> tuple[Layer, ...]:
    """Put a number in the place of the -1 that a Reshape may have for one side."""
    result: list[Layer] = []
    for number, layer in enumerate(layers, start=1):
        known = layer
        if isinstance(layer, Reshape):
            side = prod(shape) // max(1, abs(prod(layer.target_shape)))
            known = Reshape(tuple(side if s == -1 else s for s in layer.target_shape))
        result.append(known)
        shape = weights_and_output(known, shape, number)[1]
    return tuple(result)


def _check_size(spec: NetworkSpec, rows: tuple[LayerRow, ...]) -> None:
    weights = sum(row.parameters for row in rows)
    if weights > MOST_WEIGHTS or largest_array(spec, rows) > MOST_NUMBERS:
        raise NetworkError(
            "{file} is refused: its network of {count} weights is larger than any that "
            "reads digits.",
            TRAIN_ONE,
            count=weights,
        )


def _part(layer: Config) -> Part | None:
    kind = name_of(layer.get("class_name"), Phrase("layer's class"))
    own = layer.get("registered_name")
    if isinstance(own, str) and own not in (kind, ""):
        kind = own  # A class of somebody's own may bear a known name.
    if kind in ONLY_WHILE_TRAINING:
        return None
    if kind not in _KINDS:
        raise NetworkError(
            "{file} uses the layer {layer}, which Inkling does not know.",
            "Inkling opens networks of these layers: {known}.",
            layer=kind[:60],
            known=", ".join(sorted(_KINDS)),
        )
    config = settings(layer)
    _check_numbers(config, kind)
    return _KINDS[kind](config, kind)


def _check_numbers(config: Config, kind: str) -> None:
    """Refuse weights in whole numbers (quantised), and channels before rows."""
    must_be(config, kind, "data_format", None, "channels_last")
    must_be(config, kind, "quantization_config", None)
    policy = config.get("dtype")
    if isinstance(policy, dict) and policy.get("class_name") != "DTypePolicy":
        raise refused(kind, "dtype", policy.get("class_name"))


def _dense(config: Config, kind: str) -> Part:
    return Part(Dense(units=whole(config, kind, "units"), **_weighted(config, kind)))


def _convolution(config: Config, kind: str) -> Part:
    must_be(config, kind, "groups", 1)
    must_be(config, kind, "dilation_rate", 1, [1, 1])
    layer = Conv2D(
        filters=whole(config, kind, "filters"),
        kernel_size=square(config, kind, "kernel_size"),
        padding=one_of(config, kind, "padding", get_args(Padding), "valid"),
        strides=square(config, kind, "strides", 1),
        **_weighted(config, kind),
    )
    return Part(layer)


def _weighted(config: Config, kind: str) -> dict[str, Any]:
    """Read what Dense and Conv2D share."""
    return {
        "activation": _activation_name(config, kind),
        "use_bias": flag(config, kind, "use_bias", True),
        "initializer": _initializer_name(config.get("kernel_initializer")),
        "l2": l2_of(config, kind),
    }


def _initializer_name(value: Any) -> InitializerName:
    options = value.get("config") if isinstance(value, dict) else None
    return known_as(class_name_of(value), options if isinstance(options, dict) else {})


def _activation_name(config: Config, kind: str) -> ActivationName:
    value = config.get("activation", "linear")
    if class_name_of(value) == "function":
        value = value.get("config")
    if value is None:
        return "linear"
    known = {name: name for name in get_args(ActivationName)} | {"swish": "silu"}
    if not isinstance(value, str) or value not in known:
        raise refused(kind, "activation", class_name_of(value) or value)
    result: ActivationName = known[value]
    return result


def _normalisation(config: Config, kind: str) -> Part:
    must_be(config, kind, "renorm", False)
    axis = config.get("axis", -1)
    axis = axis[0] if isinstance(axis, list) and len(axis) == 1 else axis
    if type(axis) is not int:
        raise refused(kind, "axis", axis)
    epsilon = real(config, kind, "epsilon", 0.001)
    layer = BatchNormalization(real(config, kind, "momentum", 0.99), epsilon)
    scale = flag(config, kind, "scale", True)
    return Part(layer, (scale, flag(config, kind, "center", True), True, True), axis)


def _pool(layer: type[MaxPooling2D] | type[AveragePooling2D]) -> Callable[[Config, str], Part]:
    def read(config: Config, kind: str) -> Part:
        size = square(config, kind, "pool_size", 2)
        must_be(config, kind, "strides", None, size, [size, size])
        must_be(config, kind, "padding", "valid")
        return Part(layer(size))

    return read


def _global(
    layer: type[GlobalMaxPooling2D] | type[GlobalAveragePooling2D],
) -> Callable[[Config, str], Part]:
    def read(config: Config, kind: str) -> Part:
        must_be(config, kind, "keepdims", False)
        return Part(layer())

    return read


def _relu(config: Config, kind: str) -> Part:
    must_be(config, kind, "max_value", None)
    must_be(config, kind, "negative_slope", 0, 0.0)
    must_be(config, kind, "threshold", 0, 0.0)
    return Part(Activation("relu"))


def _softmax(config: Config, kind: str) -> Part:
    must_be(config, kind, "axis", -1, [-1])
    return Part(Activation("softmax"))


def _reshape(config: Config, kind: str) -> Part:
    shape = config.get("target_shape")
    if not isinstance(shape, list) or len(shape) > 3 or shape.count(-1) > 1:
        raise refused(kind, "target_shape", shape)
    sides = limit(kind, "target_shape")
    if not all(type(side) is int and (side == -1 or sides.admits(side)) for side in shape):
        raise refused(kind, "target_shape", shape)
    return Part(Reshape(tuple(shape)))


def _rescaling(config: Config, kind: str) -> Part:
    scale = real(config, kind, "scale", 1.0)
    return Part(Rescaling(scale, real(config, kind, "offset", 0.0)))


def _dropout(config: Config, kind: str) -> Part:
    return Part(Dropout(real(config, kind, "rate", 0.5)))


def _activation(config: Config, kind: str) -> Part:
    return Part(Activation(_activation_name(config, kind)))


_KINDS: dict[str, Callable[[Config, str], Part]] = {
    "Dense": _dense,
    "Conv2D": _convolution,
    "BatchNormalization": _normalisation,
    "MaxPooling2D": _pool(MaxPooling2D),
    "AveragePooling2D": _pool(AveragePooling2D),
    "GlobalMaxPooling2D": _global(GlobalMaxPooling2D),
    "GlobalAveragePooling2D": _global(GlobalAveragePooling2D),
    "Flatten": lambda config, kind: Part(Flatten()),
    "Reshape": _reshape,
    "Rescaling": _rescaling,
    "Dropout": _dropout,
    "Activation": _activation,
    "ReLU": _relu,
    "Softmax": _softmax,
}
"""How each layer that Inkling knows is read, by Keras's name of its class."""
