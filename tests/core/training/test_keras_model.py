"""Keras models of our specs: fresh weights, faithful outputs, fused layers, refusals."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import NetworkError
from core.layers import (
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    MaxPooling2D,
    NetworkSpec,
    Reshape,
    summary,
)
from core.recipes.catalogue import by_name
from tests.core.keras_models import (
    IMAGE,
    SPECS,
    digits_like,
    keras_inputs,
    keras_model,
    network_of,
)

DENSE = NetworkSpec((Dense(20, "relu"), Dropout(0.2), Dense(20), Dense(20), Dense(10)))


def build(spec, seed=0, form="plain"):
    from core.training.keras_model import build as build_model

    return build_model(spec, seed, form=form)


def same(some, others):
    return all(np.array_equal(a, b) for a, b in zip(some, others, strict=True))


def test_the_same_seed_gives_the_same_weights_whatever_else_was_drawn():
    import keras

    first = build(DENSE, 5).get_weights()
    keras.utils.set_random_seed(99)
    assert same(build(DENSE, 5).get_weights(), first)


def test_building_draws_nothing_from_others_random_numbers():
    import keras

    keras.utils.set_random_seed(1)
    untouched = np.random.get_state()[1].copy()  # noqa: NPY002 - the global one is the point
    build(DENSE, 5)
    assert np.array_equal(np.random.get_state()[1], untouched)  # noqa: NPY002


def test_another_seed_gives_other_weights_to_every_layer():
    first, second = (build(DENSE, seed).get_weights()[::2] for seed in (5, 6))
    assert not any(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_layers_of_one_shape_have_weights_of_their_own():
    weights = build(DENSE, 5).get_weights()
    assert weights[2].shape == weights[4].shape
    assert abs(np.corrcoef(weights[2].ravel(), weights[4].ravel())[0, 1]) < 0.25


@pytest.mark.parametrize(
    ("initializer", "deviation", "limit"),
    [
        ("glorot_uniform", np.sqrt(2 / (784 + 200)), np.sqrt(6 / (784 + 200))),
        ("he_normal", np.sqrt(2 / 784), 2.3 * np.sqrt(2 / 784)),
        ("random_normal", 0.05, np.inf),
        ("standard_normal", 1.0, np.inf),
    ],
)
def test_weights_begin_as_wide_as_the_initializer_says(initializer, deviation, limit):
    spec = NetworkSpec((Dense(200, initializer=initializer), Dense(10)))
    kernel, bias, *_ = build(spec, 1).get_weights()
    # The deviation of 156,800 numbers is known to a fifth of a percent.
    assert kernel.std() == pytest.approx(deviation, rel=0.01)
    assert abs(kernel.mean()) < 5 * deviation / np.sqrt(kernel.size)
    assert np.abs(kernel).max() <= limit
    assert not bias.any()


@pytest.mark.parametrize("name", SPECS)
def test_shapes_names_and_outputs_are_those_of_stock_keras(name):
    from core.training.keras_model import weights_of

    spec = SPECS[name]
    stock = keras_model(spec)
    network = network_of(stock, spec)
    model = build(spec)
    model.set_weights(network.weights)
    rows = summary(spec)
    assert [layer.name for layer in model.layers] == [row.name for row in rows]
    assert [w.shape for w in model.weights] == [shape for row in rows for shape in row.shapes]
    assert same(weights_of(model), network.weights)
    inputs = keras_inputs(spec, digits_like(3))
    found, wanted = np.asarray(model(inputs)), np.asarray(stock(inputs))
    assert np.abs(found - wanted).max() <= 1e-6 * max(1.0, np.abs(wanted).max())


def test_weights_are_copies():
    from core.training.keras_model import weights_of

    model = build(DENSE)
    weights = weights_of(model)
    weights[0][:] = 0
    assert weights_of(model)[0].any()
    assert all(weight.dtype == np.float32 for weight in weights)


FUSABLE = {
    "cnn": by_name("cnn").network.layers,
    "linear": (Conv2D(4), MaxPooling2D(), Flatten(), Dense(10)),
    "same": (Conv2D(4, 5, "relu", "same"), MaxPooling2D(3), Flatten(), Dense(10)),
    "strides": (Conv2D(4, 3, "relu", strides=2), MaxPooling2D(), Flatten(), Dense(10)),
    "no bias": (Conv2D(4, 3, "relu", use_bias=False), MaxPooling2D(), Flatten(), Dense(10)),
    "l2": (Conv2D(4, 3, "relu", l2=0.01), MaxPooling2D(), Flatten(), Dense(10)),
    "pooled twice": (
        Conv2D(4, 3, "relu"), MaxPooling2D(), MaxPooling2D(), Flatten(), Dense(10)
    ),
    "he_normal": (
        Conv2D(4, 3, "relu", initializer="he_normal"), MaxPooling2D(), Flatten(), Dense(10)
    ),
}  # fmt: skip
NOT_FUSABLE = {
    "tanh": (Conv2D(4, 3, "tanh"), MaxPooling2D(), Flatten(), Dense(10)),
    # Silu is no rising function: the largest value need not have the largest silu.
    "silu": (Conv2D(4, 3, "silu"), MaxPooling2D(), Flatten(), Dense(10)),
    "softmax": (Conv2D(4, 3, "softmax"), MaxPooling2D(), Flatten(), Dense(10)),
    "mean": (Conv2D(4, 3, "relu"), AveragePooling2D(), Flatten(), Dense(10)),
    "not side by side": (
        Conv2D(4), BatchNormalization(), MaxPooling2D(), Flatten(), Dense(10)
    ),
    "first": (MaxPooling2D(), Conv2D(4, 3, "relu"), Flatten(), Dense(10)),
}  # fmt: skip


@pytest.mark.parametrize("name", [*FUSABLE, *NOT_FUSABLE])
@pytest.mark.parametrize("form", ["fused", "products"])
def test_each_form_has_the_same_weights_and_outputs(name, form):
    from core.training.keras_model import unseen_border

    spec = NetworkSpec({**FUSABLE, **NOT_FUSABLE}[name], IMAGE)
    plain, fused = build(spec, 3), build(spec, 3, form)
    assert [w.path.split("/")[-1] for w in fused.weights] == [
        w.path.split("/")[-1] for w in plain.weights
    ]
    assert same(fused.get_weights(), plain.get_weights())
    # Other biases than zero, so that it matters when they are added.
    random = network_of(keras_model(spec), spec).weights
    plain.set_weights(random)
    fused.set_weights(random)
    inputs = keras_inputs(spec, digits_like(5))
    # A product sums in another order than a convolution, one of a smaller image may.
    exact = form == "fused" and not unseen_border(spec)
    tolerance = 0 if exact else 1e-5
    np.testing.assert_allclose(fused(inputs), plain(inputs), rtol=tolerance, atol=tolerance)
    assert [float(loss) for loss in fused.losses] == [float(loss) for loss in plain.losses]
    layers = [layer for layer in fused.layers if "cropping" not in layer.name]
    assert (len(layers) < len(plain.layers)) == (name in FUSABLE)


@pytest.mark.parametrize(
    ("layers", "border"),
    [
        (by_name("cnn").network.layers, 2),
        ((Conv2D(4, 3, strides=2), Flatten(), Dense(10)), 1),
        ((Conv2D(4, 4), MaxPooling2D(3), MaxPooling2D(2), Flatten(), Dense(10)), 1),
        ((MaxPooling2D(3), Flatten(), Dense(10)), 1),
        ((Conv2D(4, 3), Flatten(), Dense(10)), 0),
        ((Conv2D(4, 2, strides=5), Flatten(), Dense(10)), 1),
        ((Conv2D(4, 3, padding="same"), MaxPooling2D(3), Flatten(), Dense(10)), 0),
        # A normalisation looks at all places, whatever is left out behind it.
        ((Conv2D(4, 5), BatchNormalization(), MaxPooling2D(5), Flatten(), Dense(10)), 0),
    ],
)
def test_the_unseen_border_is_what_no_output_depends_on(layers, border):
    import tensorflow as tf

    from core.training.keras_model import unseen_border

    spec = NetworkSpec(layers, IMAGE)
    assert unseen_border(spec) == border
    inputs = tf.constant(np.random.default_rng(2).random((9, *IMAGE), np.float32))
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        total = tf.reduce_sum(build(spec)(inputs, training=True) ** 2)
    slopes = np.abs(tape.gradient(total, inputs).numpy()).sum(axis=(0, 3))
    for edge in (slopes, slopes.T):
        assert not edge[28 - border :].any()
        assert edge[27 - border].any()


@pytest.mark.parametrize(
    ("layers", "shape", "words"),
    [
        ((Dense(10),), (28, 28), r"Layer 1 \(Dense\)"),
        ((Dense(20), Conv2D(4), Flatten(), Dense(10)), (784,), r"Layer 2 \(Conv2D\)"),
        ((Conv2D(4, 29), Flatten(), Dense(10)), IMAGE, r"Layer 1 \(Conv2D\)"),
        ((MaxPooling2D(29), Flatten(), Dense(10)), IMAGE, r"Layer 1 \(MaxPooling2D\)"),
        ((Dense(20), GlobalAveragePooling2D(), Dense(10)), (784,), r"Layer 2 \(Global"),
        ((Reshape((28, 27, 1)), Flatten(), Dense(10)), (784,), r"Layer 1 \(Reshape\)"),
        ((Dense(1),), (784,), "2 to 100 outputs"),
        ((Conv2D(10, 28), Activation("softmax")), IMAGE, "a row of 2 to 100 outputs"),
        ((), (784,), "2 to 100 outputs"),
        ((Dense(10),), (783,), "28x28"),
        ((Conv2D(8), Flatten(), Dense(10)), (14, 14, 4), "28x28"),
        ((Flatten(), Dense(10)), (32, 32, 1), "28x28"),
    ],
)
@pytest.mark.parametrize("form", ["plain", "fused", "products"])
def test_layers_that_do_not_fit_are_refused_in_words(layers, shape, words, form):
    with pytest.raises(NetworkError, match=words):
        build(NetworkSpec(layers, shape), form=form)
