"""Questions for files: what is written is what its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.dialogs import Dialogs, FileQuestion

QUESTION = FileQuestion("Save", Path("runs.csv"))


def asked(chosen):
    failed = []
    dialogs = Dialogs(save_file=lambda _parent, _question: chosen)
    path = dialogs.file_to_write(None, QUESTION, ".csv", ".tsv", failed=failed.append)
    return path, failed


@pytest.mark.parametrize(("chosen", "written"), [("a", "a.csv"), ("a.tsv", "a.tsv")])
def test_a_file_to_write_gets_its_ending(tmp_path, chosen, written):
    assert asked(tmp_path / chosen) == (tmp_path / written, [])


def test_whoever_chooses_none_is_told_nothing():
    assert asked(None) == (None, [])


def test_a_name_of_another_kind_is_told_and_not_written(tmp_path):
    path, (error,) = asked(tmp_path / "plots.py")
    assert path is None
    assert "would not be what its name says" in str(error)
