"""How soon the window stands, and how soon it reads a first stroke.

``python -m tests.benchmarks.startup [--times N] [--json]``

Each start is the real program in a process of its own, with a saved network in its home.
Times are from just before the process is made: to the end of the first paint, to the first
answer (the pad gets its first stroke at the first paint), and to TensorFlow being loaded.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.driving import ROOT, Condition, draw, line, run_driven


def measure(home: Path) -> dict[str, float]:
    """Start the program once and return its times in seconds."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.startup", "--child"],
        cwd=ROOT,
        env={**os.environ, "INKLING_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    times: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: at - began for name, at in times.items()}


def first_stroke(window) -> Iterator[Condition]:
    """Draw a 1 as soon as the window stands; close when it was read and all is loaded."""
    from PySide6.QtWidgets import QWidget

    times = {"first_paint": time.monotonic()}
    answers = []
    window.session.recognition.answered.connect(answers.append)
    window.show_page("draw")
    draw(window.findChild(QWidget, "drawing_pad"), line((0.5, 0.2), (0.5, 0.8)))
    yield lambda: any(answer is not None for answer in answers)
    times["first_answer"] = time.monotonic()
    yield lambda: "keras" in sys.modules and not window.session.data.busy
    times["all_loaded"] = time.monotonic()
    sys.stdout.write(json.dumps(times) + "\n")
    window.close()


def save_a_network(home: Path) -> None:
    """Put a network into the home, as the last session would have left it."""
    from core.data.datasets import load_sample
    from core.home import Home
    from core.networks.keras_format import keras_file
    from gui.preferences import Preferences
    from tests.networks import ridge_network

    home.mkdir()
    path = home / "ridge.keras"
    keras_file.save(path, ridge_network(load_sample()))
    preferences = Preferences(Home(home))
    preferences.remember_network(path, "ridge", 0.85)
    preferences.save()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        run_driven(first_stroke)
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        save_a_network(home)
        starts = [measure(home) for _ in range(chosen.times)]
    rows = {
        name: {
            "median_s": median(s[name] for s in starts),
            "worst_s": max(s[name] for s in starts),
        }
        for name in starts[0]
    }
    if chosen.json:
        print(json.dumps({"starts": chosen.times, **rows}))
        return
    print(f"{chosen.times} starts; seconds since the process was made")
    for name, row in rows.items():
        print(f"  {name:14} median {row['median_s']:6.3f}   worst {row['worst_s']:6.3f}")


if __name__ == "__main__":
    main()
