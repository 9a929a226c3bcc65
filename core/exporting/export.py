"""A network written in another format, and run there before anybody relies on it.

Each file is made, run on images of real digits by what reads such files, and compared with
the network's own answers; only then is it put where it was wanted.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias, get_args

import numpy as np

from core.atomic_file import write_atomically
from core.data.sample import load_sample
from core.errors import NetworkError
from core.networks.forward import forward, probabilities
from core.networks.keras_format import keras_file
from core.phrases import Phrase
from core.records import Floats, Images, Network, Recipe

Format: TypeAlias = Literal["keras", "tflite", "onnx", "python", "svg", "png"]

ENDINGS: Mapping[Format, str] = {
    "keras": ".keras",
    "tflite": ".tflite",
    "onnx": ".onnx",
    "python": ".py",
    "svg": ".svg",
    "png": ".png",
}
"""How the name of a file of each format ends."""

IMAGES = 100
"""So many are read by the file and by the network."""

CLOSE = 1e-4
"""Of the largest answer, or of 1: how much the two may differ, by the order of float32 sums."""


@dataclass(frozen=True)
class Exported:
    """What was written.

    Parameters
    ----------
    difference : float or None
        The largest difference between an answer of the file and the network's own, over
        `IMAGES` images; None for a drawing, which answers nothing.
    """

    path: Path
    to: Format
    difference: float | None

    @property
    def words(self) -> Phrase:
        """Return what was found, in a sentence."""
        if self.difference is None:
            return Phrase("{file} shows the layers.", file=self.path.name)
        return Phrase(
            "{file} was run on {n} images and answers as the network does: the largest "
            "difference is {difference}.",
            file=self.path.name,
            n=IMAGES,
            difference=f"{self.difference:.1e}",
        )


def format_of(path: Path) -> Format:
    """Return the format that a file's name says.

    Raises
    ------
    NetworkError
        If it says none of them.
    """
    for to in get_args(Format):
        if path.suffix.lower() == ENDINGS[to]:
            return to  # type: ignore[no-any-return]
    raise NetworkError(
        "{file}: its name says no format that a network can be exported to.",
        "Let it end in one of {endings}.",
        file=str(path),
        endings=", ".join(ENDINGS.values()),
    )


def export_network(
    network: Network, path: Path, to: Format, *, recipe: Recipe | None = None
) -> Exported:
    """Write a network; what was at `path` stays as it was unless the file passed its trial.

    Raises
    ------
    NetworkError
        If the format needs what is not installed, or the file does not answer as the
        network does.
    InklingError
        If the system refuses to write.
    """
    content, difference = _MAKERS[to](network, path, recipe)
    if difference is not None and not difference <= CLOSE * _scale(network):
        raise NetworkError(
            "The file for {file} does not answer as the network does (off by {difference}): "
            "it was not kept.",
            "Choose another format.",
            file=path.name,
            difference=f"{difference:.1e}",
        )

    def write(file: BinaryIO) -> None:
        file.write(content)

    write_atomically(path, write)
    return Exported(path, to, difference)


def _images() -> Images:
    return load_sample().test_images[:IMAGES]


def _inputs(network: Network) -> Floats:
    """Return the images as the network's first layer is handed them."""
    divisor = np.float32(255 if network.spec.pixels == "unit" else 1)
    return (_images().astype(np.float32) / divisor).reshape(-1, *network.spec.input_shape)


def _scale(network: Network) -> float:
    return max(1.0, float(np.abs(forward(network, _images()).outputs).max()))


def _off(network: Network, answers: Floats) -> float:
    """Return the largest difference to the network's own outputs."""
    return float(np.abs(answers - forward(network, _images()).outputs).max())


_Made: TypeAlias = tuple[bytes, float | None]


def _keras(network: Network, path: Path, recipe: Recipe | None) -> _Made:
    from core.training.exported import keras_answers

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.keras"
        keras_file.save(file, network, recipe=recipe)
        return file.read_bytes(), _off(network, keras_answers(file, _inputs(network)))


def _tflite(network: Network, path: Path, recipe: Recipe | None) -> _Made:
    from core.training.exported import lite_answers, lite_model

    content = lite_model(network)
    return content, _off(network, lite_answers(content, _inputs(network)))


def _onnx(network: Network, path: Path, recipe: Recipe | None) -> _Made:
    from core.exporting.onnx_graph import onnx_answers, onnx_model

    content = onnx_model(network)
    return content, _off(network, onnx_answers(content, _inputs(network)))


def _python(network: Network, path: Path, recipe: Recipe | None) -> _Made:
    from core.exporting.numpy_program import numpy_program

    text = numpy_program(network, path.name)
    said: dict[str, Any] = {"__name__": "exported"}
    exec(compile(text, path.name, "exec"), said)
    images = _images()
    own = probabilities(network, forward(network, images))
    return text.encode(), float(np.abs(said["probabilities"](images) - own).max())


def _svg(network: Network, path: Path, recipe: Recipe | None) -> _Made:
    from core.exporting.diagram import svg

    return svg(network.spec).encode(), None


def _png(network: Network, path: Path, recipe: Recipe | None) -> _Made:
    from core.exporting.diagram import png

    return png(network.spec), None


_MAKERS: dict[Format, Callable[[Network, Path, Recipe | None], _Made]] = {
    "keras": _keras,
    "tflite": _tflite,
    "onnx": _onnx,
    "python": _python,
    "svg": _svg,
    "png": _png,
}
