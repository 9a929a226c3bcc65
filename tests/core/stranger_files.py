"""Hand-made ``.keras`` files, as a stranger may have made them."""

from __future__ import annotations

import io
import json
import zipfile

import h5py
import numpy as np
import pytest

from core.errors import NetworkError
from core.layers import summary
from core.networks.keras_format.keras_file import load
from core.records import Network


def random_network(spec, seed=0):
    rng = np.random.default_rng(seed)
    shapes = [shape for row in summary(spec) for shape in row.shapes]
    return Network(spec, tuple(rng.uniform(0.1, 1, s).astype(np.float32) for s in shapes))


def same_weights(found, wanted):
    assert len(found) == len(wanted)
    for a, b in zip(found, wanted, strict=True):
        np.testing.assert_array_equal(a, b)
        assert a.dtype == np.float32


def layer_of(class_name, inbound_nodes=None, **config):
    layer = {
        "module": "keras.layers",
        "class_name": class_name,
        "config": config,
        "registered_name": None,
    }
    return layer if inbound_nodes is None else {**layer, "inbound_nodes": inbound_nodes}


def config_of(*layers, shape=(784,), class_name="Sequential"):
    inputs = layer_of("InputLayer", name="in", batch_shape=[None, *shape])
    return {"class_name": class_name, "config": {"name": "m", "layers": [inputs, *layers]}}


DENSE = layer_of("Dense", name="d", units=10)


def h5_of(layers):
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        for name, arrays in layers.items():
            group = file.create_group(f"layers/{name}/vars")
            for index, array in enumerate(arrays):
                group[str(index)] = array
    return content.getvalue()


GOOD_H5 = h5_of({"dense": [np.ones((784, 10), "f4"), np.zeros(10, "f4")]})


def write_zip(path, config, weights=GOOD_H5, *, facts=None, method=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("metadata.json", "{}")
        text = config if isinstance(config, bytes | str) else json.dumps(config)
        archive.writestr("config.json", text)
        if weights is not None:
            archive.writestr("model.weights.h5", weights)
        if facts is not None:
            archive.writestr(
                "inkling.json", facts if isinstance(facts, str) else json.dumps(facts)
            )


def edit_json(path, name, change):
    with zipfile.ZipFile(path) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    data = json.loads(entries[name])
    change(data)
    entries[name] = json.dumps(data).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in entries.items():
            archive.writestr(entry, content)


def refusal(path):
    with pytest.raises(NetworkError) as caught:
        load(path)
    said = str(caught.value)
    assert str(path) in said
    assert caught.value.cure
    assert "{" not in said
    return said
