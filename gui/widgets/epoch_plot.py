"""A plot over epochs as a person handles it: a line under the mouse, keys to move it.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.curves import PlotName
from gui.sizes import scaled
from gui.widgets.plot_parts import AXIS_PX, EpochAxis, ValueAxis


class EpochPlot(pg.PlotWidget):  # type: ignore[misc]
    """Accuracy or loss over epochs, with a line at one of them.

    Double-click or A asks for all points; Left and Right ask for the epoch beside.

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

    def __init__(self, plot: PlotName, parent: QWidget | None = None) -> None:
        axes = {"left": ValueAxis(plot), "bottom": EpochAxis("bottom")}
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(scaled(96))
        item = self.getPlotItem()
        item.hideButtons()
        item.getAxis("left").setWidth(scaled(AXIS_PX))
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.setVisible(False)
        self.addItem(self._cross, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def set_cross(self, epoch: float | None) -> None:
        """Put the line at an epoch, or hide it."""
        self._cross.setVisible(epoch is not None)
        if epoch is not None:
            self._cross.setValue(epoch)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for all points again."""
        self.all_wanted.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for all points with A, for another epoch with Left and Right."""
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
