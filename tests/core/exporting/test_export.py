"""Networks in other formats answer as they do here, or are not written."""

from __future__ import annotations

import io
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.data.datasets import load_sample
from core.errors import NetworkError
from core.exporting import export
from core.exporting.export import CLOSE, ENDINGS, IMAGES, export_network, format_of
from core.layers import Dense, NetworkSpec
from core.networks.forward import forward, probabilities
from core.networks.shipped import shipped_network
from core.records import Network
from tests.core.keras_models import SPECS, keras_model, network_of

ANSWERING = ("keras", "tflite", "onnx", "python")


def _network(name: str) -> Network:
    spec = SPECS[name]
    return network_of(keras_model(spec), spec)


@pytest.mark.slow
@pytest.mark.parametrize("to", ["onnx", "python"])
@pytest.mark.parametrize("name", SPECS)
def test_every_kind_of_network_answers_the_same_elsewhere(name, to, tmp_path):
    path = tmp_path / f"it{ENDINGS[to]}"
    network = _network(name)
    # Some of these networks answer in hundreds, of which float32 has seven digits.
    largest = np.abs(forward(network, load_sample().test_images[:IMAGES]).outputs).max()
    assert export_network(network, path, to).difference <= CLOSE * max(1.0, largest)
    assert path.stat().st_size > 0


@pytest.mark.slow
@pytest.mark.parametrize("to", ["keras", "tflite"])
@pytest.mark.parametrize("name", ["depthwise", "separable", "slopes", "layer norm", "resized"])
def test_tensorflow_answers_the_same(name, to, tmp_path):
    assert export_network(_network(name), tmp_path / f"it{ENDINGS[to]}", to).difference < 1e-4


@pytest.mark.slow
@pytest.mark.parametrize("to", ANSWERING)
def test_the_shipped_network_goes_to_every_format(to, tmp_path):
    path = tmp_path / f"pen{ENDINGS[to]}"
    exported = export_network(shipped_network(), path, to)
    assert exported.difference < 1e-4
    assert f"was run on {IMAGES} images" in exported.words


def test_the_python_file_runs_with_numpy_alone(tmp_path, sample):
    network = replace(_network("tutorial cnn"), temperature=1.7)
    path = tmp_path / "digits.py"
    export_network(network, path, "python")
    images = sample.test_images[:3]
    np.save(tmp_path / "some.npy", images)
    done = subprocess.run(
        # Isolated, and in a folder without Inkling.
        [sys.executable, "-I", str(path), "some.npy"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    own = probabilities(network, forward(network, images))
    said = [line.split()[0] for line in done.stdout.splitlines()]
    assert said == [str(digit) for digit in own.argmax(axis=1)]
    assert "import core" not in path.read_text()


@pytest.mark.parametrize("ending", ["sigmoid", "softmax", "linear", "relu", "gelu"])
def test_the_python_file_gives_inklings_probabilities(ending, tmp_path):
    rng = np.random.default_rng(0)
    weights = (rng.normal(0, 0.1, (784, 10)).astype(np.float32), np.zeros(10, np.float32))
    network = Network(NetworkSpec((Dense(10, ending),)), weights, temperature=2.5)
    assert export_network(network, tmp_path / "it.py", "python").difference < 1e-6


def test_a_file_that_answers_otherwise_is_not_kept(tmp_path, monkeypatch):
    path = tmp_path / "it.py"
    path.write_text("old")
    wrong = lambda *_: (b"new", 0.5)  # noqa: E731
    monkeypatch.setitem(export._MAKERS, "python", wrong)
    with pytest.raises(NetworkError, match="does not answer as the network does"):
        export_network(_network("one dense"), path, "python")
    assert path.read_text() == "old"


def test_answers_that_are_no_numbers_are_not_kept(tmp_path):
    weights = (np.full((784, 10), np.nan, np.float32), np.zeros(10, np.float32))
    diverged = Network(NetworkSpec((Dense(10),)), weights)
    with pytest.raises(NetworkError, match="does not answer"):
        export_network(diverged, tmp_path / "it.onnx", "onnx")


def test_without_onnx_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(NetworkError, match=r"inkling\[export\]"):
        export_network(_network("one dense"), tmp_path / "it.onnx", "onnx")


def test_drawings_show_every_layer(tmp_path):
    network = _network("slopes")
    path = tmp_path / "it.svg"
    assert export_network(network, path, "svg").difference is None
    texts = [element.text for element in ElementTree.parse(path).iter() if element.text]
    for layer in network.spec.layers:
        assert any(type(layer).__name__ in text for text in texts)
    export_network(network, tmp_path / "it.png", "png")
    image = Image.open(io.BytesIO((tmp_path / "it.png").read_bytes()))
    assert image.width == 1_000
    assert image.height > 1_000


def test_a_name_says_the_format(tmp_path):
    assert format_of(tmp_path / "a.ONNX") == "onnx"
    with pytest.raises(NetworkError, match=r"Let it end in one of \.keras, \.tflite"):
        format_of(tmp_path / "a.h5")
