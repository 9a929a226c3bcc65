"""What can be said of a recipe's network and plan by arithmetic alone, before it is trained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, prod, sqrt

from core.data.facts import DataFacts
from core.initializers import DEFAULT, INITIALIZERS
from core.layers import (
    ELU,
    Activation,
    ActivationName,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    DepthwiseConv2D,
    Dropout,
    Flatten,
    InitializerName,
    Layer,
    LayerNormalization,
    LeakyReLU,
    MaxPooling2D,
    NetworkSpec,
    PReLU,
    Rescaling,
    Reshape,
    Resizing,
    SeparableConv2D,
    Shape,
    WithKernel,
    ZeroPadding2D,
    kernel_shapes,
    summary,
)
from core.records import Recipe

MEAN_SQUARE_OF_UNIT_PIXELS = 0.101
"""Of MNIST's training pixels divided by 255: their mean square."""

FULL_INK = 255.0


@dataclass(frozen=True)
class Kernel:
    """The weights of one layer of sums.

    Parameters
    ----------
    inputs, outputs : int
        How many products each of its sums has, and how many sums there are.
    deviation : float
        The standard deviation of its first weights.
    """

    inputs: int
    outputs: int
    deviation: float


@dataclass(frozen=True)
class Weighted:
    """A layer with a kernel, and where it stands.

    Parameters
    ----------
    number : int
        Its place among the network's layers, from 0.
    kernels : tuple of Kernel
        One; of a separable convolution two, one behind the other.
    activation : str
        What is applied to its sums, by itself or by a layer behind it.
    normalised : bool
        Whether a normalisation stands between its sums and the next kernel.
    scale_free : bool
        Whether that takes away how large its inputs are: nothing that saturates is before it.
    """

    number: int
    layer: WithKernel
    kernels: tuple[Kernel, ...]
    activation: ActivationName
    normalised: bool
    scale_free: bool

    @property
    def initializer(self) -> InitializerName:
        """How its first weights are drawn."""
        return _initializer(self.layer)

    @property
    def outputs(self) -> int:
        """How many sums it has, for each place of an image."""
        return self.kernels[-1].outputs

    @property
    def deviation(self) -> float:
        """The standard deviation of its first weights; the smaller one of two kernels."""
        return min(kernel.deviation for kernel in self.kernels)

    @property
    def gain(self) -> float:
        """By how much the mean square of its sums is that of its inputs, at first."""
        return prod(kernel.inputs * kernel.deviation**2 for kernel in self.kernels)


def first_deviation(initializer: InitializerName, fan_in: int, fan_out: int) -> float:
    """Return the standard deviation of a kernel's first weights, as Keras draws them."""
    known = INITIALIZERS[initializer].options.get("stddev")
    if known is not None:
        return known
    return sqrt(2 / fan_in) if initializer == "he_normal" else sqrt(2 / (fan_in + fan_out))


def weighted_layers(spec: NetworkSpec) -> tuple[Weighted, ...]:
    """Return the layers with kernels, from the pixels on."""
    rows = summary(spec)
    found = []
    for number, (layer, row) in enumerate(zip(spec.layers, rows, strict=True)):
        if isinstance(layer, WithKernel):
            behind = tuple(_until_next(spec.layers[number + 1 :]))
            shapes = kernel_shapes(layer, row.shapes)
            deep = isinstance(layer, DepthwiseConv2D | SeparableConv2D)
            found.append(
                Weighted(
                    number,
                    layer,
                    kernels=tuple(
                        _kernel(layer, shape, deep=deep and n == 0)
                        for n, shape in enumerate(shapes)
                    ),
                    activation=_applied(layer, behind),
                    normalised=any(isinstance(b, _NORMALISING) for b in behind),
                    scale_free=_scale_free(layer, behind),
                )
            )
    return tuple(found)


def has_relu_units(spec: NetworkSpec) -> bool:
    """Say whether there are hidden units that a step can silence for good."""
    return any(layer.activation == "relu" for layer in weighted_layers(spec)[:-1])


def _initializer(layer: WithKernel) -> InitializerName:
    return layer.initializer if isinstance(layer, Dense | Conv2D) else DEFAULT


def _kernel(layer: WithKernel, shape: Shape, *, deep: bool) -> Kernel:
    """Return what a kernel of this shape computes; a deep one, within each channel.

    Keras takes the last two axes for inputs and outputs whatever they are, so that the first
    weights of a deep kernel are smaller than its sums need.
    """
    *field, channels, wide = shape
    place = prod(field)
    fans = (place * channels, place * wide)
    inputs, outputs = (place, channels * wide) if deep else (fans[0], wide)
    return Kernel(inputs, outputs, first_deviation(_initializer(layer), *fans))


def _until_next(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    for layer in layers:
        if isinstance(layer, WithKernel):
            return
        yield layer


_NORMALISING = (BatchNormalization, LayerNormalization)

_IN_PROPORTION: frozenset[ActivationName] = frozenset({"linear", "relu", "leaky_relu"})
"""Twice their input is twice their output."""


def _applied(layer: WithKernel, behind: tuple[Layer, ...]) -> ActivationName:
    names = [layer.activation, *(activation_of(b) for b in behind)]
    return next((name for name in names if name != "linear"), "linear")


def activation_of(layer: Layer) -> ActivationName:
    """Return the activation that a layer without a kernel is; "linear" where it is none."""
    match layer:
        case Activation(activation=name):
            return name
        case LeakyReLU() | PReLU():
            return "leaky_relu"
        case ELU():
            return "elu"
        case _:
            return "linear"


def _scale_free(layer: WithKernel, behind: tuple[Layer, ...]) -> bool:
    names = [layer.activation]
    for follower in behind:
        if isinstance(follower, _NORMALISING):
            return all(name in _IN_PROPORTION for name in names)
        names.append(activation_of(follower))
    return False


def input_range(recipe: Recipe, facts: DataFacts | None) -> tuple[float, float] | None:
    """Return the smallest and largest value that the first kernel sees.

    None where a normalisation stands before it and sets the scale itself.
    """
    low, high = (0.0, FULL_INK) if facts is None else (facts.train.low, facts.train.high)
    if recipe.network.pixels == "unit":
        low, high = low / FULL_INK, high / FULL_INK
    for layer in recipe.network.layers:
        match layer:
            case Rescaling(scale=scale, offset=offset):
                low, high = sorted((low * scale + offset, high * scale + offset))
            case BatchNormalization() | LayerNormalization():
                return None
            case Flatten() | Reshape() | Dropout() | MaxPooling2D() | AveragePooling2D():
                continue
            case ZeroPadding2D() | Resizing():
                continue
            case _:
                break
    return low, high


def without_rescaling(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Return the layers without the rescalings before the first kernel."""
    first = next((n for n, la in enumerate(layers) if isinstance(la, WithKernel)), 0)
    return tuple(
        la for n, la in enumerate(layers) if n > first or not isinstance(la, Rescaling)
    )


def first_sums(recipe: Recipe, facts: DataFacts | None) -> tuple[float, ...]:
    """Return about how large each layer's sums are before the first step: root mean squares.

    The last are the logits. A sum of n products has n times the mean square of its inputs times
    the variance of the weights; a relu leaves half of it, a sigmoid about a quarter to a half,
    a tanh at most 1, and a normalisation makes it 1.

    References
    ----------
    He, Zhang, Ren & Sun, "Delving deep into rectifiers", ICCV 2015, section 2.2.
    """
    span = input_range(recipe, facts)
    square = 1.0 if span is None else _mean_square(*span)
    sums = []
    for layer in weighted_layers(recipe.network):
        square *= layer.gain
        if layer.normalised:
            square = 1.0
        sums.append(sqrt(square))
        square = _after(layer.activation, square)
    return tuple(sums)


def _mean_square(low: float, high: float) -> float:
    # A tenth of the pixels' power is ink; the rest is paper at the lower end.
    ink = MEAN_SQUARE_OF_UNIT_PIXELS
    return ink * high**2 + (1 - ink) * low**2


def _after(activation: ActivationName, square: float) -> float:
    match activation:
        case "relu" | "relu6" | "leaky_relu" | "silu" | "gelu" | "mish" | "elu" | "selu":
            return square / 2
        case "sigmoid" | "hard_sigmoid":
            return 0.25 + min(square / 16, 0.25)
        case "tanh" | "softsign":
            return min(square, 1.0)
        case _:
            return square


@dataclass(frozen=True)
class Sizes:
    """How many images each part has, and how many steps the training takes."""

    training: int
    validation: int
    steps_an_epoch: int
    steps: int


def sizes(recipe: Recipe, facts: DataFacts | None) -> Sizes | None:
    """Return the sizes of the parts; None where nobody knows how many images there are."""
    if facts is None:
        return None
    images = len(range(facts.train.images)[recipe.chosen_images])
    training, validation = images, 0
    if recipe.validation == "test":
        validation = min(facts.test.images, recipe.test_images or facts.test.images)
    elif recipe.validation:
        training = floor(images * (1.0 - recipe.validation))
        validation = images - training
    each = ceil(training / recipe.batch_size)
    return Sizes(training, validation, each, each * recipe.epochs)


def learnt_from(recipe: Recipe, images: int) -> slice:
    """Return which of so many training images are learnt from: chosen, and not held out."""
    first, end, _ = recipe.chosen_images.indices(images)
    if isinstance(recipe.validation, float):
        end = first + floor((end - first) * (1.0 - recipe.validation))
    return slice(first, max(first, end))
