"""A damaged list of runs: nothing is overwritten, nothing deleted, and it can be rebuilt."""

import hashlib
import sqlite3
import time
from contextlib import closing
from dataclasses import replace

import pytest

from core.errors import InklingError, RunsDamagedError
from core.runs import backup
from core.runs.backup import back_up, backups
from core.runs.continuing import continuation
from core.runs.recorder import record
from core.runs.remains import NOTE
from core.runs.repair import Repair, repair
from core.runs.store import RunStore
from tests.core.diagnosis.test_findings import probe
from tests.core.runs.stored_runs import RECIPE, dataset, epoch_report, keep, result, state

NO_DATABASE = b"this is no database at all, but it is long enough to look like one" * 20


@pytest.fixture
def store(tmp_path):
    return RunStore(tmp_path / "runs")


def table_of(store):
    return store.folder / "runs.sqlite"


def damage(store, content=NO_DATABASE):
    """Damage the table as a bad disk does: nothing of it can be read."""
    for ending in ("-wal", "-shm"):
        table_of(store).with_name(f"runs.sqlite{ending}").unlink(missing_ok=True)
    table_of(store).write_bytes(content)


def hashes(store):
    return {
        path.relative_to(store.folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in store.folder.rglob("*.keras")
    }


def change(store, command, *values):
    with closing(sqlite3.connect(table_of(store))) as connection, connection:
        connection.execute(command, values)


def test_a_new_list_beside_old_folders_takes_nothing_from_them(store):
    for _ in range(3):
        keep(store)
    before = hashes(store)
    for path in store.folder.glob("runs.sqlite*"):
        path.unlink()
    assert [keep(store), keep(store)] == [4, 5]
    store.delete([4])
    assert store.purge() == 1
    after = hashes(store)
    assert {path: after.get(path) for path in before} == before


def test_purging_removes_no_folder_that_no_row_names(store):
    keep(store)
    stranger = store.folder / "000123"
    stranger.mkdir()
    (stranger / "network.keras").write_bytes(b"all that is left")
    store.delete([1])
    assert store.purge() == 1
    assert (stranger / "network.keras").exists()
    assert keep(store) == 124


def test_a_damaged_list_names_the_cure_and_is_rebuilt_from_the_folders(store):
    first = keep(store)
    cut = keep(store, finish=False, epochs=2)
    with record(store, RECIPE, dataset()) as recorder:
        recorder.checkpoint(state(1))
        recorder.report(epoch_report(1))
        recorder.finish(stopped_amid(1, 13))
    before = hashes(store)
    damage(store)
    for refused in (store.runs, lambda: keep(store), lambda: store.purge()):
        with pytest.raises(RunsDamagedError, match="inkling runs repair"):
            refused()

    done = repair(store)
    assert (done.kept, done.from_backup, done.from_folder) == (0, 0, 3)
    assert done.put_aside.read_bytes() == NO_DATABASE
    runs = {run.id: run for run in store.runs()}
    assert [runs[n].state for n in (1, 2, 3)] == ["finished", "interrupted", "stopped"]
    assert all(run.recipe == RECIPE and run.note == NOTE for run in runs.values())
    assert (runs[first].epochs, runs[first].best_epoch) == (3, 3)
    assert store.network(first).weights[0][0, 0] == 3
    assert store.state(cut).epoch == 2
    assert store.state(3).seen_images == 13
    assert hashes(store) == before
    assert keep(store) == 4
    assert continuation(store, cut).recipe == RECIPE
    assert continuation(store, cut).plan.more == 1


def stopped_amid(epoch, seen_images):
    return result(RECIPE, epoch, ended="stopped", seen_images=seen_images)


def test_a_backup_gives_back_names_figures_and_the_trash(store):
    keep(store, name="seven", right=13)
    store.delete([keep(store)])
    assert back_up(store.database) is not None
    keep(store)
    damage(store)
    done = repair(store)
    assert (done.kept, done.from_backup, done.from_folder) == (0, 2, 1)
    assert store.run(1).name == "seven"
    assert store.run(1).test_accuracy == 13 / 20
    assert [epoch.epoch for epoch in store.epochs(1)] == [1, 2, 3]
    assert [run.id for run in store.runs(trashed=True)] == [2]
    assert store.run(3).note == NOTE


def test_what_was_looked_at_comes_back_with_the_epochs(store):
    with record(store, RECIPE, dataset()) as recorder:
        recorder.report(probe(0))
        for epoch in (1, 2):
            recorder.checkpoint(state(epoch))
            recorder.report(replace(epoch_report(epoch), probe=probe(epoch)))
        recorder.finish(result(RECIPE, 2))
    assert back_up(store.database) is not None
    damage(store)
    assert repair(store).from_backup == 1
    assert store.first_probe(1) == probe(0)
    assert [epoch.probe for epoch in store.epochs(1)] == [probe(1), probe(2)]


def test_a_backup_that_is_older_than_the_files_follows_them(store):
    with record(store, RECIPE, dataset()) as recorder:
        for epoch in (1, 2, 3):
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch))
            if epoch == 1:
                back_up(store.database)
    damage(store)
    repair(store)
    run = store.run(1)
    assert (run.state, run.epochs, run.state_epoch, run.best_epoch) == ("interrupted", 3, 3, 3)
    assert store.state(1).epoch == 3


def test_rows_that_can_still_be_read_are_kept(store):
    for number in range(40):
        keep(store, name=f"run {number + 1}", epochs=1)
    change(store, "VACUUM")
    content = bytearray(table_of(store).read_bytes())
    # The first page tells of the tables; a page amid the rows is lost.
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    damage(store, bytes(content))
    with pytest.raises(RunsDamagedError):
        store.runs()
    done = repair(store)
    assert done.runs == 40
    assert done.kept > 5
    assert done.from_folder == 40 - done.kept
    named = [run for run in store.runs() if run.name == f"run {run.id}"]
    assert len(named) == done.kept


@pytest.mark.parametrize(
    "command",
    [
        "DROP TABLE epochs",
        "DROP TABLE probes",
        "DROP TABLE runs",
        "ALTER TABLE runs DROP COLUMN test_score",
    ],
)
def test_a_lost_table_or_column_is_damage_and_is_mended(store, command):
    keep(store)
    change(store, command)
    with pytest.raises(RunsDamagedError):
        keep(store), store.runs(), store.epochs(1)
    assert repair(store).runs >= 1
    assert store.run(1).recipe == RECIPE
    store.epochs(1)


def test_a_whole_list_is_left_as_it_is_and_lost_folders_are_added(store):
    keep(store, name="mine")
    assert repair(store) == Repair(1, 0, 0, None)
    keep(store)
    change(store, "DELETE FROM runs WHERE id = 2")
    assert repair(store) == Repair(1, 0, 1, None)
    assert {run.name for run in store.runs()} == {"mine", "tiny"}


def test_nothing_is_rebuilt_while_a_training_runs(store):
    with record(store, RECIPE, dataset()):
        with pytest.raises(InklingError, match="being trained"):
            repair(store)
        assert not list(store.folder.glob("runs-damaged*"))


def test_a_folder_in_place_of_the_list_is_damage_too(store):
    keep(store)
    for path in store.folder.glob("runs.sqlite*"):
        path.unlink()
    table_of(store).mkdir()
    with pytest.raises(InklingError):
        store.runs()
    assert repair(store).from_folder == 1
    assert len(store.runs()) == 1


def test_networks_that_are_no_networks_make_no_run(store):
    keep(store)
    (store.folder / "000007").mkdir()
    (store.folder / "000007" / "network.keras").write_bytes(b"no network")
    damage(store)
    assert repair(store).runs == 1
    assert keep(store) == 8


def test_backups_are_made_when_something_changed_and_a_few_are_kept(store, monkeypatch):
    assert back_up(store.database) is None
    keep(store)
    assert back_up(store.database) is not None
    assert back_up(store.database) is None
    monkeypatch.setattr(backup, "INTERVAL_S", 0.0)
    stamps = iter(range(100))
    monkeypatch.setattr(time, "strftime", lambda _format: f"{next(stamps):08d}-000000")
    for _ in range(backup.KEPT + 3):
        store.set_note(1, str(time.time()))
        assert back_up(store.database) is not None
    assert len(backups(store.database)) == backup.KEPT
    assert all(backup.is_whole(path) for path in backups(store.database))
    names = {path.name for path in (store.folder / "backups").iterdir()}
    assert names == {path.name for path in backups(store.database)}


def test_a_damaged_list_drives_out_no_backup(store):
    keep(store)
    good = back_up(store.database)
    damage(store)
    assert back_up(store.database) is None
    assert backups(store.database) == [good]
