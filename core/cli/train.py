"""``inkling train``: a training with a table of its epochs, kept as a run.

With ``--json`` one object a line:

============  ========================================================================
``note``      text: what was assumed, left out or is odd about the data
``started``   run, recipe, seed, epochs (to train), last_epoch, parameters, data, source,
              continued_from
``epoch``     epoch, loss, accuracy, val_loss, val_accuracy, seconds, learning_rate; also
              train_loss and train_accuracy where the recipe scores the training images
``finding``   as soon as it is seen, before the start too: `core.cli.told_findings`
``finished``  test_accuracy, test_loss, ended, epochs, best_epoch, seconds, run, saved
``error``     problem, cure
============  ========================================================================

An ``epoch`` is on the disk before it is printed. What was not measured is null.
"""

from __future__ import annotations

import argparse
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from core.cli.arguments import chosen_data, chosen_recipe
from core.cli.output import Output, number, percent
from core.cli.told_findings import FindingTeller
from core.control import Control
from core.data.facts import DataFacts, look
from core.diagnosis.check import check
from core.diagnosis.findings import Finding, findings
from core.errors import InklingError
from core.evaluation.best_epoch import judged_by
from core.evaluation.metrics import wilson
from core.home import default_home
from core.layers import parameter_count
from core.networks.keras_format import keras_file
from core.probes import Probe
from core.records import (
    Dataset,
    EpochReport,
    Phase,
    Progress,
    QuantityName,
    Recipe,
    Report,
    RunResult,
)
from core.runs.backup import back_up
from core.runs.continuing import Continuation, Plan, continuation
from core.runs.recorder import record
from core.runs.run import Run
from core.runs.store import RunStore

_QUANTITIES: dict[QuantityName, str] = {
    "loss": "training loss",
    "accuracy": "training accuracy",
    "val_loss": "validation loss",
    "val_accuracy": "validation accuracy",
}
_HEADER = "epoch      loss   accuracy   val loss   val accuracy   seconds"


def train_command(arguments: argparse.Namespace, output: Output) -> int:
    """Train, keep the run, print its figures; give the exit code."""
    home = default_home()
    store = RunStore(home.runs)
    back_up(store.database)
    recipe, continues = _what(arguments, store)
    dataset = chosen_data(arguments, home, output)
    if continues is not None:
        continues.refuse_other_data(dataset)
    _check_target(arguments.save)
    diagnosis = _Diagnosis(recipe, look(dataset), continues, output)
    printer = EpochPrinter(output)

    def report(told: Report) -> None:
        printer.report(told)
        diagnosis.report(told)

    keeping = record(
        store,
        recipe,
        dataset,
        name=arguments.name,
        continues=continues,
        then=report,
    )
    with stopped_by_signals() as control, keeping as recorder:
        _tell_start(recipe, dataset, recorder.run_id, continues, output)
        diagnosis.before()
        from core.training.train import train

        result = train(
            recipe,
            dataset,
            report=recorder.report,
            control=control,
            start=None if continues is None else continues.state,
            earlier=None if continues is None else continues.earlier,
            checkpoint=recorder.checkpoint,
        )
        run = recorder.finish(result)
    if arguments.save is not None and run.state_epoch is not None:
        keras_file.save(arguments.save, result.network, recipe=recipe, epoch=result.state.epoch)
    diagnosis.after(result)
    _tell_end(result, run, arguments.save, output)
    return {"stopped": control.exit_code, "diverged": 1}.get(result.ended, 0)


class SignalledControl(Control):
    """A control that signals stop, and that knows what the exit code then is."""

    exit_code = 130

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """Stop; a second signal ends at once."""
        if self.stopped:
            raise KeyboardInterrupt
        # Whom the system asked to end has done so: only Ctrl+C is the person's own wish.
        self.exit_code = 130 if number == signal.SIGINT else 0
        self.stop()


class _Diagnosis:
    """Tells the findings of a training: programs at once, people before and after it."""

    def __init__(
        self,
        recipe: Recipe,
        facts: DataFacts,
        continues: Continuation | None,
        output: Output,
    ) -> None:
        self._recipe, self._facts, self._output = recipe, facts, output
        self._teller = FindingTeller(output, recipe)
        self._epochs = [] if continues is None else list(continues.earlier.epochs)
        self._start: Probe | None = None

    def before(self) -> None:
        """Tell what recipe and data show."""
        self._teller.tell(check(self._recipe, self._facts))

    def report(self, told: Report) -> None:
        """Take note of a report; an epoch may show more."""
        if isinstance(told, Probe):
            self._start = told
        elif isinstance(told, EpochReport):
            self._epochs.append(told)
            if self._output.as_json:
                self._teller.tell(self._found(None))

    def after(self, result: RunResult) -> None:
        """Tell what the whole training shows."""
        self._teller.tell(self._found(result))

    def _found(self, result: RunResult | None) -> tuple[Finding, ...]:
        return findings(
            self._recipe,
            tuple(self._epochs),
            result,
            facts=self._facts,
            start=self._start,
        )


@contextmanager
def stopped_by_signals() -> Iterator[SignalledControl]:
    """Return a control that Ctrl+C, and the system's polite ways to end a program, stop."""
    control = SignalledControl()
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    # One that is ignored stays so: nohup wants no end when the terminal is closed.
    numbers = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, control.on_signal) for number in numbers}
    try:
        yield control
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _what(arguments: argparse.Namespace, store: RunStore) -> tuple[Recipe, Continuation | None]:
    """Return the recipe, and what goes on if a run was named."""
    changes = {key: getattr(arguments, key) for key in ("epochs", "seed")}
    changes = {key: value for key, value in changes.items() if value is not None}
    if arguments.continue_run is None:
        return replace(chosen_recipe(arguments.recipe), **changes), None
    if "seed" in changes:
        raise InklingError("A continued run keeps its seed.", "Leave --seed away.")
    continues = continuation(store, arguments.continue_run, epochs=changes.get("epochs"))
    return continues.recipe, continues


def _check_target(path: Path | None) -> None:
    """Refuse before the training what would fail after it."""
    if path is not None and path.is_dir():
        raise InklingError(
            "{file} is a folder.", "Name a file, as digits.keras.", file=str(path)
        )


class EpochPrinter:
    """Prints the epochs of a training: a table, or an event each."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._header = False

    def report(self, report: Report, of: str = "") -> None:
        """Print an epoch as a line; show progress (`of` what) where a person watches."""
        if isinstance(report, EpochReport):
            self._epoch(report)
        elif isinstance(report, Progress):
            done = f"epoch {report.epoch} of {report.last_epoch}"
            share = percent(report.step / max(report.steps, 1))
            left = f"{report.seconds_left:.0f} s left"
            self._output.progress(f"{of}{done}: {share}, loss {report.loss:.4f}, {left}")
        elif isinstance(report, Phase):
            self._output.progress(f"{of}{report.name} ...")

    def _epoch(self, report: EpochReport) -> None:
        if not self._header:
            self._output.line(_HEADER)
            self._header = True
        self._output.line(
            f"{report.epoch:>5}  {number(report.loss):>8}  {percent(report.accuracy):>9}  "
            f"{number(report.val_loss):>9}  {percent(report.val_accuracy):>13}  "
            f"{report.seconds:>8.2f}"
        )
        self._output.event("epoch", **epoch_values(report))


def epoch_values(report: EpochReport) -> dict[str, object]:
    """Return an epoch's figures under the names that the events use."""
    values: dict[str, object] = {
        "epoch": report.epoch,
        "loss": report.loss,
        "accuracy": report.accuracy,
        "val_loss": report.val_loss,
        "val_accuracy": report.val_accuracy,
        "seconds": round(report.seconds, 3),
        "learning_rate": report.learning_rate,
    }
    if report.train_score is not None:
        values |= {
            "train_loss": report.train_score.loss,
            "train_accuracy": report.train_score.accuracy,
        }
    return values


def _tell_start(
    recipe: Recipe, dataset: Dataset, run: int, continues: Continuation | None, output: Output
) -> None:
    counts = f"{len(dataset.train_labels):,} + {len(dataset.test_labels):,} images"
    output.line(f"{recipe.title or recipe.name} ({recipe.name}), seed {recipe.seed}")
    output.line(f"{parameter_count(recipe.network):,} weights; data: {dataset.name}, {counts}")
    if continues is not None:
        output.line(f"continues run {continues.run_id}: {_plan_words(continues.plan)}")
    output.event(
        "started",
        run=run,
        recipe=recipe.name,
        seed=recipe.seed,
        epochs=recipe.epochs if continues is None else continues.plan.more,
        last_epoch=recipe.epochs if continues is None else continues.plan.last_epoch,
        parameters=parameter_count(recipe.network),
        data=dataset.name,
        source=dataset.source,
        continued_from=None if continues is None else continues.run_id,
    )


def _plan_words(plan: Plan) -> str:
    """Say what Continue does, as the window says it on its buttons."""
    if plan.again:
        return f"{plan.trained} epochs trained, {plan.more} more"
    return f"{plan.trained} of {plan.last_epoch} epochs trained, on to {plan.last_epoch}"


def _tell_end(result: RunResult, run: Run, saved: Path | None, output: Output) -> None:
    test, kept = result.test, run.state_epoch is not None
    words = {
        "finished": "Finished",
        "stopped": "Stopped",
        "early": "Stopped early: no more improvement",
        "diverged": "Stopped: the loss is no longer a number; a smaller learning rate may help",
    }
    output.line(f"{words[result.ended]} after {len(result.epochs)} epochs.")
    _tell_best(result, output)
    if test is not None and kept:
        low, high = wilson(round(test.accuracy * test.images), test.images)
        output.line(
            f"Test accuracy {percent(test.accuracy)} (95 % interval {percent(low)} to "
            f"{percent(high)}), test loss {number(test.loss)}."
        )
    output.line(f"Kept as run {run.id}." if kept else f"Run {run.id} has learnt nothing yet.")
    if saved is not None and kept:
        output.line(f"Network saved as {saved}.")
    output.event(
        "finished",
        test_accuracy=test.accuracy if test else None,
        test_loss=test.loss if test else None,
        ended=result.ended,
        epochs=len(result.epochs),
        best_epoch=result.best_epoch,
        seconds=round(result.seconds, 3),
        run=run.id,
        saved=str(saved) if saved is not None and kept else None,
    )


def _tell_best(result: RunResult, output: Output) -> None:
    if result.best_epoch is None or not result.epochs:
        return
    settings = result.recipe.early_stopping
    by = _QUANTITIES[judged_by(settings, result.epochs[-1])]
    taken = settings is not None and settings.restore_best
    taken_words = "; the network has its weights" if taken else ""
    output.line(f"Best epoch by {by}: {result.best_epoch}{taken_words}.")
