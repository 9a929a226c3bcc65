"""Before the start: how far the optimizer's steps carry, by arithmetic.

Nothing here says that a rate *is* too high or too low: that takes a look at the loss along a
step (`core.diagnosis.rates`). It says what the steps amount to beside the first weights.
"""

from __future__ import annotations

from math import inf

from core.data.facts import DataFacts
from core.diagnosis.anatomy import Sizes, first_sums, has_relu_units, sizes, weighted_layers
from core.diagnosis.before_descent import SLOPING, long_descent
from core.diagnosis.better_rates import better_rate, effective_rate, lower_rate
from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding
from core.diagnosis.reach import first_reach
from core.optimizers import momentum_of, traits
from core.records import Recipe

LONGEST_STEP = 0.9
"""First steps of Adam and its kin beside the deviation of the first weights. At 1 a single step
replaces what the weights were. Measured on 1,600 digits: Adam at .03, .6 times the first
weights, still learns; at .1, twice, most hidden units die."""

STEPS_TOGETHER = 3
"""So many first steps go much the same way: what one step moves in a deep network is small
beside what three do, since each layer multiplies what the ones before it gained."""

FARTHEST_REACH = 300.0
"""Of `first_reach` of three steps. At 28 (Adam at .03, 64 units) and at 100 (.02, 512 units)
1,600 digits are learnt well; at 1,000 (.05, four small convolutions) nothing is, at 20,000
(.02, three layers of 512) less, at 50,000 (.03, eight layers of 64) half of it."""

SHORTEST_WAY = 0.2
"""All steps of Adam and its kin together, beside the first weights. At 1 (rate .0001, 600
steps) a network learns well; at .04 it does not leave guessing."""

SHORTEST_DESCENT = 0.8
"""Rate over 1 - momentum, times steps, of plain gradient descent. At 6 a network learns well;
at .2 it does not leave guessing."""

LONGER_THROUGH_SIGMOIDS = 4.0
"""So many times as far for each hidden layer of sigmoids, whose slope is a quarter at most.
1,600 digits through one layer: at 1.5 nothing is learnt, at 6 .69, at 20 .82; through two: at 3
nothing, at 50 .73, at 250 .88."""

COSINE_MEAN = 0.5
"""Of a rate that falls to zero along half a cosine, the mean."""

FEWEST_STEPS = 40
"""A training of fewer steps is called short, whatever its rate."""

USUAL_MOMENTUM = 0.9
"""What nearly everybody takes, and what is offered in place of more."""

LONGEST_MEMORY = 0.4
"""Steps that momentum remembers, as a share of all steps of the training."""

_ADAM = "Kingma & Ba, “Adam: a method for stochastic optimization”, 2015, section 2.1"


def long_steps(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See steps that would throw the first weights away."""
    settings = recipe.optimizer
    kind = traits(settings)
    if not kind.scales_gradients:
        return long_descent(recipe, facts)
    step = settings.learning_rate * kind.first_step
    smallest = _smallest_weights(recipe)
    if step < LONGEST_STEP * smallest:
        return _far_step(recipe, facts, step)
    return Finding(
        "long-steps",
        "bad",
        "At rate {rate:g} {optimizer} moves every weight by up to {step:.3g} in its first "
        "step; the "
        "first weights are of size {size:.3f}.",
        "The step of this optimizer is as long as its rate, however small the gradient is. "
        "One step "
        "replaces what the weights were; relu units that it pushes below zero for every image "
        "never come back."
        if has_relu_units(recipe.network)
        else "The step of this optimizer is as long as its rate, however small the gradient "
        "is. One step replaces what the weights were.",
        "Take {better:g}.",
        {
            "rate": settings.learning_rate,
            "optimizer": kind.class_name,
            "step": step,
            "size": smallest,
            "better": lower_rate(settings),
        },
        remedy=Cure((("optimizer.learning_rate", lower_rate(settings)),)),
        source=_ADAM,
    )


def _far_step(recipe: Recipe, facts: DataFacts | None, step: float) -> Finding | None:
    """See a step that adds up over width and depth."""
    settings = recipe.optimizer
    moved = STEPS_TOGETHER * step
    reach = first_reach(recipe, facts, moved)
    if reach < FARTHEST_REACH:
        return None
    return Finding(
        "long-steps",
        "bad",
        "At rate {rate:g} {optimizer} moves every weight by up to {step:.3g} in its first "
        "{steps} steps. Over {layers} layers of this width that can move the logits by about "
        "{reach:,.0f}; the first ones are about {size:.2g}.",
        "In a sum of many inputs many small moves add up, and each layer hands on what the one "
        "before it gained. The wider and deeper a network, the shorter its steps must be.",
        "Take {better:g}.",
        {
            "rate": settings.learning_rate,
            "optimizer": traits(settings).class_name,
            "step": moved,
            "steps": STEPS_TOGETHER,
            "layers": len(weighted_layers(recipe.network)),
            "reach": reach,
            "size": first_sums(recipe, facts)[-1],
            "better": lower_rate(settings),
        },
        remedy=Cure((("optimizer.learning_rate", lower_rate(settings)),)),
        source=_ADAM,
    )


def short_steps(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a rate at which all steps together do not carry beyond the first weights."""
    settings, whole = recipe.optimizer, sizes(recipe, facts)
    steps = _steps(whole)
    if steps is None or steps < FEWEST_STEPS:
        return None
    plain = not traits(settings).scales_gradients
    mean = COSINE_MEAN if recipe.schedule == "cosine" else 1.0
    sigmoids = sum(la.activation in SLOPING for la in weighted_layers(recipe.network)[:-1])
    if plain:
        way = mean * effective_rate(settings) * steps
        least = SHORTEST_DESCENT * LONGER_THROUGH_SIGMOIDS**sigmoids
    else:
        way = mean * settings.learning_rate * steps / _smallest_weights(recipe)
        least = SHORTEST_WAY
    if way >= least:
        return None
    better = better_rate(settings)
    if plain and way and better < 2 * settings.learning_rate * least / way:
        better = float(f"{min(2 * settings.learning_rate * least / way, 5 * better):.1g}")
    return Finding(
        "short-steps",
        "warn",
        "All {steps} steps at rate {rate:g} add up to {way:.2g} times the gradient at most."
        if plain
        else "All {steps} steps at rate {rate:g} move a weight by at most {way:.2g} times "
        "its size.",
        "That is too little to learn much in: a sigmoid passes at most a quarter of the "
        "gradient, and such trainings that learn to read digits go at least {times:.0f} times "
        "as far."
        if plain and sigmoids
        else "That is too little to learn much in: trainings that learn to read digits go at "
        "least {times:.0f} times as far.",
        "Take {better:g}, or train much longer.",
        {
            "steps": steps,
            "rate": settings.learning_rate,
            "way": way,
            "times": max(2.0, least / way) if way else inf,
            "better": better,
        },
        remedy=Cure((("optimizer.learning_rate", better),)),
    )


def momentum_one(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a momentum that remembers longer than the training lasts."""
    settings = recipe.optimizer
    momentum = momentum_of(settings)
    if momentum <= USUAL_MOMENTUM:
        return None
    memory = 1 / (1 - momentum) if momentum < 1 else inf
    steps = _steps(sizes(recipe, facts))
    if memory < 1_000 and (steps is None or memory < LONGEST_MEMORY * steps):
        return None
    return Finding(
        "momentum-one",
        "bad",
        "With momentum {momentum:g} each step repeats those of the last {memory:.0f} steps."
        if memory < inf
        else "With momentum 1 each step repeats all steps before it.",
        "Hardly anything slows the weights down: they run past the lowest loss and on, and the "
        "errors of the first steps are long remembered."
        if memory < inf
        else "Nothing slows the weights down: they run past the lowest loss and on, and the "
        "errors of the first steps are never forgotten.",
        "Take a momentum of .9.",
        {"momentum": momentum, "memory": memory},
        remedy=Cure((("optimizer.momentum", USUAL_MOMENTUM),)),
    )


def few_steps(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See batches so large that there is hardly a step to take."""
    whole = sizes(recipe, facts)
    # Where there is no image at all `few_images` says so, and no batch would help.
    if whole is None or not whole.training or whole.steps >= FEWEST_STEPS:
        return None
    smaller = max(1, min(32, whole.training // 20))
    if smaller >= recipe.batch_size:
        return _few_epochs(recipe, whole)
    return Finding(
        "few-steps",
        "warn",
        "Training images: {images}, in batches of {batch}; steps: {each} an epoch, {steps} in "
        "all.",
        "The weights change once a batch. So few steps teach little, however many images "
        "are in "
        "each.",
        "Take batches of {smaller}.",
        {
            "images": whole.training,
            "batch": recipe.batch_size,
            "each": whole.steps_an_epoch,
            "steps": whole.steps,
            "smaller": smaller,
        },
        remedy=Cure((("batch_size", smaller),)),
    )


def _few_epochs(recipe: Recipe, whole: Sizes) -> Finding:
    epochs = -(-10 * FEWEST_STEPS // max(1, whole.steps_an_epoch))
    return Finding(
        "few-steps",
        "warn",
        "Training images: {images}, in batches of {batch}; steps in all: {steps}.",
        "The weights change once a batch. So few steps teach little.",
        "Train {epochs} epochs.",
        {
            "images": whole.training,
            "batch": recipe.batch_size,
            "steps": whole.steps,
            "epochs": epochs,
        },
        remedy=Cure((("epochs", epochs),)),
    )


def _steps(whole: Sizes | None) -> int | None:
    return None if whole is None else whole.steps


def _smallest_weights(recipe: Recipe) -> float:
    deviations = [layer.deviation for layer in weighted_layers(recipe.network)]
    return min(deviations, default=1.0)


STEP_RULES = (few_steps, momentum_one, long_steps, short_steps)
"""Each looks at a recipe and, where it is known, its data."""
