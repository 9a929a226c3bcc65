"""core.data.formats.npz: Keras's mnist.npz, and the ways in which such a file can lie."""

import io
import zipfile

import numpy as np
import pytest

from core.data.formats.array_files import read_arrays
from core.errors import DataError
from tests.core.data.digit_files import (
    assert_split,
    count_refusals,
    parts,
    some_digits,
    with_flips,
)

TRAIN, TEST = some_digits(6, seed=1), some_digits(4, seed=2)
ARRAYS = {"x_train": TRAIN[0], "y_train": TRAIN[1], "x_test": TEST[0], "y_test": TEST[1]}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "mnist.npz"


def refused(file, match, **arrays):
    if arrays:
        np.savez_compressed(file, **{**ARRAYS, **arrays})
    with pytest.raises(DataError, match=match) as caught:
        read_arrays((file,))
    assert file.name in str(caught.value)
    assert caught.value.cure


def npy(header, data=b"", *, version=1):
    text = header.encode()
    size = len(text).to_bytes(2 if version == 1 else 4, "little")
    return b"\x93NUMPY" + bytes((version, 0)) + size + text + data


def write_raw(file, **members):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.npy", data)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize("dtype", [np.uint8, np.int64, ">i4"])
def test_round_trip(file, save, dtype):
    save(file, **{name: values.astype(dtype) for name, values in ARRAYS.items()})
    train, test = read_arrays((file,))
    assert_split(*parts(train), TRAIN)
    assert_split(*parts(test), TEST)


def test_flat_images_and_fortran_order(file):
    flat = TRAIN[0].reshape(-1, 784)
    turned = np.asfortranarray(TEST[0])
    np.savez(file, **{**ARRAYS, "x_train": flat, "x_test": turned})
    train, test = read_arrays((file,))
    assert_split(*parts(train), TRAIN)
    assert_split(*parts(test), TEST)


def test_without_a_test_split(file):
    np.savez(file, x_train=TRAIN[0], y_train=TRAIN[1])
    train, test = read_arrays((file,))
    assert_split(*parts(train), TRAIN)
    assert test.images.shape == (0, 28, 28)
    assert test.labels.shape == (0,)


def test_pickles_are_not_opened(file):
    refused(file, "y_train is stored as Python objects", y_train=np.array([{}] * 6, object))


def test_records_with_objects_are_not_opened(file):
    records = np.zeros(6, [("a", "O"), ("b", "u1")])
    refused(file, "y_train is stored as Python objects", y_train=records)


def test_no_labels(file):
    np.savez(file, x_train=TRAIN[0])
    refused(file, r"no labels for them: .* it holds x_train \(6, 28, 28\)")


def test_no_images(file):
    np.savez(file, weights=np.zeros((10, 3)), steps=np.zeros(4))
    refused(file, r"holds no images; it holds weights \(10, 3\)")


def test_a_test_part_without_labels_is_left_out_and_named(file):
    np.savez(file, x_train=TRAIN[0], y_train=TRAIN[1], x_test=TEST[0])
    train, test = read_arrays((file,))
    assert_split(*parts(train), TRAIN)
    assert len(test.labels) == 0
    assert "Left out, as no images with as many labels: x_test." in train.notes


@pytest.mark.parametrize(
    ("name", "values", "match"),
    [
        ("x_train", np.zeros((6, 0, 28), np.uint8), r"x_train has the shape \(6, 0, 28\)"),
        ("x_train", np.zeros((6, 1000), np.uint8), r"x_train has the shape \(6, 1000\)"),
        ("x_train", np.zeros((6, 3, 2000), np.uint8), r"shape \(6, 3, 2000\)"),
        ("x_train", np.zeros((0, 28, 28), np.uint8), "holds 0 images"),
        ("x_train", TRAIN[0].astype(int) - 1, "x_train holds values from -1 to 254"),
        ("x_train", TRAIN[0].astype(int) + 1, "x_train holds values from 1 to 256"),
        ("y_train", np.zeros(5, np.uint8), "holds 6 images but 5 labels"),
        ("y_train", np.zeros((6, 10), np.uint8), r"y_train has the shape \(6, 10\)"),
        ("y_train", np.full(6, 0.5), "label number 1 is 0.5; a label is a whole number"),
        ("y_train", np.zeros(6, complex), "y_train is stored as <c16"),
    ],
)
def test_wrong_values_and_shapes(file, name, values, match):
    refused(file, match, **{name: values})


def test_a_shape_that_memory_does_not_hold(file):
    header = "{'descr': '|u1', 'fortran_order': False, 'shape': (9999999999, 28, 28), }"
    write_raw(file, x_train=npy(header), y_train=npy(header))
    refused(file, r"x_train \(9999999999, 28, 28\)|holds 9999999999 images")


def test_a_lying_shape_costs_no_memory(file):
    header = "{'descr': '<i8', 'fortran_order': False, 'shape': (1000000, 28, 28), }"
    labels = "{'descr': '|u1', 'fortran_order': False, 'shape': (1000000,), }"
    write_raw(file, x_train=npy(header), y_train=npy(labels))
    refused(file, "would unpack to [0-9]+ times its size")


def test_a_bomb_is_read_no_further_than_its_header_says(file):
    header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 28, 28), }"
    labels = "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }"
    write_raw(file, x_train=npy(header, bytes(60_000_000)), y_train=npy(labels, b"3"))
    assert file.stat().st_size < 70_000
    refused(file, "goes on after the 784 bytes")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x93NUMPY",
        b"no array at all",
        npy("{}"),
        npy("__import__('os').abort()"),
        npy("(" * 9000),
        npy("{'descr': '|u9', 'fortran_order': False, 'shape': (1,), }"),
        npy("{'descr': '|u1', 'fortran_order': False, 'shape': (, ,), }"),
        npy("{'descr': '|u1', 'fortran_order': False, 'shape': (-1, 28, 28), }"),
        npy(" " * 1_000_000, version=2),
    ],
)
def test_members_that_are_no_arrays(file, data):
    write_raw(file, x_train=data, y_train=data)
    refused(file, "damaged|shape|stored as|no images")


def test_packed_in_a_way_that_numpy_does_not_use(file):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        buffer = io.BytesIO()
        np.save(buffer, TRAIN[0])
        archive.writestr("x_train.npy", buffer.getvalue())
    refused(file, "compressed in a way that NumPy does not use")


@pytest.mark.parametrize("data", [b"", b"rubbish" * 100, b"PK\x05\x06" + bytes(18)])
def test_no_zip(file, data):
    file.write_bytes(data)
    refused(file, "not an .npz file|holds 0 arrays")


def test_every_truncation_is_refused(file):
    np.savez_compressed(file, **ARRAYS)
    whole = file.read_bytes()
    for length in range(0, len(whole), 13):
        file.write_bytes(whole[:length])
        refused(file, "mnist.npz")


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_flipped_bytes_raise_nothing_but_data_errors(file, save):
    save(file, **ARRAYS)
    whole = file.read_bytes()
    # The local header, the array's header, and the directory at the end.
    places = [*range(160), *range(len(whole) - 260, len(whole))]
    places += [*np.random.default_rng(4).integers(0, len(whole), 100)]
    assert count_refusals(file, with_flips(whole, places), lambda: read_arrays((file,))) > 200


def test_gone(file):
    refused(file, "There is no .*mnist.npz")


def test_a_folder_instead_of_a_file(file):
    file.mkdir()
    refused(file, "cannot be read|no permission")
