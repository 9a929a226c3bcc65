"""``inkling sweep``: many trainings at once, and what they answer.

With ``--json`` one object a line; what is of one training has its number under ``training``:

==============  ======================================================================
``note``        text: what was assumed, left out or is odd about the data
``experiment``  number, name, trainings, settings, done, workers, seconds (estimated)
``started``     training, run, setting, recipe, seed, epochs, again (why once more)
``epoch``       training, and as of ``inkling train``
``finished``    training, run, ended, test_accuracy, test_loss, epochs, seconds
``failed``      training, problem, cure
``row``         setting, values, seeds, measure, mean, deviation, low, high, seconds
``comparison``  better, worse, seeds, difference, low, high, shown, text
``answer``      experiment, done, failed, trainings, measure, method
``error``       problem, cure
==============  ======================================================================

An ``epoch`` is on the disk before it is printed. What was not measured is null. The same
command goes on where it was stopped or killed: what is done is never trained again.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.options import Commands, UsageError, add_data, add_json, positive
from core.cli.output import Output
from core.cli.sweep_question import add_question, asked_experiment, refuse_mixture
from core.cli.train import stopped_by_signals
from core.errors import InklingError
from core.home import Home, default_home, expanded

if TYPE_CHECKING:
    from core.experiments.book import ExperimentBook, StoredExperiment
    from core.experiments.capacity import Capacity
    from core.experiments.cluster import Tls
    from core.experiments.experiment import Experiment
    from core.experiments.messages import Workers
    from core.records import Dataset


def add_sweep(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "sweep",
        help="train a recipe with many settings and seeds, and compare them",
        description="Train many settings of a recipe, each with several seeds, side by side, "
        "and say which differences are real. The same command goes on where it was stopped.",
    )
    add_question(parser)
    _add_answer(parser)
    _add_workers(parser)
    add_data(parser)
    add_json(parser)
    parser.set_defaults(command=sweep_command)


def _add_answer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--preview", action="store_true", help="say what would be trained, and train nothing"
    )
    parser.add_argument(
        "--show", action="store_true", help="only say what is known, and train nothing"
    )
    parser.add_argument(
        "--again", action="store_true", help="begin anew, though the same was trained before"
    )
    parser.add_argument(
        "--save", type=Path, metavar="FILE", help="write the experiment itself (.json)"
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the trainings' figures")
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="write a report with plots, in one file"
    )


def _add_workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=positive,
        metavar="N",
        help="trainings side by side (default: as many as this machine has room for)",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="train on a running Dask cluster (tcp://host:8786), not on this machine",
    )
    for name, what in (("ca-file", "authority"), ("cert", "certificate"), ("key", "key")):
        parser.add_argument(
            f"--tls-{name}",
            type=Path,
            metavar="FILE",
            help=f"of an encrypted cluster: its {what}",
        )


def sweep_command(arguments: argparse.Namespace, output: Output) -> int:
    """Train what is left of an experiment and print what it answers; give the exit code."""
    from core.cli.sweep_report import tell_list
    from core.experiments.book import ExperimentBook
    from core.runs.backup import back_up
    from core.runs.store import RunStore

    home = default_home()
    book = ExperimentBook(RunStore(home.runs))
    if arguments.list:
        tell_list(book, output)
        return 0
    refuse_mixture(arguments)
    if arguments.experiment is not None and arguments.show:
        _tell(arguments, book, book.get(arguments.experiment), output)
        return 0
    back_up(book.store.database)
    known = None if arguments.experiment is None else book.get(arguments.experiment)
    experiment = asked_experiment(arguments) if known is None else known.experiment
    if arguments.save is not None:
        _save(experiment, arguments.save, output)
    dataset = _data(arguments, known, home, output)
    experiment = _fitted(experiment, dataset, output) if known is None else experiment
    stored = known or (None if arguments.again else book.find(experiment, dataset))
    if arguments.preview:
        return _preview(arguments, book, experiment, dataset, output)
    if arguments.show:
        if stored is None:
            raise InklingError("This was never trained.", "Leave --show away.")
        _tell(arguments, book, stored, output)
        return 0
    return _train(arguments, book, stored or book.add(experiment, dataset), dataset, output)


def _save(experiment: Experiment, path: Path, output: Output) -> None:
    from core.atomic_file import write_atomically
    from core.experiments import experiment_file

    content = experiment_file.to_json(experiment).encode("utf-8")
    write_atomically(path, lambda file: _write(file, content))
    output.event("saved", file=str(path))
    output.line(f"Experiment saved as {path}.")


def _write(file: object, content: bytes) -> None:
    file.write(content)  # type: ignore[attr-defined]


def _data(
    arguments: argparse.Namespace, known: StoredExperiment | None, home: Home, output: Output
) -> Dataset:
    from core.cli.arguments import chosen_data

    if known is not None and arguments.data is None:
        arguments.data = "sample" if known.data_source == "built in" else known.data_source
    return chosen_data(arguments, home, output)


def _fitted(experiment: Experiment, dataset: Dataset, output: Output) -> Experiment:
    from core.cli.arguments import tell_notes
    from core.experiments.for_data import for_data

    fitted = for_data(experiment, dataset)
    tell_notes(fitted.notes, output)
    return fitted.experiment


def _preview(
    arguments: argparse.Namespace,
    book: ExperimentBook,
    experiment: Experiment,
    dataset: Dataset,
    output: Output,
) -> int:
    from core.cli.sweep_report import tell_plan
    from core.experiments.estimate import estimate, measured_speed
    from core.experiments.experiment import trainings

    planned = trainings(experiment)
    workers = _capacity(arguments).workers
    found = estimate(planned, dataset, measured_speed(book.store), workers)
    tell_plan(planned, found, workers, output)
    return 0


def _capacity(arguments: argparse.Namespace) -> Capacity:
    from core.experiments.capacity import capacity

    return capacity(arguments.workers)


def _train(
    arguments: argparse.Namespace,
    book: ExperimentBook,
    stored: StoredExperiment,
    dataset: Dataset,
    output: Output,
) -> int:
    from core.cli.sweep_report import Follower
    from core.experiments.conduct import conduct, refuse_other_data

    refuse_other_data(stored, dataset)
    follower = Follower(output, stored)
    code = failed = 0
    if follower.left(book):
        workers = _workers(arguments, dataset)
        try:
            follower.begin(book, dataset, workers.size)
            with stopped_by_signals() as control:
                standing = conduct(
                    book, stored, dataset, workers, report=follower.report, control=control
                )
        finally:
            workers.close()
        failed = standing.failed
        if control.stopped:
            output.line("Stopped. What was trained is kept; the same command goes on there.")
            code = control.exit_code
        elif failed:
            code = 1
    else:
        follower.begin(book, dataset, 0)
    _tell(arguments, book, stored, output, failed)
    return code


def _workers(arguments: argparse.Namespace, dataset: Dataset) -> Workers:
    from core.experiments.local import LocalWorkers

    if arguments.scheduler is not None:
        from core.experiments.cluster import ClusterWorkers

        return ClusterWorkers(arguments.scheduler, dataset, _tls(arguments))
    return LocalWorkers(_capacity(arguments), dataset)


def _tls(arguments: argparse.Namespace) -> Tls | None:
    files = [arguments.tls_ca_file, arguments.tls_cert, arguments.tls_key]
    if not any(files):
        return None
    if not all(files):
        raise UsageError("an encrypted cluster wants --tls-ca-file, --tls-cert and --tls-key")
    from core.experiments.cluster import Tls

    return Tls(*map(expanded, files))


def _tell(
    arguments: argparse.Namespace,
    book: ExperimentBook,
    stored: StoredExperiment,
    output: Output,
    failed: int = 0,
) -> None:
    """Print what is known, and write the files that were asked for."""
    from core.cli.sweep_report import tell_answer
    from core.experiments.overview import experiment_overview
    from core.experiments.report import write_experiment_csv, write_experiment_html

    seen = experiment_overview(book, stored.id)
    tell_answer(stored, seen.trained, seen.answer, output, failed)
    for path, write in (
        (arguments.csv, write_experiment_csv),
        (arguments.html, write_experiment_html),
    ):
        if path is not None:
            write(path, seen)
            output.event("saved", file=str(path))
            output.line(f"wrote {path}")
