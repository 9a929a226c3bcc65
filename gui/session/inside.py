"""The inside service: what each layer of the network in use makes of an image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.records import Images, Network
from gui.jobs import LatestOnly, Worker
from gui.session.networks import NetworksService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.networks.inside import Inside


class InsideService(Service):
    """Follows one image through the network in use; the newest question only.

    Signals:
        looked: The `Inside` of the network and the image that were asked about.
        followed: An image, uint8 (28, 28), that another page wants to be followed.
    """

    looked = Signal(object)
    followed = Signal(object)

    def __init__(
        self, networks: NetworksService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._networks = networks
        self._latest: LatestOnly[Inside] = LatestOnly(worker)
        self._watch_latest(self._latest).answered.connect(self.looked)

    def follow(self, image: Images) -> None:
        """Let the Inside page follow this image, uint8 (28, 28), until another is chosen."""
        self.followed.emit(image)

    def look(self, image: Images) -> None:
        """Follow this image, uint8 (28, 28), if there is a network."""
        opened = self._networks.current
        if opened is not None:
            network = opened.network
            self._latest.ask(lambda: _look(network, image))


def _look(network: Network, image: Images) -> Inside:
    from core.networks.inside import look_inside

    return look_inside(network, image)
