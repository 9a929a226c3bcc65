"""What happens inside a network: values of each layer, first weights, logits to digit."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np

from core.endings import ending
from core.layers import SIDE_PX, ActivationName
from core.networks.forward import forward, layer_outputs, probabilities
from core.records import DIGITS, Floats, Images, Network, Predictions

PICTURES = 128
"""Of so many channels or units at most pictures are shown."""


@dataclass(frozen=True, eq=False)
class LayerView:
    """What one layer makes of an image.

    Parameters
    ----------
    name, kind : str
        As in the summary table.
    shape : tuple of int
        Of its output.
    pictures : ndarray of float32, shape (pictures, rows, columns)
        One for each channel; a single one for a row of units, wrapped into a block.
    silent : float
        The share of its values that are exactly zero.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    pictures: Floats
    silent: float


@dataclass(frozen=True, eq=False)
class Softmax:
    """From logits to probabilities, float32 (classes,): each is the share of its term.

    Parameters
    ----------
    logits : ndarray
        What the last layer gives before its activation.
    shifted : ndarray
        What is raised: the logits over the temperature, less the largest of them, which
        changes no share and keeps the exponentials small. Of an end that is neither linear
        nor a softmax its outputs take the logits' place.
    terms : ndarray
        The exponentials of `shifted`; of a sigmoid end its outputs.
    probabilities : ndarray
        The terms over their sum; equal ones where that is no number.
    ending : str
        The last activation.
    temperature : float
        What the logits are divided by; of a sigmoid end it is not used.
    """

    logits: Floats
    shifted: Floats
    terms: Floats
    probabilities: Floats
    ending: ActivationName = "linear"
    temperature: float = 1.0
    names: tuple[str, ...] = DIGITS

    @property
    def known(self) -> bool:
        """Whether the terms have a sum to take shares of."""
        total = float(self.terms.sum())
        return isfinite(total) and total > 0


@dataclass(frozen=True, eq=False)
class Inside:
    """One image on its way through a network; `weights` are of its first layer."""

    image: Images
    layers: tuple[LayerView, ...]
    softmax: Softmax
    weights: Floats | None


def look_inside(network: Network, image: Images) -> Inside:
    """Follow one image (uint8, shape (28, 28)) through the network."""
    views = tuple(
        LayerView(row.name, row.kind, row.output_shape, _pictures(x), float((x == 0).mean()))
        for row, x in layer_outputs(network, image)
    )
    predictions = forward(network, image.reshape(1, SIDE_PX, SIDE_PX))
    return Inside(image, views, _softmax(network, predictions), first_weights(network))


def _softmax(network: Network, predictions: Predictions) -> Softmax:
    """Write out what `probabilities` does with one image."""
    given, end = probabilities(network, predictions)[0], ending(network.spec)
    logits, outputs = predictions.logits[0], predictions.outputs[0]
    scores = logits if end in ("linear", "softmax", "sigmoid") else outputs
    divisor = 1.0 if end == "sigmoid" else network.temperature
    with np.errstate(over="ignore", invalid="ignore"):
        raised = scores / np.float32(divisor)
        shifted = raised - raised.max()
        terms = outputs if end == "sigmoid" else np.exp(shifted)
    return Softmax(logits, shifted, terms, given, end, divisor, network.names)


def first_weights(network: Network) -> Floats | None:
    """Return the first layer's weights as pictures, float32 (units, rows, columns).

    A Dense layer that sees the image itself has one picture of 28x28 a unit, a convolution
    one small picture a filter; None where the first weights are neither.
    """
    kernel = next(iter(network.weights), np.empty(0, np.float32))
    if kernel.ndim == 2 and kernel.shape[0] == SIDE_PX * SIDE_PX:
        return kernel.T.reshape(-1, SIDE_PX, SIDE_PX)[:PICTURES]
    if kernel.ndim == 4 and kernel.shape[2] == 1:
        return np.moveaxis(kernel[:, :, 0, :], -1, 0)[:PICTURES]
    return None


def _pictures(x: Floats) -> Floats:
    """Turn a layer's values into pictures: one a channel, or one block of all units."""
    if x.ndim == 3:
        return np.moveaxis(x, -1, 0)[:PICTURES]
    if x.ndim == 2:
        return x[np.newaxis]
    if x.size == SIDE_PX * SIDE_PX:
        return x.reshape(1, SIDE_PX, SIDE_PX)
    columns = min(x.size, 32)
    block = np.full((-(-x.size // columns), columns), np.nan, np.float32)
    block.ravel()[: x.size] = x
    return block[np.newaxis]
