"""The training service, with the real training on the sample."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.recipes.catalogue import by_name
from core.records import Phase
from core.runs.continuing import Plan
from core.runs.store import RunStore
from gui.words import error_text
from tests.cut_off_training import cut_off

LONG_MS = 120_000


@pytest.fixture
def recipe():
    return replace(by_name("softmax-10"), epochs=2)


@pytest.fixture
def endless():
    return replace(by_name("softmax-10"), epochs=10_000)


def run(qtbot, session, act):
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        act()


def wait_for_steps(qtbot, training):
    qtbot.waitUntil(lambda: bool(training.progress) or not training.running, timeout=LONG_MS)
    assert training.progress


@pytest.mark.slow
def test_a_training_reports_finishes_and_puts_its_network_in_use(qtbot, ready_session, recipe):
    training, seen = ready_session.training, []
    training.started.connect(lambda r: seen.append(("started", r.name)))
    training.phase_changed.connect(lambda p: seen.append(("phase", p.name)))
    training.epoch_finished.connect(lambda e: seen.append(("epoch", e.epoch)))
    training.finished.connect(lambda r: seen.append(("finished", r.ended)))
    run(qtbot, ready_session, lambda: training.start(recipe))
    assert seen[:2] == [("started", "softmax-10"), ("phase", "loading")]
    assert [s for s in seen if s[0] == "epoch"] == [("epoch", 1), ("epoch", 2)]
    assert seen[-1] == ("finished", "finished")
    current = ready_session.networks.current
    assert current.network is training.last.network
    assert current.accuracy == training.last.test.accuracy > 0.7
    assert not training.running


@pytest.mark.slow
def test_its_answers_are_on_the_mistakes_service(qtbot, ready_session, recipe):
    run(qtbot, ready_session, lambda: ready_session.training.start(recipe))
    answers = ready_session.predictions.current
    right = (answers.predictions.digits == answers.dataset.test_labels).mean()
    assert right == pytest.approx(ready_session.training.last.test.accuracy)


@pytest.mark.slow
def test_the_run_is_kept_with_its_network(qtbot, ready_session, recipe, home_folder):
    run(qtbot, ready_session, lambda: ready_session.training.start(recipe))
    (kept,) = RunStore(home_folder / "runs").runs()
    assert (kept.recipe_name, kept.state, kept.epochs) == ("softmax-10", "finished", 2)
    current = ready_session.networks.current
    assert current.run_id == kept.id
    assert current.path.is_file()
    assert ready_session.preferences.network[0] == current.path


@pytest.mark.slow
def test_a_finished_training_goes_on_for_its_count_once_more(
    qtbot, ready_session, recipe, home_folder
):
    training, epochs = ready_session.training, []
    assert training.continuation is None
    run(qtbot, ready_session, lambda: training.start(recipe))
    assert training.continuation.plan == Plan(2, 4, again=True)
    training.epoch_finished.connect(lambda e: epochs.append(e.epoch))
    run(qtbot, ready_session, lambda: training.continue_from(training.continuation))
    assert epochs == [3, 4]
    assert [epoch.epoch for epoch in training.earlier] == [1, 2]
    assert training.continuation.plan == Plan(4, 6, again=True)
    later, first = RunStore(home_folder / "runs").runs()
    assert later.continued_from == first.id


@pytest.mark.slow
def test_a_run_that_was_cut_off_goes_on_to_its_last_epoch_and_is_as_if_it_had_not_been(
    qtbot, ready_session, home_folder, sample
):
    """Whatever network is in use, and along a learning rate that falls over the whole count."""
    recipe = replace(by_name("softmax-10"), epochs=3, schedule="cosine")
    store = RunStore(home_folder / "runs")
    cut_off(store, recipe, sample)
    run(qtbot, ready_session, lambda: ready_session.training.start(recipe))
    run(qtbot, ready_session, lambda: ready_session.runs.continue_run(1))
    rest, whole, _ = store.runs()
    assert (rest.continued_from, rest.first_epoch, rest.last_epoch) == (1, 2, 3)
    for a, b in zip(
        store.network(rest.id).weights, store.network(whole.id).weights, strict=True
    ):
        assert np.array_equal(a, b)


def test_a_run_of_other_data_is_not_continued(qtbot, ready_session, home_folder, sample):
    store = RunStore(home_folder / "runs")
    cut_off(store, replace(by_name("softmax-10"), epochs=2), sample.first(320, 10))
    errors = []
    ready_session.failed.connect(errors.append)
    run(qtbot, ready_session, lambda: ready_session.runs.continue_run(1))
    assert ["trained on other data" in error_text(error) for error in errors] == [True]
    assert len(store.runs()) == 1


@pytest.mark.slow
def test_one_click_too_many_on_continue_says_that_a_training_runs(
    qtbot, ready_session, home_folder, sample
):
    cut_off(
        RunStore(home_folder / "runs"), replace(by_name("softmax-10"), epochs=10_000), sample
    )
    training = ready_session.training
    with qtbot.waitSignal(ready_session.failed, timeout=LONG_MS) as failed:
        ready_session.runs.continue_run(1)
        ready_session.runs.continue_run(1)
    assert "runs already" in str(failed.args[0])
    run(qtbot, ready_session, training.stop)


@pytest.mark.slow
def test_stop_ends_a_training_amid_an_epoch(qtbot, ready_session, endless):
    training = ready_session.training
    training.start(endless)
    wait_for_steps(qtbot, training)
    run(qtbot, ready_session, training.stop)
    assert training.last.ended == "stopped"
    assert not training.continuation.plan.again


@pytest.mark.slow
def test_a_paused_training_waits_and_goes_on(qtbot, ready_session, endless):
    training, stages = ready_session.training, []
    training.stage_changed.connect(stages.append)
    training.start(endless)
    wait_for_steps(qtbot, training)
    training.pause()
    training.pause()
    assert training.stage == "paused"
    # What was under way when it was paused may still arrive; after that nothing does.
    qtbot.waitUntil(lambda: is_quiet(qtbot, training), timeout=LONG_MS)
    with qtbot.waitSignal(training.progressed, timeout=LONG_MS):
        training.resume()
    assert stages == ["running", "paused", "running"]
    run(qtbot, ready_session, training.stop)
    assert stages[3:] == ["stopping", "idle"]


def is_quiet(qtbot, training) -> bool:
    with qtbot.waitSignal(training.progressed, timeout=400, raising=False) as progressed:
        pass
    return not progressed.signal_triggered


def test_a_paused_training_can_be_stopped(qtbot, ready_session, endless):
    training = ready_session.training
    training.start(endless)
    training.pause()
    run(qtbot, ready_session, training.stop)
    assert training.stage == "idle"


def test_a_second_training_is_refused_while_one_runs(qtbot, ready_session, endless):
    training = ready_session.training
    training.start(endless)
    with qtbot.waitSignal(ready_session.failed) as failed:
        training.start(endless)
    assert "runs already" in str(failed.args[0])
    run(qtbot, ready_session, training.stop)


def test_training_without_data_is_refused(qtbot, session, recipe):
    with qtbot.waitSignal(session.failed) as failed:
        session.training.start(recipe)
    assert "no data set" in str(failed.args[0])
    assert not session.training.running


@pytest.mark.slow
def test_a_changed_learning_rate_is_used(qtbot, ready_session, endless):
    training, rates = ready_session.training, []
    training.epoch_finished.connect(lambda e: rates.append(e.learning_rate))
    training.start(endless)
    wait_for_steps(qtbot, training)
    training.set_learning_rate(0.0005)
    qtbot.waitUntil(lambda: rates[-1:] == [pytest.approx(0.0005)], timeout=LONG_MS)
    run(qtbot, ready_session, training.stop)


def test_a_recipe_that_cannot_be_trained_says_why(qtbot, ready_session, recipe):
    hopeless = replace(recipe, train_images=1, validation=0.5)
    with qtbot.waitSignals(
        [ready_session.failed, ready_session.training.ended], timeout=LONG_MS
    ):
        ready_session.training.start(hopeless)
    assert not ready_session.training.running


@pytest.mark.slow
def test_closing_amid_a_training_ends_it(qtbot, ready_session, endless):
    training = ready_session.training
    training.start(endless)
    wait_for_steps(qtbot, training)
    assert ready_session.close()


def test_phases_are_told_while_tensorflow_still_loads(qtbot, ready_session, endless):
    training = ready_session.training
    with qtbot.waitSignal(training.phase_changed) as phase:
        training.start(endless)
    assert phase.args == [Phase("loading")]
    run(qtbot, ready_session, training.stop)
