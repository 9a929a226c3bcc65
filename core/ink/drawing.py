"""A drawing: what was written on the sheet, where and when.

A drawing never changes; each stroke, each undo gives another one. So a page can keep them
all, play them back, and hand them to a worker while the person draws on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.records import Floats, Images, Ink, Strokes

SHEET_PEN = 0.05
"""Width of the pen on the sheet that is drawn on, as a share of the sheet's side."""

SUFFIX = ".strokes.json"
"""How the name of a file of strokes ends."""

STEADY = 0.5
"""The pressure of what has none, as a mouse: a line as wide as the pen is set."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """Strokes with the time of each point, or a picture.

    Parameters
    ----------
    strokes : tuple of ndarray of float32, shape (points, 2)
        On the sheet, (0, 0) its upper left corner.
    times : tuple of ndarray of float32, shape (points,)
        Seconds since the first point of the drawing; one array for each stroke.
    sheet : tuple of two floats
        Width and height of the sheet, in the unit of the strokes.
    image : ndarray of uint8, shape (rows, columns), or None
        A picture that was pasted or opened, 0 = black; then there are no strokes.
    pressures : tuple of ndarray of float32, shape (points,)
        How hard the pen pressed at each point, 0 to 1; one array for each stroke, or none at
        all where no pen told. It is for the eye: no network sees it.
    """

    strokes: Strokes = ()
    times: tuple[Floats, ...] = ()
    sheet: tuple[float, float] = (1.0, 1.0)
    image: Images | None = None
    pressures: tuple[Floats, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing on the sheet."""
        return not self.strokes and self.image is None

    @property
    def ink(self) -> Ink:
        """What preprocessing needs of it."""
        return Ink(self.strokes, self.image, self.sheet)

    @property
    def seconds(self) -> float:
        """The time of the last point; 0 for a picture or an empty sheet."""
        return max((float(times[-1]) for times in self.times), default=0.0)

    @property
    def pressed_strokes(self) -> Strokes:
        """The strokes as points with the pressure beside x and y, float32 (n, 3)."""
        return tuple(
            np.column_stack([stroke, pressure]).astype(np.float32)
            for stroke, pressure in zip(self.strokes, self._all_pressures(), strict=True)
        )

    def with_stroke(
        self, points: Floats, times: Floats, pressure: Floats | None = None
    ) -> Drawing:
        """Return the drawing with one stroke more; a picture makes way for it."""
        pressures: tuple[Floats, ...] = ()
        if pressure is not None or self.pressures:
            steady = np.full(len(points), STEADY, np.float32)
            pressures = (*self._all_pressures(), steady if pressure is None else pressure)
        return replace(
            self,
            strokes=(*self.strokes, points),
            times=(*self.times, times),
            image=None,
            pressures=pressures,
        )

    def _all_pressures(self) -> tuple[Floats, ...]:
        steady = (np.full(len(stroke), STEADY, np.float32) for stroke in self.strokes)
        return self.pressures or tuple(steady)

    def without_strokes_at(self, x: float, y: float, *, reach: float) -> Drawing:
        """Return the drawing without the strokes that come within `reach` of a place."""
        place = np.array((x, y), np.float64)
        kept = [n for n, line in enumerate(self.strokes) if _away(place, line) > reach]
        return replace(
            self,
            strokes=tuple(self.strokes[n] for n in kept),
            times=tuple(self.times[n] for n in kept),
            pressures=tuple(self.pressures[n] for n in kept if self.pressures),
        )

    def on_unit_square(self) -> Drawing:
        """Return the same drawing on a sheet of width and height 1, in its middle."""
        if self.sheet == (1.0, 1.0):
            return self
        side = max(self.sheet)
        corner = (np.array(self.sheet) - side) / 2
        strokes = tuple(((s - corner) / side).astype(np.float32) for s in self.strokes)
        return replace(self, strokes=strokes, sheet=(1.0, 1.0))

    def until(self, seconds: float) -> Drawing:
        """Return the drawing as it was at that time; the point then drawn is included."""
        # In the precision of the times themselves, or a point's own time would miss it.
        end = np.float32(seconds)
        counts = [int(np.searchsorted(times, end, side="right")) for times in self.times]
        begun = [i for i, count in enumerate(counts) if count]
        return replace(
            self,
            strokes=tuple(self.strokes[i][: counts[i]] for i in begun),
            times=tuple(self.times[i][: counts[i]] for i in begun),
            pressures=tuple(self.pressures[i][: counts[i]] for i in begun if self.pressures),
        )


def _away(place: NDArray[np.float64], line: Floats) -> float:
    """Return the distance from a place to the straight joins of a line's points."""
    points = np.asarray(line, np.float64)
    starts, legs = points[:-1], np.diff(points, axis=0)
    if not len(legs):
        return float(np.hypot(*(points[0] - place)))
    squared = np.maximum((legs**2).sum(axis=1), 1e-18)
    share = np.clip(((place - starts) * legs).sum(axis=1) / squared, 0, 1)
    rest = place - starts - share[:, None] * legs
    return float(np.sqrt((rest**2).sum(axis=1).min()))


def steadily_timed(strokes: Strokes) -> tuple[Floats, ...]:
    """Return times for strokes that have none: a hundred points a second, a pause between."""
    lengths = [len(stroke) for stroke in strokes]
    starts = np.concatenate([[0], np.cumsum([0.01 * n + 0.2 for n in lengths])])
    return tuple(
        (start + 0.01 * np.arange(n)).astype(np.float32)
        for start, n in zip(starts[:-1], lengths, strict=True)
    )
