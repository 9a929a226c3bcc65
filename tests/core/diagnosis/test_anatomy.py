"""What arithmetic says of a network, against Keras's own first weights and sums."""

from __future__ import annotations

import numpy as np
import pytest

from core.diagnosis.anatomy import first_sums, weighted_layers
from core.diagnosis.check import check
from core.layers import (
    BatchNormalization,
    Conv2D,
    Dense,
    DepthwiseConv2D,
    Flatten,
    LayerNormalization,
    LeakyReLU,
    MaxPooling2D,
    NetworkSpec,
    SeparableConv2D,
)
from core.records import Optimizer, Recipe

IMAGE = (28, 28, 1)


def recipe(*layers, shape=(784,), pixels="unit", **options):
    return Recipe("case", NetworkSpec(layers, shape, pixels), **options)


def codes(*layers, **options):
    return {finding.code for finding in check(recipe(*layers, **options))}


class TestKernels:
    LAYERS = (
        Conv2D(8, 3, "relu", strides=2),
        DepthwiseConv2D(3, "relu", depth_multiplier=2),
        SeparableConv2D(16, 3, "relu"),
        Flatten(),
        Dense(10),
    )

    def test_every_layer_with_a_kernel_is_seen(self):
        found = weighted_layers(recipe(*self.LAYERS, shape=IMAGE).network)
        assert [[(k.inputs, k.outputs) for k in place.kernels] for place in found] == [
            [(9, 8)],
            [(9, 16)],
            [(9, 16), (16, 16)],
            [(1296, 10)],
        ]

    @pytest.mark.slow
    def test_deviations_are_those_of_keras(self):
        from core.training.keras_model import build

        spec = recipe(*self.LAYERS, shape=IMAGE).network
        kernels = [w for w in build(spec, 1).get_weights() if w.ndim > 1]
        expected = [k.deviation for place in weighted_layers(spec) for k in place.kernels]
        for kernel, deviation in zip(kernels, expected, strict=True):
            # A uniform one of n weights is known to about 1 in sqrt(2 n).
            assert np.std(kernel) == pytest.approx(deviation, rel=3 / np.sqrt(2 * kernel.size))

    def test_a_deep_kernel_makes_small_sums(self):
        plain = recipe(Conv2D(8, 3), Conv2D(8, 3), Flatten(), Dense(10), shape=IMAGE)
        deep = recipe(Conv2D(8, 3), DepthwiseConv2D(3), Flatten(), Dense(10), shape=IMAGE)
        assert first_sums(deep, None)[1] < first_sums(plain, None)[1]


class TestWhatBends:
    def test_a_leaky_relu_by_itself_is_an_activation(self):
        assert "no-activation" not in codes(Dense(32), LeakyReLU(), Dense(10))
        assert "no-activation" not in codes(Dense(32), LayerNormalization(), Dense(10))
        assert "no-activation" in codes(Dense(32), BatchNormalization(), Dense(10))

    def test_endings_that_keep_the_order_hide_nothing(self):
        for name in ("leaky_relu", "elu", "selu", "softplus", "exponential", "softsign"):
            assert "ending-hides-logits" not in codes(Dense(10, name))
        for name in ("sigmoid", "hard_sigmoid", "tanh", "relu", "relu6", "gelu", "mish"):
            assert "ending-hides-logits" in codes(Dense(10, name))

    def test_outputs_above_zero_are_shares_for_the_clipped_loss(self):
        for name in ("softmax", "sigmoid", "softplus", "exponential"):
            assert "ending-unfit" not in codes(Dense(10, name), loss="clipped_crossentropy")
        for name in ("linear", "elu", "tanh", "hard_sigmoid"):
            assert "ending-unfit" in codes(Dense(10, name), loss="clipped_crossentropy")


class TestNormalisation:
    def test_it_takes_the_scale_of_raw_pixels_away(self):
        normalised = (Dense(32, "relu"), BatchNormalization(), Dense(10))
        assert "raw-pixels" not in codes(*normalised, pixels="raw")
        saturating = (Dense(32, "sigmoid"), BatchNormalization(), Dense(10))
        assert "raw-pixels" in codes(*saturating, pixels="raw")
        assert "raw-pixels" in codes(Dense(32, "relu"), Dense(10), pixels="raw")

    def test_a_channel_has_many_numbers_of_one_image(self):
        dense = (Dense(32), BatchNormalization(), Dense(10))
        assert "batchnorm-alone" in codes(*dense, batch_size=1)
        spatial = (Conv2D(8), BatchNormalization(), Flatten(), Dense(10))
        assert "batchnorm-alone" not in codes(*spatial, shape=IMAGE, batch_size=1)


def test_no_gradient_is_said_to_pass_through_the_last_activation():
    def cause(*layers):
        found = {f.code: f for f in check(recipe(*layers, pixels="raw"))}
        return found["raw-pixels"].cause

    assert "sigmoid" in cause(Dense(32, "sigmoid"), Dense(10))
    assert "sigmoid" not in cause(Dense(10, "sigmoid"))


def test_what_pooling_leaves_is_a_bottleneck_too():
    narrow = (Conv2D(2, 3, "relu"), MaxPooling2D(26), Flatten(), Dense(10))
    assert "bottleneck" in codes(*narrow, shape=IMAGE)
    # One convolution has to leave more than several: 20 of its filters read .27 of digits.
    pooled = (MaxPooling2D(26), Flatten(), Dense(10))
    assert "bottleneck" in codes(Conv2D(20), *pooled, shape=IMAGE)
    assert "bottleneck" not in codes(Conv2D(32), *pooled, shape=IMAGE)
    several = (Conv2D(8, 3, "relu"), MaxPooling2D(2), Conv2D(16, 3, "relu"), MaxPooling2D(11))
    assert "bottleneck" not in codes(*several, Flatten(), Dense(10), shape=IMAGE)
    strided = (Conv2D(1, 5, "relu", strides=14), Flatten(), Dense(32, "relu"), Dense(10))
    assert "bottleneck" in codes(*strided, shape=IMAGE)


@pytest.mark.parametrize(
    ("classes", "left", "few"), [(2, 6, False), (2, 5, True), (47, 10, False)]
)
def test_few_numbers_are_few_for_the_classes_that_there_are(classes, left, few):
    one = (Conv2D(left), MaxPooling2D(26), Flatten(), Dense(classes))
    two = (
        Conv2D(16),
        MaxPooling2D(2),
        Conv2D(left),
        MaxPooling2D(11),
        Flatten(),
        Dense(classes),
    )
    assert ("bottleneck" in codes(*(two if classes > 10 else one), shape=IMAGE)) is few


@pytest.mark.parametrize("optimizer", [Optimizer("adamw", 0.3), Optimizer("sgd", 5.0)])
def test_no_relu_is_spoken_of_where_there_is_none(optimizer):
    def cause(activation):
        layers = (Dense(64, activation), Dense(10))
        found = {f.code: f for f in check(recipe(*layers, optimizer=optimizer))}
        return found["long-steps"].cause

    assert "relu" in cause("relu")
    assert "relu" not in cause("tanh")
