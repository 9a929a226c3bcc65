"""The Train page: the recipe at the left, at the right what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.diagnosis.finding import Finding
from core.recipes.catalogue import CATALOGUE
from core.records import DIGITS, Outcome, Recipe
from core.reproduction.compare import RecipeTraining
from core.reproduction.experiment import Experiment
from core.reproduction.scratch_training import LESSONS, Lesson
from core.runs.continuing import Plan, plan_of
from gui.pages.train.cures import Cures
from gui.pages.train.form.augmentation_preview import SIDE, AugmentationPreview
from gui.pages.train.form.recipe_form import RecipeForm
from gui.pages.train.form.recipe_gallery import RecipeGallery
from gui.pages.train.recipe_files import RecipeFiles
from gui.pages.train.run.run_buttons import RunButtons, RunState
from gui.pages.train.run.run_view import RunView
from gui.preferences import SplitterName
from gui.session import Session
from gui.session.controlled import Stage
from gui.session.runs import LastRun
from gui.session.stored_training import StoredResult
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme
from gui.widgets.page import Page
from gui.widgets.vary_dialog import open_vary_dialog

COLUMN_PX, _WIDEST_COLUMN_PX = 336, 480

CHECK_MS = 250
"""A recipe is judged when it was left alone for so long."""


class TrainPage(Page):
    """Choose a recipe, change it, train it and watch."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "train", parent)
        self.form = RecipeForm()
        self.buttons = RunButtons()
        self.view = RunView(theme)
        self.gallery_button = QPushButton(self.tr("Recipe gallery"))
        self.file_button = QToolButton()
        self.vary_button = QPushButton(self.tr("Vary"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.view.focus_before = self.buttons.stop_button
        self.files = RecipeFiles(self.form, session, self)
        self.cures = Cures(self.form, self.view, session, theme, self)
        self._check_timer = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._lay_out()
        self._connect_widgets()
        self._connect_session()
        self._on_form_changed()
        self._catch_up()

    def prepare(self) -> Iterator[None]:
        """Make the plots in steps, so that the first show does not wait for them."""
        yield from self.view.plot_steps()

    def open_file(self, path: Path) -> None:
        """Show the recipe of a file."""
        self.files.open(path)

    def ask_open(self) -> None:
        """Ask for a recipe, and show it."""
        self.files.ask_open()

    def ask_save(self) -> None:
        """Ask for a file, and write the recipe to it."""
        self.files.ask_save()

    def start_recipe(self, recipe: Recipe) -> None:
        """Show a recipe and train it from fresh weights."""
        self.start(recipe)

    def start(self, recipe: Recipe) -> None:
        """Show a recipe and train it from fresh weights."""
        self.form.set_recipe(recipe)
        self._train(1)

    def _lay_out(self) -> None:
        splitter = self.splitter
        splitter.setObjectName("train_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(2 * GRID_PX)
        splitter.addWidget(self._column())
        splitter.addWidget(self.view)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([COLUMN_PX, 10 * COLUMN_PX])
        self._build_column().addWidget(splitter)
        self._remember(splitter, "train_splitter")
        self._remember(self.view.splitter, "plots_splitter")

    def _remember(self, splitter: QSplitter, name: SplitterName) -> None:
        """Part the space as the person did last, and keep it when they part it anew."""
        preferences = self._session.preferences
        splitter.restoreState(preferences.splitter_state(name))
        splitter.splitterMoved.connect(
            lambda: preferences.remember_splitter(name, splitter.saveState())
        )

    def _column(self) -> QWidget:
        side = QWidget()
        side.setMaximumWidth(scaled(_WIDEST_COLUMN_PX))
        column = QVBoxLayout(side)
        column.addStrut(COLUMN_PX - 32)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addLayout(self._top())
        column.addWidget(self.form, 1)
        column.addWidget(self.buttons)
        return side

    def _top(self) -> QHBoxLayout:
        self.gallery_button.setObjectName("gallery_button")
        self.gallery_button.setToolTip(
            self.tr("Every recipe with what it shows. Two clicks start any of them.")
        )
        self.file_button.setObjectName("recipe_file_button")
        self.file_button.setText(self.tr("File"))
        self.file_button.setToolTip(self.tr("Open, save or export this recipe."))
        self.file_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.file_button.setMenu(self.files.menu)
        self.vary_button.setObjectName("vary_button")
        self.vary_button.setToolTip(
            self.tr("Train this recipe with several values of a field, and compare them.")
        )
        line = QHBoxLayout()
        line.addWidget(self.gallery_button, 1)
        line.addWidget(self.vary_button)
        line.addWidget(self.file_button)
        return line

    def _connect_widgets(self) -> None:
        self.gallery_button.clicked.connect(self._on_gallery)
        self.vary_button.clicked.connect(lambda: self._on_vary())
        self.form.vary_requested.connect(self._on_vary)
        self.form.changed.connect(self._on_form_changed)
        self.form.learning_rate_entered.connect(self._on_learning_rate)
        self.form.preview_requested.connect(self._on_preview)
        self.buttons.start_requested.connect(self._on_start)
        self.buttons.continue_requested.connect(self._on_continue)
        self.buttons.pause_requested.connect(self._session.training.pause)
        self.buttons.resume_requested.connect(self._session.training.resume)
        self.buttons.stop_requested.connect(self._session.training.stop)
        self.view.page_requested.connect(self.page_requested)
        self.view.comparison_requested.connect(self._on_comparison)
        self._check_timer.timeout.connect(self._on_check)

    def _connect_session(self) -> None:
        training = self._session.training
        training.started.connect(self._on_started)
        training.phase_changed.connect(self.view.show_phase)
        training.probed.connect(self.view.show_probe)
        training.progressed.connect(self.view.show_progress)
        training.epoch_finished.connect(self.view.show_epoch)
        training.other_epoch_finished.connect(self.view.show_other_epoch)
        training.seeds_progressed.connect(self.view.show_seeds_progress)
        training.checked.connect(self.view.show_check)
        training.stage_changed.connect(self._on_stage)
        training.finished.connect(self._on_finished)
        training.stored.connect(self._on_stored)
        training.ended.connect(self._on_ended)
        training.held_changed.connect(self._update_buttons)
        self._session.data.changed.connect(self._on_data_changed)
        self._session.doctor.checked.connect(self._on_checked)
        self._session.doctor.took_apart.connect(self.view.show_loss_parts)
        self._session.networks.changed.connect(self._update_buttons)
        self._session.runs.last_found.connect(self._on_last_found)

    def _on_data_changed(self) -> None:
        """Let the recipe have the outputs that the data need, unless one is being trained."""
        dataset, training = self._session.data.current, self._session.training
        if dataset is not None and not training.running:
            self.form.set_data(dataset.classes, len(dataset.train_labels))
        self._update_buttons()

    def _catch_up(self) -> None:
        """Show a training that began before this page was made."""
        self._on_data_changed()
        training = self._session.training
        if training.running and training.experiment is not None:
            self._on_started(training.experiment)
        elif training.last is not None:
            self._show(RecipeTraining(training.last.recipe))
            for report in training.last.epochs:
                self.view.show_epoch(report)
            self.view.show_result(training.last)
        elif self._session.runs.last is not None:
            self._on_last_found(self._session.runs.last)

    def _on_last_found(self, last: LastRun) -> None:
        """Show the training of before this start; Continue goes on with it."""
        self._show(RecipeTraining(last.run.recipe))
        for report in last.epochs:
            self.view.show_epoch(report)
        self.view.show_kept(last.run)
        self._update_buttons()

    def _continues(self) -> tuple[str, Plan] | None:
        """Return what Continue would go on with, and how."""
        goes_on, last = self._session.training.continuation, self._session.runs.last
        if goes_on is not None:
            return goes_on.recipe.name, goes_on.plan
        if last is None or not self._session.training.can_start:
            return None
        return last.run.name, plan_of(last.run)

    def _on_form_changed(self) -> None:
        self._update_buttons()
        if not self._session.training.running and not self.form.problem():
            self.view.show_network(self.form.recipe().network)
            self._check_timer.start()

    def _update_buttons(self) -> None:
        training, steps = self._session.training, self.form.steps
        running = training.running
        self.buttons.set_state(
            RunState(
                startable=training.can_start and not self.form.problem(),
                seed=steps.seed_box.value(),
                continues=self._continues(),
                stage=training.stage,
                by_form=training.experiment is None or training.experiment.by_form,
                several=training.seeds > 1,
                held=training.held,
            )
        )
        self.cures.update()
        self.form.set_training(running)
        self.form.optimizer.setEnabled(not running or self.buttons.state.steerable)
        self.gallery_button.setEnabled(not running)
        self.vary_button.setEnabled(not self.form.problem())
        self.files.open_action.setEnabled(not running)

    def _on_check(self) -> None:
        if not self.form.problem():
            self._session.doctor.check(self.form.recipe())

    def _on_checked(self, found: tuple[Finding, ...]) -> None:
        idle = not self._session.training.running and not self.form.problem()
        if idle and self.cures.judge(self.form.recipe()):
            self.view.show_before(found)

    def _on_gallery(self) -> None:
        dataset = self._session.data.current
        gallery = RecipeGallery(CATALOGUE, self._theme, self, lessons=LESSONS, dataset=dataset)
        gallery.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gallery.set_startable(self._session.training.can_start)
        gallery.chosen.connect(self.form.set_recipe)
        gallery.start_requested.connect(self.start)
        gallery.lesson_requested.connect(self._on_lesson)
        gallery.images_requested.connect(self._on_images)
        self._session.runs.known.connect(gallery.show_known)
        self._session.runs.look_for_known()
        gallery.open()

    def _on_vary(self, field: str = "") -> None:
        """Ask what varies; a field that is named comes with values."""
        if self.form.problem():
            return
        service, recipe = self._session.experiments, self.form.recipe()
        dialog = open_vary_dialog(service, recipe, self, field=field)
        dialog.start_requested.connect(lambda _experiment: self._lead_to("experiments"))

    def _on_start(self) -> None:
        self._train(self.buttons.seeds)

    def _train(self, seeds: int) -> None:
        self._session.training.start(self.form.recipe(), seeds)

    def _on_images(self, images: tuple[int, ...]) -> None:
        """Open the training images that a text shows on the Mistakes page."""
        title = self.tr("Images of the text ({n})").format(n=len(images))
        self._session.mistakes.show_images("train", images, title)

    def _on_lesson(self, lesson: Lesson) -> None:
        self._session.training.start_lesson(lesson)

    def _on_continue(self) -> None:
        continuation, last = self._session.training.continuation, self._session.runs.last
        if continuation is not None:
            self._session.training.continue_from(continuation)
        elif last is not None:
            self._session.runs.continue_run(last.run.id)

    def _on_learning_rate(self, learning_rate: float) -> None:
        if self._session.training.running and self.buttons.state.steerable:
            self._session.training.set_learning_rate(learning_rate)

    def _on_comparison(self) -> None:
        self._lead_to("runs")
        self._session.runs.show_last_together()

    def _on_started(self, experiment: Experiment) -> None:
        self._show(experiment)
        self._update_buttons()

    def _show(self, experiment: Experiment) -> None:
        """Let the view follow a training of the data in use."""
        training, dataset = self._session.training, self._session.data.current
        recipe = experiment.recipe if isinstance(experiment, RecipeTraining) else None
        self.view.set_beside(self.cures.follow(recipe))
        self.view.set_classes(DIGITS if dataset is None else dataset.classes)
        self.view.begin(
            experiment,
            published=None if dataset is None else experiment.published_on(dataset),
            comparable=dataset is not None and experiment.applies_to(dataset),
            earlier=training.earlier,
            counts_from=training.counts_from,
            seeds=training.seeds,
            facts=self._session.doctor.facts,
        )

    def _on_stage(self, stage: Stage) -> None:
        if stage in ("running", "paused"):
            self.view.show_paused(stage == "paused")
        self._update_buttons()

    def _on_finished(self, outcome: Outcome) -> None:
        self.view.show_result(outcome)
        if self._session.training.seeds > 1:
            self.view.show_seeds(self._session.training.group)

    def _on_stored(self, stored: StoredResult) -> None:
        self._session.doctor.take_apart(stored.result, stored.dataset)

    def _on_ended(self) -> None:
        if self._session.training.result is None:
            self.view.show_failed()
        self.cures.compare(self._session.training.group)
        self._on_data_changed()

    def _on_preview(self) -> None:
        changes = self.form.augmentation.augmentation()
        if self._session.data.current is None or changes is None:
            return
        preview = AugmentationPreview(self)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        augmented = self._session.augmented
        augmented.drawn.connect(preview.show_images)
        preview.wanted.connect(lambda: augmented.draw(changes, SIDE * SIDE))
        augmented.draw(changes, SIDE * SIDE)
        preview.open()
