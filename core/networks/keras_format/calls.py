"""How the layers of a Functional model are called: by which one, and with which numbers.

``x / 255`` is a layer of its own there. Where all but one of what it is given are numbers it
is read as the Rescaling, the Activation or the Reshape that it amounts to.
"""

from __future__ import annotations

from typing import Any

from core.errors import NetworkError
from core.networks.keras_format.values import (
    TRAIN_ONE,
    Config,
    mapping,
    name_of,
    refused,
    sequence,
)
from core.phrases import Phrase

_ARITHMETIC = {
    "TrueDivide": "divide",
    "Divide": "divide",
    "Multiply": "multiply",
    "Add": "add",
    "Subtract": "subtract",
    "Negative": "negative",
    "math.truediv": "divide",
    "math.divide": "divide",
    "math.multiply": "multiply",
    "math.add": "add",
    "__operators__.add": "add",
    "math.subtract": "subtract",
    "math.negative": "negative",
}
"""Keras 3's names of what an operator does, and those of Keras 2."""

_ACTIVATIONS = {
    "Relu": "relu",
    "Sigmoid": "sigmoid",
    "Tanh": "tanh",
    "Softmax": "softmax",
    "Silu": "silu",
    "Softplus": "softplus",
    "nn.relu": "relu",
    "math.sigmoid": "sigmoid",
    "math.tanh": "tanh",
    "nn.softmax": "softmax",
    "nn.silu": "silu",
}
"""The same for functions that are activations as they stand."""

_CASTS = ("Cast", "cast")
_DEEPER = ("ExpandDims", "expand_dims")
_OPERATIONS = {*_ARITHMETIC, *_ACTIVATIONS, *_CASTS, *_DEEPER} - {"Softmax"}


def read_call(layer: Config) -> tuple[Config, str | None]:
    """Return the layer, an operation as the layer that it amounts to, and what feeds it.

    None for the input, which nothing feeds.

    Raises
    ------
    NetworkError
        If more than one layer feeds it, or it is used more than once.
    """
    nodes = sequence(layer.get("inbound_nodes"), Phrase("connections"))
    if not nodes:
        return layer, None
    if len(nodes) != 1:
        raise branched()
    operation = _operation(layer)
    operands, options = _operands(nodes[0], operation is not None)
    _check_call(options, str(layer.get("class_name")))
    sources = [operand for operand in operands if isinstance(operand, str)]
    if len(sources) != 1:
        raise branched()
    if operation is None:
        if len(operands) != 1:
            raise branched()
        return layer, sources[0]
    return _amounts_to(layer, operation, operands, options), sources[0]


def _operation(layer: Config) -> str | None:
    """Return the name of the function that a layer stands for; None for a real layer."""
    kind = layer.get("class_name")
    config = layer.get("config")
    if kind == "TFOpLambda" and isinstance(config, dict):
        return str(config.get("function"))[:60]
    module = layer.get("module")
    if isinstance(module, str):
        return str(kind)[:60] if module.startswith(("keras.src.ops", "keras.ops")) else None
    # HDF5 files do not say the module. Where a layer has the name too, it is called with a
    # list of layers, which no operation is.
    return kind if kind in _OPERATIONS else None


def _operands(node: Any, is_operation: bool) -> tuple[list[str | float], Config]:
    """Return what a call is given, layers by their names, and its other options."""
    if isinstance(node, dict):
        options = mapping(node.get("kwargs", {}), Phrase("connections"))
        given = [
            *sequence(node.get("args"), Phrase("connections")),
            *(options[name] for name in ("x1", "x2") if name in options),
        ]
        return [_operand(value) for value in given if _counts(value, is_operation)], options
    # As Keras 2 wrote it: [["name", 0, 0, {}]], and ["name", 0, 0, {"y": 255}] of a function.
    node = sequence(node, Phrase("connections"))
    tensors = node if node and isinstance(node[0], list) else [node]
    if len(tensors) != 1:
        raise branched()
    first = sequence(tensors[0], Phrase("connections"))
    options = first[3] if len(first) > 3 and isinstance(first[3], dict) else {}
    # A number that comes first stands where a layer's output else has its number.
    constant = len(first) > 2 and first[0] == "_CONSTANT_VALUE"
    operands: list[str | float] = [_operand(first[2] if constant else first[:3])]
    if is_operation and "y" in options:
        operands.append(_operand(options["y"]))
    return operands, options


def _counts(value: Any, is_operation: bool) -> bool:
    return is_operation or isinstance(value, dict | list)


def _operand(value: Any) -> str | float:
    """Return a number, or the name of the layer whose only output this is."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if abs(value) < 1e30 else float("inf")
    if isinstance(value, dict):
        history = mapping(value.get("config"), Phrase("connections")).get("keras_history")
        return one_end(history)
    if isinstance(value, list):
        return one_end(value)
    raise branched()


def _amounts_to(
    layer: Config, operation: str, operands: list[str | float], options: Config
) -> Config:
    """Return the layer that an operation on one input amounts to."""
    config = layer.get("config")
    config = config if isinstance(config, dict) else {}
    name = config.get("name") or layer.get("name")
    if operation in _ARITHMETIC:
        scale, offset = _scaling(_ARITHMETIC[operation], operands, operation)
        return _layer("Rescaling", name=name, scale=scale, offset=offset)
    if operation in _ACTIVATIONS and len(operands) == 1:
        axis = config.get("axis", options.get("axis", -1))
        if axis not in (-1, None):
            raise refused(operation, "axis", axis)
        return _layer("Activation", name=name, activation=_ACTIVATIONS[operation])
    if operation in _CASTS:
        return _layer("Activation", name=name, activation="linear")
    axis = config.get("axis", options.get("axis"))
    if operation in _DEEPER and axis in (-1, 3):
        # Of an image, which is all that has a channel to be given.
        return _layer("Reshape", name=name, target_shape=[28, -1, 1])
    # Refused by its name where layers are known by theirs.
    return {**layer, "class_name": operation, "registered_name": None}


def _scaling(kind: str, operands: list[str | float], operation: str) -> tuple[float, float]:
    """Return the factor and the number added that an operator amounts to."""
    if kind == "negative":
        return -1.0, 0.0
    if len(operands) != 2:
        raise branched()
    number = next(value for value in operands if not isinstance(value, str))
    first = not isinstance(operands[0], str)
    if kind == "divide" and (first or number == 0):
        raise refused(operation, Phrase("its first number") if first else "x2", number)
    if kind == "divide":
        return 1 / number, 0.0
    if kind == "multiply":
        return number, 0.0
    if kind == "subtract":
        return (-1.0, number) if first else (1.0, -number)
    return 1.0, number


def _layer(kind: str, **config: Any) -> Config:
    return {"class_name": kind, "config": config}


def one_end(value: Any) -> str:
    """Read the name of the only input or output: ["name", 0, 0] or [["name", 0, 0]]."""
    ends = sequence(value, Phrase("input or output layers"))
    if len(ends) == 1 and isinstance(ends[0], list):
        ends = ends[0]
    # Which call of a layer it is says nothing here: each is called once. Keras 2 counts the
    # calls of a model within too, of which the first was when it was made.
    if len(ends) != 3 or type(ends[1]) is not int or ends[2] != 0:
        raise branched()
    return name_of(ends[0], Phrase("input or output layers"))


def _check_call(options: Config, kind: str) -> None:
    """Refuse a layer that is called in another way than while the network answers."""
    # Keras 3 writes "training" at all layers for images, and overrides it when it predicts.
    if options.get("training") in (None, False) or kind.startswith(("Rand", "Resizing")):
        return
    raise NetworkError(
        "{file} keeps its layer {layer} in training mode while it answers; Inkling does not.",
        TRAIN_ONE,
        layer=kind[:40],
    )


def branched() -> NetworkError:
    """Return the error for a network that is no chain."""
    return NetworkError(
        "{file} holds a network with branches; Inkling opens one layer after another.",
        TRAIN_ONE,
    )
