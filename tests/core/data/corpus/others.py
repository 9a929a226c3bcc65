"""Other classes than digits, and sets that people meet under other names."""

from __future__ import annotations

import gzip
import io
import string
import tarfile
import zipfile

import numpy as np
from PIL import Image

from tests.core.data.corpus.case import NOTHING, Case, Read, Refused, digits
from tests.letters import NAMES, letters

PIXELS = tuple(f"pixel{i}" for i in range(784))
ALL = tuple(string.digits + string.ascii_uppercase + string.ascii_lowercase)
SIGNS = tuple(letter for letter in NAMES if letter not in "JZ")


def some(names=NAMES, each=4, tested=2):
    data = letters(each, tested, names)
    return (data.train_images, data.train_labels), (data.test_images, data.test_labels)


def table(images, labels, names=None, last=False, separator=","):
    lines = [separator.join(names)] if names else []
    for image, label in zip(images, labels, strict=True):
        cells = [*map(str, image.ravel())]
        lines.append(separator.join([*cells, str(label)] if last else [str(label), *cells]))
    return "\n".join(lines) + "\n"


def read(name, make, train, *says, test=NOTHING, classes=NAMES, kind="classes", **more):
    return Case(kind, name, make, Read(train, test, says=says, classes=classes, **more))


def refused(name, make, sentence, kind="classes"):
    return Case(kind, name, make, Refused(sentence))


def writes(name, content):
    def make(folder):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data = content() if callable(content) else content
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return file

    return make


def other_cases():
    return (
        *_tables(),
        *_signs(),
        *_arrays(),
        *_folders(),
        *_listed(),
        *_named_twice(),
        *_archives(),
    )


def _tables():
    train, test = some()
    header = ("0", *(f"0.{n}" for n in range(1, 785)))
    text = lambda: table(*train, names=header)  # noqa: E731 - made when it is wanted
    first = np.zeros((1, 28, 28), np.uint8)
    whole = np.concatenate([first, train[0]]), np.concatenate([[0], train[1]])
    yield read("A_Z Handwritten Data.csv", writes("A_Z Handwritten Data.csv", text), whole,
               "A-Z handwritten", "pandas took for the names")  # fmt: skip
    yield read("the same as letters.csv", writes("letters.csv", text), whole,
               "taken for the letters A to Z")  # fmt: skip
    yield read("letters as text, no header",
               writes("d.csv", lambda: table(train[0], np.array(NAMES)[train[1]])), train,
               "first column: it alone can be labels")  # fmt: skip
    yield read("letters as text, TSV, last",
               writes("d.tsv", lambda: table(train[0], np.array(NAMES)[train[1]], last=True,
                                             names=(*PIXELS, "class"), separator="\t")),
               train)  # fmt: skip
    yield read("codes of characters", writes("d.csv", lambda: table(train[0], train[1] + 65)),
               train, "codes of characters (65 to 90)")  # fmt: skip
    byclass, _ = some(ALL, 2, 0)
    yield read(
        "emnist-byclass-train.csv.gz",
        writes("emnist-byclass-train.csv.gz", lambda: gzip.compress(
            table(byclass[0].swapaxes(1, 2), byclass[1]).encode())),
        byclass, "EMNIST byclass", "lie transposed", classes=ALL,
    )  # fmt: skip

    def emnist(folder):
        for split, (images, labels) in (("train", train), ("test", test)):
            text = table(images.swapaxes(1, 2), labels + 1)
            (folder / f"emnist-letters-{split}.csv").write_text(text)
        return folder

    yield read("EMNIST letters, CSV", emnist, train, "EMNIST letters", test=test)

    def kannada(folder):
        images, labels, more, more_labels = digits()
        (folder / "train.csv").write_text(table(images, labels, ("label", *PIXELS)))
        (folder / "Dig-MNIST.csv").write_text(table(more, more_labels, ("label", *PIXELS)))
        return folder

    yield read("a table beside that is no part", kannada, digits()[:2], "Dig-MNIST.csv",
               classes=tuple("0123456789"))  # fmt: skip


def _signs():
    train, test = some(SIGNS, 5, 5)
    stored = np.array([n for n, letter in enumerate(NAMES) if letter in SIGNS])
    header = ("label", *PIXELS)

    def make(folder):
        for split, (images, labels) in (("train", train), ("test", test)):
            name = f"sign_mnist_{split}"
            (folder / name).mkdir()
            text = table(images, stored[labels], header)
            (folder / name / f"{name}.csv").write_text(text)
        return folder

    yield read("Sign Language MNIST, a folder a table", make, train, "Sign Language MNIST",
               test=test, classes=SIGNS)  # fmt: skip
    yield read("the same as train.csv",
               writes("train.csv", lambda: table(train[0], stored[train[1]], header)), train,
               "no image has the label 9", classes=tuple(map(str, stored)))  # fmt: skip
    slipped = np.append(train[1][:-1], 30)
    yield refused("a slip of the pen beyond the gap",
                  writes("train.csv", lambda: table(train[0], slipped, header)),
                  "label number .* is ")  # fmt: skip


def _arrays():
    train, test = some()
    three = train[0], train[1] % 3

    def npz(**arrays):
        def make(folder):
            np.savez(folder / "data.npz", **arrays)
            return folder / "data.npz"

        return make

    yield read("npz, 26 labels",
               npz(x_train=train[0], y_train=train[1], x_test=test[0], y_test=test[1]), train,
               "taken for the letters A to Z", test=test)  # fmt: skip
    yield read("npz, names as labels", npz(x_train=train[0], y_train=np.array(NAMES)[train[1]]),
               train)  # fmt: skip
    yield read("npz, names of the classes beside",
               npz(x_train=train[0], y_train=three[1], class_names=np.array(["a", "b", "c"])),
               three, "taken from class_names", classes=("a", "b", "c"))  # fmt: skip

    def pair(folder):
        np.save(folder / "features.npy", train[0].reshape(-1, 784))
        np.save(folder / "labels.npy", np.array(NAMES)[train[1]])
        return folder

    yield read("features.npy and labels.npy", pair, train)

    def one_hot(folder):
        np.save(folder / "X.npy", train[0][..., None] / 255)
        np.save(folder / "Y.npy", np.eye(26)[train[1]])
        return folder

    yield read("X.npy and Y.npy, one-hot", one_hot, train, "one-hot", "fractions from 0 to 1")

    def drawings(folder):
        for number, name in enumerate(("cat", "sun", "tree")):
            own = three[0][three[1] == number].reshape(-1, 784)
            np.save(folder / f"full_numpy_bitmap_{name}.npy", own)
        return folder

    yield read("an array of images a class", drawings, three, "images of one class",
               classes=("cat", "sun", "tree"), mixed=True)  # fmt: skip


def _folders():
    train, _ = some()

    def tree(name=lambda label: NAMES[label], start=""):
        def make(folder):
            for n, (image, label) in enumerate(zip(*train, strict=True)):
                place = folder / start / name(label)
                place.mkdir(parents=True, exist_ok=True)
                Image.fromarray(image).save(place / f"{n}.png")
            return folder

        return make

    yield read("A to Z", tree(), train, mixed=True)
    numbered = tuple(f"class_{n}" for n in range(26))
    yield read("class_0 to class_25, in their order", tree(lambda n: f"class_{n}"), train,
               classes=numbered, mixed=True)  # fmt: skip

    def many(folder):
        for n in range(101):
            (folder / f"c{n}").mkdir()
            Image.fromarray(train[0][0]).save(folder / f"c{n}" / "1.png")
        return folder

    yield refused(
        "101 folders", many, "holds 101 folders with pictures; Inkling takes 2 to 100"
    )


def _listed():
    train, _ = some()

    def listed(folder):
        (folder / "Img").mkdir()
        lines = ["image,label"]
        for n, (image, label) in enumerate(zip(*train, strict=True)):
            Image.fromarray(image).save(folder / "Img" / f"img{n:03}.png")
            lines.append(f"Img/img{n:03}.png,{NAMES[label]}")
        (folder / "english.csv").write_text("\n".join(lines))
        return folder

    yield read("a table of pictures in Img", listed, train, "table beside them", mixed=True)
    yield read("the table itself", lambda folder: listed(folder) / "english.csv", train,
               mixed=True)  # fmt: skip
    lone = writes("english.csv", "image,label\nImg/1.png,A\nImg/2.png,B\n")
    yield refused("a table without its pictures", lone, "lists pictures, but they are not")


def _named_twice():
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    images, labels = (part[:40] for part in digits()[:2])

    def both(folder):
        for n, (image, label) in enumerate(zip(images, labels, strict=True)):
            place = folder / f"{label} - {words[label]}"
            place.mkdir(exist_ok=True)
            Image.fromarray(image).save(place / f"{n}.png")
        return folder

    yield read("0 - zero to 9 - nine", both, (images, labels), "names of digits",
               classes=tuple("0123456789"), mixed=True)  # fmt: skip


def _archives():
    def zipped(folder):
        with zipfile.ZipFile(folder / "letters.zip", "w") as file:
            file.writestr("letters/A/1.png", b"x")
        return folder / "letters.zip"

    def tarred():
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w:gz") as file:
            file.addfile(tarfile.TarInfo("letters/A/1.png"))
        return content.getvalue()

    yield refused("a zip of a folder", zipped, "is an archive", kind="stranger")
    yield refused("a folder with a zip", lambda f: zipped(f).parent,
                  "holds an archive, letters.zip", kind="stranger")  # fmt: skip
    yield refused("letters.tar.gz", writes("letters.tar.gz", tarred), "is an archive",
                  kind="stranger")  # fmt: skip
    yield refused("a packed tar named .gz", writes("letters.gz", tarred), "is an archive",
                  kind="stranger")  # fmt: skip
