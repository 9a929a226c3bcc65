"""Under the plots: findings, layers, recall, epochs, the loss, and what was printed."""

from __future__ import annotations

from math import nan

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from core.diagnosis.before_regularising import smoothest_loss
from core.evaluation.metrics import CLIPPED_LOSS_LIMIT
from core.layers import class_count
from core.records import EpochReport
from core.reproduction.compare import RecipeTraining
from core.reproduction.experiment import Experiment
from gui.pages.train.findings.findings_list import FindingsList
from gui.pages.train.findings.loss_view import LossView
from gui.pages.train.run.epoch_table import EpochTable
from gui.pages.train.run.layer_table import LayerTable
from gui.pages.train.run.recall_heatmap import RecallHeatmap
from gui.pages.train.run.run_published import RunPublished
from gui.theme import GRID_PX, Theme


class RunTabs(QTabWidget):
    """The tabs, and beside them the buttons that lead on from a finished training.

    Signals:
        page_requested: The page that a button leads to.
        comparison_requested: The person wants this training beside others.
    """

    page_requested = Signal(str)
    comparison_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_tabs")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setMinimumHeight(120)
        self.mistakes_button = QPushButton(self.tr("See mistakes"))
        self.runs_button = QPushButton(self.tr("Compare runs"))
        self.findings = FindingsList(theme)
        self.layers = LayerTable()
        self.recalls = RecallHeatmap(theme)
        self.epochs = EpochTable()
        self.loss = LossView()
        self.published = RunPublished(theme)
        for page, title, tip in (
            (self.findings, self.tr("Findings"), self.tr("What strikes, and why.")),
            (self.layers, self.tr("Layers"), self.tr("The network, as Keras prints it.")),
            (
                _scrolled(self.recalls),
                self.tr("Recall"),
                self.tr("Each digit's share, epoch by epoch."),
            ),
            (self.epochs, self.tr("Epochs"), self.tr("All figures of every epoch.")),
            (self.loss, self.tr("Loss"), self.tr("What the loss is made of.")),
            (
                self.published,
                self.tr("Published"),
                self.tr("What the text printed beside what was measured here."),
            ),
        ):
            self.setTabToolTip(self.addTab(page, title), tip)
        self.setCornerWidget(self._ways_on())

    def begin(self, classes: tuple[str, ...]) -> None:
        """Forget the training that was followed before; the next tells these classes apart."""
        self.findings.clear()
        self.recalls.set_classes(classes)
        self.epochs.clear()
        self.loss.clear()

    def add(self, report: EpochReport, experiment: Experiment | None) -> None:
        """Add the figures of a finished epoch."""
        self.epochs.add(report)
        score = report.val_score or report.train_score
        if score is not None:
            self.recalls.add(report.epoch, score.recalls)
        if isinstance(experiment, RecipeTraining):
            recipe = experiment.recipe
            smoothing = recipe.label_smoothing
            clips = recipe.loss == "clipped_crossentropy"
            self.loss.show_epoch(
                report,
                floor=smoothest_loss(smoothing, class_count(recipe.network))
                if smoothing
                else nan,
                limit=CLIPPED_LOSS_LIMIT if clips else None,
            )

    def count_findings(self, count: int) -> None:
        """Say on the first tab how many findings there are."""
        title = self.tr("Findings")
        self.setTabText(0, f"{title} ({count})" if count else title)

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
        self.runs_button.setToolTip(
            self.tr("Shows this training beside the one before, or all its seeds.")
        )
        self.runs_button.clicked.connect(self.comparison_requested)
        return ways


def _scrolled(widget: QWidget) -> QScrollArea:
    """Let a widget be larger than its tab: a hundred classes are a hundred rows."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
