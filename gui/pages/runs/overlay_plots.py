"""The curves of several runs over each other: accuracy above, loss below.

Imports pyqtgraph: import it after the window was shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.curves import PlotName
from gui.pages.runs.overlay_figures import (
    ShownRun,
    as_csv,
    at,
    figure,
    nearest_epoch,
    validated,
)
from gui.pages.runs.overlay_plot import OverlayPlot
from gui.theme import GRID_PX, Theme
from gui.widgets.curve_key import CurveKey, CurveLook, KeyEntry
from gui.widgets.plot_menu import PlotMenu
from gui.widgets.plot_parts import faint
from gui.words import number, percent

_FEW_MARKS = 60
"""With more epochs marks would hide the line."""


class OverlayPlots(QWidget):
    """One curve a run in each plot: on the validation images, else in training."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: Sequence[ShownRun] = ()
        self._looks: Sequence[CurveLook] = ()
        self._pinned: int | None = None
        self.training_box = QCheckBox(self.tr("Training too"))
        self.logarithmic_box = QCheckBox(self.tr("Logarithmic"))
        self._titles: dict[PlotName, QLabel] = {
            "accuracy": QLabel(self.tr("Accuracy, validation")),
            "loss": QLabel(self.tr("Loss, validation")),
        }
        names: tuple[PlotName, ...] = ("accuracy", "loss")
        self.plots = {name: OverlayPlot(theme, name) for name in names}
        self.keys = {name: CurveKey(theme, f"overlay_{name}_key") for name in names}
        self._lay_out()
        self._explain()
        self.menu = PlotMenu(
            theme,
            self,
            parts=(*self._titles.values(), *self.keys.values(), *self.plots.values()),
            figures=lambda: as_csv(self._runs),
            show_all=self.show_all,
            logarithmic=self.logarithmic_box,
        )
        self._connect()
        self._redraw()

    def show_runs(self, runs: Sequence[ShownRun], looks: Sequence[CurveLook]) -> None:
        """Draw these runs' figures, each in its look."""
        self._runs, self._looks = runs, looks
        self._pinned = None
        self._redraw()

    def show_all(self) -> None:
        """Undo the person's zoom in both plots."""
        last = max((run.epochs[-1].epoch for run in self._runs if run.epochs), default=1)
        for plot in self.plots.values():
            plot.show_all(last)

    def sizeHint(self) -> QSize:
        """Ask for two readable plots."""
        return QSize(640, 420)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        switches = {"accuracy": self.training_box, "loss": self.logarithmic_box}
        for name, plot in self.plots.items():
            title = self._titles[name]
            title.setFont(self._theme.font("body", bold=True))
            line = QHBoxLayout()
            line.setSpacing(2 * GRID_PX)
            line.addWidget(title)
            line.addWidget(self.keys[name], 1)
            line.addWidget(switches[name])
            layout.addLayout(line)
            layout.addWidget(plot, 1)
        self.plots["loss"].setXLink(self.plots["accuracy"])
        self.plots["loss"].setLabel("bottom", self.tr("epoch"))

    def _explain(self) -> None:
        self.training_box.setObjectName("overlay_training_box")
        self.training_box.setToolTip(
            self.tr("Draws the figures on the training images too, thin and pale.")
        )
        self.logarithmic_box.setObjectName("overlay_logarithmic_box")
        self.logarithmic_box.setToolTip(
            self.tr("Draws each factor of ten in the loss at the same height.")
        )
        how = self.tr(
            "Wheel and drag zoom; double-click or A shows all again. Left and Right read the "
            "values of an epoch; a right click copies and saves."
        )
        accessible: dict[PlotName, str] = {
            "accuracy": self.tr("Accuracy of the chosen runs over the epochs"),
            "loss": self.tr("Loss of the chosen runs over the epochs"),
        }
        for name, plot in self.plots.items():
            plot.setToolTip(how)
            plot.setAccessibleName(accessible[name])
            self._titles[name].setToolTip(
                self.tr("On the validation images; of a run without validation in training.")
            )

    def _connect(self) -> None:
        self.training_box.toggled.connect(self._redraw)
        self.logarithmic_box.toggled.connect(self._on_logarithmic)
        self._theme.changed.connect(self._redraw)
        for plot in self.plots.values():
            self.menu.serve(plot)
            plot.hovered.connect(self._on_hovered)
            plot.stepped.connect(self._on_stepped)
            plot.left.connect(lambda: self._pin(None))
            plot.all_wanted.connect(self.show_all)

    def _redraw(self) -> None:
        for name, plot in self.plots.items():
            plot.begin()
            for run, look in zip(self._runs, self._looks, strict=True):
                if not run.epochs:
                    continue
                if self.training_box.isChecked() and validated(run):
                    pale = replace(
                        look, color=faint(look.color, 0.45), symbol=None, width_px=1.2
                    )
                    self._draw(plot, name, run, pale, training=True)
                self._draw(plot, name, run, look)
        self.show_all()
        self._pin(None)

    def _draw(
        self,
        plot: OverlayPlot,
        name: PlotName,
        run: ShownRun,
        look: CurveLook,
        *,
        training: bool = False,
    ) -> None:
        if len(run.epochs) >= _FEW_MARKS:
            look = replace(look, symbol=None)
        epochs = [epoch.epoch for epoch in run.epochs]
        plot.draw(epochs, [figure(e, name, training=training) for e in run.epochs], look)

    def _on_logarithmic(self, on: bool) -> None:
        self.plots["loss"].set_logarithmic(on)
        self.show_all()

    def _on_hovered(self, x: float) -> None:
        self._pin(nearest_epoch(self._runs, x))

    def _on_stepped(self, by: int) -> None:
        last = max((run.epochs[-1].epoch for run in self._runs if run.epochs), default=0)
        start = last if self._pinned is None else self._pinned + by
        self._pin(nearest_epoch(self._runs, start))

    def _pin(self, epoch: int | None) -> None:
        """Say the values at an epoch; without one, only whose curves these are."""
        self._pinned = epoch
        head = "" if epoch is None else self.tr("epoch {n}").format(n=epoch)
        for name, key in self.keys.items():
            self.plots[name].set_cross(epoch)
            key.show_entries(
                head,
                [
                    KeyEntry(run.name, self._value(run, name, epoch), look)
                    for run, look in zip(self._runs, self._looks, strict=True)
                    if run.epochs
                ],
            )

    def _value(self, run: ShownRun, name: PlotName, epoch: int | None) -> str:
        report = None if epoch is None else at(run, epoch)
        if report is None:
            return ""
        value = figure(report, name)
        return percent(value) if name == "accuracy" else number(value)
