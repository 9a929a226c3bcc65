"""The program as a person starts it, and what it prints for other programs."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def events(text):
    """Return the records that ``--json`` printed."""
    return [json.loads(line) for line in text.splitlines()]


def _heed_ctrl_c():
    """Undo what a shell does to work in its background: there a SIGINT is not heard."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def child(*arguments, **settings):
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | settings,
        text=True,
        preexec_fn=_heed_ctrl_c if os.name == "posix" else None,
    )
