"""What the command line lets a person say about a data set, and what it says back."""

from __future__ import annotations

import numpy as np
import pytest

from tests.core.cli.programs import events
from tests.core.data.corpus.tables import PIXELS, rows_of, text_of


@pytest.fixture
def table(sample, tmp_path):
    """A table with its labels last, as OpenML's, and without a name for them."""
    rows = rows_of(sample.train_images[:200], sample.train_labels[:200], last=True)
    (tmp_path / "mnist_784.csv").write_text(text_of(rows))
    return tmp_path / "mnist_784.csv"


def test_what_was_assumed_is_printed(run, table):
    code, out, _ = run("train", "--recipe", "mlp-128-32", "--epochs", "1", "--data", table)
    assert code == 0
    assert "Note: The labels were taken from the last column" in out
    assert "Note: There are no test images" in out


def test_a_part_is_held_out(run, table):
    arguments = ("--epochs", "1", "--data", table, "--hold-out", "0.2", "--json")
    code, out, _ = run("train", "--recipe", "mlp-128-32", *arguments)
    assert code == 0
    notes = [event["text"] for event in events(out) if event["event"] == "note"]
    assert any("are held out for testing" in note for note in notes)
    assert events(out)[-1]["test_accuracy"] is not None


@pytest.mark.parametrize("share", ["0", "1", "x", "-0.1", "nan"])
def test_a_share_that_is_none(run, table, share):
    code, _, err = run("train", "--recipe", "cnn", "--data", table, "--hold-out", share)
    assert code == 2
    assert "is not a share between 0 and 1" in err


def test_a_table_of_two_readings_asks_and_is_answered(run, tmp_path):
    rows = rows_of(np.full((30, 28, 28), 3), np.arange(30) % 10)
    (tmp_path / "odd.csv").write_text(text_of(rows).replace(",3\n", ",4\n", 9))
    arguments = ("train", "--recipe", "mlp-128-32", "--epochs", "1", "--data", tmp_path)
    code, _, err = run(*arguments)
    assert code == 1
    assert "--label-column first" in err
    code, out, _ = run(*arguments, "--label-column", "first")
    assert code == 0
    assert "21 of 30 images are blank" in out


def test_a_table_is_read_by_a_network(run, sample, tmp_path):
    (tmp_path / "test.csv").write_text(text_of(rows_of(sample.test_images[:20]), PIXELS))
    save = tmp_path / "submission.csv"
    code, out, _ = run("predict", "--table", tmp_path / "test.csv", "--save", save)
    assert code == 0
    assert f"20 images read; their labels are in {save}" in out
    assert save.read_text().startswith("ImageId,Label\n1,")


@pytest.mark.parametrize(
    "arguments", [(), ("--table", "a.csv"), ("--save", "b.csv"), ("a.png", "--table", "b.csv")]
)
def test_what_does_not_go_together_is_said(run, arguments):
    code, _, err = run("predict", *arguments)
    assert code == 2
    assert "--table" in err
