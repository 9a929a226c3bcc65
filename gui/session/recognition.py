"""The recognition service: what the network in use reads in an ink, live while it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.records import Ink, Network, Prediction, Reading
from gui.jobs import LatestOnly, Worker
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service

INTERVAL_MS = 50
"""At most twenty answers a second: more are not seen, and cost the training's time."""


@dataclass(frozen=True, eq=False)
class _Answer:
    ink: Ink
    reading: Reading
    naive: Prediction | None


class RecognitionService(Service):
    """Readings of what is on the pad, newest ink first; no TensorFlow.

    Where several digits are read, one of them is looked at: at first the newest.

    Signals:
        reading_changed: The `Reading` of the whole ink; `answered` follows.
        answered: The `Prediction` of the digit that is looked at; None where there is nothing
            to read, or no network.
        naively_answered: The `Prediction` without preprocessing, while `compare_naive` is set.
    """

    reading_changed = Signal(object)
    answered = Signal(object)
    naively_answered = Signal(object)

    def __init__(
        self, networks: NetworksService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._networks = networks
        self._worker = worker
        self._latest: LatestOnly[_Answer] = LatestOnly(worker)
        self._watch_latest(self._latest).then(self._on_answered)
        self._ink, self._growing = Ink(), False
        self._reading = Reading()
        self._selected = 0
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

    @property
    def reading(self) -> Reading:
        """What was read last."""
        return self._reading

    @property
    def selected(self) -> int:
        """Which digit of the reading is looked at, from 0."""
        return self._selected

    def select(self, number: int) -> None:
        """Look at another digit of the reading."""
        if 0 <= number < len(self._reading.digits):
            self._selected = number
            self.answered.emit(self._reading.digits[number].prediction)

    def read(self, ink: Ink, *, at_once: bool = False, growing: bool = False) -> None:
        """Answer this ink as soon as may be; one that came before may be skipped.

        `at_once` does not wait for the pause between two answers to end: the pen was lifted.
        While the last stroke is `growing` it is not taken apart: half of one may look like two.
        """
        self._ink, self._growing = ink, growing
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
        ink, compare, growing = self._ink, self._compare_naive, self._growing
        network = None if opened is None else opened.network
        self._latest.ask(lambda: _read(ink, network, compare, growing=growing))

    def _on_network_changed(self, opened: OpenNetwork | None) -> None:
        if not self._ink.empty:
            self._ask()
        elif opened is not None:
            network = opened.network
            self._watch(self._worker.submit(lambda: _read(_TRIAL, network, True)))

    def _on_pause_over(self) -> None:
        if self._asked_late:
            self._ask()

    def _on_answered(self, answer: _Answer) -> None:
        if not _goes_on(answer.ink, self._ink):
            # Something else is on the pad by now, and its answer is on its way.
            return
        self._reading = answer.reading
        self._selected = _newest(answer.reading, self._ink)
        self.reading_changed.emit(answer.reading)
        digits = answer.reading.digits
        self.answered.emit(digits[self._selected].prediction if digits else None)
        if self._compare_naive:
            self.naively_answered.emit(answer.naive)


# What the first reading by a network needs is imported and laid out before the first stroke:
# two strokes, so that the network that judges what is a digit is there too.
_TRIAL = Ink(strokes=tuple(np.array([[x, 0], [x, 1]], np.float32) for x in (0, 1)))


def _read(
    ink: Ink, network: Network | None, compare: bool, *, growing: bool = False
) -> _Answer:
    from core.ink.preprocess import naive
    from core.networks.forward import predict
    from core.reading.read import read

    reading = Reading() if network is None else read(ink, network, growing=growing)
    if network is None or not reading.digits:
        return _Answer(ink, reading, None)
    return _Answer(ink, reading, predict(network, naive(ink)) if compare else None)


def _goes_on(before: Ink, now: Ink) -> bool:
    """Say whether an ink is another one with more strokes, or a longer last stroke."""
    if before.image is not now.image or len(before.strokes) > len(now.strokes):
        return False
    kept = zip(before.strokes[:-1], now.strokes, strict=False)
    return all(old is new for old, new in kept) and (before.empty == now.empty)


def _newest(reading: Reading, ink: Ink) -> int:
    """Return which digit the end of the last stroke belongs to; in a picture the first."""
    end = ink.strokes[-1][-1:] if ink.strokes else None
    for number, digit in enumerate(reading.digits):
        # A digit may have a part of a stroke alone, a view of it.
        if end is not None and any(np.may_share_memory(s, end) for s in digit.ink.strokes):
            return number
    return 0
