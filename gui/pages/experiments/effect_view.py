"""The effect of one field: dots and their mean against its values; and of two, as a heat map.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from math import isfinite, log10
from statistics import fmean

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.experiments.overview import Effect, ExperimentOverview, HeatMap
from core.experiments.report import MEASURES
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme, readable_on
from gui.widgets.plot_parts import AXIS_PX, ValueAxis, faint, style_axes
from gui.words import percent, phrase

_ROW_PX = 32
_LABEL_PX = 120


class EffectView(QWidget):
    """A box that chooses the field, or the pair of the first two, and what it shows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seen: ExperimentOverview | None = None
        self.field_box = QComboBox()
        self.field_box.setObjectName("effect_field")
        self.field_box.setAccessibleName(self.tr("Field whose effect is shown"))
        self.field_box.setToolTip(self.tr("The field whose effect is shown; or two of them."))
        self.measure_label = QLabel()
        self.measure_label.setProperty("role", "muted")
        self.plot = self._new_plot()
        self.heat = HeatMapView(theme)
        self._views = QStackedWidget()
        self._views.addWidget(self.plot)
        self._views.addWidget(self.heat)
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("Effect of")))
        line.addWidget(self.field_box)
        line.addWidget(self.measure_label)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addLayout(line)
        column.addWidget(self._views, 1)
        self.field_box.currentIndexChanged.connect(self._redraw)
        theme.changed.connect(self._redraw)
        self._redraw()

    def show_overview(self, seen: ExperimentOverview) -> None:
        """Show an experiment; the field that was chosen stays so, where there is one."""
        before, self._seen = self.field_box.currentText(), seen
        names = [effect.field for effect in seen.effects]
        if seen.heat is not None:
            names.append(" \N{MULTIPLICATION SIGN} ".join(seen.heat.fields))
        self.field_box.blockSignals(True)
        self.field_box.clear()
        self.field_box.addItems(names)
        self.field_box.setCurrentIndex(max(0, self.field_box.findText(before)))
        self.field_box.blockSignals(False)
        self.measure_label.setText(phrase(MEASURES[seen.answer.measure]))
        self._redraw()

    def _new_plot(self) -> pg.PlotWidget:
        plot = pg.PlotWidget(axisItems={"left": ValueAxis("accuracy")})
        plot.setObjectName("effect_plot")
        plot.setAccessibleName(self.tr("The effect of the chosen field"))
        plot.setMinimumHeight(140)
        item = plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getAxis("left").setWidth(scaled(AXIS_PX))
        # The ticks are words: a factor beside the name would be of none of them.
        item.getAxis("bottom").enableAutoSIPrefix(False)
        return plot

    def _redraw(self) -> None:
        self.plot.clear()
        style_axes(self.plot, self._theme)
        seen, place = self._seen, self.field_box.currentIndex()
        if seen is None or place < 0:
            return
        if place < len(seen.effects):
            self._views.setCurrentWidget(self.plot)
            self._draw(seen.effects[place])
        elif seen.heat is not None:
            self._views.setCurrentWidget(self.heat)
            self.heat.show_heat(seen.heat)

    def _draw(self, effect: Effect) -> None:
        # The ticks are the values themselves: so the axis can be laid out by hand.
        places = [log10(p) if effect.logarithmic else p for p in effect.places]
        shared, words = ("", effect.words)
        if not effect.numbers:
            shared, words = without_shared_beginning(effect.words)
        ticks = [word.replace("-", "-\n") for word in words] if shared else words
        self.plot.getPlotItem().getAxis("bottom").setTicks(
            [list(zip(places, ticks, strict=True))]
        )
        title = f"{effect.field} {shared}\N{HORIZONTAL ELLIPSIS}" if shared else effect.field
        if effect.logarithmic:
            title = self.tr("{field} (logarithmic)").format(field=effect.field)
        self.plot.setLabel("bottom", title)
        told = [(p, dots) for p, dots in zip(places, effect.dots, strict=True) if dots]
        color = self._theme.curve("validation")
        self.plot.plot(
            [p for p, dots in told for _ in dots],
            [value for _, dots in told for value in dots],
            pen=None,
            symbol="o",
            symbolSize=7,
            symbolPen=None,
            symbolBrush=faint(color, 0.5),
        )
        # Words have no order: their means are not joined.
        self.plot.plot(
            [p for p, _ in told],
            [fmean(dots) for _, dots in told],
            pen=pg.mkPen(color, width=2) if effect.numbers else None,
            symbol="d",
            symbolSize=11,
            symbolPen=None,
            symbolBrush=color,
            antialias=True,
        )
        view = self.plot.getPlotItem().vb
        view.enableAutoRange()
        if not effect.numbers:
            # A word is as wide as its place: at the very edge it would not be written.
            view.setXRange(min(places) - 0.5, max(places) + 0.5, padding=0)


def without_shared_beginning(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return what all names begin with, up to a hyphen, and what is left of each."""
    parts = [word.split("-") for word in words]
    count, most = 0, min(map(len, parts)) - 1 if len(parts) > 1 else 0
    while count < most and len({own[count] for own in parts}) == 1:
        count += 1
    shared = "".join(f"{part}-" for part in parts[0][:count]) if parts else ""
    return shared, tuple(word.removeprefix(shared) for word in words)


class HeatMapView(QWidget):
    """A cell for each pair of values, with its mean in it; the darker, the better."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("effect_heat_map")
        self.setAccessibleName(self.tr("Means for pairs of values"))
        self._theme = theme
        self._heat: HeatMap | None = None
        theme.changed.connect(self.update)

    def show_heat(self, heat: HeatMap) -> None:
        """Show these means."""
        self._heat = heat
        lines = (
            ", ".join(
                f"{column}: {percent(mean)}"
                for column, mean in zip(heat.columns, means, strict=True)
            )
            for means in heat.means
        )
        words = zip(heat.rows, lines, strict=True)
        self.setAccessibleDescription("; ".join(f"{row}: {line}" for row, line in words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which some rows can be read."""
        return QSize(480, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, values of the first field at the left, of the second above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        heat = self._heat
        if heat is None or not heat.rows:
            return
        painter.setFont(self._theme.font("small"))
        label_px, row_px = scaled(_LABEL_PX), scaled(_ROW_PX)
        known = [mean for means in heat.means for mean in means if isfinite(mean)]
        low, high = (min(known), max(known)) if known else (0.0, 1.0)
        width = (self.width() - label_px) / len(heat.columns)
        height = min(2 * row_px, (self.height() - 2 * row_px) / len(heat.rows))
        painter.setPen(self._theme.color("muted"))
        self._corner(painter, heat)
        for column, word in enumerate(heat.columns):
            box = QRectF(label_px + column * width, row_px, width, row_px)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        for row, means in enumerate(heat.means):
            top = 2 * row_px + row * height
            painter.setPen(self._theme.color("muted"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, label_px - GRID_PX, height), side, heat.rows[row])
            for column, mean in enumerate(means):
                cell = QRectF(label_px + column * width, top, width - 1, height - 1)
                self._paint_cell(painter, cell, mean, (low, high))

    def _corner(self, painter: QPainter, heat: HeatMap) -> None:
        label_px, row_px = scaled(_LABEL_PX), scaled(_ROW_PX)
        box = QRectF(label_px, 0, self.width() - label_px, row_px)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, heat.fields[1])
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(0, row_px, label_px - GRID_PX, row_px),
            side,
            heat.fields[0],
        )

    def _paint_cell(
        self, painter: QPainter, cell: QRectF, mean: float, ends: tuple[float, float]
    ) -> None:
        ground = self._color(mean, *ends)
        painter.fillRect(cell, ground)
        painter.setPen(readable_on(ground))
        if isfinite(mean):
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, percent(mean))

    def _color(self, mean: float, low: float, high: float) -> QColor:
        if not isfinite(mean):
            return self._theme.color("background")
        share = (mean - low) / (high - low) if high > low else 1.0
        return self._theme.blend("accent", "surface", 0.1 + 0.8 * share)
