"""The recognition service: what the network in use says of an ink, live while it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.records import Ink, Network, Prediction
from gui.jobs import LatestOnly, Worker
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service

INTERVAL_MS = 50
"""At most twenty answers a second: more are not seen, and cost the training's time."""


@dataclass(frozen=True, eq=False)
class _Reading:
    prediction: Prediction | None
    naive: Prediction | None


class RecognitionService(Service):
    """Predictions for what is on the pad, newest ink first; no TensorFlow.

    Signals:
        answered: A `Prediction`; None where there is nothing to read, or no network.
        naively_answered: The `Prediction` without preprocessing, while `compare_naive` is set.
    """

    answered = Signal(object)
    naively_answered = Signal(object)

    def __init__(
        self, networks: NetworksService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._networks = networks
        self._worker = worker
        self._latest: LatestOnly[_Reading] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_answered)
        self._ink = Ink()
        self._compare_naive = False
        self._asked_late = False
        self._pause = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._pause.timeout.connect(self._on_pause_over)
        networks.changed.connect(self._on_network_changed)

    @property
    def compare_naive(self) -> bool:
        """Whether each ink is also answered without preprocessing."""
        return self._compare_naive

    @compare_naive.setter
    def compare_naive(self, compare: bool) -> None:
        self._compare_naive = compare
        self._ask_again()

    def read(self, ink: Ink, *, at_once: bool = False) -> None:
        """Answer this ink as soon as may be; one that came before may be skipped.

        `at_once` does not wait for the pause between two answers to end: the pen was lifted.
        """
        self._ink = ink
        if self._pause.isActive() and not at_once:
            self._asked_late = True
        else:
            self._ask()

    def _ask_again(self) -> None:
        # Nothing was answered with nothing already.
        if not self._ink.empty:
            self._ask()

    def _ask(self) -> None:
        self._asked_late = False
        self._pause.start()
        opened = self._networks.current
        ink, compare = self._ink, self._compare_naive
        network = None if opened is None else opened.network
        self._latest.ask(lambda: _read(ink, network, compare))

    def _on_network_changed(self, opened: OpenNetwork | None) -> None:
        if not self._ink.empty:
            self._ask()
        elif opened is not None:
            network = opened.network
            self._watch(self._worker.submit(lambda: _read(_TRIAL, network, True)))

    def _on_pause_over(self) -> None:
        if self._asked_late:
            self._ask()

    def _on_answered(self, reading: _Reading) -> None:
        self.answered.emit(reading.prediction)
        if self._compare_naive:
            self.naively_answered.emit(reading.naive)


# What the first reading by a network needs is imported and laid out before the first stroke.
_TRIAL = Ink(strokes=(np.array([[0, 0], [0, 1]], np.float32),))


def _read(ink: Ink, network: Network | None, compare: bool) -> _Reading:
    from core.ink.preprocess import naive, prepare
    from core.networks.forward import predict

    stages = None if ink.empty or network is None else prepare(ink)
    if stages is None or network is None:
        return _Reading(None, None)
    prediction = predict(network, stages.centred, stages=stages)
    return _Reading(prediction, predict(network, naive(ink)) if compare else None)
