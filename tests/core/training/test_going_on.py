"""A training that was interrupted and goes on is, bit for bit, the one that nobody interrupted.

All trainings here are of one small network, so that each costs a second.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.layers import BatchNormalization, Dense, Dropout, NetworkSpec
from core.optimizers import OPTIMIZERS
from core.records import Earlier, EarlyStopping, EpochReport, Network, Optimizer, Recipe

PLAIN = Recipe(
    "small",
    NetworkSpec((Dense(10),)),
    optimizer=Optimizer("sgd", 0.3),
    epochs=6,
    validation=0.25,
    seed=3,
)
EARLY = replace(PLAIN, epochs=40, early_stopping=EarlyStopping("val_accuracy", patience=3))


@pytest.fixture(scope="module")
def digits(sample):
    return sample.first(256, 50)


def train(recipe, dataset, *, stop_after=0, **options):
    """Train; give the result, and the network of each epoch."""
    from core.training.train import train as train_recipe

    control, networks = Control(), {}

    def report(record):
        if isinstance(record, EpochReport) and record.epoch == stop_after:
            control.stop()

    result = train_recipe(
        recipe,
        dataset,
        report=report,
        control=control,
        checkpoint=lambda state, network: networks.update({state.epoch: network}),
        **options,
    )
    return result, networks


def same(some, others):
    return all(np.array_equal(a, b) for a, b in zip(some, others, strict=True))


def figures(*results):
    return [
        (e.epoch, e.loss, e.accuracy, e.val_loss, e.learning_rate)
        for result in results
        for e in result.epochs
    ]


@pytest.mark.parametrize(
    "recipe",
    [
        PLAIN,
        replace(PLAIN, schedule="cosine"),
        replace(PLAIN, schedule="cosine", weight_average=0.9),
    ],
    ids=["constant", "cosine", "cosine-average"],
)
def test_it_takes_the_steps_that_it_would_have_taken(recipe, digits):
    whole, _ = train(recipe, digits)
    stopped, _ = train(recipe, digits, stop_after=2)
    assert (stopped.ended, stopped.state.epoch) == ("stopped", 2)
    rest, _ = train(recipe, digits, start=stopped.state)
    assert figures(stopped, rest) == figures(whole)
    assert same(rest.network.weights, whole.network.weights)


@pytest.mark.slow
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_every_optimizer_goes_on_with_its_own_state(kind, digits):
    momentum = 0.8 if OPTIMIZERS[kind].takes_momentum else 0.0
    settings = Optimizer(kind, 0.02, momentum, weight_decay=0.01)
    recipe = replace(PLAIN, epochs=3, optimizer=settings)
    whole, _ = train(recipe, digits)
    stopped, _ = train(recipe, digits, stop_after=2)
    rest, _ = train(recipe, digits, start=stopped.state)
    assert figures(stopped, rest) == figures(whole)
    assert same(rest.network.weights, whole.network.weights)
    assert same(rest.state.optimizer_variables, whole.state.optimizer_variables)
    # ... which it would not be with a state that begins anew.
    forgetful = replace(stopped.state, optimizer_variables=())
    other, _ = train(recipe, digits, start=forgetful)
    assert not same(other.network.weights, whole.network.weights)


@pytest.mark.slow
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_what_was_compiled_for_a_training_before_gives_the_same_bits(kind, digits, monkeypatch):
    from core.training import loop, stepper

    spec = NetworkSpec((Dense(16, "relu"), BatchNormalization(), Dropout(0.3), Dense(10)))
    settings = Optimizer(kind, 0.02, weight_decay=0.01)
    recipe = replace(
        PLAIN, network=spec, optimizer=settings, epochs=2, batch_size=50, weight_average=0.9
    )
    other = replace(recipe, seed=8, optimizer=replace(settings, learning_rate=0.1))
    whole, _ = train(recipe, digits)
    train(other, digits, stop_after=1)
    # ... also where fewer images make blocks of other shapes, and a training is continued.
    train(other, digits.first(120, 10), start=whole.state)
    lent = []
    monkeypatch.setattr(stepper.Stepper, "__init__", lambda *_: lent.append(1))
    again, _ = train(recipe, digits)
    assert lent == []
    monkeypatch.undo()
    monkeypatch.setattr(loop, "STEPPERS", stepper.Steppers(1))
    anew, _ = train(recipe, digits)
    for result in (again, anew):
        assert figures(result) == figures(whole)
        assert same(result.network.weights, whole.network.weights)
        assert same(result.state.optimizer_variables, whole.state.optimizer_variables)


def test_early_stopping_waits_on_from_where_it_was_and_gives_back_an_earlier_best(digits):
    whole, networks = train(EARLY, digits)
    best = whole.best_epoch
    assert (whole.ended, len(whole.epochs)) == ("early", best + 3)
    stopped, _ = train(EARLY, digits, stop_after=best + 1)
    rest, _ = train(
        EARLY, digits, start=stopped.state, earlier=Earlier(stopped.epochs, networks[best])
    )
    assert (rest.ended, rest.best_epoch) == ("early", best)
    assert figures(stopped, rest) == figures(whole)
    assert same(rest.network.weights, whole.network.weights)


def test_without_the_network_of_an_earlier_best_none_is_claimed(digits):
    whole, _ = train(EARLY, digits)
    stopped, _ = train(EARLY, digits, stop_after=whole.best_epoch + 1)
    rest, networks = train(EARLY, digits, start=stopped.state, earlier=Earlier(stopped.epochs))
    assert rest.best_epoch > whole.best_epoch
    assert same(rest.network.weights, networks[rest.best_epoch].weights)


@pytest.mark.slow
def test_a_finished_training_goes_on_for_its_count_once_more_with_a_schedule_of_its_own(digits):
    recipe = replace(PLAIN, schedule="cosine", epochs=3)
    first, _ = train(recipe, digits)
    again = replace(first.state, counts_from=3)
    second, _ = train(recipe, digits, start=again)
    assert [epoch.epoch for epoch in second.epochs] == [4, 5, 6]
    rates = [[epoch.learning_rate for epoch in r.epochs] for r in (first, second)]
    assert rates[0] == rates[1]
    # ... and what is stopped amid it goes on to the same end.
    stopped, _ = train(recipe, digits, start=again, stop_after=4)
    rest, _ = train(recipe, digits, start=stopped.state)
    assert figures(stopped, rest) == figures(second)


def test_each_checkpoint_has_the_network_that_the_training_would_give(digits):
    result, networks = train(replace(PLAIN, weight_average=0.9), digits)
    assert isinstance(networks[6], Network)
    assert same(networks[6].weights, result.network.weights)
    assert not same(networks[6].weights, result.state.network.weights)
