"""The summary service: the figures of the data set in use, for the Data page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.records import Dataset
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.summary import DataSummary


class SummaryService(Service):
    """Summarises the data set in use; that of one which is no longer in use is dropped.

    Signals:
        summarised: The `DataSummary` of the data set in use.
    """

    summarised = Signal(object)

    def __init__(
        self, data: DataService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._latest: LatestOnly[DataSummary] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_summarised)

    def ask(self) -> None:
        """Summarise the data set in use, if there is one."""
        dataset = self._data.current
        if dataset is not None:
            self._latest.ask(lambda: _summarise(dataset))

    def _on_summarised(self, summary: DataSummary) -> None:
        if summary.dataset is self._data.current:
            self.summarised.emit(summary)


def _summarise(dataset: Dataset) -> DataSummary:
    from core.data.summary import summarise

    return summarise(dataset)
