"""Experiments trained by real processes: bit for bit as in turn, whoever is killed."""

import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.control import Control
from core.errors import InklingError
from core.experiments.book import ExperimentBook
from core.experiments.capacity import Capacity
from core.experiments.conduct import TrainingReported, TrainingStarted, conduct
from core.experiments.experiment import Experiment, Varied
from core.experiments.local import LocalWorkers
from core.layers import Dense, Dropout, NetworkSpec
from core.records import EpochReport, Phase, Recipe
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


def is_compiling(one, number):
    reported = isinstance(one, TrainingReported) and one.training.number == number
    return reported and one.report == Phase("compiling")


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


def test_a_cluster_gives_the_same_though_a_worker_leaves_and_a_lost_scheduler_is_told(
    book, sample, serial, caplog, monkeypatch
):
    # What a cluster logs while its workers are killed is its own.
    caplog.set_level(logging.CRITICAL + 1, logger="distributed")
    caplog.allowed = (
        "Failed to reconnect to scheduler after 5.00 seconds, closing client",
        "Worker process still alive after 4.0 seconds, killing",
    )
    distributed = pytest.importorskip("distributed")
    from core.experiments import cluster as clusters
    from core.experiments.cluster import ClusterWorkers

    monkeypatch.setattr(clusters, "CONNECT_S", 5)
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        host="127.0.0.1",
        death_timeout=30,
        silence_logs=60,
    ) as cluster:
        stored = book.add(EXPERIMENT, sample)
        workers, gone, again = ClusterWorkers(cluster.scheduler_address, sample), [], []

        def report(one):
            if isinstance(one, TrainingStarted) and one.again:
                again.append(one.training.number)
            if is_compiling(one, 1) and not gone:
                (address,) = (t.address for t in workers._tries.values() if t.key == 1)
                (pid,) = workers._client.run(os.getpid, workers=[address]).values()
                gone.append(pid)
                os.kill(pid, signal.SIGKILL)

        try:
            standing = conduct(book, stored, sample, workers, report=report, control=Control())
            assert (standing.done, standing.failed) == (2, 0)
            assert again == [1]
            assert_as_serial(book, stored, serial)
            other = book.add(replace(EXPERIMENT, seeds=(4,)), sample)

            def vanish(one):
                if isinstance(one, TrainingReported):
                    cluster.close()

            with pytest.raises(InklingError, match=r"scheduler at .* cannot be reached"):
                conduct(book, other, sample, workers, report=vanish, control=Control())
        finally:
            workers.close()
    # Of what the lost scheduler had barely begun no run is kept.
    assert {run.state for run in book.store.runs()} == {"finished"}


def test_a_scheduler_that_is_not_there_is_told(sample, monkeypatch):
    pytest.importorskip("distributed")
    from core.experiments import cluster

    monkeypatch.setattr(cluster, "CONNECT_S", 0.5)
    with pytest.raises(InklingError, match=r"tcp://127\.0\.0\.1:1 cannot be reached"):
        cluster.ClusterWorkers("tcp://127.0.0.1:1", sample)


def test_without_the_package_a_cluster_says_what_to_install(sample, monkeypatch):
    from core.experiments import cluster

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InklingError, match="pip install"):
        cluster.ClusterWorkers("tcp://127.0.0.1:1", sample)
