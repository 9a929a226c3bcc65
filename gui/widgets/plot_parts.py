"""What all plots over epochs share: axes, and how they take the theme's colours.

This module imports pyqtgraph, which delays the first paint: import it after the window was
shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from gui.curves import PlotName
from gui.theme import Theme

AXIS_PX = 52
"""Width of the value axis, the same in both plots so that their epochs stand in line."""

_GRID, _STRONG_GRID = 110, 40
"""How opaque the grid is, of 255: where hairlines are black, less so."""

_BAND_OPACITY = 0.18


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Accuracy as per cent; loss with the digits it needs."""

    def __init__(self, plot: PlotName) -> None:
        super().__init__("left")
        self._percent = plot == "accuracy"
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the texts of the ticks."""
        if not self._percent or self.logMode:
            texts: list[str] = super().tickStrings(values, scale, spacing)
            return texts
        decimals = max(0, -int(np.floor(np.log10(100 * spacing) + 1e-9)))
        return [f"{100 * value:.{decimals}f} %" for value in values]


class EpochAxis(pg.AxisItem):  # type: ignore[misc]
    """Whole epochs, unless the person zooms into one."""

    def tickSpacing(self, *span: float) -> list[tuple[float, float]]:
        """Return the distances of large and small ticks for (first, last, pixels)."""
        levels: list[tuple[float, float]] = super().tickSpacing(*span)
        if span[1] - span[0] < 1.5:
            return levels
        return [(max(1.0, np.round(spacing)), offset) for spacing, offset in levels]


def style_axes(plot: pg.PlotWidget, theme: Theme) -> None:
    """Take the colours of ground and axes from the theme."""
    plot.setBackground(theme.color("surface"))
    for side in ("left", "bottom"):
        axis = plot.getPlotItem().getAxis(side)
        axis.setPen(theme.color("hairline"))
        axis.setTextPen(theme.color("muted"))
        axis.setTickPen(faint(theme.color("hairline"), 0.7))
        axis.setStyle(tickFont=theme.font("small"), tickLength=0)
        axis.setGrid(_STRONG_GRID if theme.high_contrast else _GRID)


def faint(color: QColor, opacity: float) -> QColor:
    """Return a colour that lets the ground shine through."""
    shade = QColor(color)
    shade.setAlphaF(opacity)
    return shade


def band(
    low: Sequence[tuple[int, float]], high: Sequence[tuple[int, float]], color: QColor
) -> tuple[pg.GraphicsObject, ...]:
    """Return what fills the room between two lines: the band, then its unseen edges.

    Add the band with ``ignoreBounds``: its own bounds hold the origin too, and would flatten
    whatever lies far from it. The view fits the edges.
    """
    edges = [pg.PlotDataItem(*columns(line), pen=None) for line in (low, high)]
    return pg.FillBetweenItem(*edges, brush=faint(color, _BAND_OPACITY)), *edges


def columns(line: Sequence[tuple[int, float]]) -> tuple[list[int], list[float]]:
    """Return the epochs of a line, and its values."""
    return [epoch for epoch, _ in line], [value for _, value in line]
