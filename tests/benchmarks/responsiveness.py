"""How alive the window stays while TensorFlow loads and a training runs.

``python -m tests.benchmarks.responsiveness [--data FOLDER] [--recipe NAME] [--epochs N]
[--seeds N] [--json]``

A timer of 5 ms in the real program notes when it fires. A gap is the time between two
firings less those 5 ms: how long a click would have waited. Measured from the first paint
on, through the loading of everything, epochs with live plots, and pad strokes drawn while it
trains, point by point as a mouse reports them. Requirements: 99 % of gaps under 20 ms, all
under 60 ms; 99 % of pad predictions under 5 ms.
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

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from tests.driving import ROOT, Condition, click, ellipse, run_driven, trace

TICK_MS = 5
EIGHT = (ellipse(24) * (1, 0.5), ellipse(24) * (1, 0.5) + (0, 0.3))
"""Two rings, one above the other."""


class Heartbeat(QObject):
    """Notes each firing of a precise timer, and what was going on then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.phase = "loading"
        self.beats: list[tuple[float, str]] = []
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def gaps_ms(self, phase: str | None = None) -> np.ndarray:
        """Return how late each firing was; of one phase, or of all."""
        times = np.array([at for at, _ in self.beats])
        late = np.maximum(0, 1000 * np.diff(times) - TICK_MS)
        chosen = [phase in (None, name) for _, name in self.beats[1:]]
        return late[np.array(chosen, dtype=bool)]

    def _beat(self) -> None:
        self.beats.append((time.perf_counter(), self.phase))


def watch(window) -> Iterator[Condition]:
    """Load everything, train with live plots, draw meanwhile; tell all times."""
    recipe = os.environ["INKLING_BENCH_RECIPE"]
    heart, session = Heartbeat(window), window.session
    yield lambda: is_imported("keras") and session.data.current is not None
    heart.phase = "opening the Train page"
    click(window, "sidebar_train")
    yield lambda: len(heart.gaps_ms(heart.phase)) > 100
    choose_recipe(window, recipe)
    heart.phase = "compiling"
    readings = time_readings()
    window.findChild(QSpinBox, "epochs_box").setValue(int(os.environ["INKLING_BENCH_EPOCHS"]))
    window.findChild(QSpinBox, "seeds_box").setValue(int(os.environ["INKLING_BENCH_SEEDS"]))
    click(window, "start_button")
    yield lambda: session.training.progress is not None
    heart.phase = "training"
    # The first epoch with the plots in view, the others on the pad.
    yield lambda: session.training.progress is None or session.training.progress.epoch > 1
    click(window, "sidebar_draw")
    pad = window.findChild(QWidget, "drawing_pad")
    while session.training.running:
        click(window, "clear_button")
        for stroke in EIGHT:
            yield from trace(pad, stroke)
        yield Ticks(heart, 12)
    heart.phase = "showing the result"
    yield Ticks(heart, 100)
    report(heart, readings, session)
    window.close()


def is_imported(name: str) -> bool:
    """Say whether a module is imported completely."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)


def choose_recipe(window, name: str) -> None:
    """Choose a recipe of the gallery, where the page offers its name."""
    box = window.findChild(QComboBox, "recipe_box")
    index = box.findData(name) if box is not None else -1
    if index >= 0:
        box.setCurrentIndex(index)


def time_readings() -> list[tuple[float, float]]:
    """Time each prediction for the pad in the worker that makes it: (all, processor) ms."""
    from gui.session import recognition

    original, times = recognition._read, []

    def timed(*args, **named):
        began, busy = time.perf_counter(), time.thread_time()
        try:
            return original(*args, **named)
        finally:
            times.append(
                (1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - busy))
            )

    recognition._read = timed
    return times


class Ticks:
    """A condition: so many more beats of the heart."""

    def __init__(self, heart: Heartbeat, count: int) -> None:
        self._heart, self._until = heart, len(heart.beats) + count

    def __call__(self) -> bool:
        return len(self._heart.beats) >= self._until


def figures(times_ms: np.ndarray) -> dict[str, float]:
    """Return median, 99th percentile and maximum."""
    p50, p99 = np.percentile(times_ms, (50, 99))
    return {"n": len(times_ms), "p50": p50, "p99": p99, "max": float(times_ms.max())}


def report(heart: Heartbeat, readings: list[tuple[float, float]], session) -> None:
    """Write the findings as one line of JSON."""
    phases = list(dict.fromkeys(name for _, name in heart.beats))
    told = {
        "gaps_ms": {"all": figures(heart.gaps_ms())}
        | {phase: figures(heart.gaps_ms(phase)) for phase in phases},
        "pad_predictions_ms": figures(np.array(readings)[:, 0]),
        "pad_predictions_processor_ms": figures(np.array(readings)[:, 1]),
        "epoch_s": [round(e.seconds, 3) for e in session.training.last.epochs],
        "recipe": session.training.last.recipe.name,
        "data": session.data.current.name,
    }
    sys.stdout.write(json.dumps(told) + "\n")


def measure(recipe: str, epochs: int, seeds: int, data: str | None) -> dict[str, object]:
    """Run the program once with the probe in it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "INKLING_HOME": home,
            "INKLING_BENCH_RECIPE": recipe,
            "INKLING_BENCH_EPOCHS": str(epochs),
            "INKLING_BENCH_SEEDS": str(seeds),
        }
        if data:
            environment["INKLING_DATA"] = str(Path(data).absolute())
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.responsiveness", "--child"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the whole MNIST (else what is found)")
    parser.add_argument("--recipe", default="mlp-128-32")
    parser.add_argument("--epochs", type=int, default=3, help="more give more predictions")
    parser.add_argument(
        "--seeds", type=int, default=1, help="several train side by side, in processes"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.epochs < 2:
        parser.error("--epochs: at least 2; from the second on there is somebody who draws")
    if chosen.child:
        run_driven(watch, limit_s=500)
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = measure(chosen.recipe, chosen.epochs, chosen.seeds, chosen.data)
    if chosen.json:
        print(json.dumps(told))
        return
    print(f"{told['recipe']} on {told['data']}, epochs of {told['epoch_s']} s; milliseconds")
    rows = {f"gaps, {name}": row for name, row in told["gaps_ms"].items()}
    rows["pad predictions"] = told["pad_predictions_ms"]
    rows["of that, processor time"] = told["pad_predictions_processor_ms"]
    for name, row in rows.items():
        cells = "  ".join(f"{key} {value:8.1f}" for key, value in row.items())
        print(f"  {name:32} {cells}")


if __name__ == "__main__":
    main()
