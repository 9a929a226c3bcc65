"""Are digits that other people's pens wrote read right, drawn into the real window?

Run by hand::

    python -m tests.benchmarks.pens --strokes FILE [--part NAME] [--model FILE] [--json]

FILE holds digits as strokes (`tests.benchmarks.stroke_files`). Each digit is scaled by its
bounding box to the pad of the whole window (1280x800, not on a screen) and drawn with mouse
events, point by point. What counts is what the window says when it has read the finished
drawing; one that is read as several digits is wrong. Without ``--model`` the shipped network
reads.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.evaluation.metrics import wilson
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.reading.read import read
from core.records import Network, Reading
from gui.app import build_window
from gui.pages.draw.answer_view import SURE
from gui.session.networks import OpenNetwork
from gui.window.geometry import FIRST_SIZE
from gui.window.main_window import MainWindow
from tests.benchmarks.stroke_files import Case, add_arguments, read_cases

LEFT = Qt.MouseButton.LeftButton
SHARE = 0.7
"""How much of the pad the longer side of a digit takes."""

PATIENCE_MS = 10_000
BINS = 15
"""Of the expected calibration error, as usual."""


@dataclass(frozen=True)
class Answer:
    """What the window said of it; -1 where it said nothing, or several digits.

    `answer_ms` is from lifting the pen to the digit on the page, `core_ms` the same
    preprocessing and prediction called directly.
    """

    case: Case
    said: int
    confidence: float
    is_digit: bool
    several: bool
    answer_ms: float
    core_ms: float


class DrawingHand:
    """The real window with one network, and a hand that draws into it."""

    def __init__(self, home: Path, network: Network) -> None:
        self._network = network
        self.window: MainWindow = build_window(home)
        self.window.resize(FIRST_SIZE)
        self.window.session.networks.adopt(OpenNetwork("measured", network, "benchmark"))
        self.window.show()
        self._pad = self.window.show_page("draw").pad
        self._label = self.window.findChild(QLabel, "predicted_digit")
        self._latest = Reading()
        self._loop = QEventLoop()
        self._wanted = Reading()
        self.window.session.recognition.reading_changed.connect(self._on_answered)
        QApplication.processEvents()

    def read(self, case: Case) -> Answer:
        """Draw one digit, wait for the answer to all of it, and clear the pad."""
        self._pad.clear()
        self._wait(Reading())
        *strokes, last = self._placed(case.strokes)
        for points in strokes:
            self._draw(points)
            QTest.mouseRelease(self._pad, LEFT, pos=points[-1])
        self._draw(last)
        # All points are there before the pen is lifted: what the answer will be about.
        wanted, core_ms = self._directly()
        lifted = time.perf_counter()
        QTest.mouseRelease(self._pad, LEFT, pos=last[-1])
        self._wait(wanted)
        said, only = self._label.text(), self._latest.only
        first = wanted.digits[0].prediction if wanted.digits else None
        return Answer(
            case=case,
            said=int(said) if said and only else -1,
            confidence=first.confidence if first else 0.0,
            is_digit=only is None or only.is_digit,
            several=len(self._latest.digits) > 1,
            answer_ms=1000 * max(self._answered_at - lifted, 0.0),
            core_ms=core_ms,
        )

    def _directly(self) -> tuple[Reading, float]:
        began = time.perf_counter()
        reading = read(self._pad.drawing.ink, self._network)
        return reading, 1000 * (time.perf_counter() - began)

    def _placed(self, strokes: list[np.ndarray]) -> list[list[QPoint]]:
        every = np.concatenate(strokes)
        low, high = every.min(axis=0), every.max(axis=0)
        sheet = self._pad.sheet_rect()
        scale = SHARE * sheet.width() / max(float((high - low).max()), 1e-9)
        middle = np.array((sheet.center().x(), sheet.center().y()))
        placed = [(stroke - (low + high) / 2) * scale + middle for stroke in strokes]
        return [[QPoint(round(x), round(y)) for x, y in stroke] for stroke in placed]

    def _draw(self, points: list[QPoint]) -> None:
        QTest.mousePress(self._pad, LEFT, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(self._pad, point)

    def _on_answered(self, reading: Reading) -> None:
        self._latest = reading
        self._answered_at = time.perf_counter()
        if self._is_wanted():
            self._loop.quit()

    def _is_wanted(self) -> bool:
        pairs = zip(self._latest.digits, self._wanted.digits, strict=False)
        return len(self._latest.digits) == len(self._wanted.digits) and all(
            np.array_equal(given.prediction.image, wanted.prediction.image)
            for given, wanted in pairs
        )

    def _wait(self, wanted: Reading) -> None:
        """Let events come until this is what the page has read."""
        self._wanted = wanted
        if self._is_wanted():
            return
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(self._loop.quit)
        patience.start()
        self._loop.exec()
        if not self._is_wanted():
            raise TimeoutError("the window does not answer")


def calibration_error(confidence: np.ndarray, right: np.ndarray) -> float:
    """Return the mean gap between confidence and accuracy, weighted by a bin's count."""
    places = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [
        abs(confidence[places == k].mean() - right[places == k].mean()) * (places == k).sum()
        for k in range(BINS)
        if (places == k).any()
    ]
    return float(sum(gaps) / len(right))


def times(values: list[float]) -> dict[str, float]:
    """Return the median, the 99th percentile and the maximum."""
    p50, p99, most = np.percentile(values, [50, 99, 100])
    return {"p50": round(p50, 2), "p99": round(p99, 2), "max": round(most, 2)}


def report(readings: list[Answer]) -> dict[str, object]:
    """Return all figures."""
    true = np.array([r.case.digit for r in readings])
    said = np.array([r.said for r in readings])
    confidence = np.array([r.confidence for r in readings])
    right = true == said
    sure = confidence >= SURE
    table = Counter(zip(true.tolist(), said.tolist(), strict=True))
    low, high = wilson(int(right.sum()), len(right))
    wrong = [r for r in readings if r.said != r.case.digit]
    return {
        "digits": len(readings),
        "right": int(right.sum()),
        "accuracy": round(float(right.mean()), 5),
        "interval": [round(low, 4), round(high, 4)],
        "recalls": {
            str(d): round(float(right[true == d].mean()), 4)
            for d in range(10)
            if (true == d).any()
        },
        "confusion": [[table[t, s] for s in range(10)] for t in range(10)],
        "silent": int(sum(r.said < 0 and not r.several for r in readings)),
        "read_as_several": int(sum(r.several for r in readings)),
        "called_no_digit": int(sum(not r.is_digit for r in readings)),
        "sure": round(float(sure.mean()), 4),
        "sure_right": round(float(right[sure].mean()), 5) if sure.any() else None,
        "calibration_error": round(calibration_error(confidence, right), 4),
        "answer_ms": times([r.answer_ms for r in readings]),
        "prediction_ms": times([r.core_ms for r in readings]),
        "wrong": [
            {
                "id": r.case.name,
                "digit": r.case.digit,
                "said": r.said,
                "confidence": round(r.confidence, 3),
            }
            for r in sorted(wrong, key=lambda r: -r.confidence)
        ],
    }


def write(figures: dict[str, object]) -> None:
    """Print the figures for a person."""
    low, high = figures["interval"]
    print(
        f"{figures['right']} of {figures['digits']} right: {figures['accuracy']:.2%}", end=" "
    )
    print(f"(95 % interval {low:.1%} to {high:.1%})")
    print(
        f"called no digit: {figures['called_no_digit']}, no answer: {figures['silent']}", end=""
    )
    print(f", read as several: {figures['read_as_several']}")
    print(f"above {SURE:.0%} confidence: {figures['sure']:.1%}", end="")
    print(f", of those right: {figures['sure_right']:.2%}" if figures["sure_right"] else "")
    print(f"expected calibration error: {figures['calibration_error']:.4f}")
    for name in ("answer_ms", "prediction_ms"):
        spread = ", ".join(f"{key} {value}" for key, value in figures[name].items())
        print(f"{name.replace('_', ' ')}: {spread}")
    print("\nrows: true digit, columns: what the window said")
    print("    " + "".join(f"{digit:5}" for digit in range(10)) + "  recall")
    for digit, row in enumerate(figures["confusion"]):
        recall = figures["recalls"].get(str(digit))
        shown = "" if recall is None else f"{recall:8.1%}"
        print(f"{digit:4}" + "".join(f"{count or '.':>5}" for count in row) + shown)


def main(arguments: list[str] | None = None) -> None:
    """Draw all digits and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_arguments(parser)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--limit", type=int, help="only the first so many digits")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    cases = read_cases(chosen.strokes, chosen.part)[: chosen.limit]
    network = keras_file.load(chosen.model).network if chosen.model else shipped_network()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as home:
        hand = DrawingHand(Path(home), network)
        figures = report([hand.read(case) for case in cases])
        hand.window.close()
    if chosen.json:
        print(json.dumps(figures))
    else:
        write(figures)


if __name__ == "__main__":
    main()
