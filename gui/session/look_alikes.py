"""The look-alikes service: the training images of a class that are nearest to an image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.records import Dataset, SplitName
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.neighbours import Neighbours

COUNT = 5


@dataclass(frozen=True, eq=False)
class LookAlikes:
    """For some classes the training images nearest to an image, int64 (up to 5,) each."""

    split: SplitName
    index: int
    of_class: dict[int, NDArray[np.int64]]


class LookAlikesService(Service):
    """Searches by the pixels of the training images; the newest question only.

    Signals:
        found: The `LookAlikes` of the image that was asked about last.
    """

    found = Signal(object)

    def __init__(
        self, data: DataService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._latest: LatestOnly[LookAlikes] = LatestOnly(worker)
        self._watch_latest(self._latest).answered.connect(self.found)
        self._search: tuple[Dataset, Neighbours] | None = None

    def find(self, split: SplitName, index: int, classes: tuple[int, ...]) -> None:
        """Look for images of these classes that are like image `index`, itself left out."""
        dataset = self._data.current
        if dataset is not None:
            self._latest.ask(lambda: self._nearest(dataset, split, index, classes))

    def _nearest(
        self, dataset: Dataset, split: SplitName, index: int, classes: tuple[int, ...]
    ) -> LookAlikes:
        from core.data.neighbours import Neighbours

        if self._search is None or self._search[0] is not dataset:
            self._search = dataset, Neighbours(dataset.train_images)
        image, found = dataset.images(split)[index], {}
        for label in classes:
            among = dataset.train_labels == label
            if split == "train":
                among[index] = False
            found[label] = self._search[1].nearest(image, COUNT, among)
        return LookAlikes(split, index, found)
