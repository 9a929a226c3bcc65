"""A lesson is trained, and kept as a run: every epoch on the disk before it is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from core.control import Control
from core.errors import Cancelled, DataError
from core.evaluation.best_epoch import best_epoch
from core.evaluation.metrics import score
from core.from_scratch.gradient_check import GradientCheck, check_gradient
from core.from_scratch.network import ScratchEpoch, train
from core.layers import CLASSES
from core.networks.forward import forward
from core.records import (
    Dataset,
    Ending,
    EpochReport,
    Network,
    Progress,
    Report,
    RunResult,
    Score,
    TrainingState,
)
from core.reproduction.scratch_training import Lesson
from core.runs.recorder import Recorder, record
from core.runs.store import RunStore


@dataclass(frozen=True, eq=False)
class LessonResult:
    """What a lesson gave, an `Outcome`."""

    lesson: Lesson
    epochs: tuple[EpochReport, ...]
    network: Network | None
    ended: Ending
    test: Score | None
    seconds: float
    check: GradientCheck

    first_probe: ClassVar[None] = None


def train_lesson(
    lesson: Lesson,
    dataset: Dataset,
    report: Callable[[Report | GradientCheck], None],
    control: Control,
    checkpoint: Callable[[TrainingState], None] = lambda _state: None,
) -> LessonResult:
    """Check the gradient, then train; report the check, each epoch and how far it is.

    `checkpoint` is handed the weights after each epoch, just before its report.

    Raises
    ------
    DataError
        If the data have other than the ten classes that the text's network tells apart.
    """
    _refuse_other_classes(dataset)
    began = time.perf_counter()
    part = dataset.first(lesson.images, lesson.images)
    check = check_gradient(part, derivative=lesson.derivative)
    report(check)
    network: Network | None = None
    reports: list[EpochReport] = []
    before = began
    with suppress(Cancelled):
        for epoch in train(part, lesson.settings, sample=None, stop=control):
            now = time.perf_counter()
            told = _report(lesson, epoch, part, now - before)
            network, before = epoch.network, now
            reports.append(told)
            report(_progress(lesson, part, told))
            checkpoint(TrainingState(epoch.network, (), told.epoch))
            report(told)
    ended: Ending = "finished" if len(reports) == lesson.epochs else "stopped"
    test = reports[-1].val_score if reports else None
    seconds = time.perf_counter() - began
    return LessonResult(lesson, tuple(reports), network, ended, test, seconds, check)


@dataclass(frozen=True, eq=False)
class KeptLesson:
    """What a lesson gave, and the run that keeps it.

    Parameters
    ----------
    path : Path or None
        Its network's file there; None where it was stopped before its first epoch.
    """

    result: LessonResult
    run_id: int
    path: Path | None


def train_and_keep(
    lesson: Lesson,
    dataset: Dataset,
    runs: Path,
    report: Callable[[Report | GradientCheck], None],
    control: Control,
) -> KeptLesson:
    """Train a lesson, and keep it under `runs` as any training is; raises as it does."""
    _refuse_other_classes(dataset)
    store = RunStore(runs)
    with record(store, lesson.recipe, dataset, then=report) as recorder:

        def tell(told: Report | GradientCheck) -> None:
            if isinstance(told, GradientCheck):
                report(told)
            else:
                recorder.report(told)

        result = train_lesson(lesson, dataset, tell, control, recorder.checkpoint)
        _finish(recorder, lesson, dataset, result)
    trained = result.network is not None
    path = store.network_file(recorder.run_id) if trained else None
    return KeptLesson(result, recorder.run_id, path)


def _refuse_other_classes(dataset: Dataset) -> None:
    if len(dataset.classes) != CLASSES:
        raise DataError(
            "The network of the lesson tells ten digits apart; {name} has {n} classes.",
            "Open the digits, or train another recipe.",
            name=dataset.name,
            n=len(dataset.classes),
        )


def _finish(recorder: Recorder, lesson: Lesson, dataset: Dataset, result: LessonResult) -> None:
    """Keep how it ended; one without an epoch has no network to keep."""
    if result.network is None:
        recorder.abandon("stopped")
        return
    images = dataset.test_images[: lesson.images]
    recorder.finish(
        RunResult(
            lesson.recipe,
            result.epochs,
            result.network,
            TrainingState(result.network, (), len(result.epochs)),
            result.ended,
            best_epoch(None, result.epochs).epoch,
            result.test,
            result.seconds,
            forward(result.network, images),
        )
    )


def _report(lesson: Lesson, epoch: ScratchEpoch, part: Dataset, seconds: float) -> EpochReport:
    """Return an epoch as any training reports it; it counts from 1."""
    told = score(forward(epoch.network, part.test_images), part.test_labels, "crossentropy")
    # The lesson's own figures, which float32 may miss by an image.
    told = replace(
        told,
        loss=epoch.test_error,
        accuracy=epoch.test_accuracy,
        logit_accuracy=epoch.test_accuracy,
    )
    return EpochReport(
        epoch=epoch.epoch + 1,
        loss=epoch.training_error,
        accuracy=epoch.training_accuracy,
        learning_rate=lesson.learning_rate,
        seconds=seconds,
        val_score=told,
    )


def _progress(lesson: Lesson, part: Dataset, told: EpochReport) -> Progress:
    steps = len(part.train_labels)
    left = (lesson.epochs - told.epoch) * told.seconds
    return Progress(told.epoch, lesson.epochs, steps, steps, told.loss, told.accuracy, left)
