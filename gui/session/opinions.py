"""The opinions service: what every saved network says of the drawing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.records import Prediction
from gui.jobs import LatestOnly, Worker
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service

if TYPE_CHECKING:
    from core.runs.opinions import NamedNetwork, Opinion, StoredNetworks


class OpinionsService(Service):
    """Asks the network in use, the shipped one and those of the newest runs.

    Signals:
        given: The opinions, a tuple of `core.runs.opinions.Opinion`, disagreement first.
    """

    given = Signal(object)

    def __init__(
        self,
        runs: Path,
        networks: NetworksService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs = runs
        self._networks = networks
        self._latest: LatestOnly[tuple[Opinion, ...]] = LatestOnly(worker)
        self._watch_latest(self._latest).answered.connect(self.given)
        self._stored: StoredNetworks | None = None

    def ask(self, prediction: Prediction | None) -> None:
        """Ask all about the image of this answer; None clears the table."""
        current = self._networks.current
        name = self.tr("{name} (in use)")
        self._latest.ask(lambda: self._ask_all(prediction, current, name))

    def _ask_all(
        self, prediction: Prediction | None, current: OpenNetwork | None, name: str
    ) -> tuple[Opinion, ...]:
        from core.runs.opinions import NamedNetwork, StoredNetworks, opinions

        if prediction is None:
            return ()
        self._stored = self._stored or StoredNetworks(self._runs)
        named = list(self._stored.networks())
        if current is not None:
            named = [n for n in named if not _same(n, current)]
            in_use = name.format(name=current.name)
            named.insert(0, NamedNetwork(in_use, current.network, current.run_id))
        return opinions(named, prediction)


def _same(named: NamedNetwork, current: OpenNetwork) -> bool:
    if named.run_id is not None:
        return named.run_id == current.run_id
    return named.network is current.network
