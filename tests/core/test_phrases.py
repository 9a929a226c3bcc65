"""What a person reads of numbers in the core's phrases."""

import pytest

from core.errors import InklingError
from core.phrases import Phrase, filled


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (7_712.4, "7,710"),
        (1_999_999, "2,000,000"),
        (-12_345.6, "-12,300"),
        (3e-05, "0.00003"),
        (-1.25e-6, "-0.00000125"),
        (1e-07, "1e-7"),
        (2.5e15, "2.5e15"),
        (0.25, "0.25"),
        (999, "999"),
        (0.0, "0"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
    ],
)
def test_numbers_are_written_as_a_person_writes_them(number, written):
    assert filled("{n:.3g}", {"n": number}) == written
    assert Phrase("to {n:.3g}", n=number) == f"to {written}"
    assert str(InklingError("{n:.3g} is wrong.", n=number)) == f"{written} is wrong."


def test_other_ways_of_writing_are_left_as_they_are():
    values = {"name": "3e5", "n": 70_000, "share": 0.00002}
    assert filled("{name} {n} {share:.5f} {n:,}", values) == "3e5 70000 0.00002 70,000"
