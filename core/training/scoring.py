"""What a network says of many images, at the machine's own speed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import prod
from typing import Any

import numpy as np

from core.control import StopToken
from core.endings import split_ending
from core.layers import NetworkSpec, summary
from core.records import Floats, Images, Network, Predictions
from core.training.backend import keras, tf
from core.training.keras_model import build
from core.training.losses import activated

_SLICE_VALUES = 4_000_000
"""The largest layer of one slice of images holds about so many numbers (16 MB)."""

_CHAINS = 2
"""TensorFlow runs so many parts of a slice side by side, each on a thread of its own."""

_LINKS = 4
"""Parts that follow each other in a chain: each fits the processor's cache."""

_PARTS = _CHAINS * _LINKS


def predict(
    network: Network,
    images: Images,
    *,
    stop: StopToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Predictions:
    """Return the logits and outputs of the network for all images.

    Parameters
    ----------
    report : callable, optional
        Is handed the share of the images that is answered, 0 to 1, after each slice.

    Raises
    ------
    Cancelled
        Soon after `stop` is set: it is looked at before each slice of images.
    """
    return Scorer(network.spec).predict(network.weights, images, stop=stop, report=report)


class Scorer:
    """The forward pass of one kind of network, for any weights.

    Parameters
    ----------
    spec : NetworkSpec
        The network; its compiled function is kept, so a second scorer of it costs nothing.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        self._forward = _compiled(spec)
        rows = summary(spec)
        self._classes = rows[-1].output_shape[0]
        largest = max(prod(row.output_shape) for row in rows)
        self._rows = max(64, min(10_000, _SLICE_VALUES // largest))

    def predict(
        self,
        weights: Sequence[Any],
        images: Images,
        *,
        stop: StopToken | None = None,
        report: Callable[[float], None] | None = None,
    ) -> Predictions:
        """Return the logits and outputs for all images; `weights` in Keras's order."""
        stop = stop or StopToken()
        logits = np.empty((len(images), self._classes), np.float32)
        outputs = np.empty_like(logits)
        tensors = [tf.convert_to_tensor(weight) for weight in weights]
        for first in range(0, len(images), self._rows):
            stop.check()
            part = slice(first, first + self._rows)
            logits[part], outputs[part] = self._run(tensors, images[part])
            if report is not None:
                report(min(1.0, part.stop / len(images)))
        return Predictions(logits, outputs)

    def _run(self, weights: list[Any], images: Images) -> tuple[Floats, Floats]:
        count = len(images)
        # TensorFlow cannot take no images through two convolutions, so that no part may be
        # empty: fewer images than parts go along more than once.
        enough = images if count >= _PARTS else np.resize(images, (_PARTS, *images.shape[1:]))
        logits, outputs = self._forward(weights, tf.constant(enough))
        return logits.numpy()[:count], outputs.numpy()[:count]


@lru_cache(maxsize=8)
def _compiled(spec: NetworkSpec) -> Any:
    """Return the traced function (weights, images) -> (logits, outputs) of a network."""
    cut, activation = split_ending(spec)
    model = build(cut, 0)

    def forward(weights: list[Any], images: Any) -> tuple[Any, Any]:
        # The weights are arguments, not the model's own: threads share this function.
        mapping = list(zip(model.weights, weights, strict=True))
        count = tf.shape(images)[0]
        logits: list[Any] = []
        with keras.StatelessScope(state_mapping=mapping):
            for part in range(_PARTS):
                before = logits[-1:] if part % _LINKS else []
                with tf.control_dependencies(before):
                    chosen = images[part * count // _PARTS : (part + 1) * count // _PARTS]
                    logits.append(model(_inputs(spec, chosen)))
        together = tf.concat(logits, axis=0)
        return together, activated(activation, together)

    shapes = [tf.TensorSpec(weight.shape, tf.float32) for weight in model.weights]
    signature = (shapes, tf.TensorSpec((None, None, None), tf.uint8))
    return tf.function(forward, input_signature=signature, autograph=False)


def _inputs(spec: NetworkSpec, images: Any) -> Any:
    pixels = tf.cast(images, tf.float32)
    if spec.pixels == "unit":
        pixels /= 255
    return tf.reshape(pixels, (-1, *spec.input_shape))
