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
from typing import TYPE_CHECKING

from core.cli.options import Commands, add_data, add_json, positive, whole
from core.cli.output import Output
from core.control import Control
from core.errors import InklingError
from core.home import default_home
from core.limits import limit

if TYPE_CHECKING:
    from core.records import Recipe, Report
    from core.runs.continuing import Continuation
    from core.runs.store import RunStore


def add_train(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "train",
        help="train a network by a recipe, or continue a run",
        description="Train a network by a recipe and keep the run. Ctrl+C stops; what was "
        "learnt until then is kept.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--recipe",
        metavar="NAME",
        help='one of "inkling recipes", or a recipe file (.json)',
    )
    what.add_argument(
        "--continue",
        dest="continue_run",
        type=positive,
        metavar="RUN",
        help="go on with this run, its weights and optimizer state: to its recipe's last "
        "epoch, or, when that is reached, for as many epochs once more (--epochs N: N more)",
    )
    add_data(parser)
    epochs, seed = limit("Recipe", "epochs"), limit("Recipe", "seed")
    parser.add_argument(
        "--epochs", type=whole(epochs), metavar="N", help=f"how many: {epochs.words()}"
    )
    parser.add_argument(
        "--seed",
        type=whole(seed),
        metavar="N",
        help=f"of weights, order and dropout: {seed.words()}",
    )
    parser.add_argument("--name", help="what the list of runs calls it")
    parser.add_argument(
        "--save", type=Path, metavar="FILE", help="also write the network here (.keras)"
    )
    add_json(parser)
    parser.set_defaults(command=train_command)


def train_command(arguments: argparse.Namespace, output: Output) -> int:
    """Train, keep the run, print its figures; give the exit code."""
    from core.cli.arguments import chosen_data, fitted_recipe
    from core.cli.train_report import Diagnosis, EpochPrinter, tell_end, tell_start
    from core.data.facts import count_facts
    from core.networks.keras_format import keras_file
    from core.runs.backup import back_up
    from core.runs.recorder import record
    from core.runs.store import RunStore

    home = default_home()
    store = RunStore(home.runs)
    back_up(store.database)
    recipe, continues = _what(arguments, store)
    dataset = chosen_data(arguments, home, output)
    if continues is not None:
        continues.refuse_other_data(dataset)
    else:
        recipe = fitted_recipe(recipe, dataset, output)
    save = _target(arguments.save)
    diagnosis = Diagnosis(recipe, count_facts(dataset), continues, output)
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
    # Loaded before the run begins: where it cannot be, no empty run is kept.
    from core.training.train import train

    with stopped_by_signals() as control, keeping as recorder:
        tell_start(recipe, dataset, recorder.run_id, continues, output)
        diagnosis.before()
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
    if save is not None and run.state_epoch is not None:
        keras_file.save(save, result.network, recipe=recipe, epoch=result.state.epoch)
    diagnosis.after(result)
    tell_end(result, run, save, output)
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
    from core.cli.arguments import chosen_recipe
    from core.runs.continuing import continuation

    changes = {key: getattr(arguments, key) for key in ("epochs", "seed")}
    changes = {key: value for key, value in changes.items() if value is not None}
    if arguments.continue_run is None:
        return replace(chosen_recipe(arguments.recipe), **changes), None
    if "seed" in changes:
        raise InklingError("A continued run keeps its seed.", "Leave --seed away.")
    continues = continuation(store, arguments.continue_run, epochs=changes.get("epochs"))
    return continues.recipe, continues


def _target(path: Path | None) -> Path | None:
    """Return where the network goes; refuse before the training what would fail after it."""
    if path is None:
        return None
    if path.is_dir():
        raise InklingError(
            "{file} is a folder.", "Name a file, as digits.keras.", file=str(path)
        )
    from core.networks.keras_format import keras_file

    return keras_file.checked_target(path)
