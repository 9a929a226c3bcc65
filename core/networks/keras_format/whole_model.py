"""Whole models in HDF5 (``.h5``), Keras's format before ``.keras``, read without Keras.

The config is a text in the attribute ``model_config``; the arrays of each layer of the model
lie under ``model_weights/NAME``, with those of the layers within where it is a model itself.
They are told by the names that Keras gives the variables of a layer: "dense/kernel:0".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import h5py

from core.errors import NetworkError
from core.layers import LayerRow
from core.networks.keras_format.archive import LARGEST_TEXT
from core.networks.keras_format.groups import Tree, member, tree_of
from core.networks.keras_format.kinds import Part
from core.networks.keras_format.values import misshapen
from core.networks.keras_format.weights import holds, layer_weights, missing
from core.phrases import Phrase
from core.records import Floats

CONFIG, WEIGHTS = "model_config", "model_weights"

_STATISTICS = ("gamma", "beta", "(moving_)?mean", "(moving_)?variance")
_VARIABLES: dict[str, tuple[str, ...]] = {
    "Dense": ("kernel", "bias"),
    "Conv2D": ("kernel", "bias"),
    "DepthwiseConv2D": ("(depthwise_)?kernel", "bias"),
    "SeparableConv2D": ("depthwise_kernel", "pointwise_kernel", "bias"),
    "BatchNormalization": _STATISTICS,
    "LayerNormalization": ("gamma", "beta"),
    "PReLU": ("alpha",),
}
"""What Keras calls the weights of each kind, in our order; a Normalization's are a mean too."""


def is_kerass(file: h5py.File) -> bool:
    """Say whether Keras wrote the file: a whole model, or weights alone."""
    marks = (CONFIG, WEIGHTS, "layer_names", "layers", "_layer_checkpoint_dependencies", "vars")
    return any(name in file or name in file.attrs for name in marks)


def model_text(file: h5py.File) -> str:
    """Return the text that describes the model.

    Raises
    ------
    NetworkError
        If there is none: then the file holds weights alone, or something else.
    """
    if CONFIG not in file.attrs:
        raise _without_model(file)
    # One text for all: a list of texts may name a large one many times.
    if file.attrs.get_id(CONFIG).shape != ():
        raise misshapen(Phrase("model"))
    text = _text(file.attrs[CONFIG])
    if len(text) > LARGEST_TEXT:
        raise misshapen(Phrase("model"))
    return text


def keras_major(file: h5py.File) -> int:
    """Return which Keras wrote the file: 2 or 3 (those before 2 named no version)."""
    name = "keras_version"
    if name not in file.attrs or file.attrs.get_id(name).shape != ():
        return 2
    return 3 if _text(file.attrs[name]).startswith("3") else 2


def _text(value: Any) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def whole_model_weights(
    file: h5py.File, rows: Sequence[LayerRow], parts: Sequence[Part]
) -> Iterator[Floats]:
    """Yield the weights of all layers, in Keras's order.

    Raises
    ------
    NetworkError
        As `core.networks.keras_format.weights.read_weights` does.
    """
    weights = member(file, WEIGHTS)
    trees: dict[str, list[tuple[str, h5py.Dataset]]] = {}
    for row, part in zip(rows, parts, strict=True):
        arrays: list[Any] = []
        if holds(part, row):
            name = part.names[0]
            group = member(weights, name) if isinstance(weights, h5py.Group) else None
            if not isinstance(group, h5py.Group):
                raise missing(row)
            if name not in trees:
                trees[name] = list(_datasets(tree_of(group), ""))
            arrays = _own(trees[name], row, part)
        yield from layer_weights(row, part, arrays)


def _datasets(tree: Tree, before: str) -> Iterator[tuple[str, h5py.Dataset]]:
    for name, inner in tree.items():
        path = f"{before}/{name}"
        if isinstance(inner, dict):
            yield from _datasets(inner, path)
        else:
            yield path, inner


def _own(datasets: list[tuple[str, Any]], row: LayerRow, part: Part) -> list[Any]:
    """Return the stored arrays of one layer, None for one that is not there."""
    # A layer of the model has a group to itself; one within shares that of its model.
    within = "/".join(part.names[1:][-1:])
    names = _VARIABLES[row.kind][: len(row.shapes)]
    return [
        next((data for path, data in datasets if _ends_in(path, within, name)), None)
        for name, stored in zip(names, part.stored, strict=False)
        if stored
    ]


def _ends_in(path: str, layer: str, variable: str) -> bool:
    folder, _, name = path.rpartition("/")
    mine = not layer or f"{folder}/".endswith(f"/{layer}/")
    return mine and re.fullmatch(rf"{variable}(_\d+)?(:0)?", name) is not None


def _without_model(file: h5py.File) -> NetworkError:
    if is_kerass(file):
        return NetworkError(
            "{file} holds only weights: which layers they belong to is not in it.",
            "Build the model in Keras as it was, load them with load_weights, and save it "
            'whole: model.save("digits.keras").',
        )
    return NetworkError(
        "{file} is an HDF5 file, but no model that Keras saved.",
        "Choose a .keras file, or a whole model in HDF5 (.h5).",
    )
