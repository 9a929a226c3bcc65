"""``inkling runs``: what was trained, and what to do with it."""

from __future__ import annotations

import argparse
import shutil
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from core.cli.options import Commands, add_json
from core.cli.output import Output, number, percent
from core.errors import InklingError
from core.home import default_home

if TYPE_CHECKING:
    from core.records import Ending
    from core.runs.run import Run
    from core.runs.store import RunStore


def add_runs(commands: Commands) -> None:
    """Add the command and what it can do to the parser."""
    parser = commands.add_parser(
        "runs",
        help="list the kept runs, show, compare, export or delete them",
        description="List the kept runs, newest first, or do one of the following with them.",
    )
    add_json(parser)
    parser.set_defaults(command=runs_command, action=_list, text="", trash=False)
    actions = parser.add_subparsers(title="what to do", metavar="ACTION")
    listing = _action(actions, "list", _list, "list the runs")
    listing.add_argument("--text", default="", help="only those whose name, note, ... has it")
    listing.add_argument("--trash", action="store_true", help="those that were deleted")
    for name, function, text, several in (
        ("show", _show, "show the epochs of a run", False),
        ("compare", _compare, "say how runs differ, and whether that is chance", True),
        ("delete", _delete, "put runs into the trash", True),
        ("restore", _restore, "take runs out of the trash", True),
        ("rename", _rename, "give a run another name", False),
        ("note", _note, "write a note on a run", False),
        ("save", _save, "copy a run's network to a .keras file", False),
        ("export", _export, "write the epochs' figures as CSV or for TensorBoard", True),
    ):
        action = _action(actions, name, function, text)
        action.add_argument(
            "runs", nargs="+" if several else 1, type=int, metavar="RUN", help="its number"
        )
        if name in ("rename", "note"):
            action.add_argument("new_text", metavar="TEXT")
        if name == "save":
            action.add_argument("file", type=Path, metavar="FILE")
        if name == "export":
            target = action.add_mutually_exclusive_group(required=True)
            target.add_argument("--csv", type=Path, metavar="FILE")
            target.add_argument("--tensorboard", type=Path, metavar="FOLDER")
    _action(actions, "purge", _purge, "remove the runs in the trash for good")
    _action(
        actions, "repair", _repair, "rebuild a damaged list from its backups and the networks"
    )


def runs_command(arguments: argparse.Namespace, output: Output) -> int:
    """Do the action that was asked for."""
    from core.runs.store import RunStore

    arguments.action(RunStore(default_home().runs), arguments, output)
    return 0


def _action(
    actions: Commands,
    name: str,
    function: object,
    text: str,
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(
        name, help=text, description=f"{text.capitalize()}."
    )
    # Suppressed, so that "runs --json list" is not overruled by its absence after "list".
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print JSON lines"
    )
    parser.set_defaults(action=function)
    return parser


def _list(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    runs = store.runs(text=arguments.text, trashed=arguments.trash)
    if not runs:
        output.line("There are no runs." if not arguments.text else "No run fits.")
        return
    output.line(f"{'run':>4}  {'started':16}  {'state':11}  {'epochs':>6}  {'test':>7}  name")
    for run in runs:
        started = datetime.fromtimestamp(run.started).strftime("%Y-%m-%d %H:%M")
        test = percent(run.test_accuracy)
        output.line(
            f"{run.id:>4}  {started}  {run.state:11}  {run.epochs:>6}  {test:>7}  {run.name}"
        )
        output.event("run", **run_values(run))
    if any(run.state in ("interrupted", "stopped") for run in runs):
        output.line(
            'What was interrupted or stopped goes on with "inkling train --continue RUN".'
        )


def run_values(run: Run) -> dict[str, object]:
    """Return what is known of a run under the names that the events use."""
    values = asdict(run)
    del values["recipe_text"]
    return values | {"test_accuracy": run.test_accuracy}


def _show(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    from core.cli.train_report import EpochPrinter

    run = store.run(arguments.runs[0])
    output.event("run", **run_values(run))
    output.line(f"Run {run.id}: {run.name} ({run.recipe_name}, seed {run.seed})")
    data = f"{run.data_name} ({run.data_fingerprint})" if run.data_fingerprint else "not known"
    output.line(f"{run.state}; data: {data}")
    chain = [str(ancestor.id) for ancestor in store.lineage(run.id)]
    if len(chain) > 1:
        output.line(f"goes on from run {' -> '.join(chain)}")
    if run.note:
        output.line(f"note: {run.note}")
    printer = EpochPrinter(output)
    for epoch in store.epochs(run.id):
        printer.report(epoch)
    if run.test is not None:
        output.line(
            f"Test accuracy {percent(run.test.accuracy)}, test loss {number(run.test.loss)}."
        )
    _tell_findings(store, run, output)


def _tell_findings(store: RunStore, run: Run, output: Output) -> None:
    """Judge a kept run by its recipe and its figures; nobody knows its data any more."""
    from core.cli.told_findings import FindingTeller
    from core.diagnosis.evidence import Evidence
    from core.diagnosis.findings import judge
    from core.records import Ending

    try:
        recipe = run.recipe
    except InklingError:
        return
    chain = store.lineage(run.id)
    epochs = tuple(epoch for one in chain for epoch in store.epochs(one.id))
    ended = run.state if run.state in get_args(Ending) else None
    evidence = Evidence(
        recipe=recipe,
        start=store.first_probe(chain[0].id),
        epochs=epochs,
        ended=cast("Ending | None", ended),
        test=run.test,
    )
    FindingTeller(output, recipe).tell(judge(evidence))


def _compare(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    from itertools import combinations

    from core.evaluation.metrics import wilson
    from core.runs.comparison import compare_predictions, differences

    runs = [store.run(run_id) for run_id in arguments.runs]
    for difference in differences([run.recipe for run in runs]):
        output.line(f"{difference.what}: {' | '.join(map(str, difference.values))}")
        output.event(
            "difference", what=difference.what, values=list(map(str, difference.values))
        )
    for run in runs:
        if run.test is not None:
            right = round(run.test.accuracy * run.test.images)
            low, high = wilson(right, run.test.images)
            output.line(
                f"run {run.id}: {percent(run.test.accuracy)} "
                f"(95 % interval {percent(low)} to {percent(high)})"
            )
            output.event("interval", run=run.id, accuracy=run.test.accuracy, low=low, high=high)
    for a, b in combinations(runs, 2):
        test = compare_predictions(store, a.id, b.id)
        verdict = "is real" if test.likely_real else "may be chance"
        output.line(
            f"runs {a.id} and {b.id}: the difference {verdict}"
            f" (McNemar: {test.only_a} only right in {a.id}, {test.only_b} only in {b.id}, "
            f"p = {test.p_value:.3g})"
        )
        output.event("mcnemar", first=a.id, second=b.id, **asdict(test))


def _delete(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    store.delete(arguments.runs)
    output.line('In the trash; "inkling runs restore" brings them back.')


def _restore(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    store.restore(arguments.runs)
    output.line("Restored.")


def _purge(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    gone = store.purge()
    output.event("purged", runs=gone)
    output.line(f"Removed {gone} runs for good.")


def _repair(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    from core.runs.repair import repair

    done = repair(store)
    aside = None if done.put_aside is None else str(done.put_aside)
    output.event("repaired", **(asdict(done) | {"put_aside": aside}))
    if aside is None and not done.from_folder:
        output.line(f"Nothing is wrong with the list of {done.runs} runs.")
        return
    output.line(
        f"The list has {done.runs} runs: {done.kept} as they were, {done.from_backup} from a"
        f" backup, {done.from_folder} from their networks alone."
    )
    if aside is not None:
        output.line(f"The damaged list is kept as {aside}.")


def _rename(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    store.rename(store.run(arguments.runs[0]).id, arguments.new_text)
    output.line("Renamed.")


def _note(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    store.set_note(store.run(arguments.runs[0]).id, arguments.new_text)
    output.line("Noted.")


def _save(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    from core.atomic_file import write_atomically
    from core.networks.keras_format import keras_file

    target = keras_file.checked_target(arguments.file)
    source = store.network_file(arguments.runs[0])
    with source.open("rb") as network:
        write_atomically(target, lambda file: shutil.copyfileobj(network, file))
    output.event("saved", file=str(target))
    output.line(f"Network saved as {target}.")


def _export(store: RunStore, arguments: argparse.Namespace, output: Output) -> None:
    from core.runs.export import write_csv, write_tensorboard

    if arguments.csv is not None:
        write_csv(arguments.csv, store, arguments.runs)
        written = [arguments.csv]
    else:
        written = write_tensorboard(arguments.tensorboard, store, arguments.runs)
    for path in written:
        output.event("saved", file=str(path))
        output.line(f"wrote {path}")
