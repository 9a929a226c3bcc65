"""How much memory a training takes at its peak.

``python -m tests.benchmarks.memory [--data FOLDER] [--recipe NAME ...] [--epochs N] [--json]``

Each recipe is trained by the real program, ``main.py train``, in a process of its own with a
home of its own; printed is the most memory that the process held at once (its peak resident
set), in MB of a million bytes. The first row is a process that loads TensorFlow and does
nothing with it. For Linux and macOS.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECIPES = ["mlp-128-32", "cnn"]
LOAD = "from core.training import tensorflow_loading as loading; loading.load()"


def peak_mb(command: list[str], home: Path) -> float:
    """Run Python with these arguments and return the most memory that it held, in MB.

    A child's peak begins with what its parent holds when it starts it: so this module, and
    what it imports, stays far smaller than what it measures.
    """
    child = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "INKLING_HOME": str(home)},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def training_of(recipe: str, epochs: int, data: Path | None) -> list[str]:
    """Return the command that trains a recipe."""
    command = ["main.py", "train", "--recipe", recipe, "--epochs", str(epochs), "--json"]
    return command if data is None else [*command, "--data", str(data.resolve())]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="default: what the program itself takes")
    parser.add_argument("--recipe", nargs="+", default=RECIPES, metavar="NAME")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    commands = {"TensorFlow loaded": ["-c", LOAD]} | {
        recipe: training_of(recipe, chosen.epochs, chosen.data) for recipe in chosen.recipe
    }
    with tempfile.TemporaryDirectory() as home:
        peaks = {name: peak_mb(command, Path(home)) for name, command in commands.items()}
    if chosen.json:
        print(json.dumps({"epochs": chosen.epochs, "peak_mb": peaks}))
        return
    print(f"{platform.platform(terse=True)}; {chosen.epochs} epochs; peak resident set")
    for name, peak in peaks.items():
        print(f"  {name:26} {peak:7.0f} MB")


if __name__ == "__main__":
    main()
