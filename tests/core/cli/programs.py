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


def _heed_signals():
    """Undo what a shell does to work in its background: there some signals are not heard."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def start(*arguments, **settings):
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | settings,
        text=True,
        preexec_fn=_heed_signals if os.name == "posix" else None,
    )
