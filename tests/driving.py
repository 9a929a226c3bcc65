"""Drives the real program from inside its own process: waits, clicks, draws, closes.

A drive is a generator over the main window. It does something, then yields a condition;
it goes on when the event loop finds the condition true. So it never blocks the loop and
never waits for time.
"""

from __future__ import annotations

import runpy
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui import hand

ROOT = Path(__file__).parent.parent
LEFT = Qt.MouseButton.LeftButton

Condition = Callable[[], bool]
Drive = Callable[[QWidget], Iterator[Condition]]

FAILED = 3
"""The exit code of a drive that went wrong."""


class Driver(QObject):
    """Takes one step of a drive whenever its condition holds."""

    def __init__(self, window: QWidget, drive: Drive, limit_s: float) -> None:
        super().__init__(window)
        self._steps = drive(window)
        self._condition: Condition = lambda: True
        self._ends = time.monotonic() + limit_s
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        try:
            if time.monotonic() > self._ends:
                raise TimeoutError("the drive waited too long")
            if self._condition():
                self._condition = next(self._steps)
        except StopIteration:
            self._timer.stop()
        except Exception:  # noqa: BLE001 - whatever it is, the parent process has to know
            self._timer.stop()
            traceback.print_exc(file=sys.stdout)
            QApplication.exit(FAILED)


def run_driven(drive: Drive, *, limit_s: float = 240.0) -> None:
    """Run ``main.py`` as it is, with a driver in it from the first paint on."""
    import gui.app

    original = gui.app.after_first_paint

    def with_driver(window: QWidget, act: Callable[[], object]) -> None:
        def painted() -> None:
            Driver(window, drive, limit_s)
            act()

        original(window, painted)

    gui.app.after_first_paint = with_driver
    sys.argv = [str(ROOT / "main.py")]
    runpy.run_path(sys.argv[0], run_name="__main__")


def click(window: QWidget, name: str) -> None:
    """Click the middle of a widget, as a mouse does."""
    QTest.mouseClick(window.findChild(QWidget, name), LEFT)


def draw(pad: QWidget, stroke: np.ndarray) -> None:
    """Draw one stroke by mouse: points (n, 2), as shares (0 to 1) of the sheet's sides."""
    hand.draw(pad, *stroke)


def trace(pad: QWidget, stroke: np.ndarray) -> Iterator[Condition]:
    """Draw one stroke as a hand does: a point at each look of the driver, 100 in a second."""
    points = [hand.at(pad, x, y) for x, y in stroke]
    QTest.mousePress(pad, LEFT, pos=points[0])
    for point in points[1:]:
        yield lambda: True
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, pos=points[-1])


def line(*corners: tuple[float, float], points: int = 12) -> np.ndarray:
    """Return a stroke along straight lines between corners."""
    parts = [np.linspace(a, b, points) for a, b in pairwise(corners)]
    return np.concatenate(parts)


def ellipse(points: int = 40) -> np.ndarray:
    """Return a stroke around an upright ellipse: a plain 0."""
    angle = np.linspace(-np.pi / 2, 1.5 * np.pi, points)
    return np.stack([0.5 + 0.18 * np.cos(angle), 0.5 + 0.28 * np.sin(angle)], axis=1)
