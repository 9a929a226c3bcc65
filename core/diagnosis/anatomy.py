"""What can be said of a recipe's network and plan by arithmetic alone, before it is trained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, prod, sqrt

from core.data.facts import DataFacts
from core.initializers import INITIALIZERS
from core.layers import (
    Activation,
    ActivationName,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    InitializerName,
    Layer,
    NetworkSpec,
    Rescaling,
    Reshape,
    summary,
)
from core.records import Recipe

MEAN_SQUARE_OF_UNIT_PIXELS = 0.101
"""Of MNIST's training pixels divided by 255: their mean square."""

FULL_INK = 255.0


@dataclass(frozen=True)
class Weighted:
    """A layer with a kernel, and where it stands.

    Parameters
    ----------
    number : int
        Its place among the network's layers, from 0.
    inputs, outputs : int
        How many values each of its sums has, and how many sums there are.
    activation : str
        What is applied to its sums, by itself or by a layer behind it.
    normalised : bool
        Whether a batch normalisation stands between its sums and the next kernel.
    """

    number: int
    layer: Dense | Conv2D
    inputs: int
    outputs: int
    activation: ActivationName
    normalised: bool

    @property
    def deviation(self) -> float:
        """The standard deviation of its first weights."""
        return first_deviation(self.layer.initializer, self.inputs, self._fan_out)

    @property
    def _fan_out(self) -> int:
        size = self.layer.kernel_size**2 if isinstance(self.layer, Conv2D) else 1
        return self.outputs * size


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
        if isinstance(layer, Dense | Conv2D):
            behind = tuple(_until_next(spec.layers[number + 1 :]))
            kernel = row.shapes[0]
            found.append(
                Weighted(
                    number,
                    layer,
                    inputs=prod(kernel[:-1]),
                    outputs=kernel[-1],
                    activation=_applied(layer, behind),
                    normalised=any(isinstance(b, BatchNormalization) for b in behind),
                )
            )
    return tuple(found)


def _until_next(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    for layer in layers:
        if isinstance(layer, Dense | Conv2D):
            return
        yield layer


def _applied(layer: Dense | Conv2D, behind: tuple[Layer, ...]) -> ActivationName:
    names = [layer.activation, *(b.activation for b in behind if isinstance(b, Activation))]
    return next((name for name in names if name != "linear"), "linear")


def input_range(recipe: Recipe, facts: DataFacts | None) -> tuple[float, float] | None:
    """Return the smallest and largest value that the first kernel sees.

    None where a batch normalisation stands before it and sets the scale itself.
    """
    low, high = (0.0, FULL_INK) if facts is None else (facts.train.low, facts.train.high)
    if recipe.network.pixels == "unit":
        low, high = low / FULL_INK, high / FULL_INK
    for layer in recipe.network.layers:
        match layer:
            case Rescaling(scale=scale, offset=offset):
                low, high = sorted((low * scale + offset, high * scale + offset))
            case BatchNormalization():
                return None
            case Flatten() | Reshape() | Dropout() | AveragePooling2D():
                continue
            case _:
                break
    return low, high


def without_rescaling(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Return the layers without the rescalings before the first kernel."""
    first = next((n for n, la in enumerate(layers) if isinstance(la, Dense | Conv2D)), 0)
    return tuple(
        la for n, la in enumerate(layers) if n > first or not isinstance(la, Rescaling)
    )


def first_sums(recipe: Recipe, facts: DataFacts | None) -> tuple[float, ...]:
    """Return about how large each layer's sums are before the first step: root mean squares.

    The last are the logits. A sum of n products has n times the mean square of its inputs times
    the variance of the weights; a relu leaves half of it, a sigmoid about a quarter to a half,
    a tanh at most 1, and a batch normalisation makes it 1.

    References
    ----------
    He, Zhang, Ren & Sun, "Delving deep into rectifiers", ICCV 2015, section 2.2.
    """
    span = input_range(recipe, facts)
    square = 1.0 if span is None else _mean_square(*span)
    sums = []
    for layer in weighted_layers(recipe.network):
        square *= layer.inputs * layer.deviation**2
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
        case "relu" | "silu":
            return square / 2
        case "sigmoid":
            return 0.25 + min(square / 16, 0.25)
        case "tanh":
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
    images = min(facts.train.images, recipe.train_images or facts.train.images)
    training, validation = images, 0
    if recipe.validation == "test":
        validation = min(facts.test.images, recipe.test_images or facts.test.images)
    elif recipe.validation:
        training = floor(images * (1.0 - recipe.validation))
        validation = images - training
    each = ceil(training / recipe.batch_size)
    return Sizes(training, validation, each, each * recipe.epochs)
