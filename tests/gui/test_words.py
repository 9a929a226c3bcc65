"""Numbers and errors in the person's words."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QLocale

from core.errors import DataError
from gui.words import count, duration, error_text, number, percent, size


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


def test_shares_and_numbers_bear_the_precision_asked_for():
    assert percent(0.98144) == "98.14 %"
    assert percent(0.98144, 1) == "98.1 %"
    assert number(0.12345) == "0.1235"
    assert count(60000) == "60,000"
    assert size(11_594_722) == "11.6 MB"


def test_what_is_not_known_is_a_dash():
    assert percent(None) == percent(math.nan) == number(None) == duration(math.inf) == "\u2013"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "0 s"), (59.4, "59 s"), (125, "2 min 5 s"), (4800, "1 h 20 min"), (-3, "0 s")],
)
def test_durations_read_as_a_person_says_them(seconds, words):
    assert duration(seconds) == words


def test_an_error_says_problem_and_cure_with_its_values():
    error = DataError("{file} has {n} rows.", "Get another.", file="a.csv", n=3)
    assert error_text(error) == "a.csv has 3 rows. Get another."


def test_a_stranger_error_says_at_least_its_kind():
    assert "ZeroDivisionError" in error_text(ZeroDivisionError())
    assert "boom" in error_text(ValueError("boom"))
