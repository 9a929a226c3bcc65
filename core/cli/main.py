"""The command line: the same core as the window, without Qt.

`run_command` reads the arguments, hands them to the module of the command beside this one,
and turns whatever goes wrong into one line on stderr (or one JSON event) and an exit code:

===  ========================================================================
0    done
1    it could not be done: the line says what is wrong and what to do
2    the command itself was not understood
130  stopped with Ctrl+C; what was learnt until then is kept (stopped by the system, as at
     a logout: 0)
===  ========================================================================
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from core.cli.output import Output
from core.errors import InklingError
from core.limits import Limit, limit
from core.versions import inkling_version

_EPILOG = """\
Without any argument Inkling opens its window. Settings, runs and downloads are kept in the
folder that the environment variable INKLING_HOME names, else where your system keeps a
program's data; INKLING_DATA names a folder with the MNIST files.
"""


# argparse gives it no public name.
Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


class UsageError(Exception):
    """The command was not understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see: {self.prog} --help)")


def run_command(argv: Sequence[str]) -> int:
    """Do what the arguments (without the program's name) say, and return the exit code."""
    output = Output(as_json="--json" in argv)
    try:
        arguments = make_parser().parse_args(list(argv))
        command: Callable[[argparse.Namespace, Output], int] = arguments.command
        return _ended(command(arguments, output), output)
    except SystemExit as end:
        # argparse's way out of --help and --version.
        return int(end.code or 0)
    except UsageError as error:
        output.error(str(error), "")
        return 2
    except InklingError as error:
        problem, cure = (text.format(**error.values) for text in (error.problem, error.cure))
        output.error(problem, cure)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not try to flush it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _ended(code: int, output: Output) -> int:
    """Return the exit code, after a word about output that did not arrive."""
    if output.lost is None:
        return code
    output.error(f"The output could not be written: {output.lost.strerror}.", "")
    return code or 1


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="inkling",
        description="A laboratory for handwritten digits: train small networks, read digits.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Inkling {inkling_version()}")
    commands: Commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    for add in (
        _add_train,
        _add_check,
        _add_predict,
        _add_recipes,
        _add_runs,
        _add_reproduce,
        _add_desktop,
    ):
        add(commands)
    return parser


def _add_train(commands: Commands) -> None:
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
        type=_positive,
        metavar="RUN",
        help="go on with this run, its weights and optimizer state: to its recipe's last "
        "epoch, or, when that is reached, for as many epochs once more (--epochs N: N more)",
    )
    _add_data(parser)
    epochs, seed = limit("Recipe", "epochs"), limit("Recipe", "seed")
    parser.add_argument(
        "--epochs", type=_whole(epochs), metavar="N", help=f"how many: {epochs.words()}"
    )
    parser.add_argument(
        "--seed",
        type=_whole(seed),
        metavar="N",
        help=f"of weights, order and dropout: {seed.words()}",
    )
    parser.add_argument("--name", help="what the list of runs calls it")
    parser.add_argument(
        "--save", type=Path, metavar="FILE", help="also write the network here (.keras)"
    )
    _add_json(parser)
    parser.set_defaults(command=_train)


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser(
        "check",
        help="say what speaks against a recipe and its data before they are trained",
        description="Say what can be known before a training starts: of the recipe, and of the "
        "data that it would learn from. The exit code is 1 where it would be spoiled.",
    )
    parser.add_argument(
        "recipe", metavar="RECIPE", help='one of "inkling recipes", or a recipe file (.json)'
    )
    _add_data(parser)
    _add_json(parser)
    parser.set_defaults(command=_check)


def _add_predict(commands: Commands) -> None:
    parser = commands.add_parser(
        "predict",
        help="read the digit or the number in pictures",
        description="Read each picture: one digit or several, dark on light or light on dark, "
        "anywhere in it. Lines of digits are parted by a slash, and the confidence is that of "
        "the least sure digit; --json gives each digit's box and probabilities.",
    )
    parser.add_argument("images", nargs="*", type=Path, metavar="IMAGE", help="PNG, JPEG ...")
    parser.add_argument(
        "--table",
        type=Path,
        metavar="FILE",
        help="a table of images without labels, as Kaggle's test.csv, in place of pictures",
    )
    parser.add_argument(
        "--save",
        type=Path,
        metavar="OUT",
        help="where the labels of the table go: a CSV file, as Kaggle's submission.csv",
    )
    parser.add_argument(
        "--model",
        type=Path,
        metavar="FILE",
        help="a .keras file (default: the network that comes with Inkling, else the "
        "newest run's)",
    )
    parser.add_argument(
        "--as-stored",
        action="store_true",
        help="take the images of the table as they are stored, dark on light too",
    )
    _add_json(parser)
    parser.set_defaults(command=_predict)


def _add_recipes(commands: Commands) -> None:
    parser = commands.add_parser(
        "recipes",
        help="list the recipes, or print one as JSON or as a Keras script",
        description="List the recipes of the catalogue; with a NAME print that recipe as the "
        "JSON that --recipe reads, or as a plain Keras script.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="a recipe, or a recipe file")
    parser.add_argument("--script", action="store_true", help="print a plain Keras script")
    _add_json(parser)
    parser.set_defaults(command=_recipes)


def _add_runs(commands: Commands) -> None:
    from core.cli.runs import add_runs

    add_runs(commands)


def _add_reproduce(commands: Commands) -> None:
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
    parser.add_argument("--seeds", type=_positive, metavar="N", help="how many seeds to train")
    parser.add_argument(
        "--again", action="store_true", help="train anew what is already among the runs"
    )
    _add_data(parser)
    _add_json(parser)
    parser.set_defaults(command=_reproduce)


def _add_desktop(commands: Commands) -> None:
    for name, text in (
        ("install-desktop", "put Inkling among your programs"),
        ("uninstall-desktop", "take Inkling out of your programs again"),
    ):
        parser = commands.add_parser(name, help=text, description=f"{text.capitalize()}.")
        _add_json(parser)
        parser.set_defaults(command=_desktop, install=name == "install-desktop")


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        metavar="FOLDER",
        help='a folder or file with digits, or "sample" (default: the whole MNIST where it '
        "is found, else the sample)",
    )
    parser.add_argument(
        "--label-column",
        metavar="NAME",
        help='the column of a table that holds the labels: its name, "first" or "last" '
        "(default: found out)",
    )
    parser.add_argument(
        "--hold-out",
        type=_share,
        metavar="SHARE",
        help="set this share of each class aside for testing, where there are no test images "
        "(0.2: a fifth)",
    )
    parser.add_argument(
        "--as-stored",
        action="store_true",
        help="take images as they are stored: not turned upright, not made light on dark",
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = 0.0
    if not 0 < share < 1:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a share between 0 and 1")
    return share


def _whole(allowed: Limit) -> Callable[[str], int]:
    """Return what reads an option's whole number within these limits."""

    def read(text: str) -> int:
        # Python refuses to read numbers of thousands of digits.
        short = text.isdecimal() and len(text) < 20
        if not short or not allowed.admits(int(text)):
            raise argparse.ArgumentTypeError(
                f"{text[:40]!r} is not a whole number from {allowed.words()}"
            )
        return int(text)

    return read


# Each command loads what it needs only when it is used: --help must not wait for NumPy.


def _train(arguments: argparse.Namespace, output: Output) -> int:
    from core.cli.train import train_command

    return train_command(arguments, output)


def _check(arguments: argparse.Namespace, output: Output) -> int:
    from core.cli.check import check_command

    return check_command(arguments, output)


def _predict(arguments: argparse.Namespace, output: Output) -> int:
    if bool(arguments.images) == (arguments.table is not None):
        raise UsageError("name pictures, or a table with --table (see: inkling predict --help)")
    if (arguments.table is None) != (arguments.save is None):
        raise UsageError("--table and --save belong together (see: inkling predict --help)")
    from core.cli.predict import predict_command

    return predict_command(arguments, output)


def _recipes(arguments: argparse.Namespace, output: Output) -> int:
    from core.cli.recipes import recipes_command

    return recipes_command(arguments, output)


def _reproduce(arguments: argparse.Namespace, output: Output) -> int:
    from core.cli.reproduce import reproduce_command

    return reproduce_command(arguments, output)


def _desktop(arguments: argparse.Namespace, output: Output) -> int:
    from core import desktop

    paths = [str(path) for path in (desktop.install if arguments.install else desktop.remove)()]
    done = "wrote" if arguments.install else "removed"
    output.event("finished", **{done: paths})
    for path in paths:
        output.line(f"{done} {path}")
    if not paths:
        output.line("There was nothing to remove.")
    return 0
