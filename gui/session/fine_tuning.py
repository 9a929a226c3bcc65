"""The fine-tuning service: teaches the network in use the person's own hand.

It shares the worker of the training, and only one of the two runs: each is refused while the
other does. What comes of it is written into a file of the home, so that the next start has
it too, and then put in use; `undo` gives the network before it back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.errors import DataError, InklingError, NetworkError
from core.home import Home
from core.records import Dataset, Network, Phase, Progress
from gui.jobs import Report, Worker
from gui.session.controlled import ControlledService
from gui.session.data import DataService
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.refusals import refuse_second
from gui.session.training import TrainingService

if TYPE_CHECKING:
    from core.own_digits.fine_tuning import FineTuned


@dataclass(frozen=True, eq=False)
class Taught:
    """A network before and after it was taught, and what that changed on which data."""

    before: OpenNetwork
    after: OpenNetwork
    result: FineTuned
    dataset: Dataset


class FineTuningService(ControlledService):
    """One network learns one hand; if it is stopped, the network stays as it was.

    Signals:
        started: It begins.
        phase_changed: What it is busy with, a `Phase`.
        progressed: Where the running epoch stands, a `Progress`.
        taught: The `Taught`, after its network came into use.
        undone: The `OpenNetwork` that is in use again.
        stopped: It ended because somebody asked; nothing was changed.
        ended: It runs no more, whatever the reason.
    """

    started = Signal()
    phase_changed = Signal(object)
    progressed = Signal(object)
    taught = Signal(object)
    undone = Signal(object)
    stopped = Signal()
    ended = Signal()

    def __init__(
        self,
        home: Home,
        data: DataService,
        networks: NetworksService,
        training: TrainingService,
        *,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._data = data
        self._networks = networks
        self._training = training
        self._worker = worker
        self._last: Taught | None = None
        networks.changed.connect(self._on_network_changed)

    @property
    def last(self) -> Taught | None:
        """What was taught last, as long as its network is the one in use."""
        return self._last

    def start(self) -> None:
        """Teach the network in use; one that was taught is taught anew from what it was.

        So the digits that are held out were never learnt from, however often one teaches.
        """
        opened, dataset = self._networks.current, self._data.current
        if self._last is not None:
            opened = self._last.before
        refusal = self._refusal(opened, dataset)
        if refusal is not None or opened is None or dataset is None:
            self.failed.emit(refusal)
            return
        self._control = Control()
        teaching = _Teaching(opened, self._after(opened), dataset, self._home)
        job = self._watch(self._worker.submit_reporting(teaching.teach, self._control))
        job.reported.connect(self._on_reported)
        job.then(self._on_finished)
        job.cancelled.connect(self.stopped)
        job.ended.connect(self._on_ended)
        self._training.hold(True)
        self.started.emit()
        self._tell_stage()
        # The worker may still be loading TensorFlow: say so before the work itself can.
        self.phase_changed.emit(Phase("loading"))

    def undo(self) -> None:
        """Use the network before it again, if the taught one is still in use."""
        if self._last is None:
            return
        before, after = self._last.before, self._last.after
        self._last = None
        self._networks.restore(before)
        self._discard(after)
        self.undone.emit(before)

    def _after(self, before: OpenNetwork) -> OpenNetwork:
        """Say what is known of the network to come."""
        template = self.tr("{name}, your hand")
        name = before.name
        if not name.endswith(template.format(name="")):
            name = template.format(name=name)
        return replace(
            before,
            name=name,
            origin=self.tr("taught your hand"),
            accuracy=None,
            recipe=None,
            path=None,
            continuation=None,
            run_id=None,
        )

    def _refusal(
        self, opened: OpenNetwork | None, dataset: Dataset | None
    ) -> InklingError | None:
        if self.running or self._training.running:
            return refuse_second()
        if opened is None:
            return NetworkError("There is no network to teach yet.", "Train or open one first.")
        if dataset is None or not len(dataset.train_labels):
            return DataError(
                "There are no training images to mix with your digits.",
                "Open a data set that has some.",
            )
        return None

    def _discard(self, opened: OpenNetwork) -> None:
        path = opened.path
        if path is not None:
            self._watch(self._worker.submit(lambda: path.unlink(missing_ok=True)))

    def _on_reported(self, report: object) -> None:
        if isinstance(report, Progress):
            self.progressed.emit(report)
        elif isinstance(report, Phase):
            self.phase_changed.emit(report)

    def _on_finished(self, taught: Taught) -> None:
        if self.stage == "stopping":
            # Asked a moment too late for the worker, but it was asked.
            self._discard(taught.after)
            self.stopped.emit()
            return
        replaced = self._last
        self._last = taught
        self._networks.adopt(taught.after)
        if replaced is not None:
            self._discard(replaced.after)
        self.taught.emit(taught)

    def _on_network_changed(self, opened: OpenNetwork | None) -> None:
        last = self._last
        if last is not None and (opened is None or opened.network is not last.after.network):
            self._last = None

    def _on_ended(self) -> None:
        self._control = None
        self._training.hold(False)
        self._tell_stage()
        self.ended.emit()


@dataclass(frozen=True, eq=False)
class _Teaching:
    """All that the worker needs."""

    before: OpenNetwork
    after: OpenNetwork
    dataset: Dataset
    home: Home

    def teach(self, report: Report, control: Control) -> Taught:
        """Read the person's digits, teach, and keep the network in a file."""
        from core.own_digits.fine_tuning import fine_tune
        from core.own_digits.store import OwnDigits, images_of

        images, labels = images_of(OwnDigits(self.home.drawings).all())
        result = fine_tune(
            self.before.network,
            images,
            labels,
            self.dataset,
            report=report,
            control=control,
        )
        after = replace(
            self.after,
            network=result.network,
            accuracy=result.test_after.accuracy if result.test_after.images else None,
            path=_keep(self.home.networks, self.after.name, result.network),
        )
        return Taught(self.before, after, result, self.dataset)


def _keep(folder: Path, name: str, network: Network) -> Path:
    """Write the network into a file of its own: one before it may still be wanted."""
    from core.networks.keras_format import keras_file

    stem = re.sub(r"[^\w.-]+", "-", name)[:60].strip(".-") or "network"
    path, turn = folder / f"{stem}.keras", 1
    while path.exists():
        turn += 1
        path = folder / f"{stem}-{turn}.keras"
    keras_file.save(path, network)
    return path
