"""Running an experiment: work goes to the workers, what they tell goes into the run store.

One process writes, and knows all: the one that asked. In order: which trainings are done is
read from the store; those that were cut off go on from their last finished epoch; then, until
none is left, each worker that is free is handed the next one, and each message is kept before
it is told on. A training whose worker dies is handed out once more, from its last epoch; one
that dies twice, or raises an error, is told as failed, and tried again when the experiment is
started again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from core.control import Control
from core.errors import InklingError, TrainingError
from core.experiments.book import ExperimentBook, StoredExperiment
from core.experiments.experiment import Training
from core.experiments.messages import (
    Died,
    Ended,
    EpochDone,
    Failed,
    Message,
    Told,
    Wish,
    Work,
    Workers,
)
from core.probes import Probe
from core.records import Dataset, EpochReport, Phase, Progress, RunResult, TrainingState
from core.runs.continuing import Continuation, resumption
from core.runs.recorder import Recorder, record
from core.runs.run import Run

WAIT_S = 0.1
"""So soon a wish of the person is seen."""

MOST_DEATHS = 2
"""So often a training's worker may die before the training is given up."""


@dataclass(frozen=True)
class TrainingStarted:
    """A training was handed to a worker; `again` after its first worker died."""

    training: Training
    run: int
    again: str = ""


@dataclass(frozen=True)
class TrainingReported:
    """A report of a training; an epoch is on the disk before it is told."""

    training: Training
    report: Phase | Progress | Probe | EpochReport


@dataclass(frozen=True)
class TrainingEnded:
    """A training that came to its end, or was stopped."""

    training: Training
    run: Run
    result: RunResult


@dataclass(frozen=True)
class TrainingFailed:
    """A training that gave nothing."""

    training: Training
    error: Exception


@dataclass(frozen=True)
class Standing:
    """How far an experiment is.

    Parameters
    ----------
    total, done, failed, running : int
        Trainings: all, those that need not run any more, those that failed, those that run.
    """

    total: int
    done: int
    failed: int
    running: int

    @property
    def waiting(self) -> int:
        """How many were not begun yet."""
        return self.total - self.done - self.failed - self.running


ExperimentReport: TypeAlias = (
    TrainingStarted | TrainingReported | TrainingEnded | TrainingFailed | Standing
)


@dataclass
class _Running:
    """A training that a worker has, and the pen that keeps it."""

    training: Training
    recorder: Recorder
    stack: ExitStack
    epoch: int
    deaths: int = 0
    reason: str = ""


def conduct(
    book: ExperimentBook,
    stored: StoredExperiment,
    dataset: Dataset,
    workers: Workers,
    *,
    report: Callable[[ExperimentReport], None],
    control: Control,
    threads: int = 1,
) -> Standing:
    """Train what is left of an experiment; return how far it is then.

    Parameters
    ----------
    report : callable
        Is handed what happens, in this thread.
    control : Control
        Stops or pauses all; trainings that are stopped go on when the experiment does.
    threads : int
        Of TensorFlow, in each worker.

    Raises
    ------
    InklingError
        If the data are others, another process trains it, or the workers cannot be reached.
    """
    refuse_other_data(stored, dataset)
    lock = book.lock(stored.id)
    try:
        conductor = _Conductor(book, stored, dataset, workers, report)
        # A connection that stays open: else SQLite tidies up after each short one (a third of
        # what a training costs here).
        with book.store.database.reading(), conductor.stack:
            return conductor.run(control, threads)
    finally:
        lock.release()


def refuse_other_data(stored: StoredExperiment, dataset: Dataset) -> None:
    """Go on only with the data that the experiment began with.

    Raises
    ------
    InklingError
        If these are others.
    """
    if stored.data_fingerprint != dataset.fingerprint:
        raise InklingError(
            "Experiment {number} was begun on other data ({data}).",
            "Open its data first; on the command line name it with --data.",
            number=stored.id,
            data=stored.data_name,
        )


@dataclass
class _Conductor:
    book: ExperimentBook
    stored: StoredExperiment
    dataset: Dataset
    workers: Workers
    report: Callable[[ExperimentReport], None]
    stack: ExitStack = field(default_factory=ExitStack)
    _running: dict[int, _Running] = field(default_factory=dict)
    # Those of them whose worker died, and that no other one has yet.
    _orphans: deque[_Running] = field(default_factory=deque)
    _done: set[int] = field(default_factory=set)
    _failed: set[int] = field(default_factory=set)
    _waiting: deque[Training] = field(default_factory=deque)
    # Trainings whose end was heard and is not written yet.
    _over: int = 0
    _wish: Wish = "resume"

    def run(self, control: Control, threads: int) -> Standing:
        """Hand out and listen until nothing is left, or the person wants no more."""
        self._threads = threads
        trained = self.book.trained(self.stored.id)
        self._done = {number for number, one in trained.items() if one.done}
        self._begun = {n: one.run for n, one in trained.items() if not one.done}
        self._waiting = deque(t for t in self.stored.trainings if t.number not in self._done)
        self._tell_standing()
        while self._running or (self._waiting and not control.stopped):
            self._obey(control)
            self._hand_out_all()
            messages = self.workers.wait(WAIT_S)
            self._obey(control)
            # Whoever is free has the next training before what it gave is written: that takes
            # a tenth of a second, and a worker may train a whole epoch meanwhile.
            self._over = sum(self._ends(message) for message in messages)
            self._hand_out_all()
            self._over = 0
            for message in messages:
                self._take(message)
        return self._standing()

    def _hand_out_all(self) -> None:
        """Hand out trainings as long as a worker is free, those whose worker died first."""
        while self._wish == "resume" and self._free and (self._orphans or self._waiting):
            if self._orphans:
                self._hand_on(self._orphans.popleft())
            else:
                self._begin(self._waiting.popleft())

    def _ends(self, message: Message) -> bool:
        """Say whether a message ends a training that runs."""
        return isinstance(message, Ended | Failed) and message.key in self._running

    @property
    def _free(self) -> bool:
        busy = len(self._running) - len(self._orphans) - self._over
        return busy < self.workers.size

    def _obey(self, control: Control) -> None:
        wish: Wish = "stop" if control.stopped else "pause" if control.paused else "resume"
        if wish != self._wish:
            self._wish = wish
            self.workers.tell(wish)
        while wish == "stop" and self._orphans:
            self._close(self._orphans.popleft())

    def _begin(self, training: Training) -> None:
        """Open the run of a training and hand it to a worker."""
        before = self._begun.get(training.number)
        continues = None if before is None else resumption(self.book.store, before)
        stack = ExitStack()
        recorder = stack.enter_context(
            record(
                self.book.store,
                training.recipe,
                self.dataset,
                name=f"{self.stored.name} {training.number}: {training.setting.label}"[:200],
                continues=continues,
                belongs_to=(self.stored.id, training.number),
            )
        )
        # Whatever happens, the run is closed with the experiment.
        self.stack.push(stack)
        state = None if continues is None else continues.state
        one = _Running(training, recorder, stack, 0 if state is None else state.epoch)
        self._running[training.number] = one
        self.report(TrainingStarted(training, recorder.run_id))
        self._hand_out(one, continues)
        self._tell_standing()

    def _hand_out(self, one: _Running, continues: Continuation | None) -> None:
        start, earlier = None, None
        if continues is not None and continues.state is not None:
            start, earlier = continues.state, continues.earlier
        self.workers.start(
            Work(
                key=one.training.number,
                recipe=one.training.recipe,
                fingerprint=self.stored.data_fingerprint,
                start=_own(start, one.training),
                earlier=earlier,
                threads=self._threads,
            )
        )

    def _take(self, message: Message) -> None:
        one = self._running.get(message.key)
        if one is None:
            return  # A word of a training that is over.
        match message:
            case Told(report=report):
                if isinstance(report, Probe):
                    one.recorder.report(report)
                self.report(TrainingReported(one.training, report))
            case EpochDone():
                self._keep(one, message)
            case Ended():
                self._end(one, message)
            case Failed(error=error):
                self._give_up(one, error)
            case Died(reason=reason):
                self._try_again(one, reason)

    def _keep(self, one: _Running, done: EpochDone) -> None:
        # A cluster may do again by itself what one of its workers took with it.
        if done.report.epoch <= one.epoch:
            return
        one.epoch = done.report.epoch
        one.recorder.checkpoint(done.state, done.network)
        one.recorder.report(done.report)
        self.report(TrainingReported(one.training, done.report))

    def _end(self, one: _Running, ended: Ended) -> None:
        run = one.recorder.finish(ended.result)
        if ended.result.ended != "stopped":
            self._done.add(one.training.number)
        self._close(one)
        self.report(TrainingEnded(one.training, run, ended.result))
        self._tell_standing()

    def _give_up(self, one: _Running, error: Exception) -> None:
        self._failed.add(one.training.number)
        self._close(one, error)
        self.report(TrainingFailed(one.training, error))
        self._tell_standing()

    def _try_again(self, one: _Running, reason: str) -> None:
        """Let a training wait for another worker, unless this was its second."""
        one.deaths += 1
        one.reason = reason
        if one.deaths >= MOST_DEATHS and self._wish != "stop":
            self._give_up(one, _died(one.training, reason))
        else:
            self._orphans.append(one)

    def _hand_on(self, one: _Running) -> None:
        """Hand a training out once more, from the last epoch that it told."""
        self.report(TrainingStarted(one.training, one.recorder.run_id, again=one.reason))
        self._hand_out(one, resumption(self.book.store, one.recorder.run_id))

    def _close(self, one: _Running, error: Exception | None = None) -> None:
        """End the run of a training; of one that failed before its first epoch none is kept."""
        del self._running[one.training.number]
        if error is None:
            one.stack.close()
            return
        with suppress(type(error)):
            one.stack.__exit__(type(error), error, error.__traceback__)

    def _standing(self) -> Standing:
        return Standing(
            total=len(self.stored.trainings),
            done=len(self._done),
            failed=len(self._failed),
            running=len(self._running),
        )

    def _tell_standing(self) -> None:
        self.report(self._standing())


def _own(state: TrainingState | None, training: Training) -> TrainingState | None:
    """Return a state whose network is the training's, or none: it then begins anew."""
    fits = state is not None and state.network.spec == training.recipe.network
    return state if fits else None


def _died(training: Training, reason: str) -> TrainingError:
    return TrainingError(
        "Training {number} was given up: its worker went away twice ({reason}).",
        "Start the experiment again: it goes on there. If it needs too much memory, use fewer"
        " workers.",
        number=training.number,
        reason=reason,
    )
