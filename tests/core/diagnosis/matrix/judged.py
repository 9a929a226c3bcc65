"""What the doctor says of each case, held against the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from core.data.facts import DataFacts, count_facts
from core.diagnosis.check import check
from core.diagnosis.finding import Finding
from core.diagnosis.findings import findings
from core.diagnosis.ranking import FACTS
from core.records import Dataset
from tests.core.diagnosis.matrix.case import Case


@dataclass(frozen=True)
class Judged:
    """One case, what was said before its start, and what was said after its end."""

    case: Case
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]

    @property
    def first(self) -> str:
        """The code of the finding that comes first."""
        return self.after[0].code if self.after else ""

    @property
    def right(self) -> bool:
        """Whether the true cause comes first; for a healthy case, whether nothing warns."""
        return self.first in self.case.truth if self.case.truth else not self.serious

    @property
    def serious(self) -> list[str]:
        """The codes of all that is said to spoil the result, or to be able to."""
        every = (part for f in self.after for part in (f, *f.symptoms))
        return [finding.code for finding in every if finding.severity != "info"]

    @property
    def false(self) -> list[str]:
        """The codes of what is said and not true."""
        true = {*self.case.truth, *self.case.also, *(FACTS if self.case.truth else ())}
        return [code for code in self.serious if code not in true]

    @property
    def said_before(self) -> bool:
        """Whether the cause was said before the start, where it can be."""
        known = {part.code for f in self.before for part in (f, *f.symptoms)}
        return not self.case.before or not self.case.truth or bool(known & {*self.case.truth})


def judge_all(cases: Iterable[Case], sample: Dataset) -> Iterator[Judged]:
    """Train every case and judge what the doctor says of it."""
    looked: dict[str, DataFacts] = {}
    with uncompiled():
        for case in cases:
            trained = case.train(sample)
            mark = trained.dataset.fingerprint
            facts = looked.get(mark) or looked.setdefault(mark, count_facts(trained.dataset))
            result = trained.result
            yield Judged(
                case,
                check(case.recipe, facts),
                findings(case.recipe, result.epochs, result, facts=facts),
            )


@contextmanager
def uncompiled() -> Iterator[None]:
    """Train without XLA: trainings of a second do not repay the time that it compiles."""
    with patch("core.training.stepper.products_win", lambda spec, batch_size: False):
        yield
