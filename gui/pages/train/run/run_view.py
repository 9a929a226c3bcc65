"""What one sees of a training: progress above, the plots, and under them what explains them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from core.data.facts import DataFacts
from core.diagnosis.course import rate_changes
from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.diagnosis.loss_parts import LossParts
from core.layers import NetworkSpec, class_count
from core.probes import Probe
from core.recipes.published import PublishedRun
from core.records import DIGITS, EpochReport, Outcome, Phase, Progress, Recipe
from core.reproduction.compare import RecipeTraining
from core.reproduction.experiment import Experiment
from core.runs.run import Run
from gui.curves import RunCurves
from gui.first_paint import after_first_paint
from gui.pages.train.run.run_progress import RunProgress
from gui.pages.train.run.run_tabs import RunTabs
from gui.session.seeds import SeedsProgress
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme

if TYPE_CHECKING:
    from gui.pages.train.run.run_plots import RunPlots

_ROOM_FOR_BOTH_PX = 600


@dataclass(frozen=True)
class Beside:
    """The recipe whose cure is trained: its epochs, and whether it validated on test images."""

    epochs: tuple[EpochReport, ...] = ()
    on_test: bool = False


class RunView(QWidget):
    """Follows one training after another: feed it the reports.

    The plots are made after the first paint, because pyqtgraph delays it; what is reported
    before is drawn then.

    Signals:
        page_requested: The page that a button leads to.
        comparison_requested: The person wants this training beside others.
    """

    page_requested = Signal(str)
    comparison_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves = RunCurves()
        self._experiment: Experiment | None = None
        self._published: PublishedRun | None = None
        self._comparable = False
        self._reported: tuple[Finding, ...] = ()
        self._epochs: list[EpochReport] = []
        # Those that are trained side by side; the first is told like a training by itself.
        self._seeds: list[RunCurves] = []
        self._facts: DataFacts | None = None
        self._classes = DIGITS
        self._start: Probe | None = None
        self._outcome: Outcome | None = None
        self._beside = Beside()
        self._plots: RunPlots | None = None
        self.focus_before: QWidget | None = None
        """What Tab leaves to come to the plots, which are made later than all else."""
        self.progress = RunProgress(theme)
        self.tabs = RunTabs(theme)
        self.tabs.page_requested.connect(self.page_requested)
        self.tabs.comparison_requested.connect(self.comparison_requested)
        self.findings, self.layers = self.tabs.findings, self.tabs.layers
        self.recalls, self.epochs = self.tabs.recalls, self.tabs.epochs
        self.published = self.tabs.published
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._plots_place = QStackedLayout()
        self._lay_out()
        self._offer_pages(False)

    @property
    def curves(self) -> RunCurves:
        """The figures that are drawn."""
        return self._curves

    @property
    def reports(self) -> tuple[EpochReport, ...]:
        """The epochs of the training that is followed, or was last."""
        return tuple(self._epochs)

    def evidence(self, recipe: Recipe) -> Evidence:
        """Return what is known of the training that is followed, by this recipe."""
        return Evidence(recipe, self._facts, start=self._start, epochs=self.reports)

    def set_beside(self, beside: Beside | None) -> None:
        """Draw another training beside the one that begins next."""
        self._beside = beside or Beside()

    def show_network(self, spec: NetworkSpec) -> None:
        """Show the layers of the network that would be trained."""
        self.layers.show_network(spec)

    def set_classes(self, classes: tuple[str, ...]) -> None:
        """Take what the labels stand for in the training that begins next."""
        self._classes = classes

    def begin(
        self,
        experiment: Experiment,
        *,
        published: PublishedRun | None = None,
        comparable: bool = False,
        earlier: tuple[EpochReport, ...] = (),
        counts_from: int = 0,
        seeds: int = 1,
        facts: DataFacts | None = None,
    ) -> None:
        """Begin to follow a training; one that goes on adds to what is shown.

        Parameters
        ----------
        published : PublishedRun, optional
            What to draw beside it.
        comparable : bool
            Whether that is of the data that it trains on.
        earlier : tuple of EpochReport
            The epochs behind it, where it goes on.
        counts_from : int
            The epoch from which its count, and the search for the best, begins.
        seeds : int
            How many are trained side by side, of which this is the first.
        facts : DataFacts, optional
            What its data shows.
        """
        self._experiment, self._published = experiment, published
        self._comparable, self._reported = comparable, ()
        self._facts, self._start, self._outcome = facts, None, None
        self.progress.begin(experiment.name, seeds)
        self.show_network(experiment.network)
        self._offer_pages(False)
        if not earlier or earlier != tuple(self._epochs):
            self._clear()
            for report in earlier:
                self._add(report)
        self._curves.count_from(counts_from, self._epochs)
        others = [RunCurves() for _ in range(1, seeds)]
        self._seeds = [self._curves, *others] if others else []
        self._diagnose(None)
        self._show_curves()
        self.published.begin(experiment, comparable=comparable)
        self.published.judge(tuple(self._epochs))

    def show_other_epoch(self, place: int, report: EpochReport) -> None:
        """Add a finished epoch of another seed: the first one is followed, place 0."""
        self._seeds[place].add_epoch(report)
        self._seeds_changed()

    def show_seeds_progress(self, progress: SeedsProgress) -> None:
        """Say how far all seeds are."""
        self.progress.show_seeds_progress(progress)

    def show_seeds(self, outcomes: Sequence[Outcome]) -> None:
        """Say what several seeds gave together: their mean, how far they scatter, the verdicts.

        Those that were stopped, or diverged, are no seeds of what the recipe gives.
        """
        whole = [outcome for outcome in outcomes if outcome.ended in ("finished", "early")]
        accuracies = [one.test.accuracy for one in whole if one.test is not None]
        if len(accuracies) > 1:
            self.progress.show_seeds(accuracies, len(self._seeds))
            self.published.judge_seeds(whole)
        self._seeds_changed(ended=True)

    def _seeds_changed(self, *, ended: bool = False) -> None:
        if self._plots is not None:
            self._plots.seeds_changed(ended=ended)

    def show_phase(self, phase: Phase) -> None:
        """Say what the training is busy with."""
        self.progress.show_phase(phase)

    def show_progress(self, progress: Progress) -> None:
        """Follow a running epoch."""
        if not self._seeds:
            self.progress.show_progress(progress)
        self._curves.add_progress(progress)
        self._redraw()

    def show_epoch(self, report: EpochReport) -> None:
        """Add the figures of a finished epoch."""
        self._add(report)
        self._diagnose(None)
        self.published.judge(tuple(self._epochs))
        self._redraw()
        if self._seeds:
            self._seeds_changed()

    def _clear(self) -> None:
        """Forget the training that was followed before."""
        published, experiment = self._published, self._experiment
        self._curves = RunCurves(
            None if published is None else published.curves,
            None if experiment is None else experiment.early_stopping,
            self._beside.epochs,
        )
        self._epochs = []
        self.tabs.begin(self._classes)

    def _add(self, report: EpochReport) -> None:
        self._epochs.append(report)
        self._curves.add_epoch(report)
        if isinstance(self._experiment, RecipeTraining):
            self._curves.rate_changes = rate_changes(self._experiment.recipe, self.reports)
        self.tabs.add(report, self._experiment)

    def show_probe(self, probe: Probe) -> None:
        """Take note of the look before the first step."""
        self._start = probe
        self._diagnose(None)

    def show_before(self, found: tuple[Finding, ...]) -> None:
        """Say what speaks against a recipe that is not trained yet."""
        self.findings.show_before(found)
        self.tabs.count_findings(len(found))

    def show_check(self, found: tuple[Finding, ...]) -> None:
        """Say in words what a lesson's gradient check found."""
        self._reported = found
        self._diagnose(None)

    def show_several(self, found: tuple[Finding, ...]) -> None:
        """Say what several trainings show together, above what strikes in the last one."""
        self._reported = found
        self._diagnose(self._outcome)

    def show_loss_parts(self, parts: LossParts) -> None:
        """Say what the loss on the test images is made of."""
        if self._outcome is not None and self._outcome.test is not None:
            self.tabs.loss.show_test(self._outcome.test.loss, parts)

    def show_paused(self, paused: bool) -> None:
        """Say that the training waits, or goes on."""
        self.progress.show_paused(paused)

    def show_result(self, outcome: Outcome) -> None:
        """Say what the training gave."""
        printed = self._published if self._comparable else None
        self.progress.show_result(outcome, None if printed is None else printed.test_accuracy)
        self._outcome = outcome
        self._diagnose(outcome)
        self.published.judge(tuple(self._epochs), outcome)
        self._offer_pages(outcome.test is not None)

    def show_kept(self, run: Run) -> None:
        """Say what a training of before this start came to."""
        self.progress.show_kept(run.name, run.state, run.last_epoch, run.test_accuracy)

    def show_failed(self) -> None:
        """Say that the training ended without a result; nothing of it is left to judge."""
        self.progress.show_failed()
        if not self._epochs:
            self.findings.clear()
            self.tabs.count_findings(0)

    def make_plots(self) -> None:
        """Make the plots, unless they are there; imports pyqtgraph."""
        for _step in self.plot_steps():
            pass

    def plot_steps(self) -> Iterator[None]:
        """Make the plots in steps, each short enough for a turn of the event loop."""
        if self._plots is not None:
            return
        from gui.pages.train.run.curve_plot import CurvePlot
        from gui.pages.train.run.run_plots import RunPlots

        accuracy_plot = CurvePlot(self._theme, "accuracy")
        yield
        # The page may have been shown between two steps.
        if self._plots is not None:
            return
        self._plots = RunPlots(self._theme, accuracy_plot=accuracy_plot)
        self._plots_place.addWidget(self._plots)
        if self.focus_before is not None:
            self._plots.put_after(self.focus_before)
        self._plots_place.setCurrentWidget(self._plots)
        self._show_curves()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer as many ways on as there is room for beside the tabs."""
        super().resizeEvent(event)
        self._offer_pages(not self.tabs.mistakes_button.isHidden())

    def _show_curves(self) -> None:
        if self._plots is None:
            return
        experiment = self._experiment
        if experiment is None:
            self._plots.begin(self._curves)
            return
        self._plots.begin(
            self._curves,
            validates_on_test=experiment.validates_on_test,
            beside_on_test=self._beside.on_test,
            levels=experiment.loss_levels,
            epochs=experiment.epochs,
            classes=class_count(experiment.network),
            seeds=self._seeds,
        )

    def _redraw(self) -> None:
        if self._plots is not None:
            self._plots.curves_changed()

    def _diagnose(self, outcome: Outcome | None) -> None:
        found = self._reported
        if self._experiment is not None:
            found += self._experiment.findings(
                tuple(self._epochs), outcome, facts=self._facts, start=self._start
            )
        if found or self._epochs:
            self.findings.show_findings(found)
        self.tabs.count_findings(len(found))

    def _offer_pages(self, offer: bool) -> None:
        self.tabs.mistakes_button.setVisible(offer)
        # Where there is no room for both, the sidebar leads there too.
        kept = self._experiment is not None and self._experiment.stored
        room = self.width() >= _ROOM_FOR_BOTH_PX
        self.tabs.runs_button.setVisible(offer and kept and room)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.progress)
        splitter = self.splitter
        splitter.setObjectName("plots_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._plots_holder())
        splitter.addWidget(self.tabs)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([450, 200])
        column.addWidget(splitter, 1)

    def _plots_holder(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(self._plots_place)
        holder.setMinimumHeight(scaled(240))
        blank = QWidget()
        self._plots_place.addWidget(blank)
        after_first_paint(blank, self.make_plots)
        return holder
