"""Accuracy above, loss below, over the same epochs; redrawn at most ten times a second.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from core.evaluation.metrics import loss_of_guessing
from core.layers import CLASSES
from core.reproduction.experiment import LossLevel
from gui.curves import CurveName, PlotName, RunCurves
from gui.pages.train.run.curve_plot import LOOKS, CurvePlot
from gui.pages.train.run.seeds_behind import SeedsBehind
from gui.theme import GRID_PX, Theme
from gui.widgets.curve_key import CurveKey, CurveLook, KeyEntry
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.plot_menu import PlotMenu
from gui.widgets.plot_parts import faint
from gui.words import number, percent, quantity

READ_OUT: tuple[CurveName, ...] = (
    "training",
    "validation",
    "training_logits",
    "validation_logits",
    "published_training",
    "published_validation",
    "beside_training",
    "beside_validation",
    "steps",
)
"""The curves as they are named above the plots, the most important first."""

REDRAW_MS = 100
"""A redraw of both plots costs some 12 ms in software: more often would starve the pad."""


class RunPlots(QWidget):
    """The two plots of a training, with one line under the mouse and its values above.

    Fill `curves`, then call `curves_changed`: the plots are redrawn at the next tick, and only
    the curves that changed. Nothing ticks while nothing changes.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        accuracy_plot: CurvePlot | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves = RunCurves()
        self._validates_on_test = self._beside_on_test = False
        self._pinned: int | None = None
        self._seeds: Sequence[RunCurves] = ()
        self._seeds_changed = self._seeds_ended = False
        self._keys: dict[PlotName, CurveKey] = {
            "accuracy": CurveKey(theme, "accuracy_readout"),
            "loss": CurveKey(theme, "loss_readout"),
        }
        self._titles: dict[PlotName, QLabel] = {
            "accuracy": QLabel(self.tr("Accuracy")),
            "loss": QLabel(self.tr("Loss")),
        }
        self.accuracy_plot = accuracy_plot or CurvePlot(theme, "accuracy")
        self.loss_plot = CurvePlot(theme, "loss")
        self._plots: dict[PlotName, CurvePlot] = {
            "accuracy": self.accuracy_plot,
            "loss": self.loss_plot,
        }
        self._behind = {name: SeedsBehind(p, theme) for name, p in self._plots.items()}
        self.best_label = ElidedLabel()
        self.best_label.setProperty("role", "good")
        self.logarithmic_box = QCheckBox(self.tr("Logarithmic"))
        self._timer = QTimer(self, interval=REDRAW_MS, singleShot=True)
        self._timer.timeout.connect(self.redraw)
        self._lay_out()
        self._explain()
        self.menu = PlotMenu(
            theme,
            self,
            parts=(*self._titles.values(), *self._keys.values(), *self._plots.values()),
            figures=self._as_csv,
            show_all=self.show_all,
            logarithmic=self.logarithmic_box,
        )
        self._connect()

    @property
    def curves(self) -> RunCurves:
        """What is drawn: give it the reports of the training."""
        return self._curves

    def put_after(self, widget: QWidget) -> None:
        """Let Tab come to the plots behind a widget of the same window."""
        for part in (self.accuracy_plot, self.logarithmic_box, self.loss_plot):
            QWidget.setTabOrder(widget, part)
            widget = part

    def begin(
        self,
        curves: RunCurves,
        *,
        validates_on_test: bool = False,
        beside_on_test: bool = False,
        levels: tuple[LossLevel, ...] = ("guessing",),
        epochs: int = 10,
        classes: int = CLASSES,
        seeds: Sequence[RunCurves] = (),
    ) -> None:
        """Draw other curves from now on; until they have points, axes for so many epochs.

        The `levels` of the loss that mean something, among so many classes, are marked;
        `seeds` are those that are trained side by side, the first with these curves.
        """
        self._curves = curves
        self._validates_on_test = validates_on_test
        self._beside_on_test = beside_on_test
        self._pinned = None
        self._seeds, self._seeds_changed, self._seeds_ended = seeds, False, False
        curves.take_changed()
        self.loss_plot.set_levels(
            self.tr("{loss:.2f}: guessing").format(loss=loss_of_guessing(classes))
            if "guessing" in levels
            else "",
            self.tr("16.118: all wrong, clipped") if "clipped" in levels else "",
            classes,
        )
        for name, plot in self._plots.items():
            plot.set_cross(None)
            plot.show_empty(epochs)
            self._behind[name].show(name, seeds)
            for curve in LOOKS:
                self._draw(name, curve)
        self._draw_marks()
        self.show_all()

    def seeds_changed(self, *, ended: bool = False) -> None:
        """Draw the seeds anew soon; `ended` says that they get no more epochs."""
        self._seeds_changed, self._seeds_ended = True, ended
        self.curves_changed()

    def show_all(self) -> None:
        """Undo the person's zoom in both plots."""
        for plot in self._plots.values():
            plot.show_all()

    def curves_changed(self) -> None:
        """Redraw soon; call it as often as you like."""
        if not self._timer.isActive() and self.isVisible():
            self._timer.start()

    def redraw(self) -> None:
        """Draw the curves that got points, at once."""
        changed = self._curves.take_changed()
        if self._seeds_changed:
            self._seeds_changed = False
            for plot in self._plots:
                self._behind[plot].show(plot, self._seeds, ended=self._seeds_ended)
        for plot in self._plots:
            for curve in LOOKS:
                if (plot, curve) in changed:
                    self._draw(plot, curve)
        if changed:
            self._draw_marks()
            for shown in self._plots.values():
                shown.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody looked."""
        super().showEvent(event)
        self.curves_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID_PX // 2)
        for row, (name, plot) in enumerate(self._plots.items()):
            title = self._titles[name]
            title.setFont(self._theme.font("body", bold=True))
            line = QHBoxLayout()
            line.setSpacing(2 * GRID_PX)
            line.addWidget(title)
            line.addWidget(self._keys[name], 1)
            line.addWidget(self.best_label if name == "accuracy" else self.logarithmic_box)
            grid.addLayout(line, 2 * row, 0)
            grid.addWidget(plot, 2 * row + 1, 0)
            grid.setRowStretch(2 * row + 1, 1)
        self.loss_plot.setLabel("bottom", self.tr("epoch"))
        self.loss_plot.setXLink(self.accuracy_plot)

    def _explain(self) -> None:
        self.best_label.setObjectName("best_epoch")
        self.best_label.setToolTip(
            self.tr(
                "The epoch that is best by what early stopping watches, else by the validation "
                "loss, without validation by the training loss."
            )
        )
        self.logarithmic_box.setObjectName("logarithmic_box")
        self.logarithmic_box.setToolTip(
            self.tr(
                "Draws each factor of ten in the loss at the same height. Shows what small "
                "losses do after large ones."
            )
        )
        how = self.tr(
            "Wheel and drag zoom; double-click or A shows all again. Left and Right read the "
            "values of an epoch; a right click copies and saves.\nThe thin line is the mean "
            "since each epoch began; the upright line stands at the best epoch, the dotted "
            "ones at losses that mean something."
        )
        self.accuracy_plot.setToolTip(how)
        self.loss_plot.setToolTip(how)
        self.accuracy_plot.setAccessibleName(self.tr("Accuracy over epochs"))
        self.loss_plot.setAccessibleName(self.tr("Loss over epochs"))

    def _connect(self) -> None:
        self.logarithmic_box.toggled.connect(self.loss_plot.set_logarithmic)
        self._theme.changed.connect(self._write_readouts)
        for plot in self._plots.values():
            self.menu.serve(plot)
            plot.hovered.connect(self._on_hovered)
            plot.stepped.connect(self._on_stepped)
            plot.left.connect(self._on_left)
            plot.all_wanted.connect(self.show_all)

    def _draw(self, plot: PlotName, curve: CurveName) -> None:
        if not self._curves.shows((plot, curve)):
            self._plots[plot].hide_curve(curve)
            return
        self._plots[plot].set_points(curve, self._curves.points((plot, curve)))

    def _draw_marks(self) -> None:
        best, last = self._curves.best, self._curves.last_epoch
        for plot in self._plots.values():
            plot.fit_steps(last < 2)
            plot.set_best(best.epoch)
            plot.set_rate_changes(self._curves.rate_changes)
        words = self.tr("best epoch {epoch}, by {quantity}").format(
            epoch=best.epoch, quantity=quantity(best.by, on_test=self._validates_on_test)
        )
        # In the colour of the line that it is about, as the whole label is.
        line = f"\N{BOX DRAWINGS HEAVY VERTICAL} {words}"
        self.best_label.setText("" if best.epoch is None else line)
        self._write_readouts()

    def _on_hovered(self, x: float) -> None:
        self._pin(self._curves.nearest_epoch(x))

    def _on_left(self) -> None:
        self._pin(None)

    def _on_stepped(self, by: int) -> None:
        start = self._curves.last_epoch if self._pinned is None else self._pinned + by
        self._pin(self._curves.nearest_epoch(start))

    def _pin(self, epoch: int | None) -> None:
        self._pinned = epoch
        for plot in self._plots.values():
            plot.set_cross(epoch)
        self._write_readouts()

    def _write_readouts(self) -> None:
        """Name the curves, with their values at the line under the mouse, else the last."""
        epoch = self._pinned or self._curves.last_epoch
        head = self.tr("epoch {epoch}").format(epoch=epoch)
        for plot, key in self._keys.items():
            values = self._curves.at(plot, epoch)
            entries = [
                KeyEntry(
                    self._label(name), _value_text(plot, values.get(name)), self._look(name)
                )
                for name in READ_OUT
                if self._curves.shows((plot, name))
            ]
            key.show_entries(head if values else "", entries)

    def _look(self, name: CurveName) -> CurveLook:
        look = LOOKS[name]
        color = faint(self._theme.curve(look.curve), look.opacity)
        return CurveLook(color, look.line, look.symbol, look.width_px)

    def _as_csv(self) -> str:
        """Return all points that are drawn: plot, curve, epoch, value."""
        lines = ["plot,curve,epoch,value"]
        for plot, curve in self._curves.keys:
            points = self._curves.points((plot, curve))
            lines += [
                f"{plot},{curve},{x:g},{y:.9g}" for x, y in zip(points.x, points.y, strict=True)
            ]
        return "\n".join([*lines, ""])

    def _label(self, name: CurveName) -> str:
        on_test = self._validates_on_test
        return {
            "steps": self.tr("within the epoch"),
            "training": self.tr("training"),
            "validation": self.tr("test") if on_test else self.tr("validation"),
            "training_logits": self.tr("training by logits"),
            "validation_logits": self.tr("test by logits")
            if on_test
            else self.tr("validation by logits"),
            "published_training": self.tr("published, training"),
            "published_validation": self.tr("published, test"),
            "beside_training": self.tr("training, before the cure"),
            "beside_validation": self.tr("test, before the cure")
            if self._beside_on_test
            else self.tr("validation, before the cure"),
        }[name]


def _value_text(plot: PlotName, value: float | None) -> str:
    if value is None:
        return ""
    return percent(value) if plot == "accuracy" else number(value)
