"""The run store: what is kept, when, and what comes back."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, InklingError
from core.records import EarlyStopping
from core.runs.comparison import compare_predictions, differences, seed_groups
from core.runs.overview import overview
from core.runs.recorder import record
from core.runs.store import RunStore
from tests.core.runs.stored_runs import (
    RECIPE,
    dataset,
    epoch_report,
    keep,
    multiply,
    result,
    score,
    state,
    with_seed,
)


@pytest.fixture
def store(tmp_path):
    return RunStore(tmp_path / "runs")


def files_of(store, run_id):
    return sorted(path.name for path in store.files(run_id).folder.iterdir())


def test_a_finished_training_comes_back_whole(store):
    run_id = keep(store)
    run = store.run(run_id)
    assert (run.name, run.state, run.epochs, run.last_epoch) == ("tiny", "finished", 3, 3)
    assert run.recipe == RECIPE
    assert run.title == "Tiny"
    assert run.data_fingerprint == dataset().fingerprint
    assert set(run.versions) == {"inkling", "python", "keras", "numpy", "tensorflow"}
    assert run.test.accuracy == 1.0
    assert np.isnan(run.test.recalls[9])
    kept = store.epochs(run_id)
    assert [epoch.epoch for epoch in kept] == [1, 2, 3]
    assert [epoch.val_loss for epoch in kept] == [1, 1 / 2, 1 / 3]
    assert kept[0].val_score.recalls[:9] == (0.1,) * 9
    assert store.network(run_id).weights[0][0, 0] == 3
    assert files_of(store, run_id) == [
        "best-00003.keras",
        "last-00003-000000.keras",
        "network.keras",
    ]


def test_every_epoch_is_on_the_disk_before_it_is_told(store):
    told = []

    def tell(report):
        run = store.run(run_id)
        seen = store.state(run_id)
        told.append(
            (report.epoch, run.epochs, run.state, seen.epoch, seen.network.weights[0][0, 0])
        )

    with record(store, RECIPE, dataset(), then=tell) as recorder:
        run_id = recorder.run_id
        for epoch in (1, 2):
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch))
    assert told == [(1, 1, "running", 1, 1.0), (2, 2, "running", 2, 2.0)]


def test_the_best_weights_are_kept_beside_the_last(store):
    with record(store, RECIPE, dataset()) as recorder:
        for epoch, val_loss in ((1, 0.5), (2, 0.3), (3, 0.4)):
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch, val_loss))
    run_id = recorder.run_id
    assert store.run(run_id).best_epoch == 2
    assert store.network(run_id, "best").weights[0][0, 0] == 2
    assert store.network(run_id, "last").weights[0][0, 0] == 3
    assert store.network(run_id).weights[0][0, 0] == 2


def test_the_best_weights_are_those_of_the_epoch_that_early_stopping_calls_best(store):
    """By validation accuracy the second epoch is best, by validation loss the first."""
    recipe = replace(RECIPE, early_stopping=EarlyStopping("val_accuracy"))
    with record(store, recipe, dataset()) as recorder:
        for epoch, val_loss in ((1, 0.3), (2, 0.4)):  # whose accuracies are .1 and .2
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch, val_loss))
    assert store.run(recorder.run_id).best_epoch == 2
    assert store.network(recorder.run_id, "best").weights[0][0, 0] == 2


def test_a_kill_between_file_and_figures_leaves_the_epoch_before(store, monkeypatch):
    class Killed(BaseException):
        pass

    def kill(*_):
        raise Killed

    with record(store, RECIPE, dataset()) as recorder:
        recorder.checkpoint(state(1))
        recorder.report(epoch_report(1))
        recorder.checkpoint(state(2))
        monkeypatch.setattr(recorder, "_add_epoch", kill)
        with pytest.raises(Killed):
            recorder.report(epoch_report(2))
    assert store.run(recorder.run_id).epochs == 1
    assert store.state(recorder.run_id).network.weights[0][0, 0] == 1
    np.testing.assert_array_equal(
        store.state(recorder.run_id).optimizer_variables[1], state(1).optimizer_variables[1]
    )


def test_a_run_without_its_process_is_interrupted_and_goes_on(store):
    with record(store, RECIPE, dataset()) as recorder:
        recorder.checkpoint(state(1))
        recorder.report(epoch_report(1))
        assert store.run(recorder.run_id).state == "running"
        # What a kill leaves: "running" in the table, the lock given back by the system.
        recorder.abandon = lambda _: None
    left = store.files(recorder.run_id).folder / ".abc.part"
    left.write_bytes(b"half")
    (run,) = RunStore(store.folder).runs()
    assert (run.state, run.state_epoch) == ("interrupted", 1)
    assert not left.exists()
    again = keep(store, continued_from=run.id, first=2, epochs=2)
    assert [r.id for r in store.lineage(again)] == [run.id, again]
    assert store.run(again).first_epoch == 2
    assert [epoch.epoch for epoch in store.epochs(again)] == [2, 3]


def test_an_error_leaves_an_interrupted_run_and_a_wish_to_stop_a_stopped_one(store):
    for error, expected in ((Cancelled, "stopped"), (RuntimeError, "interrupted")):
        with pytest.raises(error), record(store, RECIPE, dataset()) as recorder:
            raise error
        assert store.run(recorder.run_id).state == expected
        assert store.state(recorder.run_id) is None


def test_a_training_stopped_amid_an_epoch_goes_on_amid_it(store):
    with record(store, RECIPE, dataset()) as recorder:
        recorder.checkpoint(state(1))
        recorder.report(epoch_report(1))
        recorder.finish(result(RECIPE, 1, ended="stopped", seen_images=13))
    run = store.run(recorder.run_id)
    assert (run.state, run.state_epoch, run.seen_images) == ("stopped", 1, 13)
    assert store.state(run.id).seen_images == 13
    assert store.state(run.id).epoch_sums == (32.5, 6.5, 13, 13)


def test_a_continued_run_without_an_epoch_goes_on_where_it_began(store):
    first = keep(store, epochs=2)
    second = keep(store, continued_from=first, epochs=0, finish=False)
    assert store.state(second).epoch == 2
    store.delete([first])
    store.purge()
    assert store.state(second) is None
    assert [run.id for run in store.lineage(second)] == [second]


def test_deleting_can_be_undone_until_the_trash_is_emptied(store):
    first, second = keep(store), keep(store)
    store.delete([first, second])
    assert store.runs() == ()
    assert {run.id for run in store.runs(trashed=True)} == {first, second}
    store.restore([first])
    assert [run.id for run in store.runs()] == [first]
    folder = store.files(second).folder
    assert store.purge() == 1
    assert not folder.exists()
    assert store.files(first).folder.exists()
    assert keep(store) > second


def test_a_running_run_is_not_deleted(store):
    with (
        record(store, RECIPE, dataset()) as recorder,
        pytest.raises(InklingError, match="Stop"),
    ):
        store.delete([recorder.run_id])


def test_purging_spares_what_runs(store):
    with record(store, RECIPE, dataset()) as recorder:
        recorder.checkpoint(state(1))
        recorder.report(epoch_report(1))
        store.purge()
        assert store.state(recorder.run_id).epoch == 1


def test_names_and_notes_are_found_again(store):
    first, second = keep(store), keep(store, name="第二")
    store.rename(first, "seven with a bar")
    store.set_note(second, "for the talk")
    assert [run.id for run in store.runs(text="SEVEN")] == [first]
    assert [run.id for run in store.runs(text="talk")] == [second]
    assert [run.id for run in store.runs(text="第")] == [second]
    assert store.run(second).note == "for the talk"
    assert store.runs(text="100%") == ()


def test_runs_sort_by_any_figure_and_those_without_come_last(store):
    low = keep(store, right=5)
    none = keep(store, finish=False)
    high = keep(store, right=15)
    assert [run.id for run in store.runs(sort="test_accuracy")] == [high, low, none]
    ascending = store.runs(sort="test_accuracy", descending=False)
    assert [run.id for run in ascending] == [low, high, none]
    assert [run.id for run in store.runs(states=("interrupted",))] == [none]
    assert [run.id for run in store.runs()] == [high, none, low]
    with pytest.raises(ValueError, match="id; DROP"):
        store.runs(sort="id; DROP")


def test_runs_sort_by_their_notes_and_those_without_come_last(store):
    late, none, early = keep(store), keep(store), keep(store)
    store.set_note(late, "the second try")
    store.set_note(early, "At first")
    ascending = store.runs(sort="note", descending=False)
    assert [run.id for run in ascending] == [early, late, none]
    assert [run.id for run in store.runs(sort="note")] == [late, early, none]


def test_a_thousand_runs_are_listed_together(store):
    multiply(store, keep(store), 1000)
    assert len(RunStore(store.folder).runs(sort="test_accuracy", text="tin")) == 1000


def test_which_test_images_were_right_is_kept_bit_by_bit(store):
    right = store.answers_right(keep(store, right=13))
    assert right.tolist() == [True] * 13 + [False] * 7
    assert store.answers_right(keep(store, finish=False)) is None


def test_mcnemar_compares_two_runs_on_the_same_images_only(store):
    a, b = keep(store, right=20), keep(store, right=8)
    test = compare_predictions(store, a, b)
    assert (test.only_a, test.only_b) == (12, 0)
    assert test.p_value == pytest.approx(2 / 2**12)
    other = keep(store, data=dataset(seed=1))
    with pytest.raises(InklingError, match="same test images"):
        compare_predictions(store, a, other)


def test_no_coarser_word_contradicts_what_a_test_image_by_image_calls_real(store, monkeypatch):
    a, b = keep(store, right=13), keep(store, recipe=replace(RECIPE, batch_size=64), right=7)
    seen = overview(store, (a, b))
    assert seen.pairs[0].test.likely_real
    assert "within-chance" not in {found.code for found in seen.findings}
    monkeypatch.setattr(store, "answers_right", lambda _run: None)
    alone = overview(store, (a, b))
    assert not alone.pairs
    assert "within-chance" in {found.code for found in alone.findings}


def test_recipes_are_compared_field_by_field():
    other = replace(RECIPE, seed=4, optimizer=replace(RECIPE.optimizer, learning_rate=0.01))
    found = {d.what: d.values for d in differences([RECIPE, other, replace(RECIPE, name="x")])}
    assert found == {"optimizer.learning_rate": (0.001, 0.01, 0.001), "seed": (0, 4, 0)}


def test_runs_that_differ_in_their_seed_only_are_one_group(store):
    for seed, right in ((0, 10), (1, 14), (2, 18)):
        keep(store, recipe=with_seed(seed), right=right)
    keep(store, recipe=replace(RECIPE, batch_size=64), right=20)
    groups = sorted(seed_groups(store.runs()), key=lambda group: len(group.runs))
    assert [len(group.runs) for group in groups] == [1, 3]
    assert groups[0].deviation is None
    assert groups[1].mean == pytest.approx(0.7)
    assert groups[1].deviation == pytest.approx(0.2)


def test_a_diverged_epoch_can_be_kept(store):
    with record(store, RECIPE, dataset()) as recorder:
        recorder.checkpoint(state(1))
        bad = replace(epoch_report(1), loss=float("nan"), val_score=score(float("inf"), 0.1))
        recorder.report(bad)
    (epoch,) = store.epochs(recorder.run_id)
    assert np.isnan(epoch.loss)
    assert np.isnan(epoch.val_loss)
    assert store.run(recorder.run_id).best_epoch is None


def test_a_damaged_or_newer_table_is_refused_in_words(store):
    keep(store)
    path = store.folder / "runs.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(InklingError, match="later Inkling"):
        store.runs()
    path.write_bytes(b"this is no database at all, but it is long enough to look like one" * 20)
    with pytest.raises(InklingError, match="is damaged"):
        store.runs()


def test_looking_into_an_empty_store_makes_no_file(store):
    assert store.runs() == ()
    with pytest.raises(InklingError, match="no run 1"):
        store.run(1)
    assert not store.folder.exists()


def test_an_unknown_run_is_said_to_be_unknown(store):
    with pytest.raises(InklingError, match="no run 7"):
        store.run(7)
    with pytest.raises(InklingError, match="kept no network"):
        store.network(keep(store, epochs=0, finish=False))


def test_a_run_of_a_version_with_other_limits_is_still_a_run(store):
    stopping = EarlyStopping("val_loss", 0)
    old = replace(
        RECIPE, early_stopping=stopping, epochs=10**6, weight_average=1.0, title="Old"
    )
    ids = [keep(store, recipe=replace(old, seed=seed)) for seed in range(3)]
    runs = [store.run(run_id) for run_id in ids]
    assert [run.recipe for run in runs] == [replace(old, seed=seed) for seed in range(3)]
    assert {run.title for run in store.runs()} == {"Old"}
    assert [difference.what for difference in differences([r.recipe for r in runs])] == ["seed"]
    assert len(seed_groups(runs)) == 1


def test_a_file_that_cannot_be_removed_does_not_end_a_training(tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise OSError("the disk is broken")

    store = RunStore(tmp_path)
    keep(store)
    monkeypatch.setattr(Path, "unlink", refuse)
    run_id = keep(store)
    monkeypatch.undo()
    assert store.run(run_id).state == "finished"
    assert store.state(run_id).epoch == 3


def test_what_was_read_right_after_each_epoch_is_kept(store):
    data, right = dataset(), np.array([[1, 0, 1, 1, 0, 0, 1, 0, 1, 1], [1] * 10], bool)
    with record(store, RECIPE, data) as recorder:
        for epoch, row in enumerate(right, start=1):
            bits = np.packbits(row).tobytes()
            recorder.checkpoint(state(epoch))
            recorder.report(replace(epoch_report(epoch), val_right=bits))
        files = store.files(recorder.run_id)
        assert (files.right_by_epoch("validation", 10) == right).all()
        assert files.right_by_epoch("training", 10).shape == (0, 10)
        # A process that was killed amid a row leaves a part of one.
        with (files.folder / "validation.bits").open("ab") as file:
            file.write(b"\xff")
        assert (files.right_by_epoch("validation", 10) == right).all()
