"""What the window takes a dropped file for, by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data.formats.file_endings import ARRAY_ENDINGS, CSV_ENDINGS, PICTURE_ENDINGS
from gui.opening import data_filters, kind_of

HDF5_ENDINGS = (".h5", ".hdf5", ".hdf")
"""A network or a data set: only a look into the file tells."""

IDX_NAMES = ("train-images-idx3-ubyte", "train-images.idx3-ubyte.gz", "t10k-labels.idx1")


@pytest.mark.parametrize(
    "name", [*(f"mine{e}" for e in ARRAY_ENDINGS + CSV_ENDINGS), *IDX_NAMES]
)
def test_whatever_the_core_reads_as_data_can_be_dropped_and_chosen(name):
    either = Path(name).suffix in HDF5_ENDINGS
    assert kind_of(Path(name.upper())) == ("hdf5" if either else "data")
    patterns = data_filters().partition("(")[2].partition(")")[0].split()
    assert any(Path(name).match(pattern) for pattern in patterns)


@pytest.mark.parametrize("ending", PICTURE_ENDINGS)
def test_pictures_are_read_as_ink(ending):
    assert kind_of(Path(f"three{ending}")) == "image"


def test_other_files_are_nothing():
    assert kind_of(Path("letter.docx")) is None
