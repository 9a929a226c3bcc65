"""Rows that somebody edited by hand, and disks that cannot be written: read all the same."""

import json
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest

from core.errors import InklingError
from core.runs.recorder import record
from core.runs.run import EPOCH_COLUMNS, RUN_COLUMNS
from core.runs.store import RunStore
from tests.core.runs.stored_runs import RECIPE, dataset, epoch_report, keep, state

ROOT = Path(__file__).parents[3]

STRANGE = (None, "", "text", "[" * 3000, "{}", "[]", "null", -1, 2**62, 1e300, b"\xff\xfe", 0.5)
KEYS = {"id", "run", "epoch"}


@pytest.fixture
def store(tmp_path):
    return RunStore(tmp_path / "runs")


def edit(store, command, *values):
    path = store.folder / "runs.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(command, values)


def use(store, run_id):
    """Ask everything that the window and the command line ask of a run."""
    for run in store.runs():
        assert run.title is not None
        assert all(version for version in run.versions.values())
        assert 0 <= run.started < 4e10
    store.epochs(run_id)
    store.lineage(run_id)
    store.answers_right(run_id)
    for ask in (store.network, store.state, lambda number: store.run(number).recipe):
        with suppress(InklingError):
            ask(run_id)


@pytest.mark.parametrize("column", [c for c in RUN_COLUMNS if c not in KEYS])
def test_whatever_stands_in_a_column_the_rest_can_be_read(store, column):
    keep(store)
    keep(store, name="untouched")
    for value in STRANGE:
        try:
            edit(store, f"UPDATE runs SET {column} = ? WHERE id = 1", value)
        except sqlite3.IntegrityError:
            continue
        use(store, 1)
        # One whose process went away may be seen to; no row is lost by it.
        names = {run.name for run in store.runs()} | {r.name for r in store.runs(trashed=True)}
        assert "untouched" in names


@pytest.mark.parametrize("column", [c for c in EPOCH_COLUMNS if c not in KEYS])
def test_whatever_stands_in_an_epoch_the_others_can_be_read(store, column):
    keep(store)
    for value in STRANGE:
        try:
            edit(store, f"UPDATE epochs SET {column} = ? WHERE epoch = 2", value)
        except sqlite3.IntegrityError:
            continue
        first, _second, third = store.epochs(1)
        assert (first.loss, third.loss) == (2, 2 / 3)


@pytest.mark.parametrize("circle", [{1: 1}, {1: 2, 2: 1}, {1: 3, 3: 2, 2: 1}])
def test_runs_that_continue_each_other_in_a_circle_end(store, circle):
    for _ in range(3):
        keep(store)
    for run_id, before in circle.items():
        edit(
            store,
            "UPDATE runs SET continued_from = ?, state_epoch = NULL WHERE id = ?",
            before,
            run_id,
        )
    assert len(store.lineage(1)) == len(circle)
    assert store.state(1) is None


def test_numbers_beyond_those_of_sqlite_are_unknown_runs(store):
    keep(store)
    for number in (-1, 2**63, 10**30, 10**5000):
        with pytest.raises(InklingError, match="no run"):
            store.run(number)


def test_a_list_that_is_taken_away_while_a_training_runs_is_written_again(store):
    with record(store, RECIPE, dataset()) as recorder:
        for epoch in (1, 2, 3):
            if epoch == 3:
                for path in store.folder.glob("runs.sqlite*"):
                    path.unlink()
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch))
    run = store.run(recorder.run_id)
    assert (run.epochs, run.seconds) == (3, 1.5)
    assert [epoch.epoch for epoch in store.epochs(run.id)] == [1, 2, 3]


def test_a_folder_that_becomes_a_file_while_a_training_runs_is_told_in_words(store):
    with record(store, RECIPE, dataset()) as recorder:
        folder = store.files(recorder.run_id).folder
        (folder / "running.lock").unlink()
        folder.rmdir()
        folder.write_text("in the way")
        recorder.checkpoint(state(1))
        with pytest.raises(InklingError, match="could not be written"):
            recorder.report(epoch_report(1))
    assert store.run(recorder.run_id).state == "interrupted"


def no_room():
    """Let no file grow, as on a disk without room."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set the Linux way")
@pytest.mark.parametrize("log", [True, False])
def test_runs_can_be_read_on_a_full_disk(home_folder, log):
    store = RunStore(home_folder / "runs")
    keep(store, name="full")
    if log:
        # A process that was killed leaves what it wrote last in the -wal file.
        leave_log(store)
    assert (store.folder / "runs.sqlite-wal").exists() == log
    for arguments in (["runs"], ["runs", "show", "1"], ["runs", "compare", "1", "1"]):
        done = inkling(*arguments, preexec_fn=no_room)
        assert (done.returncode, done.stderr) == (0, ""), arguments
        assert "full" in done.stdout or "100.00" in done.stdout


def leave_log(store):
    """Write a note as a process does that is killed right after."""
    program = (
        "import os, sys; from core.runs.store import RunStore; from pathlib import Path\n"
        "store = RunStore(Path(sys.argv[1]))\n"
        "with store.database.reading() as held:\n"
        "    store.set_note(1, 'in the log')\n"
        "    os._exit(0)"
    )
    command = [sys.executable, "-c", program, str(store.folder)]
    subprocess.run(command, cwd=ROOT, check=True)


def inkling(*arguments, **options):
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="bits of the file system are set")
def test_runs_can_be_read_where_nothing_can_be_written(store, monkeypatch):
    keep(store, name="kept")
    edit(store, "UPDATE runs SET state = 'running' WHERE id = 1")
    before = sorted(path.name for path in store.folder.rglob("*"))
    # As SQLite says on a read-only disk: a superuser's tests cannot take the right to write.
    original = sqlite3.connect

    def connect(where, **options):
        if "immutable" not in str(where) and str(store.folder) in str(where):
            connection = original(where, **options)
            connection.execute("PRAGMA query_only = ON")
            return connection
        return original(where, **options)

    monkeypatch.setattr(sqlite3, "connect", connect)
    (run,) = store.runs()
    assert (run.name, run.state) == ("kept", "interrupted")
    assert store.run(1).test_accuracy == 1.0
    assert np.isfinite(store.network(1).weights[0]).all()
    with pytest.raises(InklingError, match="cannot be read or written"):
        store.rename(1, "other")
    assert sorted(path.name for path in store.folder.rglob("*")) == before


def test_the_command_line_survives_edited_rows(home_folder):
    store = RunStore(home_folder / "runs")
    keep(store)
    edit(store, "UPDATE runs SET started = 'x', versions = '[', test_score = '{}', note = 5")
    edit(store, "UPDATE runs SET recipe_text = '{\"inkling_recipe\": 1'")
    for arguments in (["runs"], ["runs", "--json"], ["runs", "show", "1"]):
        done = inkling(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments
    for line in inkling("runs", "--json").stdout.splitlines():
        json.loads(line)
    done = inkling("runs", "compare", "1", "1")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
