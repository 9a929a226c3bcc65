"""Networks with an output before those of their classes, which nothing they learnt from had.

Labels that count from 1, as those of EMNIST's letters do, are often learnt with one output
more than there are classes: Keras counts from 0.
"""

from __future__ import annotations

from dataclasses import replace

from core.layers import Activation, Dense
from core.records import Floats, Network


def without_first_output(network: Network) -> Network | None:
    """Return the network without its first output; None where its last layer has no such."""
    layers = network.spec.layers
    place = len(layers) - 1
    while place > 0 and isinstance(layers[place], Activation):
        place -= 1
    last = layers[place]
    if not isinstance(last, Dense):
        return None
    own = 2 if last.use_bias else 1
    # Of the kernel (inputs, units) and the bias (units,) alike.
    cut: tuple[Floats, ...] = tuple(weights[..., 1:] for weights in network.weights[-own:])
    shorter = (*layers[:place], replace(last, units=last.units - 1), *layers[place + 1 :])
    return replace(
        network,
        spec=replace(network.spec, layers=shorter),
        weights=(*network.weights[:-own], *cut),
        classes=network.classes[1:],
    )
