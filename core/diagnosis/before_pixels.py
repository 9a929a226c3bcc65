"""Before the start: what numbers the first kernel sees, and what its first sums become."""

from __future__ import annotations

from dataclasses import replace

from core.data.facts import DataFacts
from core.diagnosis.anatomy import (
    Weighted,
    first_sums,
    input_range,
    weighted_layers,
    without_rescaling,
)
from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding
from core.evaluation.metrics import CLIPPED_LOSS_LIMIT
from core.layers import Conv2D, Dense, Layer, Rescaling
from core.records import Recipe

LARGEST_INPUT = 12.0
"""Inputs beyond this are called raw. Standardised pixels of MNIST reach 2.8 and learn as well
as those from 0 to 1; at 12 times the pixels a short training with SGD at .01 is already
rough."""

SMALLEST_INPUT = 0.05
"""Inputs that never pass this teach little: the first gradient is as small as they are. Pixels
divided twice reach .004; a faint scan at a tenth of full ink, .1, still learns."""

LEAST_CONTRAST = 0.6
"""What ink adds to paper, beside the larger of the two. On 1,600 digits a network that reads
.88 in four epochs reads .84 at .79, .76 at .68, .73 at .59, .43 at .43, nothing at .16."""

FEWEST_GREYS = 3
"""A file whose largest pixel is below this holds shares of 1, not of 255."""

LARGEST_LOGITS = 8.0
"""Keras's own first weights give logits of about 0.5; from 8 on the softmax is all but sure of
its first guesses, and the loss starts at several times that of guessing."""

SMALLEST_LOGITS = 0.003
"""Of the first sums of the last layer, by `first_sums`. Keras's own first weights make them .3
to .4 behind one or two hidden layers, .03 behind eight of relu."""

SATURATING_SUM = 5.0
"""A sigmoid of 5 is .993: its slope is under 3 % of its largest."""

_EFFICIENT = "LeCun, Bottou, Orr & Müller, “Efficient BackProp”, 1998"
_DELVING = "He, Zhang, Ren & Sun, “Delving deep into rectifiers”, 2015"


def raw_pixels(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See pixels up to 255 reach the first kernel."""
    span = input_range(recipe, facts)
    if span is None or max(map(abs, span)) <= LARGEST_INPUT:
        return None
    plain = without_rescaling(recipe.network.layers)
    first, *behind = weighted_layers(recipe.network)
    if first.scale_free:
        return None
    # The loss is taken before the last activation: no gradient passes through that.
    if first.activation in ("sigmoid", "tanh") and behind:
        cause = (
            "First weights are made for inputs of about 0 to 1. Here the first sums are about "
            "{times:.0f} times larger, and lie where a sigmoid or tanh is flat: next to no "
            "gradient passes through it."
        )
    else:
        cause = (
            "First weights are made for inputs of about 0 to 1. Here all sums are about "
            "{times:.0f} times larger, logits too: the softmax is sure of its answers from the "
            "first step on, and the loss is large where it errs."
        )
    return Finding(
        "raw-pixels",
        "warn",
        "The first layer sees values from {low:.4g} to {high:.4g}.",
        cause,
        "Divide the pixels by 255.",
        {"low": span[0], "high": span[1], "times": max(map(abs, span))},
        remedy=Cure((("network.pixels", "unit"), ("network.layers", plain))),
        source=_EFFICIENT,
    )


def divided_twice(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See pixels that are divided by 255 and then made small once more."""
    span = input_range(recipe, facts)
    if span is None or _holds_shares(facts) or span[1] - span[0] >= SMALLEST_INPUT:
        return None
    remedy = _once_divided(recipe)
    whole = input_range(remedy.apply(recipe), facts)
    faint_itself = whole is None or whole[1] - whole[0] < SMALLEST_INPUT
    if faint_itself or weighted_layers(recipe.network)[0].scale_free:
        return None
    return Finding(
        "pixels-divided-twice",
        "warn",
        "The first layer sees values from {low:.4g} to {high:.4g} only.",
        "The pixels are made small twice: by the recipe, and by a layer of the network. Paper "
        "and ink then differ by {width:.2g} at most, and the first weights learn next to "
        "nothing of an image."
        if recipe.network.pixels == "unit"
        else "A layer of the network makes the pixels smaller than it should: paper and ink "
        "then differ by {width:.2g} at most, and the first weights learn next to nothing of "
        "an image.",
        "Take one of the two away." if recipe.network.pixels == "unit" else "Divide by 255.",
        {"low": span[0], "high": span[1], "width": span[1] - span[0]},
        remedy=remedy,
        source=_EFFICIENT,
    )


def _once_divided(recipe: Recipe) -> Cure:
    """Return the change after which pixels are divided by 255, and by nothing else."""
    plain = without_rescaling(recipe.network.layers)
    return Cure((("network.pixels", "unit"), ("network.layers", plain)))


def low_contrast(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See ink that stands out little from its paper, or a file that is faint altogether."""
    span = input_range(recipe, facts)
    if facts is None or span is None or _holds_shares(facts) or span[0] == span[1]:
        return None
    low, high = span
    grey = high - low < LEAST_CONTRAST * max(abs(low), abs(high))
    faint = high - low < SMALLEST_INPUT
    twice = divided_twice(recipe, facts) is not None
    if not (grey or faint) or twice or weighted_layers(recipe.network)[0].scale_free:
        return None
    return Finding(
        "low-contrast",
        "warn",
        "The first layer sees values from {low:.4g} to {high:.4g} only.",
        "What all images share is far larger than what tells them apart: the first steps go "
        "after the one, and hidden units are switched on or off for all images together."
        if grey
        else "The images are so faint that the first weights get next to no gradient.",
        "Stretch the pixels to the whole range from 0 to 255.",
        {"low": low, "high": high},
        remedy=_stretched(recipe, facts),
        source=_EFFICIENT,
    )


def _stretched(recipe: Recipe, facts: DataFacts) -> Cure:
    """Return the change after which the file's pixels reach the first kernel as 0 to 1."""
    divided = _once_divided(recipe)
    span = input_range(divided.apply(recipe), facts)
    if span is None or span[0] == span[1]:
        return divided
    scale = float(f"{1 / (span[1] - span[0]):.4g}")
    stretch = Rescaling(scale, float(f"{-span[0] * scale:.4g}"))
    layers = (stretch, *without_rescaling(recipe.network.layers))
    return Cure((("network.pixels", "unit"), ("network.layers", layers)))


def already_divided(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a file whose pixels are 0 to 1 already be divided by 255 again."""
    span = input_range(recipe, facts)
    if facts is None or span is None or not _holds_shares(facts):
        return None
    if max(map(abs, span)) >= SMALLEST_INPUT or weighted_layers(recipe.network)[0].scale_free:
        return None
    return Finding(
        "already-divided",
        "bad",
        "The largest pixel of the training images is {high}; dividing by 255 leaves "
        "{left:.3f}.",
        "The pixels of this file were divided before it was written. Divided once more they "
        "are so small that the first weights get next to no gradient.",
        "Hand the pixels over as they are, or better: write the file again with pixels from 0 "
        "to 255.",
        {"high": facts.train.high, "left": span[1]},
        remedy=Cure((("network.pixels", "raw"),)),
    )


def _holds_shares(facts: DataFacts | None) -> bool:
    return facts is not None and 0 < facts.train.high < FEWEST_GREYS


def large_first_weights(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See first weights so large that the first sums are far out of proportion."""
    wide = [
        layer
        for layer in weighted_layers(recipe.network)
        if layer.initializer == "standard_normal" and not layer.normalised
    ]
    sums = first_sums(recipe, facts)
    flat = [
        size
        for layer, size in zip(weighted_layers(recipe.network), sums, strict=True)
        if layer in wide and layer.activation in ("sigmoid", "tanh") and size > SATURATING_SUM
    ]
    if not wide or (sums[-1] < LARGEST_LOGITS and not flat):
        return None
    smaller = Cure((("network.layers", _with_glorot(recipe, wide)),))
    clipped = recipe.loss == "clipped_crossentropy" and sums[-1] >= LARGEST_LOGITS
    if clipped:
        cause = (
            "With logits that large, most digits begin with an output below 1e-7. There the "
            "clipped loss is at its limit of {limit:.1f} and has no gradient: such a digit "
            "waits "
            "until others move it, or is lost. More units do not help."
        )
    elif sums[-1] >= LARGEST_LOGITS:
        cause = (
            "With logits that large, the network is sure of its first guesses, which are "
            "blind. "
            "The loss starts far above that of guessing, and many epochs go into unlearning."
        )
    else:
        cause = (
            "Sums that large lie where a sigmoid or tanh is flat: next to no gradient passes "
            "through it, and the layers before it learn slowly."
        )
    return Finding(
        "large-first-weights",
        "bad" if clipped else "warn",
        "The first weights have a standard deviation of 1, so that a layer's first sums "
        "are about "
        "{size:.0f} in size; Keras's own first weights would make them {usual:.1f}.",
        cause,
        "Take Keras's own first weights (Glorot).",
        {
            "size": max(sums),
            "usual": max(first_sums(smaller.apply(recipe), facts)),
            "limit": CLIPPED_LOSS_LIMIT,
        },
        remedy=replace(smaller, rescue="logits-loss" if clipped else None),
        source=_DELVING,
    )


def small_first_weights(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See first weights so small that next to nothing of an image comes through the layers."""
    small = [
        layer
        for layer in weighted_layers(recipe.network)
        if layer.initializer == "random_normal" and not layer.normalised
    ]
    if len(small) < 2 or first_sums(recipe, facts)[-1] >= SMALLEST_LOGITS:
        return None
    larger = Cure((("network.layers", _with_glorot(recipe, small)),))
    usual = first_sums(larger.apply(recipe), facts)[-1]
    if usual < SMALLEST_LOGITS:
        return None
    return Finding(
        "small-first-weights",
        "warn",
        "The first weights have a standard deviation of .05: after {count} layers logits of "
        "about {size:.1g} are left; Keras's own first weights would make them {usual:.1g}.",
        "Each layer makes what passes smaller, forwards and backwards: hardly any of an image "
        "reaches the outputs, and hardly any gradient the first layers.",
        "Take Keras's own first weights (Glorot).",
        {"count": len(small), "size": first_sums(recipe, facts)[-1], "usual": usual},
        remedy=larger,
        source=_DELVING,
    )


def _with_glorot(recipe: Recipe, chosen: list[Weighted]) -> tuple[Layer, ...]:
    """Return the layers with Keras's own first weights in these."""
    layers = list(recipe.network.layers)
    for place in chosen:
        if isinstance(place.layer, Dense | Conv2D):
            layers[place.number] = replace(place.layer, initializer="glorot_uniform")
    return tuple(layers)


PIXEL_RULES = (
    raw_pixels,
    divided_twice,
    low_contrast,
    already_divided,
    large_first_weights,
    small_first_weights,
)
"""Each looks at a recipe and, where it is known, its data."""
