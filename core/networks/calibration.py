"""Making a trained network's confidence mean something: temperature and the limit of doubt.

1. `with_temperature` divides the logits by one number, fitted on images that the network was
   not trained on, so that of the digits read with 90 % confidence nine in ten are right. No
   answer changes by it.
2. `with_limit` says how much confidence a digit needs at least; what has less is answered
   with "not a digit, I think". The limit is set by how many real digits may be lost to it.

The program itself calibrates nothing: `tests.benchmarks.calibration` did it once with these
functions, for the network that ships, and can do it again for its successor.

References
----------
Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, 2017 (temperature);
Hendrycks, Gimpel: A baseline for detecting misclassified and out-of-distribution examples,
2017 (the largest probability as the measure of doubt).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.evaluation.metrics import fit_temperature
from core.networks.forward import forward, probabilities
from core.records import Floats, Images, Labels, Network


def with_temperature(network: Network, images: Images, labels: Labels) -> Network:
    """Return the network with the temperature that suits these held-out images best."""
    logits = forward(network, images).logits
    return replace(network, temperature=fit_temperature(logits, labels))


def with_limit(network: Network, digits: Images, *, lost: float = 0.01) -> Network:
    """Return the network with the limit that rejects less than `lost` of these digits."""
    ordered = np.sort(confidences(network, digits))
    allowed = max(int(np.ceil(lost * len(ordered))) - 1, 0)
    return replace(network, reject_below=float(ordered[allowed]))


def confidences(network: Network, images: Images) -> Floats:
    """Return the probability of the answered digit of each image, float32 (n,)."""
    highest: Floats = probabilities(network, forward(network, images)).max(axis=1)
    return highest
