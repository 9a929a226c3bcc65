"""The Mistakes page: what a network misreads, by whom it is taken for what, and how surely.

The confusion matrix, the selection bar and the grid always say the same: choosing a cell sets
the bar, and the bar selects the images.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.mistakes import Selection
from core.records import SplitName
from gui.pages.mistakes.answer_detail import AnswerDetail
from gui.pages.mistakes.confusion_view import Cell, ConfusionView
from gui.pages.mistakes.selection_bar import SelectionBar
from gui.session.mistakes import SplitMistakes
from gui.session.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.digit_grid import Caption, DigitGrid
from gui.widgets.empty_state import EmptyState
from gui.widgets.page import PageWithEmptyState
from gui.words import percent

_ALL_THREE_PX = 1120
"""From this width on, overview, grid and detail stand side by side."""


class MistakesPage(PageWithEmptyState):
    """Browse the answers of the network in use for a split of the data set in use."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "mistakes", parent)
        self._shown: SplitMistakes | None = None
        self._empty = EmptyState("", "", "mistakes_empty_button")
        self._empty.button.clicked.connect(self._on_empty_button_clicked)
        self._build_column().addWidget(self._build_views(self._empty, self._build_browser()))
        session.mistakes.changed.connect(self._on_mistakes_changed)
        session.networks.changed.connect(self._on_circumstances_changed)
        session.data.changed.connect(self._on_circumstances_changed)
        self._on_mistakes_changed(session.mistakes.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for what fits."""
        super().resizeEvent(event)
        self._share_width()

    def _build_browser(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("mistakes_splitter")
        splitter.addWidget(self._build_overview())
        splitter.addWidget(self._build_grid())
        splitter.addWidget(self._build_detail())
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(2 * GRID_PX)
        splitter.setChildrenCollapsible(False)
        return splitter

    def _build_overview(self) -> QWidget:
        panel = self._overview = QWidget()
        self._headline = QLabel()
        self._headline.setObjectName("mistakes_headline")
        self._headline.setFont(self._theme.font("section"))
        self._headline.setWordWrap(True)
        self._origin = QLabel()
        self._origin.setProperty("role", "muted")
        self._origin.setWordWrap(True)
        self._confusion = ConfusionView()
        self._confusion.cell_chosen.connect(self._on_cell_chosen)
        axes = QLabel(self.tr("Rows: true digit. Columns: what the network read."))
        axes.setProperty("role", "muted")
        axes.setWordWrap(True)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for widget in (self._headline, self._origin, self._confusion, axes):
            layout.addWidget(widget)
        layout.addStretch(1)
        panel.setMinimumWidth(300)
        panel.setMaximumWidth(440)
        return panel

    def _build_grid(self) -> QWidget:
        panel = QWidget()
        self._bar = SelectionBar()
        self._bar.selection_changed.connect(self._on_selection_changed)
        self._bar.find_requested.connect(self._on_find_requested)
        self._bar.split_requested.connect(self._on_split_requested)
        self._grid = DigitGrid()
        self._grid.setObjectName("mistakes_grid")
        self._grid.setAccessibleName(self.tr("Misread images"))
        self._grid.digit_chosen.connect(self._on_digit_chosen)
        self._nothing = QLabel()
        self._nothing.setObjectName("nothing_selected")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._grid_views = QStackedWidget()
        self._grid_views.addWidget(self._grid)
        self._grid_views.addWidget(self._nothing)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._bar)
        layout.addWidget(self._grid_views, 1)
        return panel

    def _build_detail(self) -> QWidget:
        self._detail = AnswerDetail()
        self._detail.close_requested.connect(self._close_detail)
        self._drawer = QScrollArea()
        self._drawer.setObjectName("detail_drawer")
        self._drawer.setWidgetResizable(True)
        self._drawer.setFrameShape(QScrollArea.Shape.NoFrame)
        self._drawer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._drawer.setWidget(self._detail)
        self._drawer.setMinimumWidth(264)
        self._drawer.setMaximumWidth(320)
        self._drawer.hide()
        return self._drawer

    def _on_mistakes_changed(self, shown: SplitMistakes | None) -> None:
        self._shown = shown
        self._close_detail()
        if shown is None:
            self._show_empty()
            return
        self._confusion.set_counts(shown.report.counts)
        self._bar.set_split(shown.predictions.split, images=len(shown.report.labels))
        self._write_headline(shown)
        self._show_content()
        self._refill()

    def _write_headline(self, shown: SplitMistakes) -> None:
        report = shown.report
        total, (low, high) = len(report.labels), report.interval
        self._headline.setText(
            self.tr("{wrong:,} of {total:,} images misread").format(
                wrong=total - report.right, total=total
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

    def _on_circumstances_changed(self, _now: object) -> None:
        if self._shown is None:
            self._show_empty()

    def _show_empty(self) -> None:
        self._show_content(False)
        if self._session.networks.current is None:
            self._empty.text.setText(
                self.tr("Here you will see what a network misreads. Train one first.")
            )
            self._empty.button.setText(self.tr("Train a network"))
        elif self._first_split == "test":
            self._empty.text.setText(
                self.tr("See which test images {name} misreads, and how surely.").format(
                    name=self._session.networks.current.name
                )
            )
            self._empty.button.setText(self.tr("Read all test images"))
        else:
            self._empty.text.setText(
                self.tr(
                    "There are no test images. See which training images {name} misreads:"
                    " those that it learnt from it reads better than others."
                ).format(name=self._session.networks.current.name)
            )
            self._empty.button.setText(self.tr("Read all training images"))
        self._empty.button.setEnabled(
            self._session.networks.current is None or self._session.data.current is not None
        )

    def _on_empty_button_clicked(self) -> None:
        if self._session.networks.current is None:
            self._lead_to("train")
        else:
            self._session.predictions.ask(self._first_split)

    @property
    def _first_split(self) -> SplitName:
        """The split to begin with: the test images, where there are any."""
        dataset = self._session.data.current
        return "test" if dataset is None or len(dataset.test_labels) else "train"

    def _on_split_requested(self, split: SplitName) -> None:
        self._session.predictions.ask(split)
        if not self._session.predictions.busy and self._shown is not None:
            # Refused: what is shown is still the other one.
            known = self._shown.predictions
            self._bar.set_split(known.split, images=len(self._shown.report.labels))

    def _on_cell_chosen(self, cell: Cell) -> None:
        selection = self._bar.selection
        self._bar.set_selection(replace(selection, true=cell[0], predicted=cell[1]))

    def _on_selection_changed(self, selection: Selection) -> None:
        self._confusion.choose((selection.true, selection.predicted))
        self._refill()

    def _on_find_requested(self, index: int) -> None:
        """Show the image, though the filter may have to give way for it."""
        if not self._grid.choose(index):
            order = self._bar.selection.order
            self._bar.set_selection(Selection(mistakes_only=False, order=order))
            self._grid.choose(index)

    def _refill(self) -> None:
        if self._shown is None:
            return
        known, report = self._shown.predictions, self._shown.report
        indices = report.select(self._bar.selection)

        def caption(index: int) -> Caption:
            predicted = int(report.digits[index])
            sure = percent(float(report.probabilities[index, predicted]), 0)
            return Caption(
                f"{report.labels[index]} \N{RIGHTWARDS ARROW} {predicted}", f"{index} · {sure}"
            )

        self._grid.show_digits(known.dataset.images(known.split), indices, caption)
        self._nothing.setText(self.tr("No image fits this choice."))
        self._grid_views.setCurrentIndex(0 if indices.size else 1)

    def _on_digit_chosen(self, index: int) -> None:
        if self._shown is None:
            return
        known, report = self._shown.predictions, self._shown.report
        self._detail.show_answer(
            known.dataset.images(known.split)[index],
            index=index,
            true=int(report.labels[index]),
            probabilities=report.probabilities[index],
            logits=known.predictions.logits[index],
        )
        self._drawer.show()
        self._share_width()

    def _close_detail(self) -> None:
        self._drawer.hide()
        self._share_width()

    def _share_width(self) -> None:
        """In a narrow window the open detail takes the place of the overview."""
        crowded = self._drawer.isVisibleTo(self) and self.width() < _ALL_THREE_PX
        self._overview.setVisible(not crowded)
