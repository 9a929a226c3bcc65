"""The Experiments page: what was asked, how far it is, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.experiments.answer import method
from core.experiments.catalogue import EXPERIMENTS
from core.experiments.conduct import ExperimentReport, Standing, TrainingReported
from core.experiments.estimate import time_left
from core.experiments.experiment import Experiment
from core.experiments.overview import ExperimentOverview
from core.experiments.report import sentences
from core.recipes.catalogue import CATALOGUE
from core.records import Progress, Recipe
from gui.pages.experiments.experiments_list import ExperimentsList
from gui.pages.experiments.run_line import LineState, RunLine
from gui.pages.experiments.settings_table import SettingsTable
from gui.session import Session
from gui.session.experiments import ListedExperiment
from gui.theme import GRID_PX, Theme
from gui.widgets.banner import Banner
from gui.widgets.empty_state import EmptyState
from gui.widgets.page import PageWithEmptyState
from gui.widgets.vary_dialog import VaryDialog, open_vary_dialog
from gui.widgets.word_label import WordLabel
from gui.words import phrase


class ExperimentsPage(PageWithEmptyState):
    """The list at the left; table, sentences and plots of the chosen one at the right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "experiments", parent)
        self._seen: ExperimentOverview | None = None
        empty = EmptyState(
            self.tr(
                "Train many settings and seeds at once, and see which differences are real."
            ),
            self.tr("New experiment"),
            "experiments_empty_button",
        )
        empty.button.setMenu(self._new_menu())
        self._banner = Banner(theme)
        self._banner.setObjectName("experiments_banner")
        column = self._build_column()
        column.setSpacing(GRID_PX)
        column.addWidget(self._banner)
        column.addWidget(self._build_views(empty, self._build_content()), 1)
        self._connect()

    def prepare(self) -> Iterator[None]:
        """Make the plots, so that the first show does not wait for them."""
        self._make_plots()
        yield

    def showEvent(self, event: QShowEvent) -> None:
        """Make the plots with the first show, and list the experiments as they are now."""
        super().showEvent(event)
        self._make_plots()
        self._session.experiments.refresh()

    def ask(self, recipe: Recipe, experiment: Experiment | None = None) -> VaryDialog:
        """Open the dialog that makes an experiment; return it."""
        return open_vary_dialog(self._session.experiments, recipe, self, experiment)

    def _connect(self) -> None:
        service = self._session.experiments
        service.listed.connect(self._on_listed)
        service.seen.connect(self._on_seen)
        service.began.connect(self._on_began)
        service.stage_changed.connect(self._show_line)
        service.standing_changed.connect(self._on_standing)
        service.told.connect(self._on_told)
        service.queue_changed.connect(self._show_line)
        service.exported.connect(self._on_exported)
        self._session.data.changed.connect(self._show_line)
        self._list.chosen.connect(service.look_at)
        self._line.start_requested.connect(lambda: service.go_on(self._chosen()))
        self._line.pause_requested.connect(service.pause)
        self._line.resume_requested.connect(service.resume)
        self._line.stop_requested.connect(service.stop)

    def _build_content(self) -> QWidget:
        self._list = ExperimentsList()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        new = QPushButton(self.tr("New experiment"))
        new.setObjectName("new_experiment_button")
        new.setToolTip(self.tr("Vary a recipe, or take an experiment that comes with Inkling."))
        new.setMenu(self._new_menu())
        column.addWidget(new)
        column.addWidget(self._list, 1)
        column.addLayout(self._side_buttons())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(2 * GRID_PX)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self._build_answer())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([220, 900])
        return splitter

    def _side_buttons(self) -> QHBoxLayout:
        self._export = QPushButton(self.tr("Export"))
        self._export.setObjectName("export_experiment_button")
        menu = QMenu(self)
        menu.addAction(self.tr("Report as a web page..."), self._on_export_html)
        menu.addAction(self.tr("Trainings as CSV..."), self._on_export_csv)
        self._export.setMenu(menu)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setObjectName("remove_experiment_button")
        self._remove.setToolTip(self.tr("Takes it off this list. Its runs stay under Runs."))
        self._remove.clicked.connect(self._on_remove)
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        line.addWidget(self._export)
        line.addWidget(self._remove)
        return line

    def _build_answer(self) -> QWidget:
        self._line = RunLine(self._theme)
        self._table = SettingsTable()
        self._verdicts = WordLabel()
        self._verdicts.setObjectName("experiment_verdicts")
        self._verdicts.setWordWrap(True)
        self._verdicts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._verdicts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._verdicts)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("experiment_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(area, self.tr("Is the difference real?"))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(2 * GRID_PX)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(self._tabs)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([160, 480])
        answer = QWidget()
        column = QVBoxLayout(answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self._line)
        column.addWidget(splitter, 1)
        return answer

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        vary = menu.addMenu(self.tr("Vary a recipe"))
        for recipe in CATALOGUE:
            vary.addAction(recipe.name, partial(self.ask, recipe))
        menu.addSeparator()
        for experiment in EXPERIMENTS:
            menu.addAction(experiment.name, partial(self.ask, experiment.recipe, experiment))
        return menu

    def _make_plots(self) -> None:
        """Import pyqtgraph only now: it would delay the window's first paint."""
        if self._tabs.count() > 1:
            return
        from gui.pages.experiments.band_plots import BandPlots
        from gui.pages.experiments.effect_view import EffectView

        self._curves, self._effects = BandPlots(self._theme), EffectView(self._theme)
        self._tabs.insertTab(0, self._curves, self.tr("Curves"))
        self._tabs.addTab(self._effects, self.tr("Effect"))
        self._tabs.setCurrentIndex(0)
        if self._seen is not None:
            self._show_plots(self._seen)

    def _show_plots(self, seen: ExperimentOverview) -> None:
        self._curves.show_overview(seen)
        self._effects.show_overview(seen)

    def _chosen(self) -> int:
        """Return the number of the experiment that is shown."""
        return 0 if self._seen is None else self._seen.stored.id

    def _on_listed(self, found: tuple[ListedExperiment, ...]) -> None:
        service = self._session.experiments
        self._list.show_experiments(found, service.current, service.queue)
        if self._seen is not None:
            self._list.choose(self._seen.stored.id, tell=False)
        self._show_content(bool(found))
        self._remove.setEnabled(bool(found))
        self._export.setEnabled(bool(found))

    def _on_began(self, number: int) -> None:
        self._list.choose(number)

    def _on_seen(self, seen: ExperimentOverview) -> None:
        self._seen = seen
        self._list.choose(seen.stored.id, tell=False)
        self._table.show_answer(seen.answer)
        told = [phrase(text) for text in sentences(seen.answer)]
        if told:
            told.append(phrase(method(seen.answer)))
        else:
            told = [self.tr("Two settings or more, each trained, can be compared.")]
        self._verdicts.setText("\n\n".join(told))
        if self._tabs.count() > 1:
            self._show_plots(seen)
        self._show_line()

    def _on_standing(self, _standing: Standing) -> None:
        self._show_line()

    def _on_told(self, number: int, report: ExperimentReport) -> None:
        """Say where the training is that reported last."""
        match report:
            case TrainingReported(training=training, report=Progress() as progress):
                running = self._session.experiments.stage == "running"
                if running and self._chosen() == number:
                    self._line.show_training(training.number, progress)
            case _:
                pass

    def _show_line(self, *_news: object) -> None:
        seen, service = self._seen, self._session.experiments
        if seen is None:
            return
        number = seen.stored.id
        runs = service.current == number
        standing = service.standing if runs else None
        self._line.show_state(
            LineState(
                name=seen.stored.name,
                done=seen.done if standing is None else standing.done,
                total=len(seen.stored.trainings),
                running=0 if standing is None else standing.running,
                failed=0 if standing is None else standing.failed,
                stage=service.stage if runs else "idle",
                waits=number in service.queue,
                startable=service.can_start,
                seconds_left=_seconds_left(seen, standing),
            )
        )

    def _on_remove(self) -> None:
        self._session.experiments.remove(self._chosen())

    def _on_export_html(self) -> None:
        self._export_to("experiment.html", self.tr("Web page (*.html)"))

    def _on_export_csv(self) -> None:
        self._export_to("experiment.csv", self.tr("CSV (*.csv)"))

    def _export_to(self, name: str, kind: str) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), name, kind)
        if path:
            self._session.experiments.export(self._chosen(), Path(path))

    def _on_exported(self, path: Path) -> None:
        self._banner.offer(
            self.tr("Written: {path}").format(path=path),
            {"dismiss_button": (self.tr("Dismiss"), self._banner.hide)},
        )


def _seconds_left(seen: ExperimentOverview, standing: Standing | None) -> float | None:
    """Return how long is left of one that runs, by the epochs that it has trained."""
    if standing is None:
        return None
    spent: dict[int, tuple[int, float]] = {}
    by_number = {training.number: training for training in seen.stored.trainings}
    for number, one in seen.trained.items():
        if number in by_number:
            setting = by_number[number].setting.number
            epochs, seconds = spent.get(setting, (0, 0.0))
            spent[setting] = epochs + one.epochs, seconds + one.seconds
    return time_left(seen.left, spent, max(1, standing.running))
