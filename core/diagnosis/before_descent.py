"""Before the start: how far a step of plain gradient descent carries, by arithmetic."""

from __future__ import annotations

from core.data.facts import DataFacts
from core.diagnosis.anatomy import (
    Weighted,
    first_sums,
    has_relu_units,
    input_range,
    weighted_layers,
)
from core.diagnosis.better_rates import effective_rate, lower_rate
from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding
from core.layers import ActivationName
from core.optimizers import momentum_of
from core.records import Recipe

LONGEST_DESCENT = 0.9
"""Rate of plain gradient descent where hidden units are relu or its kin, inputs about 0 to 1.
Measured on 1,600 digits: .5 learns well, at 1 three quarters of the relu units die, at 2 all;
gelu reads .63 at 1, nothing at 2; small convolutions learn at .3 and die at 1."""

LONGEST_REACH = 2.5
"""The same over 1 - momentum: .1 with momentum .9 (1) learns well, .2 (2) loses some accuracy,
.3 (3) a third of it."""

SLOPING: tuple[ActivationName, ...] = ("sigmoid", "hard_sigmoid")
"""Their slope is at most a quarter, and a sixth: of a gradient no more passes through them."""

_BEARS: dict[ActivationName, float] = {
    "tanh": 1.5,
    "softsign": 1.5,
    "sigmoid": 6.0,
    "hard_sigmoid": 6.0,
    "softmax": 6.0,
}
"""Hidden activations that are bounded cannot run away, and bear rates so many times as high: a
tanh reads .92 at 1 and .75 at 1.5, a sigmoid .88 at 5."""

EXPONENTIALS_BEAR = (0.1, 0.03)
"""The same of one hidden layer of exponentials, and of two or more, which multiply their sums'
moves: one reads .85 at .03 and .80 at .1, two .81 at .01, and at .03 come to no number."""

ALONE_BEARS = 6.0
"""The same of a network without hidden layers: it reads .84 at 3, with a loss of 15 at 10."""

LONGEST_LOGIT_STEP = 100.0
"""By so much one step may move the logits of the image that it is for, where normalisations
take away how large hidden weights are, so that the last layer alone counts. 1,600 digits are
learnt well at 64 (64 units at rate 2) and at 68 (small convolutions at .1), seven points worse
at 128, hardly at 200."""

LONGEST_LOGIT_REACH = 400.0
"""The same over 1 - momentum: 200 (.03 with momentum .9) learns well, 680 nothing."""

_ORDINARY = (0.4, 4.0)
"""Inputs whose largest value lies between these are of the size that the figures are for."""

_EFFICIENT = "LeCun, Bottou, Orr & Müller, “Efficient BackProp”, 1998"


def long_descent(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See steps of plain descent that carry beyond where the loss falls."""
    *hidden, last = weighted_layers(recipe.network)
    if hidden and all(layer.normalised for layer in hidden):
        return _by_last_layer(recipe, last, first_sums(recipe, facts)[-1])
    settings, span = recipe.optimizer, input_range(recipe, facts)
    reach = effective_rate(settings)
    large = 1.0 if span is None else max(map(abs, span))
    factor = _borne(hidden)
    too_long = settings.learning_rate >= factor * LONGEST_DESCENT
    if not (too_long or reach >= factor * LONGEST_REACH) or not _ordinary(large):
        return None
    return Finding(
        "long-steps",
        "bad",
        "At rate {rate:g} a step is {rate:g} times the gradient, and with momentum "
        "{momentum:g} "
        "lasting gradients add up to {reach:.3g} times; about {most:g} and {far:g} are the "
        "most that "
        "such a network bears.",
        "Steps that long overshoot: they carry beyond where the loss falls, and relu units "
        "that are pushed below zero for every image never come back."
        if has_relu_units(recipe.network)
        else "Steps that long overshoot: they carry beyond where the loss falls.",
        "Take {better:g}.",
        {
            "rate": settings.learning_rate,
            "momentum": momentum_of(settings),
            "reach": reach,
            "most": factor * LONGEST_DESCENT,
            "far": factor * LONGEST_REACH,
            "better": lower_rate(settings),
        },
        remedy=Cure((("optimizer.learning_rate", lower_rate(settings)),)),
        source=_EFFICIENT,
    )


def _borne(hidden: list[Weighted]) -> float:
    """Return how many times `LONGEST_DESCENT` these hidden layers bear."""
    grown = sum(layer.activation == "exponential" for layer in hidden)
    if grown:
        return EXPONENTIALS_BEAR[min(grown, 2) - 1]
    return min((_BEARS.get(la.activation, 1.0) for la in hidden), default=ALONE_BEARS)


def _by_last_layer(recipe: Recipe, last: Weighted, logits: float) -> Finding | None:
    """See how far a step moves logits through the last layer's weights alone.

    The gradient of these weights is the inputs times an error of 1 at most: along it a logit
    moves by the rate times the sum of the squared inputs.
    """
    settings = recipe.optimizer
    kernel = last.kernels[-1]
    square = logits**2 / last.gain
    moved = settings.learning_rate * kernel.inputs * square
    reach = effective_rate(settings) * kernel.inputs * square
    if moved < LONGEST_LOGIT_STEP and reach < LONGEST_LOGIT_REACH:
        return None
    return Finding(
        "long-steps",
        "bad",
        "At rate {rate:g} a step moves a logit of the image that it is for by up to about "
        "{moved:,.0f}, and with momentum {momentum:g} in the end by {reach:,.0f}: the last "
        "layer has {inputs} inputs. The first logits are about {size:.2g}.",
        "Behind a normalisation inputs are of size 1, and many of them add up. Steps that long "
        "overshoot: they carry beyond where the loss falls.",
        "Take {better:g}.",
        {
            "rate": settings.learning_rate,
            "momentum": momentum_of(settings),
            "moved": moved,
            "reach": reach,
            "inputs": kernel.inputs,
            "size": logits,
            "better": lower_rate(settings),
        },
        remedy=Cure((("optimizer.learning_rate", lower_rate(settings)),)),
        source=_EFFICIENT,
    )


def _ordinary(largest: float) -> bool:
    return _ORDINARY[0] <= largest <= _ORDINARY[1]
