"""What a training prints: what begins, a table of its epochs, and what came of it."""

from __future__ import annotations

from pathlib import Path

from core.cli.output import Output, number, percent
from core.cli.told_findings import FindingTeller
from core.data.facts import DataFacts
from core.diagnosis.check import check
from core.diagnosis.findings import Finding, findings
from core.evaluation.best_epoch import judged_by
from core.evaluation.metrics import wilson
from core.layers import parameter_count
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
from core.runs.continuing import Continuation, Plan
from core.runs.run import Run

_QUANTITIES: dict[QuantityName, str] = {
    "loss": "training loss",
    "accuracy": "training accuracy",
    "val_loss": "validation loss",
    "val_accuracy": "validation accuracy",
}
_HEADER = "epoch      loss   accuracy   val loss   val accuracy   seconds"


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
            fraction = percent(report.step / max(report.steps, 1))
            left = f"{report.seconds_left:.0f} s left"
            self._output.progress(f"{of}{done}: {fraction}, loss {report.loss:.4f}, {left}")
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


def tell_start(
    recipe: Recipe, dataset: Dataset, run: int, continues: Continuation | None, output: Output
) -> None:
    """Print what begins."""
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


def tell_end(result: RunResult, run: Run, saved: Path | None, output: Output) -> None:
    """Print what came of it; `saved` is where the network was to be written."""
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


class Diagnosis:
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
