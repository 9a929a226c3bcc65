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


def test_nothing_that_only_pages_and_workers_need_is_imported_before_the_first_paint():
    """The window is built of what `gui.app` imports; each of these would delay it."""
    program = f"import sys, gui.app; print([name for name in {LATE!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
