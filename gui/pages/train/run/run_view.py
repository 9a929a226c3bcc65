"""What one sees of a training: progress above, the plots, and under them what explains them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.diagnosis.finding import Finding
from core.diagnosis.findings import findings
from core.from_scratch.gradient_check import GradientCheck
from core.layers import NetworkSpec
from core.recipes.published import PublishedRun
from core.records import EpochReport, Phase, Progress, Recipe, RunResult
from core.reproduction.compare import WHOLE_MNIST
from core.reproduction.scratch_training import Lesson, LessonResult, lesson_findings
from gui.curves import RunCurves
from gui.first_paint import after_first_paint
from gui.pages.train.run.epoch_table import EpochTable
from gui.pages.train.run.findings_list import FindingsList
from gui.pages.train.run.layer_table import LayerTable
from gui.pages.train.run.recall_heatmap import RecallHeatmap
from gui.pages.train.run.run_progress import RunProgress
from gui.pages.train.run.run_published import RunPublished
from gui.theme import GRID_PX, Theme

if TYPE_CHECKING:
    from gui.pages.train.run.run_plots import RunPlots

_ROOM_FOR_BOTH_PX = 600


class RunView(QWidget):
    """Follows one training after another: feed it the reports.

    The plots are made after the first paint, because pyqtgraph delays it; what is reported
    before is drawn then.

    Signals:
        page_requested: The page that a button leads to.
    """

    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves = RunCurves()
        self._recipe: Recipe | Lesson | None = None
        self._published: PublishedRun | None = None
        self._check: GradientCheck | None = None
        self._epochs: list[EpochReport] = []
        self._plots: RunPlots | None = None
        self.progress = RunProgress(theme)
        self.mistakes_button = QPushButton(self.tr("See mistakes"))
        self.runs_button = QPushButton(self.tr("Compare runs"))
        self.findings = FindingsList(theme)
        self.layers = LayerTable()
        self.recalls = RecallHeatmap(theme)
        self.epochs = EpochTable()
        self.published = RunPublished(theme)
        self.tabs = QTabWidget()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._plots_place = QStackedLayout()
        self._lay_out()
        self._offer_pages(False)

    @property
    def curves(self) -> RunCurves:
        """The figures that are drawn."""
        return self._curves

    def show_network(self, spec: NetworkSpec) -> None:
        """Show the layers of the network that would be trained."""
        self.layers.show_network(spec)

    def begin(
        self,
        recipe: Recipe | Lesson,
        *,
        published: PublishedRun | None = None,
        earlier: tuple[EpochReport, ...] = (),
        counts_from: int = 0,
        split_sizes: tuple[int, int] = WHOLE_MNIST,
        turn: tuple[int, int] = (1, 1),
    ) -> None:
        """Begin to follow a training; one that goes on adds to what is shown.

        Parameters
        ----------
        earlier : tuple of EpochReport
            The epochs behind it, where it goes on.
        counts_from : int
            The epoch from which its count, and the search for the best, begins.
        split_sizes, turn : tuple of two int
            How many training and test images there are; which of how many seeds this is.
        """
        self._recipe, self._published = recipe, published
        self._check = None
        self.progress.begin(recipe, turn)
        self.show_network(recipe.network)
        self._offer_pages(False)
        if not earlier or earlier != tuple(self._epochs):
            self._clear()
            for report in earlier:
                self._add(report)
        self._curves.count_from(counts_from, self._epochs)
        if earlier:
            self._diagnose(None)
        self._show_curves()
        self.published.begin(recipe, split_sizes, turn)
        self.published.judge(tuple(self._epochs))

    def show_phase(self, phase: Phase) -> None:
        """Say what the training is busy with."""
        self.progress.show_phase(phase)

    def show_progress(self, progress: Progress) -> None:
        """Follow a running epoch."""
        self.progress.show_progress(progress)
        self._curves.add_progress(progress)
        self._redraw()

    def show_epoch(self, report: EpochReport) -> None:
        """Add the figures of a finished epoch."""
        self._add(report)
        self._diagnose(None)
        self.published.judge(tuple(self._epochs))
        self._redraw()

    def _clear(self) -> None:
        """Forget the training that was followed before."""
        published, recipe = self._published, self._recipe
        self._curves = RunCurves(
            None if published is None else published.curves,
            None if recipe is None else recipe.early_stopping,
        )
        self._epochs = []
        self.findings.clear()
        self.recalls.clear()
        self.epochs.clear()

    def _add(self, report: EpochReport) -> None:
        self._epochs.append(report)
        self._curves.add_epoch(report)
        self.epochs.add(report)
        score = report.val_score or report.train_score
        if score is not None:
            self.recalls.add(report.epoch, score.recalls)

    def show_check(self, check: GradientCheck) -> None:
        """Say in words what a lesson's gradient check found."""
        self._check = check
        self._diagnose(None)

    def show_paused(self, paused: bool) -> None:
        """Say that the training waits, or goes on."""
        self.progress.show_paused(paused)

    def show_result(self, result: RunResult | LessonResult) -> None:
        """Say what the training gave."""
        printed = None if self._published is None else self._published.test_accuracy
        self.progress.show_result(result, printed)
        self._diagnose(result)
        self.published.judge(tuple(self._epochs), result)
        self._offer_pages(result.test is not None)

    def show_failed(self) -> None:
        """Say that the training ended without a result."""
        self.progress.show_failed()

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
        self._plots_place.setCurrentWidget(self._plots)
        self._show_curves()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer as many ways on as there is room for beside the tabs."""
        super().resizeEvent(event)
        self._offer_pages(not self.mistakes_button.isHidden())

    def _show_curves(self) -> None:
        if self._plots is None:
            return
        recipe = self._recipe
        self._plots.begin(
            self._curves,
            validates_on_test=recipe is not None and recipe.validation == "test",
            clipped=recipe is not None and recipe.loss == "clipped_crossentropy",
            guessing=not isinstance(recipe, Lesson),
            epochs=10 if recipe is None else recipe.epochs,
        )

    def _redraw(self) -> None:
        if self._plots is not None:
            self._plots.curves_changed()

    def _diagnose(self, result: RunResult | LessonResult | None) -> None:
        found: tuple[Finding, ...] = ()
        if isinstance(self._recipe, Recipe) and not isinstance(result, LessonResult):
            found = findings(self._recipe, tuple(self._epochs), result)
        elif self._check is not None:
            found = lesson_findings(self._check)
        self.findings.show_findings(found)
        title = self.tr("Findings")
        self.tabs.setTabText(0, f"{title} ({len(found)})" if found else title)

    def _offer_pages(self, offer: bool) -> None:
        self.mistakes_button.setVisible(offer)
        # A lesson is not kept; where there is no room for both, the sidebar leads there too.
        kept = not isinstance(self._recipe, Lesson)
        self.runs_button.setVisible(offer and kept and self.width() >= _ROOM_FOR_BOTH_PX)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.progress)
        splitter = self.splitter
        splitter.setObjectName("plots_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._plots_holder())
        splitter.addWidget(self._tabs())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([450, 200])
        column.addWidget(splitter, 1)

    def _ways_on(self) -> QWidget:
        """Return the buttons that lead on from a finished training."""
        ways = QWidget()
        line = QHBoxLayout(ways)
        line.setContentsMargins(0, 0, 0, GRID_PX // 2)
        line.setSpacing(GRID_PX)
        line.addWidget(self.mistakes_button)
        line.addWidget(self.runs_button)
        self.mistakes_button.setObjectName("see_mistakes_button")
        self.mistakes_button.setToolTip(
            self.tr("Shows the test images that the new network misreads.")
        )
        self.mistakes_button.clicked.connect(lambda: self.page_requested.emit("mistakes"))
        self.runs_button.setObjectName("compare_runs_button")
        self.runs_button.setToolTip(self.tr("Shows this training beside all earlier ones."))
        self.runs_button.clicked.connect(lambda: self.page_requested.emit("runs"))
        return ways

    def _plots_holder(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(self._plots_place)
        holder.setMinimumHeight(240)
        blank = QWidget()
        self._plots_place.addWidget(blank)
        after_first_paint(blank, self.make_plots)
        return holder

    def _tabs(self) -> QTabWidget:
        tabs = self.tabs
        tabs.setObjectName("run_tabs")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.setMinimumHeight(120)
        for page, title, tip in (
            (self.findings, self.tr("Findings"), self.tr("What strikes, and why.")),
            (self.layers, self.tr("Layers"), self.tr("The network, as Keras prints it.")),
            (self.recalls, self.tr("Recall"), self.tr("Each digit's share, epoch by epoch.")),
            (self.epochs, self.tr("Epochs"), self.tr("All figures of every epoch.")),
            (
                self.published,
                self.tr("Published"),
                self.tr("What the text printed beside what was measured here."),
            ),
        ):
            tabs.setTabToolTip(tabs.addTab(page, title), tip)
        tabs.setCornerWidget(self._ways_on())
        return tabs
