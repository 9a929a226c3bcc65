"""The left side of the page: what the network reads right, confuses, and how surely."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from core.evaluation.per_class import class_figures
from gui.pages.mistakes.class_table import ClassTable
from gui.pages.mistakes.confidence_view import ConfidenceView
from gui.pages.mistakes.confusion_view import Cell, ConfusionView
from gui.pages.mistakes.labels_tab import LabelsTab
from gui.pages.mistakes.map_tab import MapTab
from gui.pages.mistakes.robustness_tab import RobustnessTab
from gui.pages.mistakes.versus_tab import VersusTab
from gui.session.mistakes import SplitMistakes
from gui.session.session import Session
from gui.session.versus import Compared
from gui.theme import GRID_PX, Theme
from gui.widgets.word_label import WordLabel
from gui.words import count, percent

VERSUS = 4
"""The tab that sets two networks side by side."""


class Overview(QWidget):
    """Headline, and under it the matrix, the classes and the confidence, a tab each.

    Signals:
        cell_chosen: A `Cell`: of the matrix, or of the table of classes.
        threshold_taken: The confidence below which the pad should doubt.
        images_requested: Indices for the grid, a tuple of int, and their title.
    """

    cell_chosen = Signal(object)
    threshold_taken = Signal(float)
    images_requested = Signal(object, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._shown: SplitMistakes | None = None
        self._map: MapTab | None = None
        # Nobody sees these first: they are built one by one, between other work.
        self._later = [self._add_versus, self._add_map, self._add_robustness]
        self._headline = QLabel()
        self._headline.setObjectName("mistakes_headline")
        self._headline.setFont(theme.font("section"))
        self._headline.setWordWrap(True)
        self._origin = self._muted("mistakes_origin")
        self.matrix = ConfusionView()
        self.matrix.cell_chosen.connect(self.cell_chosen)
        self._classes = ClassTable()
        self._classes.class_chosen.connect(lambda label: self.cell_chosen.emit((label, None)))
        self._confidence = ConfidenceView(theme)
        self._confidence.threshold_taken.connect(self.threshold_taken)
        self.labels = LabelsTab(session)
        session.versus.compared.connect(self._on_compared)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("overview_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setFont(theme.font("small"))
        self.tabs.addTab(self._build_matrix(), self.tr("Matrix"))
        self.tabs.addTab(self._classes, self.tr("Classes"))
        self.tabs.addTab(_scrolled(self._confidence), self.tr("Confidence"))
        self.tabs.addTab(self.labels, self.tr("Labels"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for widget in (self._headline, self._origin):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        self.setMinimumWidth(300)
        self.setMaximumWidth(760)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of all lines of its words: a splitter asks for one of each."""
        super().resizeEvent(event)
        column = self.layout()
        if column is not None:
            self.setMinimumHeight(column.minimumHeightForWidth(self.width()))

    def build_one(self) -> bool:
        """Build one of the tabs that nobody sees first; return whether one was left."""
        if not self._later:
            return False
        self._later.pop(0)()
        return True

    def mark(self, indices: list[int]) -> None:
        """Show in the map which images are selected in the grid."""
        if self._map is not None:
            self._map.mark(indices)

    def show_mistakes(self, shown: SplitMistakes) -> None:
        """Show the figures of a network's answers for a split."""
        self._shown = shown
        report, names = shown.report, shown.predictions.dataset.classes
        total, (low, high) = report.total, report.interval
        self._headline.setText(
            self.tr("{wrong} of {total} images misread").format(
                wrong=count(total - report.right), total=count(total)
            )
        )
        self._origin.setText(
            self.tr("{name} reads {accuracy} right (95 % interval {low} to {high}).").format(
                name=shown.predictions.open_network.name,
                accuracy=percent(report.right / total),
                low=percent(low),
                high=percent(high),
            )
        )
        self.matrix.set_counts(report.counts, names)
        self._classes.show_figures(class_figures(report.counts), names)
        self._confidence.show_report(report)
        if self._map is not None:
            self._map.show_mistakes(shown)
        self.labels.show_split(shown.predictions.split)

    def _on_compared(self, compared: Compared | None) -> None:
        """Bring a comparison to the front, whoever asked for it."""
        if compared is not None:
            while self.build_one():
                pass
            self.tabs.setCurrentIndex(VERSUS)

    def choose(self, cell: Cell) -> None:
        """Mark a cell of the matrix without telling anyone."""
        self.matrix.choose(cell)

    def _add_versus(self) -> None:
        tab = VersusTab(self._session, self._theme)
        tab.images_requested.connect(self.images_requested)
        self.tabs.addTab(_scrolled(tab), self.tr("Compare"))

    def _add_map(self) -> None:
        self._map = MapTab(self._session, self._theme)
        self._map.images_requested.connect(self.images_requested)
        self.tabs.addTab(self._map, self.tr("Map"))
        if self._shown is not None:
            self._map.show_mistakes(self._shown)

    def _add_robustness(self) -> None:
        tab = RobustnessTab(self._session, self._theme)
        self.tabs.addTab(_scrolled(tab), self.tr("Robustness"))

    def _build_matrix(self) -> QWidget:
        shares = QCheckBox(self.tr("Shares of each row (%)"))
        shares.setObjectName("row_shares_box")
        shares.setToolTip(
            self.tr("Write what share of the images of each class was read as which.")
        )
        shares.toggled.connect(self.matrix.show_shares)
        axes = self._muted("matrix_axes")
        axes.setText(self.tr("Rows: true class. Columns: what the network read."))
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self.matrix)
        layout.addWidget(axes)
        layout.addWidget(shares)
        layout.addStretch(1)
        return panel

    def _muted(self, name: str) -> QLabel:
        label = WordLabel()
        label.setObjectName(name)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(widget)
    return area
