"""The data service: which data set is in use, and how another one comes to be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from core.errors import InklingError
from core.home import Home
from core.records import Dataset
from gui.jobs import Job, Report, Result, Worker
from gui.preferences import Preferences
from gui.session.service import Service

SAMPLE_SOURCE = "built in"
"""The `source` of the embedded sample."""


class DataService(Service):
    """The data set in use. What was in use stays until another one is completely read.

    Signals:
        changed: The `Dataset` that is in use from now on.
        loading: A data set is being read; its path or name.
        downloading: How far the download is, a `DownloadProgress`.
        idle: The reading or the download ended, well or not.
    """

    changed = Signal(object)
    loading = Signal(str)
    downloading = Signal(object)
    idle = Signal()

    def __init__(
        self,
        home: Home,
        preferences: Preferences,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._preferences = preferences
        self._worker = worker
        self._job: Job[Any] | None = None
        self._current: Dataset | None = None
        self._whole: Dataset | None = None

    @property
    def current(self) -> Dataset | None:
        """The data set in use; None until one was read."""
        return self._current

    @property
    def whole(self) -> Dataset | None:
        """What was opened last, of which `current` may be the first images."""
        return self._whole

    @property
    def busy(self) -> bool:
        """Whether a data set is being read or downloaded."""
        return self._job is not None

    @property
    def is_sample(self) -> bool:
        """Whether the embedded sample is in use."""
        return self._current is not None and self._current.source == SAMPLE_SOURCE

    def use(self, dataset: Dataset) -> None:
        """Use a data set that is in memory already."""
        self._current = self._whole = dataset
        self.changed.emit(dataset)

    def use_first(self, train: int, test: int) -> None:
        """Use the first images of each split of the data set that was opened last."""
        if self._whole is not None:
            self._current = self._whole.first(train, test)
            self.changed.emit(self._current)

    def open(self, path: Path) -> None:
        """Read a folder or file of images and labels, and use it from then on."""

        def use(dataset: Dataset) -> None:
            self.use(dataset)
            self._preferences.data_path = path
            self._preferences.add_recent("data", path)

        self._start(self._worker.submit(lambda: _load(path))).then(use)
        self.loading.emit(path.name or str(path))

    def open_sample(self) -> None:
        """Use the embedded sample."""
        self._start(self._worker.submit(_load_sample)).then(self.use)
        self.loading.emit(self.tr("the sample"))

    def open_best(self) -> None:
        """Use the whole MNIST where there is one on this machine, else the sample."""
        work = partial(_load_best, self._home, self._preferences.data_path)
        self._start(self._worker.submit(work)).then(self._use_best)
        self.loading.emit(self.tr("MNIST"))

    def download(self) -> None:
        """Fetch the whole MNIST, and use it."""
        work = partial(_download, self._home.data)
        job = self._start(self._worker.submit_reporting(work, StopToken())).then(self.use)
        job.reported.connect(self.downloading)

    def cancel(self) -> None:
        """Stop the reading or the download; what was in use stays."""
        if self._job is not None:
            self._job.stop()

    def _start(self, job: Job[Result]) -> Job[Result]:
        """Let this job be the one that reads; one before it is dropped."""
        self.cancel()
        self._job = job
        job.ended.connect(self._on_ended)
        return self._watch(job)

    def _use_best(self, best: _Best) -> None:
        if best.problem is not None:
            self.failed.emit(best.problem)
        self.use(best.dataset)

    def _on_ended(self, job: Job[Any]) -> None:
        # An older job that was cancelled by a newer one ends without a word.
        if job is self._job:
            self._job = None
            self.idle.emit()


@dataclass(frozen=True, eq=False)
class _Best:
    """The best data set that could be read, and why it is not a better one."""

    dataset: Dataset
    problem: InklingError | None = None


def _load(path: Path) -> Dataset:
    from core.data.datasets import load

    return load(path)


def _load_sample() -> Dataset:
    from core.data.datasets import load_sample

    return load_sample()


def _load_best(home: Home, preferred: Path | None) -> _Best:
    from core.data.datasets import find_mnist

    try:
        found = find_mnist(home, preferred)
        return _Best(_load_sample() if found is None else _load(found))
    except InklingError as error:
        return _Best(_load_sample(), error)


def _download(folder: Path, report: Report, stop: StopToken) -> Dataset:
    from core.data.download import download_mnist

    dataset = _load(download_mnist(folder, report, stop))
    stop.check()
    return dataset
