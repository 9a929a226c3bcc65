"""The mistakes service: what the known predictions get wrong, and which images to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.errors import InklingError
from core.records import ALL, Dataset, SplitName
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.predictions import PredictionsService, SplitPredictions
from gui.session.service import Service

if TYPE_CHECKING:
    from core.evaluation.learning import Learning
    from core.evaluation.mistakes import MistakesReport


@dataclass(frozen=True, eq=False)
class SplitMistakes:
    """The predictions of a network for a split, and what is wrong in them."""

    predictions: SplitPredictions
    report: MistakesReport


@dataclass(frozen=True, eq=False)
class ImageRequest:
    """Images of a data set that somebody wants to be looked at, and what they are."""

    dataset: Dataset
    split: SplitName
    indices: tuple[int, ...]
    title: str


class MistakesService(Service):
    """Follows the predictions, a moment later: of 60,000 images all is sorted in a worker.

    Signals:
        changed: The `SplitMistakes`, or None when the predictions no longer hold.
        requested: The `ImageRequest` that the Mistakes page is to show; the window brings
            the page to the front.
    """

    changed = Signal(object)
    requested = Signal(object)

    def __init__(
        self,
        runs: Path,
        data: DataService,
        predictions: PredictionsService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs = runs
        self._data = data
        self._predictions = predictions
        self._current: SplitMistakes | None = None
        self._request: ImageRequest | None = None
        self._latest: LatestOnly[SplitMistakes] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_reported)
        predictions.changed.connect(self._on_predictions_changed)
        data.changed.connect(self.take_request)

    @property
    def current(self) -> SplitMistakes | None:
        """The mistakes of the predictions that hold, as soon as they are counted."""
        return self._current

    @property
    def request(self) -> ImageRequest | None:
        """The images that were asked for and that nobody has taken yet."""
        return self._request

    def show_images(self, split: SplitName, indices: Sequence[int], title: str) -> None:
        """Open images of the data set in use on the Mistakes page, in this order.

        Parameters
        ----------
        indices : sequence of int
            Of the images in the split, from 0; numpy's integers too.
        title : str
            What these images are, in the person's language: "Doubtful labels (12)".

        They are shown at once, with what the network in use says of them as soon as that is
        known; without a network, with their labels only.
        """
        from core.evaluation.selection import checked_indices

        dataset = self._data.current
        if dataset is None:
            return
        try:
            chosen = checked_indices([int(i) for i in indices], len(dataset.labels(split)))
        except InklingError as error:
            self.failed.emit(error)
            return
        self._request = ImageRequest(dataset, split, chosen, title)
        known = self._predictions.current
        if self._predictions.can_ask and (known is None or known.part != split):
            self._predictions.ask(split)
        self.requested.emit(self._request)

    def take_request(self, *_news: object) -> ImageRequest | None:
        """Return the images that were asked for, which are then asked for no more."""
        request, self._request = self._request, None
        return request

    def _on_predictions_changed(self, predictions: SplitPredictions | None) -> None:
        if predictions is None:
            self._set(None)
        else:
            self._latest.ask(lambda: _report(predictions, self._runs))

    def _on_reported(self, mistakes: SplitMistakes) -> None:
        if mistakes.predictions is self._predictions.current:
            self._set(mistakes)

    def _set(self, mistakes: SplitMistakes | None) -> None:
        self._current = mistakes
        self.changed.emit(mistakes)


def _report(known: SplitPredictions, runs: Path) -> SplitMistakes:
    from core.evaluation.metrics import tied_rows
    from core.evaluation.mistakes import report_mistakes
    from core.networks.forward import probabilities

    labels, digits = known.dataset.labels(known.split), known.predictions.digits
    shares = probabilities(known.open_network.network, known.predictions)
    tied = tied_rows(known.predictions.outputs)
    report = report_mistakes(labels, digits, shares, tied, known.only)
    report = report.with_learning(_learning(known, runs))
    right = _right_by_runs(known, runs)
    if right:
        misses = sum((~each).astype(np.int64) for each in right)
        report = report.with_misses(np.asarray(misses), len(right))
    return SplitMistakes(known, report)


def _learning(known: SplitPredictions, runs: Path) -> Learning | None:
    """Say what became of the images while the network in use was trained.

    A run knows it of the images that it scored after each epoch.
    """
    from core.evaluation.learning import learning
    from core.runs.store import RunStore
    from core.training.schedules import held_out

    run = known.open_network.run
    if run is None or run.data_fingerprint != known.dataset.fingerprint:
        return None
    recipe, images = run.recipe, len(known.dataset.labels(known.split))
    held = held_out(recipe, len(known.dataset.train_labels))
    part: Literal["validation", "training"] = "validation"
    if known.split == "test":
        only = slice(recipe.test_images if recipe.validation == "test" else 0)
    elif known.only != ALL:
        only = slice(held.start, held.stop)
    else:
        part, chosen = "training", recipe.chosen_images
        only = slice(chosen.start, held.start if held else chosen.stop)
    count = len(range(*only.indices(images)))
    if not count:
        return None
    right = RunStore(runs).files(run.id).right_by_epoch(part, count)
    return learning(right, only, images)


def _right_by_runs(known: SplitPredictions, runs: Path) -> list[NDArray[np.bool_]]:
    """Return of each finished run on the same data which test images its network reads right.

    Runs keep that of the test images only; the network in use is among them if it is a run's.
    """
    from core.runs.store import RunStore

    if known.split != "test" or not runs.is_dir():
        return []
    store, own = RunStore(runs), known.dataset.fingerprint
    of_data = [run.id for run in store.runs() if run.data_fingerprint == own]
    answers = (store.answers_right(run_id) for run_id in of_data)
    images = len(known.dataset.test_labels)
    return [right for right in answers if right is not None and len(right) == images]
