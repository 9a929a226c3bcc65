"""The runs service: the trainings that were kept, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
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
    """

    listed = Signal(object)
    compared = Signal(object)
    deleted = Signal(object)
    exported = Signal(object)
    interrupted = Signal(object)
    repaired = Signal(object)

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

    def _on_interrupted_listed(self, runs: tuple[Run, ...]) -> None:
        # One whose recipe is not readable any more cannot go on.
        with suppress(RecipeError):
            if runs and runs[0].epochs and runs[0].recipe:
                self.interrupted.emit(runs[0])


def _continuation(store: RunStore, run_id: int) -> Continuation:
    from core.runs.continuing import continuation

    return continuation(store, run_id)


def _opened(store: RunStore, run_id: int, origin: str) -> OpenNetwork:
    run = store.run(run_id)
    return OpenNetwork(
        name=run.name,
        network=store.network(run_id),
        origin=origin.format(n=run_id),
        accuracy=run.test_accuracy,
        recipe=run.recipe,
        path=store.network_file(run_id),
        continuation=None if run.state == "running" else _continuation(store, run_id),
        run_id=run_id,
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
