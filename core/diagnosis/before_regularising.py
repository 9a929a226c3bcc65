"""Before the start: what holds the network back on purpose, and whether it is too much."""

from __future__ import annotations

from dataclasses import replace
from math import log

from core.data.facts import DataFacts
from core.diagnosis.anatomy import sizes
from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding
from core.evaluation.metrics import loss_of_guessing
from core.layers import Conv2D, Dense, Dropout, WithKernel, class_count
from core.optimizers import momentum_of, traits
from core.records import Recipe

MOST_DROPOUT = 0.75
"""A dropout from here on leaves a quarter of the values or less. .5 is usual behind wide
layers, and .6 still learns."""

LEAST_KEPT = 0.1
"""Of what enters a network, this much or less survives all its dropouts together."""

MOST_L2 = 0.02
"""Factor of the squared kernel. Measured on 1,600 digits: up to .01 nothing is lost; at .03 two
points, and half of the loss is penalty; at .1 the network hardly learns."""

MOST_DECAY = 0.08
"""Of gradient descent, times 1 - momentum: a decay d is an L2 of so much, halved. Measured on
1,600 digits: .03 costs nothing, .1 one to three points, with momentum .5 and .9 too."""

MOST_SCALED_DECAY = 8.0
"""Of Adam and its kin. Measured on 1,600 digits at rate .001: 3 costs nothing, 10 four points,
30 a third of the digits, 100 three quarters."""

MOST_SMOOTHING = 0.6
"""Of label smoothing. .1 is usual. Up to .9 digits are still told apart, but the right one is
to get less than half from .6 on; at .99 the network learns nothing."""

LONGEST_AVERAGE = 0.8
"""Steps that the average of the weights goes back, as a share of all steps. At .5 only the loss
is worse, at 1 the accuracy too."""


SHORT_AVERAGE = 0.2
"""The same share of one that helps: a moving average of .95 over 200 steps is a tenth."""

_AVERAGES = (0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999)


def much_dropout(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a dropout that leaves next to nothing."""
    last = max(n for n, la in enumerate(recipe.network.layers) if isinstance(la, WithKernel))
    rates = [la.rate for la in recipe.network.layers[:last] if isinstance(la, Dropout)]
    kept = 1.0
    for rate in rates:
        kept *= 1 - rate
    if max(rates, default=0) < MOST_DROPOUT and kept > LEAST_KEPT:
        return None
    layers = tuple(
        Dropout(min(la.rate, 0.3)) if isinstance(la, Dropout) else la
        for la in recipe.network.layers
    )
    return Finding(
        "much-dropout",
        "warn",
        "A dropout sets {share:.0f} % of a layer's values to zero in every step."
        if max(rates) >= MOST_DROPOUT
        else "{count} dropouts together leave {kept:.0f} % of the values.",
        "While learning, the network sees so little of each image that it learns slowly "
        "and less; "
        "what is left is scaled up, so that the gradient is mostly chance.",
        "Take a dropout of .3.",
        {"share": 100 * max(rates), "count": len(rates), "kept": 100 * kept},
        remedy=Cure((("network.layers", layers),)),
        source="Srivastava et al., “Dropout”, 2014",
    )


def heavy_l2(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See an L2 penalty that outweighs what is to be learnt."""
    layers = recipe.network.layers
    factors = [la.l2 for la in layers if isinstance(la, Dense | Conv2D)]
    if max(factors, default=0) < MOST_L2:
        return None
    lighter = tuple(
        replace(la, l2=min(la.l2, 0.0001)) if isinstance(la, Dense | Conv2D) else la
        for la in layers
    )
    return Finding(
        "heavy-l2",
        "warn",
        "The L2 penalty has a factor of {factor:g}.",
        "Added to the loss is that factor times the sum of all squared weights. It pulls them "
        "towards zero as strongly as the digits pull them away, and is a large part of the "
        "loss.",
        "Take .0001.",
        {"factor": max(factors)},
        remedy=Cure((("network.layers", lighter),)),
    )


def heavy_decay(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a weight decay that outweighs the gradient."""
    settings = recipe.optimizer
    if traits(settings).scales_gradients:
        return _heavy_scaled_decay(recipe, facts)
    # Momentum makes the gradients' steps longer, but not the decay's.
    left = 1 - momentum_of(settings)
    if settings.weight_decay * left < MOST_DECAY:
        return None
    return Finding(
        "heavy-decay",
        "warn",
        "Each step makes every weight {percent:.2g} % smaller.",
        "At this momentum, {momentum:g}, a weight decay of {decay:g} pulls as an L2 penalty of "
        "{l2:g} does, about as strongly as the digits pull the other way.",
        "Take .0001.",
        {
            "percent": 100 * settings.weight_decay * settings.learning_rate,
            "decay": settings.weight_decay,
            "momentum": momentum_of(settings),
            "l2": settings.weight_decay * left / 2,
        },
        remedy=Cure((("optimizer.weight_decay", 0.0001),)),
        source="Loshchilov & Hutter, “Decoupled weight decay regularization”, 2019",
    )


def _heavy_scaled_decay(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    settings, whole = recipe.optimizer, sizes(recipe, facts)
    share = settings.weight_decay * settings.learning_rate
    late = whole is not None and share * whole.steps < 1
    if settings.weight_decay < MOST_SCALED_DECAY or late:
        return None
    return Finding(
        "heavy-decay",
        "warn",
        "Each step makes every weight {percent:.2g} % smaller, and adds at most about the "
        "learning rate, {rate:g}.",
        "A weight can then not grow beyond about 1 / {decay:g} = {most:.2g}: too small for "
        "clear answers, and what an image taught is forgotten within {memory:.0f} steps.",
        "Take .004.",
        {
            "percent": 100 * share,
            "rate": settings.learning_rate,
            "decay": settings.weight_decay,
            "most": 1 / settings.weight_decay,
            "memory": 1 / share,
        },
        remedy=Cure((("optimizer.weight_decay", 0.004),)),
        source="Loshchilov & Hutter, “Decoupled weight decay regularization”, 2019",
    )


def much_smoothing(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See targets so smooth that there is little left to tell digits by."""
    share = recipe.label_smoothing
    if share < MOST_SMOOTHING:
        return None
    classes = class_count(recipe.network)
    return Finding(
        "much-smoothing",
        "warn",
        "With a label smoothing of {share:g} the right digit should get {right:.3f} and "
        "every other "
        "{wrong:.3f}.",
        "Digits may still be told apart, but the network is taught never to be sure: a perfect "
        "answer has a loss of {floor:.3f}, guessing one of {guessing:.3f}. What it says of its "
        "confidence is "
        "worth little.",
        "Take .1.",
        {
            "share": share,
            "right": 1 - share + share / classes,
            "wrong": share / classes,
            "floor": smoothest_loss(share, classes),
            "guessing": loss_of_guessing(classes),
        },
        remedy=Cure((("label_smoothing", 0.1),)),
        source="Szegedy et al., “Rethinking the Inception architecture”, 2016, section 7",
    )


def smoothest_loss(smoothing: float, classes: int) -> float:
    """Return the lowest loss that label smoothing allows: the entropy of its targets."""
    right, wrong = 1 - smoothing + smoothing / classes, smoothing / classes
    return -sum(p * log(p) for p in (right, *(wrong,) * (classes - 1)) if p > 0)


def slow_average(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See an average of the weights that reaches back to before anything was learnt."""
    whole = sizes(recipe, facts)
    decay = recipe.weight_average
    if whole is None or not decay:
        return None
    back = 1 / (1 - decay)
    if back < LONGEST_AVERAGE * whole.steps:
        return None
    better = max(
        (d for d in _AVERAGES if (1 - d) * SHORT_AVERAGE * whole.steps >= 1), default=0
    )
    return Finding(
        "slow-average",
        "warn",
        "The average of the weights goes back about {back:.0f} steps; the training takes "
        "{steps}.",
        "The trained network is that average. Much of it are weights from before anything was "
        "learnt, so that it stays behind what is learnt.",
        "Take {better:g}, or train longer." if better else "Train longer, or without it.",
        {"back": back, "steps": whole.steps, "better": better},
        remedy=Cure((("weight_average", better),)),
    )


REGULARISING_RULES = (
    much_dropout,
    heavy_l2,
    heavy_decay,
    much_smoothing,
    slow_average,
)
"""Each looks at a recipe and, where it is known, its data."""
