"""Experiments trained by real processes: bit for bit as in turn, whoever is killed."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.control import Control
from core.experiments.book import ExperimentBook
from core.experiments.capacity import Capacity
from core.experiments.conduct import TrainingReported, TrainingStarted, conduct
from core.experiments.experiment import Experiment, Varied
from core.experiments.local import LocalWorkers
from core.layers import Dense, Dropout, NetworkSpec
from core.records import EpochReport, Recipe
from core.runs.store import RunStore

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
RECIPE = Recipe(
    "small",
    NetworkSpec((Dense(16, "relu"), Dropout(0.1), Dense(10))),
    epochs=6,
    train_images=800,
    test_images=200,
)
EXPERIMENT = Experiment(
    "two rates", RECIPE, (Varied("optimizer.learning_rate", (0.001, 0.01)),), (3,)
)


@pytest.fixture(scope="module")
def serial(sample):
    """What each training of the experiment gives by itself, in this process."""
    from core.training.train import train

    return [
        train(
            replace(RECIPE, seed=3, optimizer=replace(RECIPE.optimizer, learning_rate=rate)),
            sample,
            report=lambda _report: None,
            control=Control(),
        )
        for rate in (0.001, 0.01)
    ]


@pytest.fixture
def book(home_folder):
    return ExperimentBook(RunStore(home_folder / "runs"))


def assert_as_serial(book, stored, serial):
    trained = book.trained(stored.id)
    for number, expected in enumerate(serial, start=1):
        one = trained[number]
        assert (one.state, one.test_accuracy) == ("finished", expected.test.accuracy)
        losses = [point.loss for point in book.curves(stored.id, [number])]
        assert losses == [epoch.loss for epoch in expected.epochs]
        weights = book.store.network(one.run).weights
        for given, wanted in zip(weights, expected.network.weights, strict=True):
            np.testing.assert_array_equal(given, wanted)


def is_epoch(one, number, epoch):
    reported = isinstance(one, TrainingReported) and one.training.number == number
    return reported and isinstance(one.report, EpochReport) and one.report.epoch == epoch


def test_processes_give_what_one_gives_though_a_worker_is_killed(book, sample, serial):
    stored = book.add(EXPERIMENT, sample)
    workers, killed, started = LocalWorkers(Capacity(2, 1, 0), sample), [], []

    def report(one):
        if isinstance(one, TrainingStarted):
            started.append((one.training.number, one.again))
        if is_epoch(one, 1, 2) and not killed:
            (pid,) = (p.process.pid for p in workers._processes if p.key == 1)
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    try:
        standing = conduct(book, stored, sample, workers, report=report, control=Control())
    finally:
        workers.close()
    assert (standing.done, standing.failed) == (2, 0)
    assert started == [(1, ""), (2, ""), (1, "its process was ended by SIGKILL")]
    assert len(book.store.runs()) == 2
    assert_as_serial(book, stored, serial)


def test_the_program_is_killed_and_the_same_command_goes_on(
    book, home_folder, tmp_path, serial
):
    from core.experiments.experiment_file import to_json

    file = tmp_path / "rates.json"
    file.write_text(to_json(EXPERIMENT), encoding="utf-8")
    options = ("sweep", str(file), "--data", "sample", "--json", "--workers", "1")
    command = [sys.executable, "main.py", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        for line in program.stdout:
            event = json.loads(line)
            if event["event"] == "epoch" and event["epoch"] == 2:
                program.kill()
                break
    assert program.returncode == -signal.SIGKILL
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    first = [e["epoch"] for e in events if e["event"] == "epoch" and e["training"] == 1]
    # What was told is kept; what came after may be.
    assert first in ([3, 4, 5, 6], [4, 5, 6], [5, 6], [6], [])
    assert events[-1]["event"] == "answer"
    assert (events[-1]["done"], events[-1]["failed"]) == (2, 0)
    (stored,) = book.all()
    assert_as_serial(book, stored, serial)
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert '"started"' not in again.stdout
