"""The experiments service: many trainings at once, one experiment after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.errors import DataError, InklingError
from core.phrases import Phrase
from core.records import Dataset, Progress
from gui.jobs import Job, LatestOnly, Report, Worker
from gui.session.controlled import ControlledService
from gui.session.data import DataService
from gui.words import phrase

if TYPE_CHECKING:
    from core.experiments.book import ExperimentBook, StoredExperiment
    from core.experiments.conduct import ExperimentReport, Standing
    from core.experiments.estimate import Estimate
    from core.experiments.experiment import Experiment
    from core.experiments.overview import ExperimentOverview


@dataclass(frozen=True)
class ListedExperiment:
    """An experiment as the list shows it; `total` is None where its text cannot be read."""

    id: int
    name: str
    started: float
    data_name: str
    done: int
    total: int | None


@dataclass(frozen=True)
class Plan:
    """What an experiment would train: trainings, settings, workers, and how long that takes.

    `notes` say what is changed for the data.
    """

    trainings: int
    settings: int
    workers: int
    estimate: Estimate
    notes: tuple[Phrase, ...] = ()


class ExperimentsService(ControlledService):
    """The experiments that are kept, the one that runs, and those that wait for it.

    Signals:
        listed: All experiments, a tuple of `ListedExperiment`, the newest first.
        seen: The `ExperimentOverview` of the one that was looked at last.
        planned: The `Plan` that was asked for; an `InklingError` where it cannot be trained.
        began: The number of the experiment that runs now.
        standing_changed: How far it is, a `Standing`.
        told: The number of the one that runs, and what happened in it, an `ExperimentReport`.
        queue_changed: How many experiments wait, an int.
        ended: The number of the one that ran; it is done, stopped or failed.
        exported: The `Path` that was written.
    """

    listed = Signal(object)
    seen = Signal(object)
    planned = Signal(object)
    began = Signal(int)
    standing_changed = Signal(object)
    told = Signal(int, object)
    queue_changed = Signal(int)
    ended = Signal(int)
    exported = Signal(object)

    def __init__(
        self,
        runs: Path,
        data: DataService,
        files: Worker,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs, self._data = runs, data
        self._files, self._worker = files, worker
        self._waiting: deque[tuple[int, Dataset]] = deque()
        self._current: int | None = None
        self._looked_at: int | None = None
        self._standing: Standing | None = None
        self._told_failure = False
        self._lists: LatestOnly[tuple[ListedExperiment, ...]] = LatestOnly(files)
        self._watch_latest(self._lists).answered.connect(self.listed)
        self._overviews: LatestOnly[ExperimentOverview] = LatestOnly(files)
        self._watch_latest(self._overviews).answered.connect(self.seen)
        self._plans: LatestOnly[Plan | InklingError] = LatestOnly(files)
        self._watch_latest(self._plans).answered.connect(self.planned)

    @cached_property
    def _book(self) -> ExperimentBook:
        # Imported when it is first needed, in a worker: the first paint does not wait for it.
        from core.experiments.book import ExperimentBook
        from core.runs.store import RunStore

        return ExperimentBook(RunStore(self._runs))

    @property
    def current(self) -> int | None:
        """The number of the experiment that runs."""
        return self._current

    @property
    def standing(self) -> Standing | None:
        """How far the one that runs is."""
        return self._standing

    @property
    def queue(self) -> tuple[int, ...]:
        """The numbers of those that wait."""
        return tuple(number for number, _ in self._waiting)

    @property
    def can_start(self) -> bool:
        """Whether there is data to learn from."""
        return self._data.current is not None

    def refresh(self) -> None:
        """List the experiments anew, and look at the chosen one again."""
        self._lists.ask(lambda: _listed(self._book))
        if self._looked_at is not None:
            self.look_at(self._looked_at)

    def look_at(self, number: int) -> None:
        """Read all that is known of an experiment."""
        self._looked_at = number
        self._overviews.ask(partial(_overview, self, number))

    def plan(self, experiment: Experiment) -> None:
        """Say what an experiment would train, and how long that takes."""
        dataset = self._data.current
        if dataset is not None:
            self._plans.ask(lambda: _planned(self._book, experiment, dataset))

    def start(self, experiment: Experiment) -> Job[int] | None:
        """Keep an experiment, and train it as soon as those before it are done.

        Returns the job that keeps it, whose result is its number; None without data.
        """
        dataset = self._data.current
        if dataset is None:
            self.failed.emit(
                DataError("There is no data set yet.", "Wait until it is read, or open one.")
            )
            return None
        job = self._watch(self._files.submit(lambda: _added(self._book, experiment, dataset)))
        return job.then(lambda number: self._queue(number, dataset))

    def go_on(self, number: int) -> None:
        """Train what is left of an experiment, with the data in use."""
        dataset = self._data.current
        if dataset is not None and number != self._current and number not in self.queue:
            self._queue(number, dataset)

    def remove(self, number: int) -> None:
        """Take an experiment off the list; its runs stay."""
        if number == self._current:
            return
        self.leave_queue(number)
        job = self._watch(self._files.submit(lambda: self._book.remove(number)))
        job.ended.connect(lambda: self._lists.ask(lambda: _listed(self._book)))

    def leave_queue(self, number: int) -> None:
        """Let an experiment not wait any more; it stays on the list and can go on later."""
        self._waiting = deque(pair for pair in self._waiting if pair[0] != number)
        self.queue_changed.emit(len(self._waiting))

    def drop_queue(self) -> None:
        """Let none wait any more; they stay on the list and can go on later."""
        self._waiting.clear()
        self.queue_changed.emit(0)

    def export(self, number: int, path: Path) -> None:
        """Write an experiment as CSV, or as one HTML page."""
        job = self._watch(self._files.submit(lambda: _export(self._book, number, path)))
        job.then(lambda _none: self.exported.emit(path))

    def _queue(self, number: int, dataset: Dataset) -> None:
        self._waiting.append((number, dataset))
        self._looked_at = number
        if self.running:
            self.queue_changed.emit(len(self._waiting))
            self.refresh()
        else:
            self._next()

    def _next(self) -> None:
        """Hand the experiment that waited longest to the worker."""
        number, dataset = self._waiting.popleft()
        self._current, self._standing, self._told_failure = number, None, False
        self._control = control = Control()
        work = partial(_conduct, self._runs, number, dataset)
        job = self._watch(self._worker.submit_reporting(work, control))
        job.reported.connect(self._on_reported)
        job.ended.connect(self._on_ended)
        self.queue_changed.emit(len(self._waiting))
        self.began.emit(number)
        self._tell_stage()
        self.refresh()

    def _on_reported(self, report: ExperimentReport) -> None:
        # Imported by the work that reports already.
        from core.experiments.conduct import Standing, TrainingFailed, TrainingReported

        if self._current is None:
            return
        match report:
            case Standing():
                self._standing = report
                self.standing_changed.emit(report)
                self.refresh()
            case TrainingFailed(error=error):
                # What spoils one mostly spoils all: how many failed stands on the page.
                if not self._told_failure:
                    self.failed.emit(error)
                self._told_failure = True
            case TrainingReported(report=Progress()):
                pass
            case _:
                if self._looked_at == self._current:
                    self.look_at(self._current)
        self.told.emit(self._current, report)

    def _on_ended(self) -> None:
        number, self._current = self._current, None
        stopped = self._control is not None and self._control.stopped
        self._control = None
        if stopped:
            # Whoever stops one does not want the next to begin at that moment.
            self.drop_queue()
        if self._waiting:
            self._next()
        else:
            self._tell_stage()
            self.refresh()
        if number is not None:
            self.ended.emit(number)


def _conduct(
    runs: Path, number: int, dataset: Dataset, report: Report, control: Control
) -> Standing:
    """Train an experiment in processes of this machine; call it in a worker."""
    from core.experiments.book import ExperimentBook
    from core.experiments.capacity import capacity
    from core.experiments.conduct import conduct, refuse_other_data
    from core.experiments.local import LocalWorkers
    from core.runs.store import RunStore

    book = ExperimentBook(RunStore(runs))
    stored = book.get(number)
    refuse_other_data(stored, dataset)
    workers = LocalWorkers(capacity(), dataset)
    try:
        return conduct(book, stored, dataset, workers, report=report, control=control)
    finally:
        workers.close()


def _added(book: ExperimentBook, experiment: Experiment, dataset: Dataset) -> int:
    from core.experiments.for_data import for_data

    return book.add(for_data(experiment, dataset).experiment, dataset).id


def _listed(book: ExperimentBook) -> tuple[ListedExperiment, ...]:
    done = book.done_counts()
    return tuple(_line(stored, done) for stored in book.all())


def _line(stored: StoredExperiment, done: Mapping[int, int]) -> ListedExperiment:
    try:
        total: int | None = len(stored.trainings)
    except InklingError:
        total = None
    return ListedExperiment(
        stored.id, stored.name, stored.started, stored.data_name, done.get(stored.id, 0), total
    )


def _overview(service: ExperimentsService, number: int) -> ExperimentOverview:
    from core.experiments.overview import experiment_overview

    return experiment_overview(service._book, number)


def _planned(
    book: ExperimentBook, experiment: Experiment, dataset: Dataset
) -> Plan | InklingError:
    from core.experiments.capacity import capacity
    from core.experiments.estimate import estimate, measured_speed
    from core.experiments.experiment import trainings
    from core.experiments.for_data import for_data

    try:
        fitted = for_data(experiment, dataset)
        planned = trainings(fitted.experiment)
    except InklingError as error:
        return error
    workers = capacity().workers
    found = estimate(planned, dataset, measured_speed(book.store), workers)
    settings = len({training.setting.number for training in planned})
    return Plan(len(planned), settings, workers, found, fitted.notes)


def _export(book: ExperimentBook, number: int, path: Path) -> None:
    from core.experiments.overview import experiment_overview
    from core.experiments.report import write_experiment_csv, write_experiment_html

    seen = experiment_overview(book, number)
    if path.suffix.lower() == ".csv":
        write_experiment_csv(path, seen)
    else:
        write_experiment_html(path, seen, phrase)
