"""The layers that Inkling knows, as plain records: shapes, parameters, the summary table.

This is the allowlist. A network that cannot be said in these words is neither trained
nor opened. Names, fields and defaults are Keras's own, so that a reader of one can read
the other.

Whoever adds a kind writes its record here, into `Layer`, and into `weights_and_output`; then
``python -m pytest tests/test_layer_kinds.py`` names the files that it is still missing from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import prod
from typing import Literal, TypeAlias, get_args

from core.errors import NetworkError

ActivationName: TypeAlias = Literal[
    "linear",
    "relu",
    "sigmoid",
    "tanh",
    "softmax",
    "silu",
    "relu6",
    "leaky_relu",
    "elu",
    "selu",
    "gelu",
    "mish",
    "softplus",
    "softsign",
    "hard_sigmoid",
    "hard_silu",
    "exponential",
]
InitializerName: TypeAlias = Literal[
    "glorot_uniform", "he_normal", "random_normal", "standard_normal"
]
Padding: TypeAlias = Literal["valid", "same"]
Shape: TypeAlias = tuple[int, ...]

SIDE_PX = 28
"""Width and height of an image, in pixels."""

INPUT_SHAPES: tuple[Shape, ...] = (
    (SIDE_PX * SIDE_PX,),
    (SIDE_PX, SIDE_PX),
    (SIDE_PX, SIDE_PX, 1),
)
"""How an image may be handed to the first layer."""

FEWEST_CLASSES, MOST_CLASSES = 2, 100
"""How many classes a data set may have, and a network outputs: one for each class."""

CLASSES = 10
"""The ten digits: the outputs of a recipe until its data have other classes."""


@dataclass(frozen=True)
class Rescaling:
    """Multiply the pixels by `scale` and add `offset`."""

    scale: float = 1 / 255
    offset: float = 0.0


@dataclass(frozen=True)
class Reshape:
    """Return each image another shape of the same size, as (28, 28) -> (28, 28, 1)."""

    target_shape: Shape


@dataclass(frozen=True)
class Flatten:
    """Turn each image into one row of numbers, last axis fastest."""


@dataclass(frozen=True)
class Dense:
    """Every input to every unit: ``activation(x @ kernel + bias)``.

    `l2` is the factor of the squared kernel in the loss. `initializer` is of the kernel:
    "random_normal" (deviation 0.05) is Keras's "normal", "standard_normal" (1) old tf.keras's.
    """

    units: int
    activation: ActivationName = "linear"
    use_bias: bool = True
    initializer: InitializerName = "glorot_uniform"
    l2: float = 0.0


@dataclass(frozen=True)
class Conv2D:
    """Square filters slid over the image; kernel (rows, columns, in, out), channels last."""

    filters: int
    kernel_size: int = 3
    activation: ActivationName = "linear"
    padding: Padding = "valid"
    use_bias: bool = True
    initializer: InitializerName = "glorot_uniform"
    l2: float = 0.0
    strides: int = 1


@dataclass(frozen=True)
class DepthwiseConv2D:
    """Square filters slid over each channel by itself, `depth_multiplier` of them a channel.

    The kernel is (rows, columns, channels, depth_multiplier); the outputs of one channel lie
    side by side.
    """

    kernel_size: int = 3
    activation: ActivationName = "linear"
    padding: Padding = "valid"
    use_bias: bool = True
    strides: int = 1
    depth_multiplier: int = 1


@dataclass(frozen=True)
class SeparableConv2D:
    """A depthwise convolution without bias, then a 1x1 convolution of its outputs."""

    filters: int
    kernel_size: int = 3
    activation: ActivationName = "linear"
    padding: Padding = "valid"
    use_bias: bool = True
    strides: int = 1
    depth_multiplier: int = 1


@dataclass(frozen=True)
class MaxPooling2D:
    """The largest value of each square of `pool_size`; `strides` None steps by the size."""

    pool_size: int = 2
    strides: int | None = None
    padding: Padding = "valid"


@dataclass(frozen=True)
class AveragePooling2D:
    """The mean of each square of `pool_size`; what pads the border is not counted."""

    pool_size: int = 2
    strides: int | None = None
    padding: Padding = "valid"


@dataclass(frozen=True)
class GlobalAveragePooling2D:
    """The mean of each channel over the whole image."""


@dataclass(frozen=True)
class GlobalMaxPooling2D:
    """The largest value of each channel over the whole image."""


@dataclass(frozen=True)
class BatchNormalization:
    """Centre and scale each channel by the batch's (later: the moving) mean and variance."""

    momentum: float = 0.99
    epsilon: float = 0.001


@dataclass(frozen=True)
class LayerNormalization:
    """Centre and scale the last axis of each image by its own mean and variance."""

    epsilon: float = 0.001


@dataclass(frozen=True)
class ZeroPadding2D:
    """Put so many rows and columns of zeros around the image."""

    padding: int = 1


@dataclass(frozen=True)
class Resizing:
    """Bring each image to another height and width, bilinearly and without smoothing."""

    height: int
    width: int


@dataclass(frozen=True)
class Dropout:
    """While training, set each value to zero with probability `rate`; scale the rest up."""

    rate: float


@dataclass(frozen=True)
class Activation:
    """An activation as a layer of its own."""

    activation: ActivationName


@dataclass(frozen=True)
class LeakyReLU:
    """Let values below zero through, times `negative_slope`."""

    negative_slope: float = 0.3


@dataclass(frozen=True)
class ELU:
    """Make ``alpha * (exp(x) - 1)`` of values below zero."""

    alpha: float = 1.0


@dataclass(frozen=True)
class PReLU:
    """A leaky ReLU whose slopes are learnt, one for each value.

    Along `shared_axes` (1 for rows, 2 for columns, 3 for channels) it is the same slope.
    """

    shared_axes: Shape = ()


Convolution: TypeAlias = Conv2D | DepthwiseConv2D | SeparableConv2D
Pooling: TypeAlias = MaxPooling2D | AveragePooling2D

WithKernel: TypeAlias = Dense | Conv2D | DepthwiseConv2D | SeparableConv2D
"""The layers whose outputs are sums of their inputs, each times a learnt weight."""

Layer: TypeAlias = (
    Rescaling
    | Reshape
    | Flatten
    | Dense
    | Conv2D
    | DepthwiseConv2D
    | SeparableConv2D
    | MaxPooling2D
    | AveragePooling2D
    | GlobalAveragePooling2D
    | GlobalMaxPooling2D
    | BatchNormalization
    | LayerNormalization
    | ZeroPadding2D
    | Resizing
    | Dropout
    | Activation
    | LeakyReLU
    | ELU
    | PReLU
)

LAYER_KINDS: dict[str, type[Layer]] = {kind.__name__: kind for kind in get_args(Layer)}
"""Every layer that Inkling knows, by its Keras class name."""


@dataclass(frozen=True)
class NetworkSpec:
    """A network without its weights: one layer after another.

    Parameters
    ----------
    layers : tuple of Layer
        In the order in which an image passes through them; the last has an output for each
        class.
    input_shape : tuple of int
        One of `INPUT_SHAPES`.
    pixels : {"unit", "raw"}
        Whether pixels are divided by 255 before the first layer ("unit": 0 to 1) or
        handed over as they are ("raw": 0 to 255).
    """

    layers: tuple[Layer, ...]
    input_shape: Shape = (SIDE_PX * SIDE_PX,)
    pixels: Literal["unit", "raw"] = "unit"


@dataclass(frozen=True)
class LayerRow:
    """One line of the summary table: `shapes` are those of the layer's weights, in order."""

    name: str
    kind: str
    output_shape: Shape
    shapes: tuple[Shape, ...]
    trainable: int
    non_trainable: int

    @property
    def parameters(self) -> int:
        """All weights of the layer, trainable or not."""
        return self.trainable + self.non_trainable


def summary(spec: NetworkSpec) -> tuple[LayerRow, ...]:
    """Return the table of layers: output shapes and parameter counts, as Keras prints it.

    Raises
    ------
    NetworkError
        If a layer does not fit what comes before it, or the last gives no row of 2 to 100
        outputs.
    """
    if spec.input_shape not in INPUT_SHAPES:
        raise NetworkError(
            "This network wants inputs of shape {shape}; Inkling's images are 28x28.",
            "Open a network for single-channel images of 28x28 pixels.",
            shape=spec.input_shape,
        )
    rows: list[LayerRow] = []
    counts: dict[str, int] = {}
    shape = spec.input_shape
    for number, layer in enumerate(spec.layers, start=1):
        shapes, shape = weights_and_output(layer, shape, number)
        kind = type(layer).__name__
        base = keras_name(kind)
        seen = counts.get(base, 0)
        counts[base] = seen + 1
        total = sum(prod(s) for s in shapes)
        frozen = total // 2 if isinstance(layer, BatchNormalization) else 0
        name = base if seen == 0 else f"{base}_{seen}"
        rows.append(LayerRow(name, kind, shape, shapes, total - frozen, frozen))
    if len(shape) != 1 or not FEWEST_CLASSES <= shape[0] <= MOST_CLASSES:
        raise NetworkError(
            "The last layer of this network gives {shape}; Inkling's networks have a row of "
            "{fewest} to {most} outputs, one for each class.",
            "End the network with a Dense layer of as many units as there are classes.",
            shape=shape,
            fewest=FEWEST_CLASSES,
            most=MOST_CLASSES,
        )
    return tuple(rows)


def class_count(spec: NetworkSpec) -> int:
    """Count the network's outputs: one for each class."""
    return summary(spec)[-1].output_shape[0]


def parameter_count(spec: NetworkSpec) -> int:
    """Count all weights of the network, trainable or not."""
    return sum(row.parameters for row in summary(spec))


def keras_name(kind: str) -> str:
    """Return the name that Keras gives the first layer of a kind: its class in snake case.

    Later ones get _1, _2, ...
    """
    # As keras.src.utils.naming.to_snake_case: "MaxPooling2D" is "max_pooling2d".
    words = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", kind)
    return re.sub("([a-z])([A-Z])", r"\1_\2", words).lower()


def weights_and_output(
    layer: Layer, shape: Shape, number: int
) -> tuple[tuple[Shape, ...], Shape]:
    """Return the shapes of the layer's weights, in Keras's order, and its output shape."""
    kind = type(layer).__name__
    if isinstance(layer, ON_IMAGES):
        _expect(len(shape) == 3, number, kind, shape)
    match layer:
        case Dense(units=units):
            _expect(len(shape) == 1, number, kind, shape)
            return ((shape[0], units), *_bias(layer.use_bias, units)), (units,)
        case Conv2D() | DepthwiseConv2D() | SeparableConv2D():
            sides = _sides(shape, layer.kernel_size, layer.strides, layer.padding)
            _expect(min(sides) > 0, number, kind, shape)
            kernels, filters = _kernels(layer, shape[2])
            return (*kernels, *_bias(layer.use_bias, filters)), (*sides, filters)
        case MaxPooling2D() | AveragePooling2D():
            sides = _sides(shape, layer.pool_size, stride_of(layer), layer.padding)
            _expect(min(sides) > 0, number, kind, shape)
            return (), (*sides, shape[2])
        case BatchNormalization() | LayerNormalization() | PReLU():
            return _scales(layer, shape, number), shape
        case Reshape(target_shape=target):
            _expect(prod(target) == prod(shape), number, kind, shape)
            return (), target
        case _:
            return (), _output_without_weights(layer, shape)


def kernel_shapes(layer: WithKernel, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Return the kernels' among the shapes of a layer's weights: a separable one has two."""
    return shapes[: 2 if isinstance(layer, SeparableConv2D) else 1]


def stride_of(layer: Pooling) -> int:
    """Return the step of a pooling: its size, unless it says another one."""
    return layer.strides or layer.pool_size


def tiles(layer: Pooling) -> bool:
    """Say whether a pooling's squares lie edge to edge, what fills none left over."""
    return stride_of(layer) == layer.pool_size and layer.padding == "valid"


ON_IMAGES = (
    Conv2D,
    DepthwiseConv2D,
    SeparableConv2D,
    MaxPooling2D,
    AveragePooling2D,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    ZeroPadding2D,
    Resizing,
)
"""They take rows, columns and channels."""


def _output_without_weights(layer: Layer, shape: Shape) -> Shape:
    match layer:
        case GlobalAveragePooling2D() | GlobalMaxPooling2D():
            return (shape[2],)
        case ZeroPadding2D(padding=padding):
            return (shape[0] + 2 * padding, shape[1] + 2 * padding, shape[2])
        case Resizing(height=height, width=width):
            return (height, width, shape[2])
        case Flatten():
            return (prod(shape),)
        case _:
            return shape


def _scales(
    layer: BatchNormalization | LayerNormalization | PReLU, shape: Shape, number: int
) -> tuple[Shape, ...]:
    """Return the shapes of what values are multiplied with, and shifted by."""
    if isinstance(layer, BatchNormalization):
        return ((shape[-1],),) * 4
    if isinstance(layer, LayerNormalization):
        return ((shape[-1],),) * 2
    shared = layer.shared_axes
    _expect(all(axis <= len(shape) for axis in shared), number, "PReLU", shape)
    return (tuple(1 if n in shared else side for n, side in enumerate(shape, start=1)),)


def _bias(used: bool, units: int) -> tuple[Shape, ...]:
    return ((units,),) if used else ()


def _sides(shape: Shape, size: int, stride: int, padding: Padding) -> tuple[int, int]:
    """Return the rows and columns that a sliding square gives; 0 or less: it fits nowhere."""
    lost = 0 if padding == "same" else size - 1
    return -(-(shape[0] - lost) // stride), -(-(shape[1] - lost) // stride)


def _kernels(layer: Convolution, channels: int) -> tuple[tuple[Shape, ...], int]:
    """Return the kernels of a convolution and how many channels it gives."""
    size = layer.kernel_size
    if isinstance(layer, Conv2D):
        return ((size, size, channels, layer.filters),), layer.filters
    deep = (size, size, channels, layer.depth_multiplier)
    wide = channels * layer.depth_multiplier
    if isinstance(layer, DepthwiseConv2D):
        return (deep,), wide
    return (deep, (1, 1, wide, layer.filters)), layer.filters


def _expect(fits: bool, number: int, kind: str, shape: Shape) -> None:
    if not fits:
        raise NetworkError(
            "Layer {number} ({kind}) cannot take inputs of shape {shape}.",
            "Put a layer that fits before it, for example Flatten before Dense.",
            number=number,
            kind=kind,
            shape=shape,
        )
