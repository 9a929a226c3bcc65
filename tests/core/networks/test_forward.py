"""The networks in NumPy answer what Keras answers."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from core.errors import NetworkError
from core.layers import Dense, NetworkSpec
from core.networks import forward as forward_room
from core.networks.forward import ending, forward, predict, probabilities
from core.recipes.catalogue import CATALOGUE
from core.records import Network, Predictions
from tests.core.keras_models import (
    SPECS,
    digits_like,
    keras_inputs,
    keras_model,
    network_of,
)

ENDINGS = {"sigmoid": "sigmoid", "softmax": "softmax", "late activation": "softmax"}


def _random_network(spec, seed=0):
    """A network with random weights, made without Keras."""
    from core.layers import summary

    rng = np.random.default_rng(seed)
    shapes = [shape for row in summary(spec) for shape in row.shapes]
    # Variances, which are among the one-dimensional weights, must not be negative.
    arrays = (rng.normal(0, 0.1, s) if len(s) > 1 else rng.uniform(0.5, 1, s) for s in shapes)
    return Network(spec, tuple(array.astype(np.float32) for array in arrays))


def _agrees(found, wanted):
    scale = max(1.0, np.abs(wanted).max())
    assert np.abs(found - wanted).max() <= 1e-5 * scale


@pytest.mark.parametrize("name", SPECS)
def test_every_layer_agrees_with_keras(name):
    spec = SPECS[name]
    model = keras_model(spec)
    images = digits_like(7)
    wanted = np.asarray(model(keras_inputs(spec, images)))
    predictions = forward(network_of(model, spec), images)
    _agrees(predictions.outputs, wanted)
    assert predictions.outputs.dtype == predictions.logits.dtype == np.float32


def _distinct_networks():
    return {recipe.network: recipe.name for recipe in CATALOGUE}


@pytest.mark.parametrize("spec", _distinct_networks(), ids=_distinct_networks().values())
def test_every_recipe_agrees_with_keras(spec):
    model = keras_model(spec, seed=3)
    images = digits_like(3, seed=1)
    wanted = np.asarray(model(keras_inputs(spec, images)))
    _agrees(forward(network_of(model, spec), images).outputs, wanted)


@pytest.mark.parametrize("name", ["sigmoid", "softmax", "late activation", "dense relu"])
def test_logits_are_what_the_last_activation_gets(name):
    spec = SPECS[name]
    network = _random_network(spec)
    predictions = forward(network, digits_like(5))
    assert ending(spec) == ENDINGS.get(name, "linear")
    z = predictions.logits.astype(np.float64)
    expected = {
        "sigmoid": 1 / (1 + np.exp(-z)),
        "softmax": np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
        "linear": z,
    }[ending(spec)]
    np.testing.assert_allclose(predictions.outputs, expected, atol=1e-6)


@pytest.mark.parametrize("name", ["tutorial cnn", "pen", "dropout"])
def test_slices_do_not_change_the_answers(name, monkeypatch):
    network = _random_network(SPECS[name])
    images = digits_like(11)
    whole = forward(network, images)
    monkeypatch.setattr(forward_room, "SLICE_NUMBERS", 1)
    single = forward(replace(network), images)
    _agrees(single.logits, whole.logits)
    for index in range(len(images)):
        _agrees(predict(network, images[index]).logits, whole.logits[index])


def test_memory_of_a_large_batch_stays_small():
    import tracemalloc

    network = _random_network(SPECS["pen"])
    images = digits_like(600)
    forward(network, images[:1])
    tracemalloc.start()
    forward(network, images)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # One slice's arrays; unrolling all 600 images at once would take 145 MB.
    assert peak < 24e6


def test_neither_images_nor_weights_are_written_to():
    network = _random_network(SPECS["norm folded"])
    images = digits_like(2)
    before = images.copy(), [w.copy() for w in network.weights]
    images.flags.writeable = False
    for array in network.weights:
        array.flags.writeable = False
    first = forward(network, images)
    again = forward(network, images)
    np.testing.assert_array_equal(first.logits, again.logits)
    np.testing.assert_array_equal(images, before[0])
    for array, copy in zip(network.weights, before[1], strict=True):
        np.testing.assert_array_equal(array, copy)


def test_no_images_give_no_answers():
    predictions = forward(
        _random_network(SPECS["tutorial cnn"]), np.zeros((0, 28, 28), np.uint8)
    )
    assert predictions.logits.shape == predictions.outputs.shape == (0, 10)


def test_the_prepared_form_goes_with_its_network():
    network = _random_network(SPECS["one dense"])
    forward(network, digits_like(1))
    held = len(forward_room._READERS)
    del network
    gc.collect()
    assert len(forward_room._READERS) == held - 1


def test_wrong_weights_are_named():
    network = _random_network(SPECS["dense relu"])
    with pytest.raises(NetworkError, match="5 weight arrays; its layers need 6"):
        forward(replace(network, weights=network.weights[:-1]), digits_like(1))
    bent = (*network.weights[:2], network.weights[2].T, *network.weights[3:])
    with pytest.raises(NetworkError, match=r"dense_1 has weights of shape \(32, 128\)"):
        forward(replace(network, weights=bent), digits_like(1))


def _one_dense(activation, bias, **settings):
    spec = NetworkSpec((Dense(10, activation),))
    weights = np.zeros((784, 10), np.float32), np.asarray(bias, np.float32)
    return Network(spec, weights, **settings)


def test_temperature_softens_but_keeps_the_digit():
    bias = np.arange(10)[::-1]
    image = digits_like(1)[0]
    plain = predict(_one_dense("linear", bias), image)
    soft = predict(_one_dense("linear", bias, temperature=4.0), image)
    expected = np.exp(bias / 4) / np.exp(bias / 4).sum()
    np.testing.assert_allclose(soft.probabilities, expected, rtol=1e-5)
    assert plain.digit == soft.digit == 0
    assert plain.confidence > soft.confidence


def test_low_confidence_is_rejected_only_where_asked():
    image = digits_like(1)[0]
    bias = np.zeros(10)
    bias[4] = 1
    assert predict(_one_dense("softmax", bias), image).is_digit
    rejected = predict(_one_dense("softmax", bias, reject_below=0.5), image)
    assert rejected.digit == 4
    assert not rejected.is_digit


def test_saturated_sigmoids_tie_and_the_first_wins():
    bias = [-20, 17, 30, 25, -5, -5, -5, -5, -5, -5]
    prediction = predict(_one_dense("sigmoid", bias), digits_like(1)[0])
    assert list(prediction.outputs[1:4]) == [1.0, 1.0, 1.0]
    assert prediction.digit == 1
    assert prediction.logits.argmax() == 2
    assert prediction.probabilities.sum() == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("activation", "value"), [("sigmoid", -200.0), ("linear", np.nan), ("softmax", np.inf)]
)
def test_answers_that_are_no_numbers_become_equal_shares(activation, value):
    network = _one_dense(activation, np.full(10, value))
    shares = probabilities(network, forward(network, digits_like(2)))
    np.testing.assert_allclose(shares, 0.1, rtol=1e-6)


def test_other_ends_take_the_softmax_of_the_outputs():
    network = _one_dense("tanh", np.zeros(10))
    outputs = np.linspace(-1, 1, 10, dtype=np.float32)[None]
    shares = probabilities(network, Predictions(logits=np.zeros_like(outputs), outputs=outputs))
    assert shares.argmax() == 9
    assert shares.sum() == pytest.approx(1, abs=1e-6)


def test_reading_a_digit_does_not_load_tensorflow():
    code = (
        "import sys, numpy as np\n"
        "from core.networks.forward import predict\n"
        "from core.layers import Dense, NetworkSpec\n"
        "from core.records import Network\n"
        "weights = np.zeros((784, 10), np.float32), np.zeros(10, np.float32)\n"
        "predict(Network(NetworkSpec((Dense(10),)), weights), np.zeros((28, 28), np.uint8))\n"
        "assert not {'tensorflow', 'keras'} & set(sys.modules), 'loaded'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(
    "door", ["core.networks.forward", "gui.app", "tests.benchmarks.prediction"]
)
def test_numpy_gets_one_thread_through_every_door(door):
    """Its spinning threads make predictions last a hundred times longer during a training."""
    code = (
        "import os, sys\n"
        "sys.addaudithook(lambda event, args: event == 'import' and args[0] == 'numpy'\n"
        "    and print(os.environ.get('OPENBLAS_NUM_THREADS')))\n"
        f"import {door}\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert result.stdout.split()[0] == "1"
