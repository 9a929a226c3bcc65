"""The layers of a ``config.json`` in the order in which an image passes through them."""

from __future__ import annotations

from typing import Any

from core.errors import NetworkError
from core.layers import INPUT_SHAPES, Shape
from core.limits import MOST_LAYERS
from core.networks.keras_format.values import (
    TRAIN_ONE,
    Config,
    mapping,
    misshapen,
    name_of,
    sequence,
)
from core.phrases import Phrase


def chain(model: Any) -> tuple[list[Config], Shape]:
    """Return the layers, one after the other without the input, and the shape of an image.

    Raises
    ------
    NetworkError
        If the model is neither Sequential nor a Functional one without branches.
    """
    model = mapping(model, Phrase("model"))
    kind = name_of(model.get("class_name"), Phrase("model's class"))
    config = mapping(model.get("config"), Phrase("model's config"))
    layers = [
        mapping(layer, Phrase("layer"))
        for layer in sequence(config.get("layers"), Phrase("layers"))
    ]
    if len(layers) > MOST_LAYERS:
        raise NetworkError(
            "{file} has {count} layers; Inkling opens networks of at most {most}.",
            TRAIN_ONE,
            count=len(layers),
            most=MOST_LAYERS,
        )
    if kind == "Functional":
        layers = _in_order(layers, config)
    elif kind != "Sequential":
        raise NetworkError(
            "{file} holds a model of the class {kind}; Inkling opens Sequential models, and "
            "Functional ones whose layers form one chain.",
            TRAIN_ONE,
            kind=kind[:40],
        )
    shape = _input_shape(layers, config)
    return [layer for layer in layers if layer.get("class_name") != "InputLayer"], shape


def settings(layer: Config) -> Config:
    """Return the settings of one layer."""
    return mapping(layer.get("config"), Phrase("layer's config"))


def _in_order(layers: list[Config], config: Config) -> list[Config]:
    """Follow the chain from the output back to the input."""
    by_name = {
        name_of(settings(layer).get("name"), Phrase("layer's name")): layer for layer in layers
    }
    name = _one_end(config.get("output_layers"))
    order: list[Config] = []
    while name in by_name:
        layer = by_name.pop(name)
        order.append(layer)
        source = _source(layer.get("inbound_nodes"))
        if source is None:
            break
        name = source
    first = _one_end(config.get("input_layers"))
    # A layer that is left over, or met a second time, belongs to a branch.
    if by_name or not order or settings(order[-1]).get("name") != first:
        raise _branched()
    return order[::-1]


def _one_end(value: Any) -> str:
    """Read the name of the only input or output: ["name", 0, 0] or [["name", 0, 0]]."""
    ends = sequence(value, Phrase("input or output layers"))
    if len(ends) == 1 and isinstance(ends[0], list):
        ends = ends[0]
    if len(ends) != 3 or ends[1:] != [0, 0]:
        raise _branched()
    return name_of(ends[0], Phrase("input or output layers"))


def _source(nodes: Any) -> str | None:
    """Read which layer feeds this one; None for the input."""
    found = sequence(nodes, Phrase("connections"))
    if not found:
        return None
    if len(found) != 1:
        raise _branched()
    node = found[0]
    if isinstance(node, dict):
        _check_call(mapping(node.get("kwargs", {}), Phrase("connections")))
        tensors = sequence(node.get("args"), Phrase("connections"))
        if len(tensors) != 1 or not isinstance(tensors[0], dict):
            raise _branched()
        history = mapping(tensors[0].get("config"), Phrase("connections")).get("keras_history")
    else:
        # As Keras 2 wrote it: [["name", 0, 0, {}]].
        tensors = sequence(node, Phrase("connections"))
        if len(tensors) != 1:
            raise _branched()
        history = sequence(tensors[0], Phrase("connections"))[:3]
    return _one_end(history)


def _check_call(options: Config) -> None:
    """Refuse a layer that is called in another way than while the network answers."""
    if options.get("training") not in (None, False):
        raise NetworkError(
            "{file} keeps a layer in training mode while it answers; Inkling does not.",
            TRAIN_ONE,
        )


def _input_shape(layers: list[Config], config: Config) -> Shape:
    shape: Any = config.get("build_input_shape")
    if layers:
        own = settings(layers[0])
        shape = own.get("batch_shape") or own.get("batch_input_shape") or shape
    sides = sequence(shape, Phrase("input shape"))[1:]
    if not all(isinstance(side, int) for side in sides):
        raise misshapen(Phrase("input shape"))
    if tuple(sides) not in INPUT_SHAPES:
        raise NetworkError(
            "{file} wants inputs of shape {shape}; Inkling's images are 28x28, one channel.",
            "Open a network for images of 784, 28x28 or 28x28x1 pixels.",
            shape=tuple(sides[:6]),
        )
    return tuple(sides)


def _branched() -> NetworkError:
    return NetworkError(
        "{file} holds a network with branches; Inkling opens one layer after another.",
        TRAIN_ONE,
    )
