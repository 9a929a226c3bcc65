"""What the layer before the last makes of many images: by it a network sees what is alike."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from core.control import StopToken
from core.endings import split_ending
from core.layers import NetworkSpec, summary
from core.records import Floats, Images, Network
from core.training.backend import keras, tf
from core.training.keras_model import build

_SLICE_VALUES = 8_000_000
_MOST_ROWS = 4_096


def penultimate(
    network: Network,
    images: Images,
    *,
    stop: StopToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Floats:
    """Return what the last layer with weights is handed for each image, float32 (n, units).

    Of a network of one layer that is the image itself, its pixels as the network has them.

    Raises
    ------
    Cancelled
        Soon after `stop` is set.
    """
    stop = stop or StopToken()
    spec = network.spec
    compiled = _head(network)
    divisor = np.float32(255 if spec.pixels == "unit" else 1)
    rows = max(64, min(_MOST_ROWS, _SLICE_VALUES // _largest(spec)))
    parts: list[Floats] = []
    for first in range(0, len(images), rows):
        stop.check()
        part = images[first : first + rows].astype(np.float32) / divisor
        values = compiled(tf.constant(part.reshape(-1, *spec.input_shape))).numpy()
        parts.append(values.reshape(len(part), -1))
        if report is not None:
            report(min(1.0, (first + rows) / len(images)))
    return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)


def _head(network: Network) -> Any:
    """Return the compiled function that ends before the last layer with weights."""
    known = _HEADS.get(network)
    if known is None:
        cut, _ = split_ending(network.spec)
        model = build(cut, 0)
        model.set_weights(list(network.weights))
        last = max(n for n, layer in enumerate(model.layers) if layer.weights)
        head = keras.Model(model.inputs, model.layers[last].input)
        known = tf.function(lambda pixels: head(pixels, training=False), reduce_retracing=True)
        _HEADS[network] = known
    return known


_HEADS: WeakKeyDictionary[Network, Any] = WeakKeyDictionary()


def _largest(spec: NetworkSpec) -> int:
    return max(prod(row.output_shape) for row in summary(spec))
