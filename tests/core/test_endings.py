"""The last activation: found behind whatever changes no value, and the same for everyone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.endings import ending, split_ending
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
    NetworkSpec,
    Rescaling,
    Reshape,
)
from core.networks.forward import forward, probabilities
from core.networks.keras_format import keras_file
from core.recipes.keras_script import keras_script
from core.records import CLIP, Recipe
from tests.core.keras_models import IMAGE, digits_like, keras_inputs, keras_model, network_of

SOFTMAX = Dense(10, "softmax")
FILTERS = Conv2D(10, 28, "softmax")

BEHIND = {
    "nothing": NetworkSpec((SOFTMAX,)),
    "dropout": NetworkSpec((SOFTMAX, Dropout(0.2))),
    "two dropouts": NetworkSpec((Dense(20, "relu"), SOFTMAX, Dropout(0.2), Dropout(0.5))),
    "linear activation": NetworkSpec((SOFTMAX, Activation("linear"))),
    "an activation of its own": NetworkSpec((Dense(10), Activation("softmax"), Dropout(0.3))),
    "dropout between": NetworkSpec((Dense(10), Dropout(0.1), Activation("softmax"))),
    "identity": NetworkSpec((SOFTMAX, Rescaling(1.0, 0.0))),
    "reshape": NetworkSpec((SOFTMAX, Reshape((10,)), Dropout(0.2))),
    "flatten": NetworkSpec((FILTERS, Flatten()), IMAGE),
    "pools of one value": NetworkSpec(
        (FILTERS, MaxPooling2D(1), AveragePooling2D(1), GlobalMaxPooling2D()), IMAGE
    ),
    "global mean of one value": NetworkSpec((FILTERS, GlobalAveragePooling2D()), IMAGE),
}
"""Networks whose outputs are the softmax of their logits, whatever stands behind it."""


@pytest.mark.parametrize("last", [Dense(10, "softmax"), Dense(10, "sigmoid"), Dense(10)])
def test_the_last_activation_comes_off_and_nothing_else(last):
    spec = NetworkSpec((Dense(20, "relu"), last))
    cut, activation = split_ending(spec)
    assert activation == last.activation
    assert cut == replace(spec, layers=(Dense(20, "relu"), Dense(10)))


@pytest.mark.parametrize("spec", BEHIND.values(), ids=BEHIND)
def test_what_changes_no_value_is_looked_behind(spec):
    cut, activation = split_ending(spec)
    assert activation == ending(spec) == "softmax"
    assert len(cut.layers) == len(spec.layers)
    assert ending(cut) == "linear"


@pytest.mark.parametrize(
    "layers",
    [
        (SOFTMAX, BatchNormalization()),
        (SOFTMAX, Rescaling(2.0, 0.0), Dropout(0.2)),
        (Dense(784, "softmax"), Reshape(IMAGE), GlobalAveragePooling2D(), Dense(10)),
        # The softmax runs over two channels, not over the ten outputs.
        (Dense(10), Reshape((1, 5, 2)), Activation("softmax"), Flatten()),
    ],
)
def test_an_activation_that_is_not_the_last_to_change_values_stays(layers):
    spec = NetworkSpec(layers)
    assert split_ending(spec) == (spec, "linear")


def _labels(count):
    return np.arange(count) % 10


@pytest.mark.parametrize("spec", BEHIND.values(), ids=BEHIND)
def test_every_door_says_the_same_probabilities_as_keras(spec, tmp_path):
    import keras

    from core.training.scoring import predict as score_images

    model, images = keras_model(spec), digits_like(40)
    network = network_of(model, spec)
    wanted = np.asarray(model(keras_inputs(spec, images)))
    here = forward(network, images)
    file = tmp_path / "saved.keras"
    keras_file.save(file, network)
    opened = keras.saving.load_model(file)
    found = {
        "NumPy": here.outputs,
        "probabilities": probabilities(network, here),
        "TensorFlow": score_images(network, images).outputs,
        "file, by Keras": np.asarray(opened(keras_inputs(spec, images))),
        "file, by us": forward(
            keras_file.load(tmp_path / "saved.keras").network, images
        ).outputs,
    }
    for door, outputs in found.items():
        np.testing.assert_allclose(outputs, wanted, atol=1e-5, err_msg=door)


@pytest.mark.parametrize("loss", ["crossentropy", "clipped_crossentropy"])
@pytest.mark.parametrize("spec", BEHIND.values(), ids=BEHIND)
def test_the_loss_is_that_of_the_logits_as_stock_keras_measures_it(spec, loss):
    import keras

    from core.evaluation.metrics import score
    from core.training.keras_model import build
    from core.training.losses import activated, sample_losses, targets

    model, images, labels = keras_model(spec), digits_like(40), _labels(40)
    network = network_of(model, spec)
    cut, activation = split_ending(spec)
    trained = build(cut, 0)
    trained.set_weights(network.weights)
    logits = trained(keras_inputs(spec, images))
    outputs = activated(activation, logits)
    ours = sample_losses(loss, targets(labels.astype(np.int32), 10, 0.0), logits, outputs)
    # Keras takes a softmax's logits where it finds them, and clips at CLIP where it does not.
    stock = np.asarray(model(keras_inputs(spec, images)), np.float64)
    of_the_label = stock[np.arange(40), labels]
    if loss == "clipped_crossentropy":
        of_the_label = np.clip(of_the_label, CLIP, 1 - CLIP)
    wanted = -np.log(of_the_label).mean()
    assert float(np.mean(ours)) == pytest.approx(wanted, rel=1e-4)
    assert score(forward(network, images), labels, loss).loss == pytest.approx(wanted, rel=1e-4)
    assert keras.config.epsilon() == CLIP


@pytest.mark.parametrize("spec", BEHIND.values(), ids=BEHIND)
def test_a_keras_script_ends_in_the_same_logits(spec):
    model, images = keras_model(spec), digits_like(40)
    script = keras_script(Recipe("mine", spec))
    lines = script[script.index("model = keras.Sequential(") :]
    lines = lines[: lines.index("model.summary()")]
    import keras

    said: dict[str, object] = {"keras": keras}
    exec(lines, said)
    said["model"].set_weights(model.get_weights())
    logits = np.asarray(said["model"](keras_inputs(spec, images)))
    np.testing.assert_allclose(
        logits, forward(network_of(model, spec), images).logits, atol=1e-4
    )
    assert 'Activation("softmax")' in script[script.index("# ---- Test") :]


def test_a_dropout_behind_the_softmax_learns_as_one_behind_the_logits(sample):
    """One meaning of a network: `Dense 10 softmax, Dropout .2` is no softmax of a softmax."""
    from core.control import Control
    from core.training.train import train

    def trained(*layers):
        recipe = Recipe("mine", NetworkSpec(layers), epochs=1, train_images=1500, batch_size=64)
        return train(recipe, sample, report=lambda _report: None, control=Control())

    behind = trained(SOFTMAX, Dropout(0.2))
    before = trained(Dense(10), Dropout(0.2), Activation("softmax"))
    for one, other in zip(behind.network.weights, before.network.weights, strict=True):
        np.testing.assert_array_equal(one, other)
    # What the training measured of the test images is what the pad says of them.
    there = probabilities(behind.network, behind.test_predictions)
    here = probabilities(behind.network, forward(behind.network, sample.test_images))
    np.testing.assert_allclose(there, here, atol=1e-5)
