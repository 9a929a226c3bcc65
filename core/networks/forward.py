"""Networks in NumPy: what they answer for one image or for many, without TensorFlow.

A network is prepared once (weights checked, dropout left out, batch normalisation folded
into the layer before it) and the prepared form is kept for as long as the network lives.
Then an image passes through the steps, one after the other. The arithmetic is float32;
results agree with Keras's to 1e-5 of the logits' scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import prod
from weakref import WeakKeyDictionary

import numpy as np

from core.endings import ending, split_ending
from core.errors import NetworkError
from core.layers import (
    ELU,
    SIDE_PX,
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    DepthwiseConv2D,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    Layer,
    LayerNormalization,
    LayerRow,
    LeakyReLU,
    MaxPooling2D,
    NetworkSpec,
    PReLU,
    Rescaling,
    Reshape,
    Resizing,
    SeparableConv2D,
    Shape,
    ZeroPadding2D,
    stride_of,
    summary,
)
from core.networks.activations import activate, softmax
from core.networks.numpy_layers import (
    Activated,
    Affine,
    Chained,
    Convolution,
    Depthwise,
    Exponential,
    LayerNormalised,
    Leaky,
    Product,
    Step,
    Weighted,
)
from core.networks.numpy_shaping import Framed, GlobalPool, Pool, Resized, Shaped
from core.records import Floats, Images, Network, Prediction, Predictions, Stages

SLICE_NUMBERS = 2**20
"""How many numbers the largest intermediate array of one slice of a batch may hold."""


def forward(network: Network, images: Images) -> Predictions:
    """Return logits and outputs of many images.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28), 0 = paper

    Raises
    ------
    NetworkError
        If the weights do not fit the layers.
    """
    return _prepared(network).predict(images)


def predict(network: Network, image: Images, *, stages: Stages | None = None) -> Prediction:
    """Read one image (uint8, shape (28, 28)); `stages` are handed on as they are.

    The digit is the first largest output, as Keras's accuracy counts it.
    """
    return predict_each(network, image.reshape(1, SIDE_PX, SIDE_PX), (stages,))[0]


def predict_each(
    network: Network, images: Images, stages: Sequence[Stages | None]
) -> tuple[Prediction, ...]:
    """Read each of many images (uint8, shape (n, 28, 28)), with the stages of each."""
    predictions = forward(network, images)
    given = probabilities(network, predictions)
    return tuple(
        Prediction(
            image=images[n],
            logits=predictions.logits[n],
            outputs=predictions.outputs[n],
            probabilities=given[n],
            digit=int(digit),
            is_digit=bool(given[n, digit] >= network.reject_below),
            stages=stages[n],
            names=network.names,
        )
        for n, digit in enumerate(predictions.digits.tolist())
    )


def probabilities(network: Network, predictions: Predictions) -> Floats:
    """Turn answers into probabilities, float32 (n, classes), each row summing to 1.

    Softmax and linear ends: softmax of the logits over the temperature. Sigmoid ends: the
    outputs over their sum, which is what the cross-entropy of old Keras saw. Other ends
    (relu, tanh, silu): softmax of the outputs over the temperature. A row that is no
    number at all (a training that diverged) becomes equal ones.
    """
    end = ending(network.spec)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        if end == "sigmoid":
            given = predictions.outputs / predictions.outputs.sum(axis=1, keepdims=True)
        else:
            scores = predictions.logits if end == "softmax" else predictions.outputs
            given = softmax(scores / np.float32(network.temperature))
    lost = ~np.isfinite(given).all(axis=1)
    given[lost] = np.float32(1 / given.shape[1])
    result: Floats = given.astype(np.float32, copy=False)
    return result


def layer_outputs(network: Network, image: Images) -> tuple[tuple[LayerRow, Floats], ...]:
    """Return what each layer makes of one image: its row of the summary, and float32 values.

    Nothing is folded, so every layer but dropout has its say; the last are the outputs.
    """
    rows = summary(network.spec)
    check_weights(rows, network.weights)
    divisor = np.float32(255 if network.spec.pixels == "unit" else 1)
    x: Floats = image.astype(np.float32).reshape(1, *network.spec.input_shape) / divisor
    outputs = []
    own = _weights_by_layer(rows, network.weights)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for layer, row, arrays in zip(network.spec.layers, rows, own, strict=True):
            if not isinstance(layer, Dropout):
                x = _step(layer, arrays, row.output_shape)(x.copy())
                outputs.append((row, x[0].copy()))
    return tuple(outputs)


class Reader:
    """A network made ready to answer.

    Parameters
    ----------
    network : Network
        Is not kept: the prepared form has arrays of its own where it changes them.
    """

    def __init__(self, network: Network) -> None:
        rows = summary(network.spec)
        check_weights(rows, network.weights)
        logits, self._ending = split_ending(network.spec)
        # Weights of a diverged training may hold anything; their answers are no numbers.
        with np.errstate(all="ignore"):
            self._steps = _steps(logits, rows, network.weights)
        self._input_shape = network.spec.input_shape
        self._classes = rows[-1].output_shape[0]
        self._divisor = np.float32(255 if network.spec.pixels == "unit" else 1)
        self._slice = max(1, SLICE_NUMBERS // largest_array(network.spec, rows))

    def predict(self, images: Images) -> Predictions:
        """Return logits and outputs of many images, a slice at a time."""
        starts = range(0, len(images), self._slice)
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            parts = [self._logits(images[start : start + self._slice]) for start in starts]
            empty = np.empty((0, self._classes), np.float32)
            logits = parts[0] if len(parts) == 1 else np.concatenate([empty, *parts])
            return Predictions(logits=logits, outputs=activate(self._ending, logits.copy()))

    def _logits(self, images: Images) -> Floats:
        x = images.astype(np.float32).reshape(-1, *self._input_shape)
        x /= self._divisor
        for step in self._steps:
            x = step(x)
        return x


def _prepared(network: Network) -> Reader:
    reader = _READERS.get(network)
    if reader is None:
        reader = _READERS[network] = Reader(network)
    return reader


_READERS: WeakKeyDictionary[Network, Reader] = WeakKeyDictionary()


def check_weights(rows: tuple[LayerRow, ...], weights: tuple[Floats, ...]) -> None:
    """Raise a NetworkError that names the first array that does not fit its layer."""
    wanted = [(row.name, shape) for row in rows for shape in row.shapes]
    if len(wanted) != len(weights):
        raise NetworkError(
            "This network has {found} weight arrays; its layers need {wanted}.",
            "Open another file, or train the network again.",
            found=len(weights),
            wanted=len(wanted),
        )
    for (name, shape), array in zip(wanted, weights, strict=True):
        if array.shape != shape:
            raise NetworkError(
                "Layer {layer} has weights of shape {found}; it needs {wanted}.",
                "Open another file, or train the network again.",
                layer=name,
                found=array.shape,
                wanted=shape,
            )


def _steps(
    logits: NetworkSpec, rows: tuple[LayerRow, ...], weights: tuple[Floats, ...]
) -> tuple[Step, ...]:
    """Turn the layers up to the logits into steps."""
    steps: list[Step] = []
    own = _weights_by_layer(rows, weights)
    for layer, row, arrays in zip(logits.layers, rows, own, strict=True):
        if isinstance(layer, Dropout) or layer == Activation("linear"):
            continue
        step = _step(layer, arrays, row.output_shape)
        before = steps[-1] if steps else None
        linear = isinstance(before, Weighted) and before.activation == "linear"
        if linear and isinstance(step, Affine):
            assert isinstance(before, Weighted)
            steps[-1] = before.followed_by(step)
        else:
            steps.append(step)
    return tuple(steps)


def _weights_by_layer(
    rows: tuple[LayerRow, ...], weights: tuple[Floats, ...]
) -> Iterator[tuple[Floats, ...]]:
    """Return the weights of each layer."""
    used = 0
    for row in rows:
        yield weights[used : used + len(row.shapes)]
        used += len(row.shapes)


def _step(layer: Layer, arrays: tuple[Floats, ...], output_shape: Shape) -> Step:
    if arrays:
        return _weighted_step(layer, arrays)
    match layer:
        case MaxPooling2D() | AveragePooling2D():
            largest, same = isinstance(layer, MaxPooling2D), layer.padding == "same"
            return Pool(layer.pool_size, largest, stride_of(layer), same)
        case GlobalMaxPooling2D() | GlobalAveragePooling2D():
            return GlobalPool(isinstance(layer, GlobalMaxPooling2D))
        case Flatten() | Reshape():
            return Shaped(output_shape)
        case ZeroPadding2D(padding=padding):
            return Framed(padding)
        case Resizing(height=height, width=width):
            return Resized(height, width)
        case _:
            return _elementwise(layer)


def _weighted_step(layer: Layer, arrays: tuple[Floats, ...]) -> Step:
    match layer:
        case Dense():
            return Product(*_kernel_and_bias(arrays), layer.activation)
        case Conv2D():
            same = layer.padding == "same"
            kernel, bias = _kernel_and_bias(arrays)
            return Convolution(kernel, bias, layer.activation, layer.strides, same)
        case DepthwiseConv2D():
            return _depthwise(layer, arrays)
        case SeparableConv2D():
            first = replace(_depthwise(layer, arrays[:1]), activation="linear")
            kernel, bias = _kernel_and_bias(arrays[1:])
            return Chained((first, Convolution(kernel, bias, layer.activation, 1, same=False)))
        case LayerNormalization(epsilon=epsilon):
            return LayerNormalised(arrays[0], arrays[1], epsilon)
        case PReLU():
            return Leaky(arrays[0])
        case _:
            assert isinstance(layer, BatchNormalization)
            return _normalisation(arrays, layer.epsilon)


def _elementwise(layer: Layer) -> Step:
    match layer:
        case Activation(activation=activation):
            return Activated(activation)
        case LeakyReLU(negative_slope=slope):
            return Leaky(np.float32(slope))
        case ELU(alpha=alpha):
            return Exponential(np.float32(alpha))
        case _:
            assert isinstance(layer, Rescaling)
            return Affine(np.float32(layer.scale), np.float32(layer.offset))


def _depthwise(
    layer: DepthwiseConv2D | SeparableConv2D, arrays: tuple[Floats, ...]
) -> Depthwise:
    """Return the filters of each channel; the outputs of one lie side by side."""
    size, times = layer.kernel_size, layer.depth_multiplier
    kernel = arrays[0].reshape(size, size, -1)
    bias = arrays[1] if len(arrays) > 1 else np.zeros(kernel.shape[-1], np.float32)
    same = layer.padding == "same"
    return Depthwise(kernel, bias, layer.activation, layer.strides, same, times)


def _kernel_and_bias(arrays: tuple[Floats, ...]) -> tuple[Floats, Floats]:
    kernel = np.ascontiguousarray(arrays[0], np.float32)
    bias = arrays[1] if len(arrays) > 1 else np.zeros(kernel.shape[-1], np.float32)
    return kernel, bias


def _normalisation(arrays: tuple[Floats, ...], epsilon: float) -> Affine:
    """Turn scale, offset, moving mean and moving variance into one product and one sum."""
    gamma, beta, mean, variance = (array.astype(np.float64) for array in arrays)
    scale = gamma / np.sqrt(variance + epsilon)
    return Affine(scale.astype(np.float32), (beta - mean * scale).astype(np.float32))


def largest_array(spec: NetworkSpec, rows: tuple[LayerRow, ...]) -> int:
    """Return how many numbers the largest array on one image's way holds."""
    largest = prod(spec.input_shape)
    before: Shape = spec.input_shape
    for layer, row in zip(spec.layers, rows, strict=True):
        numbers = prod(row.output_shape)
        if isinstance(layer, Conv2D):
            size = layer.kernel_size
            lines = before[0] + size
            numbers = max(numbers, lines * row.output_shape[1] * size * before[2])
        elif isinstance(layer, DepthwiseConv2D | SeparableConv2D):
            # The image with its border, each channel as often as it is filtered.
            border = layer.kernel_size
            sides = (before[0] + border) * (before[1] + border)
            numbers = max(numbers, sides * before[2] * layer.depth_multiplier)
        largest = max(largest, numbers)
        before = row.output_shape
    return largest
