"""Hostile files through both doors: refused in words or read, and nothing of them is run."""

from __future__ import annotations

import random

import pytest

from tests.reliability import doors
from tests.reliability.corpus import hostile_cases

SEED = 12
CASES = [case for case in hostile_cases() if not case.weighs]


def some(count: int, seed: int):
    """A selection in which every kind of file and of damage may come."""
    return random.Random(seed).sample(CASES, count)


def test_there_are_many_of_every_kind():
    assert len(CASES) > 370
    assert {case.kind for case in CASES} == {"data", "drawing", "network", "picture", "recipe"}
    assert len({(case.kind, case.name) for case in CASES}) == len(CASES)


def test_the_command_line_survives(tmp_path, home_folder, monkeypatch):
    monkeypatch.chdir(tmp_path)
    problems = {}
    for number, case in enumerate(some(90, SEED)):
        (folder := tmp_path / str(number)).mkdir()
        if found := doors.command_line(case, folder):
            problems[f"{case.kind}, {case.name}"] = found
    assert problems == {}


@pytest.mark.slow
def test_the_window_survives(tmp_path, qapp, home_folder, monkeypatch):
    monkeypatch.chdir(tmp_path)
    problems = {}
    with doors.window_door(home_folder) as open_by_window:
        for number, case in enumerate(some(60, SEED + 1)):
            (folder := tmp_path / str(number)).mkdir()
            if found := open_by_window(case, folder):
                problems[f"{case.kind}, {case.name}"] = found
    assert problems == {}
