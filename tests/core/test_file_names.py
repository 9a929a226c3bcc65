"""Names of files that are written: what they end in is what they are."""

import pytest

from core.errors import InklingError
from core.file_names import with_ending


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("runs.csv", "runs.csv"),
        ("RUNS.CSV", "RUNS.CSV"),
        ("runs", "runs.csv"),
        ("runs.v2", "runs.v2.csv"),
        ("runs of 27.11", "runs of 27.11.csv"),
    ],
)
def test_a_name_without_an_ending_gets_it(tmp_path, typed, written):
    assert with_ending(tmp_path / typed, ".csv", ".tsv") == tmp_path / written


@pytest.mark.parametrize("typed", ["runs.py", "runs.PNG", "runs.xlsx", "runs.keras", "a.json"])
def test_a_name_that_says_another_kind_is_refused_with_the_right_one(tmp_path, typed):
    with pytest.raises(InklingError, match="would not be what its name says") as caught:
        with_ending(tmp_path / typed, ".csv")
    assert typed.rpartition(".")[0] + ".csv" in str(caught.value)


def test_a_file_whose_name_was_not_typed_in_full_is_not_replaced(tmp_path):
    (tmp_path / "runs.csv").touch()
    assert with_ending(tmp_path / "runs.csv", ".csv") == tmp_path / "runs.csv"
    with pytest.raises(InklingError, match="already"):
        with_ending(tmp_path / "runs", ".csv")
