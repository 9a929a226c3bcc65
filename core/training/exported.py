"""What leaves Inkling, made and read by TensorFlow: TensorFlow Lite, and Keras's answers."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np

from core.records import Floats, Network
from core.training.backend import keras, tf
from core.training.keras_model import build


def lite_model(network: Network) -> bytes:
    """Return the content of a ``.tflite`` file, which takes and gives what the model does."""
    model = build(network.spec, 0)
    model.set_weights(network.weights)
    content: bytes = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    return content


def lite_answers(content: bytes, inputs: Floats) -> Floats:
    """Run a ``.tflite`` file."""
    with warnings.catch_warnings():
        # TensorFlow says that its interpreter will move to a package of its own.
        warnings.simplefilter("ignore")
        interpreter = tf.lite.Interpreter(model_content=content)
    (taken,), (given,) = interpreter.get_input_details(), interpreter.get_output_details()
    interpreter.resize_tensor_input(taken["index"], inputs.shape)
    interpreter.allocate_tensors()
    interpreter.set_tensor(taken["index"], inputs)
    interpreter.invoke()
    outputs: Floats = interpreter.get_tensor(given["index"])
    return outputs


def keras_answers(path: Path, inputs: Floats) -> Floats:
    """Let Keras itself open a ``.keras`` file that Inkling wrote, and answer."""
    model = keras.saving.load_model(path)
    return np.asarray(model(inputs, training=False), np.float32)
