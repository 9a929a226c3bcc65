"""Networks as `.keras` files: what we save and Keras opens, what Keras saves and we open."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import h5py
import numpy as np
import pytest

from core.errors import InklingError, NetworkError
from core.layers import (
    Activation,
    Conv2D,
    Dense,
    Flatten,
    NetworkSpec,
    Reshape,
    parameter_count,
)
from core.networks.forward import forward
from core.networks.keras_format.keras_file import load, save
from core.recipes.catalogue import CATALOGUE, by_name
from tests.core.keras_models import (
    SPECS,
    digits_like,
    keras_inputs,
    keras_model,
    network_of,
)
from tests.core.stranger_files import (
    DENSE,
    config_of,
    edit_json,
    h5_of,
    layer_of,
    random_network,
    same_weights,
    write_zip,
)

IMAGES = digits_like(5)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.keras"


@pytest.mark.parametrize("name", SPECS)
def test_keras_opens_what_we_save(name, path):
    import keras

    spec = SPECS[name]
    model = keras_model(spec)
    network = network_of(model, spec)
    save(path, network)
    opened = keras.saving.load_model(path)
    same_weights(opened.get_weights(), network.weights)
    inputs = keras_inputs(spec, IMAGES)
    np.testing.assert_allclose(opened(inputs), model(inputs), atol=1e-6)
    assert opened.count_params() == parameter_count(spec)


@pytest.mark.parametrize("name", SPECS)
def test_what_we_save_comes_back(name, path):
    network = random_network(SPECS[name])
    save(path, network)
    saved = load(path)
    assert saved.network.spec == network.spec
    same_weights(saved.network.weights, network.weights)
    assert saved.pixels_known
    assert (saved.recipe, saved.optimizer_variables, saved.epoch) == (None, (), 0)


def test_keras_opens_a_file_with_all_our_own_facts(path):
    import keras

    recipe = by_name("mlp-128-32")
    network = random_network(recipe.network)
    save(path, network, recipe=recipe, optimizer_variables=(np.int64(3),), epoch=4)
    assert "inkling.json" in zipfile.ZipFile(path).namelist()
    opened = keras.saving.load_model(path)
    same_weights(opened.get_weights(), network.weights)


def test_initializers_and_penalties_reach_keras(path):
    import keras

    spec = NetworkSpec(
        (Dense(10, initializer="he_normal", l2=0.25), Dense(10, initializer="random_normal"))
    )
    save(path, random_network(spec))
    first, second = keras.saving.load_model(path).layers
    assert isinstance(first.kernel_initializer, keras.initializers.HeNormal)
    assert first.kernel_regularizer.l2 == 0.25
    assert second.kernel_initializer.stddev == 0.05
    assert load(path).network.spec == spec


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_a_recipe_comes_back_with_its_network(recipe, path):
    network = replace(random_network(recipe.network), temperature=1.7, reject_below=0.4)
    variables = (np.int64(12), np.float32(0.01), np.ones((3, 2), np.float32))
    save(path, network, recipe=recipe, optimizer_variables=variables, epoch=7)
    saved = load(path)
    assert saved.recipe == recipe
    assert saved.epoch == 7
    assert (saved.network.temperature, saved.network.reject_below) == (1.7, 0.4)
    assert saved.network.spec.pixels == recipe.network.pixels
    for found, wanted in zip(saved.optimizer_variables, variables, strict=True):
        assert found.dtype == wanted.dtype
        assert found.shape == wanted.shape
        np.testing.assert_array_equal(found, wanted)


def test_a_recipe_of_a_newer_inkling_does_not_hide_the_network(path):
    recipe = by_name("softmax-10")
    save(path, random_network(recipe.network), recipe=recipe, epoch=2)
    edit_json(path, "inkling.json", lambda facts: facts["recipe"].update(inkling_recipe=9))
    saved = load(path)
    assert saved.recipe is None
    assert saved.epoch == 2


@pytest.mark.parametrize("sums", [3, [1, 2, 3], [0, 1, "2", 3], [-1, 0, 0, 0], [0, 0, 0, 1e31]])
def test_sums_that_no_epoch_can_have_are_refused(sums, path):
    save(path, random_network(SPECS["one dense"]), epoch_sums=(2.5, 3, 4, 4))
    assert load(path).epoch_sums == (2.5, 3, 4, 4)
    edit_json(path, "inkling.json", lambda facts: facts.update(epoch_sums=sums))
    with pytest.raises(NetworkError, match=r"inkling\.json"):
        load(path)


def test_wrong_weights_are_not_saved(path):
    network = random_network(SPECS["one dense"])
    with pytest.raises(NetworkError, match="1 weight arrays; its layers need 2"):
        save(path, replace(network, weights=network.weights[:1]))
    assert not path.exists()


def test_a_failing_write_keeps_the_old_file(path, monkeypatch):
    old = random_network(SPECS["one dense"])
    save(path, old)
    real = zipfile.ZipFile.writestr

    def full_disk(archive, name, content):
        if name == "model.weights.h5":
            raise OSError(28, "No space left on device")
        real(archive, name, content)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full_disk)
    with pytest.raises(InklingError, match="No space left"):
        save(path, random_network(SPECS["one dense"], seed=1))
    monkeypatch.undo()
    same_weights(load(path).network.weights, old.weights)
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


@pytest.mark.parametrize("functional", [False, True])
@pytest.mark.parametrize("name", SPECS)
def test_we_open_what_keras_saves(name, functional, path):
    spec = SPECS[name]
    model = keras_model(spec, functional=functional)
    model.save(path)
    saved = load(path)
    assert saved.network.spec.layers == spec.layers
    same_weights(saved.network.weights, model.get_weights())
    network = replace(saved.network, spec=replace(saved.network.spec, pixels=spec.pixels))
    wanted = np.asarray(model(keras_inputs(spec, IMAGES)))
    scale = max(1.0, np.abs(wanted).max())
    assert np.abs(forward(network, IMAGES).outputs - wanted).max() < 1e-5 * scale


def test_pixels_are_known_only_where_the_file_says_them(path):
    keras_model(SPECS["one dense"]).save(path)
    saved = load(path)
    assert not saved.pixels_known
    assert saved.network.spec.pixels == "unit"
    keras_model(SPECS["rescaled"]).save(path)
    saved = load(path)
    assert saved.pixels_known
    assert saved.network.spec.pixels == "raw"


def _kerass(layers, path, *, inputs=(28, 28, 1), compiled=None):
    import keras

    model = keras.Sequential([keras.Input(inputs), *layers] if inputs else layers)
    if not inputs:
        model(np.zeros((1, 28, 28), np.float32))
    if compiled:
        model.compile(**compiled)
        shape = (4, *model.input_shape[1:])
        model.fit(np.zeros(shape), np.arange(4), verbose=0)
    model.save(path)
    return model


def test_a_trained_and_compiled_model_opens(path):
    from keras import layers

    options = {
        "optimizer": "adam",
        "loss": "sparse_categorical_crossentropy",
        "metrics": ["accuracy"],
    }
    parts = [layers.Flatten(), layers.Dense(8, "relu", name="L1"), layers.Dense(10, "softmax")]
    model = _kerass(parts, path, inputs=(28, 28), compiled=options)
    saved = load(path)
    same_weights(saved.network.weights, model.get_weights())
    assert saved.optimizer_variables == ()


def test_a_model_without_an_input_layer_opens(path):
    from keras import layers

    model = _kerass([layers.Flatten(), layers.Dense(10)], path, inputs=None)
    saved = load(path)
    assert saved.network.spec == NetworkSpec((Flatten(), Dense(10)), (28, 28))
    same_weights(saved.network.weights, model.get_weights())


def test_layers_that_only_train_and_other_spellings_open(path):
    from keras import activations, layers

    parts = [
        layers.RandomRotation(0.1),
        layers.GaussianNoise(0.1),
        layers.Conv2D(3, (3, 3), activation=activations.silu, dtype="float32"),
        layers.SpatialDropout2D(0.2),
        layers.BatchNormalization(scale=False),
        layers.ReLU(),
        layers.BatchNormalization(center=False, axis=3),
        layers.Reshape((-1, 26)),
        layers.Flatten(),
        layers.Dense(10, activation="swish"),
        layers.Softmax(),
    ]
    model = _kerass(parts, path)
    rng = np.random.default_rng(0)
    for layer in model.layers:
        if isinstance(layer, layers.BatchNormalization):
            layer.set_weights([rng.uniform(0.5, 2, w.shape) for w in layer.get_weights()])
    model.save(path)
    spec = load(path).network.spec
    assert [type(layer).__name__ for layer in spec.layers] == [
        "Conv2D",
        "BatchNormalization",
        "Activation",
        "BatchNormalization",
        "Reshape",
        "Flatten",
        "Dense",
        "Activation",
    ]
    assert spec.layers[0] == Conv2D(3, activation="silu")
    assert spec.layers[4] == Reshape((78, 26))
    assert spec.layers[7] == Activation("softmax")
    predictions = forward(load(path).network, IMAGES)
    wanted = np.asarray(model(keras_inputs(spec, IMAGES), training=False))
    np.testing.assert_allclose(predictions.outputs, wanted, atol=1e-5)


def test_half_precision_weights_open_as_float32(path):
    write_zip(
        path, config_of(DENSE), h5_of({"dense": [np.ones((784, 10), "f2"), np.ones(10, ">f8")]})
    )
    same_weights(
        load(path).network.weights,
        [np.ones((784, 10), np.float32), np.ones(10, np.float32)],
    )


def test_a_file_of_keras_2_opens(path):
    """Its paths and its list of connections were others."""
    layers = [
        layer_of("InputLayer", name="in", batch_input_shape=[None, 784], inbound_nodes=[]),
        layer_of("Dense", name="d", units=10, inbound_nodes=[[["in", 0, 0, {}]]]),
    ]
    config = {
        "class_name": "Functional",
        "config": {
            "name": "model",
            "layers": layers,
            "input_layers": [["in", 0, 0]],
            "output_layers": [["d", 0, 0]],
        },
    }
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        group = file.create_group("_layer_checkpoint_dependencies/dense/vars")
        group["0"], group["1"] = np.ones((784, 10), "f4"), np.zeros(10, "f4")
    write_zip(path, config, content.getvalue())
    assert load(path).network.spec == NetworkSpec((Dense(10),))
