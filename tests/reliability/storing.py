"""What is kept stays kept: a fault at each place of recording a training, and of each saving.

``python -m tests.reliability.storing`` dies at each place in turn, in processes of its own, and
prints its counts as JSON; nothing else may run in that process, because it forks.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from core.errors import InklingError
from core.evaluation import quiz as quizzes
from core.ink.drawing import Drawing
from core.ink.drawing_files import save_drawing
from core.networks.keras_format import keras_file
from core.own_digits.store import OwnDigits
from core.runs.backup import back_up
from core.runs.export import write_csv
from core.runs.recorder import record
from core.runs.repair import repair
from core.runs.store import RunStore
from tests.core.runs.stored_runs import (
    RECIPE,
    dataset,
    epoch_report,
    keep,
    network,
    result,
    state,
)
from tests.reliability import faults
from tests.reliability.faults import Act, Where, faulty
from tests.reliability.tally import Tally

EPOCHS = 3
MOST = 1000
"""More places than there are."""

FAILURES: dict[str, tuple[Where, Act]] = {
    "a system call fails, the disk is full": ("system", faults.disk_full),
    "a system call fails, the disk is broken": ("system", faults.disk_broken),
    "a step of SQL fails, the disk is full": ("sql", faults.sql_full),
    "a step of SQL fails, the disk is broken": ("sql", faults.sql_broken),
}


def record_training(folder: Path, tell: Callable[[int], object]) -> None:
    """Keep a training of three epochs; each is told when it is kept."""
    with record(RunStore(folder), RECIPE, dataset()) as recorder:
        for epoch in range(1, EPOCHS + 1):
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch))
            tell(epoch)
        recorder.finish(result(RECIPE, EPOCHS))


def check_kept(folder: Path, before: int, told: list[int]) -> list[str]:
    """Return what is wrong with a store in which `before` runs were, after a fault."""
    store = RunStore(folder)
    try:
        runs = store.runs(sort="started", descending=False)
        problems = [] if len(runs) in (before, before + 1) else [f"{len(runs)} runs"]
        for run in runs[:before]:
            problems += _check_run(store, run.id, EPOCHS)
        if told and len(runs) == before:
            return [*problems, "the run is gone"]
        if len(runs) > before:
            problems += _check_run(store, runs[-1].id, max(told, default=0))
        keep(store)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
        return [f"afterwards: {type(error).__name__}: {error}"]
    return problems


def _check_run(store: RunStore, run_id: int, told: int) -> list[str]:
    run = store.run(run_id)
    problems = [] if run.epochs in (told, told + 1) else [f"{run.epochs} epochs of {told}"]
    if run.state == "running":
        problems.append("still running")
    kept = [epoch.epoch for epoch in store.epochs(run_id)]
    if kept != list(range(1, run.epochs + 1)):
        problems.append(f"epochs {kept}")
    if run.state_epoch is not None:
        found = store.state(run_id)
        if found is None or found.network.weights[0][0, 0] != run.state_epoch:
            problems.append("weights of another epoch")
    elif run.epochs:
        problems.append("no weights")
    return problems


def _stores(folder: Path) -> Iterator[tuple[Path, int]]:
    """Make an empty store, and one with a run in it."""
    yield folder / "new", 0
    keep(RunStore(folder / "old"))
    yield folder / "old", 1


def failing(name: str, *, every: int = 1, first: int = 1) -> Tally:
    """Let each place of recording a training fail once: told in words, nothing lost."""
    where, act = FAILURES[name]
    tally = Tally(f"recording a training: {name}")
    with tempfile.TemporaryDirectory() as temporary:
        for original, before in _stores(Path(temporary)):
            for place in range(first, MOST, every):
                folder = original.with_name("tried")
                if original.exists():
                    shutil.copytree(original, folder)
                told, problems = [], []
                with faulty(where, place, act) as fault:
                    try:
                        record_training(folder, told.append)
                    except InklingError:
                        pass
                    except Exception as error:  # noqa: BLE001 - it is counted
                        problems.append(f"{type(error).__name__}: {error}")
                problems += check_kept(folder, before, told)
                shutil.rmtree(folder, ignore_errors=True)
                if not fault.fired:
                    break
                tally.count(f"place {place}, {before} runs before", problems)
    return tally


def killing(where: Where, *, every: int = 1, first: int = 1) -> Tally:
    """Die at each place of recording a training once: nothing that was told is lost."""
    what = {"system": "a system call", "sql": "a step of SQL"}[where]
    tally = Tally(f"recording a training: killed at {what}")
    with tempfile.TemporaryDirectory() as temporary:
        for original, before in _stores(Path(temporary)):
            for place in range(first, MOST, every):
                folder = original.with_name("tried")
                if original.exists():
                    shutil.copytree(original, folder)
                told, died = _in_a_child(where, place, folder)
                problems = check_kept(folder, before, told)
                shutil.rmtree(folder, ignore_errors=True)
                if not died:
                    break
                tally.count(f"place {place}, {before} runs before", problems)
    return tally


def _in_a_child(where: Where, place: int, folder: Path) -> tuple[list[int], bool]:
    """Record in a fork that dies at a place; give what it told, and whether it died."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            with faulty(where, place, faults.killed):
                record_training(folder, lambda epoch: os.write(writing, bytes([epoch])))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = list(pipe.read())
    _, status = os.waitpid(child, 0)
    return told, os.WIFSIGNALED(status)


def limited(
    kilobytes: tuple[int, ...] = (0, 1, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256),
) -> Tally:
    """Record where the system itself lets no file grow beyond a size (Linux, macOS)."""
    tally = Tally("recording a training: no file may grow beyond a size")
    with tempfile.TemporaryDirectory() as temporary:
        for original, before in _stores(Path(temporary)):
            for size in kilobytes:
                folder = original.with_name("tried")
                if original.exists():
                    shutil.copytree(original, folder)
                told, problems = _below_a_limit(1024 * size, folder)
                problems += check_kept(folder, before, told)
                shutil.rmtree(folder, ignore_errors=True)
                tally.count(f"{size} kB, {before} runs before", problems)
    return tally


def _below_a_limit(size: int, folder: Path) -> tuple[list[int], list[str]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        problem = ""
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            with suppress(InklingError):
                record_training(folder, lambda epoch: os.write(writing, f"{epoch}\n".encode()))
        except BaseException as error:  # noqa: BLE001 - it is counted
            problem = " ".join(f"{type(error).__name__}: {error}".split())
        finally:
            os.write(writing, f"!{problem}\n".encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        *told, problem = pipe.read().splitlines()
    os.waitpid(child, 0)
    return [int(line) for line in told], [problem[1:]] if problem != "!" else []


def _line(x: float) -> Drawing:
    return Drawing((np.linspace((x, 0.2), (x, 0.8), 9).astype(np.float32),))


def _figures(folder: Path, version: int) -> None:
    write_csv(folder / "figures.csv", RunStore(folder), store_ids(folder, version))


def store_ids(folder: Path, version: int) -> list[int]:
    """Return the numbers of a store's runs, of which there are more in a later version."""
    return [run.id for run in RunStore(folder).runs(descending=False)][:version]


def _quiz(folder: Path, version: int) -> None:
    quizzes.save(quizzes.Quiz("abc", (1, 2, 3), (7,) * version), folder / "quiz.json")


SAVINGS: dict[str, tuple[str, Callable[[Path, int], object]]] = {
    "a network": (
        "network.keras",
        lambda folder, version: keras_file.save(folder / "network.keras", network(version)),
    ),
    "a quiz": ("quiz.json", _quiz),
    "a drawing": (
        "seven.strokes.json",
        lambda folder, version: save_drawing(folder / "seven.strokes.json", _line(version / 9)),
    ),
    "one's own digit": (
        "own-digits.jsonl",
        lambda folder, version: OwnDigits(folder).add(_line(version / 9), version),
    ),
    "figures of runs": ("figures.csv", _figures),
}


def savings(*, every: int = 1) -> Tally:
    """Let each place of each saving fail: what was there before is whole, or the new one is."""
    tally = Tally("saving a network, a quiz, a drawing, one's own digit, figures: a call fails")
    for what, (file, save) in SAVINGS.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary) / "old"
            keep(RunStore(folder)), keep(RunStore(folder))
            save(folder, 1)
            shutil.copytree(folder, new := folder.with_name("new"))
            save(new, 2)
            contents = [_content(place, file) for place in (folder, new)]
            for place in range(1, MOST, every):
                problems = []
                tried = folder.with_name("tried")
                shutil.copytree(folder, tried)
                with faulty("system", place, faults.disk_full) as fault:
                    try:
                        save(tried, 2)
                    except InklingError:
                        pass
                    except Exception as error:  # noqa: BLE001 - it is counted
                        problems.append(f"{type(error).__name__}: {error}")
                if _content(tried, file) not in contents:
                    problems.append("neither the old nor the new one")
                problems += [f"left {path.name}" for path in tried.glob(".*.part")]
                shutil.rmtree(tried)
                if not fault.fired:
                    break
                tally.count(f"{what}, place {place}", problems)
    return tally


def _content(folder: Path, file: str) -> object:
    found = next(folder.rglob(file))
    if found.suffix != ".keras":
        return found.read_bytes()
    # A zip holds times.
    return [array.tobytes() for array in keras_file.load(found).network.weights]


def mending(*, every: int = 1) -> Tally:
    """Let each place of a rebuilding and of a backup fail: another try then succeeds."""
    tally = Tally("rebuilding the list of runs, and its backup: a call or a step fails")
    for name, (where, act) in FAILURES.items():
        with tempfile.TemporaryDirectory() as temporary:
            original = Path(temporary) / "old"
            keep(RunStore(original)), keep(RunStore(original))
            for path in original.glob("runs.sqlite*"):
                path.write_bytes(b"damaged" * 999)
            for place in range(1, MOST, every):
                folder = original.with_name("tried")
                shutil.copytree(original, folder)
                problems = []
                with faulty(where, place, act) as fault:
                    try:
                        back_up(RunStore(folder).database)
                        repair(RunStore(folder))
                    except InklingError:
                        pass
                    except Exception as error:  # noqa: BLE001 - it is counted
                        problems.append(f"{type(error).__name__}: {error}")
                problems += _check_mended(folder)
                shutil.rmtree(folder, ignore_errors=True)
                if not fault.fired:
                    break
                tally.count(f"{name}, place {place}", problems)
    return tally


def _check_mended(folder: Path) -> list[str]:
    store = RunStore(folder)
    try:
        repair(store)
        found = [run.id for run in store.runs(descending=False)]
        return [] if found == [1, 2] else [f"runs {found}"]
    except Exception as error:  # noqa: BLE001 - it is counted
        return [f"afterwards: {type(error).__name__}: {error}"]


def in_its_own_process(every: int) -> list[Tally]:
    """Run what forks, in a process without threads."""
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.storing", str(every)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return [Tally(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def main() -> None:
    """Print the tallies of what forks."""
    every = int(sys.argv[1])
    tallies = [killing("system", every=every), killing("sql", every=every), limited()]
    sys.stdout.write(json.dumps([dataclasses.asdict(tally) for tally in tallies]) + "\n")


if __name__ == "__main__":
    main()
