"""What the program may import before its first paint."""

from __future__ import annotations

import subprocess
import sys

from tests.driving import ROOT

LATE = (
    "PIL",
    "core.data.datasets",
    "core.data.formats.csv_table",
    "core.diagnosis",
    "core.ink.preprocess",
    "core.networks.forward",
    "core.networks.keras_format.keras_file",
    "core.own_digits.store",
    "core.reading",
    "core.recipes",
    "core.reproduction",
    "core.runs.store",
    "core.training",
    "gui.pages.train",
    "h5py",
    "keras",
    "pyqtgraph",
    "sqlite3",
    "tensorflow",
)

PROGRAM = """
import os, sys
import gui.app
def painted(window, act):
    original(window, lambda: (print([name for name in {late!r} if name in sys.modules]),
                              window.close()))
original, gui.app.after_first_paint = gui.app.after_first_paint, painted
sys.exit(gui.app.run(["main.py"]))
"""


def test_nothing_that_only_pages_and_workers_need_is_imported_before_the_first_paint():
    """The first page is part of it: each of these would delay the sight of the pad."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(late=LATE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]", done.stderr
