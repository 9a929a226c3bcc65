"""Prints the matrix: ``python -m tests.core.diagnosis.matrix``; with ``--markdown`` as a table.

Trains every case: some minutes. With ``--further`` those of `further`, which found the rules
wanting.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from core.data.datasets import load_sample
from core.diagnosis.finding import Finding
from tests.core.diagnosis.matrix.faulty import FAULTY
from tests.core.diagnosis.matrix.further import FURTHER_FAULTY, FURTHER_HEALTHY
from tests.core.diagnosis.matrix.healthy import HEALTHY
from tests.core.diagnosis.matrix.judged import Judged, judge_all


def main() -> int:
    """Print the matrix; give 1 where a bar is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print tables for a document")
    parser.add_argument("--only", default="", metavar="TEXT", help="cases whose name has it")
    parser.add_argument("--further", action="store_true", help="other cases")
    arguments = parser.parse_args()
    every = (*FURTHER_FAULTY, *FURTHER_HEALTHY) if arguments.further else (*FAULTY, *HEALTHY)
    cases = [case for case in every if arguments.only in case.name]
    judged = []
    for one in judge_all(cases, load_sample()):
        judged.append(one)
        _write(_row(one) if arguments.markdown else _line(one))
    _write("")
    _write(summary(judged))
    return 0 if all(one.right and not one.false and one.said_before for one in judged) else 1


def summary(judged: Iterable[Judged]) -> str:
    """Return the bars in one sentence each."""
    judged = list(judged)
    faulty = [one for one in judged if one.case.truth]
    healthy = [one for one in judged if not one.case.truth]
    early = [one for one in faulty if one.case.before]
    return "\n".join(
        (
            f"true cause first: {sum(o.right for o in faulty)} of {len(faulty)} faulty",
            f"a false statement: {sum(bool(o.false) for o in faulty)} of {len(faulty)} faulty",
            f"said before: {sum(o.said_before for o in early)} of {len(early)} that can be",
            f"a warning: {sum(not o.right for o in healthy)} of {len(healthy)} healthy",
        )
    )


def _line(one: Judged) -> str:
    mark = "ok " if one.right and not one.false and one.said_before else "NO "
    return f"{mark} {one.case.name}: {_said(one.after)}"


def _row(one: Judged) -> str:
    mark = "yes" if one.right and not one.false and one.said_before else "**no**"
    return f"| {one.case.name} | {_said(one.after) or '-'} | {mark} |"


def _said(found: tuple[Finding, ...]) -> str:
    return ", ".join(
        finding.code
        + "".join(f" < {symptom.code}" for symptom in finding.symptoms)
        + (" (info)" if finding.severity == "info" else "")
        for finding in found
        if finding.code != "noise"
    )


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
