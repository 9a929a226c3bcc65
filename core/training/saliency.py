"""Where a network looks: the gradient of a logit with respect to the pixels, times the pixels.

References
----------
Shrikumar, Greenside, Shcherbina & Kundaje, "Not just a black box: learning important
features through propagating activation differences", 2016, for gradient times input.
"""

from __future__ import annotations

import numpy as np

from core.endings import split_ending
from core.records import Floats, Images, Network
from core.training.backend import keras, tf
from core.training.keras_model import build


def gradient_times_input(network: Network, image: Images, label: int) -> Floats:
    """Return d logit / d pixel times the pixel, float32 (28, 28).

    Parameters
    ----------
    image : ndarray of uint8, shape (28, 28)
    label : int
        Whose logit.
    """
    spec = network.spec
    cut, _ = split_ending(spec)
    model = build(cut, 0)
    divisor = 255.0 if spec.pixels == "unit" else 1.0
    pixels = tf.constant(image.astype(np.float32)[None] / np.float32(divisor))
    mapping = list(zip(model.weights, map(tf.constant, network.weights), strict=True))
    with tf.GradientTape() as tape, keras.StatelessScope(state_mapping=mapping):
        tape.watch(pixels)
        logit = model(tf.reshape(pixels, (-1, *spec.input_shape)))[0, label]
    gradient = tape.gradient(logit, pixels)
    result: Floats = (gradient * pixels).numpy()[0]
    return result
