"""The seeds of a training behind the first one: faint lines, and the band that all make.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, get_args

import pyqtgraph as pg

from core.experiments.curves import Line, curve_of
from gui.curves import PlotName, RunCurves
from gui.theme import Theme
from gui.widgets.plot_parts import band, columns, faint

_Curve: TypeAlias = Literal["validation", "training"]

_CURVES: tuple[_Curve, ...] = get_args(_Curve)

_OPACITY = 0.35


class SeedsBehind:
    """What one plot shows of several seeds: on the validation images, else in training."""

    def __init__(self, plot: pg.PlotWidget, theme: Theme) -> None:
        self._plot, self._theme = plot, theme
        self._items: list[pg.GraphicsObject] = []

    def show(self, name: PlotName, seeds: Sequence[RunCurves], *, ended: bool = False) -> None:
        """Draw these, of which the first is drawn as the training itself.

        None takes away what was drawn before; `ended` says that they get no more epochs.
        """
        for item in self._items:
            self._plot.removeItem(item)
        self._items = []
        for curve in _CURVES:
            lines = [_line(seed, name, curve) for seed in seeds]
            if any(lines):
                self._draw(lines, curve, ended=ended)
                return

    def _draw(self, lines: Sequence[Line], curve: _Curve, *, ended: bool) -> None:
        color = self._theme.curve(curve)
        pen = pg.mkPen(faint(color, _OPACITY), width=1)
        for line in lines[1:]:
            self._add(pg.PlotDataItem(*columns(line), pen=pen))
        begun = [line for line in lines if line]
        if len(begun) < 2:
            return
        ends = curve_of(0, begun, [ended] * len(begun)).band()
        filled, *edges = band(*ends, color)
        self._add(filled, in_view=False)
        for edge in edges:
            self._add(edge)

    def _add(self, item: pg.GraphicsObject, *, in_view: bool = True) -> None:
        item.setZValue(-1)
        self._plot.addItem(item, ignoreBounds=not in_view)
        self._items.append(item)


def _line(curves: RunCurves, plot: PlotName, curve: _Curve) -> Line:
    """Return the points of a curve that are numbers."""
    points = curves.points((plot, curve))
    pairs = zip(points.x.tolist(), points.y.tolist(), strict=True)
    return tuple((round(x), y) for x, y in pairs if y == y)
