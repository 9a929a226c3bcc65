"""The reviews service: what the person says of labels, kept beside the data set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.label_review.reviews import Review, Reviews
from core.records import Dataset, SplitName
from gui.jobs import Worker
from gui.session.data import DataService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.label_review.reviews import Key


class ReviewsService(Service):
    """What was said of the labels of the data set in use; written after each word.

    Signals:
        changed: The `Reviews`; None without data, and until they are read.
        exported: The `Path` that a table of them was written to.
    """

    changed = Signal(object)
    exported = Signal(object)

    def __init__(
        self, folder: Path, data: DataService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._data = data
        self._worker = worker
        self._current: Reviews | None = None
        data.changed.connect(self._on_data_changed)

    @property
    def current(self) -> Reviews | None:
        """All that was said of the labels of the data set in use, as soon as it is read."""
        return self._current

    def say(self, split: SplitName, index: int, review: Review | None) -> None:
        """Say something of the label of an image; None takes it back."""
        if self._current is not None:
            self._set(self._current.said((split, index), review))

    def undo(self) -> Key | None:
        """Take the last word back; return which image it was about."""
        if self._current is None:
            return None
        before, key = self._current.undone()
        if key is not None:
            self._set(before)
        return key

    def leave_wrong_out(self) -> None:
        """Use the data set without the training images whose label was called wrong."""
        dataset, reviews = self._data.current, self._current
        if dataset is not None and reviews is not None and len(reviews.left_out("train")):
            self._data.use(reviews.without_wrong(dataset))

    def export_csv(self, path: Path) -> None:
        """Write the reviews as a table."""
        dataset, reviews = self._data.current, self._current
        if dataset is not None and reviews is not None:
            job = self._watch(self._worker.submit(lambda: _write(path, reviews, dataset)))
            job.then(lambda _none: self.exported.emit(path))

    def import_csv(self, path: Path) -> None:
        """Add the reviews of a table; where both speak, the table's count."""
        dataset, reviews = self._data.current, self._current
        if dataset is None or reviews is None:
            return
        job = self._watch(self._worker.submit(lambda: _read_table(path, reviews, dataset)))
        job.then(self._on_imported)

    def _set(self, reviews: Reviews) -> None:
        self._current = reviews
        folder = self._folder
        self._watch(self._worker.submit(lambda: _save(folder, reviews)))
        self.changed.emit(reviews)

    def _on_imported(self, reviews: Reviews) -> None:
        if self._current is not None and reviews.fingerprint == self._current.fingerprint:
            self._set(reviews)

    def _on_data_changed(self, dataset: Dataset) -> None:
        self._current = None
        self.changed.emit(None)
        folder = self._folder
        job = self._watch(self._worker.submit(lambda: _load(folder, dataset)))
        job.then(lambda reviews: self._on_loaded(dataset, reviews))

    def _on_loaded(self, dataset: Dataset, reviews: Reviews) -> None:
        if dataset is self._data.current and self._current is None:
            self._current = reviews
            self.changed.emit(reviews)


def _load(folder: Path, dataset: Dataset) -> Reviews:
    from core.label_review.reviews import load_reviews

    return load_reviews(folder, dataset)


def _save(folder: Path, reviews: Reviews) -> None:
    from core.label_review.reviews import save_reviews

    save_reviews(folder, reviews)


def _write(path: Path, reviews: Reviews, dataset: Dataset) -> None:
    from core.label_review.reviews import write_table

    write_table(path, reviews, dataset.classes)


def _read_table(path: Path, reviews: Reviews, dataset: Dataset) -> Reviews:
    from core.label_review.reviews import read_table

    return read_table(path, reviews, dataset)
