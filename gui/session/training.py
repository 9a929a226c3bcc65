"""The training desk: the one training that may run, its reins and its reports."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.errors import DataError, TrainingError
from core.records import Dataset, EpochReport, Phase, Progress, Recipe, RunResult, TrainingState
from gui.jobs import Lane
from gui.session.data import DataDesk
from gui.session.desk import Desk
from gui.session.kept_training import Beginning, KeptResult, train_and_keep
from gui.session.networks import NetworksDesk, OpenNetwork


class TrainingDesk(Desk):
    """The training that runs, or the last one.

    Signals:
        started: The `Recipe` that is being trained.
        phase_changed: What it is busy with before its first step, a `Phase`.
        progressed: Where the running epoch stands, a `Progress`; at most one each 50 ms.
        epoch_finished: The figures of a whole epoch, an `EpochReport`.
        paused_changed: Whether it waits.
        kept: The `KeptResult`: with the data set and the run that it is kept as.
        finished: The `RunResult`, after its network came into use.
        ended: No training runs any more, whatever the reason.
    """

    started = Signal(object)
    phase_changed = Signal(object)
    progressed = Signal(object)
    epoch_finished = Signal(object)
    paused_changed = Signal(bool)
    kept = Signal(object)
    finished = Signal(object)
    ended = Signal()

    def __init__(
        self,
        runs: Path,
        data: DataDesk,
        networks: NetworksDesk,
        lane: Lane,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs = runs
        self._data = data
        self._networks = networks
        self._lane = lane
        self._control: Control | None = None
        self.recipe: Recipe | None = None
        self.last: RunResult | None = None
        self._last_run: int | None = None
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
        if source is None or source.state is None:
            return None
        return source.recipe.name, source.state.epoch

    def start(self, recipe: Recipe) -> None:
        """Train from fresh weights; refused while another training runs."""
        self._begin(Beginning(recipe))

    def continue_last(self, epochs: int | None = None) -> None:
        """Go on with the same weights and optimizer state, for `epochs` more."""
        source = self._source()
        if source is None:
            self.failed.emit(
                TrainingError("There is no training to continue.", "Start a new one.")
            )
            return
        recipe = source.recipe if epochs is None else replace(source.recipe, epochs=epochs)
        self._begin(replace(source, recipe=recipe))

    def continue_from(self, recipe: Recipe, state: TrainingState, run_id: int | None) -> None:
        """Go on from the state of a kept run, for `recipe.epochs` more epochs."""
        self._begin(Beginning(recipe, state, run_id))

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

    def _source(self) -> Beginning | None:
        current = self._networks.current
        if current is not None and current.recipe is not None and current.state is not None:
            return Beginning(current.recipe, current.state, current.run_id)
        if self.last is not None:
            return Beginning(self.last.recipe, self.last.state, self._last_run)
        return None

    def _begin(self, beginning: Beginning) -> None:
        dataset = self._data.current
        refusal = self._refusal(dataset)
        if refusal is not None or dataset is None:
            self.failed.emit(refusal)
            return
        stop = threading.Event()
        control, runs, recipe = Control(stop), self._runs, beginning.recipe
        job = self._watch(
            self._lane.submit(
                lambda report, _stop: train_and_keep(beginning, dataset, runs, report, control),
                stop,
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

    def _on_finished(self, kept: KeptResult) -> None:
        self.last, self._last_run = kept.result, kept.run_id
        # A network without a step of training, or full of NaN, answers nothing.
        if kept.path is not None and kept.result.ended != "diverged":
            self._networks.adopt(self._opened(kept))
        self.kept.emit(kept)
        self.finished.emit(kept.result)

    def _opened(self, kept: KeptResult) -> OpenNetwork:
        result = kept.result
        origin = self.tr("trained here, {n} epochs").format(n=result.state.epoch)
        return OpenNetwork(
            name=result.recipe.name,
            network=result.network,
            origin=origin,
            accuracy=None if result.test is None else result.test.accuracy,
            recipe=result.recipe,
            path=kept.path,
            state=result.state,
            run_id=kept.run_id,
        )

    def _on_ended(self) -> None:
        self._control = None
        self.progress = None
        self.ended.emit()
