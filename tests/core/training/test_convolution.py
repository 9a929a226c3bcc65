"""Which form a convolution takes, and that both forms have the same gradients."""

from __future__ import annotations

import numpy as np
import pytest

from core.layers import Conv2D, Dense, Flatten, MaxPooling2D, NetworkSpec
from core.recipes.catalogue import by_name
from tests.core.keras_models import IMAGE


@pytest.mark.parametrize(
    ("name", "batch_size", "fits"),
    [
        ("mlp-128-32", 10_000, True),
        ("t003-model8-unit-pixels", 32, True),
        ("cnn", 64, False),
        ("pen", 128, False),
    ],
)
def test_steps_are_compiled_where_their_patches_fit_the_cache(name, batch_size, fits):
    from core.training.convolution import products_win

    assert products_win(by_name(name).network, batch_size) == fits


def test_patches_count_the_channels_that_go_in():
    from core.training.convolution import CACHED_NUMBERS, products_win

    spec = NetworkSpec((Conv2D(8, 3), Conv2D(4, 2), Flatten(), Dense(10)), IMAGE)
    most = CACHED_NUMBERS // (25 * 25 * 2 * 2 * 8)
    assert products_win(spec, most)
    assert not products_win(spec, most + 1)


def test_large_kernels_are_not_compiled():
    from core.training.convolution import products_win

    spec = NetworkSpec((Conv2D(10, 28), Flatten(), Dense(10)), IMAGE)
    assert not products_win(spec, 1)


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("strides", [1, 2])
@pytest.mark.parametrize("pool_size", [1, 2, 3])
@pytest.mark.parametrize("blank", [False, True])
def test_both_forms_have_keras_gradients(padding, strides, pool_size, blank):
    """Also where all values of a square are alike, as on paper without ink."""
    import tensorflow as tf

    from core.training.keras_model import build

    layers = (Conv2D(3, 4, "relu", padding, strides=strides),)
    if pool_size > 1:
        layers = (*layers, MaxPooling2D(pool_size))
    spec = NetworkSpec((*layers, Flatten(), Dense(10)), IMAGE)
    shape = (5, *IMAGE)
    images = np.zeros(shape) if blank else np.random.default_rng(1).random(shape)
    inputs = tf.constant(images.astype(np.float32)) + 0.5
    found = []
    for form in ("plain", "fused", "products"):
        model = build(spec, 7, form=form)
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            loss = tf.reduce_mean(model(inputs, training=True) ** 2)
        found.append(tape.gradient(loss, [inputs, *(v.value for v in model.weights)]))
    assert all(np.abs(gradient).max() > 0 for gradient in found[0])
    for other in found[1:]:
        for gradient, wanted in zip(other, found[0], strict=True):
            np.testing.assert_allclose(gradient, wanted, rtol=1e-4, atol=1e-6)
