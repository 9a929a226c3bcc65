"""Trainings that are killed: no finished epoch is lost, whatever the moment."""

import json
import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from core.home import default_home
from core.runs.store import RunStore

ROOT = Path(__file__).parents[2]

# Epochs as fast as the disk takes them, so that a kill often falls between two writes.
EPOCH_AFTER_EPOCH = """
import sys
from itertools import count
from pathlib import Path
from core.runs.recorder import record
from core.runs.store import RunStore
from tests.core.runs.stored_runs import RECIPE, dataset, epoch_report, state

with record(RunStore(Path(sys.argv[1])), RECIPE, dataset()) as recorder:
    for epoch in count(1):
        recorder.checkpoint(state(epoch))
        recorder.report(epoch_report(epoch))
        print(epoch, flush=True)
"""


def start(*command):
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_within(process, seconds):
    """Let it work for so long, kill it for good, and return what it said after."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
        pytest.fail("it ended by itself")
    process.kill()
    with process.stdout:
        lines = process.stdout.read().splitlines(keepends=True)
    process.wait()
    # The last line may be cut.
    return [line for line in lines if line.endswith("\n")]


@pytest.mark.parametrize("seed", range(12))
def test_what_was_told_is_kept(tmp_path, seed):
    process = start("-c", EPOCH_AFTER_EPOCH, tmp_path / "runs")
    told = int(process.stdout.readline())
    rest = kill_within(process, random.Random(seed).uniform(0, 0.15))
    told = int(rest[-1]) if rest else told

    store = RunStore(tmp_path / "runs")
    (run,) = store.runs()
    assert run.state == "interrupted"
    # One more may have been kept that there was no time to tell.
    assert run.epochs in (told, told + 1)
    assert [epoch.epoch for epoch in store.epochs(run.id)] == list(range(1, run.epochs + 1))
    state = store.state(run.id)
    assert state.epoch == run.state_epoch == run.epochs
    assert state.network.weights[0][0, 0] == run.epochs
    assert store.network(run.id, "best").weights[0][0, 0] == run.best_epoch == run.epochs
    left = {path.suffix for path in store.files(run.id).folder.iterdir()}
    assert left == {".keras"}


@pytest.mark.slow
def test_a_killed_training_goes_on(home_folder):
    command = ("main.py", "train", "--data", "sample", "--json")
    process = start(*command, "--recipe", "mlp-128-32", "--epochs", "5000")
    told = 0
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "epoch":
            told = event["epoch"]
        if told == 2:
            break
    rest = kill_within(process, random.Random(1).uniform(0, 2))
    told = max([told, *(json.loads(line)["epoch"] for line in rest)])

    store = RunStore(default_home().runs)
    (run,) = store.runs()
    assert run.state == "interrupted"
    assert run.epochs in (told, told + 1)
    state = store.state(run.id)
    assert state.epoch == run.epochs
    assert all(np.isfinite(table).all() for table in state.network.weights)

    process = start(*command, "--continue", run.id, "--epochs", 1)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    told = [json.loads(line) for line in output.splitlines()]
    started, epoch, finished = (event for event in told if event["event"] != "finding")
    assert started["continued_from"] == run.id
    assert epoch["epoch"] == run.epochs + 1
    assert epoch["loss"] < store.epochs(run.id)[0].loss
    assert finished["ended"] == "finished"
    assert [kept.state for kept in store.runs()] == ["finished", "interrupted"]
