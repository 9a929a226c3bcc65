"""How soon a training obeys: Pause to standing still, Continue to the next news, Stop to end.

``python -m tests.benchmarks.control [--data FOLDER] [--recipe NAME ...] [--times N] [--json]``

Each is asked at some moment of a running training, `N` times. Requirement: 0.2 s. Stop
is timed until the last step is over; what follows is the score of the test images.
"""

from __future__ import annotations

import argparse
import json
import queue
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.control import Control
from core.data.datasets import find_mnist, load, load_sample
from core.home import default_home
from core.recipes.catalogue import by_name
from core.records import Dataset, Phase, Progress, Recipe

RECIPES = ("t003-model1", "q000-falling-accuracy", "t003-model7", "cnn", "pen")


class TimedControl(Control):
    """A control that notes when the training stands still."""

    def __init__(self) -> None:
        super().__init__()
        self.standing: queue.Queue[float] = queue.Queue()

    def wait_while_paused(self) -> None:
        """Note the time, then wait as ever."""
        if self.paused:
            self.standing.put(time.perf_counter())
        super().wait_while_paused()


class Ride:
    """A training in a thread of its own, and the times of its news."""

    def __init__(self, recipe: Recipe, dataset: Dataset) -> None:
        self.control = TimedControl()
        self.steps: queue.Queue[float] = queue.Queue()
        self.ended: queue.Queue[float] = queue.Queue()
        self._work = (recipe, dataset)
        self._thread = threading.Thread(target=self._run)  # noqa: TID251 - no window here
        self._thread.start()

    def next_step_at(self) -> float:
        """Wait for news that come from now on."""
        now = time.perf_counter()
        while (at := self.steps.get(timeout=120)) < now:
            pass
        return at

    def end(self) -> None:
        """Wait until the training has returned."""
        self._thread.join()

    def _run(self) -> None:
        from core.training.train import train

        recipe, dataset = self._work
        train(recipe, dataset, report=self._note, control=self.control)

    def _note(self, report: object) -> None:
        if isinstance(report, Progress):
            self.steps.put(time.perf_counter())
        elif isinstance(report, Phase) and report.name == "testing":
            self.ended.put(time.perf_counter())


def measure(name: str, dataset: Dataset, times: int) -> dict:
    """Ask each so many times, at moments spread over the chunks."""
    recipe = replace(by_name(name), epochs=1_000, early_stopping=None)
    rng = np.random.default_rng(0)
    pause, resume = [], []
    ride = Ride(recipe, dataset)
    ride.next_step_at()
    for _ in range(times):
        _let_pass(rng, ride)
        began = time.perf_counter()
        ride.control.pause()
        pause.append(ride.control.standing.get(timeout=120) - began)
        began = time.perf_counter()
        ride.control.resume()
        resume.append(ride.next_step_at() - began)
    stop = [_stop(ride)]
    for _ in range(times - 1):
        ride = Ride(recipe, dataset)
        ride.next_step_at()
        _let_pass(rng, ride)
        stop.append(_stop(ride))
    return {"recipe": name} | {
        command: {"median_s": float(np.median(took)), "max_s": max(took)}
        for command, took in (("pause", pause), ("continue", resume), ("stop", stop))
    }


def _let_pass(rng: np.random.Generator, ride: Ride) -> None:
    """Let a random number of news pass, and a part of a chunk."""
    for _ in range(int(rng.integers(1, 12))):
        ride.next_step_at()
    threading.Event().wait(float(rng.uniform(0, 0.05)))


def _stop(ride: Ride) -> float:
    began = time.perf_counter()
    ride.control.stop()
    took = ride.ended.get(timeout=120) - began
    ride.end()
    return took


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the whole MNIST (else the sample)")
    parser.add_argument("--recipe", nargs="+", default=RECIPES)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    path = find_mnist(default_home(), chosen.data)
    dataset = load_sample() if path is None else load(path)
    rows = []
    for name in chosen.recipe:
        print(name, file=sys.stderr, flush=True)
        rows.append(measure(name, dataset, chosen.times))
    if chosen.json:
        print(json.dumps(rows))
        return
    print(f"{dataset.name}; seconds, median and worst of {chosen.times}")
    print(f"{'':24}{'Pause':>16}{'Continue':>16}{'Stop':>16}")
    for row in rows:
        cells = (row[command] for command in ("pause", "continue", "stop"))
        shown = "".join(f"{cell['median_s']:8.3f}{cell['max_s']:8.3f}" for cell in cells)
        print(f"{row['recipe']:24}{shown}")


if __name__ == "__main__":
    main()
