"""The command line: the same core as the window, without Qt.

Each command is a module beside this one: ``add_...`` adds its parser, and what it does loads
what it needs only then, because ``--help`` must not wait for NumPy. `run_command` reads the
arguments, hands them over, and turns whatever goes wrong into one line on stderr (or one JSON
event) and an exit code:

===  ========================================================================
0    done
1    it could not be done: the line says what is wrong and what to do
2    the command itself was not understood; or there is no screen for the window
130  stopped with Ctrl+C; what was learnt until then is kept (stopped by the system, as at
     a logout: 0)
===  ========================================================================
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from core.cli.check import add_check
from core.cli.desktop import add_desktop
from core.cli.export import add_export
from core.cli.options import Commands, UsageError
from core.cli.output import Output
from core.cli.own_digits import add_own_digits
from core.cli.predict import add_predict
from core.cli.recipes import add_recipes
from core.cli.reproduce import add_reproduce
from core.cli.runs import add_runs
from core.cli.suspects import add_suspects
from core.cli.sweep import add_sweep
from core.cli.train import add_train
from core.errors import InklingError
from core.versions import inkling_version

_EPILOG = """\
Without any argument Inkling opens its window. Settings, runs and downloads are kept in the
folder that the environment variable INKLING_HOME names, else where your system keeps a
program's data; INKLING_DATA names a folder with the MNIST files.
"""


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
        output.error(*error.parts())
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return _refused(error, output)
    except MemoryError:
        output.error("There is not enough memory for this.", "Try it with less data.")
        return 1


def _refused(error: OSError, output: Output) -> int:
    """Return the exit code after something that the system refused, in one line."""
    if isinstance(error, BrokenPipeError):
        # Whoever read the output has had enough; Python must not try to flush it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    name = str(error.filename or "")
    # A name may be thousands of letters long.
    name = name if len(name) < 200 else f"{name[:200]}..."
    reason = error.strerror or str(error)
    output.error(f"{name} cannot be used: {reason}." if name else f"{reason}.", "")
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
        add_train,
        add_sweep,
        add_check,
        add_predict,
        add_export,
        add_recipes,
        add_runs,
        add_own_digits,
        add_reproduce,
        add_suspects,
        add_desktop,
    ):
        add(commands)
    return parser
