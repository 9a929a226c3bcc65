"""The second-look service: all that takes a moment to find out about one image."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from core.records import Dataset
from gui.jobs import Job, LatestOnly, Report, Worker
from gui.session.networks import OpenNetwork
from gui.session.predictions import SplitPredictions
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.neighbours import Neighbours
    from core.runs.opinions import NamedNetwork, StoredNetworks
    from core.second_look.alike import LayerNeighbours
    from core.second_look.look import Look


@dataclass(frozen=True, eq=False)
class ImageLook:
    """What was found about image `index` of a split, by the network that had read it."""

    predictions: SplitPredictions
    index: int
    look: Look


@dataclass(frozen=True, eq=False)
class Alike:
    """The training images (int64) that a network takes for most alike an image."""

    predictions: SplitPredictions
    index: int
    indices: NDArray[np.int64]


class SecondLookService(Service):
    """Looks closer at one image of the split that was read; the newest question only.

    Signals:
        looked: The `ImageLook` of the image that was asked about last: at once, and again as
            soon as the gradient is there.
        found_alike: The `Alike` of the image that was asked about last.
        share_changed: How many training images it has looked at, a `float` from 0 to 1.
    """

    looked = Signal(object)
    found_alike = Signal(object)
    share_changed = Signal(object)

    def __init__(self, runs: Path, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._latest: LatestOnly[ImageLook] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_looked)
        self._gradients: LatestOnly[ImageLook] = LatestOnly(worker)
        self._watch_latest(self._gradients).answered.connect(self.looked)
        self._worker = worker
        self._job: Job[Any] | None = None
        self._alike: tuple[SplitPredictions, LayerNeighbours] | None = None
        self._search: tuple[Dataset, Neighbours] | None = None
        self._stored: StoredNetworks | None = None

    def look(self, predictions: SplitPredictions, index: int) -> None:
        """Look closer at this image, as the network sees it that read the split."""
        self._latest.ask(lambda: self._look(predictions, index))

    def _on_looked(self, found: ImageLook) -> None:
        self.looked.emit(found)
        self._gradients.ask(lambda: _with_gradient(found))

    def find_alike(self, predictions: SplitPredictions, index: int) -> None:
        """Look for the training images that the network takes for alike.

        The first time the network has to look at all of them, which takes a while.
        """
        self.stop()
        work = partial(self._find_alike, predictions, index)
        job = self._job = self._watch(self._worker.submit_reporting(work, StopToken()))
        job.reported.connect(self.share_changed)
        job.then(self.found_alike.emit)

    def stop(self) -> None:
        """Give up looking for what is alike."""
        if self._job is not None:
            self._job.stop()

    def _find_alike(
        self, known: SplitPredictions, index: int, report: Report, stop: StopToken
    ) -> Alike:
        from core.second_look.alike import LayerNeighbours
        from core.second_look.look import COUNT

        before, dataset = self._alike, known.dataset
        network = known.open_network.network
        if (
            before is None
            or before[0].dataset is not dataset
            or before[0].open_network.network is not network
        ):
            images = dataset.train_images
            made = LayerNeighbours(network, images, stop=stop, report=report)
            self._alike = before = known, made
        found = before[1].nearest(dataset.images(known.split)[index], COUNT + 1)
        if known.split == "train":
            found = found[found != index]
        return Alike(known, index, found[:COUNT])

    def _look(self, known: SplitPredictions, index: int) -> ImageLook:
        from core.second_look.look import look_at

        found = look_at(
            known.open_network.network,
            known.dataset.images(known.split)[index],
            neighbours=self._neighbours(known.dataset),
            own_index=index if known.split == "train" else None,
            others=self._others(known.open_network, len(known.dataset.classes)),
        )
        return ImageLook(known, index, found)

    def _neighbours(self, dataset: Dataset) -> Neighbours:
        from core.data.neighbours import Neighbours

        if self._search is None or self._search[0] is not dataset:
            self._search = dataset, Neighbours(dataset.train_images)
        return self._search[1]

    def _others(self, opened: OpenNetwork, classes: int) -> list[NamedNetwork]:
        """Return every other network at hand that knows as many classes."""
        from core.layers import summary
        from core.runs.opinions import StoredNetworks

        self._stored = self._stored or StoredNetworks(self._runs)
        return [
            named
            for named in self._stored.networks()
            if named.network is not opened.network
            and (named.run_id is None or named.run_id != opened.run_id)
            and summary(named.network.spec)[-1].output_shape == (classes,)
        ]


def _with_gradient(found: ImageLook) -> ImageLook:
    from core.second_look.look import with_gradient

    network = found.predictions.open_network.network
    return replace(found, look=with_gradient(network, found.look))
