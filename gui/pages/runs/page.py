"""The Runs page: every training that was kept, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.errors import RecipeError
from core.runs.continuing import plan_of
from core.runs.overview import RunsOverview
from core.runs.run import Run
from gui.pages.runs.comparison_view import ComparisonView, label
from gui.pages.runs.runs_table import STATES, RunsTable
from gui.session import Session
from gui.session.runs import RunsQuery
from gui.theme import GRID_PX, Theme
from gui.widgets.banner import Banner
from gui.widgets.empty_state import EmptyState
from gui.widgets.page import PageWithEmptyState
from gui.words import continue_words, error_text


class RunsPage(PageWithEmptyState):
    """Table on top, overlaid plots below, and what sets the chosen runs apart beside them."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "runs", parent)
        self._query = RunsQuery()
        self._undo_ids: tuple[int, ...] = ()
        empty = EmptyState(
            self.tr("Every training that you start is kept here, to compare."),
            self.tr("Train a network"),
            "runs_empty_button",
        )
        empty.button.clicked.connect(lambda: self._lead_to("train"))
        self._banner = Banner(theme)
        self._banner.setObjectName("undo_banner")
        column = self._build_column()
        column.setSpacing(GRID_PX)
        column.addWidget(self._banner)
        column.addWidget(self._build_views(empty, self._build_content()), 1)
        self._connect()
        self._on_chosen(())

    def prepare(self) -> Iterator[None]:
        """Make the plots, so that the first show does not wait for them."""
        self._make_plots()
        yield

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
        self._table.chosen.connect(self._on_chosen)
        self._table.sort_requested.connect(self._on_sort_requested)
        self._table.runs_model.renamed.connect(runs.rename)
        self._table.runs_model.noted.connect(runs.set_note)

    def _build_content(self) -> QWidget:
        self._table = RunsTable()
        upper = QWidget()
        layout = QVBoxLayout(upper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_filters())
        layout.addWidget(self._table, 1)
        layout.addLayout(self._build_buttons())
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

    def _build_buttons(self) -> QHBoxLayout:
        runs = self._session.runs
        self._open = self._button(
            "open_run_button",
            self.tr("Use this network"),
            self.tr("Read digits with the network that this run gave."),
            lambda: runs.open_network(self._only_id()),
        )
        self._continue_tip = self.tr(
            "Train on with the same weights, optimizer state and recipe: to its last epoch, "
            "or, where that is reached, for as many epochs once more."
        )
        self._continue = self._button(
            "continue_run_button",
            self.tr("Continue"),
            self._continue_tip,
            self._on_continue_clicked,
        )
        self._rename = self._button(
            "rename_run_button",
            self.tr("Rename"),
            self.tr("Give the run another name (F2)."),
            lambda: self._table.edit(self._table.currentIndex().siblingAtColumn(0)),
        )
        self._delete = self._button(
            "delete_runs_button",
            self.tr("Delete"),
            self.tr("Delete the chosen runs; this can be undone."),
            lambda: runs.delete(self._table.chosen_ids()),
        )
        self._export = QPushButton(self.tr("Export"))
        self._export.setObjectName("export_runs_button")
        self._export.setMenu(self._build_export_menu())
        self._versus = self._button(
            "compare_mistakes_button",
            self.tr("Compare mistakes"),
            self.tr(
                "Choose two runs: see which test images the second network fixes, and which it"
                " breaks."
            ),
            self._on_versus_clicked,
        )
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        for button in (self._open, self._continue, self._versus, self._rename, self._delete):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._export)
        return row

    def _button(self, name: str, text: str, tip: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.clicked.connect(does)
        return button

    def _build_export_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Figures as CSV..."), self._on_export_csv)
        menu.addAction(self.tr("Plots as PNG or SVG..."), self._on_export_plots)
        menu.addAction(self.tr("TensorBoard event files..."), self._on_export_tensorboard)
        return menu

    def _build_lower(self) -> QWidget:
        self._comparison = ComparisonView(self._theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._comparison)
        area.setMinimumWidth(320)
        self._lower = QSplitter(Qt.Orientation.Horizontal)
        self._lower.setHandleWidth(2 * GRID_PX)
        self._lower.setChildrenCollapsible(False)
        self._lower.addWidget(area)
        return self._lower

    def _make_plots(self) -> None:
        """Import pyqtgraph only now: it would delay the window's first paint."""
        if self._lower.count() > 1:
            return
        from gui.pages.runs.overlay_plots import OverlayPlots

        self._plots = OverlayPlots(self._theme)
        self._lower.insertWidget(0, self._plots)
        self._lower.setStretchFactor(0, 1)

    def _on_listed(self, runs: tuple[Run, ...]) -> None:
        self._table.show_runs(runs)
        self._count.setText(self.tr("{n} runs").format(n=len(runs)))
        filtered = bool(self._query.text or self._query.states)
        self._show_content(bool(runs) or filtered)
        self._show_plan()

    def _show_plan(self) -> None:
        """Say on the button what Continue would do with the chosen run."""
        runs = self._table.chosen_runs()
        words, tip = self.tr("Continue"), self._continue_tip
        possible = len(runs) == 1 and runs[0].state != "running"
        if possible:
            try:
                words = continue_words(plan_of(runs[0]))
            except RecipeError as error:
                possible, tip = False, error_text(error)
        self._continue.setText(words)
        self._continue.setToolTip(tip)
        self._continue.setEnabled(possible)

    def _on_chosen(self, run_ids: tuple[int, ...]) -> None:
        for button in (self._open, self._rename):
            button.setEnabled(len(run_ids) == 1)
        self._show_plan()
        self._versus.setEnabled(len(run_ids) == 2)
        self._delete.setEnabled(bool(run_ids))
        self._export.setEnabled(bool(run_ids))
        self._session.runs.compare(run_ids)

    def _on_versus_clicked(self) -> None:
        """Set the older run's network beside the newer one's, on the Mistakes page."""
        first, second = sorted(self._table.chosen_ids())
        self._lead_to("mistakes")
        self._session.versus.compare_runs(first, second)

    def _on_compared(self, overview: RunsOverview) -> None:
        self._comparison.show_overview(overview)
        if not overview.histories and self._lower.count() == 1:
            return
        self._make_plots()
        self._plots.show_runs([(label(f.run), f.epochs) for f in overview.histories])

    def _on_filter_changed(self) -> None:
        states = self._states.currentData()
        self._ask(text=self._filter.text().strip(), states=states)

    def _on_sort_requested(self, sort: str, descending: bool) -> None:
        self._ask(sort=sort, descending=descending)

    def _ask(self, **changes: object) -> None:
        self._query = RunsQuery(**{**vars(self._query), **changes})
        self._session.runs.ask(self._query)

    def _on_continue_clicked(self) -> None:
        self._session.runs.continue_run(self._only_id())
        self._lead_to("train")

    def _only_id(self) -> int:
        return self._table.chosen_ids()[0]

    def _on_deleted(self, run_ids: tuple[int, ...]) -> None:
        self._undo_ids = run_ids
        self._banner.offer(
            self.tr("{n} runs deleted.").format(n=len(run_ids)),
            {
                "undo_delete_button": (self.tr("Undo"), self._on_undo_clicked),
                "dismiss_button": (self.tr("Dismiss"), self._banner.hide),
            },
        )

    def _on_undo_clicked(self) -> None:
        self._session.runs.restore(self._undo_ids)
        self._banner.hide()

    def _on_exported(self, path: Path) -> None:
        self._banner.offer(
            self.tr("Written: {path}").format(path=path),
            {"dismiss_button": (self.tr("Dismiss"), self._banner.hide)},
        )

    def _on_export_csv(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export figures"), "runs.csv", self.tr("CSV (*.csv)")
        )
        if path:
            self._session.runs.export_csv(Path(path), self._table.chosen_ids())

    def _on_export_tensorboard(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export event files into"))
        if folder:
            self._session.runs.export_tensorboard(Path(folder), self._table.chosen_ids())

    def _on_export_plots(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export plots"), "runs.png", self.tr("PNG (*.png);;SVG (*.svg)")
        )
        if path:
            self._plots.export(Path(path))
            self._on_exported(Path(path))
