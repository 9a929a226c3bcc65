"""A network as one Python file that needs NumPy alone and gives the same probabilities.

It holds the functions of its layers (`core.exporting.plain_layers` and the activations, by
their sources), its weights, and a line for each layer.
"""

from __future__ import annotations

import base64
import inspect
import io
import re
import textwrap
from collections.abc import Callable, Iterator
from types import ModuleType

import numpy as np

from core.endings import split_ending
from core.exporting import plain_layers
from core.layers import (
    ELU,
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Convolution,
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
    PReLU,
    Rescaling,
    Reshape,
    Resizing,
    SeparableConv2D,
    ZeroPadding2D,
    stride_of,
    summary,
)
from core.networks import activations
from core.records import DIGITS, Network

_HEAD = '''\
"""A network that reads {what}, in NumPy alone. Made by Inkling.

    python {name} image.npy     uint8, (28, 28) or (n, 28, 28), 0 = paper, 255 = ink

or, in Python: ``from {module} import probabilities``.
"""

from __future__ import annotations

import base64
import io
import sys

import numpy as np

Floats = np.ndarray
"""Of float32."""

CLASSES = {classes}
"""What the outputs stand for."""

'''

_NETWORK = '''
def network(images):
    """Return the {what} of uint8 images (n, 28, 28): float32 (n, {classes})."""
    x = np.asarray(images).astype(np.float32).reshape(-1, {shape}){divided}
{lines}
    return x


def probabilities(images):
    """Return what `network` says as probabilities: float32 (n, {classes})."""
    x = network(images)
{ending}


'''

_TAIL = """
if __name__ == "__main__":
    for file in sys.argv[1:]:
        for shares in probabilities(np.load(file, allow_pickle=False)):
            print(f"{CLASSES[shares.argmax()]}  {shares.max():8.2%}  {file}")
"""

_COLUMNS = 100


def numpy_program(network: Network, name: str) -> str:
    """Return the text of the file, which is to be called `name`.

    Raises
    ------
    NetworkError
        If the weights do not fit the layers.
    """
    logits, ending = split_ending(network.spec)
    rows = summary(logits)
    numbers = iter(range(len(network.weights)))
    lines = [
        line
        for layer, row in zip(logits.layers, rows, strict=True)
        for line in _lines(layer, row, [f"W[{next(numbers)}]" for _ in row.shapes])
    ]
    body = _NETWORK.format(
        what="logits",
        shape=", ".join(map(str, network.spec.input_shape)),
        divided=" / np.float32(255)" if network.spec.pixels == "unit" else "",
        lines=textwrap.indent("\n".join(lines), "    "),
        classes=len(network.names),
        ending=textwrap.indent("\n".join(_probabilities(ending, network.temperature)), "    "),
    )
    functions = "\n\n\n".join(_sources(body))
    head = _HEAD.format(
        name=name,
        module=re.sub(r"\W", "_", name.removesuffix(".py")),
        what="handwritten digits" if network.names == DIGITS else "images of 28x28 pixels",
        classes=textwrap.fill(ascii(network.names), 96, subsequent_indent="    "),
    )
    return f"{head}\n{functions}\n\n{body}{_weights(network)}{_TAIL}"


def _probabilities(ending: str, temperature: float) -> Iterator[str]:
    """Yield what turns logits into probabilities, as `core.networks.forward` does."""
    if ending == "sigmoid":
        yield "x = sigmoid(x)"
        yield "return x / x.sum(axis=1, keepdims=True)"
        return
    if ending not in ("softmax", "linear"):
        yield f"x = {ending}(x)"
    yield f"return softmax(x / np.float32({temperature!r}))"


def _sources(body: str) -> Iterator[str]:
    """Yield the functions that a body calls, and those that these call, before them."""
    known: dict[str, Callable[..., object]] = {
        **_functions(activations),
        **_functions(plain_layers),
    }
    needed, looked_at = [body], 0
    used: set[str] = set()
    while looked_at < len(needed):
        words = set(re.findall(r"\b(\w+)\(", needed[looked_at]))
        for name in sorted(words & known.keys() - used):
            used.add(name)
            needed.append(inspect.getsource(known[name]))
        looked_at += 1
    for name, function in known.items():
        if name in used:
            yield inspect.getsource(function).rstrip()


def _functions(module: ModuleType) -> dict[str, Callable[..., object]]:
    return {
        name: function
        for name, function in vars(module).items()
        if inspect.isfunction(function) and function.__module__ == module.__name__
    }


def _weights(network: Network) -> str:
    """Return the weights as text, packed."""
    packed = io.BytesIO()
    arrays = {str(n): np.asarray(a, np.float32) for n, a in enumerate(network.weights)}
    np.savez_compressed(packed, **arrays)  # type: ignore[arg-type]
    text = base64.b85encode(packed.getvalue()).decode()
    pieces = [text[start : start + _COLUMNS] for start in range(0, len(text), _COLUMNS)]
    lines = "\n".join(f'    "{piece}"' for piece in pieces)
    return (
        f"_PACKED = np.load(io.BytesIO(base64.b85decode(\n{lines}\n)))\n"
        "W = [_PACKED[str(n)] for n in range(len(_PACKED.files))]\n"
        '"""The weights of the layers, in Keras\'s order."""\n\n'
    )


def _lines(layer: Layer, row: LayerRow, weights: list[str]) -> Iterator[str]:
    """Yield the lines that compute one layer."""
    match layer:
        case Dropout() | Activation(activation="linear"):
            return
        case Dense() | Conv2D() | DepthwiseConv2D() | SeparableConv2D():
            yield from _weighted(layer, weights)
        case BatchNormalization(epsilon=epsilon):
            yield f"x = batch_normalisation(x, [{', '.join(weights)}], {epsilon!r})"
        case LayerNormalization(epsilon=epsilon):
            yield f"x = layer_normalisation(x, {', '.join(weights)}, {epsilon!r})"
        case PReLU():
            yield f"x = below_zero(x, {weights[0]})"
        case MaxPooling2D() | AveragePooling2D():
            pool = "max_pool" if isinstance(layer, MaxPooling2D) else "average_pool"
            same = layer.padding == "same"
            yield f"x = {pool}(x, {layer.pool_size}, {stride_of(layer)}, {same})"
        case Flatten() | Reshape():
            yield f"x = x.reshape(-1, {', '.join(map(str, row.output_shape))})"
        case _:
            yield f"x = {_expression(layer)}"


def _expression(layer: Layer) -> str:
    match layer:
        case Activation(activation=name):
            return f"{name}(x)"
        case LeakyReLU(negative_slope=slope):
            return f"below_zero(x, {slope!r})"
        case ELU(alpha=alpha):
            return f"exponential_below_zero(x, {alpha!r})"
        case ZeroPadding2D(padding=side):
            return f"np.pad(x, ((0, 0), ({side}, {side}), ({side}, {side}), (0, 0)))"
        case Resizing(height=height, width=width):
            return f"resize(x, {height}, {width})"
        case GlobalMaxPooling2D() | GlobalAveragePooling2D():
            return (
                f"x.{'max' if isinstance(layer, GlobalMaxPooling2D) else 'mean'}(axis=(1, 2))"
            )
        case _:
            assert isinstance(layer, Rescaling)
            return f"x * np.float32({layer.scale!r}) + np.float32({layer.offset!r})"


def _weighted(layer: Dense | Convolution, weights: list[str]) -> Iterator[str]:
    bias = weights.pop() if layer.use_bias else "0"
    if isinstance(layer, Dense):
        yield f"x = dense(x, {weights[0]}, {bias})"
    else:
        steps = f"{layer.strides}, {layer.padding == 'same'}"
        if isinstance(layer, Conv2D):
            yield f"x = convolution(x, {weights[0]}, {bias}, {steps})"
        elif isinstance(layer, DepthwiseConv2D):
            yield f"x = depthwise(x, {weights[0]}, {bias}, {steps})"
        else:
            yield f"x = depthwise(x, {weights[0]}, 0, {steps})"
            yield f"x = convolution(x, {weights[1]}, {bias}, 1, False)"
    if layer.activation != "linear":
        yield f"x = {layer.activation}(x)"
