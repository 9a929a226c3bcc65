"""The data that workers of a machine share: the same for all, and plain words where not."""

import os

import numpy as np
import pytest

from core.errors import DataError
from core.experiments.capacity import Capacity
from core.experiments.data_folder import DataFolder, read_data, write_data
from core.experiments.local import LocalWorkers
from tests.core.experiments.kept import DATA


def test_what_is_laid_out_is_the_same_data(tmp_path):
    write_data(DATA, tmp_path)
    assert read_data(tmp_path, DATA.fingerprint).fingerprint == DATA.fingerprint
    with pytest.raises(DataError, match="changed"):
        read_data(tmp_path, "another")
    (tmp_path / "test_labels.npy").unlink()
    with pytest.raises(DataError, match="are gone"):
        read_data(tmp_path, DATA.fingerprint)


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(np, "save", full)
    with pytest.raises(DataError, match="No space left"):
        LocalWorkers(Capacity(1, 1, 0), DATA)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_goes_and_what_is_in_use_stays(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, used = DataFolder(DATA), DataFolder(DATA)
    left._lock.release()  # as the system does when its process is killed
    (tmp_path / "inkling-data-new").mkdir()
    for folder in (left.path, used.path):
        os.utime(folder, (0, 0))
    third = DataFolder(DATA)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {used.path.name, third.path.name, "inkling-data-new"}
    used.close()
    third.close()
