"""Several programs on one home at once: two windows and a command line, or bare recorders."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from core.runs.store import RunStore
from tests.reliability.tally import Tally

ROOT = Path(__file__).parents[2]

_RECORDER = """
import sys
from pathlib import Path
from core.runs.store import RunStore
from tests.core.runs.stored_runs import keep
for _ in range(3):
    keep(RunStore(Path(sys.argv[1])), epochs=int(sys.argv[2]))
"""


def _start(home: Path, *command: object) -> subprocess.Popen[str]:
    environment = {"INKLING_HOME": str(home), "INKLING_DATA": "", "HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _ended(programs: list[subprocess.Popen[str]]) -> list[str]:
    problems = []
    for program in programs:
        output, _ = program.communicate()
        if program.returncode:
            problems.append(f"exit code {program.returncode}: {output[-500:]}")
    return problems


def _store_problems(folder: Path, runs: int, epochs: int) -> list[str]:
    """Check the store: whole, so many runs, each with so many epochs, and readable."""
    store = RunStore(folder)
    with closing(sqlite3.connect(folder / "runs.sqlite")) as connection:
        (said,) = connection.execute("PRAGMA integrity_check").fetchone()
    problems = [] if said == "ok" else [f"integrity: {said}"]
    found = store.runs()
    if len(found) != runs:
        problems.append(f"{len(found)} runs of {runs}")
    for run in found:
        kept = [epoch.epoch for epoch in store.epochs(run.id)]
        if kept != list(range(1, epochs + 1)) or store.state(run.id) is None:
            problems.append(f"run {run.id}: epochs {kept}, {run.state}")
    return problems


def recorders(*, programs: int = 3, epochs: int = 10) -> Tally:
    """Let several processes record into one store that none of them has made."""
    tally = Tally("processes that record into one new store")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "runs"
        started = [_start(Path(home), "-c", _RECORDER, folder, epochs) for _ in range(programs)]
        problems = _ended(started) + _store_problems(folder, 3 * programs, epochs)
        tally.count(f"{programs} processes", problems)
    tally.tried, tally.note = programs, f"{3 * programs} runs of {epochs} epochs, all kept"
    return tally


def windows_and_command_line(*, epochs: int = 40) -> Tally:
    """Train in two windows and on the command line at once, on one home."""
    tally = Tally("two windows and a command line that train on one home")
    with tempfile.TemporaryDirectory() as home:
        windows = [_start(Path(home), "-m", __name__, epochs) for _ in range(2)]
        train = ("train", "--recipe", "softmax-10", "--data", "sample", "--epochs", epochs)
        command = _start(Path(home), "main.py", *train)
        problems = _ended([*windows, command])
        problems += _store_problems(Path(home) / "runs", 3, epochs)
        tally.count("two windows and a command line", problems)
    tally.tried, tally.note = 3, f"{3 * epochs} epochs, all kept"
    return tally


def _drive(epochs: int):
    from dataclasses import replace

    from core.recipes.catalogue import by_name
    from tests.driving import Condition

    def act(window) -> Iterator[Condition]:
        session, failed = window.session, []
        session.failed.connect(failed.append)
        yield lambda: session.data.current is not None
        session.training.start(replace(by_name("softmax-10"), epochs=epochs, validation=0.1))
        yield lambda: session.training.last is not None and not session.training.running
        listed = []
        session.runs.listed.connect(listed.append)
        session.runs.refresh()
        yield lambda: bool(listed)
        sys.stdout.write(json.dumps([str(error) for error in failed]) + "\n")
        if failed:
            raise RuntimeError(failed)
        window.close()

    return act


def main() -> None:
    """Drive one window."""
    from tests.driving import run_driven

    run_driven(_drive(int(sys.argv[1])))


if __name__ == "__main__":
    main()
