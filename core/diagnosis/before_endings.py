"""Before the start: whether the last activation, the loss and the answers go together."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

from core.data.facts import DataFacts
from core.diagnosis.cure import Cure, with_ending
from core.diagnosis.finding import Finding
from core.endings import split_ending
from core.layers import ActivationName, Dropout, Layer, WithKernel, class_count
from core.phrases import Phrase
from core.records import Recipe

_CEILINGS: dict[ActivationName, tuple[float, float]] = {
    "sigmoid": (16.64, 1),
    "tanh": (9.01, 1),
    "hard_sigmoid": (3.0, 1),
    "relu6": (6.0, 6),
}
"""From which logit on an activation gives exactly its largest value in float32, and that value.
Of a sigmoid: exp(-16.64) is under half a unit in the last place of 1."""

_TURNING: frozenset[ActivationName] = frozenset({"silu", "gelu", "mish", "hard_silu"})
"""They fall and rise again below zero, so that they change the order of negative logits."""

_SPANS: dict[ActivationName, tuple[float, float]] = {
    "softmax": (0.0, 1.0),
    "sigmoid": (0.0, 1.0),
    "hard_sigmoid": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "softsign": (-1.0, 1.0),
}
"""Between which values an activation leaves what it is given."""

_POSITIVE: frozenset[ActivationName] = frozenset(
    {"softmax", "sigmoid", "softplus", "exponential"}
)
"""Their outputs are above zero: divided by their sum they are shares of 1."""


def squashed_logits(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a softmax of what another activation has squashed: softmax twice, sigmoid, tanh."""
    cut, outer = split_ending(recipe.network)
    inner = split_ending(cut)[1]
    # From logits the loss takes the softmax itself, whatever the last activation is.
    if outer != "softmax" and recipe.loss != "crossentropy":
        return None
    if inner not in ("relu", "relu6") and inner not in _SPANS:
        return None
    layers = with_ending(replace(recipe.network, layers=cut.layers), "linear")
    remedy = Cure((("network.layers", with_ending(replace(cut, layers=layers), "softmax")),))
    if inner in ("relu", "relu6"):
        return Finding(
            "squashed-logits",
            "warn",
            "The softmax of the loss is taken of what a {inner} gives.",
            "No logit falls below zero: a digit is ruled out only by raising the others, and a "
            "logit that is below zero for every image gets no gradient any more.",
            "Let the last Dense layer be followed by the softmax alone.",
            {"inner": inner},
            remedy=remedy,
        )
    low, high = _SPANS[inner]
    others = class_count(recipe.network) - 1
    return Finding(
        "squashed-logits",
        "bad",
        "The softmax of the loss is taken of what a {inner} gives: numbers from {low:.0f} "
        "to {high:.0f}.",
        "From these a softmax can give the right digit at most {most:.1f} %, and the loss "
        "cannot "
        "fall below {floor:.3f}. Gradients stay small, and learning is slow.",
        "Let the last Dense layer be followed by the softmax alone.",
        {
            "inner": inner,
            "low": low,
            "high": high,
            "most": 100 / (1 + others * exp(low - high)),
            "floor": log(1 + others * exp(low - high)),
        },
        remedy=remedy,
    )


def ending_hides_logits(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See answers read from an activation that hides which logit is the largest."""
    ending = split_ending(recipe.network)[1]
    if recipe.loss != "crossentropy":
        return None
    limit, top = _CEILINGS.get(ending, (0.0, 0.0))
    if ending in _CEILINGS:
        cause = (
            "Learning goes by the logits, but the answers by the outputs. Of a logit above "
            "{limit:.1f} a {ending} makes exactly {top} in 32-bit numbers; where several "
            "digits have "
            "that, the lowest is answered, whatever the logits say."
        )
    elif ending == "relu":
        cause = (
            "Learning goes by the logits, but the answers by the outputs. A relu makes 0 "
            "of every "
            "negative logit; where all are negative, the first is answered, whatever the "
            "logits say."
        )
    elif ending in _TURNING:
        cause = (
            "Learning goes by the logits, but the answers by the outputs, and a {ending} "
            "changes "
            "the order of negative logits: another digit may be answered than the largest "
            "logit's."
        )
    else:
        return None
    return Finding(
        "ending-hides-logits",
        "warn",
        "The network ends in a {ending}, while the loss is that of a softmax.",
        cause,
        "End with a softmax.",
        {"ending": ending, "limit": limit, "top": int(top)},
        remedy=Cure((("network.layers", with_ending(recipe.network, "softmax")),), "softmax"),
    )


def ending_unfit(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a clipped loss of outputs that are no shares: negative, or all zero."""
    ending = split_ending(recipe.network)[1]
    if recipe.loss != "clipped_crossentropy" or ending in _POSITIVE:
        return None
    layers = with_ending(recipe.network, "softmax")
    return Finding(
        "ending-unfit",
        "bad",
        "The loss takes the outputs for probabilities, but the network ends in a {ending}.",
        "The loss divides the outputs by their sum. Those of a {ending} can add up to zero or "
        "less: the quotient is then no share, and neither the loss nor its gradient means "
        "anything.",
        "End with a softmax, and take the loss from the logits.",
        {"ending": Phrase("layer without activation") if ending == "linear" else ending},
        remedy=Cure((("network.layers", layers), ("loss", "crossentropy"))),
    )


def dropout_on_outputs(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a dropout behind the last kernel: it strikes out answers."""
    layers = recipe.network.layers
    last = max((n for n, la in enumerate(layers) if isinstance(la, WithKernel)), default=0)
    rates = [la.rate for la in layers[last:] if isinstance(la, Dropout) and la.rate > 0]
    if not rates:
        return None
    kept: tuple[Layer, ...] = tuple(
        la for n, la in enumerate(layers) if n < last or not isinstance(la, Dropout)
    )
    return Finding(
        "dropout-on-outputs",
        "warn",
        "A dropout of {rate:g} stands behind the last layer.",
        "While learning it sets logits to zero, that of the right digit too: the loss then "
        "blames the network for what chance struck out.",
        "Put the dropout before the last layer, or take it away.",
        {"rate": max(rates)},
        remedy=Cure((("network.layers", kept),)),
    )


ENDING_RULES = (squashed_logits, ending_unfit, ending_hides_logits, dropout_on_outputs)
"""Each looks at a recipe; its data does not matter here."""
