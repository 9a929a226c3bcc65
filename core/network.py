"""Networks as Keras models: of a spec with fresh weights, of a trained network, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from core.backend import keras
from core.dropout import HashDropout
from core.layers import (
    Activation,
    ActivationName,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    InitializerName,
    Layer,
    NetworkSpec,
    Rescaling,
    Reshape,
    summary,
)
from core.records import Floats, Network


def build(spec: NetworkSpec, seed: int) -> Any:
    """Give the Keras model of `spec` with fresh weights that depend on `seed` alone.

    Raises
    ------
    NetworkError
        If the layers do not fit together.
    """
    rows = summary(spec)
    model = keras.Sequential(name="network")
    model.add(keras.Input(spec.input_shape))
    for number, (layer, row) in enumerate(zip(spec.layers, rows, strict=True)):
        model.add(_keras_layer(layer, row.name, _layer_seed(seed, number)))
    return model


def from_network(network: Network) -> Any:
    """Give the Keras model of a trained network."""
    model = build(network.spec, 0)
    model.set_weights(network.weights)
    return model


def weights_of(model: Any) -> tuple[Floats, ...]:
    """Copy the weights out of a model, in Keras's order."""
    return tuple(np.array(weight, np.float32) for weight in model.get_weights())


def without_last_activation(spec: NetworkSpec) -> tuple[NetworkSpec, ActivationName]:
    """Give the same network ending in its logits, and the activation that was taken off."""
    *others, last = spec.layers
    if isinstance(last, Dense | Conv2D | Activation):
        cut = replace(last, activation="linear")
        return replace(spec, layers=(*others, cut)), last.activation
    return spec, "linear"


def _layer_seed(seed: int, number: int) -> int:
    """Give a seed of its own to each layer of each training."""
    return int(np.random.SeedSequence([seed, number]).generate_state(1)[0] % 2**31)


def _keras_layer(layer: Layer, name: str, seed: int) -> Any:
    match layer:
        case Dense():
            return keras.layers.Dense(layer.units, **_weighted(layer, seed), name=name)
        case Conv2D():
            return keras.layers.Conv2D(
                layer.filters,
                layer.kernel_size,
                strides=layer.strides,
                padding=layer.padding,
                **_weighted(layer, seed),
                name=name,
            )
        case Dropout(rate=rate):
            return HashDropout(rate, seed, name=name)
        case Rescaling() | Reshape() | BatchNormalization():
            return getattr(keras.layers, type(layer).__name__)(**vars(layer), name=name)
        case Activation(activation=activation):
            return keras.layers.Activation(activation, name=name)
        case _:
            return getattr(keras.layers, type(layer).__name__)(**vars(layer), name=name)


def _weighted(layer: Dense | Conv2D, seed: int) -> dict[str, Any]:
    """Give the arguments that Dense and Conv2D share."""
    return {
        "activation": layer.activation,
        "use_bias": layer.use_bias,
        "kernel_initializer": _initializer(layer.initializer, seed),
        "kernel_regularizer": keras.regularizers.L2(layer.l2) if layer.l2 else None,
    }


def _initializer(name: InitializerName, seed: int) -> Any:
    match name:
        case "he_normal":
            return keras.initializers.HeNormal(seed)
        case "random_normal":
            return keras.initializers.RandomNormal(stddev=0.05, seed=seed)
        case "standard_normal":
            return keras.initializers.RandomNormal(stddev=1.0, seed=seed)
        case _:
            return keras.initializers.GlorotUniform(seed)
