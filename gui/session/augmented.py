"""The augmented service: training images as augmentation would change them, to look at."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.records import Augmentation, Dataset, Images
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.service import Service


class AugmentedService(Service):
    """Draws a sample of the data set in use; the newest wish only.

    Signals:
        drawn: The changed images, uint8 (n, 28, 28).
    """

    drawn = Signal(object)

    def __init__(
        self, data: DataService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._latest: LatestOnly[Images] = LatestOnly(worker)
        self._watch_latest(self._latest).answered.connect(self.drawn)

    def draw(self, augmentation: Augmentation, count: int) -> None:
        """Choose so many training images at random and change them, if there are any."""
        dataset = self._data.current
        if dataset is not None:
            self._latest.ask(lambda: _sample(dataset, augmentation, count))


def _sample(dataset: Dataset, augmentation: Augmentation, count: int) -> Images:
    from core.augmentation.augment import augmented_sample

    images, labels = dataset.train_images, dataset.train_labels
    rng = np.random.default_rng()
    return augmented_sample(images, labels, augmentation, count=count, rng=rng)
