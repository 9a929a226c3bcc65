"""The versus service: another network on the same split as the one in use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from core.records import Labels
from gui.jobs import Job, Report, Worker
from gui.session.mistakes import MistakesService, SplitMistakes
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.predictions import PredictionsService, SplitPredictions
from gui.session.runs import RunsService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.evaluation.versus import Versus
    from core.runs.opinions import NamedNetwork


@dataclass(frozen=True, eq=False)
class Compared:
    """What sets a network, B, apart from the one that had read the split, A."""

    predictions: SplitPredictions
    name: str
    digits: Labels
    versus: Versus


class VersusService(Service):
    """Lists the other networks at hand, and lets one of them read the split too.

    Signals:
        listed: The `NamedNetwork`s that know the same classes, the one in use left out.
        compared: A `Compared`; None when it no longer holds.
        share_changed: How much of the split the other has read, a `float` from 0 to 1.
        stage_changed: Whether it reads.
    """

    listed = Signal(object)
    compared = Signal(object)
    share_changed = Signal(object)
    stage_changed = Signal(bool)

    def __init__(
        self,
        folder: Path,
        networks: NetworksService,
        predictions: PredictionsService,
        mistakes: MistakesService,
        runs: RunsService,
        *,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._networks = networks
        self._predictions = predictions
        self._runs = runs
        self._worker = worker
        self._job: Job[Any] | None = None
        self._current: Compared | None = None
        self._wanted: tuple[int, int] | None = None
        networks.changed.connect(self._on_network_changed)
        mistakes.changed.connect(self._on_mistakes_changed)

    @property
    def current(self) -> Compared | None:
        """The comparison that holds."""
        return self._current

    def list_others(self) -> None:
        """Tell which other networks could be compared."""
        opened = self._networks.current
        if opened is None:
            return
        folder = self._folder
        job = self._watch(self._worker.submit(lambda: _others(folder, opened)))
        job.then(self.listed.emit)

    def compare(self, other: NamedNetwork) -> None:
        """Let another network read the split that is known."""
        known = self._predictions.current
        if known is None:
            return
        self.stop()
        work = partial(_compare, known, other)
        job = self._job = self._watch(self._worker.submit_reporting(work, StopToken()))
        job.reported.connect(self.share_changed)
        job.then(self._on_compared)
        job.ended.connect(self._on_ended)
        self.stage_changed.emit(True)

    def compare_runs(self, first: int, second: int) -> None:
        """Use the network of one run, read the test images, and compare another run's."""
        self._wanted = (first, second)
        self._runs.open_network(first)

    def stop(self) -> None:
        """Give the comparison up that runs."""
        if self._job is not None:
            self._job.stop()

    def _on_network_changed(self, opened: OpenNetwork | None) -> None:
        self.stop()
        self._set(None)
        if self._wanted is None or opened is None or opened.run_id != self._wanted[0]:
            self._wanted = None
        else:
            self._predictions.ask("test")

    def _on_mistakes_changed(self, shown: SplitMistakes | None) -> None:
        self.stop()
        self._set(None)
        if shown is None or self._wanted is None:
            return
        second, self._wanted = self._wanted[1], None
        folder = self._folder
        job = self._watch(self._worker.submit(lambda: _of_run(folder, second)))
        job.then(self.compare)

    def _on_compared(self, compared: Compared) -> None:
        if compared.predictions is self._predictions.current:
            self._set(compared)

    def _set(self, compared: Compared | None) -> None:
        self._current = compared
        self.compared.emit(compared)

    def _on_ended(self, job: Job[Any]) -> None:
        if job is self._job:
            self._job = None
            self.stage_changed.emit(False)


def _others(folder: Path, opened: OpenNetwork) -> tuple[NamedNetwork, ...]:
    from core.layers import summary
    from core.runs.opinions import StoredNetworks

    classes = summary(opened.network.spec)[-1].output_shape
    return tuple(
        named
        for named in StoredNetworks(folder).networks()
        if named.network is not opened.network
        and (named.run_id is None or named.run_id != opened.run_id)
        and summary(named.network.spec)[-1].output_shape == classes
    )


def _of_run(folder: Path, run_id: int) -> NamedNetwork:
    from core.runs.opinions import NamedNetwork
    from core.runs.store import RunStore

    store = RunStore(folder)
    return NamedNetwork(f"{store.run(run_id).name} #{run_id}", store.network(run_id), run_id)


def _compare(
    known: SplitPredictions, other: NamedNetwork, report: Report, stop: StopToken
) -> Compared:
    from core.evaluation.versus import versus
    from core.training.scoring import predict

    images, labels = known.dataset.images(known.split), known.dataset.labels(known.split)
    only, own = known.only, known.predictions.digits
    read = own.copy()
    read[only] = predict(other.network, images[only], stop=stop, report=report).digits
    found = versus(labels, own, read, len(known.dataset.classes), only)
    return Compared(known, other.name, read, found)
