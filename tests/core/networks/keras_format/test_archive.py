"""Bombs, cut files and flipped bytes: little memory, and nothing but network errors."""

from __future__ import annotations

import io
import json
import os
import sys
import tracemalloc
import zipfile
import zlib
from dataclasses import replace

import h5py
import numpy as np
import pytest

from core.errors import NetworkError
from core.layers import (
    BatchNormalization,
    Dense,
    Dropout,
    NetworkSpec,
)
from core.networks.keras_format.archive import LARGEST_FILE
from core.networks.keras_format.keras_file import load, save
from core.recipes.catalogue import by_name
from tests.core.stranger_files import (
    DENSE,
    GOOD_H5,
    config_of,
    random_network,
    refusal,
    write_zip,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.keras"


def _peak_bytes(path):
    refusal(path)
    tracemalloc.start()
    refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("entry", ["config.json", "inkling.json", "model.weights.h5"])
def test_a_packed_bomb_costs_little(entry, path):
    zeros = b" " * 300_000_000
    entries = {"config.json": json.dumps(config_of(DENSE)), "model.weights.h5": GOOD_H5}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**entries, entry: zeros}.items():
            archive.writestr(name, content)
    del zeros
    assert path.stat().st_size < 400_000
    assert _peak_bytes(path) < 60_000_000


def test_an_entry_that_lies_about_its_size_is_refused(path):
    """The directory says 100 bytes; the stream unpacks to 300 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = b"".join(packer.compress(b" " * 1_000_000) for _ in range(300)) + packer.flush()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", stream)
    raw = bytearray(path.read_bytes())
    # Compression method 8 and size 100, in the local header and in the directory.
    for place, sign in ((8, b"PK\x03\x04"), (10, b"PK\x01\x02")):
        at = raw.find(sign)
        raw[at + place] = 8
        raw[at + place + 14 : at + place + 18] = (100).to_bytes(4, "little")
    path.write_bytes(raw)
    assert _peak_bytes(path) < 20_000_000


def test_a_directory_of_very_many_lines_costs_little(path):
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}", b"")
    assert _peak_bytes(path) < 2_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_without_a_bound_are_refused(method, path):
    write_zip(path, config_of(DENSE), method=method)
    assert "damaged" in refusal(path)


def test_a_repacked_file_opens(path):
    write_zip(path, config_of(DENSE), method=zipfile.ZIP_DEFLATED)
    assert load(path).network.spec == NetworkSpec((Dense(10),))


def test_what_is_no_keras_file(path, tmp_path):
    assert "cannot be read: No such file" in refusal(path)
    assert "is a folder" in refusal(tmp_path)
    path.write_bytes(b"")
    assert "is empty" in refusal(path)
    path.write_bytes(b"\x89PNG" * 100)
    assert "not a .keras file" in refusal(path)
    with h5py.File(path, "w") as file:
        file["x"] = 1
    assert "no model that Keras saved" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "")
    assert "has no config.json" in refusal(path)
    write_zip(path, config_of(DENSE), None)
    assert "has no model.weights.h5" in refusal(path)
    write_zip(path, config_of(DENSE), b"not HDF5")
    assert "damaged" in refusal(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_a_pipe_does_not_block(tmp_path):
    pipe = tmp_path / "pipe.keras"
    os.mkfifo(pipe)
    assert refusal(pipe)


def test_a_file_larger_than_any_network_is_refused(path):
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "larger than 512 MB" in refusal(path)


@pytest.fixture
def real_file(path):
    """A file of ours with every kind of entry, and its bytes."""
    recipe = by_name("mlp-128-32")
    spec = replace(recipe.network, layers=(BatchNormalization(), Dropout(0.1), Dense(10)))
    network = random_network(spec)
    variables = (np.int64(3), np.float32(0.1), np.ones((784, 10), np.float32))
    save(path, network, recipe=recipe, optimizer_variables=variables, epoch=2)
    return path.read_bytes()


def test_a_file_cut_anywhere_is_refused(path, real_file):
    for part in range(50):
        path.write_bytes(real_file[: len(real_file) * part // 50])
        assert refusal(path)


def test_flipped_bytes_give_network_errors_only(path, real_file):
    rng = np.random.default_rng(0)
    refused = 0
    for _ in range(300):
        raw = bytearray(real_file)
        for place in rng.integers(0, len(raw), rng.integers(1, 4)):
            raw[place] ^= 1 << int(rng.integers(8))
        path.write_bytes(raw)
        try:
            load(path)
        except NetworkError:
            refused += 1
    assert refused > 250


def test_flipped_bytes_behind_a_good_checksum_give_network_errors_only(path, real_file):
    """As a stranger would do it: each entry damaged first and packed afterwards."""
    rng = np.random.default_rng(1)
    with zipfile.ZipFile(io.BytesIO(real_file)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    refused = 0
    for number in range(600):
        name = ("config.json", "inkling.json", "model.weights.h5")[number % 3]
        raw = bytearray(entries[name])
        # HDF5's own structures stand in front of the numbers.
        end = min(len(raw), 4_000)
        for place in rng.integers(0, end, rng.integers(1, 6)):
            raw[place] = int(rng.choice([0, 255, int(rng.integers(256)), raw[place] ^ 1]))
        with zipfile.ZipFile(path, "w") as archive:
            for entry, content in {**entries, name: bytes(raw)}.items():
                archive.writestr(entry, content)
        try:
            load(path)
        except NetworkError:
            refused += 1
    assert refused > 150


def test_a_table_of_contents_that_hides_behind_its_own_end(path):
    """The letters of the mark in the disk numbers: a guard that looks for them is misled."""
    write_zip(path, config_of(DENSE))
    content = bytearray(path.read_bytes())
    end = len(content) - 22
    assert content[end : end + 4] == b"PK\x05\x06"
    content[end + 4 : end + 8] = b"PK\x05\x06"
    path.write_bytes(content)
    assert "damaged" in refusal(path)


def test_a_table_of_a_hundred_thousand_lines_is_not_read(path):
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_000):
            archive.writestr(str(number), b"")
    assert "damaged" in refusal(path)
