"""One small plot of a training's own numbers.

This module imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.diagnosis.illustration import Illustration, Series
from gui.sizes import scaled
from gui.theme import GRID_PX, Curve, Theme
from gui.widgets.curve_key import CurveKey, CurveLook, KeyEntry
from gui.widgets.plot_parts import EpochAxis, style_axes
from gui.words import phrase

_CURVES: tuple[Curve, ...] = ("training", "validation", "logits", "published")
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_SYMBOLS = ("o", "s", "t")
_BAR = 0.7

PLOT_PX = 232

LEAST_SHARE = 0.05
"""Shares are drawn over so much at least: five points."""

_EDGE = 0.02
"""So that marks at 0 and 1 are whole."""

FEWEST_BARE = 60
"""From so many points on a line has no marks."""


class WhyPlot(QWidget):
    """An `Illustration`, drawn: lines over epochs or steps, named above, or bars."""

    def __init__(
        self, drawn: Illustration, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("why_plot")
        self._theme = theme
        self._plot = self._new_plot(drawn)
        key = CurveKey(theme, "why_key")
        looks = [self._look(number, drawn) for number in range(len(drawn.series))]
        for series, look in zip(drawn.series, looks, strict=True):
            self._draw(drawn, series, look)
        entries = [
            KeyEntry(phrase(series.name), "", look)
            for series, look in zip(drawn.series, looks, strict=True)
        ]
        key.show_entries("", entries)
        key.setVisible(len(entries) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(key)
        column.addWidget(self._plot)

    def _new_plot(self, drawn: Illustration) -> pg.PlotWidget:
        axes = {} if drawn.ticks else {"bottom": EpochAxis("bottom")}
        plot = pg.PlotWidget(enableMenu=False, axisItems=axes)
        plot.setAccessibleName(phrase(drawn.title))
        plot.setFixedHeight(scaled(PLOT_PX))
        item = plot.getPlotItem()
        item.hideButtons()
        item.setMouseEnabled(False, False)
        color = self._theme.color("muted").name()
        item.setLabel("bottom", phrase(drawn.x_name), color=color)
        item.setLabel("left", phrase(drawn.y_name), color=color)
        item.getAxis("left").enableAutoSIPrefix(False)
        style_axes(plot, self._theme)
        if drawn.y_name == "share":
            # What differs by a thousandth looks like it, and no axis goes beyond 1.
            item.setLimits(yMin=-_EDGE, yMax=1 + _EDGE, minYRange=LEAST_SHARE)
        if drawn.ticks:
            item.getAxis("bottom").setTicks([list(zip(drawn.x, drawn.ticks, strict=True))])
        return plot

    def _look(self, number: int, drawn: Illustration) -> CurveLook:
        few = len(drawn.x) < FEWEST_BARE
        return CurveLook(
            self._theme.curve(_CURVES[number % len(_CURVES)]),
            _LINES[number % len(_LINES)],
            _SYMBOLS[number % len(_SYMBOLS)] if few else None,
        )

    def _draw(self, drawn: Illustration, series: Series, look: CurveLook) -> None:
        x, y = np.array(drawn.x), np.array(series.values, float)
        if drawn.kind == "bars":
            bars = pg.BarGraphItem(x=x, height=y, width=_BAR, brush=look.color, pen=None)
            self._plot.addItem(bars)
            return
        self._plot.plot(
            x,
            y,
            pen=pg.mkPen(look.color, width=look.width_px, style=look.line),
            symbol=look.symbol,
            symbolSize=6,
            symbolPen=None,
            symbolBrush=look.color,
            connect="finite",
            antialias=True,
        )
