"""The training desk: the one training that may run, its reins and its reports."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.errors import DataError, TrainingError
from core.records import (
    Dataset,
    EpochReport,
    Phase,
    Progress,
    Recipe,
    RunResult,
    TrainingState,
)
from gui.jobs import Lane
from gui.session.data import DataDesk
from gui.session.desk import Desk
from gui.session.networks import NetworksDesk, OpenNetwork


class TrainingDesk(Desk):
    """The training that runs, or the last one.

    Signals:
        started: The `Recipe` that is being trained.
        phase_changed: What it is busy with before its first step, a `Phase`.
        progressed: Where the running epoch stands, a `Progress`; at most one each 50 ms.
        epoch_finished: The figures of a whole epoch, an `EpochReport`.
        paused_changed: Whether it waits.
        finished: The `RunResult`, after its network came into use.
        ended: No training runs any more, whatever the reason.
    """

    started = Signal(object)
    phase_changed = Signal(object)
    progressed = Signal(object)
    epoch_finished = Signal(object)
    paused_changed = Signal(bool)
    finished = Signal(object)
    ended = Signal()

    def __init__(
        self, data: DataDesk, networks: NetworksDesk, lane: Lane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._networks = networks
        self._lane = lane
        self._control: Control | None = None
        self.recipe: Recipe | None = None
        self.last: RunResult | None = None
        self.progress: Progress | None = None

    @property
    def running(self) -> bool:
        """Whether a training runs, paused or not."""
        return self._control is not None

    @property
    def paused(self) -> bool:
        """Whether a training runs and waits."""
        return self._control is not None and self._control.paused

    @property
    def can_continue(self) -> bool:
        """Whether `continue_last` has something to go on with."""
        return not self.running and self._source() is not None

    @property
    def continues_from(self) -> tuple[str, int] | None:
        """The name of what would be continued, and how many epochs it has; or None."""
        source = self._source()
        return None if source is None else (source[0].name, source[1].epoch)

    def start(self, recipe: Recipe) -> None:
        """Train from fresh weights; refused while another training runs."""
        self._begin(recipe, None)

    def continue_last(self, epochs: int | None = None) -> None:
        """Go on with the same weights and optimizer state, for `epochs` more."""
        source = self._source()
        if source is None:
            self.failed.emit(
                TrainingError("There is no training to continue.", "Start a new one.")
            )
            return
        recipe, state = source
        self._begin(recipe if epochs is None else replace(recipe, epochs=epochs), state)

    def pause(self) -> None:
        """Let the training wait at its next chunk."""
        if self._control is not None and not self._control.paused:
            self._control.pause()
            self.paused_changed.emit(True)

    def resume(self) -> None:
        """Let a waiting training go on."""
        if self._control is not None and self._control.paused:
            self._control.resume()
            self.paused_changed.emit(False)

    def stop(self) -> None:
        """Ask the training to end; what it reached so far is kept."""
        if self._control is not None:
            self._control.stop()

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another learning rate from the next chunk on."""
        if self._control is not None:
            self._control.set_learning_rate(learning_rate)

    def _source(self) -> tuple[Recipe, TrainingState] | None:
        current = self._networks.current
        if current is not None and current.recipe is not None and current.state is not None:
            return current.recipe, current.state
        if self.last is not None:
            return self.last.recipe, self.last.state
        return None

    def _begin(self, recipe: Recipe, state: TrainingState | None) -> None:
        dataset = self._data.current
        refusal = self._refusal(dataset)
        if refusal is not None or dataset is None:
            self.failed.emit(refusal)
            return
        stop = threading.Event()
        control = Control(stop)
        job = self._watch(
            self._lane.submit(
                lambda report, _stop: _train(recipe, dataset, report, control, state), stop
            )
        )
        job.reported.connect(self._on_reported)
        job.finished.connect(self._on_finished)
        job.ended.connect(self._on_ended)
        self._control, self.recipe, self.progress = control, recipe, None
        self.started.emit(recipe)
        # The lane may still be loading TensorFlow: say so before the work itself can.
        self.phase_changed.emit(Phase("loading"))

    def _refusal(self, dataset: Dataset | None) -> Exception | None:
        if self.running:
            return TrainingError("A training runs already.", "Stop it first, or wait for it.")
        if dataset is None:
            return DataError("There is no data set yet.", "Wait until it is read, or open one.")
        return None

    def _on_reported(self, report: object) -> None:
        if isinstance(report, Progress):
            self.progress = report
            self.progressed.emit(report)
        elif isinstance(report, EpochReport):
            self.epoch_finished.emit(report)
        elif isinstance(report, Phase):
            self.phase_changed.emit(report)

    def _on_finished(self, result: RunResult) -> None:
        self.last = result
        self._networks.adopt(self._opened(result))
        self.finished.emit(result)

    def _opened(self, result: RunResult) -> OpenNetwork:
        origin = self.tr("trained here, {n} epochs").format(n=result.state.epoch)
        return OpenNetwork(
            name=result.recipe.name,
            network=result.network,
            origin=origin,
            accuracy=None if result.test is None else result.test.accuracy,
            recipe=result.recipe,
            state=result.state,
        )

    def _on_ended(self) -> None:
        self._control = None
        self.progress = None
        self.ended.emit()


def _train(
    recipe: Recipe,
    dataset: Dataset,
    report: Callable[[object], None],
    control: Control,
    state: TrainingState | None,
) -> RunResult:
    from core.tensorflow_loading import load

    load()
    from core.training import train

    return train(recipe, dataset, report=report, control=control, start=state)
