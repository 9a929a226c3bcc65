"""The neighbours service: which training images look most like what was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.records import Dataset, Images
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.neighbours import Neighbours

COUNT = 5


@dataclass(frozen=True, eq=False)
class NearestDigits:
    """The nearest training images, nearest first, with indices and what they are of."""

    images: Images
    labels: tuple[str, ...]
    indices: NDArray[np.int64]


class NeighboursService(Service):
    """Searches the training images of the data set in use; the newest question only.

    Signals:
        found: The `NearestDigits`; None where there is no data set or nothing to look for.
    """

    found = Signal(object)

    def __init__(
        self, data: DataService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._latest: LatestOnly[NearestDigits | None] = LatestOnly(worker)
        self._watch_latest(self._latest).answered.connect(self.found)
        self._search: tuple[Dataset, Neighbours] | None = None

    def find(self, image: Images | None) -> None:
        """Look for the images nearest to this one, uint8 (28, 28); None clears the answer."""
        dataset = self._data.current
        self._latest.ask(lambda: self._nearest(dataset, image))

    def _nearest(self, dataset: Dataset | None, image: Images | None) -> NearestDigits | None:
        if dataset is None or image is None or not len(dataset.train_labels):
            return None
        from core.data.neighbours import Neighbours

        if self._search is None or self._search[0] is not dataset:
            self._search = dataset, Neighbours(dataset.train_images)
        indices = self._search[1].nearest(image, COUNT)
        labels = dataset.train_labels[indices].tolist()
        names = tuple(dataset.classes[label] for label in labels)
        return NearestDigits(dataset.train_images[indices], names, indices)
