"""``inkling reproduce``: published against measured, figure by figure."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from core.cli.options import Commands, add_data, add_json, positive
from core.cli.output import Output
from core.cli.train import stopped_by_signals
from core.errors import Cancelled
from core.home import default_home

if TYPE_CHECKING:
    from core.records import Recipe, Report
    from core.reproduction.verdicts import JudgedValue


def add_reproduce(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "reproduce",
        help="set the published figures against what Inkling measures",
        description="Train the experiments of the published texts and print, figure by "
        "figure, what was published, what was measured, and whether they agree. Without a "
        "NAME all of them, which takes a while.",
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="a text (000 to 004) or one recipe of it, such as t003-model1",
    )
    parser.add_argument("--seeds", type=positive, metavar="N", help="how many seeds to train")
    parser.add_argument(
        "--again", action="store_true", help="train anew what is already among the runs"
    )
    add_data(parser)
    add_json(parser)
    parser.set_defaults(command=reproduce_command)


def reproduce_command(arguments: argparse.Namespace, output: Output) -> int:
    """Print every figure as soon as it is measured; 0 if none differs, else 1."""
    from core.cli.arguments import chosen_data
    from core.reproduction.reproduce import reproduce
    from core.reproduction.trained_runs import TrainedRuns
    from core.runs.store import RunStore

    home = default_home()
    dataset = chosen_data(arguments, home, output)
    printer = JudgedPrinter(output)
    with stopped_by_signals() as control:
        trained = TrainedRuns(
            dataset,
            RunStore(home.runs),
            report=printer.training,
            control=control,
            again=arguments.again,
        )
        try:
            for item in reproduce(arguments.names, trained, seeds=arguments.seeds):
                printer.item(item)
        except Cancelled:
            output.line("Stopped. What was trained is kept; the same command goes on there.")
            printer.summary()
            return control.exit_code
    return printer.summary()


class JudgedPrinter:
    """Prints figures under a line for each experiment, and counts the verdicts."""

    def __init__(self, output: Output) -> None:
        from core.cli.train_report import EpochPrinter

        self._output = output
        self._progress = EpochPrinter(output)
        self._experiment = ""
        self._explained = ("", "")
        self._verdicts: dict[str, Counter[str]] = {}

    def training(self, recipe: Recipe, report: Report) -> None:
        """Show how a training comes along, where a person watches."""
        from core.records import EpochReport

        if not isinstance(report, EpochReport):
            self._progress.report(report, f"{recipe.name}, seed {recipe.seed}, ")
        else:
            self._output.event(
                "training", recipe=recipe.name, seed=recipe.seed, epoch=report.epoch
            )

    def item(self, item: JudgedValue) -> None:
        """Print one figure."""
        if item.experiment != self._experiment:
            self._experiment, self._explained = item.experiment, ("", "")
            self._output.line(f"\n{item.experiment}")
        text = item.experiment[1:4]
        verdict = item.verdict or "measured only"
        self._verdicts.setdefault(text, Counter())[verdict] += 1
        self._output.event("figure", **asdict(item))
        what = item.what if item.epoch is None else f"{item.what}, epoch {item.epoch}"
        published, measured = _number(item.published), _number(item.measured)
        if item.tolerance is not None:
            measured += f" +- {_number(item.tolerance)}"
        line = f"  {what:<26}  published {published:<10}  measured {measured:<22}  {verdict}"
        # The same rule holds for a whole curve: it is said once.
        if (item.what, verdict) != self._explained:
            line += f" ({item.why})"
        self._explained = item.what, verdict
        self._output.line(line)

    def summary(self) -> int:
        """Print how many figures of each text agree; give the exit code."""
        self._output.line()
        for text, counts in self._verdicts.items():
            told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
            self._output.line(f"{text}: {told}")
            self._output.event("summary", text=text, verdicts=dict(counts))
        differs = sum(counts["differs"] for counts in self._verdicts.values())
        self._output.event("finished", differs=differs)
        return int(differs > 0)


def _number(value: float | str | None) -> str:
    if value is None:
        return "-"
    if isinstance(value, str):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:.4g}"
