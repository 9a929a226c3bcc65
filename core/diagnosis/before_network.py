"""Before the start: depth, width and activations of the hidden layers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import prod

from core.data.facts import DataFacts
from core.diagnosis.anatomy import Weighted, first_sums, weighted_layers
from core.diagnosis.before_descent import SLOPING
from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding
from core.layers import (
    CLASSES,
    ELU,
    Activation,
    BatchNormalization,
    Dense,
    Dropout,
    GlobalMaxPooling2D,
    Layer,
    LayerNormalization,
    LeakyReLU,
    MaxPooling2D,
    PReLU,
    WithKernel,
    class_count,
    summary,
)
from core.optimizers import traits
from core.records import Recipe

MOST_SIGMOIDS = 3
"""So many layers of sigmoids, and more, learn late or never by plain descent: the gradient
shrinks to a quarter or less in each."""

MOST_SIGMOIDS_SCALED = 4
"""The same where the optimizer divides gradients by their size: three learn well with Adam at
.003 in 14 short epochs."""

FEWEST_UNITS = 4
"""Ten digits cannot be told apart by fewer numbers without great care."""

FEWEST_SEEN = 30
"""Numbers of an image that reach the first weights. 1,600 digits, shrunk to 7 by 7 (49), are
read to .84 after ten epochs, 5 by 5 (25) to .64, 4 by 4 to .49, 2 by 2 to .24."""

ALONE = 3
"""Numbers for each digit that a single convolution has to leave: behind one that is pooled to
one place 20 filters read .27 after eight epochs, 4 .13; to 2 by 2 4 filters .34, 2 .14. Several
have to leave one for each digit."""

MOST_LAYERS = 12
"""So many layers of relu in a row need a normalisation between them: the gradient of a plain
network of twenty narrow ones is a thousandth of its last layer's."""

MOST_DESCENDED = 20
"""So many layers in a row learn late by plain descent, however well their weights were chosen:
on 1,600 digits in six epochs twenty of tanh read .60 at .01 and .72 at .1, of relu .38 and
.27."""

MOST_PLAIN = 30
"""The same whatever the optimizer: with Adam thirty of tanh read .74, of relu .54; twenty of
tanh .86."""

FEWEST_NORMALISED = 4
"""Numbers that a mean is taken of. On 1,600 digits, in three epochs of a dense network, batches
of two cost nine points, of three three, of four nothing."""

LEAST_LEFT = 0.03
"""Size of the first logits through so many layers, below which (or above one over it) what
passes is lost on its way. He's first weights keep it at .4, Keras's own with relu halve the
square in each layer."""

_GLOROT = (
    "Glorot & Bengio, “Understanding the difficulty of training deep feedforward neural "
    "networks”, 2010"
)
_RESIDUAL = "He, Zhang, Ren & Sun, “Deep residual learning for image recognition”, 2015"


def no_activation(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See two kernels with nothing between them that bends."""
    layers, idle = recipe.network.layers, []
    for layer, following in pairwise(weighted_layers(recipe.network)):
        between = layers[layer.number + 1 : following.number]
        if layer.activation == "linear" and not any(map(_bends, between)):
            idle.append(layer)
    if not idle:
        return None
    bent = list(layers)
    for layer in idle:
        bent[layer.number] = replace(layer.layer, activation="relu")
    return Finding(
        "no-activation",
        "warn",
        "Hidden layers without an activation: {count}.",
        "Sums of sums are sums: without an activation between them, layers together can do no "
        "more than one layer, which stops near 92 % on MNIST.",
        "Give every hidden layer a relu.",
        {"count": len(idle)},
        remedy=Cure((("network.layers", tuple(bent)),)),
    )


def _bends(layer: Layer) -> bool:
    if isinstance(layer, Activation):
        return layer.activation != "linear"
    bending = MaxPooling2D | GlobalMaxPooling2D | LayerNormalization | LeakyReLU | ELU | PReLU
    return isinstance(layer, bending)


def hidden_softmax(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a softmax that is not the last activation but a hidden one."""
    found = [la for la in weighted_layers(recipe.network)[:-1] if la.activation == "softmax"]
    if not found:
        return None
    return Finding(
        "hidden-softmax",
        "warn",
        "Hidden layers with a softmax: {count}.",
        "A softmax lets the units of a layer share one whole among them: each is small, one "
        "grows only where others shrink, and little gradient passes.",
        "Take relu in hidden layers, softmax only at the end.",
        {"count": len(found)},
        remedy=Cure((("network.layers", _with_relu(recipe, found)),)),
    )


def deep_sigmoid(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See so many layers of sigmoids that the first ones get no gradient."""
    hidden = weighted_layers(recipe.network)[:-1]
    found = [la for la in hidden if la.activation in SLOPING and not la.normalised]
    scaled = traits(recipe.optimizer).scales_gradients
    if len(found) < (MOST_SIGMOIDS_SCALED if scaled else MOST_SIGMOIDS):
        return None
    return Finding(
        "deep-sigmoid",
        "warn",
        "Hidden layers of sigmoids: {count}.",
        "A sigmoid's slope is at most a quarter, so that what reaches the first layer of the "
        "gradient is at most {share:.2g} of what left the last, times the weights. It learns "
        "late, or not at all.",
        "Take relu in hidden layers.",
        {"count": len(found), "share": 0.25 ** len(found)},
        remedy=Cure((("network.layers", _with_relu(recipe, found)),)),
        source=_GLOROT,
    )


def _with_relu(recipe: Recipe, chosen: list[Weighted]) -> tuple[Layer, ...]:
    """Return the layers with a relu where these layers have their activation."""
    layers = list(recipe.network.layers)
    for place in chosen:
        for number in range(place.number, len(layers)):
            layer = layers[number]
            if isinstance(layer, WithKernel | Activation) and (
                layer.activation == place.activation
            ):
                layers[number] = replace(layer, activation="relu")
                break
    return tuple(layers)


def bottleneck(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a hidden layer too narrow to tell ten digits apart: units, or what pooling leaves."""
    shrunk = _shrunk_image(recipe) or _pooled_away(recipe)
    if shrunk is not None:
        return shrunk
    last = weighted_layers(recipe.network)[-1].number
    sizes = [prod(row.output_shape) for row in summary(recipe.network)[:last]]
    if min(sizes, default=FEWEST_UNITS) >= FEWEST_UNITS:
        return None
    layers = list(recipe.network.layers)
    for number, size in enumerate(sizes):
        layer = layers[number]
        if isinstance(layer, Dense) and size < FEWEST_UNITS:
            layers[number] = replace(layer, units=32)
    widened = tuple(layers) != recipe.network.layers
    return Finding(
        "bottleneck",
        "warn",
        "The narrowest hidden layer is {units} wide.",
        "All that later layers know of an image has to pass through it: too few numbers for "
        "{classes} classes to be told apart easily.",
        "Let it be 32 wide, or wider.",
        {"units": min(sizes), "classes": class_count(recipe.network)},
        remedy=Cure((("network.layers", tuple(layers)),)) if widened else Cure(),
    )


def _shrunk_image(recipe: Recipe) -> Finding | None:
    """See images pooled or shrunk to next to nothing before anything is learnt from them."""
    first = weighted_layers(recipe.network)[0].number
    sizes = [prod(row.output_shape) for row in summary(recipe.network)[:first]]
    if min(sizes, default=FEWEST_SEEN) >= FEWEST_SEEN:
        return None
    return Finding(
        "bottleneck",
        "warn",
        "Numbers of an image that reach the first weights: {left}.",
        "The image is pooled or shrunk so far before anything is learnt from it that most "
        "digits look alike.",
        "Pool and shrink less in front of the first layer that learns.",
        {"left": min(sizes)},
    )


def _pooled_away(recipe: Recipe) -> Finding | None:
    """See convolutions whose pooling or strides leave next to nothing of an image."""
    kernels = [la.number for la in weighted_layers(recipe.network)]
    layers, classes = recipe.network.layers, class_count(recipe.network)
    dense = next(n for n in kernels if isinstance(layers[n], Dense) or n == kernels[-1])
    sizes = [prod(row.output_shape) for row in summary(recipe.network)[:dense]]
    convolutions = [n for n in kernels if n < dense]
    if not convolutions:
        return None
    left = min(sizes[convolutions[0] :])
    # Measured on ten classes: of more, nothing is said that would do for ten.
    fewest = min(classes, CLASSES)
    if left >= (ALONE * fewest if len(convolutions) == 1 else fewest):
        return None
    return Finding(
        "bottleneck",
        "warn",
        "Numbers that the convolutions leave of an image: {left}.",
        "They are all that the layers behind know of it: too few for {classes} classes to be "
        "told apart easily.",
        "Pool less, take smaller strides, or more filters.",
        {"left": left, "classes": classes},
    )


def very_deep(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a deep network with nothing that keeps its gradient."""
    plain = [la for la in weighted_layers(recipe.network) if not la.normalised]
    left = first_sums(recipe, facts)[-1]
    lost = not LEAST_LEFT <= left <= 1 / LEAST_LEFT
    most = MOST_PLAIN if traits(recipe.optimizer).scales_gradients else MOST_DESCENDED
    if len(plain) < (MOST_LAYERS if lost else most):
        return None
    kept = [place.number for place in (*plain[:2], plain[-1])]
    layers = tuple(
        la
        for n, la in enumerate(recipe.network.layers)
        if n in kept or not isinstance(la, Dense | Dropout) or n < kept[1]
    )
    return Finding(
        "very-deep",
        "warn",
        "{count} layers follow each other without a normalisation.",
        "Each multiplies what passes forwards and backwards by its own weights; after so many "
        "the gradient of the first layers is next to nothing, or beyond measure."
        if lost
        else "Each multiplies what passes by its own weights, so that a step in one changes "
        "what all behind it are given: so many learn late, and the later the more they are.",
        "Take fewer layers.",
        {"count": len(plain)},
        remedy=Cure((("network.layers", layers),)) if _dense_only(recipe) else Cure(),
        source=_RESIDUAL,
    )


def _dense_only(recipe: Recipe) -> bool:
    kinds = (Dense, Dropout)
    bare = all(isinstance(la, kinds) for la in recipe.network.layers)
    plain = weighted_layers(recipe.network)
    same = len({place.outputs for place in plain[1:-1]}) == 1
    return bare and same


def batchnorm_alone(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a batch normalisation that has one image, or two or three, to normalise by."""
    if recipe.batch_size >= FEWEST_NORMALISED or not any(_alone(recipe)):
        return None
    if recipe.batch_size > 1:
        return _batchnorm_among_few(recipe)
    return Finding(
        "batchnorm-alone",
        "bad",
        "Batch normalisation is to learn from batches of one image.",
        "Each value has a mean and variance of its own there, and the mean of one image is the "
        "image: every value becomes zero, and nothing of the image is left to learn from. The "
        "answers go by other means and variances.",
        "Take batches of 16 or more.",
        {},
        remedy=Cure((("batch_size", 32),)),
        source="Ioffe & Szegedy, “Batch normalization”, 2015",
    )


def _batchnorm_among_few(recipe: Recipe) -> Finding:
    return Finding(
        "batchnorm-alone",
        "warn",
        "Batch normalisation is to learn from batches of {batch} images.",
        "Of two values a normalisation leaves nothing but which of them is larger, and of "
        "three hardly more: most of what an image shows is gone before it is learnt from.",
        "Take batches of 16 or more.",
        {"batch": recipe.batch_size},
        remedy=Cure((("batch_size", 32),)),
        source="Ioffe & Szegedy, “Batch normalization”, 2015",
    )


def _alone(recipe: Recipe) -> Iterator[bool]:
    """Say of each batch normalisation whether it has one number of an image for each mean."""
    rows = summary(recipe.network)
    for layer, row in zip(recipe.network.layers, rows, strict=True):
        if isinstance(layer, BatchNormalization):
            yield prod(row.output_shape[:-1]) == 1


NETWORK_RULES = (
    no_activation,
    hidden_softmax,
    deep_sigmoid,
    bottleneck,
    very_deep,
    batchnorm_alone,
)
"""Each looks at a recipe; its data does not matter here."""
