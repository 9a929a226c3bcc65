"""The data service: which data set is in use, and how another one comes to be."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import InklingError
from core.home import Home
from core.records import Dataset
from gui.jobs import Job, Worker
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
        self._job: Job | None = None
        self.current: Dataset | None = None
        self.whole: Dataset | None = None

    @property
    def busy(self) -> bool:
        """Whether a data set is being read or downloaded."""
        return self._job is not None

    @property
    def is_sample(self) -> bool:
        """Whether the embedded sample is in use."""
        return self.current is not None and self.current.source == SAMPLE_SOURCE

    def use(self, dataset: Dataset) -> None:
        """Use a data set that is in memory already."""
        self.current = self.whole = dataset
        self.changed.emit(dataset)

    def use_first(self, train: int, test: int) -> None:
        """Use the first images of each split of the data set that was opened last."""
        if self.whole is not None:
            self.current = self.whole.first(train, test)
            self.changed.emit(self.current)

    def open(self, path: Path) -> None:
        """Read a folder or file of images and labels, and use it from then on."""

        def remember(_dataset: object) -> None:
            self._preferences.data_path = path
            self._preferences.add_recent("data", path)

        self._read(path.name or str(path), lambda: _load(path), remember)

    def open_sample(self) -> None:
        """Use the embedded sample."""
        self._read(self.tr("the sample"), _load_sample)

    def open_best(self) -> None:
        """Use the whole MNIST where there is one on this machine, else the sample."""
        home, preferred = self._home, self._preferences.data_path

        def work(report: Callable[[object], None], _stop: threading.Event) -> Dataset:
            try:
                return _load_best(home, preferred)
            except InklingError as error:
                report(error)
                return _load_sample()

        self._start(self._worker.submit(work)).reported.connect(self.failed)
        self.loading.emit(self.tr("MNIST"))

    def download(self) -> None:
        """Fetch the whole MNIST, and use it."""
        folder = self._home.data

        def work(report: Callable[[object], None], stop: threading.Event) -> Dataset:
            from core.data.download import download_mnist

            return _load(download_mnist(folder, report, stop))

        self._start(self._worker.submit(work)).reported.connect(self.downloading)

    def cancel(self) -> None:
        """Stop the reading or the download; what was in use stays."""
        if self._job is not None:
            self._job.stop()

    def _read(
        self,
        name: str,
        read: Callable[[], Dataset],
        remember: Callable[[object], None] | None = None,
    ) -> None:
        job = self._start(self._worker.submit(lambda _report, _stop: read()))
        if remember is not None:
            job.finished.connect(remember)
        self.loading.emit(name)

    def _start(self, job: Job) -> Job:
        self.cancel()
        self._job = job
        self._watch(job).finished.connect(self.use)
        job.ended.connect(self._on_ended)
        return job

    def _on_ended(self, job: Job) -> None:
        # An older job that was cancelled by a newer one ends without a word.
        if job is self._job:
            self._job = None
            self.idle.emit()


def _load(path: Path) -> Dataset:
    from core.data.datasets import load

    return load(path)


def _load_sample() -> Dataset:
    from core.data.datasets import load_sample

    return load_sample()


def _load_best(home: Home, preferred: Path | None) -> Dataset:
    from core.data.datasets import find_mnist, load

    found = find_mnist(home, preferred)
    return _load_sample() if found is None else load(found)
