"""The trial service: a network from a file is tried on the data set in use, and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.records import Dataset, Network
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service

if TYPE_CHECKING:
    from core.networks.trial import Trial


class TrialService(Service):
    """Tries strangers' networks: those that Inkling did not train.

    Signals:
        tried: The `Trial` of the network in use, and its name.
        untried: The name of a network that does not say how it wants pixels, where the data
            set in use cannot tell it either.
    """

    tried = Signal(object, str)
    untried = Signal(str)

    def __init__(
        self,
        data: DataService,
        networks: NetworksService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._networks = networks
        self._tried: Network | None = None
        self._latest: LatestOnly[tuple[OpenNetwork, Trial | None]] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_tried)
        data.changed.connect(self._ask)
        networks.changed.connect(self._ask)

    def _ask(self) -> None:
        opened, dataset = self._networks.current, self._data.current
        if opened is None or dataset is None or not _is_strange(opened):
            return
        if opened.network is not self._tried:
            self._tried = opened.network
            self._latest.ask(lambda: (opened, _try(opened, dataset)))

    def _on_tried(self, result: tuple[OpenNetwork, Trial | None]) -> None:
        opened, trial = result
        if opened is not self._networks.current:
            return
        if trial is None:
            # Another data set may tell.
            self._tried = None
            if not opened.pixels_known:
                self.untried.emit(opened.name)
            return
        if trial.measured or trial.named:
            self._tried = trial.network
            self._networks.adopt(replace(opened, network=trial.network, pixels_known=True))
        if trial.notes(opened.name):
            self.tried.emit(trial, opened.name)


def _is_strange(opened: OpenNetwork) -> bool:
    ours = opened.path is None or opened.recipe is not None or opened.run_id is not None
    return not (ours and opened.pixels_known)


def _try(opened: OpenNetwork, dataset: Dataset) -> Trial | None:
    from core.networks.trial import try_network

    return try_network(opened.network, dataset, pixels_known=opened.pixels_known)
