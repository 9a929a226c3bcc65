"""What a heavy file costs at most: memory and time of a process of its own, by both doors.

``python -m tests.reliability.bars command|window NAME`` opens one file of the corpus and prints
what it took as JSON: seconds, the peak of the resident memory in MB beyond what the process
held before, and the longest gap of the window's event loop in milliseconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.reliability.corpus import Hostile, hostile_cases

ROOT = Path(__file__).parents[2]


def peak_mb() -> float:
    """Return the most memory that this process has held, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    held = next(line for line in lines if line.startswith("VmHWM"))
    return int(held.split()[1]) * 1024 / 1e6


def by_command(case: Hostile, folder: Path) -> dict[str, object]:
    """Open it on the command line, once something honest was opened."""
    from tests.reliability.corpus.honest import honest_files
    from tests.reliability.doors import commands, run

    picture = folder / "seven.png"
    picture.write_bytes(honest_files()["picture", ".png"])
    for command in (["predict", str(picture)], ["check", "softmax-10", "--data", "sample"]):
        assert run(command) == []
    path = case.make(folder)
    before, began = peak_mb(), time.monotonic()
    problems = run(commands(case, path, picture)[0])
    took = time.monotonic() - began
    return {"s": took, "mb": peak_mb() - before, "problems": problems}


def by_window(case: Hostile, folder: Path) -> dict[str, object]:
    """Drop it on a window that has come to rest."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from tests.reliability.doors import WindowDoor

    app = QApplication([])
    door = WindowDoor(Path(os.environ["INKLING_HOME"]))
    path = case.make(folder)
    beats = [time.monotonic()]
    clock = QTimer(interval=1)
    clock.timeout.connect(lambda: beats.append(time.monotonic()))
    clock.start()
    for _ in range(50):
        app.processEvents()
    beats[:] = [time.monotonic()]
    before, began = peak_mb(), time.monotonic()
    problems = door(Hostile(case.kind, case.name, case.ending, lambda _path: None), path.parent)
    took = time.monotonic() - began
    gaps = [b - a for a, b in zip(beats, [*beats[1:], time.monotonic()], strict=True)]
    told = {"s": took, "mb": peak_mb() - before, "gap_ms": 1000 * max(gaps)}
    return {**told, "problems": problems + door.close()}


def measured(door: str, case: Hostile) -> dict[str, object]:
    """Measure it in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", __name__, door, case.name],
            cwd=ROOT,
            env={**os.environ, "INKLING_HOME": home, "INKLING_DATA": ""},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        return {"s": 0, "mb": 0, "problems": [f"{done.returncode}: {done.stderr[-500:]}"]}
    return json.loads(done.stdout.splitlines()[-1])


def heavy_cases() -> list[Hostile]:
    """Return the files that weigh."""
    return [case for case in hostile_cases() if case.weighs]


def main() -> None:
    """Measure one file, or all by both doors."""
    if len(sys.argv) == 1:
        for case in heavy_cases():
            for door in ("command", "window"):
                told = measured(door, case)
                gap = f"{told['gap_ms']:6.0f} ms" if "gap_ms" in told else ""
                row = f"{case.name:45}{door:9}{told['s']:7.1f} s{told['mb']:8.0f} MB {gap}"
                sys.stdout.write(f"{row} {'; '.join(told['problems'])}\n")
                sys.stdout.flush()
        return
    door, name = sys.argv[1:]
    case = next(case for case in hostile_cases() if case.name == name)
    with tempfile.TemporaryDirectory() as folder:
        act = by_command if door == "command" else by_window
        sys.stdout.write(json.dumps(act(case, Path(folder))) + "\n")


if __name__ == "__main__":
    main()
