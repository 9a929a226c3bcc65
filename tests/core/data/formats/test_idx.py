"""core.data.formats.idx: what is read, and what is refused in which words."""

import gzip
import struct

import numpy as np
import pytest

from core.data.formats.idx import read_idx
from core.errors import DataError
from tests.core.data.digit_files import (
    assert_split,
    count_refusals,
    idx_bytes,
    parts,
    some_digits,
    with_flips,
)


@pytest.fixture
def files(tmp_path):
    """The two files of a split with three images."""
    images, labels = some_digits(3)
    images_file, labels_file = tmp_path / "images", tmp_path / "labels"
    images_file.write_bytes(idx_bytes(images))
    labels_file.write_bytes(idx_bytes(labels))
    return images_file, labels_file


def refused(files, match):
    with pytest.raises(DataError, match=match) as caught:
        read_idx(*files)
    assert caught.value.cure
    return caught.value


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_round_trip(files, pack):
    for file in files:
        file.write_bytes(pack(file.read_bytes()))
    assert_split(*parts(read_idx(*files)), some_digits(3))


def test_every_truncation_is_refused(files):
    for file, values in zip(files, some_digits(1), strict=True):
        file.write_bytes(idx_bytes(values))
    for file in files:
        whole = file.read_bytes()
        for length in range(len(whole)):
            file.write_bytes(whole[:length])
            refused(files, f"{file.name} (is empty|ends )")
        file.write_bytes(whole)


def test_every_truncation_of_a_gz_is_refused(files):
    for file in files:
        whole = gzip.compress(file.read_bytes())
        for length in range(0, len(whole), 7):
            file.write_bytes(whole[:length])
            refused(files, file.name)
        file.write_bytes(whole)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_flipped_bytes_raise_nothing_but_data_errors(files, pack):
    refusals = 0
    for file in files:
        whole = pack(file.read_bytes())
        anywhere = np.random.default_rng(3).integers(0, len(whole), 100)
        places = [*range(min(20, len(whole))), *anywhere]
        refusals += count_refusals(file, with_flips(whole, places), lambda: read_idx(*files))
        file.write_bytes(whole)
    assert refusals > 20


def test_empty(files):
    files[0].write_bytes(b"")
    refused(files, "images is empty")


def test_a_page_instead_of_a_file(files):
    files[0].write_bytes(b"<!doctype html>")
    refused(files, "images is not an IDX file of images: it begins with 3c 21 64 6f")


def test_images_and_labels_swapped(files):
    refused(files[::-1], "labels is not an IDX file of images: it begins with 00 00 08 01")


def test_values_that_are_not_bytes(files):
    files[0].write_bytes(bytes((0, 0, 0x0A, 3)) + bytes(100))
    refused(files, "begins with 00 00 0a 03, not 00 00 08 03")


def test_images_of_another_size(files):
    files[0].write_bytes(idx_bytes(np.zeros((3, 20, 32))))
    split = read_idx(*files)
    assert split.images.shape == (3, 28, 28)
    assert "of 32 x 20 pixels: each was fitted into 28 x 28" in split.notes[0]


def test_images_that_are_too_small(files):
    files[0].write_bytes(idx_bytes(np.zeros((3, 2, 32))))
    refused(files, r"images has the shape \(3, 2, 32\), which is no shape of images")


def test_more_than_it_says(files):
    files[1].write_bytes(files[1].read_bytes() + b"\0")
    refused(files, "goes on after the 3 bytes")


def test_no_images(files):
    files[0].write_bytes(idx_bytes(np.zeros((0, 28, 28))))
    refused(files, "holds 0 images; it should hold 1 to 1000000")


@pytest.mark.parametrize("count", [1_000_001, 2**32 - 1])
def test_a_header_that_promises_more_than_memory_holds(files, count):
    files[0].write_bytes(bytes((0, 0, 8, 3)) + struct.pack(">3I", count, 28, 28))
    refused(files, f"holds {count} images")


def test_a_lying_header_costs_no_memory(files):
    files[0].write_bytes(bytes((0, 0, 8, 3)) + struct.pack(">3I", 1_000_000, 28, 28))
    refused(files, "would unpack to [0-9]+ times its size")


def test_a_header_that_promises_more_than_there_is(files):
    files[0].write_bytes(bytes((0, 0, 8, 3)) + struct.pack(">3I", 100_000, 28, 28))
    refused(files, "ends after 0 of the 78400000 bytes")


def test_a_gz_bomb_is_read_no_further_than_its_header_says(files):
    bomb = gzip.compress(idx_bytes(some_digits(3)[0]) + bytes(60_000_000))
    assert len(bomb) < 70_000
    files[0].write_bytes(bomb)
    refused(files, "goes on after the 2352 bytes")


def test_rubbish_after_the_gz(files):
    files[0].write_bytes(gzip.compress(files[0].read_bytes()) + b"rubbish")
    refused(files, "cut off or damaged")


def test_more_labels_than_images(files):
    files[1].write_bytes(idx_bytes([1, 2, 3, 4]))
    refused(files, "images holds 3 images but .*labels holds 4 labels")


def test_no_permission(files, monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(files[0]), "open", refuse)
    refused(files, "You have no permission to read .*images")


def test_gone(files):
    files[1].unlink()
    refused(files, "There is no .*labels")


def test_a_folder_instead_of_a_file(files):
    files[1].unlink()
    files[1].mkdir()
    refused(files, "labels cannot be read: Is a directory|no permission")
