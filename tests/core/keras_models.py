"""Keras's own models of our specs: what our packages are compared with.

Written without `core.training.keras_model`, so that a mistake there cannot hide one here.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import get_args

import numpy as np

from core.layers import (
    ELU,
    Activation,
    ActivationName,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    DepthwiseConv2D,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    LayerNormalization,
    LeakyReLU,
    MaxPooling2D,
    NetworkSpec,
    PReLU,
    Rescaling,
    Reshape,
    Resizing,
    SeparableConv2D,
    ZeroPadding2D,
)
from core.records import Network

IMAGE = (28, 28, 1)


def pen_like(blocks=(24, 48, 128)) -> NetworkSpec:
    """Blocks of two 3x3 convolutions with batch norm, as the shipped network has them."""
    layers = []
    for filters in blocks:
        for _ in range(2):
            layers += [
                Conv2D(filters, padding="same", use_bias=False),
                BatchNormalization(),
                Activation("relu"),
            ]
        layers.append(MaxPooling2D())
    layers += [GlobalAveragePooling2D(), Dropout(0.2), Dense(10)]
    return NetworkSpec(tuple(layers), IMAGE)


def _image(*layers):
    return NetworkSpec((*layers, Flatten(), Dense(10)), IMAGE)


def _row(*layers):
    return NetworkSpec(layers)


SPECS: dict[str, NetworkSpec] = {
    "one dense": _row(Dense(10)),
    "dense relu": _row(Dense(128, "relu"), Dense(32, "relu"), Dense(10)),
    "sigmoid": _row(Dense(50, "sigmoid", initializer="random_normal"), Dense(10, "sigmoid")),
    "softmax": _row(Dense(64, "relu"), Dense(10, "softmax")),
    "dropout": _row(Dense(64, "tanh"), Dropout(0.3), Dense(10)),
    "silu, no bias": _row(Dense(64, "silu", use_bias=False), Dense(10, use_bias=False)),
    "raw rows": NetworkSpec((Flatten(), Dense(10, "softmax")), (28, 28), "raw"),
    "rescaled": NetworkSpec((Rescaling(1 / 127.5, -1), Flatten(), Dense(10)), (28, 28), "raw"),
    "late activation": _row(Dense(10), Dropout(0.1), Activation("softmax")),
    "norm before dense": _row(BatchNormalization(), Dense(20, "relu"), Dense(10)),
    "norm after relu": _row(Dense(20, "relu"), BatchNormalization(epsilon=0.01), Dense(10)),
    "reshaped": _row(Reshape(IMAGE), Conv2D(4), Flatten(), Dense(10)),
    "tutorial cnn": NetworkSpec(
        (
            Conv2D(32, activation="relu"),
            MaxPooling2D(),
            Conv2D(64, activation="relu"),
            MaxPooling2D(),
            Flatten(),
            Dense(128, "relu"),
            Dense(10),
        ),
        IMAGE,
        "raw",
    ),
    "5x5 same": _image(Conv2D(3, 5, "relu", "same")),
    "5x5 valid, strides": _image(Conv2D(3, 5, "relu", strides=2)),
    "3x3 same, strides": _image(Conv2D(3, 3, "tanh", "same", strides=2)),
    "4x4 same, strides 3": _image(Conv2D(3, 4, padding="same", strides=3)),
    "strides past kernel": _image(Conv2D(3, 2, padding="same", strides=3), Conv2D(2, 1)),
    "norm folded": _image(Conv2D(5), BatchNormalization(), Activation("relu")),
    "norm after conv relu": _image(Conv2D(5, activation="relu"), BatchNormalization()),
    "pools": _image(Conv2D(4), AveragePooling2D(), MaxPooling2D(3)),
    "global maximum": NetworkSpec((Conv2D(8), GlobalMaxPooling2D(), Dense(10)), IMAGE),
    "pools that overlap": _image(
        Conv2D(4),
        MaxPooling2D(3, strides=2, padding="same"),
        AveragePooling2D(3, strides=2, padding="same"),
        MaxPooling2D(2, strides=1),
    ),
    "average, same": _image(AveragePooling2D(5, strides=1, padding="same")),
    "depthwise": _image(
        DepthwiseConv2D(3, "relu", "same", depth_multiplier=3),
        DepthwiseConv2D(4, padding="same", strides=2),
        BatchNormalization(),
        DepthwiseConv2D(2, use_bias=False, strides=2),
    ),
    "separable": _image(
        ZeroPadding2D(2),
        SeparableConv2D(6, 3, "relu", strides=2),
        SeparableConv2D(4, 3, padding="same", depth_multiplier=2, use_bias=False),
    ),
    "resized": _image(Resizing(20, 33), Conv2D(3, 5), Resizing(31, 9)),
    "slopes": _image(
        Conv2D(3), LeakyReLU(0.1), Conv2D(3), PReLU((1, 2)), Conv2D(2), ELU(0.5), PReLU()
    ),
    "layer norm": _image(Conv2D(4), LayerNormalization(), Flatten(), LayerNormalization(1e-6)),
    **{f"only {name}": _row(Dense(32, name), Dense(10)) for name in get_args(ActivationName)},
    "all convolution": NetworkSpec((Conv2D(10, 28), Flatten(), Activation("softmax")), IMAGE),
    "channel softmax": _image(Conv2D(4, activation="softmax")),
    "pen": pen_like(),
}
"""Small networks that between them use every layer and every option."""


def keras_layer(layer):
    """Return the Keras layer of ours; their names and fields are the same."""
    import keras

    fields = asdict(layer)
    l2 = fields.pop("l2", 0.0)
    if "initializer" in fields:
        name = fields.pop("initializer")
        wide = keras.initializers.RandomNormal(stddev=1.0)
        fields["kernel_initializer"] = wide if name == "standard_normal" else name
        fields["kernel_regularizer"] = keras.regularizers.L2(l2) if l2 else None
    return getattr(keras.layers, type(layer).__name__)(**fields)


def keras_model(spec, *, seed=0, functional=False):
    """Build the model with random weights, moving means and variances too."""
    import keras

    keras.utils.set_random_seed(seed)
    layers = [keras_layer(layer) for layer in spec.layers]
    if functional:
        x = inputs = keras.Input(spec.input_shape)
        for layer in layers:
            x = layer(x)
        model = keras.Model(inputs, x)
    else:
        model = keras.Sequential([keras.Input(spec.input_shape), *layers])
    rng = np.random.default_rng(seed)
    scale = {1: 0.3, 2: 0.1, 3: 0.3, 4: 0.2}
    model.set_weights(
        [
            np.abs(rng.normal(1, 0.3, w.shape))
            if len(w.shape) == 1 and "variance" in w.path
            else rng.normal(0, scale[len(w.shape)], w.shape)
            for w in model.weights
        ]
    )
    return model


def network_of(model, spec) -> Network:
    """Take the weights out of the model."""
    return Network(spec, tuple(np.asarray(w, np.float32) for w in model.get_weights()))


def keras_inputs(spec, images):
    """Return the images as the model wants them."""
    pixels = images.astype(np.float32) / (255 if spec.pixels == "unit" else 1)
    return pixels.reshape(-1, *spec.input_shape)


def digits_like(count, seed=0):
    """Return uint8 images with strokes of ink on empty paper."""
    rng = np.random.default_rng(seed)
    images = np.zeros((count, 28, 28), np.uint8)
    images[:, 5:23, 8:20] = rng.integers(0, 256, (count, 18, 12))
    return images
