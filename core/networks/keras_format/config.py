"""A network as Keras's own ``config.json``: what its loader builds the model from."""

from __future__ import annotations

from typing import Any

from core.initializers import INITIALIZERS
from core.layers import ON_IMAGES, Flatten, Layer, LayerRow, NetworkSpec, Pooling, stride_of

KERAS_VERSION = "3.15.1"
"""Whose format this is; the loaders of all Keras 3 read it."""

SQUARES = frozenset({"kernel_size", "strides", "pool_size"})
"""Fields that Keras says twice, for rows and columns."""


def config_of(spec: NetworkSpec, rows: tuple[LayerRow, ...]) -> dict[str, Any]:
    """Return the config of the Sequential model of `spec`; `rows` name its layers."""
    image = [None, *spec.input_shape]
    inputs = {"batch_shape": image, "dtype": "float32", "name": "input_layer"}
    layers = [_object("keras.layers", "InputLayer", inputs)]
    layers += [
        _object(
            "keras.layers", row.kind, {"name": row.name, "dtype": "float32", **_fields(layer)}
        )
        for layer, row in zip(spec.layers, rows, strict=True)
    ]
    model = {"name": "network", "trainable": True, "dtype": "float32", "layers": layers}
    return _object("keras", "Sequential", {**model, "build_input_shape": image})


def _object(module: str, class_name: str, config: dict[str, Any]) -> dict[str, Any]:
    return {
        "module": module,
        "class_name": class_name,
        "config": config,
        "registered_name": None,
    }


def _fields(layer: Layer) -> dict[str, Any]:
    """Return a layer's own settings under Keras's names."""
    fields = dict(vars(layer))
    if isinstance(layer, Pooling):
        fields["strides"] = stride_of(layer)
    if isinstance(layer, (*ON_IMAGES, Flatten)):
        fields["data_format"] = "channels_last"
    said: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "initializer":
            said["kernel_initializer"] = _initializer(value)
        elif name == "l2":
            l2 = _object("keras.regularizers", "L2", {"l2": value}) if value else None
            said["kernel_regularizer"] = l2
        elif name in SQUARES:
            said[name] = [value, value]
        else:
            said[name] = list(value) if isinstance(value, tuple) else value
    return said


def _initializer(name: Any) -> dict[str, Any]:
    class_name, options = INITIALIZERS[name]
    return _object("keras.initializers", class_name, {**options, "seed": None})
