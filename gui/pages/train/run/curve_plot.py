"""One plot of curves over epochs: accuracy or loss.

This module imports pyqtgraph, which delays the first paint: import it after the window was
shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QWidget

from core.diagnosis.course import RateChange
from core.evaluation.metrics import CLIPPED_LOSS_LIMIT, loss_of_guessing
from core.layers import CLASSES
from gui.curves import CurveName, PlotName, Points, whole_epochs
from gui.theme import Curve, Theme
from gui.widgets.epoch_plot import EpochPlot
from gui.widgets.plot_parts import faint, style_axes


@dataclass(frozen=True)
class Look:
    """How a curve is drawn: colour, and line and mark that say the same without colour."""

    curve: Curve
    line: Qt.PenStyle
    symbol: str | None
    width_px: float = 2.0
    opacity: float = 1.0


LOOKS: dict[CurveName, Look] = {
    "published_training": Look("published", Qt.PenStyle.DashLine, None, 1.5),
    "published_validation": Look("published", Qt.PenStyle.DashDotLine, None, 1.5),
    "beside_training": Look("training", Qt.PenStyle.DashLine, None, 1.5, 0.6),
    "beside_validation": Look("validation", Qt.PenStyle.DashLine, None, 1.5, 0.6),
    "steps": Look("training", Qt.PenStyle.SolidLine, None, 1.0, 0.55),
    "training": Look("training", Qt.PenStyle.SolidLine, "o"),
    "validation": Look("validation", Qt.PenStyle.SolidLine, "s"),
    "training_logits": Look("logits", Qt.PenStyle.DotLine, "o"),
    "validation_logits": Look("logits", Qt.PenStyle.DotLine, "s"),
}
"""In the order in which they are painted."""


class CurvePlot(EpochPlot):
    """The curves of a training, its best epoch, and what the loss is measured by.

    The person's zoom is kept while points arrive.
    """

    def __init__(self, theme: Theme, plot: PlotName, parent: QWidget | None = None) -> None:
        super().__init__(plot, parent)
        self._theme = theme
        self._plot = plot
        self._logarithmic = False
        self.setObjectName(f"{plot}_plot")
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setStyle(maxTickLevel=1)
            # Axes with their grid cost most of a redraw and seldom change: paint them once.
            axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._curves = {name: self._new_curve(name) for name in LOOKS}
        self._best = self._new_line()
        self._changes: list[pg.InfiniteLine] = []
        self._values = [loss_of_guessing(CLASSES), CLIPPED_LOSS_LIMIT]
        self._levels = [self._new_level(value) for value in self._values]
        item.vb.sigYRangeChanged.connect(self._show_names_in_view)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_points(self, name: CurveName, points: Points) -> None:
        """Draw these points as the curve of this name."""
        # copies: the arrays behind the views go on growing
        x, y = points.x.copy(), points.y.copy()
        connect: Any = whole_epochs(x) if name == "steps" else "finite"
        self._curves[name].setData(x, y, connect=connect)

    def hide_curve(self, name: CurveName) -> None:
        """Draw this curve no more."""
        self._curves[name].clear()

    def settle(self) -> None:
        """Fit the view now; else pyqtgraph does it amid painting, and paints all twice."""
        self.scene().prepareForPaint()

    def fit_steps(self, fit: bool) -> None:
        """Let the values axis fit the points within epochs too; they would flatten the rest."""
        self._curves["steps"].fitted = fit

    def set_best(self, epoch: int | None) -> None:
        """Mark the best epoch with a vertical line."""
        self._best.setVisible(epoch is not None)
        if epoch is not None:
            self._best.setValue(epoch)

    def set_rate_changes(self, changes: Sequence[RateChange]) -> None:
        """Mark the epochs in which the person changed the learning rate."""
        if len(changes) == len(self._changes):
            return
        for line in self._changes:
            self.removeItem(line)
        self._changes = [self._new_change(change) for change in changes]
        self._restyle_changes()

    def set_levels(self, guessing: str, clipped: str, classes: int = CLASSES) -> None:
        """Mark the loss of guessing and the largest clipped loss; an empty label hides one."""
        self._values[0] = loss_of_guessing(classes)
        self._place_levels()
        for level, label in zip(self._levels, (guessing, clipped), strict=True):
            level.setVisible(bool(label))
            level.label.setFormat(label)
        self._show_names_in_view()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Draw values on a logarithmic axis."""
        self._logarithmic = logarithmic
        self.getPlotItem().setLogMode(False, logarithmic)
        self._place_levels()
        self.show_all()

    def _place_levels(self) -> None:
        for level, value in zip(self._levels, self._values, strict=True):
            level.setValue(log10(value) if self._logarithmic else value)

    def _show_names_in_view(self) -> None:
        """Hide the name of a level whose line is not seen: else half of it hangs into view."""
        low, high = self.getPlotItem().vb.viewRange()[1]
        for level in self._levels:
            level.label.setVisible(low <= level.value() <= high)

    def show_empty(self, epochs: int) -> None:
        """Let the axes promise so many epochs, as long as there are no points."""
        highest = 1.0 if self._plot == "accuracy" else 1.2 * self._values[0]
        self.getPlotItem().vb.setRange(xRange=(0, epochs), yRange=(0, highest), padding=0.02)

    def show_all(self) -> None:
        """Undo the person's zoom: all points, and follow them as they come."""
        view = self.getPlotItem().vb
        view.enableAutoRange(y=True)
        if view.linkedView(0) is None:
            view.enableAutoRange(x=True)

    def _new_curve(self, name: CurveName) -> pg.PlotDataItem:
        kind = _StepsItem if name == "steps" else pg.PlotDataItem
        # Antialiased lines cost most: only the curves with few points get them.
        curve = kind(antialias=name != "steps")
        self.addItem(curve)
        return curve

    def _new_line(self) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=90, movable=False)
        line.setVisible(False)
        self.addItem(line, ignoreBounds=True)
        return line

    def _new_level(self, value: float) -> pg.InfiniteLine:
        # In the upper half of the plot the label hangs under its line, else it stands on it.
        options = {"position": 0.5, "anchors": [(0.5, 0), (0.5, 1)]}
        level = pg.InfiniteLine(value, angle=0, label="", labelOpts=options)
        level.setVisible(False)
        self.addItem(level, ignoreBounds=True)
        return level

    def _new_change(self, change: RateChange) -> pg.InfiniteLine:
        # In the first plot only, where there is room for words.
        words = f"{change.old:g} \N{RIGHTWARDS ARROW} {change.new:g}"
        options = {"position": 0.08, "anchors": [(1, 1), (1, 1)]}
        line = pg.InfiniteLine(
            change.epoch,
            angle=90,
            label=words if self._plot == "accuracy" else None,
            labelOpts=options,
        )
        self.addItem(line, ignoreBounds=True)
        return line

    def _restyle_changes(self) -> None:
        for line in self._changes:
            line.setPen(pg.mkPen(self._theme.color("warn"), style=Qt.PenStyle.DashLine))
            if self._plot == "accuracy":
                line.label.setColor(self._theme.color("warn"))
                line.label.setFont(self._theme.font("small"))

    def _restyle(self) -> None:
        """Take all colours from the theme anew."""
        theme = self._theme
        style_axes(self, theme)
        for name, curve in self._curves.items():
            _style_curve(curve, LOOKS[name], theme)
        self._best.setPen(pg.mkPen(theme.color("good"), width=1.5))
        self._cross.setPen(pg.mkPen(theme.color("muted"), style=Qt.PenStyle.DotLine))
        for level in self._levels:
            level.setPen(pg.mkPen(theme.color("muted"), style=Qt.PenStyle.DotLine))
            level.label.setColor(theme.color("muted"))
            level.label.setFont(theme.font("small"))
        self._restyle_changes()


class _StepsItem(pg.PlotDataItem):  # type: ignore[misc]
    """Points within epochs, whose values need not fit into the view.

    They make room for the whole epoch at once, so that the view stands still within it.
    """

    fitted = True

    def dataBounds(self, ax: int, **others: Any) -> tuple[float | None, float | None]:
        """Return the range of the epochs (ax 0) or, where they are to fit, of the values."""
        if ax == 1 and not self.fitted:
            return None, None
        first, last = super().dataBounds(ax, **others)
        return (first, last) if ax == 1 or last is None else (0.0, ceil(last - 1e-9))


def _style_curve(curve: pg.PlotDataItem, look: Look, theme: Theme) -> None:
    color = faint(theme.curve(look.curve), look.opacity)
    pen = QPen(color, look.width_px, look.line)
    pen.setCosmetic(True)
    curve.setPen(pen)
    if look.symbol is not None:
        curve.setSymbol(look.symbol)
        curve.setSymbolSize(6)
        curve.setSymbolPen(None)
        curve.setSymbolBrush(color)
