"""Whether the pad keeps up with a long stroke: the time a move of the pen takes.

``python -m tests.benchmarks.long_stroke [--points N] [--json]``

A spiral is drawn on a pad of 620x620 pixels. A move is timed until the window has painted
it, early in the stroke and at its end; the ratio of both says whether ink that is there
already costs anything. ``QT_SCALE_FACTOR=2`` draws on a screen twice as fine.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from statistics import median

import numpy as np

SIDE_PX = 620
EARLY = slice(10, 60)


def measure(points: int) -> dict[str, float]:
    """Draw the spiral and return the median of the early and of the last moves, in ms."""
    from PySide6.QtWidgets import QApplication

    from gui.pages.draw.drawing_pad import DrawingPad
    from gui.theme import Theme
    from tests.driving import trace

    application = QApplication([])
    pad = DrawingPad(Theme())
    pad.resize(SIDE_PX, SIDE_PX)
    pad.show()
    application.processEvents()
    angle = np.linspace(0, 40, points)
    radius = 0.45 * angle / 40
    spiral = 0.5 + np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    times = []
    began = time.perf_counter()
    for _ in trace(pad, spiral):
        application.processEvents()
        times.append(1000 * (time.perf_counter() - began))
        began = time.perf_counter()
    early, late = median(times[EARLY]), median(times[-50:])
    return {"points": points, "early_ms": early, "late_ms": late, "ratio": late / early}


def main() -> None:
    """Print the line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=400)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.points < 120:
        parser.error("--points: at least 120, so that early and last moves are not the same")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = measure(chosen.points)
    if chosen.json:
        print(json.dumps(told))
    else:
        print(
            "a move: {early_ms:.2f} ms early, {late_ms:.2f} at {points} points".format(**told)
        )
        print("ratio: {ratio:.1f}".format(**told))


if __name__ == "__main__":
    main()
