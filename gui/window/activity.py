"""What the status bar says: follows the session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.records import Dataset, Phase, Progress
from gui.session import OpenNetwork, Session
from gui.session.controlled import Stage
from gui.window.status_bar import StatusBar
from gui.words import capital, count, epoch_words, named, percent, phase_words, phrase

if TYPE_CHECKING:
    from core.data.download import DownloadProgress
    from core.experiments.conduct import Standing
    from core.exporting.export import Exported
    from core.label_review.out_of_sample import JudgingProgress


_EXPORT_TOLD_MS = 15_000


class Activity(QObject):
    """Puts the session's state into the status bar; the training comes first."""

    def __init__(self, session: Session, bar: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        # Newest last: what is shown is the last of these that still runs.
        self._running: dict[str, tuple[str, float | None]] = {}
        self._connect_data()
        self._connect_training()
        session.networks.changed.connect(self._on_network)
        session.networks.saved.connect(self._on_saved)
        session.exports.exporting.connect(self._on_exporting)
        session.exports.exported.connect(self._on_exported)
        session.predictions.progressed.connect(self._on_answering)
        session.label_doubts.progressed.connect(self._on_judging)
        session.label_doubts.ended.connect(self._on_judging_ended)
        session.experiments.standing_changed.connect(self._on_standing)
        session.experiments.ended.connect(self._on_experiment_ended)
        self._on_network(session.networks.current)
        self._on_data(session.data.current)

    def _connect_data(self) -> None:
        data = self._session.data
        data.changed.connect(self._on_data)
        data.loading.connect(self._on_loading)
        data.reading.connect(self._on_reading)
        data.downloading.connect(self._on_downloading)
        data.idle.connect(self._on_data_idle)

    def _connect_training(self) -> None:
        training = self._session.training
        training.phase_changed.connect(self._on_phase)
        training.progressed.connect(self._on_progress)
        training.stage_changed.connect(self._on_stage)
        training.ended.connect(self._on_training_ended)
        # It has no part in the same time, so it may have the same place.
        teaching = self._session.fine_tuning
        teaching.phase_changed.connect(self._on_phase)
        teaching.progressed.connect(self._on_progress)
        teaching.ended.connect(self._on_training_ended)

    def _on_judging(self, progress: JudgingProgress) -> None:
        self._show("labels", self.tr("Judging labels"), progress.fraction)

    def _on_judging_ended(self) -> None:
        self._show("labels", "")

    def _show(self, subject: str, text: str, fraction: float | None = None) -> None:
        if text:
            self._running[subject] = (text, fraction)
        else:
            self._running.pop(subject, None)
        first = self._running.get("training") or next(
            reversed(self._running.values()), ("", None)
        )
        self._bar.set_activity(*first)

    def _on_network(self, opened: OpenNetwork | None) -> None:
        if opened is None:
            self._bar.set_network(self.tr("No network yet"))
            return
        parts = [self.tr("Network: {name}").format(name=opened.name)]
        if opened.accuracy is not None:
            parts.append(
                self.tr("{accuracy} on test").format(accuracy=percent(opened.accuracy))
            )
        parts.append(opened.origin)
        self._bar.set_network(", ".join(parts), str(opened.path or ""))

    def _on_data(self, dataset: Dataset | None) -> None:
        if dataset is None:
            self._bar.set_data(self.tr("No data set yet"))
            return
        words = self.tr("Data: {name}, {train} training and {test} test images").format(
            name=named(dataset.name),
            train=count(len(dataset.train_labels)),
            test=count(len(dataset.test_labels)),
        )
        self._bar.set_data(words, named(dataset.source))

    def _on_loading(self, name: str) -> None:
        self._show("data", self.tr("Reading {name}").format(name=name))

    def _on_reading(self, share: float) -> None:
        text, _ = self._running.get("data", ("", None))
        self._show("data", text, share)

    def _on_downloading(self, progress: DownloadProgress) -> None:
        self._show("data", self.tr("Downloading MNIST"), progress.fraction)

    def _on_data_idle(self) -> None:
        self._show("data", "")

    def _on_answering(self, part: str) -> None:
        texts = {
            "": "",
            "test": self.tr("Reading all test images"),
            "train": self.tr("Reading all training images"),
            "validation": self.tr("Reading the validation images"),
        }
        self._show("answers", texts[part])

    def _on_phase(self, phase: Phase) -> None:
        self._show_training(capital(phase_words(phase)))

    def _on_progress(self, progress: Progress) -> None:
        self._show_training(epoch_words(progress), progress.fraction)

    def _show_training(self, text: str, fraction: float | None = None) -> None:
        # Several seeds are an experiment, whose line says how far all of them are.
        if self._session.training.seeds == 1:
            self._show("training", text, fraction)

    def _on_stage(self, stage: Stage) -> None:
        progress = self._session.training.progress
        if stage == "paused":
            fraction = None if progress is None else progress.fraction
            self._show_training(self.tr("Paused"), fraction)
        elif stage == "running" and progress is not None:
            self._on_progress(progress)

    def _on_training_ended(self) -> None:
        self._show("training", "")

    def _on_standing(self, standing: Standing) -> None:
        text = self.tr("Experiment: {done} of {total} trainings").format(
            done=count(standing.done), total=count(standing.total)
        )
        self._show("experiment", text, standing.done / max(1, standing.total))

    def _on_experiment_ended(self) -> None:
        self._show("experiment", "")

    def _on_saved(self, path: Path) -> None:
        self._bar.showMessage(self.tr("Saved as {name}").format(name=path.name), 5000)

    def _on_exporting(self, name: str) -> None:
        self._show("export", self.tr("Exporting {name}").format(name=name) if name else "")

    def _on_exported(self, exported: Exported) -> None:
        self._bar.showMessage(phrase(exported.words), _EXPORT_TOLD_MS)
