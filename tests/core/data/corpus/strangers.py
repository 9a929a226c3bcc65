"""What is no data set, or not yet: each is said to be what it is."""

from __future__ import annotations

import gzip
import pickle

import numpy as np

from tests.core.data.corpus.case import Case, Refused, digits
from tests.core.data.corpus.folders import write as write_pictures
from tests.core.data.corpus.idx import four
from tests.core.data.corpus.idx import write as write_files


def writes(name, data):
    def make(folder):
        (folder / name).write_bytes(data)
        return folder / name

    return make


def stranger_cases():
    return (*_files(), *_folders())


def _files():
    pickled = gzip.compress(pickle.dumps(([1.0], [2])))
    for name, data, sentence in (
        ("mnist.pkl.gz", pickled, "a Python pickle, which may run any program.*mnist.npz"),
        ("digits.bin", pickle.dumps([1]), "a Python pickle"),
        ("training.pt", b"PK\x03\x04", "PyTorch.*the folder raw"),
        ("archive.zip", b"PK\x03\x04", "is an archive. Unpack it"),
        ("mnist.tar.gz", gzip.compress(b"x"), "is an archive. Unpack it"),
        ("train-images.idx3-ubyte.xz", b"\xfd7zXZ", "packed in a way"),
        ("digits.xlsx", b"PK\x03\x04", "a spreadsheet.*save it as CSV"),
        ("train.parquet", b"PAR1", "binary format.*numpy.savez"),
        ("train.tfrecord", b"\0" * 20, "TensorFlow's records"),
        ("mnist_784.arff", b"@RELATION mnist", "text, but no table.*CSV"),
        ("mnist.scale", b"5 153:0.0117 154:0.07 155:1\n", "LIBSVM.*load_svmlight_file"),
        ("net.keras", b"PK\x03\x04", "a network, not a data set"),
        ("notes.doc", b"hello", "no kind of data set that Inkling knows"),
        ("nothing.bin", b"", "is empty"),
        ("big.bin", b"version https://git-lfs.github.com/spec/v1\n", "pointer of Git LFS"),
        ("mnist.npz", b"version https://git-lfs.github.com/spec/v1\n", "pointer of Git LFS"),
        ("mnist.npz", b"<html>", "a web page, not a data set"),
    ):
        yield Case(
            "other", f"{name} ({sentence[:20]} ...)", writes(name, data), Refused(sentence)
        )
    yield Case(
        "other", "nothing there", lambda folder: folder / "gone", Refused("no file or folder")
    )


def _folders():
    def torchvision(folder):
        write_files(folder / "MNIST" / "raw", four())
        (folder / "MNIST" / "processed").mkdir()
        (folder / "MNIST" / "processed" / "training.pt").write_bytes(b"PK")
        return folder / "MNIST"

    yield Case(
        "other",
        "torchvision's MNIST/",
        torchvision,
        Refused("but raw inside it does. Open .*raw"),
    )

    def deep(folder):
        write_pictures(folder / "a" / "b" / "train")
        (folder / "a" / "c").mkdir()
        (folder / "d").mkdir()
        return folder

    yield Case(
        "other", "digits three folders below", deep, Refused("but a.b inside it does. Open .*b")
    )

    def empty(folder):
        (folder / "new").mkdir()
        return folder / "new"

    yield Case("other", "an empty folder", empty, Refused("It holds nothing"))

    def texts(folder):
        (folder / "notes.md").write_text("x")
        (folder / "code").mkdir()
        return folder

    yield Case("other", "texts", texts, Refused("holds no digits. It holds code/, notes.md"))

    def several(folder):
        for name in "ab":
            np.savez(folder / f"{name}.npz", x=digits()[0], y=digits()[1])
        return folder

    yield Case("other", "two .npz", several, Refused("more than one data set: a.npz, b.npz"))
