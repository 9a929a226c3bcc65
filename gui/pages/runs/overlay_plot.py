"""One plot of several runs: curves, a line under the mouse, keys to move it.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.curves import PlotName
from gui.sizes import scaled
from gui.theme import Theme
from gui.widgets.curve_key import CurveLook
from gui.widgets.plot_parts import AXIS_PX, EpochAxis, ValueAxis, style_axes


class OverlayPlot(pg.PlotWidget):  # type: ignore[misc]
    """Accuracy or loss of several runs over the epochs.

    Signals:
        hovered: The epoch (a fraction) under the mouse.
        stepped: -1 or 1, by the arrow keys.
        left: The mouse left the plot.
        all_wanted: The person wants to see all points.
    """

    hovered = Signal(float)
    stepped = Signal(int)
    left = Signal()
    all_wanted = Signal()

    def __init__(self, theme: Theme, plot: PlotName, parent: QWidget | None = None) -> None:
        axes = {"left": ValueAxis(plot), "bottom": EpochAxis("bottom")}
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self.setObjectName(f"overlay_{plot}_plot")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(scaled(96))
        self._theme = theme
        item = self.getPlotItem()
        item.hideButtons()
        item.getAxis("left").setWidth(scaled(AXIS_PX))
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)

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

    def set_cross(self, epoch: int | None) -> None:
        """Put the line under the mouse at an epoch, or hide it."""
        self._cross.setVisible(epoch is not None)
        if epoch is not None:
            self._cross.setValue(epoch)

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Draw values on a logarithmic axis."""
        self.getPlotItem().setLogMode(False, logarithmic)

    def show_all(self, last: int) -> None:
        """Show all values, and the epochs up to the last; a single one is not spread out."""
        view = self.getPlotItem().vb
        view.enableAutoRange(y=True)
        if view.linkedView(0) is None:
            view.setXRange(1 if last > 2 else 0, max(last, 2), padding=0.03)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all points again."""
        self.all_wanted.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show all points with A, move the line with Left and Right."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_A and not event.modifiers():
            self.all_wanted.emit()
        elif key in steps:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is gone."""
        super().leaveEvent(event)
        self.left.emit()

    def _on_mouse_moved(self, position: QPointF) -> None:
        view = self.getPlotItem().vb
        if view.sceneBoundingRect().contains(position):
            self.hovered.emit(view.mapSceneToView(position).x())
