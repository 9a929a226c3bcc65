"""The curves of settings: mean over the seeds, a band of one deviation, single runs faint.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.experiments.curves import SettingCurve
from core.experiments.overview import ExperimentOverview
from gui.curves import PlotName
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme
from gui.widgets.plot_parts import (
    AXIS_PX,
    EpochAxis,
    ValueAxis,
    band,
    columns,
    faint,
    style_axes,
)
from gui.widgets.run_looks import look_of

_MOST_MARKS = 30

_MARKS = {
    "o": "\N{BLACK CIRCLE}",
    "s": "\N{BLACK SQUARE}",
    "t1": "\N{BLACK UP-POINTING TRIANGLE}",
    "d": "\N{BLACK DIAMOND}",
    "t": "\N{BLACK DOWN-POINTING TRIANGLE}",
}
"""The marks of curves as letters: without colour too the names say whose curve is which."""

MOST_SINGLES = 200
"""Faint lines in one plot; more show nothing and cost redraws."""


class BandPlots(QWidget):
    """Accuracy and loss side by side, over the same epochs; the names stand under them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seen: ExperimentOverview | None = None
        self._plots: dict[PlotName, pg.PlotWidget] = {}
        self.titles: dict[PlotName, QLabel] = {"accuracy": QLabel(), "loss": QLabel()}
        self.names = QLabel()
        self.names.setObjectName("curve_names")
        self.names.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID_PX)
        for column, name in enumerate(self.titles):
            self.titles[name].setFont(theme.font("body", bold=True))
            self._plots[name] = self._new_plot(name)
            grid.addWidget(self.titles[name], 0, column)
            grid.addWidget(self._plots[name], 1, column)
        grid.addWidget(self.names, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        self._plots["loss"].setXLink(self._plots["accuracy"])
        theme.changed.connect(self._redraw)
        self._redraw()

    def show_overview(self, seen: ExperimentOverview) -> None:
        """Draw the curves of an experiment."""
        self._seen = seen
        self._redraw()

    def _new_plot(self, name: PlotName) -> pg.PlotWidget:
        plot = pg.PlotWidget(axisItems={"left": ValueAxis(name), "bottom": EpochAxis("bottom")})
        plot.setObjectName(f"band_{name}_plot")
        plot.setMinimumHeight(scaled(100))
        item = plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getAxis("left").setWidth(scaled(AXIS_PX))
        item.setLabel("bottom", self.tr("epoch"))
        return plot

    def _redraw(self) -> None:
        seen = self._seen
        validated = seen is not None and seen.validated
        titles: dict[PlotName, str] = {
            "accuracy": self.tr("Accuracy on the validation images")
            if validated
            else self.tr("Accuracy in training"),
            "loss": self.tr("Loss on the validation images")
            if validated
            else self.tr("Loss in training"),
        }
        for name, plot in self._plots.items():
            self.titles[name].setText(titles[name])
            plot.setAccessibleName(titles[name])
            plot.clear()
            style_axes(plot, self._theme)
            if seen is not None:
                self._draw(plot, seen.accuracy if name == "accuracy" else seen.loss)
            plot.getPlotItem().vb.enableAutoRange()
        self.names.setText("" if seen is None else self._legend(seen))

    def _draw(self, plot: pg.PlotWidget, curves: Sequence[SettingCurve]) -> None:
        singles = sum(len(curve.singles) for curve in curves)
        for place, curve in enumerate(curves):
            look = look_of(place, self._theme)
            color = look.color
            if len(curve.singles) > 1 and singles <= MOST_SINGLES:
                for single in curve.singles:
                    plot.plot(*columns(single), pen=pg.mkPen(faint(color, 0.35), width=1))
            if len(curve.singles) > 1 and curve.mean:
                filled, *edges = band(*curve.band(), color)
                plot.addItem(filled, ignoreBounds=True)
                for edge in edges:
                    plot.addItem(edge)
            symbol = look.symbol if len(curve.mean) < _MOST_MARKS else None
            plot.plot(
                *columns(curve.mean),
                pen=pg.mkPen(color, width=2.5, style=look.line),
                symbol=symbol,
                symbolSize=5,
                symbolPen=None,
                symbolBrush=color,
                antialias=True,
            )

    def _legend(self, seen: ExperimentOverview) -> str:
        """Return the names of the settings in their colours, and what the band is."""
        labels = {row.setting.number: row.setting.label for row in seen.answer.rows}
        looks = [look_of(place, self._theme) for place in range(len(labels))]
        parts = [
            f'<span style="color:{looks[place].color.name()}">'
            f"{_MARKS[looks[place].symbol or 'o']}</span>"
            f" {labels[curve.setting].replace('<', '&lt;')}"
            for place, curve in enumerate(seen.accuracy or seen.loss)
        ]
        if not parts:
            return self.tr("The curves come with the first epochs.")
        if len(parts) < len(seen.answer.rows):
            parts.append(self.tr("the best {n} are drawn").format(n=len(parts)))
        parts.append(self.tr("band: one standard deviation over the seeds"))
        return "&nbsp;&nbsp; ".join(parts)
