"""Small waits that a person may feel: ``python -m tests.benchmarks.waits [--json]``.

The embedded sample is read; a store with 1,000 runs is opened, filtered and sorted; a pad
that holds a scribble of 1,000 points is painted anew after each further point of the pen.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.data.datasets import load_sample
from core.runs.store import RunStore
from tests.core.runs.stored_runs import keep, multiply
from tests.driving import draw

RUNS = 1_000
POINTS = 1_000


def listing(folder: Path) -> Callable[[], object]:
    """Return what lists all runs of a store with many."""
    store = RunStore(folder)
    multiply(store, keep(store), RUNS)
    return lambda: RunStore(folder).runs(sort="test_accuracy", text="tin")


def painting() -> Callable[[], object]:
    """Return what paints a pad that holds a long scribble, with one more point."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gui.pages.draw.drawing_pad import DrawingPad
    from gui.theme import Theme

    app = QApplication.instance() or QApplication([])
    pad = DrawingPad(Theme("light"))
    pad.resize(560, 560)
    pad.show()
    angles = np.linspace(0, 40 * np.pi, POINTS)
    draw(pad, 0.5 + 0.4 * np.stack([np.cos(angles), np.sin(angles * 1.1)], axis=1))
    rng = np.random.default_rng(0)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(280, 280))

    def one_more_point() -> object:
        QTest.mouseMove(pad, QPoint(*(int(n) for n in rng.integers(60, 500, 2))))
        return app, pad.grab()

    return one_more_point


def milliseconds(work: Callable[[], object], count: int = 30) -> dict[str, float]:
    """Time `work`: median and worst, and the median of its processor time.

    Where others use the machine, that last one says what a quiet one would take.
    """
    took, processor = [], []
    for _ in range(count):
        began, busy = time.perf_counter(), time.process_time()
        work()
        took.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - busy))
    return {
        "median_ms": float(np.median(took)),
        "max_ms": max(took),
        "processor_ms": float(np.median(processor)),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = {
            "reading the sample": milliseconds(load_sample, 10),
            f"listing {RUNS:,} runs": milliseconds(listing(Path(folder)), 10),
            f"painting after {POINTS:,} points": milliseconds(painting()),
        }
    if chosen.json:
        print(json.dumps(rows))
        return
    for name, row in rows.items():
        print(f"{name:28} median {row['median_ms']:8.1f} ms, worst {row['max_ms']:8.1f} ms")


if __name__ == "__main__":
    main()
