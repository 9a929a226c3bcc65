"""What else a person might write: a NumPy loop, a PyTorch loop; and the bare matrix products.

`tests.benchmarks.training` prints their times beside those of Keras and of Inkling. Each
function gives the seconds that its steps took after a warm-up, or None where there is no such
loop for this network or this machine. They learn as Keras does, with the same layers,
optimizer and batch, and count right answers as Keras's metric does.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from importlib.util import find_spec
from math import prod, sqrt

import numpy as np

from core.layers import Conv2D, Dense, Dropout, Flatten, MaxPooling2D, NetworkSpec, summary
from core.records import Recipe

WARM_UP = 20
"""Steps that are taken before the clock starts."""

SLICE = 10_000
"""Images that are scored at a time."""

Seconds = float | None
HAS_TORCH = find_spec("torch") is not None


def numpy_training(recipe: Recipe, pixels, targets, steps: int) -> Seconds:
    """Time a NumPy loop: dense layers, one kind of hidden activation, Adam or plain SGD."""
    layers = recipe.network.layers
    if not all(isinstance(layer, Dense) for layer in layers):
        return None
    activation, rate = layers[0].activation, recipe.optimizer.learning_rate
    parameters = first_weights(recipe.network)
    update = _Adam(parameters) if recipe.optimizer.kind == "adam" else _sgd
    right, began = 0, 0.0
    for step, rows in enumerate(_batches(recipe, len(pixels), WARM_UP + steps)):
        if step == WARM_UP:
            began = time.perf_counter()
        wanted = targets[rows]
        values = _forward(parameters, activation, pixels[rows])
        right += np.count_nonzero(values[-1].argmax(axis=1) == wanted.argmax(axis=1))
        update(parameters, _gradients(parameters, activation, values, wanted), rate)
    return time.perf_counter() - began


def numpy_scoring(recipe: Recipe, weights, pixels, targets) -> Seconds:
    """Time the loss and the accuracy of a dense network on all images in NumPy."""
    activation = recipe.network.layers[0].activation
    began = time.perf_counter()
    loss, right = 0.0, 0
    for first in range(0, len(pixels), SLICE):
        wanted = targets[first : first + SLICE]
        logits = _forward(weights, activation, pixels[first : first + SLICE])[-1]
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        loss -= float((logits * wanted).sum(dtype=np.float64))
        right += np.count_nonzero(logits.argmax(axis=1) == wanted.argmax(axis=1))
    return time.perf_counter() - began


def torch_training(recipe: Recipe, pixels, targets, steps: int) -> Seconds:
    """Time a PyTorch loop: with one thread, for convolutions with as many as TensorFlow."""
    if not HAS_TORCH:
        return None
    import torch

    network = _torch_network(recipe.network).train()
    optimizer = _torch_optimizer(recipe, network)
    images = torch.from_numpy(pixels)
    if recipe.network.input_shape != (784,):
        images = images.reshape(-1, 1, 28, 28)
    digits = torch.from_numpy(targets.argmax(axis=1))
    right, began = torch.zeros((), dtype=torch.int64), 0.0
    for step, rows in enumerate(_batches(recipe, len(pixels), WARM_UP + steps)):
        if step == WARM_UP:
            began = time.perf_counter()
        chosen = torch.from_numpy(rows)
        wanted = digits[chosen]
        logits = network(images[chosen])
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(logits, wanted).backward()
        optimizer.step()
        right += (logits.detach().argmax(dim=1) == wanted).sum()
    return time.perf_counter() - began


def torch_scoring(recipe: Recipe, weights, pixels, targets) -> Seconds:
    """Time the loss and the accuracy of all images in PyTorch."""
    if not HAS_TORCH:
        return None
    import torch

    network = _torch_network(recipe.network).eval()
    images, digits = torch.from_numpy(pixels), torch.from_numpy(targets.argmax(axis=1))
    began = time.perf_counter()
    loss, right = 0.0, 0
    with torch.inference_mode():
        for some, wanted in zip(images.split(SLICE), digits.split(SLICE), strict=True):
            logits = network(some)
            loss += torch.nn.functional.cross_entropy(logits, wanted, reduction="sum").item()
            right += (logits.argmax(dim=1) == wanted).sum().item()
    return time.perf_counter() - began


def products_training(recipe: Recipe, pixels, targets, steps: int) -> Seconds:
    """Time the matrix products of some steps alone: forward, weights' and inputs' gradients."""
    work = [
        (inputs, kernel, np.empty((len(inputs), kernel.shape[1]), np.float32), number == 0)
        for number, (inputs, kernel) in enumerate(_operands(recipe.network, recipe.batch_size))
    ]
    gradients = [(np.empty_like(kernel), np.empty_like(inputs)) for inputs, kernel, *_ in work]
    began = 0.0
    for step in range(WARM_UP + steps):
        if step == WARM_UP:
            began = time.perf_counter()
        for (inputs, kernel, outputs, is_first), (of_kernel, of_inputs) in zip(
            work, gradients, strict=True
        ):
            np.matmul(inputs, kernel, out=outputs)
            np.matmul(inputs.T, outputs, out=of_kernel)
            if not is_first:
                np.matmul(outputs, kernel.T, out=of_inputs)
    return time.perf_counter() - began


def products_scoring(recipe: Recipe, weights, pixels, targets) -> Seconds:
    """Time the matrix products of the forward pass alone."""
    work = [
        (inputs, kernel, np.empty((len(inputs), kernel.shape[1]), np.float32))
        for inputs, kernel in _operands(recipe.network, SLICE)
    ]
    began = 0.0
    for step in range(1 + len(pixels) // SLICE):
        if step == 1:
            began = time.perf_counter()
        for inputs, kernel, outputs in work:
            np.matmul(inputs, kernel, out=outputs)
    return time.perf_counter() - began


def _batches(recipe: Recipe, images: int, steps: int) -> Iterator[np.ndarray]:
    """Return the images of each step, each image once an epoch."""
    rng, size = np.random.default_rng(recipe.seed), recipe.batch_size
    taken = 0
    while taken < steps:
        order = rng.permutation(images)
        for first in range(0, images, size):
            if taken == steps:
                return
            taken += 1
            yield order[first : first + size]


def first_weights(spec: NetworkSpec) -> list[np.ndarray]:
    """Return fresh weights of a dense network, as Keras draws them."""
    rng, weights = np.random.default_rng(0), []
    for row in summary(spec):
        kernel, bias = row.shapes
        limit = sqrt(6 / sum(kernel))
        weights.append(rng.uniform(-limit, limit, kernel).astype(np.float32))
        weights.append(np.zeros(bias, np.float32))
    return weights


def _forward(parameters, activation: str, pixels) -> list[np.ndarray]:
    """Return the pixels, the values of each hidden layer, and the logits."""
    values = [pixels]
    for kernel, bias in zip(parameters[::2], parameters[1::2], strict=True):
        sums = values[-1] @ kernel + bias
        if len(values) < len(parameters) // 2:
            sums = np.maximum(sums, 0) if activation == "relu" else 1 / (1 + np.exp(-sums))
        values.append(sums)
    return values


def _gradients(parameters, activation: str, values, wanted) -> list[np.ndarray]:
    """Return the gradient of the softmax cross-entropy by each parameter."""
    *inputs, logits = values
    delta = np.exp(logits - logits.max(axis=1, keepdims=True))
    delta /= delta.sum(axis=1, keepdims=True)
    delta -= wanted
    delta /= len(wanted)
    gradients: list[np.ndarray] = []
    for layer in reversed(range(len(inputs))):
        gradients[:0] = [inputs[layer].T @ delta, delta.sum(axis=0)]
        if layer:
            value = inputs[layer]
            slope = value > 0 if activation == "relu" else value * (1 - value)
            delta = delta @ parameters[2 * layer].T * slope
    return gradients


def _sgd(parameters, gradients, rate: float) -> None:
    for parameter, gradient in zip(parameters, gradients, strict=True):
        parameter -= rate * gradient


class _Adam:
    """Kingma & Ba's Adam, with Keras's settings."""

    def __init__(self, parameters) -> None:
        self._means = [np.zeros_like(parameter) for parameter in parameters]
        self._squares = [np.zeros_like(parameter) for parameter in parameters]
        self._steps = 0

    def __call__(self, parameters, gradients, rate: float) -> None:
        self._steps += 1
        pace = rate * sqrt(1 - 0.999**self._steps) / (1 - 0.9**self._steps)
        moments = zip(self._means, self._squares, strict=True)
        for parameter, gradient, (mean, square) in zip(
            parameters, gradients, moments, strict=True
        ):
            mean += (gradient - mean) * 0.1
            square += (gradient * gradient - square) * 0.001
            parameter -= pace * mean / (np.sqrt(square) + 1e-7)


def _torch_network(spec: NetworkSpec):
    """Return the layers up to the logits, where PyTorch's cross-entropy begins."""
    import torch
    from torch import nn

    # A second thread loses time in small products, and all of it where a core is taken.
    convolves = any(isinstance(layer, Conv2D) for layer in spec.layers)
    torch.set_num_threads((os.cpu_count() or 1) if convolves else 1)

    layers, last = [], spec.layers[-1]
    for layer, row in zip(spec.layers, summary(spec), strict=True):
        match layer:
            case Dense(units=units):
                layers.append(nn.Linear(row.shapes[0][0], units))
            case Conv2D(filters=filters, kernel_size=size):
                layers.append(nn.Conv2d(row.shapes[0][2], filters, size))
            case MaxPooling2D(pool_size=size):
                layers.append(nn.MaxPool2d(size))
            case Flatten():
                layers.append(nn.Flatten())
            case Dropout(rate=rate):
                layers.append(nn.Dropout(rate))
        if isinstance(layer, Dense | Conv2D) and layer is not last:
            layers.append(nn.ReLU() if layer.activation == "relu" else nn.Sigmoid())
    return nn.Sequential(*layers)


def _torch_optimizer(recipe: Recipe, network):
    import torch

    rate = recipe.optimizer.learning_rate
    if recipe.optimizer.kind == "adam":
        return torch.optim.Adam(network.parameters(), rate, eps=1e-7, fused=True)
    return torch.optim.SGD(network.parameters(), rate)


def _operands(spec: NetworkSpec, batch: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return both factors of each layer's product; a convolution's are patches and kernel."""
    rng, operands = np.random.default_rng(0), []
    for row in summary(spec):
        if row.shapes:
            *fan_in, units = row.shapes[0]
            rows = batch * prod(row.output_shape[:-1])
            inputs = rng.random((rows, prod(fan_in)), np.float32)
            operands.append((inputs, rng.random((prod(fan_in), units), np.float32)))
    return operands
