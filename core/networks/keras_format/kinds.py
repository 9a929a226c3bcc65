"""How the settings of each kind of layer are read out of a stranger's ``config.json``.

Most fields bear Keras's names and are read by their types (`_plain`); `KINDS` says what else
a kind must not say, and how those are read that Keras writes in another way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, TypeAlias, get_args

from core.initializers import known_as
from core.layers import (
    ELU,
    LAYER_KINDS,
    Activation,
    ActivationName,
    BatchNormalization,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    InitializerName,
    Layer,
    LayerNormalization,
    LeakyReLU,
    Padding,
    PReLU,
    Rescaling,
    Reshape,
    Resizing,
    ZeroPadding2D,
)
from core.limits import limit
from core.networks.keras_format.config import SQUARES
from core.networks.keras_format.values import (
    Config,
    class_name_of,
    flag,
    l2_of,
    must_be,
    one_of,
    real,
    refused,
    square,
    statistics,
    whole,
)

OLD_HARD_SIGMOID = 1.2
"""Keras 2's hard_sigmoid has a slope of 1/5, Keras 3's of 1/6: its input is scaled by this."""


@dataclass(frozen=True)
class Part:
    """One layer as the file has it.

    Parameters
    ----------
    stored : tuple of bool
        For each of the layer's weights whether the file holds it: a normalisation may do
        without gamma or beta.
    axis : int
        What a normalisation works on, counted from the batch's as 0.
    fixed : tuple of tuple of float, or None
        Mean and variance of a Normalization that was given them; empty where the file holds
        them; None for all other layers.
    place, names : tuple of str
        Where its weights are; see `core.networks.keras_format.chain.Described`.
    """

    layer: Layer
    stored: tuple[bool, ...] = (True, True, True, True)
    axis: int = -1
    fixed: tuple[tuple[float, ...], ...] | None = None
    place: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


Parts: TypeAlias = tuple[Part, ...]
Reader: TypeAlias = Callable[[Config, str, int], Parts]


def _plain(kind: type[Layer], must: Mapping[str, tuple[Any, ...]] | None = None) -> Reader:
    """Return what reads a layer whose fields bear Keras's names."""

    def read(config: Config, name: str, keras: int) -> Parts:
        for setting, allowed in (must or {}).items():
            must_be(config, name, setting, *allowed)
        behind = _behind(config, name, keras)
        config = {**config, "activation": "linear"} if behind else config
        values = {field.name: _value(config, name, field) for field in fields(kind)}
        return (Part(kind(**values)), *behind)

    return read


def _value(config: Config, kind: str, field: Field[Any]) -> Any:
    """Read one field by its name and type; what is not said has Keras's default."""
    default: Any = None if field.default is MISSING else field.default
    match str(field.type):
        case "ActivationName":
            return _activation_name(config, kind)
        case "InitializerName":
            return _initializer_name(config.get("kernel_initializer"))
        case "Padding":
            return one_of(config, kind, field.name, get_args(Padding), default)
        case "bool":
            return flag(config, kind, field.name, bool(default))
        case "float" if field.name == "l2":
            return l2_of(config, kind)
        case "float":
            return real(config, kind, field.name, default)
        case "int | None":
            size = square(config, kind, "pool_size", 2)
            unsaid = config.get(field.name) in (None, size, [size, size])
            return None if unsaid else square(config, kind, field.name)
    return (square if field.name in SQUARES else whole)(config, kind, field.name, default)


def _initializer_name(value: Any) -> InitializerName:
    options = value.get("config") if isinstance(value, dict) else None
    return known_as(class_name_of(value), options if isinstance(options, dict) else {})


def _activation_name(config: Config, kind: str) -> ActivationName:
    value = config.get("activation", "linear")
    if class_name_of(value) == "function":
        value = value.get("config")
    if value is None:
        return "linear"
    known = {name: name for name in get_args(ActivationName)} | _OTHER_NAMES
    if not isinstance(value, str) or value not in known:
        raise refused(kind, "activation", class_name_of(value) or value)
    result: ActivationName = known[value]
    return result


_OTHER_NAMES: dict[str, ActivationName] = {
    "swish": "silu",
    "hard_swish": "hard_silu",
    "softmax_v2": "softmax",
    "swish_v1": "silu",
}
_ACTIVATION_LAYERS = ("ReLU", "LeakyReLU", "ELU", "Softmax")
"""Layers that may be given as an activation: ``Dense(64, activation=LeakyReLU())``."""


def _behind(config: Config, kind: str, keras: int) -> Parts:
    """Return the layers that an activation amounts to which none of ours is."""
    value: Any = config.get("activation")
    if class_name_of(value) in _ACTIVATION_LAYERS:
        inner = value.get("config")
        name = class_name_of(value)
        return KINDS[name](inner if isinstance(inner, dict) else {}, name, keras)
    if keras == 2 and value == "hard_sigmoid":
        return Part(Rescaling(OLD_HARD_SIGMOID)), Part(Activation("hard_sigmoid"))
    return ()


def _batch_normalization(config: Config, kind: str, keras: int) -> Parts:
    must_be(config, kind, "renorm", False)
    epsilon = real(config, kind, "epsilon", 0.001)
    layer = BatchNormalization(real(config, kind, "momentum", 0.99), epsilon)
    return (Part(layer, (*_gamma_and_beta(config, kind), True, True), _axis(config, kind)),)


def _layer_normalization(config: Config, kind: str, keras: int) -> Parts:
    must_be(config, kind, "rms_scaling", False)
    layer = LayerNormalization(real(config, kind, "epsilon", 0.001))
    return (Part(layer, _gamma_and_beta(config, kind), _axis(config, kind)),)


def _gamma_and_beta(config: Config, kind: str) -> tuple[bool, bool]:
    return flag(config, kind, "scale", True), flag(config, kind, "center", True)


def _axis(config: Config, kind: str) -> int:
    axis = config.get("axis", -1)
    axis = axis[0] if isinstance(axis, list) and len(axis) == 1 else axis
    if type(axis) is not int:
        raise refused(kind, "axis", axis)
    return axis


def _normalization(config: Config, kind: str, keras: int) -> Parts:
    """Read a Normalization as the trained BatchNormalization that computes the same."""
    must_be(config, kind, "invert", False)
    whole_image = config.get("axis", -1) in (None, [])
    axis = -1 if whole_image else _axis(config, kind)
    given = [statistics(config, kind, name) for name in ("mean", "variance")]
    fixed = tuple(given) if all(given) else ()
    layer = BatchNormalization(epsilon=0.0)
    return (Part(layer, (False, False, not fixed, not fixed), axis, fixed),)


def _global(layer: Layer) -> Reader:
    def read(config: Config, kind: str, keras: int) -> Parts:
        kept = flag(config, kind, "keepdims", False)
        return (Part(layer), Part(Reshape((1, 1, -1)))) if kept else (Part(layer),)

    return read


def _relu(config: Config, kind: str, keras: int) -> Parts:
    must_be(config, kind, "threshold", None, 0, 0.0)
    slope = _slope(config.get("negative_slope") or 0.0)
    if slope:
        must_be(config, kind, "max_value", None)
        return (Part(LeakyReLU(slope)),)
    must_be(config, kind, "max_value", None, 6, 6.0)
    return (Part(Activation("relu6" if config.get("max_value") else "relu")),)


def _leaky_relu(config: Config, kind: str, keras: int) -> Parts:
    # Keras 2 called it alpha.
    return (Part(LeakyReLU(_slope(config.get("negative_slope", config.get("alpha", 0.3))))),)


def _slope(value: Any) -> float:
    return real({"negative_slope": value}, "LeakyReLU", "negative_slope", 0.0)


def _prelu(config: Config, kind: str, keras: int) -> Parts:
    axes = config.get("shared_axes") or []
    sides = limit(kind, "shared_axes")
    if not isinstance(axes, list) or not all(
        type(axis) is int and sides.admits(axis) for axis in axes[:4]
    ):
        raise refused(kind, "shared_axes", axes)
    return (Part(PReLU(tuple(sorted(set(axes))))),)


def _softmax(config: Config, kind: str, keras: int) -> Parts:
    must_be(config, kind, "axis", -1, [-1])
    return (Part(Activation("softmax")),)


def _activation(config: Config, kind: str, keras: int) -> Parts:
    behind = _behind(config, kind, keras)
    return behind or (Part(Activation(_activation_name(config, kind))),)


def _reshape(config: Config, kind: str, keras: int) -> Parts:
    shape = config.get("target_shape")
    if not isinstance(shape, list) or len(shape) > 3 or shape.count(-1) > 1:
        raise refused(kind, "target_shape", shape)
    sides = limit(kind, "target_shape")
    if not all(type(side) is int and (side == -1 or sides.admits(side)) for side in shape):
        raise refused(kind, "target_shape", shape)
    return (Part(Reshape(tuple(shape))),)


def _rescaling(config: Config, kind: str, keras: int) -> Parts:
    scale = real(config, kind, "scale", 1.0)
    return (Part(Rescaling(scale, real(config, kind, "offset", 0.0))),)


def _zero_padding(config: Config, kind: str, keras: int) -> Parts:
    padding = config.get("padding", 1)
    sides = padding if isinstance(padding, list) else [padding]
    around = [side for pair in sides for side in (pair if isinstance(pair, list) else [pair])]
    if len(around) > 4 or any(side != around[0] for side in around) or not around:
        raise refused(kind, "padding", padding)
    if around[0] == 0:
        return ()
    return (Part(ZeroPadding2D(whole({"padding": around[0]}, kind, "padding"))),)


_DILATION: dict[str, tuple[Any, ...]] = {"dilation_rate": (1, [1, 1])}
_STRETCHED = {
    "interpolation": ("bilinear",),
    "crop_to_aspect_ratio": (False,),
    "pad_to_aspect_ratio": (False,),
    "antialias": (False,),
}

KINDS: dict[str, Reader] = {
    **{name: _plain(kind) for name, kind in LAYER_KINDS.items()},
    "Conv2D": _plain(LAYER_KINDS["Conv2D"], {"groups": (1,), **_DILATION}),
    "DepthwiseConv2D": _plain(LAYER_KINDS["DepthwiseConv2D"], _DILATION),
    "SeparableConv2D": _plain(LAYER_KINDS["SeparableConv2D"], _DILATION),
    "Resizing": _plain(Resizing, _STRETCHED),
    "ELU": _plain(ELU),
    "Flatten": _plain(Flatten),
    "BatchNormalization": _batch_normalization,
    "LayerNormalization": _layer_normalization,
    "Normalization": _normalization,
    "GlobalMaxPooling2D": _global(GlobalMaxPooling2D()),
    "GlobalAveragePooling2D": _global(GlobalAveragePooling2D()),
    "ZeroPadding2D": _zero_padding,
    "Reshape": _reshape,
    "Rescaling": _rescaling,
    "Activation": _activation,
    "ReLU": _relu,
    "LeakyReLU": _leaky_relu,
    "PReLU": _prelu,
    "Softmax": _softmax,
}
"""How each layer that Inkling knows is read, by Keras's name of its class."""
