"""What ``inkling sweep`` prints: what will run, how far it is, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isfinite

from core.cli.output import Output, number, percent
from core.cli.train_report import epoch_values
from core.errors import InklingError
from core.evaluation.student import MeanInterval
from core.experiments.answer import Answer, Comparison, few_seeds, method, sentence
from core.experiments.book import ExperimentBook, StoredExperiment, TrainedRun
from core.experiments.conduct import (
    ExperimentReport,
    Standing,
    TrainingEnded,
    TrainingFailed,
    TrainingReported,
    TrainingStarted,
)
from core.experiments.estimate import Estimate, estimate, measured_speed
from core.experiments.experiment import Training, value_words
from core.records import Dataset, EpochReport

_MOST_SHOWN = 12
"""Settings of a plan that are listed one by one."""

_MOST_COMPARED = 10
"""Sentences; programs get all."""


class Follower:
    """Tells how an experiment comes along."""

    def __init__(self, output: Output, stored: StoredExperiment) -> None:
        self._output, self._stored = output, stored
        self._standing = Standing(len(stored.trainings), 0, 0, 0)

    def left(self, book: ExperimentBook) -> list[Training]:
        """Return the trainings that are not done."""
        trained = book.trained(self._stored.id)
        done = {number for number, one in trained.items() if one.done}
        return [training for training in self._stored.trainings if training.number not in done]

    def begin(self, book: ExperimentBook, dataset: Dataset, workers: int) -> None:
        """Tell what begins."""
        stored, planned, left = self._stored, self._stored.trainings, self.left(book)
        found = estimate(left, dataset, measured_speed(book.store), workers)
        done = len(planned) - len(left)
        self._output.event(
            "experiment",
            number=stored.id,
            name=stored.name,
            trainings=len(planned),
            settings=_setting_count(planned),
            done=done,
            workers=workers,
            seconds=found.seconds if left else 0.0,
        )
        self._output.line(
            f"Experiment {stored.id}, {stored.name}: {len(planned)} trainings"
            f" ({_setting_count(planned)} settings); data: {dataset.name}"
        )
        if done:
            self._output.line(f"{done} of them are done already.")
        if left:
            self._output.line(f"{len(left)} to train, {workers} at a time: {_time(found)}.")

    def report(self, report: ExperimentReport) -> None:
        """Tell one report."""
        match report:
            case Standing():
                self._standing = report
                self._progress()
            case TrainingStarted():
                self._started(report)
            case TrainingReported(training=training, report=EpochReport() as epoch):
                self._output.event("epoch", training=training.number, **epoch_values(epoch))
                self._progress(f"training {training.number}, epoch {epoch.epoch}")
            case TrainingEnded():
                self._ended(report)
            case TrainingFailed():
                self._failed(report)
            case _:
                pass

    def _started(self, report: TrainingStarted) -> None:
        training = report.training
        self._output.event(
            "started",
            training=training.number,
            run=report.run,
            setting=training.setting.number,
            recipe=training.recipe.name,
            seed=training.seed,
            epochs=training.recipe.epochs,
            again=report.again or None,
        )
        if report.again:
            self._output.line(
                f"training {training.number}: its worker went away ({report.again});"
                " it goes on with another"
            )

    def _ended(self, report: TrainingEnded) -> None:
        training, run = report.training, report.run
        self._output.event(
            "finished",
            training=training.number,
            run=run.id,
            ended=run.state,
            test_accuracy=run.test_accuracy,
            test_loss=None if run.test is None else run.test.loss,
            epochs=run.last_epoch,
            seconds=round(run.seconds, 3),
        )
        total = self._standing.total
        self._output.line(
            f"{training.number:>5} of {total}  {training.setting.label}, seed {training.seed}:"
            f" {percent(run.test_accuracy)}  loss {number(run.loss)}  {run.state},"
            f" {run.seconds:.1f} s"
        )

    def _failed(self, report: TrainingFailed) -> None:
        error = report.error
        problem, cure = str(error), ""
        if isinstance(error, InklingError):
            problem, cure = error.parts()
        self._output.event(
            "failed", training=report.training.number, problem=problem, cure=cure
        )
        self._output.line(f"training {report.training.number} failed: {problem} {cure}".strip())

    def _progress(self, what: str = "") -> None:
        standing = self._standing
        words = f"{standing.done} of {standing.total} done, {standing.running} running"
        self._output.progress(f"{words}; {what}" if what else words)


def tell_list(book: ExperimentBook, output: Output) -> None:
    """Print the kept experiments, the newest first."""
    counts, found = book.done_counts(), book.all()
    if not found:
        output.line("There are no experiments.")
    for stored in found:
        started = datetime.fromtimestamp(stored.started).strftime("%Y-%m-%d %H:%M")
        total, done = len(stored.trainings), counts.get(stored.id, 0)
        output.line(f"{stored.id:>4}  {started}  {done:>5} of {total:>5} done  {stored.name}")
        output.event(
            "experiment",
            number=stored.id,
            name=stored.name,
            started=stored.started,
            trainings=total,
            done=done,
            data=stored.data_name,
        )


def tell_plan(
    planned: Sequence[Training], found: Estimate, workers: int, output: Output
) -> None:
    """Print what would be trained."""
    seen = {training.setting.number: training.setting for training in planned}
    output.line(f"{len(planned)} trainings ({len(seen)} settings), {workers} at a time:")
    for setting in list(seen.values())[:_MOST_SHOWN]:
        output.line(f"  {setting.number:>4}  {setting.label}")
    if len(seen) > _MOST_SHOWN:
        output.line(f"        and {len(seen) - _MOST_SHOWN} more")
    output.line(f"Time: {_time(found)}.")
    output.event(
        "plan",
        trainings=len(planned),
        settings=[dict(setting.values) for setting in seen.values()],
        workers=workers,
        seconds=found.seconds,
    )


def tell_answer(
    stored: StoredExperiment,
    trained: Mapping[int, TrainedRun],
    found: Answer,
    output: Output,
    failed: int = 0,
) -> None:
    """Print a row for each setting, and in words which differences are real."""
    _tell_rows(found, output)
    shown = [*found.comparisons]
    if len(found.rows) > 2:
        steps = {(c.better, c.worse) for c in shown}
        shown += [step for step in found.steps if (step.better, step.worse) not in steps]
    for place, comparison in enumerate(shown):
        text = sentence(comparison, found.measure)
        if place < _MOST_COMPARED:
            output.line(text)
        output.event("comparison", **_comparison_values(comparison), text=str(text))
    if len(shown) > _MOST_COMPARED:
        output.line(f"({len(shown) - _MOST_COMPARED} more with --json or --html)")
    if shown:
        output.line(method(found))
    few = few_seeds(found)
    if few is not None:
        output.line(few)
    done = sum(one.done for one in trained.values())
    output.event(
        "answer",
        experiment=stored.id,
        done=done,
        failed=failed,
        trainings=len(stored.trainings),
        measure=found.measure,
        method=str(method(found)),
    )


def _tell_rows(found: Answer, output: Output) -> None:
    names = {"test_accuracy": "test", "val_accuracy": "validation", "accuracy": "training"}
    word = names.get(found.measure, found.measure)
    width = min(60, max([7, *(len(row.setting.label) for row in found.rows)]))
    output.line()
    output.line(
        f"{'setting':{width}}  seeds  {word:>10}  {'sd':>7}  {'95 % interval':>19}"
        f"  {'loss':>9}  seconds"
    )
    for row in found.rows:
        figure = row.figure
        low_high = "-"
        if figure.low is not None and figure.high is not None:
            low_high = f"{100 * figure.low:.2f} to {100 * figure.high:.2f} %"
        seconds = "-" if row.seconds is None else f"{row.seconds:.1f}"
        diverged = f"  {row.diverged} diverged" if row.diverged else ""
        output.line(
            f"{row.setting.label[:width]:{width}}  {figure.count:>5}  {_mean(figure):>10}"
            f"  {percent(figure.deviation):>7}  {low_high:>19}  {number(row.loss.mean):>9}"
            f"  {seconds:>7}{diverged}"
        )
        output.event(
            "row",
            setting=row.setting.number,
            values={field: value_words(value) for field, value in row.setting.values},
            seeds=figure.count,
            measure=found.measure,
            mean=figure.mean,
            deviation=figure.deviation,
            low=figure.low,
            high=figure.high,
            loss=row.loss.mean,
            seconds=row.seconds,
            diverged=row.diverged,
        )
    output.line()


def _mean(figure: MeanInterval) -> str:
    return percent(figure.mean) if isfinite(figure.mean) else "-"


def _comparison_values(comparison: Comparison) -> dict[str, object]:
    difference = comparison.difference
    return {
        "better": comparison.better.number,
        "worse": comparison.worse.number,
        "seeds": difference.count,
        "difference": difference.mean,
        "low": difference.low,
        "high": difference.high,
        "shown": comparison.shown,
    }


def _setting_count(planned: Sequence[Training]) -> int:
    return len({training.setting.number for training in planned})


def _time(found: Estimate) -> str:
    if found.seconds is None:
        return "how long is not known before the first epochs"
    minutes, seconds = divmod(round(found.seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"about {hours} h {minutes} min"
    return f"about {minutes} min {seconds} s" if minutes else f"about {seconds} s"
