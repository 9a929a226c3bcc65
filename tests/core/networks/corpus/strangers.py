"""What people take for a network that can be opened: refused, each with its own sentence."""

from __future__ import annotations

import json
import pickle
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from tests.core.networks.corpus.case import Case

_POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 4321\n"


def refused() -> Iterator[Case]:
    """Yield what has to be refused."""
    for name, ending, make, said in (*_FILES, *_MODELS):
        yield Case(name, ending, make, said)


def _bytes(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


def _zip(**entries: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in entries.items():
                archive.writestr(name.replace("__", "/"), content)

    return make


def _saved_model(path: Path) -> None:
    path.mkdir()
    (path / "saved_model.pb").write_bytes(b"\x08\x01")


def _folder(path: Path) -> None:
    path.mkdir()


def _unpacked(path: Path) -> None:
    path.mkdir()
    (path / "config.json").write_text("{}")
    (path / "model.weights.h5").write_bytes(b"")


def _tflite(path: Path) -> None:
    path.write_bytes(b"\x1c\x00\x00\x00TFL3" + b"\0" * 80)


def _hdf5_of(fill: Callable[[h5py.File], None]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with h5py.File(path, "w") as file:
            fill(file)

    return make


def _weights_alone(keras: str, name: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        module = __import__(keras)
        model = module.Sequential([module.Input((784,)), module.layers.Dense(10)])
        target = path.with_name(name)
        model.save_weights(target)
        target.rename(path)

    return make


def _linked(fill: Callable[[h5py.Group, Path], None]) -> Callable[[Path], None]:
    """A whole model whose kernel lies elsewhere."""

    def make(path: Path) -> None:
        import keras

        keras.Sequential([keras.Input((784,)), keras.layers.Dense(10, name="d")]).save(path)
        secret = path.with_name("secret.h5")
        with h5py.File(secret, "w") as file:
            file["x"] = np.ones((784, 10), "f4")
        with h5py.File(path, "r+") as file:
            group = file["model_weights/d"]
            group = group[next(iter(group))]
            holder = group if "kernel" in group else group["d"]
            del holder["kernel"]
            fill(holder, secret)

    return make


def _external(group: h5py.Group, secret: Path) -> None:
    group["kernel"] = h5py.ExternalLink(str(secret), "/x")


def _soft(group: h5py.Group, secret: Path) -> None:
    group.file["elsewhere"] = np.ones((784, 10), "f4")
    group["kernel"] = h5py.SoftLink("/elsewhere")


def _virtual(group: h5py.Group, secret: Path) -> None:
    layout = h5py.VirtualLayout((784, 10), "f4")
    layout[:] = h5py.VirtualSource(str(secret), "x", (784, 10))
    group.create_virtual_dataset("kernel", layout)


def _outside(group: h5py.Group, secret: Path) -> None:
    place = [(str(secret), 0, h5py.h5f.UNLIMITED)]
    group.create_dataset("kernel", (784, 10), "f4", external=place)


def _packed(group: h5py.Group, secret: Path) -> None:
    group.create_dataset("kernel", data=np.ones((784, 10), "f4"), compression="gzip")


def _many_texts(path: Path) -> None:
    """A config that is a list of texts, each the same large one."""
    with h5py.File(path, "w") as file:
        text = np.array(["x" * 5_000] * 10, dtype=h5py.string_dtype())
        file.attrs.create("model_config", text)


def _keras(build: Callable[[Any], Any]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        import keras

        build(keras).save(path)

    return make


def _model(*layers: str, shape: tuple[int, ...] = (28, 28, 1)) -> Callable[[Path], None]:
    """Save a model of layers that are said in Python, with `ly` for Keras's layers."""

    def build(keras: Any) -> Any:
        made = [eval(layer, {"ly": keras.layers}) for layer in layers]
        return keras.Sequential([keras.Input(shape), *made])

    return _keras(build)


def _branched(keras: Any) -> Any:
    ly = keras.layers
    inputs = keras.Input((784,))
    x = ly.Dense(10)(inputs)
    return keras.Model(inputs, ly.Add()([x, ly.Dense(10)(inputs)]))


def _two_outputs(keras: Any) -> Any:
    inputs = keras.Input((784,))
    return keras.Model(inputs, [keras.layers.Dense(10)(inputs), keras.layers.Dense(2)(inputs)])


def _divided(keras: Any) -> Any:
    inputs = keras.Input((784,))
    return keras.Model(inputs, keras.layers.Dense(10)(1.0 / (inputs + 1.0)))


_END = ("ly.Flatten()", "ly.Dense(10)")

_FILES: tuple[tuple[str, str, Callable[[Path], None], str], ...] = (
    ("Git LFS pointer", ".keras", _bytes(_POINTER), "a Git LFS pointer"),
    ("Git LFS pointer", ".h5", _bytes(_POINTER), "a Git LFS pointer"),
    ("web page", ".h5", _bytes(b"\n<!DOCTYPE html><html>" * 9), "is a web page"),
    ("empty file", ".keras", _bytes(b""), "is empty"),
    ("TensorFlow Lite", ".tflite", _tflite, "TensorFlow Lite"),
    ("TensorFlow Lite, named .keras", ".keras", _tflite, "TensorFlow Lite"),
    ("ONNX", ".onnx", _bytes(b"\x08\x07\x12\x07pytorch" * 9), "an ONNX model"),
    ("PyTorch", ".pth", _zip(archive__data__pkl="", **{"archive__data.pkl": ""}), "PyTorch"),
    ("old PyTorch", ".pt", _bytes(pickle.dumps(119547037146038801333356, 2)), "PyTorch"),
    ("pickle", ".pkl", _bytes(pickle.dumps({"model": list(range(40))})), "Python pickle"),
    ("pickle, named .h5", ".h5", _bytes(pickle.dumps(list(range(99)))), "Python pickle"),
    (
        "safetensors",
        ".safetensors",
        _bytes(b"\x10" + b"\0" * 7 + b'{"a":1}' * 9),
        "only weights",
    ),
    ("SavedModel", "", _saved_model, "TensorFlow SavedModel"),
    ("SavedModel's file", ".pb", _bytes(b"\x08\x01" * 40), "TensorFlow SavedModel"),
    (
        "SavedModel in a zip",
        ".zip",
        _zip(**{"m__saved_model.pb": "x"}),
        "TensorFlow SavedModel",
    ),
    ("checkpoint", ".ckpt.data-00000-of-00001", _bytes(b"\0" * 99), "TensorFlow checkpoint"),
    (
        "architecture alone",
        ".json",
        _bytes(json.dumps({"class_name": "S"}).encode() * 9),
        "describes a model",
    ),
    ("folder", "", _folder, "is a folder"),
    (".keras unpacked", "", _unpacked, "unpacked into a folder"),
    (
        ".keras in a zip",
        ".zip",
        _zip(**{"best.keras": "x"}),
        "with a network in it: best.keras",
    ),
    ("other zip", ".keras", _zip(**{"word__document.xml": "x"}), "has no config.json"),
    (
        "weights alone, Keras 3",
        ".weights.h5",
        _weights_alone("keras", "a.weights.h5"),
        "only weights",
    ),
    ("weights alone, Keras 2", ".h5", _weights_alone("tf_keras", "a.h5"), "only weights"),
    (
        "other HDF5",
        ".h5",
        _hdf5_of(lambda file: file.create_group("images")),
        "no model that Keras saved",
    ),
    ("external link", ".h5", _linked(_external), "too few weights"),
    ("soft link", ".h5", _linked(_soft), "too few weights"),
    ("virtual data set", ".h5", _linked(_virtual), "stored in a way that Keras never"),
    ("data in another file", ".h5", _linked(_outside), "stored in a way that Keras never"),
    ("packed weights", ".h5", _linked(_packed), "stored in a way that Keras never"),
    ("a list of configs", ".h5", _many_texts, "its model cannot be read"),
)

_MODELS: tuple[tuple[str, str, Callable[[Path], None], str], ...] = (
    (
        "colour images",
        ".keras",
        _model(*_END, shape=(32, 32, 3)),
        "inputs of shape (32, 32, 3)",
    ),
    ("one output", ".keras", _model("ly.Flatten()", "ly.Dense(1)"), "gives (1,)"),
    ("a thousand", ".h5", _model("ly.Flatten()", "ly.Dense(1000)"), "gives (1000,)"),
    ("branches", ".keras", _keras(_branched), "with branches"),
    ("two outputs", ".keras", _keras(_two_outputs), "with branches"),
    ("a number divided", ".keras", _keras(_divided), "which Inkling does not know"),
    (
        "long strides",
        ".h5",
        _model("ly.Conv2D(2, 3, strides=(2, 1), name='c')", *_END),
        "the layer Conv2D (c) has strides = (2, 1)",
    ),
    (
        "dilated",
        ".keras",
        _model("ly.Conv2D(2, 3, dilation_rate=2, name='c')", *_END),
        "dilation_rate = (2, 2)",
    ),
    (
        "recurrent",
        ".keras",
        _model("ly.LSTM(4, name='r')", "ly.Dense(10)", shape=(28, 28)),
        "uses the layer LSTM (r)",
    ),
    (
        "attention",
        ".h5",
        _model("ly.Conv1D(4, 3, name='a')", *_END, shape=(28, 28)),
        "uses the layer Conv1D (a)",
    ),
    (
        "a Lambda",
        ".keras",
        _model("ly.Lambda(lambda x: x, output_shape=(28, 28, 1))", *_END),
        "uses the layer Lambda",
    ),
    ("cropped", ".keras", _model("ly.Cropping2D(2)", *_END), "uses the layer Cropping2D"),
    ("uneven border", ".keras", _model("ly.ZeroPadding2D(((0, 1), (0, 1)))", *_END), "padding"),
    (
        "nearest pixels",
        ".keras",
        _model("ly.Resizing(20, 20, interpolation='nearest')", *_END),
        'interpolation = "nearest"',
    ),
    ("a steep threshold", ".keras", _model("ly.ReLU(threshold=1.0)", *_END), "threshold = 1.0"),
)
"""Models that Keras opens and Inkling does not."""
