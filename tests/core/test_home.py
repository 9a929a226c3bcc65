"""Where things are kept, and where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.home import Home, default_home, expanded, writable_home


def test_a_home_that_can_be_written_is_used_and_made(tmp_path):
    with writable_home(Home(tmp_path / "a" / "b")) as (home, problem):
        assert (home.folder, problem) == (tmp_path / "a" / "b", None)
        assert list(home.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["file", "file/below", "x" * 300, "/proc/1/inkling"])
def test_another_stands_in_for_one_that_cannot(tmp_path, name):
    (tmp_path / "file").touch()
    with writable_home(Home(tmp_path / name)) as (home, problem):
        assert "Nothing can be kept in" in str(problem)
        assert "INKLING_HOME" in problem.cure
        home.settings_file.write_text("kept for the time being")
    assert not home.folder.exists()


def test_the_home_of_nobody_is_a_name_like_any_other(monkeypatch):
    assert expanded("~no-such-person/x") == Path("~no-such-person/x")
    monkeypatch.setenv("INKLING_HOME", "~no-such-person/x")
    assert default_home().folder.is_absolute()
