from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.layers import (
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    MaxPooling2D,
    NetworkSpec,
    Rescaling,
    summary,
)
from core.networks.forward import predict
from core.networks.inside import first_weights, look_inside
from core.records import Network


def random_network(spec):
    rng = np.random.default_rng(5)
    shapes = [shape for row in summary(spec) for shape in row.shapes]
    weights = tuple(rng.normal(0, 0.2, shape).astype(np.float32) for shape in shapes)
    return Network(spec, weights)


@pytest.fixture
def image(sample):
    return sample.test_images[7]


DENSE = NetworkSpec((Dense(40, "relu"), Dropout(0.3), Dense(10)))
CNN = NetworkSpec(
    (Conv2D(6, activation="relu"), MaxPooling2D(), Flatten(), Dense(10, "softmax")),
    (28, 28, 1),
)


def test_every_layer_but_dropout_is_shown_with_its_shape(image):
    inside = look_inside(random_network(DENSE), image)
    assert [(view.kind, view.shape) for view in inside.layers] == [
        ("Dense", (40,)),
        ("Dense", (10,)),
    ]


def test_a_convolution_has_a_picture_for_each_channel(image):
    inside = look_inside(random_network(CNN), image)
    assert inside.layers[0].pictures.shape == (6, 26, 26)
    assert inside.layers[1].pictures.shape == (6, 13, 13)


@pytest.mark.parametrize("spec", [DENSE, CNN])
def test_the_last_layer_says_what_the_network_answers(spec, image):
    network = random_network(spec)
    inside, answer = look_inside(network, image), predict(network, image)
    last = inside.layers[-1].pictures.ravel()[:10]
    assert np.allclose(last, answer.outputs, atol=1e-5)
    assert np.allclose(inside.softmax.probabilities, answer.probabilities)


def test_softmax_is_the_share_of_each_exponential(image):
    steps = look_inside(random_network(DENSE), image).softmax
    assert steps.shifted.max() == 0
    shares = steps.terms / steps.terms.sum()
    assert np.allclose(shares, steps.probabilities, atol=1e-6)


def test_share_of_silent_units_is_that_of_exact_zeros(image):
    view = look_inside(random_network(DENSE), image).layers[0]
    assert view.silent == np.mean(view.pictures[~np.isnan(view.pictures)] == 0)


def test_first_weights_are_pictures_where_they_see_the_image():
    dense, cnn = random_network(DENSE), random_network(CNN)
    assert np.array_equal(first_weights(dense)[3].ravel(), dense.weights[0][:, 3])
    assert np.array_equal(first_weights(cnn)[2], cnn.weights[0][:, :, 0, 2])
    deeper = NetworkSpec((Rescaling(), Dense(10)))
    assert first_weights(random_network(deeper)).shape == (10, 28, 28)


@pytest.mark.parametrize("last", ["linear", "softmax", "sigmoid", "relu", "tanh"])
@pytest.mark.parametrize("temperature", [1.0, 2.5])
def test_each_probability_is_the_share_of_its_term_whatever_the_end(image, last, temperature):
    spec = NetworkSpec((Dense(40, "relu"), Dense(10, last)))
    network = replace(random_network(spec), temperature=temperature)
    steps = look_inside(network, image).softmax
    assert np.allclose(steps.terms / steps.terms.sum(), steps.probabilities, atol=1e-6)
    assert np.allclose(steps.probabilities, predict(network, image).probabilities)
    assert steps.temperature == (1.0 if last == "sigmoid" else temperature)


def test_a_sum_that_is_no_number_is_said(image):
    network = random_network(NetworkSpec((Dense(10, "sigmoid"),)))
    weights = (network.weights[0], np.full(10, -1e4, np.float32))
    steps = look_inside(replace(network, weights=weights), image).softmax
    assert not steps.known
    assert np.allclose(steps.probabilities, 0.1)
