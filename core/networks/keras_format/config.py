"""A network as Keras's own ``config.json``: what its loader builds the model from."""

from __future__ import annotations

from typing import Any

from core.initializers import INITIALIZERS
from core.layers import (
    Activation,
    Conv2D,
    Dense,
    Dropout,
    Layer,
    LayerRow,
    NetworkSpec,
    Rescaling,
    Reshape,
)

KERAS_VERSION = "3.15.1"
"""Whose format this is; the loaders of all Keras 3 read it."""


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
    match layer:
        case Dense(units=units):
            return {"units": units, **_weighted(layer)}
        case Conv2D():
            return {
                "filters": layer.filters,
                "kernel_size": [layer.kernel_size] * 2,
                "strides": [layer.strides] * 2,
                "padding": layer.padding,
                "data_format": "channels_last",
                **_weighted(layer),
            }
        case Reshape(target_shape=shape):
            return {"target_shape": list(shape)}
        case Rescaling() | Dropout() | Activation():
            return dict(vars(layer))
        case _:
            return _sized(vars(layer))


def _sized(fields: dict[str, Any]) -> dict[str, Any]:
    """Say the size of a pool as Keras does, for rows and columns."""
    return {k: [v, v] if k == "pool_size" else v for k, v in fields.items()}


def _weighted(layer: Dense | Conv2D) -> dict[str, Any]:
    name, options = INITIALIZERS[layer.initializer]
    config = {**options, "seed": None}
    l2 = _object("keras.regularizers", "L2", {"l2": layer.l2}) if layer.l2 else None
    return {
        "activation": layer.activation,
        "use_bias": layer.use_bias,
        "kernel_initializer": _object("keras.initializers", name, config),
        "kernel_regularizer": l2,
    }
