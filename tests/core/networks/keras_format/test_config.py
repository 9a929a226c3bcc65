"""What the config of a stranger's network may not say."""

from __future__ import annotations

import numpy as np
import pytest

from core.layers import (
    Dense,
    NetworkSpec,
)
from core.networks.keras_format.keras_file import load
from tests.core.stranger_files import (
    DENSE,
    config_of,
    h5_of,
    layer_of,
    refusal,
    write_zip,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.keras"


def test_the_good_handmade_file_opens(path):
    write_zip(path, config_of(DENSE))
    assert load(path).network.spec == NetworkSpec((Dense(10),))


def test_a_lambda_is_refused_and_never_runs(path):
    import keras

    model = keras.Sequential(
        [keras.Input((784,)), keras.layers.Lambda(keras.ops.relu), keras.layers.Dense(10)]
    )
    model.save(path)
    assert "uses the layer Lambda (lambda" in refusal(path)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (config_of(layer_of("Embedding", name="e"), DENSE), "the layer Embedding"),
        (config_of({**DENSE, "registered_name": "evil>Dense"}), "the layer evil>Dense"),
        (config_of(layer_of("Sequential", name="s", layers=[])), "last layer of this network"),
        (config_of(layer_of("x" * 10_000, name="e")), "the layer xxx"),
        (config_of(class_name="MyModel"), "class MyModel"),
        (config_of(DENSE, shape=(32, 32, 3)), "inputs of shape (32, 32, 3)"),
        (config_of(DENSE, shape=(28, 28, 1)), "Layer 1 (Dense) cannot take inputs"),
        (config_of(layer_of("Dense", units=1)), "gives (1,); Inkling's networks"),
        (config_of(layer_of("Dense", units="10")), 'units = "10"'),
        (config_of(layer_of("Dense", units=True)), "units = true"),
        (config_of(layer_of("Dense", units=0)), "units = 0"),
        (config_of(layer_of("Dense", units=-3)), "units = -3"),
        (config_of(layer_of("Dense", units=10**4000)), "units = a very large number"),
        (config_of(layer_of("Dense")), "units = null"),
        (config_of(layer_of("Dense", units=10, activation="celu")), 'activation = "celu"'),
        (
            config_of(
                layer_of(
                    "Dense",
                    units=10,
                    activation={"class_name": "Evil", "config": "os.system"},
                )
            ),
            'activation = "Evil"',
        ),
        (config_of(layer_of("Dense", units=10, use_bias="no")), 'use_bias = "no"'),
        (
            config_of(
                layer_of("Dense", units=10, dtype={"class_name": "QuantizedDTypePolicy"})
            ),
            'dtype = "QuantizedDTypePolicy"',
        ),
        (config_of(layer_of("Dropout", rate=1.5), DENSE), "rate = 1.5"),
        (config_of(layer_of("Dropout", rate="NaN"), DENSE), 'rate = "NaN"'),
        (config_of(layer_of("Rescaling", scale=[1, 2]), DENSE), "scale = (1, 2)"),
        (config_of(layer_of("Reshape", target_shape=[-1, -1]), DENSE), "target_shape"),
        (config_of(layer_of("Reshape", target_shape=[1] * 40), DENSE), "target_shape"),
        (config_of(layer_of("Reshape", target_shape=[0, -1]), DENSE), "target_shape"),
        (config_of(layer_of("Reshape", target_shape=[5, -1]), DENSE), "cannot take inputs"),
        (config_of(layer_of("BatchNormalization", axis=[1, 2]), DENSE), "axis = (1, 2)"),
        (config_of(layer_of("BatchNormalization", axis=0), DENSE), "axis = 0"),
        (config_of(layer_of("BatchNormalization", renorm=True), DENSE), "renorm = true"),
        (
            config_of(
                layer_of("BatchNormalization", axis=1),
                layer_of("Flatten"),
                DENSE,
                shape=(28, 28, 1),
            ),
            "axis = 1",
        ),
        (config_of(layer_of("Softmax", axis=1), DENSE), "axis = 1"),
        (config_of(layer_of("ReLU", max_value=4), DENSE), "max_value = 4"),
        (config_of(*[layer_of("Flatten")] * 201), "has 202 layers"),
        ([], "its model cannot be read"),
        ({"class_name": "Sequential"}, "its model's config cannot be read"),
        ({"class_name": "Sequential", "config": {"layers": 3}}, "its layers cannot be read"),
        ({"class_name": "Sequential", "config": {"layers": []}}, "its input shape"),
        (b"\xff\xfe", "its config.json cannot be read"),
        (b"{", "its config.json cannot be read"),
        (b"[" * 500_000, "its config.json cannot be read"),
        (b"1" * 5_000, "its config.json cannot be read"),
    ],
)
def test_what_the_config_may_not_say(config, said, path):
    write_zip(path, config)
    assert said in refusal(path)


def _conv(**options):
    convolution = layer_of(
        "Conv2D", **{"name": "c", "filters": 2, "kernel_size": [3, 3], **options}
    )
    return config_of(convolution, layer_of("Flatten"), DENSE, shape=(28, 28, 1))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"kernel_size": [3, 5]}, "the layer Conv2D (c) has kernel_size = (3, 5)"),
        ({"kernel_size": 0}, "kernel_size = 0"),
        ({"kernel_size": 29}, "kernel_size = 29; it can be 1 to 28 pixels"),
        ({"strides": 0}, "strides = 0"),
        ({"padding": "causal"}, 'padding = "causal"'),
        ({"padding": ["same"]}, "padding = a list"),
        ({"dilation_rate": [2, 2]}, "dilation_rate = (2, 2)"),
        ({"strides": [2, 1]}, "strides = (2, 1)"),
        ({"groups": 2}, "groups = 2"),
        ({"data_format": "channels_first"}, "data_format"),
    ],
)
def test_convolutions_that_inkling_does_not_compute(options, said, path):
    write_zip(path, _conv(**options))
    assert said in refusal(path)


@pytest.mark.parametrize(
    "layers",
    [
        [layer_of("Dense", units=2**16), DENSE],
        [layer_of("Dense", units=20_000), layer_of("Dense", units=20_000), DENSE],
    ],
)
def test_a_small_file_that_asks_for_huge_layers_is_refused(layers, path):
    write_zip(path, config_of(*layers))
    assert "larger than any that reads digits" in refusal(path)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"filters": 1_000_000, "kernel_size": 1}, "filters = 1000000; it can be 1 to 4096"),
        ({"filters": 1, "kernel_size": 3_000, "padding": "same"}, "it can be 1 to 28 pixels"),
    ],
)
def test_a_convolution_beyond_the_limits_is_refused(options, said, path):
    write_zip(path, _conv(**options))
    assert said in refusal(path)


def test_convolutions_that_would_fill_the_memory_are_refused(path):
    # Few weights, but tens of megabytes for each image on its way.
    wide = layer_of("Conv2D", filters=4_096, kernel_size=1)
    far = layer_of("Conv2D", filters=1, kernel_size=5, padding="same")
    write_zip(path, config_of(wide, far, layer_of("Flatten"), DENSE, shape=(28, 28, 1)))
    assert "larger than any that reads digits" in refusal(path)


def _functional(**changes):
    layers = {
        "in": [],
        "a": [_node("in")],
        "b": [_node("a")],
        **changes.pop("nodes", {}),
    }
    described = [layer_of("InputLayer", [], name="in", batch_shape=[None, 784])]
    described += [
        layer_of("Dense", nodes, name=name, units=10)
        for name, nodes in layers.items()
        if name != "in"
    ]
    config = {
        "name": "m",
        "layers": described,
        "input_layers": ["in", 0, 0],
        "output_layers": ["b", 0, 0],
        **changes,
    }
    return {"class_name": "Functional", "config": config}


def _node(*sources, **kwargs):
    tensors = [
        {"class_name": "__keras_tensor__", "config": {"keras_history": [source, 0, 0]}}
        for source in sources
    ]
    return {"args": tensors, "kwargs": kwargs}


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (_functional(nodes={"b": [_node("a", "in")]}), "with branches"),
        (_functional(nodes={"b": [_node("a"), _node("in")]}), "with branches"),
        (_functional(nodes={"c": [_node("a")]}), "with branches"),
        (_functional(nodes={"a": [_node("b")]}), "with branches"),
        (_functional(nodes={"a": [_node("nobody")]}), "with branches"),
        (_functional(nodes={"a": []}), "with branches"),
        (_functional(nodes={"b": [_node("a", training=True)]}), "in training mode"),
        (_functional(nodes={"b": 3}), "its connections cannot be read"),
        (_functional(nodes={"b": [3]}), "its connections cannot be read"),
        (_functional(nodes={"b": [{"args": [[]]}]}), "with branches"),
        (_functional(output_layers=[["a", 0, 0], ["b", 0, 0]]), "with branches"),
        (_functional(output_layers={}), "cannot be read"),
        (_functional(output_layers=["x", 0, 0]), "with branches"),
    ],
)
def test_functional_models_that_are_no_chain(config, said, path):
    write_zip(path, config)
    assert said in refusal(path)


def test_the_handmade_functional_model_is_a_chain(path):
    arrays = [np.ones((784, 10), "f4"), np.ones(10, "f4")]
    second = [np.ones((10, 10), "f4"), np.ones(10, "f4")]
    write_zip(path, _functional(), h5_of({"dense": arrays, "dense_1": second}))
    assert load(path).network.spec == NetworkSpec((Dense(10), Dense(10)))
