"""IDX files, as MNIST and those after it come."""

from __future__ import annotations

import gzip
import string
import struct

import numpy as np

from core.data.datasets import Wishes
from tests.core.data.corpus.case import Case, Read, Refused, digits, fitted

KINDS = {"u1": 8, "i4": 12, "f4": 13}
CLOTHES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
    "Bag", "Ankle boot",
)  # fmt: skip


def idx_bytes(values, kind="u1"):
    values = np.asarray(values)
    header = bytes((0, 0, KINDS[kind], values.ndim))
    header += struct.pack(f">{values.ndim}I", *values.shape)
    return header + values.astype(f">{kind}").tobytes()


def write(folder, files):
    """Write name -> bytes, through gzip where the name says so."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return folder


def four(prefix="", *, test="t10k", end="-ubyte.gz", dash="-", change=lambda images: images,
         labels=lambda labels: labels):  # fmt: skip
    train_images, train_labels, test_images, test_labels = digits()
    files = {}
    for split, images, own in (
        ("train", train_images, train_labels),
        (test, test_images, test_labels),
    ):
        files[f"{prefix}{split}-images{dash}idx3{end}"] = idx_bytes(change(images))
        files[f"{prefix}{split}-labels{dash}idx1{end}"] = idx_bytes(labels(own))
    return files


def pairs():
    train_images, train_labels, test_images, test_labels = digits()
    return (train_images, train_labels), (test_images, test_labels)


def idx_case(name, files, *says, folder="set", open_file=None, read=None, wishes=None, **more):
    def make(place):
        write(place / folder, files())
        return place / folder / open_file if open_file else place / folder

    return Case(
        "IDX", name, make, Read(*(read or pairs()), says=says, **more), wishes or Wishes()
    )


def transposed(images):
    return images.swapaxes(1, 2)


def idx_cases():
    return (*_mnist(), *_emnist(), *_others())


def _mnist():
    yield idx_case("MNIST, packed", four, silent=True)
    yield idx_case("MNIST, unpacked", lambda: four(end="-ubyte"), silent=True)
    yield idx_case("MNIST, names with dots", lambda: four(end="-ubyte", dash="."), silent=True)
    yield idx_case(
        "MNIST, by one of its files", four, open_file="t10k-labels-idx1-ubyte.gz", silent=True
    )
    yield idx_case(
        "MNIST, packed and unpacked side by side",
        lambda: {**four(), **four(end="-ubyte")},
        silent=True,
    )
    for names in (("train-images", "train-labels"), ("train_images.bin", "train_labels.bin")):
        yield idx_case(
            f"known by its first bytes: {names[0]}",
            lambda own=names: dict(
                zip(own, (idx_bytes(values) for values in pairs()[0]), strict=True)
            ),
            "There are no test images",
            read=(pairs()[0],),
        )
    flat = lambda: four(change=lambda images: images.reshape(-1, 784))  # noqa: E731
    yield idx_case("images as rows", flat, silent=True)
    images, labels = map(idx_bytes, pairs()[0])
    yield idx_case(
        "train_x.idx, train_y.idx",
        lambda: {"train_x.idx": images, "train_y.idx": labels},
        read=(pairs()[0],),
    )

    def each_in_a_folder(place):
        for name, data in four(end="-ubyte").items():
            write(place / name, {name: data})
        return place

    yield Case("IDX", "each file in a folder of its name", each_in_a_folder, Read(*pairs()))
    yield idx_case(
        "training part only",
        lambda: {name: data for name, data in four().items() if name.startswith("train")},
        "There are no test images",
        read=(pairs()[0],),
    )
    yield idx_case(
        "half a test part",
        lambda: {name: data for name, data in four().items() if name[:11] != "t10k-labels"},
        "t10k-images-idx3-ubyte.gz was left out",
        read=(pairs()[0],),
    )
    yield idx_case(
        "a damaged test part",
        lambda: {**four(), "t10k-images-idx3-ubyte.gz": b"<html>"},
        "t10k-images-idx3-ubyte.gz was left out",
        "is not an IDX file of images",
        read=(pairs()[0],),
    )
    yield Case(
        "IDX",
        "training labels missing",
        lambda place: write(
            place / "a", {n: d for n, d in four().items() if "train-l" not in n}
        ),
        Refused("but not train-labels-idx1-ubyte"),
    )


def _emnist():
    train, test = pairs()
    for part in ("digits", "mnist"):
        yield idx_case(
            f"EMNIST {part}, transposed",
            lambda part=part: four(f"emnist-{part}-", test="test", change=transposed),
            "lie transposed",
        )
    yield idx_case(
        "EMNIST digits, by one of its files",
        lambda: {
            **four("emnist-digits-", test="test", change=transposed),
            **four("emnist-mnist-", test="test"),
        },
        "lie transposed",
        open_file="emnist-digits-train-images-idx3-ubyte.gz",
    )
    yield idx_case(
        "EMNIST digits, made upright by somebody",
        lambda: four("emnist-digits-", test="test"),
        silent=True,
    )
    yield idx_case(
        "transposed, by no name",
        lambda: four(change=transposed),
        "lie transposed (rows and columns exchanged",
    )
    for words, turn in (
        ("upside down", lambda images: images[:, ::-1, ::-1]),
        ("mirrored, left and right", lambda images: images[:, :, ::-1]),
        ("on their left side", lambda images: np.rot90(images, 1, (1, 2))),
        ("on their right side", lambda images: np.rot90(images, -1, (1, 2))),
    ):
        yield idx_case(f"digits {words}", lambda turn=turn: four(change=turn), words)
    yield idx_case(
        "transposed, taken as stored",
        lambda: four(change=transposed),
        "taken as they are stored",
        read=tuple((transposed(images), labels) for images, labels in pairs()),
        wishes=Wishes(as_stored=True),
    )
    many = [np.arange(len(labels)) % 26 for _, labels in pairs()]
    letters = tuple((images, own) for (images, _), own in zip(pairs(), many, strict=True))
    yield idx_case(
        "EMNIST letters: labels from 1, transposed",
        lambda: {
            f"emnist-letters-{split}-{kind}": data
            for split, images, labels in (
                ("train", train[0], many[0]),
                ("test", test[0], many[1]),
            )
            for kind, data in (
                ("images-idx3-ubyte", idx_bytes(transposed(images))),
                ("labels-idx1-ubyte", idx_bytes(labels + 1)),
            )
        },
        "By its name this is EMNIST letters",
        "lie transposed",
        read=letters,
        classes=tuple(string.ascii_uppercase),
    )
    yield idx_case(
        "EMNIST letters with another mapping",
        lambda: {
            "emnist-letters-train-images-idx3-ubyte": idx_bytes(transposed(train[0])),
            "emnist-letters-train-labels-idx1-ubyte": idx_bytes(many[0] + 1),
            "emnist-letters-mapping.txt": "".join(
                f"{i + 1} {97 + i} {65 + i}\n" for i in range(26)
            ).encode(),
        },
        "By its name this is EMNIST letters",
        read=(letters[0],),
        classes=tuple(string.ascii_lowercase),
    )
    balanced = np.arange(len(train[1])) % 47
    yield idx_case(
        "EMNIST balanced: 47 classes",
        lambda: {
            "emnist-balanced-train-images-idx3-ubyte": idx_bytes(transposed(train[0])),
            "emnist-balanced-train-labels-idx1-ubyte": idx_bytes(balanced),
        },
        "By its name this is EMNIST balanced",
        read=((train[0], balanced),),
        classes=tuple("0123456789" + string.ascii_uppercase + "abdefghnqrt"),
    )
    yield Case(
        "IDX",
        "six sets in one folder",
        lambda place: write(
            place / "gzip", {**four("emnist-digits-"), **four("emnist-letters-")}
        ),
        Refused("more than one data set: emnist-digits-.*, emnist-letters-.*Open one"),
    )


def _others():
    train, test = pairs()
    wide = [
        np.column_stack([labels, np.arange(len(labels) * 7).reshape(-1, 7)])
        for _, labels in pairs()
    ]
    yield idx_case(
        "QMNIST: labels of eight columns",
        lambda: {
            f"qmnist-{split}-{kind}": data
            for split, images, labels in (
                ("train", train[0], wide[0]),
                ("test", test[0], wide[1]),
            )
            for kind, data in (
                ("images-idx3-ubyte.gz", idx_bytes(images)),
                ("labels-idx2-int.gz", idx_bytes(labels, "i4")),
            )
        },
        "eight columns, as QMNIST's have",
    )
    yield idx_case(
        "Fashion-MNIST, by its folder's name",
        four,
        "By its name this is Fashion-MNIST",
        folder="fashion",
        classes=CLOTHES,
    )
    yield idx_case(
        "dark on light",
        lambda: four(change=lambda images: 255 - images),
        "dark on light, as their borders tell",
    )
    yield idx_case(
        "pixels of 0 and 1",
        lambda: four(change=lambda images: images // 128),
        "The pixels are 0 and 1 only: they were multiplied",
        read=tuple(((images // 128) * 255, labels) for images, labels in pairs()),
    )
    yield idx_case(
        "images of floats",
        lambda: {
            "train-images-idx3-ubyte": idx_bytes(train[0] / 255, "f4"),
            "train-labels-idx1-ubyte": idx_bytes(train[1]),
        },
        "fractions from 0 to 1",
        read=(train,),
    )
    padded = np.pad(train[0], ((0, 0), (2, 2), (2, 2)))
    yield idx_case(
        "images of 32 x 32",
        lambda: {
            "train-images-idx3-ubyte": idx_bytes(padded),
            "train-labels-idx1-ubyte": idx_bytes(train[1]),
        },
        "of 32 x 32 pixels: each was fitted",
        read=((fitted(padded), train[1]),),
    )
    sevens = train[0][train[1] == 7]
    yield idx_case(
        "one class only",
        lambda: {
            "train-images-idx3-ubyte": idx_bytes(sevens),
            "train-labels-idx1-ubyte": idx_bytes(np.full(len(sevens), 7)),
        },
        "All training images are of one class, 7",
        read=((sevens, np.full(len(sevens), 7)),),
    )
    blank = np.zeros((40, 28, 28), np.uint8)
    yield idx_case(
        "all blank",
        lambda: {
            "train-images-idx3-ubyte": idx_bytes(blank),
            "train-labels-idx1-ubyte": idx_bytes(np.arange(40) % 10),
        },
        "All images are blank",
        read=((blank, np.arange(40) % 10),),
    )
