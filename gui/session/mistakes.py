"""The mistakes service: what the known predictions get wrong, counted and sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.jobs import LatestOnly, Worker
from gui.session.predictions import PredictionsService, SplitPredictions
from gui.session.service import Service

if TYPE_CHECKING:
    from core.evaluation.mistakes import MistakesReport


@dataclass(frozen=True, eq=False)
class SplitMistakes:
    """The predictions of a network for a split, and what is wrong in them."""

    predictions: SplitPredictions
    report: MistakesReport


class MistakesService(Service):
    """Follows the predictions, a moment later: of 60,000 images all is sorted in a worker.

    Signals:
        changed: The `SplitMistakes`, or None when the predictions no longer hold.
    """

    changed = Signal(object)

    def __init__(
        self, predictions: PredictionsService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._predictions = predictions
        self._current: SplitMistakes | None = None
        self._latest: LatestOnly[SplitMistakes] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_reported)
        predictions.changed.connect(self._on_predictions_changed)

    @property
    def current(self) -> SplitMistakes | None:
        """The mistakes of the predictions that hold, as soon as they are counted."""
        return self._current

    def _on_predictions_changed(self, predictions: SplitPredictions | None) -> None:
        if predictions is None:
            self._set(None)
        else:
            self._latest.ask(lambda: _report(predictions))

    def _on_reported(self, mistakes: SplitMistakes) -> None:
        if mistakes.predictions is self._predictions.current:
            self._set(mistakes)

    def _set(self, mistakes: SplitMistakes | None) -> None:
        self._current = mistakes
        self.changed.emit(mistakes)


def _report(known: SplitPredictions) -> SplitMistakes:
    from core.evaluation.mistakes import report_mistakes
    from core.networks.forward import probabilities

    labels, digits = known.dataset.labels(known.split), known.predictions.digits
    shares = probabilities(known.open_network.network, known.predictions)
    return SplitMistakes(known, report_mistakes(labels, digits, shares))
