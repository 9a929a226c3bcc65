"""Print what comes of each file of the corpus: ``python -m tests.core.networks.corpus``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.core.networks.corpus.case import outcome
from tests.core.networks.corpus.keras_models import opened
from tests.core.networks.corpus.strangers import refused


def main() -> int:
    """Print the table; give 1 if something is not as it should be."""
    wrong = 0
    cases = [*opened(), *refused()]
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            right, words = outcome(case, Path(folder))
        wrong += not right
        mark = "ok  " if right else "BAD "
        sys.stdout.write(f"{mark} {case.name} ({case.ending or 'a folder'}): {words}\n")
    sys.stdout.write(f"{len(cases)} files, {wrong} not as they should be\n")
    return int(wrong > 0)


sys.exit(main())
