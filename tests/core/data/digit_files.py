"""Writes small data sets in each format, for the tests of their readers."""

import gzip
import struct

import numpy as np

from core.errors import DataError

NAMES = {
    "train": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    "t10k": ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
}


def some_digits(count, *, seed=1, side=28):
    """Random images with random labels: every value from 0 to 255, every digit."""
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 256, (count, side, side), dtype=np.uint8)
    return images, rng.integers(0, 10, count)


def idx_bytes(values):
    values = np.asarray(values, np.uint8)
    header = bytes((0, 0, 8, values.ndim)) + struct.pack(f">{values.ndim}I", *values.shape)
    return header + values.tobytes()


def write_idx_folder(folder, *, train=30, test=10, packed=False):
    """Write the four IDX files; give the train and the test split."""
    folder.mkdir(parents=True, exist_ok=True)
    splits = some_digits(train, seed=1), some_digits(test, seed=2)
    for names, split in zip(NAMES.values(), splits, strict=True):
        for name, values in zip(names, split, strict=True):
            data = idx_bytes(values)
            file = folder / (name + ".gz" if packed else name)
            file.write_bytes(gzip.compress(data) if packed else data)
    return splits


def csv_text(images, labels, *, header=False, newline="\n", separator=",", form="{}"):
    rows = np.column_stack([labels, images.reshape(len(images), -1)])
    lines = [separator.join(form.format(value) for value in row) for row in rows]
    if header:
        lines.insert(0, separator.join(["label", *(f"pixel{i}" for i in range(784))]))
    return newline.join(lines) + newline


def parts(split):
    """Images and labels of a split that a reader gave."""
    return split.images, split.labels


def assert_split(images, labels, expected):
    assert images.dtype == np.uint8
    assert labels.dtype == np.int64
    np.testing.assert_array_equal(images, expected[0])
    np.testing.assert_array_equal(labels, expected[1])


def with_flips(whole, places, *, seed=3):
    """`whole` again and again, each time with another byte changed."""
    rng = np.random.default_rng(seed)
    for place in places:
        broken = bytearray(whole)
        broken[place] ^= rng.integers(1, 256)
        yield broken


def count_refusals(file, variants, read):
    """How many variants of a file `read` refuses; anything but a DataError gets out."""
    refusals = []
    for data in variants:
        file.write_bytes(data)
        try:
            read()
        except DataError as error:
            refusals.append(str(error))
    assert all(refusals)
    return len(refusals)
