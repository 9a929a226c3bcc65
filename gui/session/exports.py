"""The export service: the network in use in another format, tried before it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NetworkError
from gui.jobs import Worker
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service

if TYPE_CHECKING:
    from core.exporting.export import Exported


class ExportService(Service):
    """Writes networks in other formats.

    Signals:
        exporting: The name of the file that is being made; empty when it is done, or failed.
        exported: The `Exported` that was written.
    """

    exporting = Signal(str)
    exported = Signal(object)

    def __init__(
        self, networks: NetworksService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._networks = networks
        self._worker = worker

    def export(self, path: Path) -> None:
        """Write the network in use in the format that the file's name says."""
        opened = self._networks.current
        if opened is None:
            self.failed.emit(
                NetworkError("There is no network to save yet.", "Train or open one first.")
            )
            return
        self.exporting.emit(path.name)
        job = self._watch(self._worker.submit(lambda: _export(opened, path)))
        job.then(self.exported.emit)
        job.ended.connect(lambda: self.exporting.emit(""))


def _export(opened: OpenNetwork, path: Path) -> Exported:
    from core.exporting.export import export_network, format_of

    return export_network(opened.network, path, format_of(path), recipe=opened.recipe)
