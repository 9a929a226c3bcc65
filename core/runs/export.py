"""The figures of runs for other programs: CSV, and event files for TensorBoard."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO

from core.atomic_file import write_atomically
from core.errors import InklingError
from core.layers import CLASSES
from core.records import EpochReport, Score
from core.runs.run import Run
from core.runs.store import RunStore

_SCORED = ("loss", "accuracy", "logit_accuracy", "tied")


def columns(classes: int) -> tuple[str, ...]:
    """Return the columns of the CSV, in order; a cell is empty where there is no such figure.

    There is a recall for each class, numbered as the labels are, of the run with the most.
    """
    return (
        *("run", "name", "recipe", "seed", "data", "state"),
        *("epoch", "loss", "accuracy", "learning_rate", "seconds"),
        *(f"val_{metric}" for metric in _SCORED),
        *(f"val_recall_{label}" for label in range(classes)),
        *(f"train_{metric}" for metric in _SCORED),
    )


def write_csv(path: Path, store: RunStore, run_ids: Iterable[int]) -> None:
    """Write one row for each epoch of the runs, under a row of column names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    listed = [(run, store.epochs(run.id)) for run in map(store.run, run_ids)]
    classes = max((len(_recalls(e)) for _, epochs in listed for e in epochs), default=CLASSES)
    classes = classes or CLASSES
    writer.writerow(columns(classes))
    for run, epochs in listed:
        writer.writerows(_row(run, epoch, classes) for epoch in epochs)
    # The mark at the start tells spreadsheets that the names are UTF-8.
    content = text.getvalue().encode("utf-8-sig")
    write_atomically(path, lambda file: _write(file, content))


def write_tensorboard(folder: Path, store: RunStore, run_ids: Iterable[int]) -> list[Path]:
    """Write event files that ``tensorboard --logdir FOLDER`` shows; give their paths.

    Each run has a folder with ``train`` and ``validation`` inside and the names that
    Keras's own callback uses (``epoch_loss``, ``epoch_accuracy``), so that runs made in
    Inkling and in plain Keras share one plot.

    Raises
    ------
    InklingError
        If the package ``tensorboard`` is not installed.
    """
    _require_tensorboard()
    written = []
    for run in map(store.run, run_ids):
        name = re.sub(r"[^\w.-]+", "-", run.name).strip("-.") or "run"
        times = _times(run, epochs := store.epochs(run.id))
        for part, metrics in (("train", _training_metrics), ("validation", _val_metrics)):
            events = [
                _event(time, epoch.epoch, metrics(epoch))
                for time, epoch in zip(times, epochs, strict=True)
                if metrics(epoch)
            ]
            if events:
                file = folder / f"{run.id:06d}-{name}" / part / _event_file_name(run)
                _write_events(file, run.started, events)
                written.append(file)
    return written


def _recalls(epoch: EpochReport) -> tuple[float, ...]:
    return epoch.val_score.recalls if epoch.val_score else ()


def _row(run: Run, epoch: EpochReport, classes: int) -> list[object]:
    of_run = (run.id, run.name, run.recipe_name, run.seed, run.data_name, run.state)
    of_epoch = (epoch.epoch, epoch.loss, epoch.accuracy, epoch.learning_rate, epoch.seconds)
    recalls = _recalls(epoch)
    unknown = ("",) * (classes - len(recalls))
    scored = (*_scored(epoch.val_score), *recalls, *unknown, *_scored(epoch.train_score))
    return [_cell(value) for value in (*of_run, *of_epoch, *scored)]


def _scored(score: Score | None) -> tuple[object, ...]:
    return tuple("" if score is None else getattr(score, metric) for metric in _SCORED)


def _cell(value: object) -> object:
    return "" if isinstance(value, float) and math.isnan(value) else value


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(content)


def _require_tensorboard() -> None:
    try:
        import_module("tensorboard.compat.proto.event_pb2")
    except ImportError as error:
        raise InklingError(
            "Event files need the package tensorboard, which is not installed.",
            'Install it with: pip install "inkling[tensorboard]"',
        ) from error


def _times(run: Run, epochs: tuple[EpochReport, ...]) -> list[float]:
    """Say when each epoch ended, in seconds since 1970."""
    return list(accumulate((epoch.seconds for epoch in epochs), initial=run.started))[1:]


def _training_metrics(epoch: EpochReport) -> dict[str, float]:
    return {
        "epoch_loss": epoch.loss,
        "epoch_accuracy": epoch.accuracy,
        "epoch_learning_rate": epoch.learning_rate,
    }


def _val_metrics(epoch: EpochReport) -> dict[str, float]:
    score = epoch.val_score
    return {} if score is None else {f"epoch_{key}": getattr(score, key) for key in _SCORED}


def _event_file_name(run: Run) -> str:
    # TensorBoard looks for "tfevents" in the name; the same run overwrites its own file.
    return f"events.out.tfevents.{int(run.started)}.inkling"


def _event(time: float, step: int, metrics: dict[str, float]) -> Any:
    events = import_module("tensorboard.compat.proto.event_pb2")
    summary = import_module("tensorboard.compat.proto.summary_pb2").Summary
    values = [summary.Value(tag=tag, simple_value=value) for tag, value in metrics.items()]
    return events.Event(wall_time=time, step=step, summary=summary(value=values))


def _write_events(path: Path, started: float, events: list[Any]) -> None:
    proto = import_module("tensorboard.compat.proto.event_pb2")
    header = proto.Event(wall_time=started, file_version="brain.Event:2")
    # Not TensorBoard's own EventFileWriter: it starts a thread and imports TensorFlow.
    record_writer = import_module("tensorboard.summary.writer.record_writer")

    def write(file: BinaryIO) -> None:
        records = record_writer.RecordWriter(file)
        for event in (header, *events):
            records.write(event.SerializeToString())

    write_atomically(path, write)
