"""Probes in the run store: read as they were written, and none where there is none."""

from __future__ import annotations

import math

import pytest

from core.runs.probe_text import probe_of, text_of_probe
from tests.core.diagnosis.test_findings import probe


def test_a_probe_is_read_as_it_was_written():
    plain = probe(3, test_accuracy=0.9)
    assert probe_of(text_of_probe(plain)) == plain


def test_what_is_no_number_stays_none():
    odd = probe(3, loss=math.inf, recalls=(math.nan,) * 10)
    read = probe_of(text_of_probe(odd))
    assert math.isnan(read.loss)
    assert all(map(math.isnan, read.recalls))
    assert read.test_accuracy is None


@pytest.mark.parametrize("text", [None, "", "[]", "{", "{}", '{"layers": 3}', 7, b"x"])
def test_what_is_no_probe_is_none(text):
    assert probe_of(text) is None
