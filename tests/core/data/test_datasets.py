"""core.data.datasets and its formats: which files make a data set, and what comes of it."""

import gzip
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.datasets import find_mnist, load
from core.errors import DataError
from core.home import Home
from tests.core.data.digit_files import assert_split, csv_text, some_digits, write_idx_folder

TRAIN, TEST = some_digits(30, seed=1), some_digits(10, seed=2)


def assert_digits(dataset, *, test=TEST):
    assert_split(dataset.train_images, dataset.train_labels, TRAIN)
    assert_split(dataset.test_images, dataset.test_labels, test)


def write_npz(file):
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez(file, x_train=TRAIN[0], y_train=TRAIN[1], x_test=TEST[0], y_test=TEST[1])
    return file


def write_csv(folder, train="mnist_train.csv", test="mnist_test.csv"):
    folder.mkdir(exist_ok=True)
    (folder / train).write_text(csv_text(*TRAIN))
    if test:
        (folder / test).write_text(csv_text(*TEST, header=True))
    return folder


def no_split():
    return np.zeros((0, 28, 28)), np.zeros(0)


def said(dataset):
    return " ".join(dataset.notes)


def refused(path, match):
    with pytest.raises(DataError, match=match) as caught:
        load(path)
    assert caught.value.cure


# Folders and files


@pytest.mark.parametrize("packed", [False, True])
def test_idx_folder(tmp_path, packed):
    folder = tmp_path / "my digits 数字"
    write_idx_folder(folder, packed=packed)
    dataset = load(folder)
    assert_digits(dataset)
    assert dataset.name == "my digits 数字"
    assert dataset.source == str(folder)


def test_idx_names_with_dots_and_mixed_packing(tmp_path):
    write_idx_folder(tmp_path)
    for file in tmp_path.glob("*-images-*"):
        file.rename(file.with_name(file.name.replace("-idx", ".idx")))
    labels = tmp_path / "t10k-labels-idx1-ubyte"
    (tmp_path / "t10k-labels.idx1-ubyte.gz").write_bytes(gzip.compress(labels.read_bytes()))
    labels.unlink()
    assert_digits(load(tmp_path))


def test_an_idx_file_stands_for_its_folder(tmp_path):
    write_idx_folder(tmp_path, packed=True)
    assert_digits(load(tmp_path / "t10k-labels-idx1-ubyte.gz"))


def test_idx_without_a_test_split(tmp_path):
    write_idx_folder(tmp_path)
    for file in tmp_path.glob("t10k-*"):
        file.unlink()
    assert_digits(load(tmp_path), test=no_split())


@pytest.mark.parametrize("missing", ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
def test_an_idx_file_that_is_missing_is_named(tmp_path, missing):
    write_idx_folder(tmp_path)
    (tmp_path / missing).unlink()
    refused(tmp_path, rf"but not {missing}. Put {missing} or {missing}.gz beside it")


def test_half_a_test_split_is_left_out_and_named(tmp_path):
    write_idx_folder(tmp_path)
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    dataset = load(tmp_path)
    assert_digits(dataset, test=no_split())
    assert "t10k-images-idx3-ubyte was left out: its images or its labels" in said(dataset)


def test_a_chosen_test_part_is_read_without_its_partner(tmp_path):
    write_idx_folder(tmp_path)
    (tmp_path / "train-labels-idx1-ubyte").unlink()
    dataset = load(tmp_path / "t10k-labels-idx1-ubyte")
    assert_split(dataset.train_images, dataset.train_labels, TEST)


def test_npz_file_and_folder(tmp_path):
    file = write_npz(tmp_path / "mnist.npz")
    write_npz(tmp_path / "other.npz")
    assert_digits(load(file))
    assert_digits(load(tmp_path))
    assert load(tmp_path).name == "mnist.npz"
    file.unlink()
    assert load(tmp_path).name == "other.npz"


def test_npz_files_to_choose_from(tmp_path):
    write_npz(tmp_path / "a.npz")
    write_npz(tmp_path / "b.npz")
    refused(tmp_path, r"more than one data set: a.npz, b.npz. Open one")


@pytest.mark.parametrize(
    ("train", "test"),
    [
        ("mnist_train.csv", "mnist_test.csv"),
        ("Train.csv", "Test.csv"),
        ("train.csv", "t10k.csv"),
        ("MNIST-training.CSV", "mnist-testing.csv"),
    ],
)
def test_csv_partners(tmp_path, train, test):
    write_csv(tmp_path, train, test)
    (tmp_path / "readme.txt").write_text("mine")
    for path in (tmp_path, tmp_path / train, tmp_path / test):
        dataset = load(path)
        assert_digits(dataset)
        assert dataset.name == train


def test_a_lone_csv(tmp_path):
    write_csv(tmp_path, "digits.csv", None)
    assert_digits(load(tmp_path), test=no_split())
    assert_digits(load(tmp_path / "digits.csv"), test=no_split())


def test_a_packed_csv(tmp_path):
    (tmp_path / "digits.csv.gz").write_bytes(gzip.compress(csv_text(*TRAIN).encode()))
    assert_digits(load(tmp_path / "digits.csv.gz"), test=no_split())


def test_csv_files_to_choose_from(tmp_path):
    write_csv(tmp_path, "a.csv", "b.csv")
    refused(tmp_path, "more than one data set: a.csv, b.csv")
    assert_digits(load(tmp_path / "a.csv"), test=no_split())


def test_a_test_file_without_labels_is_left_out(tmp_path):
    write_csv(tmp_path, "train.csv", None)
    images = [line.partition(",")[2] for line in csv_text(*TEST, header=True).splitlines()]
    (tmp_path / "test.csv").write_text("\n".join(images))
    assert_digits(load(tmp_path), test=no_split())


def test_a_test_file_that_cannot_be_used_is_left_out_and_named(tmp_path):
    write_csv(tmp_path, "train.csv", None)
    (tmp_path / "test.csv").write_text("1,2,3\n")
    dataset = load(tmp_path)
    assert_digits(dataset, test=no_split())
    assert "test.csv was left out: " in said(dataset)
    assert "a row holds 3 values" in said(dataset)


def test_a_chosen_file_is_not_left_out(tmp_path):
    write_csv(tmp_path, "train.csv", None)
    (tmp_path / "test.csv").write_text("1,2,3\n")
    refused(tmp_path / "test.csv", "a row holds 3 values")


@pytest.mark.parametrize(
    ("train", "test"), [("", None), ("train", "test"), ("training", "testing"), ("train", None)]
)
def test_image_folders(tmp_path, train, test):
    for name, (images, labels) in ((train, TRAIN), (test, TEST)):
        for index, (image, label) in enumerate(zip(images, labels, strict=True)):
            place = tmp_path / (name if name is not None else "elsewhere") / str(label)
            place.mkdir(parents=True, exist_ok=True)
            # A black border, as digits have: white on black.
            image = np.pad(image[1:-1, 1:-1], 1)
            Image.fromarray(image).save(place / f"{index}.png")
    dataset = load(tmp_path)
    assert np.bincount(dataset.train_labels).tolist() == np.bincount(TRAIN[1]).tolist()
    expected = np.bincount(TEST[1]) if test else np.zeros(0)
    assert np.bincount(dataset.test_labels).tolist() == expected.tolist()


def test_an_empty_folder_is_told_what_was_looked_for(tmp_path):
    refused(tmp_path, "holds no digits. .*train-images-idx3-ubyte.*mnist.npz.*CSV.*0 to 9")


def test_another_kind_of_file(tmp_path):
    file = tmp_path / "digits.doc"
    file.write_bytes(b"PK")
    refused(file, "digits.doc is no kind of data set .*IDX")


@pytest.mark.parametrize("name", ["nothing", "nothing.npz", "a\0b", "x" * 300])
def test_nothing_there(tmp_path, name):
    refused(tmp_path / name, "There is no file or folder|cannot be read: File name too long")


def test_no_permission(tmp_path, monkeypatch):
    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    refused(tmp_path, "You have no permission to read")


# Finding MNIST


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A home, an INKLING_DATA and a Keras cache, all empty."""
    monkeypatch.setenv("INKLING_DATA", str(tmp_path / "named"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    return Home(tmp_path / "home"), tmp_path


def test_nothing_is_found(places):
    home, folder = places
    assert find_mnist(home, None) is None
    assert find_mnist(home, folder / "preferred") is None


def test_the_first_place_that_has_it_wins(places):
    home, folder = places
    in_keras_cache = write_npz(folder / "keras" / "datasets" / "mnist.npz")
    assert find_mnist(home) == in_keras_cache
    write_idx_folder(home.data, packed=True)
    assert find_mnist(home) == home.data
    write_idx_folder(folder / "named")
    assert find_mnist(home) == folder / "named"
    write_csv(folder / "preferred")
    assert find_mnist(home, folder / "preferred") == folder / "preferred"
    assert_digits(load(find_mnist(home)))


def test_without_settings_keras_keeps_it_in_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("INKLING_DATA", raising=False)
    monkeypatch.delenv("KERAS_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    file = write_npz(tmp_path / ".keras" / "datasets" / "mnist.npz")
    assert find_mnist(Home(tmp_path / "home")) == file


def test_an_unfinished_download_is_passed_over(places):
    from core.data.download import MNIST_FILES

    home, _ = places
    write_idx_folder(home.data, packed=True)
    for done in range(len(MNIST_FILES)):
        for file in MNIST_FILES[done:]:
            (home.data / file.name).unlink(missing_ok=True)
        assert find_mnist(home) is None
        write_idx_folder(home.data, packed=True)
    assert find_mnist(home) == home.data


# The whole MNIST


def test_the_whole_of_mnist(mnist_folder):
    dataset = load(mnist_folder)
    assert dataset.name == "MNIST"
    assert dataset.train_images.shape == (60_000, 28, 28)
    assert dataset.test_images.shape == (10_000, 28, 28)
    assert dataset.train_labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert dataset.test_labels[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    assert np.bincount(dataset.test_labels).tolist() == [
        980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009,
    ]  # fmt: skip
    assert dataset.train_images.mean() / 255 == pytest.approx(0.1307, abs=5e-5)


def test_the_whole_of_mnist_as_npz_is_the_same(mnist_folder, tmp_path):
    mnist = load(mnist_folder)
    np.savez(
        tmp_path / "mnist.npz",
        x_train=mnist.train_images,
        y_train=mnist.train_labels.astype(np.uint8),
        x_test=mnist.test_images,
        y_test=mnist.test_labels.astype(np.uint8),
    )
    dataset = load(tmp_path)
    assert dataset.name == "MNIST"
    assert dataset.fingerprint == mnist.fingerprint
