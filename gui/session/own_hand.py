"""The own-hand service: a person's labelled digits, and how the network in use reads them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.home import Home
from core.ink.drawing import Drawing
from core.records import Network
from gui.jobs import Job, LatestOnly, Result, Worker
from gui.session.networks import NetworksService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.own_digits.doubts import Doubt
    from core.own_digits.own_digit import OwnDigit
    from core.own_digits.own_hand import Change, OwnHand
    from core.own_digits.store import OwnDigits


class OwnHandService(Service):
    """Keeps digits, changes them, takes changes back, exchanges them with files, and reports.

    Signals:
        changed: The `OwnHand` after anything of it changed.
        kept: The label of a digit that was just kept.
        doubted: The `Doubt` for which a drawing was not kept.
        undone: The `Change` that was taken back.
        exported: The `Path` that the digits were written to.
        imported: How many came in, and how many of the file were there already.
    """

    changed = Signal(object)
    kept = Signal(int)
    doubted = Signal(object)
    undone = Signal(object)
    exported = Signal(object)
    imported = Signal(int, int)

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

    def keep(self, drawing: Drawing, digit: int, *, sure: bool = False) -> None:
        """Keep a drawing under its right label; unless `sure`, only if it looks like that."""
        job = self._change(lambda: _keep(self._store, drawing, digit, sure=sure))
        job.then(lambda doubt: self._tell_kept(digit, doubt))

    def remove(self, own: OwnDigit) -> None:
        """Forget a digit."""
        self._change(lambda: self._store.remove(own))

    def relabel(self, own: OwnDigit, digit: int) -> None:
        """Keep a digit under another label."""
        self._change(lambda: self._store.relabel(own, digit))

    def undo(self) -> None:
        """Take back what was changed last."""
        self._change(self._store.undo).then(self._tell_undone)

    def export(self, path: Path) -> None:
        """Write the digits to a file: strokes, or a data set if it is named ``.npz``."""
        job = self._watch(self._worker.submit(lambda: _export(self._store, path)))
        job.then(self.exported.emit)

    def bring_in(self, path: Path) -> None:
        """Keep the digits of a file too."""
        job = self._change(lambda: _bring_in(self._store, path))
        job.then(lambda counts: self.imported.emit(*counts))

    def refresh(self, *_news: object) -> None:
        """Count and report anew, with the network in use."""
        current = self._networks.current
        network = None if current is None else current.network
        self._reports.ask(lambda: _read(self._store, network))

    def _change(self, change: Callable[[], Result]) -> Job[Result]:
        return self._watch(self._worker.submit(change)).then(self.refresh)

    def _tell_kept(self, digit: int, doubt: Doubt | None) -> None:
        if doubt is None:
            self.kept.emit(digit)
        else:
            self.doubted.emit(doubt)

    def _tell_undone(self, change: Change | None) -> None:
        if change is not None:
            self.undone.emit(change)

    @cached_property
    def _store(self) -> OwnDigits:
        from core.own_digits.store import OwnDigits

        return OwnDigits(self._folder)


def _read(store: OwnDigits, network: Network | None) -> OwnHand:
    from core.own_digits.store import own_hand

    return own_hand(store.all(), network, store.last_change)


def _keep(store: OwnDigits, drawing: Drawing, digit: int, *, sure: bool) -> Doubt | None:
    from core.own_digits.doubts import doubt_of

    doubt = None if sure else doubt_of(drawing, digit)
    if doubt is None:
        store.add(drawing, digit)
    return doubt


def _export(store: OwnDigits, path: Path) -> Path:
    from core.own_digits.exchange import export_digits

    export_digits(path, store.all())
    return path


def _bring_in(store: OwnDigits, path: Path) -> tuple[int, int]:
    from core.own_digits.exchange import import_digits

    digits = import_digits(path)
    new = store.add_new(digits)
    return new, len(digits) - new
