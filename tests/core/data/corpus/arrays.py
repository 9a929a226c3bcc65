"""Files of named arrays: .npz, .npy, HDF5 and .mat."""

from __future__ import annotations

import importlib.util

import h5py
import numpy as np

from core.data.datasets import Wishes
from tests.core.data.corpus.case import Case, Read, Refused, digits, enlarged, fitted

NO_TEST = "There are no test images"


def arrays():
    images, labels, test_images, test_labels = digits()
    return {"x_train": images, "y_train": labels, "x_test": test_images, "y_test": test_labels}


def both():
    images, labels, test_images, test_labels = digits()
    return (images, labels), (test_images, test_labels)


def npz(name, content, *says, read=None, file="mnist.npz", save=np.savez, wishes=None, **more):
    def make(folder):
        save(folder / file, **content())
        return folder / file

    becomes = Read(*(read or both()), says=says, **more)
    return Case("NPZ", name, make, becomes, wishes or Wishes())


def renamed(*names):
    return lambda: dict(zip(names, arrays().values(), strict=True))


def changed(**changes):
    """Change the arrays whose names begin with x or with y."""
    return lambda: {
        name: changes.get(name[0], lambda values: values)(values)
        for name, values in arrays().items()
    }


def refused(name, content, sentence, file="mnist.npz"):
    def make(folder):
        np.savez(folder / file, **content())
        return folder / file

    return Case("NPZ", name, make, Refused(sentence))


def array_cases():
    return (
        *_names(),
        *_found_labels(),
        *_tables(),
        *_shapes(),
        *_values(),
        *_several_files(),
        *_hdf5(),
        *_mat(),
        *_refusals(),
    )


def _names():
    yield npz("Keras's mnist.npz", arrays, silent=True)
    yield npz("packed", arrays, save=np.savez_compressed, silent=True)
    for names in (
        ("X_train", "Y_train", "X_test", "Y_test"),
        ("train_images", "train_labels", "test_images", "test_labels"),
        ("trainX", "trainY", "testX", "testY"),
        ("training_data", "training_targets", "testing_data", "testing_targets"),
        ("arr_0", "arr_1", "arr_2", "arr_3"),
    ):
        yield npz(f"named {', '.join(names)}", renamed(*names))
    yield npz(
        "arr_0 ... in scikit-learn's order",
        lambda: dict(
            zip(
                ("arr_0", "arr_1", "arr_2", "arr_3"),
                (arrays()[name] for name in ("x_train", "x_test", "y_train", "y_test")),
                strict=True,
            )
        ),
        "was taken for testing",
    )
    train = (both()[0],)
    for names in (("images", "labels"), ("X", "y"), ("data", "target"), ("image", "label")):
        yield npz(
            f"named {names[0]}, {names[1]}",
            lambda own=names: dict(zip(own, list(arrays().values())[:2], strict=True)),
            NO_TEST,
            read=train,
        )
    yield npz(
        "a mean image before the images",
        lambda: {"mean": both()[0][0].mean(0), "images": both()[0][0], "labels": both()[0][1]},
        "Not used: mean",
        read=train,
    )
    yield npz(
        "named train, train_labels ...", renamed("train", "train_labels", "test", "test_labels")
    )
    yield npz(
        "with a validation part",
        lambda: {**arrays(), "x_val": both()[1][0], "y_val": both()[1][1]},
        "Not used: x_val, y_val",
    )
    yield npz(
        "validation instead of test",
        lambda: {
            "x_train": both()[0][0],
            "y_train": both()[0][1],
            "x_val": both()[1][0],
            "y_val": both()[1][1],
        },
        "x_val was taken for testing",
    )
    yield npz(
        "test images without labels",
        lambda: {name: own for name, own in arrays().items() if name != "y_test"},
        "Left out, as no images with as many labels: x_test",
        NO_TEST,
        read=train,
    )
    yield npz(
        "test labels of another number",
        lambda: {**arrays(), "y_test": both()[1][1][:-1]},
        "x_test was left out",
        "50 images but",
        read=train,
    )


WORDS = np.array(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
)


def _found_labels():
    images, labels = both()[0]
    train, rng = ((images, labels),), np.random.default_rng(1)
    writers = rng.integers(0, 30, len(labels))
    for name, values in (
        ("classes", WORDS[labels]),
        ("names", WORDS[labels].astype("S")),
        ("digits", labels),
    ):
        yield npz(
            f"labels under {name}, {values.dtype}",
            lambda name=name, values=values: {"images": images / 255, name: values},
            read=train,
        )
    yield npz(
        "writers before the labels",
        lambda: {"images": images, "writers": writers, "labels": labels},
        "Not used: writers",
        read=train,
    )
    yield npz(
        "labels of no known name, file names beside",
        lambda: {
            "images": images,
            "picture": np.array([f"{number}.png" for number in range(len(labels))]),
            "what": labels,
        },
        "The labels were taken from what: it alone can be labels",
        read=train,
    )
    yield npz(
        "numbers and words that say the same",
        lambda: {"images": images, "labels": labels, "classes": WORDS[labels]},
        "taken from classes; the same is in labels",
        read=train,
    )
    either = lambda: {"images": images, "a": writers % 9, "b": labels}  # noqa: E731
    yield refused(
        "two arrays that may be labels",
        either,
        r"labels may be in more than one array \(a, b\)",
    )
    yield npz("chosen by its name", either, read=train, wishes=Wishes("b"))


def _tables():
    images, labels = both()[0]
    columns = np.column_stack([labels, images.reshape(-1, 784)])
    train = ((images, labels),)
    yield npz(
        "tables as numpy.loadtxt gives them",
        lambda: {
            "train": columns,
            "test": np.column_stack([both()[1][1], both()[1][0].reshape(-1, 784)]),
        },
        "The labels were taken from the first column",
    )
    names = np.array(["label", *(f"p{n}" for n in range(784))])
    yield h5(
        "a table of pandas",
        lambda: {
            "df/axis0": names.astype("S"),
            "df/block0_items": names.astype("S"),
            "df/block0_values": columns,
        },
        read=train,
    )
    mapping = np.column_stack([np.arange(10), [ord(letter) for letter in "0123456789"]])
    yield npz(
        "EMNIST's structure under another name",
        lambda: {
            "dataset.train.images": images.swapaxes(1, 2),
            "dataset.train.labels": labels[:, None],
            "dataset.train.writers": labels[:, None] * 7,
            "dataset.mapping": mapping,
        },
        "The labels stand for the characters that dataset.mapping says",
        read=train,
    )


def _shapes():
    yield npz("(n, 28, 28, 1)", changed(x=lambda x: x[..., None]))
    yield npz("(n, 1, 28, 28)", changed(x=lambda x: x[:, None]))
    yield npz("(n, 1, 784)", changed(x=lambda x: x.reshape(-1, 1, 784)))
    yield npz("(n, 784, 1)", changed(x=lambda x: x.reshape(-1, 784, 1)))
    yield npz("(n, 784)", changed(x=lambda x: x.reshape(-1, 784)))
    yield npz("Fortran's order", changed(x=np.asfortranarray))
    yield npz("labels (n, 1)", changed(y=lambda y: y[:, None]))
    yield npz("labels (1, n)", changed(y=lambda y: y[None]))
    for kind in (np.uint8, np.float32, bool):
        yield npz(
            f"labels one-hot, {np.dtype(kind).name}",
            changed(y=lambda y, kind=kind: np.eye(10)[y].astype(kind)),
            "is one-hot",
        )
    yield npz("labels as text", changed(y=lambda y: y.astype(str)))
    yield npz("labels as bytes", changed(y=lambda y: y.astype("S1")))
    yield npz("one-hot (n, 10, 1)", changed(y=lambda y: np.eye(10)[y][..., None]), "is one-hot")
    yield npz("labels as floats", changed(y=lambda y: y.astype(np.float64)))
    yield npz(
        "grey in three channels",
        changed(x=lambda x: np.repeat(x[..., None], 3, axis=3)),
        "The colours of x_train were turned into grey",
    )
    yield npz(
        "colours first",
        changed(x=lambda x: np.repeat(x[:, None], 3, axis=1)),
        "The colours of x_train were turned into grey",
    )
    padded = [np.pad(images, ((0, 0), (2, 2), (2, 2))) for images, _ in both()]
    as_fitted = tuple(
        (fitted(images), labels) for images, (_, labels) in zip(padded, both(), strict=True)
    )
    yield npz(
        "32 x 32",
        changed(x=lambda x: np.pad(x, ((0, 0), (2, 2), (2, 2)))),
        "of 32 x 32 pixels: each was fitted",
        read=as_fitted,
    )
    yield npz(
        "32 x 32 in colour, dark on light",
        changed(
            x=lambda x: np.repeat(255 - np.pad(x, ((0, 0), (2, 2), (2, 2)))[..., None], 3, 3)
        ),
        "turned into grey",
        "of 32 x 32 pixels",
        read=as_fitted,
    )
    yield npz(
        "56 x 56",
        changed(x=lambda x: enlarged(x, 2)),
        "of 56 x 56 pixels",
        read=tuple((fitted(enlarged(images, 2)), labels) for images, labels in both()),
    )


def _values():
    yield npz(
        "16 bits",
        changed(x=lambda x: x.astype(np.uint16) * 257),
        "whole numbers from 0 to 65535",
    )
    for kind in (np.int16, np.int64, ">u2"):
        yield npz(f"pixels as {np.dtype(kind).name}", changed(x=lambda x, k=kind: x.astype(k)))
    for kind in (np.float16, np.float32, np.float64):
        name = np.dtype(kind).name
        yield npz(f"0 to 255 as {name}", changed(x=lambda x, k=kind: x.astype(k)))
        yield npz(
            f"0 to 1 as {name}",
            changed(x=lambda x, k=kind: (x / 255).astype(k)),
            "fractions from 0 to 1",
        )
    yield npz(
        "-1 to 1", changed(x=lambda x: (x / 127.5 - 1).astype(np.float32)), "from -1 to 1"
    )
    yield npz(
        "-0.5 to 0.5", changed(x=lambda x: (x / 255 - 0.5).astype(np.float32)), "-0.5 to 0.5"
    )
    yield npz(
        "standardised as PyTorch's examples do",
        changed(x=lambda x: ((x / 255 - 0.1307) / 0.3081).astype(np.float32)),
        "standardised by the mean 0.1307",
    )
    yield npz(
        "0 to 1 with rings of resampling",
        changed(x=lambda x: np.where(x == 255, 1.1, x / 255)),
        "outside 0 to 1, as resampling leaves them, were cut off",
    )
    bits = tuple(((images > 127) * np.uint8(255), labels) for images, labels in both())
    for name, change in (
        ("bool", lambda x: x > 127),
        ("0 and 1", lambda x: (x > 127).astype(np.uint8)),
        ("0.0 and 1.0", lambda x: (x > 127).astype(np.float32)),
    ):
        yield npz(name, changed(x=change), "The pixels are 0 and 1 only", read=bits)
    yield npz("dark on light", changed(x=lambda x: 255 - x), "dark on light, as their borders")
    yield npz(
        "dark on light, taken as stored",
        changed(x=lambda x: 255 - x),
        "200 of 200 images are dark on light",
        read=tuple((255 - images, labels) for images, labels in both()),
        wishes=Wishes(as_stored=True),
    )

    def every_second(images):
        mixed = images.copy()
        mixed[::2] = 255 - mixed[::2]
        return mixed

    yield npz(
        "half of them dark on light", changed(x=every_second), "100 of 200 images are dark"
    )
    yield npz("transposed", changed(x=lambda x: x.swapaxes(1, 2)), "lie transposed")
    yield npz(
        "ten for zero",
        changed(y=lambda y: np.where(y == 0, 10, y)),
        "10 was taken for the digit 0",
    )
    yield npz("codes of characters", changed(y=lambda y: y + 48), "codes of characters")
    order = np.argsort(both()[0][1], kind="stable")
    by_class = (both()[0][0][order], both()[0][1][order])
    yield npz(
        "sorted by class",
        lambda: {"x_train": by_class[0], "y_train": by_class[1]},
        "sorted by class",
        read=(by_class,),
    )
    missing = both()[0][1] != 3
    rest = both()[0][0][missing], both()[0][1][missing]
    yield npz(
        "one digit missing",
        lambda: {"x_train": rest[0], "y_train": rest[1]},
        "No training image is of the class 3",
        read=(rest,),
    )
    names = np.array(["circle", "square", "star"])[np.arange(150) % 3]
    yield npz(
        "three classes with names",
        lambda: {"x": both()[0][0], "y": names},
        "There are 3 classes, numbered from 0: circle, square, star",
        read=((both()[0][0], np.arange(150) % 3),),
        classes=("circle", "square", "star"),
    )
    twenty = np.arange(150) % 20
    yield npz(
        "twenty classes",
        lambda: {"x": both()[0][0], "y": twenty},
        "There are 20 classes: 0 to 19",
        read=((both()[0][0], twenty),),
        classes=tuple(map(str, range(20))),
    )


def _several_files():
    parts = (
        ("kmnist-train-imgs", "x_train"),
        ("kmnist-train-labels", "y_train"),
        ("kmnist-test-imgs", "x_test"),
        ("kmnist-test-labels", "y_test"),
    )

    def kmnist(opened):
        def make(folder):
            for file, name in parts:
                np.savez_compressed(folder / f"{file}.npz", arrays()[name])
            return folder / opened

        return make

    kana = tuple("おきすつなはまやれを")
    for opened, words in (("", "its folder"), ("kmnist-test-imgs.npz", "one of its files")):
        yield Case(
            "NPZ",
            f"KMNIST's four files, by {words}",
            kmnist(opened),
            Read(*both(), says=("By its name this is Kuzushiji-MNIST",), classes=kana),
        )

    def npy(folder):
        for name, values in arrays().items():
            np.save(folder / f"{name}.npy", values)
        return folder

    yield Case("NPY", "x_train.npy and its three sisters", npy, Read(*both()))
    yield Case("NPY", "by one of its files", lambda f: npy(f) / "y_test.npy", Read(*both()))


def h5(name, content, *says, read=None, file="digits.h5", options=None, **more):
    def make(folder):
        with h5py.File(folder / file, "w") as opened:
            for own, values in content().items():
                opened.create_dataset(own, data=values, **(options or {}))
        return folder / file

    return Case("HDF5", name, make, Read(*(read or both()), says=says, **more))


def _hdf5():
    yield h5("x_train ... y_test", arrays)
    yield h5(
        "train/images ...",
        renamed("train/images", "train/labels", "test/images", "test/labels"),
    )
    yield h5("packed in chunks", arrays, options={"compression": "gzip", "shuffle": True})
    yield h5(
        ".hdf5, LZF", arrays, file="a.hdf5", options={"compression": "lzf", "chunks": True}
    )
    small = [images[:, 6:22, 6:22] for images, _ in both()]
    yield h5(
        "USPS: 16 x 16, floats, train/data and train/target",
        lambda: {
            "train/data": (small[0] / 255).reshape(-1, 256).astype(np.float32),
            "train/target": both()[0][1],
            "test/data": (small[1] / 255).reshape(-1, 256).astype(np.float32),
            "test/target": both()[1][1],
        },
        "fractions from 0 to 1",
        "of 16 x 16 pixels",
        read=tuple(
            (fitted(own), labels) for own, (_, labels) in zip(small, both(), strict=True)
        ),
    )
    yield h5(
        "features (n, 1, 28, 28) and targets (n, 1)",
        lambda: {"features": both()[0][0][:, None], "targets": both()[0][1][:, None]},
        NO_TEST,
        read=(both()[0],),
    )
    yield h5(
        "labels as texts of any length",
        lambda: {"data": both()[0][0], "labels": WORDS[both()[0][1]].astype(object)},
        "names of digits",
        read=(both()[0],),
    )
    by_class = {str(n): both()[0][0][both()[0][1] == n] for n in range(10)}
    yield h5(
        "a group a class",
        lambda: {f"all/{name}/images": own for name, own in by_class.items()},
        "Each array holds the images of one class",
        read=(both()[0],),
        mixed=True,
    )
    yield h5(
        "MATLAB 7.3: images along the last axis",
        lambda: {"X": np.moveaxis(both()[0][0], 0, -1), "y": both()[0][1][None]},
        NO_TEST,
        read=(both()[0],),
    )

    def linked(folder):
        with h5py.File(folder / "other.h5", "w") as other:
            other["x_train"] = both()[0][0]
        with h5py.File(folder / "digits.h5", "w") as file:
            file["x_train"] = h5py.ExternalLink("other.h5", "x_train")
            file["y_train"] = both()[0][1]
        return folder / "digits.h5"

    yield Case("HDF5", "a link into another file", linked, Refused("holds no images"))

    def elsewhere(folder):
        data = both()[0][0]
        (folder / "raw.bin").write_bytes(data.tobytes())
        with h5py.File(folder / "digits.h5", "w") as file:
            file.create_dataset(
                "x_train",
                data.shape,
                data.dtype,
                external=[(str(folder / "raw.bin"), 0, data.nbytes)],
            )
            file["y_train"] = both()[0][1]
        return folder / "digits.h5"

    yield Case("HDF5", "numbers in another file", elsewhere, Refused("stored in a way that"))

    def damaged(folder):
        (folder / "digits.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(400))
        return folder / "digits.h5"

    yield Case("HDF5", "damaged", damaged, Refused("is no HDF5 file, or it is damaged"))


def _mat():
    if importlib.util.find_spec("scipy") is None:

        def old(folder):
            (folder / "digits.mat").write_bytes(b"MATLAB 5.0 MAT-file".ljust(124) + b"\0\1IM")
            return folder / "digits.mat"

        yield Case(
            "MAT", "version 5 without SciPy", old, Refused(r'pip install "inkling\[mat\]"')
        )
        return
    from scipy.io import savemat

    def mat(name, content, *says, read=None, file="digits.mat", **more):
        def make(folder):
            savemat(folder / file, content(), do_compression=True)
            return folder / file

        return Case("MAT", name, make, Read(*(read or both()), says=says, **more))

    yield mat("version 5", arrays)
    structure = lambda: {  # noqa: E731
        "dataset": {
            "train": {
                "images": both()[0][0].swapaxes(1, 2).reshape(-1, 784),
                "labels": both()[0][1][:, None],
            },
            "test": {
                "images": both()[1][0].swapaxes(1, 2).reshape(-1, 784),
                "labels": both()[1][1][:, None],
            },
            "mapping": np.column_stack([np.arange(10), np.arange(48, 58)]),
        }
    }
    yield mat(
        "EMNIST's structure, transposed", structure, "lie transposed", file="emnist-digits.mat"
    )
    tiny = both()[0][0][:, 4:24, 4:24]
    yield mat(
        "Ng's exercise: 20 x 20 along columns, ten for zero",
        lambda: {
            "X": (tiny / 255).swapaxes(1, 2).reshape(-1, 400),
            "y": np.where(both()[0][1] == 0, 10, both()[0][1])[:, None],
        },
        "10 was taken for the digit 0",
        "of 20 x 20 pixels",
        "lie transposed",
        read=((fitted(tiny.swapaxes(1, 2)).swapaxes(1, 2), both()[0][1]),),
    )
    by_digit = lambda: {  # noqa: E731
        f"{split}{digit}": images[labels == digit].reshape(-1, 784)
        for split, (images, labels) in zip(("train", "test"), both(), strict=True)
        for digit in range(10)
    }
    yield mat("train0 ... test9", by_digit, "ends of the arrays' names", mixed=True)


def _refusals():
    yield refused("no labels", lambda: {"x": digits()[0]}, "no labels for them: no other array")
    yield refused(
        "weights", lambda: {"w": np.zeros((3, 4)), "b": np.zeros(4)}, "holds no images"
    )
    yield refused(
        "values up to 1000",
        changed(x=lambda x: x.astype(np.int32) * 4),
        "holds values from 0 to 1020; pixels are 0 to 255, or fractions",
    )
    yield refused(
        "a pixel that is no number",
        changed(x=lambda x: np.where(x == 254, np.nan, x / 255)),
        "image number 1 of x_train holds a value that is no number|of x_train holds a value",
    )
    yield refused("labels of -1", changed(y=lambda y: y - 1), "label number [0-9]+ is -1")
    yield refused("labels of 0.5", changed(y=lambda y: y + 0.5), "a label is a whole number")
    yield refused("pickled labels", changed(y=lambda y: y.astype(object)), "may run a program")
    yield refused(
        "200 classes",
        lambda: {"x": digits()[0], "y": np.arange(150) + 50},
        "whole numbers without a gap",
    )
    yield refused(
        "complex numbers", changed(x=lambda x: x.astype(complex)), "x_train is stored as <c16"
    )
    yield refused(
        "fewer labels than images",
        lambda: {"x_train": digits()[0], "y_train": digits()[1][:-3]},
        "holds 150 images but 147 labels",
    )
