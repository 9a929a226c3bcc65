"""Every kind of layer through every door: what a new kind still lacks is named with its file.

A kind is made from its own fields, put into the first network that it fits into, and sent
through each door. So whoever adds one writes its record in `core/layers/kinds.py`, runs this
test, and opens the files that it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from core.errors import InklingError
from core.exporting.export import export_network
from core.layers import (
    LAYER_KINDS,
    Dense,
    Flatten,
    NetworkSpec,
    parameter_count,
    summary,
    weights_and_output,
)
from core.limits import LIMITS
from core.networks.forward import forward
from core.networks.keras_format import keras_file
from core.recipes.keras_script import keras_script
from core.recipes.layer_text import from_text, to_text
from core.recipes.recipe_file import from_json, to_json
from core.records import Recipe
from tests.core.keras_models import (
    IMAGE,
    digits_like,
    keras_inputs,
    keras_model,
    network_of,
)

_NEEDED = {"int": 10, "float": 0.5, "Shape": (28, 28, 1), "ActivationName": "tanh"}
"""Values of fields without a default, by their type."""


def layer_of(kind: type) -> Any:
    """Return a layer of this kind."""
    needed = [field for field in fields(kind) if field.default is MISSING]
    return kind(**{field.name: _NEEDED[str(field.type)] for field in needed})


def network_with(kind: type) -> NetworkSpec:
    """Return a network of which a layer of this kind is a part."""
    layer = layer_of(kind)
    for shape in (IMAGE, (28, 28), (784,)):
        try:
            after = weights_and_output(layer, shape, 1)[1]
        except InklingError:
            continue
        flat = () if len(after) == 1 else (Flatten(),)
        return NetworkSpec((layer, *flat, Dense(10, "softmax")), shape)
    raise AssertionError(f"{kind.__name__} fits behind no image: see core/layers/shapes.py")


def _keras(spec: NetworkSpec) -> tuple[Any, Any, Any]:
    """Return Keras's own model, some images, and what it says of them."""
    model, images = keras_model(spec), digits_like(5)
    return model, images, np.asarray(model(keras_inputs(spec, images)))


def _same(found: Any, wanted: Any) -> None:
    np.testing.assert_allclose(np.asarray(found), wanted, atol=2e-5)


def _through_the_table(spec: NetworkSpec, folder: Path) -> None:
    numbers = {
        field.name
        for field in fields(spec.layers[0])
        if field.type in {"int", "int | None", "float", "Shape"}
    }
    assert set(LIMITS.get(type(spec.layers[0]).__name__, {})) == numbers


def _through_the_summary(spec: NetworkSpec, folder: Path) -> None:
    model = keras_model(spec)
    rows = summary(spec)
    assert [row.output_shape for row in rows] == [
        tuple(x.output.shape[1:]) for x in model.layers
    ]
    assert parameter_count(spec) == model.count_params()
    trainable = sum(prod(weight.shape) for weight in model.trainable_weights)
    assert sum(row.trainable for row in rows) == trainable
    # Keras numbers its names through the whole process: dense, dense_1, ...
    assert [_bare(row.name) for row in rows] == [_bare(x.name) for x in model.layers]


def _bare(name: str) -> str:
    return re.sub(r"_\d+$", "", name)


def _through_json(spec: NetworkSpec, folder: Path) -> None:
    recipe = Recipe("mine", spec)
    assert from_json(to_json(recipe)) == recipe


def _through_lines(spec: NetworkSpec, folder: Path) -> None:
    text = to_text(spec.layers, spec.input_shape)
    assert from_text(text) == (spec.layers, spec.input_shape)
    # Sizes and words are written bare; a name before each would be hard to read and write.
    bare = [word for word in text.splitlines()[1].split()[1:] if "=" not in word]
    needed = [field for field in fields(spec.layers[0]) if field.default is MISSING]
    assert len(bare) == len(needed)


def _through_a_script(spec: NetworkSpec, folder: Path) -> None:
    import keras

    script = keras_script(Recipe("mine", spec))
    begin, end = script.index("model = keras.Sequential("), script.index("model.summary()")
    said: dict[str, Any] = {"keras": keras}
    exec(script[begin:end], said)
    model, images, wanted = _keras(spec)
    said["model"].set_weights(model.get_weights())
    logits = said["model"](keras_inputs(spec, images))
    _same(keras.activations.softmax(logits), wanted)


def _through_a_written_file(spec: NetworkSpec, folder: Path) -> None:
    import keras

    model, images, wanted = _keras(spec)
    keras_file.save(folder / "ours.keras", network_of(model, spec))
    opened = keras.saving.load_model(folder / "ours.keras")
    _same(opened(keras_inputs(spec, images)), wanted)


def _through_a_read_file(spec: NetworkSpec, folder: Path, name: str = "it.keras") -> None:
    model, images, _ = _keras(spec)
    model.save(folder / name)
    opened = keras_file.load(folder / name).network
    assert opened.spec.layers == spec.layers
    # A network that rescales pixels itself is taken to want them raw.
    wanted = np.asarray(model(keras_inputs(opened.spec, images)))
    _same(forward(opened, images).outputs, wanted)


def _through_a_whole_model(spec: NetworkSpec, folder: Path) -> None:
    _through_a_read_file(spec, folder, "it.h5")


def _through_numpy(spec: NetworkSpec, folder: Path) -> None:
    model, images, wanted = _keras(spec)
    _same(forward(network_of(model, spec), images).outputs, wanted)


def _through_the_inside_page(spec: NetworkSpec, folder: Path) -> None:
    from core.networks.forward import layer_outputs

    model, images, wanted = _keras(spec)
    seen = layer_outputs(network_of(model, spec), images[0])
    assert all(values.shape == row.output_shape for row, values in seen)
    _same(seen[-1][1], wanted[0])


def _through_tensorflow(spec: NetworkSpec, folder: Path) -> None:
    from core.training.keras_model import build

    model, images, wanted = _keras(spec)
    for form in ("plain", "fused", "products"):
        ours = build(spec, 0, form=form)
        ours.set_weights(model.get_weights())
        _same(ours(keras_inputs(spec, images)), wanted)


def _through_python(spec: NetworkSpec, folder: Path) -> None:
    network = network_of(keras_model(spec), spec)
    export_network(network, folder / "it.py", "python")


def _through_onnx(spec: NetworkSpec, folder: Path) -> None:
    network = network_of(keras_model(spec), spec)
    export_network(network, folder / "it.onnx", "onnx")


class Door(NamedTuple):
    """What a kind of layer has to pass, and where the code for it stands."""

    name: str
    files: str
    passes: Callable[[NetworkSpec, Path], None]


DOORS = (
    Door("the limits of its numbers", "core/limits.py", _through_the_table),
    Door("shapes, weights and names", "core/layers/shapes.py", _through_the_summary),
    Door("recipe files", "core/recipes/json_values.py", _through_json),
    Door("the lines of a network", "core/recipes/layer_text.py (_PLAIN)", _through_lines),
    Door("Keras scripts", "core/recipes/keras_code.py", _through_a_script),
    Door(
        "writing .keras files",
        "core/networks/keras_format/config.py",
        _through_a_written_file,
    ),
    Door(
        "reading .keras files",
        "core/networks/keras_format/kinds.py (KINDS)",
        _through_a_read_file,
    ),
    Door(
        "reading whole models in HDF5",
        "core/networks/keras_format/whole_model.py (_VARIABLES)",
        _through_a_whole_model,
    ),
    Door(
        "the answers in NumPy",
        "core/networks/forward.py (_step) and core/networks/numpy_layers.py",
        _through_numpy,
    ),
    Door("the values of each layer", "core/networks/forward.py", _through_the_inside_page),
    Door("training", "core/training/keras_model.py (_keras_layer)", _through_tensorflow),
    Door("a Python file", "core/exporting/numpy_program.py (_lines)", _through_python),
    Door("an ONNX file", "core/exporting/onnx_graph.py", _through_onnx),
)


def pass_through(door: Door, kind: type, folder: Path) -> None:
    """Send a network with this kind of layer through a door; a failure names the file."""
    try:
        door.passes(network_with(kind), folder)
    except Exception as error:  # noqa: BLE001 - whatever it is, the file is to be named
        pytest.fail(f"{kind.__name__} does not pass {door.name}: see {door.files}\n{error!r}")


@pytest.mark.parametrize("door", DOORS, ids=[door.name for door in DOORS])
@pytest.mark.parametrize("kind", LAYER_KINDS.values(), ids=LAYER_KINDS)
def test_every_kind_of_layer_passes_every_door(kind, door, tmp_path):
    pass_through(door, kind, tmp_path)


@pytest.mark.parametrize("kind", LAYER_KINDS.values(), ids=LAYER_KINDS)
def test_every_kind_of_layer_is_offered_and_shown_by_the_form(kind, qtbot):
    from gui.pages.train.form.network_form import NetworkForm

    form = NetworkForm()
    qtbot.addWidget(form)
    offered = [action.text() for action in form.add_button.menu().actions()]
    of_kind = [line for line in offered if line.split()[0] == kind.__name__]
    assert len(of_kind) == 1, (
        f"{kind.__name__} is not in the menu: see gui/pages/train/form/network_form.py"
    )
    layers, _ = from_text(f"Input 784\n{of_kind[0]}")
    assert type(layers[0]) is kind
    spec = network_with(kind)
    form.set_spec(spec)
    assert form.spec() == spec


@dataclass(frozen=True)
class Softplus:
    """A kind that Keras has no layer of, and no door knows."""

    beta: float = 1.0


def test_a_kind_that_a_door_does_not_know_is_named_with_the_file(tmp_path):
    lacking = []
    for door in DOORS:
        with pytest.raises(pytest.fail.Exception, match="Softplus does not pass") as caught:
            pass_through(door, Softplus, tmp_path)
        lacking.append(str(caught.value))
    for door, said in zip(DOORS, lacking, strict=True):
        assert f"see {door.files}" in said
