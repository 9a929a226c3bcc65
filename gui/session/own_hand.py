"""The own-hand service: a person's labelled digits, and how the network in use reads them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.home import Home
from core.ink.drawing import Drawing
from core.records import Network
from gui.jobs import Job, LatestOnly, Result, Worker
from gui.session.networks import NetworksService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.own_digits.store import OwnDigits, OwnHand


class OwnHandService(Service):
    """Keeps digits, takes the last one back, and reports.

    Signals:
        changed: The `OwnHand` after anything of it changed.
        kept: The label of a digit that was just kept.
    """

    changed = Signal(object)
    kept = Signal(int)

    def __init__(
        self,
        home: Home,
        networks: NetworksService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = home.drawings
        self._networks = networks
        self._worker = worker
        self._reports: LatestOnly[OwnHand] = LatestOnly(worker)
        self._watch_latest(self._reports).answered.connect(self.changed)

    def keep(self, drawing: Drawing, digit: int) -> None:
        """Keep a drawing under its right label."""
        job = self._change(lambda: self._store.add(drawing, digit))
        job.then(lambda _: self.kept.emit(digit))

    def undo(self) -> None:
        """Forget the digit that was kept last."""
        self._change(self._store.remove_last)

    def refresh(self, *_news: object) -> None:
        """Count and report anew, with the network in use."""
        current = self._networks.current
        network = None if current is None else current.network
        self._reports.ask(lambda: _read(self._store, network))

    def _change(self, change: Callable[[], Result]) -> Job[Result]:
        return self._watch(self._worker.submit(change)).then(self.refresh)

    @cached_property
    def _store(self) -> OwnDigits:
        from core.own_digits.store import OwnDigits

        return OwnDigits(self._folder)


def _read(store: OwnDigits, network: Network | None) -> OwnHand:
    from core.own_digits.store import own_hand

    return own_hand(store.all(), network)
