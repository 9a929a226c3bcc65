"""Many trainings at once against one after another; what each costs besides its epochs.

::

    python -m tests.benchmarks.sweeps speed [--data FOLDER] [--recipe NAME] [--trainings N]
                                            [--epochs N] [--workers N ...]
    python -m tests.benchmarks.sweeps many [--trainings N] [--kept N]

``speed`` trains so many seeds of a recipe by the real program, in homes of their own: in one
process one after another (``main.py reproduce``'s way: loaded once, each kept as a run), then
by ``main.py sweep`` with so many workers, start of the workers included. Printed are wall
seconds and how they compare, processor seconds (which say more where others use the machine
too), and the most memory that a worker held (Linux).

``many`` hands trainings of no epochs' cost to an experiment: what the store and the asking
process take for each; then how long list and overview of the whole experiment take to read.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.control import Control
from core.experiments.book import ExperimentBook, StoredExperiment
from core.experiments.conduct import conduct
from core.experiments.experiment import Experiment, Varied
from core.experiments.messages import Ended, EpochDone
from core.experiments.overview import experiment_overview
from core.layers import Dense, NetworkSpec
from core.records import (
    Dataset,
    EpochReport,
    Network,
    Recipe,
    RunResult,
    Score,
    TrainingState,
)
from core.runs.store import RunStore

ROOT = Path(__file__).parents[2]

SERIAL = """
import sys
from dataclasses import replace
from pathlib import Path
from core.cli.arguments import chosen_recipe
from core.control import Control
from core.data.datasets import load, load_sample
from core.runs.recorder import record
from core.runs.store import RunStore
from core.training.train import train
name, data, home, trainings, epochs = sys.argv[1:]
dataset = load_sample() if data == "sample" else load(Path(data))
store = RunStore(Path(home) / "runs")
for seed in range(int(trainings)):
    recipe = replace(chosen_recipe(name), seed=seed, epochs=int(epochs))
    with record(store, recipe, dataset) as recorder:
        result = train(recipe, dataset, report=recorder.report, control=Control(),
                       checkpoint=recorder.checkpoint)
        recorder.finish(result)
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("speed", "many"))
    parser.add_argument("--data", default="sample", help="a folder; default: the sample")
    parser.add_argument("--recipe", default="t003-model1", metavar="NAME")
    parser.add_argument("--trainings", type=int, default=8, metavar="N")
    parser.add_argument("--epochs", type=int, default=5, metavar="N")
    parser.add_argument("--workers", type=int, nargs="+", default=[2], metavar="N")
    parser.add_argument("--kept", type=int, default=10_000, metavar="N")
    parser.add_argument("--no-serial", action="store_true", help="only the workers")
    chosen = parser.parse_args()
    if chosen.what == "many":
        many(chosen.trainings, chosen.kept)
    else:
        speed(chosen)


def speed(chosen: argparse.Namespace) -> None:
    """Time both ways."""
    data = chosen.data if chosen.data == "sample" else str(Path(chosen.data).resolve())
    print(f"{chosen.recipe}, {chosen.trainings} seeds of {chosen.epochs} epochs, {data}")
    serial = None
    if not chosen.no_serial:
        with tempfile.TemporaryDirectory() as home:
            numbers = (str(chosen.trainings), str(chosen.epochs))
            command = [sys.executable, "-c", SERIAL, chosen.recipe, data, home, *numbers]
            serial, processor = timed(command, home)
        print(f"  one after another  {serial:7.1f} s, processor {processor:.1f} s", flush=True)
    for workers in chosen.workers:
        with tempfile.TemporaryDirectory() as home:
            command = [sys.executable, "main.py", "sweep", "--from-recipe", chosen.recipe]
            command += ["--seeds", str(chosen.trainings), "--epochs", str(chosen.epochs)]
            command += ["--data", data, "--workers", str(workers), "--json"]
            seconds, processor, peak = watched(command, home)
        ratio = "" if serial is None else f"  {serial / seconds:.2f} times as fast"
        print(
            f"  {workers} workers          {seconds:7.1f} s, processor {processor:.1f} s"
            f"{ratio}; {peak} MB a worker",
            flush=True,
        )


def processor_s() -> float:
    """Return the processor seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(command: list[str], home: str) -> tuple[float, float]:
    """Return the wall and the processor seconds of a command."""
    began, used = time.perf_counter(), processor_s()
    environment = {**os.environ, "INKLING_HOME": home}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began, processor_s() - used


def watched(command: list[str], home: str) -> tuple[float, float, int]:
    """Return wall and processor seconds of a sweep, and the most that a worker held in MB."""
    began, used, peak = time.perf_counter(), processor_s(), 0
    environment = {**os.environ, "INKLING_HOME": home}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as program:
        for line in program.stdout:
            if json.loads(line)["event"] in ("epoch", "finished"):
                peak = max([peak, *map(held_most_mb, children(program.pid))])
    if program.returncode:
        raise SystemExit(f"the sweep ended with {program.returncode}")
    return time.perf_counter() - began, processor_s() - used, peak


def children(process: int) -> list[int]:
    """Return the processes that a process started (Linux)."""
    try:
        return [
            int(child)
            for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    except OSError:
        return []


def held_most_mb(process: int) -> int:
    """Return the most memory that a process ever held (Linux)."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0].split()[1]) * 1024 // 1_000_000 if found else 0


class Idle:
    """Workers whose trainings take no time: one epoch, and the end."""

    size = 8

    def __init__(self) -> None:
        self._works = []

    def start(self, work) -> None:
        self._works.append(work)

    def tell(self, wish) -> None:
        pass

    def close(self) -> None:
        pass

    def wait(self, timeout_s):
        works, self._works = self._works, []
        return [message for work in works for message in _training(work)]


def _training(work):
    spec = work.recipe.network
    network = Network(spec, (np.zeros((784, 10), np.float32), np.zeros(10, np.float32)))
    state = TrainingState(network, (np.zeros((784, 10), np.float32),), 1)
    score = Score(0.3, 0.9, 0.9, 0.0, (0.9,) * 10, 20)
    epoch = EpochReport(1, 0.5, 0.9, 0.001, 0.1, val_score=score)
    result = RunResult(work.recipe, (epoch,), network, state, "finished", 1, score, 0.1)
    return [
        EpochDone(work.key, epoch, state),
        Ended(work.key, result),
    ]


@dataclass(frozen=True)
class Part(StoredExperiment):
    """The first trainings of an experiment."""

    count: int = 0

    @property
    def trainings(self):
        """The first ones."""
        return super().trainings[: self.count]


def many(trainings: int, kept: int) -> None:
    """Time an experiment of so many trainings, and the reading of one of `kept`."""
    images = np.zeros((20, 28, 28), np.uint8)
    labels = np.arange(20, dtype=np.int64) % 10
    dataset = Dataset("simulated", "benchmark", images, labels, images, labels)
    recipe = Recipe("tiny", NetworkSpec((Dense(10),)), epochs=1)
    with tempfile.TemporaryDirectory() as folder:
        book = ExperimentBook(RunStore(Path(folder) / "runs"))
        stored = book.add(_asked(recipe, kept), dataset)
        part = Part(**vars(stored), count=trainings)
        began = time.perf_counter()
        conduct(book, part, dataset, Idle(), report=lambda _one: None, control=Control())
        seconds = time.perf_counter() - began
        each = 1000 * seconds / trainings
        print(f"{trainings} simulated trainings: {seconds:.1f} s, {each:.1f} ms each")
        _fill(book, stored.id, trainings, kept)
        for name, read in (
            ("expanded", lambda: book.get(stored.id).trainings),
            ("listed", lambda: (book.all(), book.done_counts())),
            ("overview", lambda: experiment_overview(book, stored.id)),
        ):
            began, worked = time.perf_counter(), time.process_time()
            read()
            seconds, worked = time.perf_counter() - began, time.process_time() - worked
            print(f"  {kept} trainings {name}: {seconds:.2f} s, processor {worked:.2f} s")


def _asked(recipe: Recipe, count: int) -> Experiment:
    rates = tuple(round(1e-4 * (1 + n), 6) for n in range(count // 5))
    varied = (Varied("optimizer.learning_rate", rates),)
    return Experiment("many", recipe, varied, (0, 1, 2, 3, 4))


def _fill(book: ExperimentBook, number: int, trained: int, kept: int) -> None:
    """Write rows for the rest, as if they had been trained."""
    with book.store.database.transaction() as connection:
        columns = [row["name"] for row in connection.execute("PRAGMA table_info(runs)")]
        others = [name for name in columns if name not in ("id", "training")]
        names = ", ".join(others)
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            f" INSERT INTO runs (training, {names}) SELECT i, {names} FROM n JOIN runs"
            " WHERE runs.id = 1 AND runs.experiment = ?",
            (trained + 1, kept, number),
        )
        connection.execute(
            "INSERT OR IGNORE INTO epochs SELECT runs.id, 1, e.loss, e.accuracy,"
            " e.learning_rate, e.seconds, e.val_score, e.train_score FROM runs"
            " JOIN epochs e ON e.run = 1"
        )


if __name__ == "__main__":
    main()
