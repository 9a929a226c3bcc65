"""The label-doubts service: small networks judge the labels of a split, once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.control import Control
from core.records import Dataset, SplitName
from gui.jobs import Report, Worker
from gui.session.controlled import ControlledService
from gui.session.data import DataService
from gui.session.refusals import refuse_second
from gui.session.training import TrainingService

if TYPE_CHECKING:
    from core.evaluation.doubts import Doubts
    from core.label_review.out_of_sample import JudgingProgress


@dataclass(frozen=True, eq=False)
class SplitDoubts:
    """How doubtful each label of a split of a data set is; None where nobody was asked."""

    dataset: Dataset
    split: SplitName
    doubts: Doubts | None


class LabelDoubtsService(ControlledService):
    """Finds doubtful labels; it trains networks, so it is refused while something else does.

    Signals:
        found: The `SplitDoubts` of a split, found now or kept since an earlier time.
        progressed: How far the networks are, a `JudgingProgress`.
        ended: They are asked no more, whatever the reason.
    """

    found = Signal(object)
    progressed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        folder: Path,
        data: DataService,
        training: TrainingService,
        *,
        worker: Worker,
        reader: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._data = data
        self._training = training
        self._worker = worker
        self._reader = reader
        self._known: dict[SplitName, SplitDoubts] = {}
        data.changed.connect(self._on_data_changed)

    def of(self, split: SplitName) -> Doubts | None:
        """Return the doubts of a split of the data set in use, as far as they are known."""
        known = self._known.get(split)
        return None if known is None else known.doubts

    def look_up(self, split: SplitName) -> None:
        """Tell what was found about a split at an earlier time, without asking networks."""
        dataset = self._data.current
        if dataset is None:
            return
        if split in self._known:
            self.found.emit(self._known[split])
            return
        folder = self._folder
        job = self._watch(self._reader.submit(lambda: _kept(dataset, split, folder)))
        job.then(self._on_found)

    def find(self, split: SplitName) -> None:
        """Let networks judge the labels of a split; what they said before is kept."""
        dataset = self._data.current
        if dataset is None:
            return
        if self.running or self._training.running or self._training.held:
            self.failed.emit(refuse_second())
            return
        self._control = Control()
        folder = self._folder

        def work(report: Report, control: Control) -> SplitDoubts:
            return _found(dataset, split, folder, report, control)

        job = self._watch(self._worker.submit_reporting(work, self._control))
        job.reported.connect(self._on_progress)
        job.then(self._on_found)
        job.ended.connect(self._on_ended)
        self._training.hold(True)
        self._tell_stage()

    def _on_progress(self, progress: JudgingProgress) -> None:
        self.progressed.emit(progress)

    def _on_found(self, found: SplitDoubts) -> None:
        if found.dataset is not self._data.current:
            return
        if found.doubts is not None:
            self._known[found.split] = found
        self.found.emit(found)

    def _on_data_changed(self, _dataset: object) -> None:
        self._known = {}
        self.stop()

    def _on_ended(self, _job: object) -> None:
        self._control = None
        self._training.hold(False)
        self._tell_stage()
        self.ended.emit()


def _found(
    dataset: Dataset, split: SplitName, folder: Path, report: Report, control: Control
) -> SplitDoubts:
    from core.label_review.suspects import find_doubts

    found = find_doubts(dataset, split, folder, report=report, control=control)
    return SplitDoubts(dataset, split, found)


def _kept(dataset: Dataset, split: SplitName, folder: Path) -> SplitDoubts:
    from core.label_review.suspects import known_doubts

    return SplitDoubts(dataset, split, known_doubts(dataset, split, folder))
