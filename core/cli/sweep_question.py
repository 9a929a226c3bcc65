"""What ``inkling sweep`` asks: the experiment of a file, or of a recipe and the options."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.options import UsageError, positive, whole
from core.errors import InklingError
from core.home import expanded
from core.limits import limit

if TYPE_CHECKING:
    from core.experiments.experiment import Experiment


def add_question(parser: argparse.ArgumentParser) -> None:
    """Add what an experiment is asked by: a file, or a recipe and what varies."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="an experiment (.json), or one that comes with Inkling: q002-rates, t003-models",
    )
    what.add_argument("--from-recipe", metavar="NAME", help="a recipe, or a recipe file")
    what.add_argument(
        "--experiment", type=positive, metavar="N", help="go on with a kept experiment"
    )
    what.add_argument("--list", action="store_true", help="list the kept experiments")
    epochs = limit("Recipe", "epochs")
    parser.add_argument(
        "--vary",
        action="append",
        default=[],
        metavar="FIELD=VALUES",
        help="learning_rate=.01,.03,.1 (a list), batch_size=16..128*2 (a range with a factor), "
        "momentum=0..0.9+0.3 (with a step), learning_rate=.001..1 (to draw from), "
        "recipe=cnn,mlp-128-32 (whole recipes); may be said more than once",
    )
    parser.add_argument(
        "--seeds",
        type=positive,
        metavar="N",
        help="so many for each setting (default: 1, or as the file says)",
    )
    parser.add_argument(
        "--epochs", type=whole(epochs), metavar="N", help=f"of every training: {epochs.words()}"
    )
    parser.add_argument(
        "--draws", type=positive, metavar="N", help="so many settings at random, not all"
    )
    parser.add_argument("--name", help="what the list of experiments calls it")


def refuse_mixture(arguments: argparse.Namespace) -> None:
    """Refuse what cannot be asked of a file, and what a kept experiment has settled.

    Raises
    ------
    UsageError
        With the first option that is too much.
    """
    from_file = arguments.file is not None
    settled = ("vary", "draws") if from_file else ("vary", "draws", "seeds", "epochs", "name")
    asked = [name for name in settled if getattr(arguments, name)]
    if arguments.from_recipe is None and asked:
        raise UsageError(f"--{asked[0]} goes with --from-recipe; an experiment says it itself")


def asked_experiment(arguments: argparse.Namespace) -> Experiment:
    """Return the experiment that is asked for, with the seeds and epochs that are said.

    Raises
    ------
    InklingError
        If the file cannot be read, or an option says what cannot be trained.
    """
    from core.experiments.experiment_file import name_of, seeds_of

    if arguments.from_recipe is not None:
        experiment = _of_recipe(arguments)
    else:
        experiment = _of_file(arguments.file)
    experiment = replace(experiment, name=name_of(arguments.name or experiment.name))
    if arguments.seeds:
        seeds = seeds_of(arguments.seeds, experiment.seeds[0])
        experiment = replace(experiment, seeds=seeds)
    if arguments.epochs:
        experiment = replace(experiment, epochs=arguments.epochs)
    return experiment


def _of_file(file: Path) -> Experiment:
    from core.experiments import experiment_file
    from core.experiments.catalogue import named
    from core.regular_file import read_text

    own = named(str(file))
    if own is not None:
        return own
    path = expanded(file)
    try:
        text = read_text(path, 4 * experiment_file.LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        raise InklingError(
            "The experiment {file} cannot be read: {reason}.",
            "Check its name; an experiment is a JSON text file.",
            file=str(path),
            reason=getattr(error, "strerror", None) or "it is no text",
        ) from error
    return experiment_file.from_json(text)


def _of_recipe(arguments: argparse.Namespace) -> Experiment:
    from core.cli.arguments import chosen_recipe
    from core.experiments.experiment import Experiment
    from core.experiments.experiment_file import read_varied
    from core.experiments.vary_text import parse_vary

    recipe = chosen_recipe(arguments.from_recipe)
    return Experiment(
        name=recipe.name,
        recipe=recipe,
        varied=tuple(read_varied(recipe, *parse_vary(text)) for text in arguments.vary),
        seeds=(recipe.seed,),
        draws=arguments.draws,
    )
