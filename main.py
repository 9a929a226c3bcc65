#!/usr/bin/env python3
"""Start Inkling: a command on the command line, else the window.

Can be double-clicked: started by a Python without Inkling's packages, it looks for the
environment that the README makes (.venv beside this file) and starts again in that.
"""

import os
import subprocess
import sys
from pathlib import Path


def _start_in_own_environment(missing: str) -> int:
    """Start again with the Python of .venv, or say how to make it."""
    folder = Path(__file__).resolve().parent
    scripts, python = ("Scripts", "pythonw.exe") if os.name == "nt" else ("bin", "python")
    own = folder / ".venv" / scripts / python
    if not own.exists() or Path(sys.prefix) == folder / ".venv":
        sys.stderr.write(
            f"Inkling needs the package {missing}, which this Python does not have.\n"
            "Set it up once with the first command of README.md, then start it again.\n"
        )
        return 1
    return subprocess.call([str(own), *sys.argv])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A training of an experiment is this program again, with other work to do.
        from multiprocessing import freeze_support

        freeze_support()
    try:
        from gui.start import start

        sys.exit(start())
    except ModuleNotFoundError as error:
        if error.name in {"core", "gui"} or error.name is None:
            raise
        sys.exit(_start_in_own_environment(error.name))
