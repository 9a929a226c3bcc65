"""Every data set of the corpus is read right, or refused with the expected sentence."""

import pytest

from tests.core.data.corpus import CASES
from tests.core.data.corpus.case import outcome


@pytest.mark.parametrize("case", CASES, ids=[f"{case.kind}: {case.name}" for case in CASES])
def test_it_is_read_right_or_refused_with_the_reason(case, tmp_path):
    assert outcome(case, tmp_path)


def test_the_corpus_is_as_large_as_promised():
    assert len(CASES) >= 120
    assert len({(case.kind, case.name) for case in CASES}) == len(CASES)
