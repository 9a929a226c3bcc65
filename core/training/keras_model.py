"""Networks as Keras models: of a spec with fresh weights, of a trained network, and back."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np

from core.initializers import DEFAULT, INITIALIZERS
from core.layers import (
    SIDE_PX,
    Conv2D,
    Dense,
    DepthwiseConv2D,
    Dropout,
    InitializerName,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    SeparableConv2D,
    summary,
    tiles,
)
from core.records import Floats
from core.training.backend import keras
from core.training.convolution import FusedConv2D, ProductConv2D, ProductMaxPooling2D
from core.training.dropout import HashDropout

Form: TypeAlias = Literal["plain", "fused", "products"]
"""How a model computes: layer by layer as Keras does; one layer for two and nothing that no
output depends on; the same with its convolutions as products, for a step that is compiled."""


def build(spec: NetworkSpec, seed: int, *, form: Form = "plain") -> Any:
    """Return the Keras model of `spec` with fresh weights that depend on `seed` alone.

    In each form the weights are the same, in the same order.

    Raises
    ------
    NetworkError
        If the layers do not fit together.
    """
    rows = summary(spec)
    model = keras.Sequential(name="network")
    model.add(keras.Input(spec.input_shape))
    border = 0 if form == "plain" else unseen_border(spec)
    if border:
        model.add(keras.layers.Cropping2D(((0, border), (0, border))))
    for number, pool_size in _stages(spec, form):
        layer, name = spec.layers[number], rows[number].name
        model.add(_keras_layer(layer, name, _layer_seed(seed, number), form, pool_size))
    return model


def weights_of(model: Any) -> tuple[Floats, ...]:
    """Copy the weights out of a model, in Keras's order."""
    return tuple(np.array(weight, np.float32) for weight in model.get_weights())


def _layer_seed(seed: int, number: int) -> int:
    """Return a seed of its own to each layer of each training."""
    return int(np.random.SeedSequence([seed, number]).generate_state(1)[0] % 2**31)


def unseen_border(spec: NetworkSpec) -> int:
    """Return how many rows and columns at the lower and right edge no output depends on.

    Pooling leaves out what fills no square, a stride what it steps over. Only where
    convolutions without padding and poolings follow each other is that said of the image.
    """
    rows, seen = summary(spec), 0
    spatial = [layer for layer in spec.layers if isinstance(layer, Conv2D | MaxPooling2D)]
    if tuple(spatial) != spec.layers[: len(spatial)]:
        return 0
    for layer, row in reversed(list(zip(spatial, rows, strict=False))):
        seen = seen or row.output_shape[0]
        if isinstance(layer, MaxPooling2D):
            if not tiles(layer):
                return 0
            seen *= layer.pool_size
        elif layer.padding == "valid":
            seen = (seen - 1) * layer.strides + layer.kernel_size
        else:
            return 0
    return SIDE_PX - seen if seen else 0


def _stages(spec: NetworkSpec, form: Form) -> list[tuple[int, int]]:
    """Return the number of each layer with the pooling that it does itself (1 for none)."""
    stages: list[tuple[int, int]] = []
    for number, layer in enumerate(spec.layers):
        before = spec.layers[number - 1] if number else None
        poolable = isinstance(before, Conv2D) and before.activation in {"linear", "relu"}
        pooled = isinstance(layer, MaxPooling2D) and tiles(layer)
        if form != "plain" and poolable and pooled:
            assert isinstance(layer, MaxPooling2D)
            stages[-1] = (number - 1, layer.pool_size)
        else:
            stages.append((number, 1))
    return stages


def _keras_layer(layer: Layer, name: str, seed: int, form: Form, pool_size: int) -> Any:
    match layer:
        case Dense():
            return keras.layers.Dense(layer.units, **_weighted(layer, seed), name=name)
        case Conv2D() if form == "plain":
            return keras.layers.Conv2D(**_convolution(layer, seed), name=name)
        case Conv2D():
            kind = ProductConv2D if form == "products" else FusedConv2D
            return kind(**_convolution(layer, seed), pool_size=pool_size, name=name)
        case MaxPooling2D() if form == "products" and tiles(layer):
            return ProductMaxPooling2D(layer.pool_size, name=name)
        case DepthwiseConv2D() | SeparableConv2D():
            kind = getattr(keras.layers, type(layer).__name__)
            return kind(**vars(layer), **_kernel_seeds(layer, seed), name=name)
        case Dropout(rate=rate):
            return HashDropout(rate, seed, name=name)
        case _:
            return getattr(keras.layers, type(layer).__name__)(**vars(layer), name=name)


def _convolution(layer: Conv2D, seed: int) -> dict[str, Any]:
    """Return the arguments of a convolution."""
    return {
        "filters": layer.filters,
        "kernel_size": layer.kernel_size,
        "strides": layer.strides,
        "padding": layer.padding,
        **_weighted(layer, seed),
    }


def _weighted(layer: Dense | Conv2D, seed: int) -> dict[str, Any]:
    """Return the arguments that Dense and Conv2D share."""
    return {
        "activation": layer.activation,
        "use_bias": layer.use_bias,
        "kernel_initializer": _initializer(layer.initializer, seed),
        "kernel_regularizer": keras.regularizers.L2(layer.l2) if layer.l2 else None,
    }


def _kernel_seeds(layer: DepthwiseConv2D | SeparableConv2D, seed: int) -> dict[str, Any]:
    """Return the initializers of kernels that a recipe does not choose, seeded."""
    seeds = {"depthwise_initializer": seed}
    if isinstance(layer, SeparableConv2D):
        seeds["pointwise_initializer"] = _layer_seed(seed, 1)
    return {name: _initializer(DEFAULT, own) for name, own in seeds.items()}


def _initializer(name: InitializerName, seed: int) -> Any:
    known = INITIALIZERS[name]
    return getattr(keras.initializers, known.class_name)(**known.options, seed=seed)
