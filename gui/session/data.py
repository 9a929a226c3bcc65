"""The data service: which data set is in use, and how another one comes to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from core.data.mnist import is_sample
from core.errors import InklingError
from core.home import Home
from core.records import Dataset, Network
from gui.jobs import Job, Report, Result, Worker
from gui.preferences import Preferences
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.formats.label_choice import Reading
    from core.networks.table import PredictedTable

_LEAST_STEP = 0.01


@dataclass(frozen=True, eq=False)
class LabelQuestion:
    """A data set whose labels may be in several places: its first images each way."""

    path: Path
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Unlabelled:
    """A table of images without labels: only a network can say what they show."""

    path: Path


@dataclass(frozen=True)
class SavedTable:
    """A table of labels that a network gave, and what was assumed about its images."""

    path: Path
    predicted: PredictedTable


class DataService(Service):
    """The data set in use. What was in use stays until another one is completely read.

    Signals:
        changed: The `Dataset` that is in use from now on.
        loading: A data set is being read; its path or name.
        reading: How far the reading is, a `float` from 0 to 1.
        asked: A `LabelQuestion` to be answered by another `open`.
        unlabelled: An `Unlabelled` table was opened; it is not used.
        table_saved: A `SavedTable` that `predict_table` wrote.
        downloading: How far the download is, a `DownloadProgress`.
        idle: The reading or the download ended, well or not.
    """

    changed = Signal(object)
    loading = Signal(str)
    reading = Signal(object)
    asked = Signal(object)
    unlabelled = Signal(object)
    table_saved = Signal(object)
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
        self._as_stored = False

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
        return self._current is not None and is_sample(self._current)

    @property
    def as_stored(self) -> bool:
        """Whether the images in use were taken as they are stored, not turned or inverted."""
        return self._as_stored

    def use(self, dataset: Dataset) -> None:
        """Use a data set that is in memory already."""
        self._as_stored = False
        self._use(dataset)

    def _use(self, dataset: Dataset) -> None:
        self._current = self._whole = dataset
        self.changed.emit(dataset)

    def use_first(self, train: int, test: int) -> None:
        """Use the first images of each split of the data set that was opened last."""
        if self._whole is not None:
            self._current = self._whole.first(train, test)
            self.changed.emit(self._current)

    def hold_out(self) -> None:
        """Set a fifth of the training images aside, where there are no test images."""
        whole = self._whole
        if whole is not None:
            self._start(self._worker.submit(lambda: _held_out(whole))).then(self._use)

    def open(
        self, path: Path, *, label_column: str | None = None, as_stored: bool = False
    ) -> None:
        """Read a folder or file of images and labels, and use it from then on.

        `label_column` answers a `LabelQuestion`; `as_stored` leaves the images as they lie.
        """

        def use(opened: Dataset | LabelQuestion | Unlabelled) -> None:
            if isinstance(opened, LabelQuestion):
                self.asked.emit(opened)
            elif isinstance(opened, Unlabelled):
                self.unlabelled.emit(opened)
            else:
                self._as_stored = as_stored
                self._use(opened)
                self._preferences.data_path = path
                self._preferences.add_recent("data", path)

        work = partial(_open, path, label_column, as_stored)
        job = self._start(self._worker.submit_reporting(work, StopToken())).then(use)
        job.reported.connect(self.reading)
        self.loading.emit(path.name or str(path))

    def open_again(self, *, as_stored: bool) -> None:
        """Read the data set in use once more, its images as they are stored or not."""
        if self._whole is not None and not self.is_sample:
            self.open(Path(self._whole.source), as_stored=as_stored)

    def predict_table(self, network: Network, path: Path, save: Path) -> None:
        """Let a network label the images of a table, and save the labels as another."""
        work = partial(_predict_table, network, path, save)
        job = self._start(self._worker.submit_reporting(work, StopToken()))
        job.then(self.table_saved.emit).reported.connect(self.reading)
        self.loading.emit(path.name)

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


def _open(
    path: Path, label_column: str | None, as_stored: bool, report: Report, stop: StopToken
) -> Dataset | LabelQuestion | Unlabelled:
    from core.data.datasets import Wishes, load, previews
    from core.data.formats.label_choice import AmbiguousLabelsError, NoLabelsError

    try:
        dataset = load(path, Wishes(label_column, as_stored), _told(report, stop))
        stop.check()
        return dataset
    except AmbiguousLabelsError as error:
        return LabelQuestion(path, previews(path, error.columns))
    except NoLabelsError as error:
        return Unlabelled(Path(str(error.values["file"])))


def _told(report: Report, stop: StopToken) -> Callable[[float], None]:
    """Return what tells how far a reading is, in steps that can be seen, and stops it."""
    last = [0.0]

    def tell(share: float) -> None:
        stop.check()
        if share - last[0] >= _LEAST_STEP:
            last[0] = share
            report(share)

    return tell


def _held_out(dataset: Dataset) -> Dataset:
    from core.data.hold_out import hold_out

    return hold_out(dataset)


def _predict_table(
    network: Network, path: Path, save: Path, report: Report, stop: StopToken
) -> SavedTable:
    from core.networks.table import predict_table

    return SavedTable(save, predict_table(network, path, save, tell=_told(report, stop)))


def _load_sample() -> Dataset:
    from core.data.datasets import load_sample

    return load_sample()


def _load_best(home: Home, preferred: Path | None) -> _Best:
    from core.atomic_file import clear_parts
    from core.data.datasets import find_mnist
    from core.data.download import clear_leftovers

    clear_leftovers(home.data)
    clear_parts(home.folder, home.drawings, home.networks)
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
