"""A network as lines: what is written is read back, and a wrong line is named."""

from __future__ import annotations

import pytest

from core.errors import RecipeError
from core.layers import (
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    MaxPooling2D,
    Rescaling,
    Reshape,
)
from core.recipes.catalogue import CATALOGUE
from core.recipes.layer_text import from_text, to_text

ALL_KINDS = (
    Rescaling(1 / 255, offset=-0.5),
    Reshape((28, 28, 1)),
    Conv2D(7, 5, "silu", "same", use_bias=False, initializer="he_normal", l2=1e-7, strides=2),
    BatchNormalization(momentum=0.9, epsilon=1e-5),
    Activation("tanh"),
    MaxPooling2D(3),
    AveragePooling2D(),
    Conv2D(8, strides=3, padding="same"),
    Dropout(0.1 + 0.2),
    GlobalAveragePooling2D(),
    GlobalMaxPooling2D(),
    Flatten(),
    Dense(10, "softmax", False, "random_normal", 0.01),
)


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_each_network_of_the_catalogue_comes_back_exactly(recipe):
    spec = recipe.network
    text = to_text(spec.layers, spec.input_shape)
    assert from_text(text) == (spec.layers, spec.input_shape)


def test_every_field_of_every_layer_comes_back_exactly():
    text = to_text(ALL_KINDS, (28, 28))
    assert from_text(text) == (ALL_KINDS, (28, 28))


def test_only_what_differs_from_keras_is_said():
    text = to_text((Dense(128, "relu"), Dropout(0.3), Dense(10)), (784,))
    assert text == "Input 784\nDense 128 relu\nDropout 0.3\nDense 10"


def test_people_may_write_it_their_way():
    layers, shape = from_text("input 28X28x1\n\n  conv2d 32 3x3 same RELU\nflatten\ndense 10\n")
    assert shape == (28, 28, 1)
    assert layers == (Conv2D(32, 3, "relu", "same"), Flatten(), Dense(10))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "first line"),
        ("Dense 10", "first line"),
        ("Input", "Line 1"),
        ("Input 28 28", "Line 1"),
        ("Input abc", "Line 1: abc"),
        ("Input 784\nLambda 10", "Line 2: there is no layer Lambda"),
        ("Input 784\nDense", "Line 2: Dense needs a number for units"),
        ("Input 784\nDense ten", "Line 2: ten"),
        ("Input 784\nDense 0", "Line 2: units cannot be 0"),
        ("Input 784\nDense 99999", "Line 2: units cannot be 99999"),
        ("Input 784\nDense 10 20", "Line 2: 20"),
        ("Input 784\nDense 10 relu tanh", "Line 2: tanh"),
        ("Input 784\nDense 10 activation=swish", "Line 2: swish"),
        ("Input 784\nDense 10 use_bias=maybe", "Line 2: maybe"),
        ("Input 784\nDense 10 l2=-1", "Line 2: l2 cannot be -1"),
        ("Input 784\nDense 10 l2=nan", "Line 2: l2 cannot be nan"),
        ("Input 784\n\nDropout 1", "Line 3: rate cannot be 1"),
        ("Input 784\nRescaling inf", "Line 2: scale cannot be inf"),
        ("Input 28x28x1\nConv2D 8 3x4", "Line 2: 3x4"),
        ("Input 784\nFlatten 3", "Line 2: 3"),
        ("Input 784\nDense 10 colour=3", "Line 2: colour=3"),
    ],
)
def test_a_wrong_line_is_named(text, words):
    with pytest.raises(RecipeError, match=words):
        from_text(text)
