"""The program as a person starts it, and what it prints for other programs."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def events(text):
    """Return the records that ``--json`` printed."""
    return [json.loads(line) for line in text.splitlines()]


def child(*arguments, **settings):
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | settings,
        text=True,
    )
