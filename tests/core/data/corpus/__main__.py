"""Print each data set of the corpus with what becomes of it::

python -m tests.core.data.corpus
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.core.data.corpus import CASES
from tests.core.data.corpus.case import outcome


def main():
    results = Counter()
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            try:
                told = outcome(case, Path(folder))
            except Exception as error:  # noqa: BLE001 - a table shows all
                told = f"WRONG: {type(error).__name__}: {str(error)[:300]}"
        results[told.split(":")[0]] += 1
        print(f"{case.kind:15}{case.name[:58]:60}{told}")
    print(f"{len(CASES)} data sets: " + ", ".join(f"{n} {what}" for what, n in results.items()))
    return int("WRONG" in results)


if __name__ == "__main__":
    sys.exit(main())
