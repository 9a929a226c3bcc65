"""The one beginning of the program, however it was started: a window, or a command.

Both are imported late: a command does not wait for Qt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def start() -> int:
    """Run the program and return its exit code; a file as the argument opens in the window."""
    arguments = sys.argv[1:]
    if arguments and not _is_file_to_open(arguments[0]):
        from core.cli.main import run_command

        return run_command(arguments)
    from gui.app import run

    return run(sys.argv)


def _is_file_to_open(argument: str) -> bool:
    """Say whether an argument is a path; a folder that is called "train" is not meant."""
    path = Path(argument)
    # (os.path: a name that is too long for the system, or holds a NUL, is no file.)
    there = os.path.exists(argument)  # noqa: PTH110
    return there and (bool(path.suffix) or path.name != argument)
