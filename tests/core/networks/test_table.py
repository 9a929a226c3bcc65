"""core.networks.table: a table without labels becomes a table of labels."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.datasets import Wishes
from core.errors import Cancelled, DataError
from core.networks.shipped import shipped_network
from core.networks.table import predict_table
from tests.core.data.corpus.tables import PIXELS, rows_of, text_of

COUNT = 40


@pytest.fixture
def network():
    return shipped_network()


def written(folder, rows, names):
    (folder / "test.csv").write_text(text_of(rows, names))
    return folder / "test.csv", folder / "out" / "submission.csv"


def test_kaggles_test_file(sample, network, tmp_path):
    path, save = written(tmp_path, rows_of(sample.test_images[:COUNT]), PIXELS)
    assert predict_table(network, path, save).images == COUNT
    lines = save.read_text().splitlines()
    assert lines[0] == "ImageId,Label"
    expected = [f"{i + 1},{label}" for i, label in enumerate(sample.test_labels[:COUNT])]
    assert lines[1:] == expected


def test_the_tables_own_names_are_kept(sample, network, tmp_path):
    rows = rows_of(sample.test_images[:COUNT], ids=range(7, 7 + COUNT))
    path, save = written(tmp_path, rows, ("id", *PIXELS))
    predict_table(network, path, save)
    lines = save.read_text().splitlines()
    assert lines[:2] == ["id,label", f"7,{sample.test_labels[0]}"]


def test_dark_on_light_is_turned_and_it_is_said(sample, network, tmp_path):
    path, save = written(tmp_path, rows_of(255 - sample.test_images[:COUNT]), PIXELS)
    read = predict_table(network, path, save)
    assert "dark on light" in read.notes[0]
    found = np.loadtxt(save, int, delimiter=",", skiprows=1)[:, 1]
    assert (found == sample.test_labels[:COUNT]).all()
    read = predict_table(network, path, save, Wishes(as_stored=True))
    assert "as they are stored" in read.notes[0]


def test_labels_that_are_there_are_not_looked_at(sample, network, tmp_path):
    rows = rows_of(sample.test_images[:COUNT], np.zeros(COUNT, int))
    path, save = written(tmp_path, rows, ("label", *PIXELS))
    assert "not looked at" in predict_table(network, path, save).notes[-1]
    found = np.loadtxt(save, int, delimiter=",", skiprows=1)[:, 1]
    assert (found == sample.test_labels[:COUNT]).all()


def test_a_broken_table_writes_nothing(network, tmp_path):
    path, save = written(tmp_path, [["1", "2"]], ("a", "b"))
    with pytest.raises(DataError, match="a row holds 2 values"):
        predict_table(network, path, save)
    assert not save.parent.exists()


def test_it_can_be_cancelled(sample, network, tmp_path):
    path, save = written(tmp_path, rows_of(sample.test_images[:COUNT]), PIXELS)

    def tell(share):
        if share >= 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        predict_table(network, path, save, tell=tell)
    assert not save.parent.exists()
