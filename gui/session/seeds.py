"""Several seeds of one recipe: trained as an experiment, followed like one training."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.records import EpochReport, Phase, Progress, Recipe, RunResult
from gui.session.controlled import Stage
from gui.session.experiments import ExperimentsService

if TYPE_CHECKING:
    from core.experiments.conduct import ExperimentReport, TrainingReported


@dataclass(frozen=True)
class SeedsProgress:
    """How far several seeds are together.

    Parameters
    ----------
    done, count : int
        Seeds: those that have ended, all of them.
    fraction : float
        How much of all is trained, 0 to 1.
    seconds_left : float or None
        By how fast it went so far; None before the first step.
    """

    done: int
    count: int
    fraction: float
    seconds_left: float | None


@dataclass(frozen=True, eq=False)
class GivenSeed:
    """What one seed gave: its result, and the run that keeps it."""

    result: RunResult
    run_id: int


class SeveralSeeds(QObject):
    """The seeds of a recipe that are trained in one go, its own and those after it.

    Raises
    ------
    InklingError
        If there are not so many after it.

    Signals:
        reported: A `Report` of the first seed, which is told like a training by itself.
        other_epoch_finished: The place of another seed, from 1, and its `EpochReport`.
        progressed: How far all are, a `SeedsProgress`.
        stage_changed: They were paused, resumed or stopped on another page.
        ended: None of them runs or waits any more; `given` says what they gave.
    """

    reported = Signal(object)
    other_epoch_finished = Signal(int, object)
    progressed = Signal(object)
    stage_changed = Signal()
    ended = Signal()

    def __init__(self, experiments: ExperimentsService, recipe: Recipe, count: int) -> None:
        # Imported late: the window opens before anybody trains several.
        from core.experiments.experiment_file import seeds_of

        super().__init__()
        self._seeds = seeds_of(count, recipe.seed)
        self._experiments = experiments
        self._recipe = recipe
        self.count = count
        self.control = _Relay(self._pass_on)
        self._number: int | None = None
        self._over = False
        self._fractions = [0.0] * count
        self._given: dict[int, GivenSeed] = {}
        self._began: tuple[float, float] | None = None

    @property
    def given(self) -> tuple[GivenSeed, ...]:
        """What the seeds have given so far, in their order."""
        return tuple(self._given[place] for place in sorted(self._given))

    def begin(self) -> None:
        """Train them as soon as the experiments before them are done."""
        # Imported late: the window opens before anybody trains several.
        from core.experiments.experiment import Experiment

        service = self._experiments
        service.told.connect(self._on_told)
        service.began.connect(self._on_began)
        service.stage_changed.connect(self._on_stage)
        service.queue_changed.connect(self._on_queue_changed)
        service.ended.connect(self._on_ended)
        job = service.start(Experiment(self._recipe.name, self._recipe, (), self._seeds))
        if job is None:
            self._finish()
            return
        job.failed.connect(self._finish)
        job.then(self._on_kept)

    @property
    def _runs(self) -> bool:
        return self._number is not None and self._experiments.current == self._number

    def _on_kept(self, number: int) -> None:
        self._number = number
        if not self._runs:
            self.reported.emit(Phase("waiting"))
        self._pass_on()

    def _on_began(self, number: int) -> None:
        if number == self._number:
            # Processes are started, and load TensorFlow each: that takes some seconds.
            self.reported.emit(Phase("loading"))
            self._pass_on()

    def _pass_on(self, *_news: object) -> None:
        """Let the experiment do what the person wants of the training."""
        service, control = self._experiments, self.control
        if self._runs:
            if control.stopped:
                service.stop()
            elif control.paused:
                service.pause()
            else:
                service.resume()
        elif control.stopped and self._number is not None:
            service.leave_queue(self._number)

    def _on_stage(self, stage: Stage) -> None:
        """Follow what was asked for on another page."""
        if self._runs and self.control.follow(stage):
            self.stage_changed.emit()

    def _on_queue_changed(self, _count: int) -> None:
        """End where these were taken from those that wait."""
        if self._number is None or self._runs or self._number in self._experiments.queue:
            return
        self._finish()

    def _on_ended(self, number: int) -> None:
        if number == self._number:
            self._finish()

    def _finish(self, *_news: object) -> None:
        if self._over:
            return
        self._over = True
        service = self._experiments
        service.told.disconnect(self._on_told)
        service.began.disconnect(self._on_began)
        service.stage_changed.disconnect(self._on_stage)
        service.queue_changed.disconnect(self._on_queue_changed)
        service.ended.disconnect(self._on_ended)
        self.ended.emit()

    def _on_told(self, number: int, report: ExperimentReport) -> None:
        # Imported by the work that reports already.
        from core.experiments.conduct import TrainingEnded, TrainingFailed, TrainingReported

        if number != self._number:
            return
        match report:
            case TrainingReported():
                self._pass_report_on(report)
            case TrainingEnded(training=training, run=run, result=result):
                self._given[training.number] = GivenSeed(result, run.id)
                self._advance(training.number, 1.0)
            case TrainingFailed(training=training):
                self._advance(training.number, 1.0)
            case _:
                pass

    def _pass_report_on(self, told: TrainingReported) -> None:
        number, report = told.training.number, told.report
        if number == 1:
            self.reported.emit(report)
        elif isinstance(report, EpochReport):
            self.other_epoch_finished.emit(number - 1, report)
        if isinstance(report, Progress):
            self._advance(number, report.fraction)

    def _advance(self, number: int, fraction: float) -> None:
        """Tell how far all are, now that this one is so far."""
        self._fractions[number - 1] = fraction
        share, now = sum(self._fractions) / self.count, time.monotonic()
        if self._began is None:
            self._began = now, share
        since, before = self._began
        left = (now - since) * (1 - share) / (share - before) if share > before else None
        done = self._fractions.count(1.0)
        self.progressed.emit(SeedsProgress(done, self.count, share, left))


class _Relay(Control):
    """The wishes of the person, passed on to the experiment."""

    def __init__(self, pass_on: Callable[[], None]) -> None:
        super().__init__()
        self._pass_on = pass_on

    def pause(self) -> None:
        """Ask all to wait."""
        super().pause()
        self._pass_on()

    def resume(self) -> None:
        """Let all go on."""
        super().resume()
        self._pass_on()

    def stop(self) -> None:
        """Ask all to end."""
        super().stop()
        self._pass_on()

    def follow(self, stage: Stage) -> bool:
        """Take over what the experiment was asked for; return whether that is news."""
        before = self.stopped, self.paused
        if stage == "stopping":
            super().stop()
        elif stage == "paused":
            super().pause()
        elif stage == "running":
            super().resume()
        return before != (self.stopped, self.paused)
