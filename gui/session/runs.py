"""The runs service: the trainings that were kept, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import RecipeError
from gui.jobs import Job, LatestOnly, Result, Worker
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service
from gui.session.training import TrainingService

if TYPE_CHECKING:
    from core.records import EpochReport
    from core.runs.continuing import Continuation
    from core.runs.overview import RunsOverview
    from core.runs.repair import Repair
    from core.runs.run import Run, RunState
    from core.runs.store import RunStore, SortKey


@dataclass(frozen=True)
class RunsQuery:
    """Which runs to list, in which order."""

    text: str = ""
    states: tuple[RunState, ...] = ()
    sort: SortKey = "started"
    descending: bool = True


class RunsService(Service):
    """The list of runs as it was asked for, and the comparison of some.

    Signals:
        listed: The runs that the last query asked for, a tuple of `Run`, in order.
        compared: The `RunsOverview` of the runs that were chosen last.
        deleted: The numbers of runs, a tuple of int, that can be brought back by `restore`.
        exported: The `Path` that was written.
        interrupted: The newest `Run` whose process went away, if it can go on.
        repaired: What a `Repair` of the list found.
        wanted: The numbers of runs, a tuple of int, that somebody wants to see together.
        last_found: The `LastRun`, once at the start, if one has learnt something.
        known: The newest whole `LastRun` of each recipe, a dict by the recipe's name.
        measured: How many bytes all runs take, an `int`.
    """

    listed = Signal(object)
    compared = Signal(object)
    deleted = Signal(object)
    exported = Signal(object)
    interrupted = Signal(object)
    repaired = Signal(object)
    wanted = Signal(object)
    last_found = Signal(object)
    known = Signal(object)
    measured = Signal(object)

    def __init__(
        self,
        folder: Path,
        training: TrainingService,
        networks: NetworksService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._training = training
        self._networks = networks
        self._worker = worker
        self._query = RunsQuery()
        self._lists: LatestOnly[tuple[Run, ...]] = LatestOnly(worker)
        self._watch_latest(self._lists).answered.connect(self.listed)
        self._overviews: LatestOnly[RunsOverview] = LatestOnly(worker)
        self._watch_latest(self._overviews).answered.connect(self.compared)
        self._last: LastRun | None = None
        training.started.connect(self._on_started)
        training.ended.connect(self.refresh)
        training.epoch_finished.connect(self.refresh)

    @cached_property
    def _store(self) -> RunStore:
        # Imported when it is first needed, in a worker: the first paint does not wait for it.
        from core.runs.store import RunStore

        return RunStore(self._folder)

    def ask(self, query: RunsQuery) -> None:
        """List these runs, now and whenever they change."""
        self._query = query
        self.refresh()

    def refresh(self, *_news: object) -> None:
        """List the runs anew."""
        query = self._query
        self._lists.ask(
            lambda: self._store.runs(
                text=query.text,
                states=query.states,
                sort=query.sort,
                descending=query.descending,
            )
        )

    def back_up(self) -> None:
        """Copy the list of runs, if it changed since the last copy."""
        self._work(lambda: _back_up(self._store))

    def repair(self) -> None:
        """Build a damaged list anew from its copies and the runs' own files."""
        job = self._work(lambda: _repair(self._store))
        job.then(self.repaired.emit)
        job.then(self.refresh)

    def look_for_interrupted(self) -> None:
        """Tell of the newest run that was cut off by a crash or a power cut."""
        cut_off: tuple[RunState, ...] = ("interrupted",)
        job = self._work(lambda: self._store.runs(states=cut_off))
        job.then(self._on_interrupted_listed)

    @property
    def last(self) -> LastRun | None:
        """The newest run as it was found at the start; None once a training began."""
        return self._last

    def look_for_known(self) -> None:
        """Tell of the newest finished run of each recipe."""
        self._work(lambda: _known(self._store)).then(self.known.emit)

    def measure(self) -> None:
        """Count how many bytes all runs take."""
        folder = self._folder
        self._work(lambda: _size_of(folder)).then(self.measured.emit)

    def look_for_last(self) -> None:
        """Tell of the run that was trained last, before this start."""
        self._work(lambda: _last(self._store)).then(self._on_last_found)

    def show_last_together(self) -> None:
        """Want the training that just ended beside the one before it, or all its seeds."""
        trained = self._training.run_ids
        if len(trained) > 1:
            self.wanted.emit(trained)
        else:
            self._work(lambda: _with_predecessor(self._store, trained)).then(self.wanted.emit)

    def compare(self, run_ids: tuple[int, ...]) -> None:
        """Read these runs' figures and compare them."""
        self._overviews.ask(lambda: _overview(self._store, run_ids))

    def rename(self, run_id: int, name: str) -> None:
        """Give a run another name."""
        self._change(lambda: self._store.rename(run_id, name))

    def set_note(self, run_id: int, note: str) -> None:
        """Write a note on a run."""
        self._change(lambda: self._store.set_note(run_id, note))

    def delete(self, run_ids: tuple[int, ...]) -> None:
        """Put runs into the trash."""
        job = self._change(lambda: self._store.delete(run_ids))
        job.then(lambda _none: self.deleted.emit(run_ids))

    def restore(self, run_ids: tuple[int, ...]) -> None:
        """Take runs out of the trash."""
        self._change(lambda: self._store.restore(run_ids))

    def purge(self) -> None:
        """Remove for good what is in the trash."""
        self._change(lambda: self._store.purge())

    def open_network(self, run_id: int) -> None:
        """Use the network that a run gave."""
        job = self._work(lambda: _opened(self._store, run_id, self.tr("run {n}")))
        job.then(self._networks.adopt)

    def open_best(self, run_id: int) -> None:
        """Use the network of a run's best epoch."""
        origin = self.tr("run {n}, best epoch")
        self._work(lambda: _best(self._store, run_id, origin)).then(self._networks.adopt)

    def continue_run(self, run_id: int) -> None:
        """Go on with the training of a run, as `core.runs.continuing` has it."""
        self._work(lambda: _continuation(self._store, run_id)).then(
            self._training.continue_from
        )

    def export_csv(self, path: Path, run_ids: tuple[int, ...]) -> None:
        """Write the figures of all epochs as CSV."""
        self._export(path, lambda: _write_csv(path, self._store, run_ids))

    def export_tensorboard(self, folder: Path, run_ids: tuple[int, ...]) -> None:
        """Write event files for TensorBoard."""
        self._export(folder, lambda: _write_tensorboard(folder, self._store, run_ids))

    def _work(self, work: Callable[[], Result]) -> Job[Result]:
        return self._watch(self._worker.submit(work))

    def _change(self, change: Callable[[], Result]) -> Job[Result]:
        return self._work(change).then(self.refresh)

    def _export(self, path: Path, write: Callable[[], object]) -> None:
        self._work(write).then(lambda _none: self.exported.emit(path))

    def _on_started(self, _experiment: object) -> None:
        self._last = None

    def _on_last_found(self, last: LastRun | None) -> None:
        if last is not None and self._training.experiment is None:
            self._last = last
            self.last_found.emit(last)

    def _on_interrupted_listed(self, runs: tuple[Run, ...]) -> None:
        # One whose recipe is not readable any more cannot go on.
        with suppress(RecipeError):
            if runs and runs[0].epochs and runs[0].recipe.by_hand is None:
                self.interrupted.emit(runs[0])


@dataclass(frozen=True)
class LastRun:
    """A run with all epochs behind it, those that it continued included."""

    run: Run
    epochs: tuple[EpochReport, ...]


def _last(store: RunStore) -> LastRun | None:
    """Return the newest run that has learnt something, does not run now and can go on."""
    for run in store.runs():
        if run.state == "running" or not (run.epochs or run.seen_images):
            continue
        with suppress(RecipeError):
            # (One whose recipe is not readable any more cannot be shown.)
            if run.recipe.by_hand is None:
                return LastRun(run, store.history(run.id))
    return None


def _known(store: RunStore) -> dict[str, LastRun]:
    found: dict[str, Run] = {}
    for run in store.runs(states=("finished", "early")):
        if run.continued_from is None:
            found.setdefault(run.recipe_name, run)
    return {name: LastRun(run, store.epochs(run.id)) for name, run in found.items()}


def _size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder; what goes meanwhile counts nothing."""
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            total += path.stat().st_size if path.is_file() else 0
    return total


def _with_predecessor(store: RunStore, trained: tuple[int, ...]) -> tuple[int, ...]:
    """Return a run, the newest unless one is named, and the one that was begun before it."""
    numbers = [run.id for run in store.runs(sort="started")]
    newest = trained[-1] if trained else max(numbers, default=0)
    before = [number for number in numbers if number < newest]
    return (newest, *before[:1])


def _continuation(store: RunStore, run_id: int) -> Continuation:
    from core.runs.continuing import continuation

    return continuation(store, run_id)


def _opened(store: RunStore, run_id: int, origin: str) -> OpenNetwork:
    run = store.run(run_id)
    goes_on = run.state != "running" and run.recipe.by_hand is None
    return OpenNetwork(
        name=run.name,
        network=store.network(run_id),
        origin=origin.format(n=run_id),
        accuracy=run.test_accuracy,
        recipe=run.recipe,
        path=store.network_file(run_id),
        continuation=_continuation(store, run_id) if goes_on else None,
        run_id=run_id,
        run=run,
    )


def _best(store: RunStore, run_id: int, origin: str) -> OpenNetwork:
    """Return the network of the best epoch; it has no last step to go on from."""
    return replace(
        _opened(store, run_id, origin),
        network=store.network(run_id, "best"),
        path=store.network_file(run_id, "best"),
        accuracy=None,
        continuation=None,
        run_id=None,
    )


def _overview(store: RunStore, run_ids: tuple[int, ...]) -> RunsOverview:
    from core.runs.overview import overview

    return overview(store, run_ids)


def _back_up(store: RunStore) -> None:
    from core.runs.backup import back_up

    back_up(store.database)


def _repair(store: RunStore) -> Repair:
    from core.runs.repair import repair

    return repair(store)


def _write_csv(path: Path, store: RunStore, run_ids: tuple[int, ...]) -> None:
    from core.runs.export import write_csv

    write_csv(path, store, run_ids)


def _write_tensorboard(folder: Path, store: RunStore, run_ids: tuple[int, ...]) -> None:
    from core.runs.export import write_tensorboard

    write_tensorboard(folder, store, run_ids)
