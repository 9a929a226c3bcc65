"""What the pad remembers: the drawings to go back to, and the stroke that is being made."""

from __future__ import annotations

import numpy as np

from core.ink.drawing import STEADY, Drawing
from core.records import Floats

LEAST_MOVE = 0.002
"""Points closer to the last one than this share of the sheet are not kept."""

DOT = 0.008
"""A stroke that stays within this share of the sheet is a dot: a hand is never still."""

ERASER = 0.03
"""How far from a line, in shares of the sheet, the eraser still takes it away."""

LONGEST_PAUSE_S = 0.6
"""Between two strokes, as it is kept: nobody wants to watch a person think."""


class History:
    """Drawings in the order in which they came about, and where in it the person is."""

    def __init__(self) -> None:
        self._drawings = [Drawing()]
        self._place = 0

    @property
    def current(self) -> Drawing:
        """The drawing as it is now."""
        return self._drawings[self._place]

    @property
    def can_undo(self) -> bool:
        """Whether there is a drawing before this one."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether a drawing was undone and nothing drawn since."""
        return self._place + 1 < len(self._drawings)

    def add(self, drawing: Drawing) -> None:
        """Go on to a new drawing; what was undone is forgotten."""
        self._drawings[self._place + 1 :] = [drawing]
        self._place += 1

    def replace(self, drawing: Drawing) -> None:
        """Put another drawing in the place of this one: both are one change."""
        self._drawings[self._place :] = [drawing]

    def undo(self) -> None:
        """Go back by one, if there is one."""
        self._place -= self.can_undo

    def redo(self) -> None:
        """Go forward by one, if there is one."""
        self._place += self.can_redo


class PenStroke:
    """The stroke under the pen: points on the sheet, and when each of them was reached.

    Parameters
    ----------
    before : Drawing
        What is on the sheet already; the stroke's times go on from there.
    """

    def __init__(self, before: Drawing) -> None:
        self._before = before
        self._points: list[tuple[float, float]] = []
        self._times: list[float] = []
        self._pressures: list[float] = []
        self._pressed = False
        self._start_s = 0.0

    def begin(
        self, x: float, y: float, *, since_last_s: float, pressure: float | None = None
    ) -> None:
        """Put the pen down, so long after it was last lifted.

        `pressure` is from 0 to 1; None where nothing tells it, then and later.
        """
        self._pressed = pressure is not None
        if not self._before.empty:
            self._start_s = self._before.seconds + min(since_last_s, LONGEST_PAUSE_S)
        self._keep(x, y, 0.0, pressure)

    def move(
        self, x: float, y: float, *, after_s: float, pressure: float | None = None
    ) -> bool:
        """Go on to a place, so long after the pen came down; give whether it is new."""
        last_x, last_y = self._points[-1]
        if max(abs(x - last_x), abs(y - last_y)) < LEAST_MOVE:
            return False
        self._keep(x, y, after_s, pressure)
        return True

    @property
    def drawing(self) -> Drawing:
        """The sheet with this stroke as far as it goes."""
        points = np.array(self._points, np.float32)
        times = np.array(self._times, np.float32)
        pressures = np.array(self._pressures, np.float32)
        if np.ptp(points, axis=0).max() < DOT:
            points, times, pressures = points[:1], times[:1], pressures[:1]
        return self._before.with_stroke(points, times, pressures if self._pressed else None)

    @property
    def last_pressure(self) -> float | None:
        """How hard the pen pressed at the last point; None where nothing tells it."""
        return self._pressures[-1] if self._pressed else None

    @property
    def points(self) -> Floats:
        """Every point so far, float32 (n, 2)."""
        return np.array(self._points, np.float32)

    @property
    def pressed_points(self) -> Floats:
        """The same with the pressure beside x and y, float32 (n, 3)."""
        return np.column_stack([self._points, self._pressures]).astype(np.float32)

    def _keep(self, x: float, y: float, after_s: float, pressure: float | None) -> None:
        self._pressures.append(STEADY if pressure is None else pressure)
        self._points.append((min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)))
        self._times.append(self._start_s + after_s)


class Eraser:
    """Takes whole strokes away, from its coming down to its lifting as one change.

    Parameters
    ----------
    history : History
        What it erases from.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._began = False

    def erase(self, x: float, y: float) -> bool:
        """Take away what is at a place of the sheet; give whether there was something."""
        before = self._history.current
        after = before.without_strokes_at(x, y, reach=ERASER)
        if len(after.strokes) == len(before.strokes):
            return False
        if self._began:
            self._history.replace(after)
        else:
            self._history.add(after)
        self._began = True
        return True
