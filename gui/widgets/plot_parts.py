"""What all plots over epochs share: axes, legend, and how they take the theme's colours.

This module imports pyqtgraph, which delays the first paint: import it after the window was
shown.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from gui.curves import PlotName
from gui.theme import Theme

AXIS_PX = 52
"""Width of the value axis, the same in both plots so that their epochs stand in line."""


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


class Legend(pg.LegendItem):  # type: ignore[misc]
    """The names of the curves that are drawn, inside the plot."""

    def __init__(self, *, at_top: bool) -> None:
        super().__init__(offset=(-10, 8 if at_top else -8), verSpacing=-4)

    def show_as(self, curve: pg.PlotDataItem, label: str) -> None:
        """Add a curve, or give it another name."""
        if self.getLabel(curve) is None:
            self.addItem(curve, label)
        else:
            self.getLabel(curve).setText(label)

    def leave_out(self, curve: pg.PlotDataItem) -> None:
        """Remove a curve."""
        if self.getLabel(curve) is not None:
            self.removeItem(curve)

    def restyle(self, theme: Theme) -> None:
        """Take the colours anew."""
        self.setBrush(faint(theme.color("surface"), 0.85))
        self.setPen(None)
        self.setLabelTextSize(f"{theme.font('small').pixelSize()}px")
        self.setLabelTextColor(theme.color("text"))
        for _, label in self.items:  # pyqtgraph takes a new colour only with a new text
            label.setText(label.text)


def style_axes(plot: pg.PlotWidget, theme: Theme) -> None:
    """Take the colours of ground and axes from the theme."""
    plot.setBackground(theme.color("surface"))
    for side in ("left", "bottom"):
        axis = plot.getPlotItem().getAxis(side)
        axis.setPen(theme.color("hairline"))
        axis.setTextPen(theme.color("muted"))
        axis.setTickPen(faint(theme.color("hairline"), 0.7))
        axis.setStyle(tickFont=theme.font("small"), tickLength=0)
        axis.setGrid(110)


def faint(color: QColor, opacity: float) -> QColor:
    """Return a colour that lets the ground shine through."""
    shade = QColor(color)
    shade.setAlphaF(opacity)
    return shade
