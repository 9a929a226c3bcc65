"""The robustness service: how accuracy falls as the images of a split are changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from gui.jobs import Job, Report, Worker
from gui.session.predictions import SplitPredictions
from gui.session.service import Service

if TYPE_CHECKING:
    from core.second_look.robustness import Robustness


@dataclass(frozen=True, eq=False)
class Measured:
    """The curves of the network that had read a split."""

    predictions: SplitPredictions
    robustness: Robustness


class RobustnessService(Service):
    """Measures the network in use, once: curves are kept.

    Signals:
        measured: A `Measured`.
        share_changed: How much is done, a `float` from 0 to 1.
        stage_changed: Whether it measures.
    """

    measured = Signal(object)
    share_changed = Signal(object)
    stage_changed = Signal(bool)

    def __init__(self, folder: Path, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._worker = worker
        self._job: Job[Any] | None = None

    def measure(self, predictions: SplitPredictions) -> None:
        """Measure the network that had read this split, or tell what was measured before."""
        self.stop()
        work = partial(_measure, predictions, self._folder)
        job = self._job = self._watch(self._worker.submit_reporting(work, StopToken()))
        job.reported.connect(self.share_changed)
        job.then(self._on_measured)
        job.ended.connect(self._on_ended)
        self.stage_changed.emit(True)

    def stop(self) -> None:
        """Give the measurement up."""
        if self._job is not None:
            self._job.stop()

    def _on_measured(self, measured: Measured) -> None:
        self.measured.emit(measured)

    def _on_ended(self, job: Job[Any]) -> None:
        if job is self._job:
            self._job = None
            self.stage_changed.emit(False)


def _measure(
    known: SplitPredictions, folder: Path, report: Report, stop: StopToken
) -> Measured:
    from core.second_look.robustness import (
        chosen_images,
        curves_file,
        load_curves,
        measure,
        save_curves,
    )

    network, dataset = known.open_network.network, known.read_dataset
    path = curves_file(folder, network, dataset, known.split)
    found = load_curves(path)
    if found is None:
        images, labels = chosen_images(dataset, known.split)
        found = measure(network, images, labels, report=report, stop=stop)
        save_curves(path, found)
    return Measured(known, found)
