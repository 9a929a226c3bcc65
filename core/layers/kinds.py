"""The kinds of layer, one record each; names, fields and defaults are Keras's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

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
