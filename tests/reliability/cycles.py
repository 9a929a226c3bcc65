"""Trainings started and stopped in one window: memory, threads and open files stay as they are.

``python -m tests.reliability.cycles COUNT [FRESH]`` runs them in the real window and prints the
figures of every tenth as JSON. With FRESH the network is another one each time: then TensorFlow
compiles anew, and never gives that memory back.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.driving import Condition
from tests.reliability.tally import Tally

ROOT = Path(__file__).parents[2]
WARM = 20
"""So many starts until everything is loaded, cached and drawn once."""

EVERY = 10
MOST_MB = 10.0
"""By which the memory may grow over all that follow."""

_STOPS = (0.005, 0.06, 0.25)


def figures() -> dict[str, float]:
    """Return resident memory in MB, and how many threads and open files there are (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return {
        "mb": pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
        "threads": len(list(Path("/proc/self/task").iterdir())),
        "files": len(list(Path("/proc/self/fd").iterdir())),
    }


def drive(count: int, fresh: bool):
    """Return a drive that starts and stops a training so many times."""
    from core.layers import Dense, NetworkSpec
    from core.recipes.catalogue import by_name

    def network(number: int) -> NetworkSpec:
        return NetworkSpec((Dense(100 + number, "relu"), Dense(10)))

    def act(window) -> Iterator[Condition]:
        session, told = window.session, []
        window.show_page("train")
        yield lambda: session.data.current is not None and not window._awaited
        for number in range(count):
            recipe = replace(by_name("mlp-128-32"), epochs=500, seed=number)
            if fresh:
                recipe = replace(recipe, network=network(number))
            session.training.start(recipe)
            yield lambda: session.training.progress is not None
            wait = _Passed(_STOPS[number % len(_STOPS)])
            yield wait
            session.training.stop()
            yield lambda: not session.training.running
            if (number + 1) % EVERY == 0:
                gc.collect()
                told.append({"starts": number + 1, **figures()})
        sys.stdout.write(json.dumps(told) + "\n")
        window.dialogs.ask = lambda _parent, _question: True
        window.close()

    return act


class _Passed:
    """A condition: so much time has passed."""

    def __init__(self, seconds: float) -> None:
        from PySide6.QtCore import QElapsedTimer

        self._timer, self._ms = QElapsedTimer(), 1000 * seconds
        self._timer.start()

    def __call__(self) -> bool:
        return self._timer.elapsed() >= self._ms


def in_its_own_process(count: int, *, fresh: bool = False) -> list[dict[str, float]]:
    """Run them in a process of their own, and return the figures."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", __name__, str(count), *(["fresh"] if fresh else [])],
            cwd=ROOT,
            env={**os.environ, "INKLING_HOME": home, "INKLING_DATA": "", "HOME": home},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def judged(told: list[dict[str, float]], *, most_mb: float = MOST_MB) -> Tally:
    """Say whether anything grew after the first starts."""
    warm = [row for row in told if row["starts"] >= WARM]
    first, last = warm[0], warm[-1]
    grown = {name: last[name] - first[name] for name in ("mb", "threads", "files")}
    limits = {"mb": most_mb, "threads": 2, "files": 2}
    tally = Tally("trainings started and stopped in one window", int(last["starts"]))
    tally.note = (
        f"start {first['starts']} to {last['starts']}: {grown['mb']:+.1f} MB,"
        f" threads {grown['threads']:+d}, open files {grown['files']:+d}"
    )
    tally.problems += [
        f"{name} grew by {grown[name]}" for name in limits if grown[name] > limits[name]
    ]
    return tally


def main() -> None:
    """Drive the real program."""
    from tests.driving import run_driven

    count, fresh = int(sys.argv[1]), len(sys.argv) > 2
    run_driven(drive(count, fresh), limit_s=30 + 10 * count)


if __name__ == "__main__":
    main()
