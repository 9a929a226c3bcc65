"""What the layers need and give: the shapes of their weights and outputs."""

from __future__ import annotations

from math import prod

from core.errors import NetworkError
from core.layers.kinds import (
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Convolution,
    Dense,
    DepthwiseConv2D,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    Padding,
    Pooling,
    PReLU,
    Reshape,
    Resizing,
    SeparableConv2D,
    Shape,
    WithKernel,
    ZeroPadding2D,
)


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
