"""One plot of several runs: a curve each.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from gui.curves import PlotName
from gui.theme import Theme
from gui.widgets.curve_key import CurveLook
from gui.widgets.epoch_plot import EpochPlot
from gui.widgets.plot_parts import style_axes


class OverlayPlot(EpochPlot):
    """Accuracy or loss of several runs over the epochs."""

    def __init__(self, theme: Theme, plot: PlotName, parent: QWidget | None = None) -> None:
        super().__init__(plot, parent)
        self.setObjectName(f"overlay_{plot}_plot")
        self._theme = theme

    def begin(self) -> None:
        """Draw nothing any more, in the theme's colours."""
        self.clear()
        style_axes(self, self._theme)
        self._cross.setPen(pg.mkPen(self._theme.color("muted"), style=Qt.PenStyle.DotLine))
        self._cross.setVisible(False)
        self.addItem(self._cross, ignoreBounds=True)

    def draw(self, epochs: Sequence[int], values: Sequence[float], look: CurveLook) -> None:
        """Draw one curve."""
        pen = QPen(look.color, look.width_px, look.line)
        pen.setCosmetic(True)
        self.plot(
            np.asarray(epochs, float),
            np.asarray(values, float),
            pen=pen,
            symbol=look.symbol,
            symbolSize=7,
            symbolPen=None,
            symbolBrush=look.color,
            antialias=True,
            connect="finite",
        )

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Draw values on a logarithmic axis."""
        self.getPlotItem().setLogMode(False, logarithmic)

    def show_all(self, last: int) -> None:
        """Show all values, and the epochs up to the last; a single one is not spread out."""
        view = self.getPlotItem().vb
        view.enableAutoRange(y=True)
        if view.linkedView(0) is None:
            view.setXRange(1 if last > 2 else 0, max(last, 2), padding=0.03)
