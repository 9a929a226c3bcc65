"""The Runs page: every training that was kept, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.runs.overview import RunHistory, RunsOverview
from core.runs.run import Run
from gui.dialogs import Dialogs, FileQuestion
from gui.pages.runs.comparison_view import ComparisonView, label
from gui.pages.runs.overlay_figures import ShownRun
from gui.pages.runs.run_actions import RunActions
from gui.pages.runs.runs_table import NAME_COLUMN, NOTE_COLUMN, STATES, RunsTable
from gui.session import Session
from gui.session.runs import RunsQuery
from gui.sizes import row_px
from gui.theme import GRID_PX, Theme
from gui.widgets.curve_key import CurveLook, swatch
from gui.widgets.empty_state import EmptyState
from gui.widgets.page import PageWithEmptyState
from gui.widgets.run_looks import baseline_look, look_of
from gui.words import plural

if TYPE_CHECKING:
    from gui.pages.runs.overlay_plots import OverlayPlots

_COMPARISON_PX = 420


class RunsPage(PageWithEmptyState):
    """Table on top, overlaid plots below, and what sets the chosen runs apart beside them."""

    edits = frozenset(("undo", "copy"))

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "runs", parent)
        self.dialogs = Dialogs()
        self._query = RunsQuery()
        self._undo_ids: tuple[int, ...] = ()
        self._wanted: tuple[int, ...] = ()
        self._looks: dict[int, CurveLook] = {}
        self._plots: OverlayPlots | None = None
        empty = EmptyState(
            self.tr("Every training that you start is kept here, to compare."),
            self.tr("Train a network"),
            "runs_empty_button",
        )
        empty.button.clicked.connect(lambda: self._lead_to("train"))
        column = self._build_column()
        column.addWidget(self._build_views(empty, self._build_content()), 1)
        self._connect()
        self._on_chosen(())

    def prepare(self) -> Iterator[None]:
        """Make the plots, so that the first show does not wait for them."""
        self._make_plots()
        yield

    def undo(self) -> None:
        """Bring back the runs that were deleted last."""
        if self._undo_ids:
            self._session.runs.restore(self._undo_ids)
            self._undo_ids = ()
            self._actions.notice.clear()

    def copy(self) -> None:
        """Put the rows of the chosen runs onto the clipboard, as a spreadsheet takes them."""
        QGuiApplication.clipboard().setText(self._table.as_text())

    def showEvent(self, event: QShowEvent) -> None:
        """Make the plots with the first show, and list the runs as they are now."""
        super().showEvent(event)
        self._make_plots()
        self._session.runs.refresh()

    def _connect(self) -> None:
        runs = self._session.runs
        runs.listed.connect(self._on_listed)
        runs.compared.connect(self._on_compared)
        runs.deleted.connect(self._on_deleted)
        runs.exported.connect(self._on_exported)
        runs.wanted.connect(self._on_wanted)
        self._table.chosen.connect(self._on_chosen)
        self._table.sort_requested.connect(self._on_sort_requested)
        self._table.delete_requested.connect(self._delete)
        self._table.runs_model.renamed.connect(runs.rename)
        self._table.runs_model.noted.connect(runs.set_note)
        self._actions.serve(self._table)
        self._actions.requested.connect(self._on_requested)
        self._theme.changed.connect(self._compare)

    def _build_content(self) -> QWidget:
        self._table = RunsTable()
        self._actions = RunActions()
        upper = QWidget()
        layout = QVBoxLayout(upper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_filters())
        # Some rows and the bar under them, however large the letters are.
        self._table.setMinimumHeight(5 * row_px())
        layout.addWidget(self._table, 1)
        layout.addWidget(self._actions)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(2 * GRID_PX)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(self._build_lower())
        splitter.setStretchFactor(1, 1)
        return splitter

    def _build_filters(self) -> QHBoxLayout:
        self._filter = QLineEdit()
        self._filter.setObjectName("runs_filter")
        self._filter.setPlaceholderText(self.tr("Find by name, note, recipe or data"))
        self._filter.setAccessibleName(self.tr("Find runs"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._states = QComboBox()
        self._states.setObjectName("runs_states")
        self._states.setAccessibleName(self.tr("Which runs"))
        self._states.addItem(self.tr("all runs"), ())
        for state in STATES:
            self._states.addItem(
                QCoreApplication.translate("RunsTable", STATES[state]), (state,)
            )
        self._states.currentIndexChanged.connect(self._on_filter_changed)
        self._count = QLabel()
        self._count.setObjectName("runs_count")
        self._count.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self._filter, 1)
        row.addWidget(self._states)
        row.addWidget(self._count)
        return row

    def _build_lower(self) -> QWidget:
        self._comparison = ComparisonView(self._theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._comparison)
        area.setMinimumWidth(320)
        self._lower = QSplitter(Qt.Orientation.Horizontal)
        self._lower.setHandleWidth(2 * GRID_PX)
        self._lower.setChildrenCollapsible(False)
        self._lower.addWidget(area)
        return self._lower

    def _make_plots(self) -> OverlayPlots:
        """Import pyqtgraph only now: it would delay the window's first paint."""
        if self._plots is None:
            from gui.pages.runs.overlay_plots import OverlayPlots

            self._plots = OverlayPlots(self._theme)
            self._plots.menu.failed.connect(self._session.failed)
            self._plots.menu.written.connect(self._on_exported)
            self._lower.insertWidget(0, self._plots)
            self._lower.setStretchFactor(0, 1)
            self._lower.setSizes([2 * _COMPARISON_PX, _COMPARISON_PX])
        return self._plots

    def _on_listed(self, runs: tuple[Run, ...]) -> None:
        before = {run.id: run.name for run in self._table.chosen_runs()}
        self._table.show_runs(runs)
        self._count.setText(plural(len(runs), self.tr("{n} run"), self.tr("{n} runs")))
        filtered = bool(self._query.text or self._query.states)
        self._show_content(bool(runs) or filtered)
        self._table.show_nothing_found(filtered and not runs)
        self._follow()
        if self._wanted:
            self._take_wanted()
        elif {run.id: run.name for run in self._table.chosen_runs()} != before:
            self._compare()

    def _on_wanted(self, run_ids: tuple[int, ...]) -> None:
        """Choose these runs as soon as they are listed, whatever was looked for."""
        self._wanted = run_ids
        self._filter.clear()
        self._states.setCurrentIndex(0)
        self._session.runs.refresh()

    def _take_wanted(self) -> None:
        listed = {run.id for run in self._table.runs_model.runs}
        if listed & set(self._wanted):
            wanted, self._wanted = set(self._wanted), ()
            self._table.select_ids(wanted)
            self._table.show_chosen()

    def _follow(self) -> None:
        self._actions.follow(self._table.chosen_runs(), self._baseline)

    @property
    def _baseline(self) -> int | None:
        return self._session.preferences.baseline_run or None

    def _on_chosen(self, _run_ids: tuple[int, ...]) -> None:
        self._follow()
        self._compare()

    def _compare(self) -> None:
        """Ask for the chosen runs, after the baseline, if one is pinned and still listed."""
        ids = self._table.chosen_ids()
        pinned = self._baseline
        listed = {run.id for run in self._table.runs_model.runs}
        if ids and pinned in listed and pinned not in ids:
            ids = (pinned, *ids)
        self._session.runs.compare(ids)

    def _compare_mistakes(self) -> None:
        """Set the older run's network beside the newer one's, on the Mistakes page."""
        first, second = sorted(self._table.chosen_ids())
        self._lead_to("mistakes")
        self._session.versus.compare_runs(first, second)

    def _on_compared(self, overview: RunsOverview) -> None:
        self._comparison.show_overview(overview, self._baseline)
        looks = [self._look(place, f) for place, f in enumerate(overview.histories)]
        self._looks = {f.run.id: k for f, k in zip(overview.histories, looks, strict=True)}
        ratio = self.devicePixelRatioF()
        ground = self._theme.color("surface")
        swatches = {k: swatch(look, ground, ratio) for k, look in self._looks.items()}
        self._table.mark(swatches, self._baseline)
        if not overview.histories and self._plots is None:
            return
        shown = [ShownRun(label(f.run), f.epochs) for f in overview.histories]
        self._make_plots().show_runs(shown, looks)

    def _look(self, place: int, history: RunHistory) -> CurveLook:
        if history.run.id == self._baseline:
            return baseline_look(self._theme)
        return look_of(place, self._theme)

    def _on_filter_changed(self) -> None:
        states = self._states.currentData()
        self._ask(text=self._filter.text().strip(), states=states)

    def _on_sort_requested(self, sort: str, descending: bool) -> None:
        self._ask(sort=sort, descending=descending)

    def _ask(self, **changes: object) -> None:
        self._query = RunsQuery(**{**vars(self._query), **changes})
        self._session.runs.ask(self._query)

    def _on_requested(self, what: str) -> None:
        chosen, runs = self._table.chosen_ids(), self._session.runs
        if not chosen:
            return
        acts: dict[str, Callable[[], object]] = {
            "open": partial(runs.open_network, chosen[0]),
            "continue": partial(self._continue, chosen[0]),
            "versus": self._compare_mistakes,
            "rename": partial(self._table.edit_chosen, NAME_COLUMN),
            "note": partial(self._table.edit_chosen, NOTE_COLUMN),
            "pin": partial(self._pin, chosen[0]),
            "delete": self._delete,
            "csv": partial(self._export_csv, chosen),
            "plots": self._make_plots().menu.save_picture,
            "tensorboard": partial(self._export_tensorboard, chosen),
        }
        acts[what]()

    def _continue(self, run_id: int) -> None:
        self._session.runs.continue_run(run_id)
        self._lead_to("train")

    def _pin(self, run_id: int) -> None:
        self._session.preferences.baseline_run = 0 if run_id == self._baseline else run_id
        self._follow()
        self._compare()

    def _delete(self) -> None:
        self._session.runs.delete(self._table.chosen_ids())

    def _on_deleted(self, run_ids: tuple[int, ...]) -> None:
        self._undo_ids = run_ids
        words = plural(len(run_ids), self.tr("{n} run deleted."), self.tr("{n} runs deleted."))
        self._actions.notice.offer(words, self.tr("Undo"), self.undo)

    def _on_exported(self, path: Path) -> None:
        self._actions.notice.tell(self.tr("Written: {path}").format(path=path))

    def _export_csv(self, run_ids: tuple[int, ...]) -> None:
        question = FileQuestion(
            self.tr("Export figures"), Path.home() / "runs.csv", self.tr("CSV (*.csv)")
        )
        failed = self._session.failed.emit
        path = self.dialogs.file_to_write(self, question, ".csv", failed=failed)
        if path is not None:
            self._session.runs.export_csv(path, run_ids)

    def _export_tensorboard(self, run_ids: tuple[int, ...]) -> None:
        question = FileQuestion(self.tr("Export event files into"), Path.home())
        folder = self.dialogs.open_folder(self, question)
        if folder is not None:
            self._session.runs.export_tensorboard(folder, run_ids)
