"""The curves of several runs over each other: accuracy above, loss below.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.errors import InklingError
from core.records import EpochReport
from gui.curves import PlotName
from gui.theme import GRID_PX, Theme
from gui.widgets.plot_parts import AXIS_PX, EpochAxis, Legend, ValueAxis, style_axes

_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
"""After ten colours the dash changes, so that thirty runs can be told apart."""

NamedRun = tuple[str, tuple[EpochReport, ...]]


class OverlayPlots(QWidget):
    """One curve a run in each plot: on the validation images, else in training."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: Sequence[NamedRun] = ()
        self._plots: dict[PlotName, pg.PlotWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        titles: dict[PlotName, str] = {
            "accuracy": self.tr("Accuracy on the validation images, else in training"),
            "loss": self.tr("Loss on the validation images, else in training"),
        }
        for name, title in titles.items():
            label = QLabel(title)
            label.setFont(theme.font("body", bold=True))
            self._plots[name] = self._new_plot(name, title)
            layout.addWidget(label)
            layout.addWidget(self._plots[name], 1)
        self._plots["loss"].setXLink(self._plots["accuracy"])
        self._plots["loss"].setLabel("bottom", self.tr("epoch"))
        self._legend = Legend(at_top=False)
        self._legend.setParentItem(self._plots["accuracy"].getPlotItem().vb)
        theme.changed.connect(self._redraw)
        self._redraw()

    def show_runs(self, runs: Sequence[NamedRun]) -> None:
        """Draw these runs' figures, by name."""
        self._runs = runs
        self._redraw()

    def export(self, path: Path) -> None:
        """Write both plots as they are shown, as SVG or else as PNG of twice the size.

        Raises
        ------
        InklingError
            If the file cannot be written.
        """
        size = self.size()
        if path.suffix.lower() == ".svg":
            picture = QSvgGenerator()
            picture.setFileName(str(path))
            picture.setSize(size)
            picture.setViewBox(self.rect())
            written = self._paint(picture)
        else:
            image = QImage(size * 2, QImage.Format.Format_RGB32)
            written = self._paint(image) and image.save(str(path))
        if not written:
            raise InklingError(
                "{file} could not be written.", "Choose another folder.", file=str(path)
            )

    def _paint(self, target: QImage | QSvgGenerator) -> bool:
        painter = QPainter()
        if not painter.begin(target):
            return False
        scale = 2.0 if isinstance(target, QImage) else 1.0
        painter.scale(scale, scale)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.setPen(self._theme.color("text"))
        for child in self.findChildren(QLabel):
            painter.drawText(QRectF(child.geometry()), child.text())
        for plot in self._plots.values():
            place = QRectF(plot.geometry())
            plot.scene().render(painter, place, plot.viewRect())
        return painter.end()

    def sizeHint(self) -> QSize:
        """Ask for two readable plots."""
        return QSize(640, 420)

    def _new_plot(self, name: PlotName, title: str) -> pg.PlotWidget:
        axes = {"left": ValueAxis(name), "bottom": EpochAxis("bottom")}
        plot = pg.PlotWidget(axisItems=axes)
        plot.setObjectName(f"overlay_{name}_plot")
        plot.setAccessibleName(title)
        plot.setMinimumHeight(96)
        item = plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getAxis("left").setWidth(AXIS_PX)
        return plot

    def _redraw(self) -> None:
        self._legend.clear()
        self._legend.restyle(self._theme)
        for name, plot in self._plots.items():
            plot.clear()
            style_axes(plot, self._theme)
            for number, (run_name, epochs) in enumerate(self._runs):
                curve = self._draw(plot, name, number, epochs)
                if name == "accuracy":
                    self._legend.show_as(curve, run_name)
            plot.getPlotItem().vb.enableAutoRange()

    def _draw(
        self, plot: pg.PlotWidget, name: PlotName, number: int, epochs: Sequence[EpochReport]
    ) -> pg.PlotDataItem:
        color = self._theme.digit(number % 10)
        pen = pg.mkPen(color, width=2, style=_LINES[number // 10 % len(_LINES)])
        return plot.plot(
            [epoch.epoch for epoch in epochs],
            [_figure(epoch, name) for epoch in epochs],
            pen=pen,
            symbol="o" if len(epochs) < 60 else None,
            symbolSize=5,
            symbolPen=None,
            symbolBrush=color,
            antialias=True,
        )


def _figure(epoch: EpochReport, name: PlotName) -> float:
    if name == "accuracy":
        return epoch.accuracy if epoch.val_accuracy is None else epoch.val_accuracy
    return epoch.loss if epoch.val_loss is None else epoch.val_loss
