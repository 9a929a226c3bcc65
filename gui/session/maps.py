"""The maps service: the images of the split that was read, as points of a plane."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from core.records import Floats
from gui.jobs import Job, Report, Worker
from gui.session.predictions import SplitPredictions
from gui.session.service import Service

if TYPE_CHECKING:
    from core.second_look.planes import Method

Features: TypeAlias = Literal["pixels", "layer"]
"""By what images are alike: themselves, or what the layer before the last makes of them."""

MOST_POINTS = 20_000


@dataclass(frozen=True, eq=False)
class SplitMap:
    """A point for each image, or for every so-many-th of a large split.

    Parameters
    ----------
    indices : ndarray of int64, shape (m,)
        Which images the points are.
    points : ndarray of float32, shape (m, 2)
    """

    predictions: SplitPredictions
    features: Features
    method: Method
    indices: NDArray[np.int64]
    points: Floats


class MapsService(Service):
    """Makes one map at a time, in a job.

    Signals:
        made: The `SplitMap` that was asked for last.
        share_changed: How much is done, a `float` from 0 to 1, where that can be said.
        stage_changed: Whether a map is being made.
    """

    made = Signal(object)
    share_changed = Signal(object)
    stage_changed = Signal(bool)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._job: Job[Any] | None = None

    def ask(self, predictions: SplitPredictions, features: Features, method: Method) -> None:
        """Make a map; one that is being made is given up."""
        self.stop()
        work = partial(_make, predictions, features, method)
        job = self._job = self._watch(self._worker.submit_reporting(work, StopToken()))
        job.reported.connect(self.share_changed)
        job.then(self._on_made)
        job.ended.connect(self._on_ended)
        self.stage_changed.emit(True)

    def stop(self) -> None:
        """Give the map up that is being made."""
        if self._job is not None:
            self._job.stop()

    def _on_made(self, made: SplitMap) -> None:
        self.made.emit(made)

    def _on_ended(self, job: Job[Any]) -> None:
        if job is self._job:
            self._job = None
            self.stage_changed.emit(False)


def _make(
    known: SplitPredictions,
    features: Features,
    method: Method,
    report: Report,
    stop: StopToken,
) -> SplitMap:
    from core.second_look.planes import MOST_EMBEDDED, plane

    most = MOST_POINTS if method == "pca" else MOST_EMBEDDED
    images = known.dataset.images(known.split)
    read = np.arange(len(images))[known.only]
    indices = read[:: -(-len(read) // most) or 1]
    rows: Any = images[indices]
    if features == "layer":
        from core.training.features import penultimate

        rows = penultimate(known.open_network.network, rows, stop=stop, report=report)
    stop.check()
    return SplitMap(
        known, features, method, indices, plane(rows, method, stop=stop, report=report)
    )
