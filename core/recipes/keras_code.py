"""Layers and optimizers as the Python text that makes them with Keras."""

from __future__ import annotations

from core.initializers import DEFAULT, INITIALIZERS
from core.layers import (
    Activation,
    Conv2D,
    Dense,
    Dropout,
    Layer,
    Rescaling,
    Reshape,
)
from core.optimizers import keras_options, traits
from core.records import Optimizer


def optimizer_code(settings: Optimizer, *, average: float) -> str:
    """Return the call that makes an optimizer with the variable `learning_rate`.

    `average` is the decay of the moving average of the weights, 0 for none.
    """
    said = keras_options(settings)
    options = ["learning_rate", *(f"{name}={value!r}" for name, value in said.items())]
    if average:
        options.append(f"use_ema=True, ema_momentum={average!r}")
    return f"keras.optimizers.{traits(settings).class_name}({', '.join(options)})"


def layer_code(layer: Layer) -> str:
    """Return the call that makes a layer; what has Keras's default is not said."""
    kind = type(layer).__name__
    match layer:
        case Dense():
            return f"{kind}({', '.join([str(layer.units), *_weighted(layer)])})"
        case Conv2D():
            sizes = [str(layer.filters), str(layer.kernel_size)]
            sizes += [f"strides={layer.strides}"] if layer.strides != 1 else []
            sizes += ['padding="same"'] if layer.padding == "same" else []
            return f"{kind}({', '.join([*sizes, *_weighted(layer)])})"
        case Dropout(rate=rate):
            return f"{kind}({rate!r})"
        case Activation(activation=activation):
            return f'{kind}("{activation}")'
        case Reshape(target_shape=shape):
            return f"{kind}({shape!r})"
        case Rescaling(scale=scale, offset=offset):
            return f"{kind}({scale!r}, offset={offset!r})"
        case _:
            options = ", ".join(f"{name}={value!r}" for name, value in vars(layer).items())
            return f"{kind}({options})"


def _weighted(layer: Dense | Conv2D) -> list[str]:
    options = [f'activation="{layer.activation}"'] if layer.activation != "linear" else []
    options += [] if layer.use_bias else ["use_bias=False"]
    if layer.initializer != DEFAULT:
        name, settings = INITIALIZERS[layer.initializer]
        with_them = ", ".join(f"{key}={value!r}" for key, value in settings.items())
        options.append(f"kernel_initializer=keras.initializers.{name}({with_them})")
    if layer.l2:
        options.append(f"kernel_regularizer=keras.regularizers.L2({layer.l2!r})")
    return options
