"""What the scorer answers is what stock Keras predicts, for any number of images."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.errors import Cancelled
from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    MaxPooling2D,
    NetworkSpec,
)
from core.records import Network
from tests.core.keras_models import IMAGE, digits_like, keras_inputs, keras_model, network_of
from tests.stopping import StopsAtCheck

SLICE = 64
"""So many images at a time where `small_slices` holds."""

DENSE = NetworkSpec((Dense(32, "relu"), Dropout(0.5), Dense(10, "softmax")))
SPECS = {
    "dense": DENSE,
    "sigmoid": NetworkSpec((Dense(16, "sigmoid"), Dense(10, "sigmoid"))),
    "cnn": NetworkSpec(
        (Conv2D(4, activation="relu"), MaxPooling2D(), Flatten(), Dense(10)), IMAGE
    ),
    "cnn of two": NetworkSpec(
        (Conv2D(4, activation="relu"), Conv2D(3), MaxPooling2D(), Flatten(), Dense(10)), IMAGE
    ),
    "batch-norm": NetworkSpec(
        (Conv2D(4), BatchNormalization(), Activation("relu"), Flatten(), Dense(20),
         BatchNormalization(), Dense(10), Activation("softmax")),
        IMAGE,
    ),
}  # fmt: skip


@pytest.fixture
def small_slices(monkeypatch):
    from core.training import scoring

    monkeypatch.setattr(scoring, "_SLICE_VALUES", 1)


def predict(network, images, **options):
    from core.training.scoring import predict as predict_many

    return predict_many(network, images, **options)


def ends_in_logits(spec):
    """The same network without its last activation, layer for layer."""
    *others, last = spec.layers
    return replace(spec, layers=(*others, replace(last, activation="linear")))


def assert_same(found, wanted):
    assert found.dtype == np.float32
    assert found.shape == wanted.shape
    scale = max(1.0, float(np.abs(wanted).max()))
    assert float(np.abs(found - wanted).max()) <= 1e-5 * scale


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize("pixels", ["unit", "raw"])
@pytest.mark.parametrize("name", SPECS)
def test_answers_are_what_stock_keras_predicts(name, pixels):
    spec = replace(SPECS[name], pixels=pixels)
    model = keras_model(spec)
    bare = keras_model(ends_in_logits(spec))
    bare.set_weights(model.get_weights())
    images = digits_like(2 * SLICE + 5)
    inputs = keras_inputs(spec, images)
    outputs, logits = (m.predict(inputs, batch_size=50, verbose=0) for m in (model, bare))
    network = network_of(model, spec)
    # Odd and even, less than a slice, one, one and an image, and a smaller last one.
    for count in (1, 2, 5, SLICE, SLICE + 1, 2 * SLICE + 5):
        found = predict(network, images[:count])
        assert_same(found.outputs, outputs[:count])
        assert_same(found.logits, logits[:count])


def test_no_image_has_no_answer():
    found = predict(network_of(keras_model(DENSE), DENSE), digits_like(0))
    assert found.logits.shape == found.outputs.shape == (0, 10)
    assert found.digits.shape == (0,)


def test_digits_are_the_largest_outputs_and_the_first_of_equal_ones():
    # Raw pixels drive a sigmoid to exactly 1 for many outputs at once.
    spec = NetworkSpec((Dense(10, "sigmoid"),), pixels="raw")
    images = digits_like(40)
    found = predict(network_of(keras_model(spec), spec), images)
    first = [row.tolist().index(row.max()) for row in found.outputs]
    assert found.digits.dtype == np.int64
    assert found.digits.tolist() == first
    assert (found.logits.argmax(axis=1) != found.digits).any()


def test_dropout_does_nothing_and_answers_repeat_to_the_bit():
    network = network_of(keras_model(DENSE), DENSE)
    first, second = (predict(network, digits_like(9)).logits for _ in range(2))
    assert np.array_equal(first, second)
    without = replace(DENSE, layers=(DENSE.layers[0], DENSE.layers[2]))
    assert np.array_equal(
        predict(Network(without, network.weights), digits_like(9)).logits, first
    )


def test_networks_of_one_kind_keep_their_own_weights():
    """The compiled function is shared between them; the weights must not be."""
    images = digits_like(9)
    some, other = (network_of(keras_model(DENSE, seed=seed), DENSE) for seed in (1, 2))
    first = predict(some, images).logits
    assert (predict(other, images).logits != first).any()
    assert np.array_equal(predict(some, images).logits, first)


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize("slices", [0, 1, 2])
def test_a_wish_to_stop_is_heard_before_the_next_slice(slices):
    stop = StopsAtCheck(slices + 1)
    network = network_of(keras_model(DENSE), DENSE)
    with pytest.raises(Cancelled):
        predict(network, digits_like(5 * SLICE), stop=stop)
    assert stop.checks == slices + 1


@pytest.mark.usefixtures("small_slices")
def test_asking_whether_to_stop_changes_no_answer():
    network, images = network_of(keras_model(DENSE), DENSE), digits_like(2 * SLICE + 1)
    stop = StopsAtCheck(4)
    found = predict(network, images, stop=stop)
    assert stop.checks == 3
    assert np.array_equal(found.logits, predict(network, images).logits)


@pytest.mark.parametrize(("filters", "slices"), [(4, 1), (40, 2)])
def test_a_wide_network_takes_fewer_images_at_a_time(filters, slices):
    spec = NetworkSpec((Conv2D(filters, 1), GlobalAveragePooling2D(), Dense(10)), IMAGE)
    model, images = keras_model(spec), digits_like(150)
    stop = StopsAtCheck(slices + 1)
    found = predict(network_of(model, spec), images, stop=stop)
    assert stop.checks == slices
    assert_same(found.logits, model.predict(keras_inputs(spec, images), verbose=0))
