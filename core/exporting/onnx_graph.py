"""A network as an ONNX graph, operation by operation, and run by ONNX's own reference.

The extra ``export`` brings the package `onnx`, which knows the format, checks it and runs it
in NumPy. Converters of TensorFlow graphs were tried and left: they bring more, patch NumPy,
and write what no runtime can run where an operation (GELU's) is new to them.

Tensors keep channels last, as the weights do; convolutions and poolings, which ONNX does with
channels first, have a transposition on each side.
"""

from __future__ import annotations

import importlib.util
import json
from typing import Any

import numpy as np

from core.errors import NetworkError
from core.layers import (
    ELU,
    Activation,
    ActivationName,
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
    LeakyReLU,
    MaxPooling2D,
    Pooling,
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
from core.networks.numpy_shaping import mixing
from core.networks.sliding import extent
from core.records import Floats, Network

OPSET, IR_VERSION = 20, 9
"""The first opset with GELU, and the format's version of its time."""

_OPERATIONS: dict[ActivationName, tuple[str, dict[str, float]]] = {
    "relu": ("Relu", {}),
    "sigmoid": ("Sigmoid", {}),
    "tanh": ("Tanh", {}),
    "softmax": ("Softmax", {}),
    "leaky_relu": ("LeakyRelu", {"alpha": 0.2}),
    "elu": ("Elu", {}),
    "selu": ("Selu", {}),
    "gelu": ("Gelu", {}),
    "mish": ("Mish", {}),
    "softplus": ("Softplus", {}),
    "softsign": ("Softsign", {}),
    "hard_sigmoid": ("HardSigmoid", {"alpha": 1 / 6, "beta": 0.5}),
    "hard_silu": ("HardSwish", {}),
    "exponential": ("Exp", {}),
}
"""What ONNX calls each activation; relu6 and silu are two operations."""


def onnx_model(network: Network) -> bytes:
    """Return the content of an ``.onnx`` file.

    It takes ``images``, float32 (n, *input shape) with pixels as the network wants them, and
    gives ``outputs``, float32 (n, classes), what the network says; their names are in the
    metadata, "classes", as JSON.

    Raises
    ------
    NetworkError
        If the package `onnx` is not installed.
    """
    onnx = _package()
    graph = _Graph(onnx)
    weights = iter(network.weights)
    shape = network.spec.input_shape
    for layer, row in zip(network.spec.layers, summary(network.spec), strict=True):
        graph.add(layer, [next(weights) for _ in row.shapes], shape, row.output_shape)
        shape = row.output_shape
    made = graph.model(network.spec.input_shape, network.spec.pixels, len(network.names))
    onnx.helper.set_model_props(made, {"classes": json.dumps(network.names)})
    onnx.checker.check_model(made, full_check=True)
    content: bytes = made.SerializeToString()
    return content


def onnx_answers(content: bytes, inputs: Floats) -> Floats:
    """Run an ``.onnx`` file by ONNX's reference implementation."""
    onnx = _package()
    from onnx.reference import ReferenceEvaluator

    run = ReferenceEvaluator(onnx.load_from_string(content)).run
    outputs: Floats = run(None, {"images": inputs})[0]
    return outputs


def _package() -> Any:
    if importlib.util.find_spec("onnx") is None:
        raise NetworkError(
            "Writing ONNX needs the package onnx, which is not installed.",
            "Install it with: pip install 'inkling[export]'",
        )
    import onnx
    import onnx.checker

    return onnx


class _Graph:
    """Nodes one behind the other."""

    def __init__(self, onnx: Any) -> None:
        self._onnx = onnx
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._last = "images"

    def model(self, input_shape: Shape, pixels: str, classes: int) -> Any:
        """Return the whole model."""
        helper, kind = self._onnx.helper, self._onnx.TensorProto.FLOAT
        self._nodes.append(helper.make_node("Identity", [self._last], ["outputs"]))
        graph = helper.make_graph(
            self._nodes,
            "inkling",
            [helper.make_tensor_value_info("images", kind, ["n", *input_shape])],
            [helper.make_tensor_value_info("outputs", kind, ["n", classes])],
            self._constants,
        )
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=IR_VERSION,
            producer_name="Inkling",
            doc_string=f"Pixels: 0 = paper, {'1' if pixels == 'unit' else '255'} = ink.",
        )

    def add(self, layer: Layer, weights: list[Floats], before: Shape, after: Shape) -> None:
        """Append what one layer computes."""
        match layer:
            case Dropout():
                return
            case Dense():
                self._do("MatMul", weights[0])
                self._end(layer, weights[1:])
            case Conv2D() | DepthwiseConv2D() | SeparableConv2D():
                self._convolution(layer, weights, before)
            case MaxPooling2D() | AveragePooling2D():
                self._pool(layer, before)
            case BatchNormalization(epsilon=epsilon):
                gamma, beta, mean, variance = (w.astype(np.float64) for w in weights)
                scale = gamma / np.sqrt(variance + epsilon)
                self._do("Mul", scale)
                self._do("Add", beta - mean * scale)
            case LayerNormalization(epsilon=epsilon):
                self._do("LayerNormalization", *weights, axis=-1, epsilon=epsilon)
            case PReLU():
                self._do("PRelu", weights[0])
            case _:
                self._shape(layer, before, after)

    def _shape(self, layer: Layer, before: Shape, after: Shape) -> None:
        match layer:
            case Flatten() | Reshape():
                self._do("Reshape", np.array([-1, *after]))
            case GlobalMaxPooling2D():
                self._do("ReduceMax", np.array([1, 2]), keepdims=0)
            case GlobalAveragePooling2D():
                self._do("ReduceMean", np.array([1, 2]), keepdims=0)
            case ZeroPadding2D(padding=side):
                self._do("Pad", np.array([0, side, side, 0] * 2))
            case Resizing():
                # First the rows become the last axis, then the columns.
                for old, new in zip(before[:2], after[:2], strict=True):
                    self._do("Transpose", perm=[0, 2, 3, 1])
                    self._do("MatMul", mixing(old, new).T)
                self._do("Transpose", perm=[0, 2, 3, 1])
            case _:
                self._elementwise(layer)

    def _elementwise(self, layer: Layer) -> None:
        match layer:
            case Activation(activation=activation):
                self._activate(activation)
            case LeakyReLU(negative_slope=slope):
                self._do("LeakyRelu", alpha=slope)
            case ELU(alpha=alpha):
                self._do("Elu", alpha=alpha)
            case _:
                assert isinstance(layer, Rescaling)
                self._do("Mul", np.array(float(layer.scale)))
                self._do("Add", np.array(float(layer.offset)))

    def _convolution(self, layer: Convolution, weights: list[Floats], before: Shape) -> None:
        size, strides = layer.kernel_size, layer.strides
        deep = weights.pop(0)
        self._do("Transpose", perm=[0, 3, 1, 2])
        if isinstance(layer, Conv2D):
            kernel, group = deep.transpose(3, 2, 0, 1), 1
        else:
            kernel, group = deep.transpose(2, 3, 0, 1).reshape(-1, 1, size, size), before[2]
        pads = _pads(before, size, strides, layer.padding == "same")
        self._do("Conv", kernel, strides=[strides] * 2, pads=pads, group=group)
        if isinstance(layer, SeparableConv2D):
            self._do("Conv", weights.pop(0).transpose(3, 2, 0, 1))
        self._do("Transpose", perm=[0, 2, 3, 1])
        self._end(layer, weights)

    def _pool(self, layer: Pooling, before: Shape) -> None:
        size, strides = layer.pool_size, stride_of(layer)
        kind = "MaxPool" if isinstance(layer, MaxPooling2D) else "AveragePool"
        self._do("Transpose", perm=[0, 3, 1, 2])
        pads = _pads(before, size, strides, layer.padding == "same")
        self._do(kind, kernel_shape=[size] * 2, strides=[strides] * 2, pads=pads)
        self._do("Transpose", perm=[0, 2, 3, 1])

    def _end(self, layer: Dense | Convolution, bias: list[Floats]) -> None:
        if bias:
            self._do("Add", bias[0])
        self._activate(layer.activation)

    def _activate(self, name: ActivationName) -> None:
        if name == "relu6":
            self._do("Clip", np.array(0.0), np.array(6.0))
        elif name == "silu":
            x = self._last
            self._do("Sigmoid")
            self._do("Mul", x)
        elif name != "linear":
            operation, options = _OPERATIONS[name]
            self._do(operation, **options)

    def _do(self, operation: str, *operands: Any, **attributes: Any) -> None:
        """Append a node that takes what the last one gave, and constants or other nodes."""
        names = [self._last]
        names += [x if isinstance(x, str) else self._constant(x) for x in operands]
        self._last = f"x{len(self._nodes)}"
        node = self._onnx.helper.make_node(operation, names, [self._last], **attributes)
        self._nodes.append(node)

    def _constant(self, array: Any) -> str:
        name = f"c{len(self._constants)}"
        whole = np.asarray(array).dtype.kind == "i"
        plain = np.ascontiguousarray(array, np.int64 if whole else np.float32)
        # ascontiguousarray makes a row of a single number.
        plain = plain.reshape(np.shape(array))
        self._constants.append(self._onnx.numpy_helper.from_array(plain, name))
        return name


def _pads(before: Shape, size: int, strides: int, same: bool) -> list[int]:
    """Return the border as ONNX has it: above, left, below, right."""
    borders = [extent(length, size, strides, same=same)[:2] for length in before[:2]]
    ends = [padded - first - old for (first, padded), old in zip(borders, before, strict=False)]
    return [borders[0][0], borders[1][0], *ends]
