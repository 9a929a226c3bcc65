"""What Continue means: for the list of runs, and for the training that goes on."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from core.errors import InklingError
from core.records import EarlyStopping
from core.runs import database
from core.runs.continuing import Plan, continuation, of_network, plan, plan_of
from core.runs.recorder import record
from core.runs.store import RunStore
from tests.core.runs.stored_runs import RECIPE, dataset, epoch_report, keep, result, state

TEN = replace(RECIPE, epochs=10)
BEST_BACK = replace(TEN, early_stopping=EarlyStopping("val_loss", restore_best=True))


@pytest.fixture
def store(tmp_path):
    return RunStore(tmp_path / "runs")


def stopped(store, *, recipe=TEN, epochs=4, val_losses=None, **options):
    """Keep a training of some epochs that was cut off; give its run's number."""
    first = options.pop("first", 1)
    with record(store, recipe, dataset(), **options) as recorder:
        for turn, epoch in enumerate(range(first, first + epochs)):
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch, val_losses and val_losses[turn]))
    return recorder.run_id


@pytest.mark.parametrize(
    ("trained", "counts_from", "expected"),
    [
        (4, 0, Plan(4, 10, again=False)),
        (0, 0, Plan(0, 10, again=False)),
        (10, 0, Plan(10, 20, again=True)),
        (14, 10, Plan(14, 20, again=False)),
        (20, 10, Plan(20, 30, again=True)),
    ],
)
def test_what_is_not_at_its_count_goes_on_to_it_and_what_is_trains_it_once_more(
    trained, counts_from, expected
):
    assert plan(trained, counts_from, 10) == expected


def test_an_interrupted_and_a_stopped_run_go_on_to_their_recipes_count(store):
    cut_off = stopped(store)
    with record(store, TEN, dataset()) as recorder:
        recorder.checkpoint(state(1))
        recorder.report(epoch_report(1))
        recorder.finish(result(TEN, 1, ended="stopped", seen_images=13))
    for run_id, trained in ((cut_off, 4), (recorder.run_id, 1)):
        continues = continuation(store, run_id)
        assert continues.plan == plan_of(store.run(run_id)) == Plan(trained, 10, again=False)
        assert continues.recipe == TEN
        assert (continues.state.epoch, continues.state.counts_from) == (trained, 0)
    assert continues.state.seen_images == 13


@pytest.mark.parametrize("ended", ["finished", "early"])
def test_a_run_that_came_to_its_end_trains_its_whole_count_once_more(store, ended):
    run_id = keep(store, recipe=TEN, epochs=3 if ended == "early" else 10, ended=ended)
    continues, end = continuation(store, run_id), store.run(run_id).last_epoch
    assert continues.plan == plan_of(store.run(run_id)) == Plan(end, end + 10, again=True)
    assert continues.state.counts_from == end


def test_what_was_cut_off_in_its_second_count_goes_on_to_the_end_of_that(store):
    first = keep(store, recipe=TEN, epochs=10)
    second = stopped(store, continues=continuation(store, first), first=11, epochs=3)
    assert store.run(second).counts_from == 10
    third = stopped(store, continues=continuation(store, second), first=14, epochs=1)
    for run_id, trained in ((second, 13), (third, 14)):
        continues = continuation(store, run_id)
        assert continues.plan == plan_of(store.run(run_id)) == Plan(trained, 20, again=False)
        assert continues.state.counts_from == 10
    assert [epoch.epoch for epoch in continues.earlier.epochs] == list(range(1, 15))


def test_a_count_that_was_asked_for_is_trained_whatever_the_recipe_says(store):
    continues = continuation(store, stopped(store), epochs=2)
    assert continues.plan == Plan(4, 6, again=True)
    assert (continues.recipe.epochs, continues.state.counts_from) == (2, 4)


def test_a_run_without_an_epoch_goes_on_where_the_one_before_it_ended(store):
    first = stopped(store)
    second = stopped(store, continues=continuation(store, first), epochs=0)
    assert store.run(second).first_epoch == 5
    assert continuation(store, second).plan == plan_of(store.run(second))
    third = stopped(store, continues=continuation(store, second), first=5, epochs=1)
    assert store.run(third).first_epoch == 5
    store.delete([first, second])
    store.purge()
    empty = stopped(store, epochs=0)
    assert continuation(store, empty).state is None
    assert continuation(store, empty).plan == Plan(0, 10, again=False)


def test_the_best_epoch_of_before_stays_the_best_until_a_better_one_comes(store):
    first = stopped(store, recipe=BEST_BACK, val_losses=(0.5, 0.2, 0.4, 0.4))
    continues = continuation(store, first)
    assert continues.earlier.best.weights[0][0, 0] == 2
    second = stopped(
        store,
        recipe=BEST_BACK,
        continues=continues,
        first=5,
        epochs=1,
        val_losses=(0.3,),
    )
    assert store.run(second).best_epoch == 2
    assert store.network(second, "best").weights[0][0, 0] == 2
    third = stopped(
        store,
        recipe=BEST_BACK,
        continues=continuation(store, second),
        first=6,
        epochs=1,
        val_losses=(0.1,),
    )
    assert store.run(third).best_epoch == 6
    assert store.network(third, "best").weights[0][0, 0] == 6


def test_a_second_count_looks_for_a_best_epoch_of_its_own(store):
    first = keep(store, recipe=replace(BEST_BACK, epochs=3))
    assert continuation(store, first).earlier.best is None


def test_the_best_weights_of_a_moving_average_are_the_averages(store):
    with record(store, TEN, dataset()) as recorder:
        recorder.checkpoint(state(1), state(7).network)
        recorder.report(epoch_report(1))
    assert store.network(recorder.run_id, "best").weights[0][0, 0] == 7
    assert store.network(recorder.run_id, "last").weights[0][0, 0] == 1


def test_other_data_and_a_running_training_are_refused(store):
    continues = continuation(store, stopped(store))
    continues.refuse_other_data(dataset())
    with pytest.raises(InklingError, match="other data"):
        continues.refuse_other_data(dataset(seed=1))
    with (
        record(store, TEN, dataset()) as recorder,
        pytest.raises(InklingError, match="is being trained"),
    ):
        continuation(store, recorder.run_id)


def test_a_network_from_a_file_goes_on_as_far_as_the_file_says():
    assert of_network(None, state(4)) is None
    assert of_network(TEN, None) is None
    assert of_network(TEN, state(4)).plan == Plan(4, 10, again=False)
    again = of_network(TEN, state(10))
    assert (again.plan, again.state.counts_from) == (Plan(10, 20, again=True), 10)
    assert of_network(TEN, replace(state(14), counts_from=10)).plan.last_epoch == 20


def test_runs_of_before_counted_from_their_own_first_epoch(store):
    """As Inkling 0.1.0 left them: no column for it, and the window began the count anew."""
    first = stopped(store)
    second = stopped(store, continues=continuation(store, first), first=5, epochs=2)
    connection = sqlite3.connect(store.folder / "runs.sqlite")
    for change in (
        "DROP TABLE probes",
        "DROP TABLE experiments",
        "DROP INDEX runs_of_experiments",
        *(f"ALTER TABLE runs DROP COLUMN {name}" for name in ("experiment", "training")),
        "ALTER TABLE runs DROP COLUMN counts_from",
        "ALTER TABLE runs DROP COLUMN classes",
    ):
        connection.execute(change)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert plan_of(store.run(first)) == Plan(4, 10, again=False)
    assert plan_of(store.run(second)) == Plan(6, 14, again=False)
    assert continuation(store, second).state.counts_from == 4
    third = stopped(store, continues=continuation(store, first), first=5, epochs=1)
    assert store.run(third).counts_from == 0


def test_who_looks_while_the_table_is_made_sees_none_yet_and_hinders_nobody(store, monkeypatch):
    """A reader at that moment once made the first training of a fresh home fail."""
    seen = []

    class Looked(tuple):
        def __iter__(self):
            if not seen:
                seen.append(None)
                seen[0] = store.runs()
            return super().__iter__()

    first, *others = database._CHANGES
    monkeypatch.setattr(database, "_CHANGES", (Looked(first), *others))
    run_id = keep(store)
    assert seen[0] == ()
    assert [run.id for run in store.runs()] == [run_id]
