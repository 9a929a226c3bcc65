"""The Mistakes page: what a network misreads, by whom it is taken for what, and how surely.

The overview, the selection bar and the grid always say the same: choosing a cell sets the
bar, and the bar selects the images. Images that another page asks for (`ImageRequest`) are a
selection too, and are shown with their labels only until the network has answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from core.errors import InklingError
from core.evaluation.selection import Selection, read_indices
from core.evaluation.told import sentence
from core.records import SplitName
from gui.pages.mistakes.beginning import Beginning
from gui.pages.mistakes.choices import class_name, is_of, said_mark, same_answers, selection_of
from gui.pages.mistakes.confusion_view import Cell
from gui.pages.mistakes.detail_drawer import DetailDrawer
from gui.pages.mistakes.grid_panel import GridPanel
from gui.pages.mistakes.overview import Overview
from gui.pages.mistakes.review_view import MOST, ReviewView
from gui.pages.mistakes.waiting import Waiting
from gui.session.label_doubts import SplitDoubts
from gui.session.mistakes import ImageRequest, SplitMistakes
from gui.session.predictions import Part
from gui.session.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.digit_grid import Caption
from gui.widgets.page import Edit, PageWithEmptyState
from gui.words import percent, phrase

_ALL_THREE_PX = 1120
"""From this width on, overview, grid and detail stand side by side."""


class MistakesPage(PageWithEmptyState):
    """Browse the answers of the network in use for a split of the data set in use."""

    edits = frozenset[Edit]({"copy", "undo"})

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "mistakes", parent)
        self._shown: SplitMistakes | None = None
        self._bare: ImageRequest | None = None
        self._empty = Beginning(session)
        self._empty.training_requested.connect(lambda: self._lead_to("train"))
        self._waiting = Waiting()
        self._waiting.stop_requested.connect(session.predictions.stop)
        self._build_column().addWidget(self._build_views(self._empty, self._build_browser()))
        self._views.addWidget(self._waiting)
        self._review: ReviewView | None = None
        session.mistakes.changed.connect(self._on_mistakes_changed)
        session.mistakes.requested.connect(self._on_requested)
        session.reviews.changed.connect(self._on_reviews_changed)
        session.label_doubts.found.connect(self._on_doubts_found)
        session.predictions.progressed.connect(self._on_reading)
        session.predictions.share_changed.connect(self._waiting.show_share)
        session.networks.changed.connect(self._on_circumstances_changed)
        session.data.changed.connect(self._on_circumstances_changed)
        self._on_mistakes_changed(session.mistakes.current)
        if session.mistakes.request is not None:
            self._on_requested(session.mistakes.request)

    def prepare(self) -> Iterator[None]:
        """Build what is seldom seen first, a part a step."""
        while self._overview.build_one():
            yield
        self._built_review()
        yield

    def showEvent(self, event: QShowEvent) -> None:
        """Have all tabs from the first show on."""
        super().showEvent(event)
        while self._overview.build_one():
            pass

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for what fits."""
        super().resizeEvent(event)
        self._share_width()

    def _build_browser(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("mistakes_splitter")
        self._overview = Overview(self._session, self._theme)
        self._overview.cell_chosen.connect(self._on_cell_chosen)
        self._overview.threshold_taken.connect(self._on_threshold_taken)
        self._overview.labels.review_requested.connect(self._on_review_requested)
        self._overview.labels.grid_requested.connect(self._on_doubts_requested)
        self._overview.images_requested.connect(self._on_listed)
        self._panel = GridPanel(self._session, self._theme)
        self._bar, self._grid = self._panel.bar, self._panel.grid
        self._bar.selection_changed.connect(self._on_selection_changed)
        self._bar.find_requested.connect(self._on_find_requested)
        self._bar.part_requested.connect(self._on_part_requested)
        self._panel.digit_chosen.connect(self._on_digit_chosen)
        self._panel.acts.page_requested.connect(self._lead_to)
        self._panel.acts.in_shares = lambda: self._overview.matrix.in_shares
        self._grid.chosen_changed.connect(self._overview.mark)
        for widget in (self._overview, self._panel, self._build_detail()):
            splitter.addWidget(widget)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([460, 600, 320])
        splitter.setHandleWidth(2 * GRID_PX)
        splitter.setChildrenCollapsible(False)
        return splitter

    def _build_detail(self) -> QWidget:
        self._drawer = DetailDrawer(self._session, self._theme)
        self._drawer.close_requested.connect(self._close_detail)
        self._drawer.page_requested.connect(self._lead_to)
        return self._drawer

    def _on_mistakes_changed(self, shown: SplitMistakes | None) -> None:
        before, self._shown = self._shown, shown
        if shown is None:
            self._close_detail()
            self._show_what_there_is()
            return
        known = shown.predictions
        self._bare = None
        self._bar.set_classes(known.dataset.classes)
        self._bar.set_report(shown.report)
        self._bar.offer_held_out(self._session.predictions.holds_out)
        self._bar.set_part(known.part)
        self._overview.show_mistakes(shown)
        selection = self._selection_for(shown, before)
        if selection == self._bar.selection:
            self._on_selection_changed(selection)
        else:
            self._bar.set_selection(selection)
        self._show_what_there_is()

    def _selection_for(self, shown: SplitMistakes, before: SplitMistakes | None) -> Selection:
        """Return what to begin with: what was asked for, what was shown, or anew."""
        request = self._session.mistakes.request
        if request is not None and is_of(request, shown):
            self._session.mistakes.take_request()
            return selection_of(request)
        self._close_detail()
        if before is not None and same_answers(before, shown):
            return self._bar.selection
        return Selection()

    def _on_requested(self, request: ImageRequest) -> None:
        if self._shown is not None and is_of(request, self._shown):
            self._session.mistakes.take_request()
            self._bar.set_selection(selection_of(request))
            self._show_what_there_is()
            return
        self._bare = request
        self._panel.show_labelled(request)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        """Show the images with their answers, or only the images, or how to come by both."""
        asked = self._session.predictions.asked
        reads_another = self._shown is None or asked != self._shown.predictions.part
        bare = self._bare is not None and self._shown is None
        self._overview.setVisible(not bare)
        self._bar.setVisible(not bare)
        if asked is not None and reads_another and not bare:
            self._waiting.show_part(asked)
            self._views.setCurrentWidget(self._waiting)
        elif self._shown is None and not bare:
            self._empty.refresh()
            self._show_content(False)
        else:
            self._show_content()

    def _on_reading(self, _split: str) -> None:
        known = self._shown
        if not self._session.predictions.busy and known is not None:
            # Stopped or refused: what is shown is still the other one.
            self._bar.set_part(known.predictions.part)
        self._show_what_there_is()

    def _on_circumstances_changed(self, _now: object) -> None:
        if self._bare is not None and self._bare.dataset is not self._session.data.current:
            self._bare = None
        if self._shown is None:
            self._show_what_there_is()

    def _on_part_requested(self, part: Part) -> None:
        self._session.predictions.ask(part)
        if not self._session.predictions.busy and self._shown is not None:
            # Refused: what is shown is still the other one.
            self._bar.set_part(self._shown.predictions.part)

    def _on_cell_chosen(self, cell: Cell) -> None:
        self._bar.set_selection(self._bar.selection.at_cell(*cell))

    def _on_selection_changed(self, selection: Selection) -> None:
        self._overview.choose((selection.true, selection.predicted))
        if self._shown is None:
            return
        known, report = self._shown.predictions, self._shown.report
        names = known.dataset.classes
        self._panel.say(phrase(sentence(report, selection, names)))
        self._panel.show_chips(selection, names)

        def caption(index: int) -> Caption:
            predicted = int(report.digits[index])
            sure = percent(float(report.confidence[index]), 0)
            true = class_name(names, int(report.labels[index]))
            return Caption(
                f"{true} \N{RIGHTWARDS ARROW} {names[predicted]}",
                f"{index} · {sure}{self._said(known.split, index)}",
                marked=selection.which == "all" and predicted != report.labels[index],
            )

        images = known.dataset.images(known.split)
        self._panel.show_images(images, report.select(selection), caption, report.total)
        self._panel.acts.show_images(self._shown, caption)

    def _on_reviews_changed(self, _reviews: object) -> None:
        self._grid.viewport().update()

    def _said(self, split: SplitName, index: int) -> str:
        """Return a mark for what the person said of a label."""
        reviews = self._session.reviews.current
        review = None if reviews is None else reviews.of.get((split, index))
        return "" if review is None else said_mark(review, self._classes())

    def _classes(self) -> tuple[str, ...]:
        return () if self._shown is None else self._shown.predictions.dataset.classes

    def copy(self) -> None:
        """Put the selected images onto the clipboard."""
        self._panel.acts.copy()

    def undo(self) -> None:
        """Take back what was said of a label last."""
        self._session.reviews.undo()

    def _on_find_requested(self, text: str) -> None:
        """Show the one image, though the filter may have to give way for it, or list them."""
        if self._shown is None:
            return
        try:
            report = self._shown.report
            indices = read_indices(text, len(report.labels), report.only)
        except InklingError as error:
            self._session.mistakes.failed.emit(error)
            return
        if len(indices) > 1:
            self._bar.set_selection(Selection(which="all", indices=indices, order="listed"))
        elif not self._grid.choose(indices[0]):
            order = self._bar.selection.order
            self._bar.set_selection(
                Selection(which="all", order="index" if order == "listed" else order)
            )
            self._grid.choose(indices[0])

    def _on_threshold_taken(self, threshold: float) -> None:
        """Let the pad doubt below it; the answers that are shown stay what they are."""
        known = self._session.predictions.current
        self._session.networks.doubt_below(threshold)
        opened = self._session.networks.current
        if known is not None and opened is not None:
            self._session.predictions.take(known.of_network(opened))

    def _on_doubts_found(self, found: SplitDoubts) -> None:
        """Let the images be sorted by how doubtful their labels are."""
        shown = self._shown
        if shown is None or found.doubts is None or found.split != shown.predictions.split:
            return
        report = shown.report.with_doubts(found.doubts.scores)
        self._shown = replace(shown, report=report)
        self._bar.set_report(report)

    def _on_doubts_requested(self) -> None:
        self._bar.set_selection(Selection(which="all", order="doubt"))

    def _on_review_requested(self) -> None:
        shown = self._shown
        if shown is None:
            return
        known = shown.predictions
        found = self._session.label_doubts.of(known.split)
        if found is not None:
            most = max(MOST, found.contradicted)
            review = self._built_review()
            review.begin(known.dataset, known.split, found.first(most))
            self._views.setCurrentWidget(review)
            review.setFocus()

    def _built_review(self) -> ReviewView:
        """Return the view for reviewing labels; made when it is first needed."""
        if self._review is None:
            self._review = ReviewView(self._session, self._theme)
            self._review.left.connect(self._show_content)
            self._review.images_requested.connect(self._on_listed)
            self._views.addWidget(self._review)
        return self._review

    def _on_listed(self, indices: tuple[int, ...], title: str) -> None:
        self._bar.set_selection(Selection().of_images(indices, title))
        self._show_content()

    def _on_digit_chosen(self, index: int) -> None:
        if self._shown is not None:
            self._drawer.show_image(self._shown, index)
            self._share_width()

    def _close_detail(self) -> None:
        self._drawer.hide()
        self._share_width()

    def _share_width(self) -> None:
        """In a narrow window the open detail takes the place of the overview."""
        crowded = self._drawer.isVisibleTo(self) and self.width() < _ALL_THREE_PX
        bare = self._bare is not None and self._shown is None
        self._overview.setVisible(not crowded and not bare)
