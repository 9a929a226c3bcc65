"""The training service: the one training that may run, its control and its reports."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.errors import InklingError
from core.probes import Probe
from core.records import (
    Dataset,
    EpochReport,
    Outcome,
    Phase,
    Progress,
    Recipe,
    Report,
    RunResult,
)
from gui.jobs import Job, Result, Worker
from gui.session.controlled import ControlledService
from gui.session.data import DataService
from gui.session.experiments import ExperimentsService
from gui.session.networks import NetworksService
from gui.session.refusals import refuse_training
from gui.session.seeds import SeveralSeeds
from gui.session.stored_training import (
    StoredResult,
    find_stored,
    train_and_keep_lesson,
    train_and_store,
)
from gui.session.trained_network import opened_lesson, opened_result
from gui.words import epochs_words

if TYPE_CHECKING:
    from core.from_scratch.gradient_check import GradientCheck
    from core.reproduction.experiment import Experiment
    from core.reproduction.lesson_training import KeptLesson
    from core.reproduction.scratch_training import Lesson
    from core.runs.continuing import Continuation


class TrainingService(ControlledService):
    """The training that runs, or the last one; a lesson is a training too.

    Several seeds of a recipe are an experiment, which trains them side by side: what is told
    is the first one, and of the others their epochs. What is stopped keeps what it reached.

    Signals:
        started: The `Experiment` that is being trained.
        phase_changed: What it is busy with before its first step, a `Phase`.
        probed: What was seen before the first step, a `Probe`.
        progressed: Where the running epoch stands, a `Progress`; at most one each 50 ms.
        epoch_finished: The figures of a whole epoch, an `EpochReport`.
        other_epoch_finished: The place of another seed, from 1, and its `EpochReport`.
        seeds_progressed: How far several seeds are, a `SeedsProgress`.
        checked: What the check of a lesson's gradient found, a tuple of `Finding`.
        stored: The `StoredResult`: with the data set and the run that it is kept as.
        lesson_kept: The `KeptLesson`: what a lesson gave, with the run that keeps it.
        finished: The `Outcome`, after its network came into use.
        ended: No training runs or waits any more, whatever the reason.
        held_changed: Whether something else trains, so that no training can start.
    """

    started = Signal(object)
    phase_changed = Signal(object)
    probed = Signal(object)
    progressed = Signal(object)
    epoch_finished = Signal(object)
    other_epoch_finished = Signal(int, object)
    seeds_progressed = Signal(object)
    checked = Signal(object)
    stored = Signal(object)
    lesson_kept = Signal(object)
    finished = Signal(object)
    ended = Signal()
    held_changed = Signal(bool)

    def __init__(
        self,
        runs: Path,
        data: DataService,
        networks: NetworksService,
        experiments: ExperimentsService,
        *,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs = runs
        self._data = data
        self._networks = networks
        self._experiments = experiments
        self._worker = worker
        self._held = False
        self._twin: Recipe | None = None
        self._several: SeveralSeeds | None = None
        self._experiment: Experiment | None = None
        self._stored: StoredResult | None = None
        self._continues: Continuation | None = None
        self._progress: Progress | None = None
        self._result: Outcome | None = None
        self._group: list[RunResult] = []
        self._run_ids: list[int] = []

    @property
    def experiment(self) -> Experiment | None:
        """What is being trained, or was last."""
        return self._experiment

    @property
    def progress(self) -> Progress | None:
        """Where the running epoch stands; None before its first step, and afterwards."""
        return self._progress

    @property
    def result(self) -> Outcome | None:
        """What the training gave that was started last; None until it has."""
        return self._result

    @property
    def last(self) -> RunResult | None:
        """What the last training gave, lessons left out."""
        return None if self._stored is None else self._stored.result

    @property
    def group(self) -> tuple[RunResult, ...]:
        """What those that were started together have given so far: seeds, or twins."""
        return tuple(self._group)

    @property
    def run_ids(self) -> tuple[int, ...]:
        """The runs that keep these."""
        return tuple(self._run_ids)

    @property
    def last_run(self) -> int | None:
        """The run that keeps the last training."""
        return None if self._stored is None else self._stored.run_id

    @property
    def held(self) -> bool:
        """Whether something else trains, so that no training can start."""
        return self._held

    @property
    def can_start(self) -> bool:
        """Whether a training would not be refused."""
        return not (self.running or self._held) and self._data.current is not None

    @property
    def seeds(self) -> int:
        """How many seeds are trained side by side, or were last; 1 of a single training."""
        return 1 if self._several is None else self._several.count

    @property
    def continuation(self) -> Continuation | None:
        """How the network in use, else the last training, goes on; None while one runs."""
        if self.running or self._held:
            return None
        current = self._networks.current
        if current is not None and current.continuation is not None:
            return current.continuation
        return None if self._stored is None else self._stored.continuation

    @property
    def earlier(self) -> tuple[EpochReport, ...]:
        """The epochs behind the training that runs, or the last one, where it went on."""
        return () if self._continues is None else self._continues.earlier.epochs

    @property
    def counts_from(self) -> int:
        """The epoch from which its recipe's count of epochs is counted."""
        state = None if self._continues is None else self._continues.state
        return 0 if state is None else state.counts_from

    def hold(self, held: bool) -> None:
        """Let no training start while something else trains."""
        self._held = held
        self.held_changed.emit(held)

    def start(self, recipe: Recipe, seeds: int = 1) -> None:
        """Train from fresh weights; refused while another training runs.

        Several seeds, the recipe's own and those after it, are trained as an experiment; they
        wait for the experiments before it.
        """
        if self._refused():
            return
        if seeds > 1:
            self._begin_seeds(recipe, seeds)
        else:
            self._begin(recipe)

    def start_twins(self, first: Recipe, second: Recipe) -> None:
        """Train a recipe and then another one, both from fresh weights."""
        if self._refused():
            return
        self._twin = second
        self._begin(first)

    def start_lesson(self, lesson: Lesson) -> None:
        """Train a version of the network from scratch."""
        dataset = self._data.current
        if self._refused() or dataset is None:
            return
        self._continues = None
        control = Control()
        work = partial(train_and_keep_lesson, lesson, dataset, self._runs)
        job = self._watch_training(self._worker.submit_reporting(work, control))
        job.reported.connect(self._on_lesson_reported)
        job.then(self._on_lesson_finished)
        self._tell_started(lesson, control)

    def continue_from(self, continuation: Continuation) -> None:
        """Go on with a training: with its weights, optimizer state and recipe."""
        if self._refused():
            return
        self._begin(continuation.recipe, continuation)

    def _begin(self, recipe: Recipe, continues: Continuation | None = None) -> None:
        """Hand a training to the worker, and tell that it started."""
        # Imported late: the window opens before anybody trains.
        from core.reproduction.compare import RecipeTraining

        dataset = self._data.current
        if dataset is None:
            return
        control = Control()
        work = partial(
            train_and_store,
            recipe=recipe,
            continues=continues,
            dataset=dataset,
            runs=self._runs,
        )
        job = self._watch_training(self._worker.submit_reporting(work, control))
        job.reported.connect(self._on_reported)
        job.then(self._on_finished)
        self._continues = continues
        self._tell_started(RecipeTraining(recipe), control)
        # The worker may still be loading TensorFlow: say so before the work itself can.
        self.phase_changed.emit(Phase("loading"))

    def _begin_seeds(self, recipe: Recipe, count: int) -> None:
        """Let an experiment train several seeds, and tell that they started."""
        from core.reproduction.compare import RecipeTraining

        try:
            several = SeveralSeeds(self._experiments, recipe, count)
        except InklingError as error:
            self.failed.emit(error)
            return
        self._several = several
        several.reported.connect(self._on_reported)
        several.other_epoch_finished.connect(self.other_epoch_finished)
        several.progressed.connect(self.seeds_progressed)
        several.stage_changed.connect(self._tell_stage)
        several.ended.connect(partial(self._on_seeds_ended, self._data.current))
        self._continues = None
        self._tell_started(RecipeTraining(recipe), several.control)
        # Processes are started, and load TensorFlow each: say so before they can.
        self.phase_changed.emit(Phase("loading"))
        several.begin()

    def _watch_training(self, job: Job[Result]) -> Job[Result]:
        """Watch a job whose end is the end of the training."""
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        return self._watch(job)

    def _tell_started(self, experiment: Experiment, control: Control) -> None:
        """Let the training that was handed to the worker be the one that runs."""
        self._control, self._experiment = control, experiment
        self._progress = self._result = None
        self.started.emit(experiment)
        self._tell_stage()

    def _refused(self) -> bool:
        """Say whether no training may start now, and tell the person why."""
        refusal = refuse_training(
            running=self.running, held=self._held, dataset=self._data.current
        )
        if refusal is not None:
            self.failed.emit(refusal)
        else:
            self._group, self._run_ids = [], []
            self._twin = self._several = None
        return refusal is not None

    def _on_reported(self, report: Report) -> None:
        match report:
            case Progress():
                self._progress = report
                self.progressed.emit(report)
            case EpochReport():
                self.epoch_finished.emit(report)
            case Phase():
                self.phase_changed.emit(report)
            case Probe():
                self.probed.emit(report)
            case _:
                assert_never(report)

    def _on_lesson_reported(self, report: Report | GradientCheck) -> None:
        # Imported by the lesson that reports already.
        from core.from_scratch.gradient_check import GradientCheck
        from core.reproduction.scratch_training import lesson_findings

        if isinstance(report, GradientCheck):
            self.checked.emit(lesson_findings(report))
        else:
            self._on_reported(report)

    def _on_finished(self, stored: StoredResult) -> None:
        """Remember what was started together, and use what it gave."""
        self._group.append(stored.result)
        self._run_ids.append(stored.run_id)
        self._use(stored)

    def _on_seeds_ended(self, dataset: Dataset | None) -> None:
        """Use the first seed's network; what the others gave is told with it."""
        given = () if self._several is None else self._several.given
        if not given or dataset is None:
            self._on_ended()
            return
        self._group = [seed.result for seed in given]
        self._run_ids = [seed.run_id for seed in given]
        result, run_id = given[0].result, given[0].run_id
        work = partial(find_stored, self._runs, result, dataset, run_id)
        job = self._watch(self._worker.submit(work))
        job.then(self._use)
        job.ended.connect(self._on_ended)

    def _use(self, stored: StoredResult) -> None:
        """Use the new network, if it is one, before telling of the result."""
        self._stored = stored
        # A network without a step of training, or full of NaN, answers nothing.
        if stored.path is not None and stored.result.ended != "diverged":
            self._networks.adopt(opened_result(stored, self._origin(stored.result.state.epoch)))
        self._result = stored.result
        self.stored.emit(stored)
        self.finished.emit(stored.result)

    def _origin(self, epochs: int) -> str:
        return self.tr("trained here, {epochs}").format(epochs=epochs_words(epochs))

    def _on_lesson_finished(self, kept: KeptLesson) -> None:
        """Use the lesson's network, unless it was stopped before its first epoch."""
        result = kept.result
        opened = opened_lesson(kept, self._origin(len(result.epochs)))
        if opened is not None:
            self._networks.adopt(opened)
        self._result = result
        self.lesson_kept.emit(kept)
        self.finished.emit(result)

    def _on_failed(self) -> None:
        self._twin = None  # it would fail likewise

    def _on_ended(self) -> None:
        """Go on with the twin, unless the person asked to stop or there is none."""
        stopped = self._control is not None and self._control.stopped
        self._control = self._progress = None
        following, self._twin = self._twin, None
        if following is not None and not stopped:
            self._begin(following)
            return
        self._tell_stage()
        self.ended.emit()
