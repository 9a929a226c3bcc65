"""The layers of a ``config.json`` in the order in which an image passes through them.

Models within models are laid flat: what counts is the way of the image. Each layer keeps
where the file has its weights, by the names of all models around it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from core.errors import NetworkError
from core.layers import INPUT_SHAPES, Shape, keras_name
from core.limits import MOST_LAYERS
from core.networks.keras_format.calls import branched, one_end, read_call
from core.networks.keras_format.values import (
    TRAIN_ONE,
    Config,
    mapping,
    misshapen,
    name_of,
    sequence,
)
from core.phrases import Phrase

_CHAINS = ("Functional", "Model")
"""Keras 2.2 and older called a functional model a Model."""

_DEEPEST = 8
_UNSAID = {1: (784,), 2: (28, 28), 3: (28, 28, 1)}
"""What stands for sides that a network leaves open."""


@dataclass(frozen=True)
class Described:
    """One layer as the file describes it.

    Parameters
    ----------
    layer : dict
        Its class and its settings.
    place : tuple of str
        Where a ``.keras`` file has its weights: from the outermost model in, each the class
        in snake case, numbered among its like.
    names : tuple of str
        The same by the names that layers bear themselves, as HDF5 files have them.
    """

    layer: Config
    place: tuple[str, ...]
    names: tuple[str, ...]


def chain(model: Any) -> tuple[list[Described], Shape]:
    """Return the layers, one after the other without the input, and the shape of an image.

    Raises
    ------
    NetworkError
        If the model is neither Sequential nor a Functional one without branches, or if
        there is one that is neither within it.
    """
    model = mapping(model, Phrase("model"))
    kind = name_of(model.get("class_name"), Phrase("model's class"))
    if kind not in ("Sequential", *_CHAINS):
        raise NetworkError(
            "{file} holds a model of the class {kind}; Inkling opens Sequential models, and "
            "Functional ones whose layers form one chain.",
            TRAIN_ONE,
            kind=kind[:40],
        )
    found = _flat(model, (), ())
    shape = _input_shape(found, model)
    return [d for d in found if d.layer.get("class_name") != "InputLayer"], shape


def settings(layer: Config) -> Config:
    """Return the settings of one layer."""
    return mapping(layer.get("config"), Phrase("layer's config"))


def _flat(model: Config, place: tuple[str, ...], names: tuple[str, ...]) -> list[Described]:
    """Lay a model flat, and the models within it."""
    found: list[Described] = []
    for layer, own in _ordered(model):
        inner = (*place, own)
        inner_names = (*names, _own_name(layer))
        if layer.get("class_name") in ("Sequential", *_CHAINS) and _is_model(layer):
            if len(inner) > _DEEPEST:
                raise misshapen(Phrase("model"))
            found += _flat(layer, inner, inner_names)
        else:
            found.append(Described(layer, inner, inner_names))
        _check_count(len(found))
    return found


def _own_name(layer: Config) -> str:
    name = settings(layer).get("name")
    return name if isinstance(name, str) else ""


def _is_model(layer: Config) -> bool:
    config = layer.get("config")
    return isinstance(config, list) or (isinstance(config, dict) and "layers" in config)


def _ordered(model: Config) -> list[tuple[Config, str]]:
    """Return the layers of one model in their order, each with its numbered name."""
    config: Any = model.get("config")
    if isinstance(config, list):
        # As Keras wrote Sequential models until 2.2.
        config = {"layers": config}
    config = mapping(config, Phrase("model's config"))
    layers = [
        mapping(layer, Phrase("layer"))
        for layer in sequence(config.get("layers"), Phrase("layers"))
    ]
    _check_count(len(layers))
    numbered = list(zip(layers, _numbered(layers), strict=True))
    return numbered if model.get("class_name") == "Sequential" else _in_order(numbered, config)


def _check_count(count: int) -> None:
    if count > MOST_LAYERS:
        raise NetworkError(
            "{file} has {count} layers; Inkling opens networks of at most {most}.",
            TRAIN_ONE,
            count=count,
            most=MOST_LAYERS,
        )


def _numbered(layers: list[Config]) -> list[str]:
    """Return the names under which Keras stores these layers: dense, dense_1, ..."""
    seen: Counter[str] = Counter()
    names = []
    for layer in layers:
        base = keras_name(str(layer.get("class_name"))[:80])
        names.append(f"{base}_{seen[base]}" if seen[base] else base)
        seen[base] += 1
    return names


def _in_order(layers: list[tuple[Config, str]], config: Config) -> list[tuple[Config, str]]:
    """Follow the chain from the output back to the input."""
    by_name = {
        name_of(layer.get("name") or settings(layer).get("name"), Phrase("layer's name")): (
            layer,
            own,
        )
        for layer, own in layers
    }
    name = one_end(config.get("output_layers"))
    order: list[tuple[Config, str]] = []
    last = ""
    while name in by_name:
        layer, own = by_name.pop(name)
        last = name
        layer, source = read_call(layer)
        order.append((layer, own))
        if source is None:
            break
        name = source
    # A layer that is left over, or met a second time, belongs to a branch.
    if by_name or not order or last != one_end(config.get("input_layers")):
        raise branched()
    return order[::-1]


def _input_shape(found: list[Described], model: Config) -> Shape:
    config = model.get("config")
    outer = config if isinstance(config, dict) else {}
    shape: Any = outer.get("build_input_shape") or _built_with(model)
    if found:
        own = settings(found[0].layer)
        shape = own.get("batch_shape") or own.get("batch_input_shape") or shape
        shape = shape or _built_with(found[0].layer)
    sides = sequence(shape, Phrase("input shape"))[1:]
    if not all(side is None or isinstance(side, int) for side in sides):
        raise misshapen(Phrase("input shape"))
    unsaid = _UNSAID.get(len(sides), ())
    said = tuple(unsaid[n] if side is None and unsaid else side for n, side in enumerate(sides))
    if said not in INPUT_SHAPES:
        raise NetworkError(
            "{file} wants inputs of shape {shape}; Inkling's images are 28x28, one channel.",
            "Open a network for images of 784, 28x28 or 28x28x1 pixels.",
            shape=said[:6],
        )
    return said


def _built_with(layer: Config) -> Any:
    built = layer.get("build_config")
    return built.get("input_shape") if isinstance(built, dict) else None
