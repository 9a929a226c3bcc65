"""No data file costs more memory or time than its content; a reading can be cancelled."""

from __future__ import annotations

import gzip
import os
import struct
import sys
import tracemalloc
import zipfile
import zlib

import h5py
import numpy as np
import pytest
from PIL import Image

from core.data.datasets import load
from core.errors import Cancelled, DataError
from tests.core.data.corpus.tables import rows_of, text_of
from tests.core.data.digit_files import idx_bytes

WIDE = 100_000
"""Images of eight-byte zeros: 627 MB that pack to under one."""


def refused(path, match):
    with pytest.raises(DataError, match=match):
        load(path)


@pytest.fixture
def memory_peak():
    """Python's own account of memory, stopped at the end."""
    yield tracemalloc
    tracemalloc.stop()


def write_wide_npz(path):
    header = f"{{'descr': '<u8', 'fortran_order': False, 'shape': ({WIDE}, 28, 28), }}\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("x_train.npy", "w", force_zip64=True) as file:
            start = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header))
            file.write(start + header.encode())
            for _ in range(WIDE // 1000):
                file.write(bytes(28 * 28 * 8 * 1000))
        labels = archive.open("y_train.npy", "w")
        np.lib.format.write_array(labels, np.zeros(WIDE, np.uint8))
        labels.close()


@pytest.mark.slow
def test_blank_images_of_wide_numbers_are_refused_before_they_are_unpacked(
    tmp_path, memory_peak
):
    write_wide_npz(tmp_path / "wide.npz")
    memory_peak.start()
    refused(tmp_path / "wide.npz", "would unpack to [0-9]+ times its size .627 MB.")
    assert memory_peak.get_traced_memory()[1] < 20_000_000


def test_a_packed_promise_of_a_million_images_is_not_believed(tmp_path):
    header = bytes((0, 0, 8, 3)) + struct.pack(">3I", 1_000_000, 28, 28)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(header))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes([1]))
    refused(tmp_path, "would unpack to")


def test_a_chunk_that_unpacks_to_more_than_it_says(tmp_path):
    with h5py.File(tmp_path / "bomb.h5", "w") as file:
        file["y_train"] = np.arange(10)
        data = file.create_dataset(
            "x_train", (10, 28, 28), "u1", chunks=(10, 28, 28), compression="gzip"
        )
        data.id.write_direct_chunk((0, 0, 0), zlib.compress(bytes(50_000_000)))
    refused(tmp_path / "bomb.h5", "unpacks to more than it says")


def test_a_zip_of_countless_entries(tmp_path):
    with zipfile.ZipFile(tmp_path / "many.npz", "w") as archive:
        for number in range(3_000):
            archive.writestr(f"{number}.npy", b"")
    refused(tmp_path / "many.npz", "a table of contents of an unlikely size")


@pytest.mark.slow
def test_a_table_costs_at_most_twice_its_pixels(sample, tmp_path, memory_peak):
    path = tmp_path / "digits.csv"
    path.write_text(text_of(rows_of(sample.train_images, sample.train_labels) * 3))
    load(path)
    memory_peak.start()
    dataset = load(path)
    _, peak = memory_peak.get_traced_memory()
    assert peak < 2 * dataset.train_images.nbytes + 8_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
@pytest.mark.parametrize("name", ["a.csv", "a.npz", "a.npy", "a.h5", "a.mat", "a.gz", "a.pkl"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / name)
    refused(tmp_path / name, "is a pipe or a device, not a file")


def test_a_pipe_among_pictures_is_passed_over(tmp_path):
    (tmp_path / "3").mkdir()
    Image.new("L", (28, 28)).save(tmp_path / "3" / "a.png")
    os.mkfifo(tmp_path / "3" / "b.png")
    os.mkfifo(tmp_path / "3" / "labels.csv")
    os.mkfifo(tmp_path / "labels.csv")
    assert len(load(tmp_path).train_labels) == 1


@pytest.mark.parametrize("name", ["digits.csv", "digits.npz", "digits.h5"])
def test_a_reading_can_be_cancelled(sample, tmp_path, name):
    path = tmp_path / name
    images, labels = sample.train_images[:300, 4:24, 4:24], sample.train_labels[:300]
    if name.endswith("csv"):
        path.write_text(text_of(rows_of(images, labels)))
    elif name.endswith("npz"):
        np.savez(path, x_train=images, y_train=labels)
    else:
        with h5py.File(path, "w") as file:
            file["x_train"], file["y_train"] = images, labels
    told = []

    def tell(share):
        told.append(share)
        if len(told) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(path, tell=tell)
    assert all(0 <= share <= 1 for share in told)
