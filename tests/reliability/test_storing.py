"""A fault amid what is kept: told in words, and nothing that was told as kept is lost."""

from __future__ import annotations

import pytest

from tests.reliability import storing

EVERY = {"system": 23, "sql": 7}
"""Every so many-th place of each; ``python -m tests.reliability`` tries all."""


@pytest.mark.slow
@pytest.mark.parametrize("name", storing.FAILURES)
def test_recording_survives_a_failure_at_each_place(name):
    tally = storing.failing(name, every=EVERY[storing.FAILURES[name][0]])
    assert tally.tried > 10
    assert tally.problems == []


def test_savings_are_whole_or_not_at_all():
    tally = storing.savings(every=2)
    assert tally.tried > 10
    assert tally.problems == []


def test_rebuilding_survives_a_failure_at_each_place():
    tally = storing.mending(every=7)
    assert tally.tried > 10
    assert tally.problems == []
