"""Control of a training: stop, pause, go on, learning rate; what is reported, how often.

Here a chunk is a single step and each is reported, so that what follows a wish can be counted.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.layers import Dense, NetworkSpec
from core.probes import Probe
from core.records import EpochReport, Optimizer, Phase, Progress, Recipe

pytestmark = pytest.mark.slow

RECIPE = Recipe("small", NetworkSpec((Dense(10),)), epochs=3, validation=None, seed=3)
STEPS = 10
"""Steps of an epoch: nine of 32 images, and one of 12."""


@pytest.fixture(autouse=True, scope="module")
def each_step_is_a_chunk_and_is_reported():
    from core.training import reports, schedules

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schedules, "CHUNK_S", 0.0)
        patch.setattr(reports, "REPORT_S", 0.0)
        yield


@pytest.fixture(scope="module")
def digits(sample):
    return sample.first(300, 20)


@pytest.fixture(scope="module")
def whole(digits):
    """The training that nobody interrupts: its result and its reports."""
    return train(RECIPE, digits)


def train(recipe, dataset, control=None, *, start=None, at=(None, None), wish=None):
    """Train, calling `wish` at that (epoch, step); give the result and the reports."""
    from core.training.train import train as train_recipe

    reports = []

    def report(record):
        reports.append(record)
        if isinstance(record, Progress) and (record.epoch, record.step) == at:
            wish()

    control = control or Control()
    return train_recipe(recipe, dataset, report=report, control=control, start=start), reports


def steps_in(reports):
    return [(record.epoch, record.step) for record in reports if isinstance(record, Progress)]


def same(some, others):
    return all(np.array_equal(a, b) for a, b in zip(some, others, strict=True))


def test_every_step_is_reported_in_its_turn(whole):
    result, reports = whole
    assert steps_in(reports) == [(e, s) for e in (1, 2, 3) for s in range(1, STEPS + 1)]
    progress = [record for record in reports if isinstance(record, Progress)]
    assert {(record.steps, record.last_epoch) for record in progress} == {(STEPS, 3)}
    kinds = [type(record) for record in reports]
    assert kinds[:4] == [Phase, Phase, Probe, Progress]
    assert [i for i, kind in enumerate(kinds) if kind is EpochReport] == [13, 24, 35]
    for record, epoch in zip(progress[STEPS - 1 :: STEPS], result.epochs, strict=True):
        assert (record.loss, record.accuracy) == (epoch.loss, epoch.accuracy)


@pytest.mark.parametrize("at", [(1, 1), (2, 4), (3, 9)])
def test_no_step_is_taken_after_a_wish_to_stop(at, digits):
    control = Control()
    result, reports = train(RECIPE, digits, control, at=at, wish=control.stop)
    epoch, step = at
    assert result.ended == "stopped"
    assert steps_in(reports)[-1] == at
    assert (result.state.epoch, result.state.seen_images) == (epoch - 1, 32 * step)
    assert int(result.state.optimizer_variables[0]) == STEPS * (epoch - 1) + step
    assert [record.epoch for record in result.epochs] == list(range(1, epoch))


def test_a_wish_before_the_first_step_leaves_the_fresh_network(digits):
    from core.training.keras_model import build

    control = Control()
    control.stop()
    result, reports = train(RECIPE, digits, control)
    assert (result.ended, result.epochs, steps_in(reports)) == ("stopped", (), [])
    assert same(result.network.weights, build(RECIPE.network, RECIPE.seed).get_weights())


@pytest.mark.parametrize("at", [(1, 1), (2, 9)])
def test_going_on_takes_the_very_next_step(at, digits, whole):
    control = Control()
    stopped, before = train(RECIPE, digits, control, at=at, wish=control.stop)
    rest, after = train(RECIPE, digits, start=stopped.state)
    assert steps_in(before) + steps_in(after) == steps_in(whole[1])
    assert same(rest.network.weights, whole[0].network.weights)
    assert told(stopped) + told(rest) == told(whole[0])


def told(result):
    return [(record.epoch, record.loss, record.accuracy) for record in result.epochs]


def test_an_epoch_whose_scoring_was_stopped_is_scored_when_it_goes_on(digits):
    recipe, control = replace(RECIPE, validation=0.1, epochs=2), Control()
    steps = 9  # 270 images are left to learn from.
    stopped, _ = train(recipe, digits, control, at=(2, steps), wish=control.stop)
    assert (stopped.ended, len(stopped.epochs)) == ("stopped", 1)
    assert (stopped.state.epoch, stopped.state.seen_images) == (1, 270)
    rest, reports = train(recipe, digits, start=stopped.state)
    assert steps_in(reports) == []
    undisturbed, _ = train(recipe, digits)
    assert told(rest) == told(undisturbed)[1:]
    assert rest.epochs[0].val_score == undisturbed.epochs[1].val_score


class Waiting(Control):
    """A control that tells when the training begins to wait, and do something then."""

    def __init__(self, then):
        super().__init__()
        self.waits = 0
        self._then = then

    def wait_while_paused(self):
        if self.paused:
            self.waits += 1
            self._then(self)
        super().wait_while_paused()


@pytest.mark.parametrize("at", [(2, 4), (1, STEPS)])
def test_no_step_is_taken_between_a_wish_to_pause_and_the_pause(at, digits, whole):
    seen = []
    control = Waiting(lambda control: (seen.append(len(steps_in(told))), control.resume()))
    told = []

    def report(record):
        told.append(record)
        if steps_in(told[-1:]) == [at]:
            control.pause()

    from core.training.train import train as train_recipe

    result = train_recipe(RECIPE, digits, report=report, control=control)
    assert control.waits == 1
    assert seen == [STEPS * (at[0] - 1) + at[1]]
    assert same(result.network.weights, whole[0].network.weights)


def test_a_paused_training_can_be_stopped(digits):
    control = Waiting(lambda control: control.stop())
    result, reports = train(RECIPE, digits, control, at=(1, 4), wish=control.pause)
    assert control.waits == 1
    assert result.ended == "stopped"
    assert steps_in(reports)[-1] == (1, 4)
    assert result.state.seen_images == 32 * 4


def test_a_wish_for_a_learning_rate_holds_for_the_very_next_step(digits):
    control = Control()
    stopped, _ = train(RECIPE, digits, control, at=(2, 4), wish=control.stop)
    control = Control()
    # Steps of no length: the weights stay what they were at the wish.
    result, _ = train(
        RECIPE, digits, control, at=(2, 4), wish=lambda: control.set_learning_rate(0.0)
    )
    assert same(result.network.weights, stopped.network.weights)
    assert [epoch.learning_rate for epoch in result.epochs] == pytest.approx([0.001, 0, 0])


def test_a_loss_that_is_no_number_is_seen_at_its_own_step(digits):
    """The network is then the one of the last finished epoch."""
    plain = replace(RECIPE, optimizer=Optimizer("sgd", 0.01))
    one_epoch, _ = train(replace(plain, epochs=1), digits)
    control = Control()
    result, reports = train(
        plain, digits, control, at=(2, 4), wish=lambda: control.set_learning_rate(1e38)
    )
    assert result.ended == "diverged"
    progress = [record for record in reports if isinstance(record, Progress)]
    assert all(math.isfinite(record.loss) for record in progress)
    # The loss of step 5 is of the weights before it; that of step 6 cannot be a number.
    assert steps_in(reports)[-1] == (2, 5)
    assert [epoch.epoch for epoch in result.epochs] == [1]
    assert (result.state.epoch, result.state.seen_images) == (1, 0)
    assert same(result.network.weights, one_epoch.network.weights)
    assert result.test.loss == one_epoch.test.loss


class Clock(Control):
    """A clock, and the control at which it moves on by a quarter before each step."""

    def __init__(self):
        super().__init__()
        self.now = 0.0

    def perf_counter(self):
        return self.now

    def wait_while_paused(self):
        self.now += 0.25
        super().wait_while_paused()


def test_progress_is_told_no_more_often_than_a_person_can_see(digits, monkeypatch):
    from core.training import reports as reporting

    clock = Clock()
    monkeypatch.setattr(reporting, "REPORT_S", 1.0)
    monkeypatch.setattr(reporting, "time", clock)
    _, reports = train(RECIPE, digits, clock)
    steps = [STEPS * (epoch - 1) + step for epoch, step in steps_in(reports)]
    assert steps == list(range(1, 3 * STEPS + 1, 4))
    # Epochs are told all the same.
    assert sum(isinstance(record, EpochReport) for record in reports) == 3
