"""The earlier seeds of a training behind the one that runs: faint lines and a band.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gui.curves import PlotName, RunCurves
from gui.theme import Theme
from gui.widgets.plot_parts import faint

_OPACITY, _BAND_OPACITY = 0.35, 0.18


class SeedsBehind:
    """What one plot shows of earlier seeds: on the validation images, else in training."""

    def __init__(self, plot: pg.PlotWidget, theme: Theme) -> None:
        self._plot, self._theme = plot, theme
        self._items: list[pg.GraphicsObject] = []

    def show(self, name: PlotName, earlier: Sequence[RunCurves]) -> None:
        """Draw these; none takes away what was drawn before."""
        for item in self._items:
            self._plot.removeItem(item)
        self._items = []
        for curve in ("validation", "training"):
            lines = [curves.points((name, curve)) for curves in earlier]
            if lines and all(len(line) for line in lines):
                color = self._theme.curve(curve)
                drawn = [(line.x.copy(), line.y.copy()) for line in lines]
                self._draw(drawn, faint(color, _OPACITY), faint(color, _BAND_OPACITY))
                return

    def _draw(
        self, lines: Sequence[tuple[np.ndarray, np.ndarray]], pen: object, brush: object
    ) -> None:
        for x, y in lines:
            self._add(pg.PlotDataItem(x, y, pen=pg.mkPen(pen, width=1), connect="finite"))
        band = band_of(lines)
        if band is not None:
            x, low, high = band
            ends = (pg.PlotDataItem(x, values, pen=None) for values in (low, high))
            self._add(pg.FillBetweenItem(*ends, brush=brush))

    def _add(self, item: pg.GraphicsObject) -> None:
        item.setZValue(-1)
        self._plot.addItem(item)
        self._items.append(item)


def band_of(
    lines: Sequence[tuple[np.ndarray, np.ndarray]],
) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    """Return epochs, and the mean minus and plus one standard deviation over the seeds.

    Of the epochs that all have; None of a single seed.
    """
    if len(lines) < 2:
        return None
    count = min(len(x) for x, _ in lines)
    values = np.array([y[:count] for _, y in lines])
    mean, deviation = values.mean(axis=0), values.std(axis=0, ddof=1)
    return lines[0][0][:count], mean - deviation, mean + deviation
