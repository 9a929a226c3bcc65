"""Keras's ``config.json`` into our own layers, by an allowlist.

Only what is named here is understood; everything else is refused by its name. Nothing is
imported, looked up or called because a file says so. Which kinds there are, and how each of
their settings is read, is in `core.networks.keras_format.kinds`.
"""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import Any

from core.endings import idle
from core.errors import NetworkError
from core.layers import (
    Flatten,
    Layer,
    LayerRow,
    NetworkSpec,
    Rescaling,
    Reshape,
    Resizing,
    Shape,
    ZeroPadding2D,
    summary,
    weights_and_output,
)
from core.limits import MOST_WEIGHTS
from core.networks.forward import largest_array
from core.networks.keras_format.chain import Described, chain, settings
from core.networks.keras_format.kinds import KINDS, Part
from core.networks.keras_format.values import TRAIN_ONE, Config, must_be, name_of, refused
from core.phrases import Phrase

MOST_NUMBERS = 2**24
"""In the largest array on one image's way through the network: 64 MB."""

ONLY_WHILE_TRAINING = frozenset(
    {
        "ActivityRegularization",
        "AlphaDropout",
        "AugMix",
        "CutMix",
        "Equalization",
        "GaussianDropout",
        "GaussianNoise",
        "MixUp",
        "RandAugment",
        "RandomBrightness",
        "RandomColorDegeneration",
        "RandomColorJitter",
        "RandomContrast",
        "RandomElasticTransform",
        "RandomErasing",
        "RandomFlip",
        "RandomGaussianBlur",
        "RandomHue",
        "RandomInvert",
        "RandomPerspective",
        "RandomPosterization",
        "RandomRotation",
        "RandomSaturation",
        "RandomSharpness",
        "RandomShear",
        "RandomTranslation",
        "RandomZoom",
        "Solarization",
        "SpatialDropout1D",
        "SpatialDropout2D",
    }
)
"""Layers that a network is read without: they change nothing in its answers.

AutoContrast is not among them: Keras stretches the contrast of every image, predicting too.
"""

_SMALL = 0.05
"""A network that begins by multiplying pixels with less than this wants them as 0 to 255."""


def translate(model: Any, *, keras: int = 3) -> tuple[NetworkSpec, tuple[Part, ...], bool]:
    """Return the network that a ``config.json`` describes, its layers as parts, and a sign.

    The sign is whether it can be told how pixels are handed over: "raw" where the network
    makes them small itself. Else they are taken as "unit", and that is a guess.

    Parameters
    ----------
    keras : int
        The major version of Keras that wrote it.

    Raises
    ------
    NetworkError
        If there is anything in it that Inkling does not know; texts name ``{file}``.
    """
    layers, input_shape = chain(model)
    parts = tuple(part for layer in layers for part in _parts(layer, keras))
    kinds = _resolved(tuple(part.layer for part in parts), input_shape)
    raw = _makes_small(kinds, input_shape)
    spec = NetworkSpec(kinds, input_shape, "raw" if raw else "unit")
    rows = summary(spec)
    _check_size(spec, rows)
    for part, row in zip(parts, rows, strict=True):
        if part.axis not in (-1, len(row.output_shape)):
            raise refused(row.kind, "axis", part.axis)
    return spec, parts, raw


def _makes_small(layers: tuple[Layer, ...], shape: Shape) -> bool:
    """Say whether pixels are scaled down before anything else is made of them."""
    scale = 1.0
    for number, layer in enumerate(layers, start=1):
        before, shape = shape, weights_and_output(layer, shape, number)[1]
        if isinstance(layer, Rescaling):
            scale *= layer.scale
        elif not isinstance(layer, Flatten | Reshape | Resizing | ZeroPadding2D) and not idle(
            layer, before, shape
        ):
            break
    return abs(scale) < _SMALL


def _resolved(layers: tuple[Layer, ...], shape: Shape) -> tuple[Layer, ...]:
    """Put a number in the place of the -1 that a Reshape may have for one side."""
    result: list[Layer] = []
    for number, layer in enumerate(layers, start=1):
        known = layer
        if isinstance(layer, Reshape):
            side = prod(shape) // max(1, abs(prod(layer.target_shape)))
            known = Reshape(tuple(side if s == -1 else s for s in layer.target_shape))
        result.append(known)
        shape = weights_and_output(known, shape, number)[1]
    return tuple(result)


def _check_size(spec: NetworkSpec, rows: tuple[LayerRow, ...]) -> None:
    weights = sum(row.parameters for row in rows)
    if weights > MOST_WEIGHTS or largest_array(spec, rows) > MOST_NUMBERS:
        raise NetworkError(
            "{file} is refused: its network of {count} weights is larger than any that "
            "reads digits.",
            TRAIN_ONE,
            count=weights,
        )


def _parts(described: Described, keras: int) -> tuple[Part, ...]:
    """Return what one layer of the file is for us: mostly one layer, at times several."""
    layer = described.layer
    kind = name_of(layer.get("class_name"), Phrase("layer's class"))
    own = layer.get("registered_name")
    if isinstance(own, str) and own not in (kind, ""):
        kind = own  # A class of somebody's own may bear a known name.
    if kind in ONLY_WHILE_TRAINING:
        return ()
    if kind not in KINDS:
        raise _unknown(kind, described)
    config = settings(layer)
    try:
        _check_numbers(config, kind)
        parts = KINDS[kind](config, kind, keras)
    except NetworkError as error:
        raise _with_its_name(error, kind, described) from error
    return tuple(replace(part, place=described.place, names=described.names) for part in parts)


def _unknown(kind: str, described: Described) -> NetworkError:
    return NetworkError(
        "{file} uses the layer {layer}, which Inkling does not know.",
        "Inkling opens networks of these layers: {known}.",
        layer=_called(kind[:60], described),
        known=", ".join(sorted(KINDS)),
    )


def _with_its_name(error: NetworkError, kind: str, described: Described) -> NetworkError:
    """Say which of several layers of a kind it is that an error is about."""
    if error.values.get("layer") != kind:
        return error
    named = {**error.values, "layer": _called(kind, described)}
    return NetworkError(error.problem, error.cure, **named)


def _called(kind: str, described: Described) -> str:
    name = described.names[-1][:40]
    return f"{kind} ({name})" if name else kind


def _check_numbers(config: Config, kind: str) -> None:
    """Refuse weights in whole numbers (quantised), and channels before rows."""
    must_be(config, kind, "data_format", None, "channels_last")
    must_be(config, kind, "quantization_config", None)
    policy = config.get("dtype")
    if isinstance(policy, dict) and policy.get("class_name") not in ("DTypePolicy", "Policy"):
        raise refused(kind, "dtype", policy.get("class_name"))
