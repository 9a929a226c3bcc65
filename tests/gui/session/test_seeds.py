"""Several seeds of a recipe: an experiment that the training service follows."""

from dataclasses import replace

import pytest

from core.experiments import local
from core.runs.store import RunStore
from tests.core.experiments.kept import DATA, HeldWorkers
from tests.core.runs.stored_runs import RECIPE

SEEDS = replace(RECIPE, epochs=2, seed=4)


@pytest.fixture
def workers(monkeypatch, session):
    """The workers of the next experiment, in place of processes."""
    session.data.use(DATA)
    made = HeldWorkers(right=lambda recipe: 10 + recipe.seed)
    monkeypatch.setattr(local, "LocalWorkers", lambda capacity, dataset: made)
    return made


def test_the_first_is_told_as_a_training_and_the_others_by_their_epochs(
    qtbot, session, workers, home_folder
):
    training, others, far = session.training, [], []
    training.other_epoch_finished.connect(lambda place, one: others.append((place, one.epoch)))
    training.seeds_progressed.connect(far.append)
    first = []
    training.epoch_finished.connect(lambda one: first.append(one.epoch))
    workers.free.set()
    with qtbot.waitSignal(training.ended):
        training.start(SEEDS, 3)
    assert first == [1, 2]
    assert sorted(others) == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert (far[-1].done, far[-1].count, far[-1].fraction) == (3, 3, 1.0)
    assert [result.recipe.seed for result in training.group] == [4, 5, 6]
    assert training.result is training.group[0]
    kept = {run.id: run.seed for run in RunStore(home_folder / "runs").runs()}
    assert [kept[number] for number in training.run_ids] == [4, 5, 6]
    assert session.networks.current.run_id == training.run_ids[0]


def test_they_are_stopped_here_and_on_the_page_of_experiments(qtbot, session, workers):
    training, experiments = session.training, session.experiments
    stages = []
    training.stage_changed.connect(stages.append)
    training.start(SEEDS, 3)
    qtbot.waitUntil(lambda: getattr(experiments.standing, "running", 0) == 2)
    training.pause()
    assert experiments.stage == "paused"
    experiments.resume()
    assert training.stage == "running"
    with qtbot.waitSignal(training.ended):
        experiments.stop()
        assert training.stage == "stopping"
    assert not training.running
    assert [result.ended for result in training.group] == ["stopped", "stopped"]
    assert stages[-1] == "idle"
    assert experiments.standing.done == 0


def test_those_that_wait_are_taken_back_by_stop(qtbot, session, workers):
    training, experiments = session.training, session.experiments
    with qtbot.waitSignal(experiments.told):
        training.start(SEEDS, 2)
    first, phases = training._several, []
    training.phase_changed.connect(lambda phase: phases.append(phase.name))
    # As another experiment that runs: this service forgets that it began it.
    training._control = None
    with qtbot.waitSignal(experiments.queue_changed):
        training.start(replace(SEEDS, seed=9), 2)
    assert first is not training._several
    qtbot.waitUntil(lambda: phases[-1:] == ["waiting"])
    with qtbot.waitSignal(training.ended):
        training.stop()
    assert experiments.queue == ()
    assert experiments.running
    assert training.result is None
    with qtbot.waitSignal(experiments.ended):
        experiments.stop()


def test_what_cannot_be_kept_ends_them(qtbot, session, workers, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.experiments.book.ExperimentBook.add", full)
    with qtbot.waitSignals([session.failed, session.training.ended]):
        session.training.start(SEEDS, 2)
    assert not session.training.running
    assert session.training.can_start


def test_more_seeds_than_there_are_is_said_before_anything_begins(qtbot, session, workers):
    last = replace(SEEDS, seed=2**31 - 1)
    with qtbot.waitSignal(session.failed) as failed:
        session.training.start(last, 2)
    assert "there are not 2 seeds" in str(failed.args[0])
    assert not session.training.running
    assert session.training.seeds == 1
