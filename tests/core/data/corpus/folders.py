"""Folders of pictures."""

from __future__ import annotations

import numpy as np
from PIL import Image

from core.ink.pictures import read_picture
from core.ink.preprocess import prepare
from tests.core.data.corpus.case import Case, Read, Refused, digits, enlarged

COUNT = 40
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def some(split="train"):
    images, labels, test_images, test_labels = digits()
    return (images[:COUNT], labels[:COUNT]) if split == "train" else (test_images, test_labels)


def save(folder, image, name, **options):
    folder.mkdir(parents=True, exist_ok=True)
    picture = image if isinstance(image, Image.Image) else Image.fromarray(image)
    picture.save(folder / name, **options)
    return folder / name


def write(
    folder, place=str, split="train", change=lambda image: image, ending="png", **options
):
    """Write pictures into a folder a label, `place` gives its name."""
    for index, (image, label) in enumerate(zip(*some(split), strict=True)):
        save(folder / place(int(label)), change(image), f"{index}.{ending}", **options)
    return folder


def case(name, make, *says, read=None, **more):
    becomes = Read(*(read or (some(),)), says=says, mixed=True, **more)
    return Case("folder", name, make, becomes)


def folder_cases():
    return (*_formats(), *_sizes(), *_trees(), *_labels(), *_refusals())


def _formats():
    yield case("0 to 9, PNG", write)
    for ending, options in (
        ("bmp", {}),
        ("gif", {}),
        ("tiff", {}),
        ("webp", {"lossless": True}),
    ):
        yield case(
            f"0 to 9, {ending}",
            lambda folder, e=ending, o=options: write(folder, ending=e, **o),
        )
    yield case("endings in capitals", lambda folder: write(folder, ending="PNG"))
    dark = "40 of 40 pictures of 28 x 28 were dark on light"
    yield case("dark on light", lambda f: write(f, change=lambda image: 255 - image), dark)
    yield case(
        "transparent paper, black ink",
        lambda f: write(f, change=_black_on_nothing),
        dark,
    )
    yield case("a palette", lambda f: write(f, change=_with_palette))
    stretched = np.stack([np.round(image * (255 / image.max())) for image in some()[0]])
    yield case(
        "16 bits, stretched as ``predict`` does",
        lambda f: write(f, change=lambda i: i.astype(np.uint16) * 257),
        read=((stretched.astype(np.uint8), some()[1]),),
    )
    yield case(
        "colours", lambda f: write(f, change=lambda i: np.repeat(i[..., None], 3, axis=2))
    )

    def mixed(folder):
        for index, (image, label) in enumerate(zip(*some(), strict=True)):
            save(folder / str(label), 255 - image if index % 4 else image, f"{index}.png")
        return folder

    yield case(
        "dark on light and light on dark", mixed, "30 of 40 pictures of 28 x 28 were dark"
    )


def _black_on_nothing(image):
    return np.dstack([np.zeros((28, 28, 3), np.uint8), image])


def _with_palette(image):
    picture = Image.fromarray(image).convert("P")
    picture.putpalette([level for level in range(256) for _ in range(3)])
    picture.paste(Image.fromarray(image))
    return picture


def _in_printers_colours(image):
    return Image.fromarray(enlarged(255 - image[None], 2)[0]).convert("CMYK")


def _sizes():
    for name, change, ending, options in (
        ("84 x 84, dark on light", lambda i: 255 - enlarged(i[None], 3)[0], "png", {}),
        ("56 x 56 as JPEG", lambda i: enlarged(i[None], 2)[0], "jpg", {"quality": 95}),
        ("CMYK", _in_printers_colours, "tiff", {}),
    ):

        def make(folder, change=change, ending=ending, options=options):
            return write(folder, change=change, ending=ending, **options)

        yield Case("folder", name, make, _FittedLater(make, "each was fitted into 28 x 28"))


class _FittedLater(Read):
    """What ``predict`` makes of the same pictures."""

    def __init__(self, make, *says):
        object.__setattr__(self, "_make", make)
        super().__init__(train=(), says=says, mixed=True)

    def __getattribute__(self, name):
        if name != "train":
            return super().__getattribute__(name)
        import tempfile
        from pathlib import Path

        with tempfile.TemporaryDirectory() as place:
            folder = self._make(Path(place))
            files = sorted(folder.rglob("*.*"))
            images = [prepare(read_picture(file)).centred for file in files]
            return np.stack(images), np.array([int(file.parent.name) for file in files])


def _trees():
    both = (some(), some("test"))
    for train, test in (
        ("train", "test"),
        ("training", "testing"),
        ("Train", "Val"),
        ("mnist_png/training", "mnist_png/testing"),
        ("trainingSet/trainingSet", "testSet/testSet"),
    ):

        def make(folder, train=train, test=test):
            write(folder / train)
            write(folder / test, split="test")
            return folder

        yield case(f"{train} and {test}", make, read=both)

    def kaggle(folder):
        write(folder / "trainingSet" / "trainingSet")
        for index, image in enumerate(some("test")[0]):
            save(folder / "testSet" / "testSet", image, f"img_{index}.png")
        write(folder / "trainingSample" / "trainingSample")
        return folder

    yield case("Kaggle's JPG set: test pictures without labels", kaggle, "Left out", "testSet")
    yield case("a folder more in each class", lambda f: write(f, lambda d: f"{d}/images"))
    yield case("nested once more", lambda f: write(f / "digits" / "all").parent.parent)


def _labels():
    yield case("digit_7", lambda f: write(f, lambda d: f"digit_{d}"), "names of digits")
    yield case("seven", lambda f: write(f, lambda d: WORDS[d]), "names of digits")
    yield case("ziffer-7.", lambda f: write(f, lambda d: f"ziffer-{d}."), "names of digits")
    yield case("seven in Chinese", lambda f: write(f, lambda d: "零一二三四五六七八九"[d]))
    yield case("Class 7", lambda f: write(f, lambda d: f"Class {d}"), "names of digits")

    def flat(form):
        def make(folder):
            for index, (image, label) in enumerate(zip(*some(), strict=True)):
                save(folder, image, form.format(label=label, word=WORDS[label], index=index))
            return folder

        return make

    yield case("7_123.png", flat("{label}_{index}.png"))
    yield case("7-123.png", flat("{label}-{index}.png"), "from the names of their files")
    yield case("7 (12).png", flat("{label} ({index}).png"), "from the names of their files")
    yield case("7a12.png", flat("{label}a{index}.png"), "from the names of their files")
    yield case("seven_123.png", flat("{word}_{index}.png"), "names of digits")
    yield case("0012_7.png", flat("{index:04}_{label}.png"), "from the names of their files")
    yield case("scan 12 seven.png", flat("scan {index} {word}.png"), "names of digits")
    yield case("img_12_label_7.png", flat("img_{index}_label_{label}.png"))

    def table(folder, *, header="filename,label\n", row="{name},{label}\n", inside=""):
        rows = []
        for index, (image, label) in enumerate(zip(*some(), strict=True)):
            name = f"p{index:03}.png"
            save(folder / inside, image, name)
            rows.append(row.format(name=name, label=label, stem=name[:-4]))
        (folder / "labels.csv").write_text(header + "".join(rows))
        return folder

    yield case("labels.csv", table)
    yield case(
        "labels.csv, label first", lambda f: table(f, header="y,file\n", row="{label},{name}\n")
    )

    def listed(folder):
        table(folder, header="", row="{name} {label}\n")
        (folder / "labels.csv").rename(folder / "labels.txt")
        return folder

    yield case("labels.txt, parted by blanks", listed)
    yield case("labels.csv without endings", lambda f: table(f, row="{stem},{label}\n"))
    yield case("labels.csv, no header", lambda f: table(f, header=""))
    yield case("labels.csv beside images/", lambda f: table(f, inside="images"))
    images, labels = some()
    shapes = ("circle", "square")
    yield case(
        "own classes",
        lambda f: write(f, lambda d: shapes[d % 2]),
        "There are 2 classes, numbered from 0: circle, square",
        read=((images, labels % 2),),
        classes=shapes,
    )


def _refusals():
    def one_bad(folder):
        write(folder)
        (folder / "3" / "broken.png").write_bytes(b"\x89PNG broken")
        (folder / "3" / "text.png").write_text("no picture")
        return folder

    yield case(
        "two bad pictures", one_bad, "2 of 42 pictures were left out: 3/broken.png, 3/text.png"
    )

    def all_bad(folder):
        (folder / "3").mkdir()
        (folder / "3" / "broken.png").write_bytes(b"rubbish")
        return folder

    yield Case("folder", "bad pictures only", all_bad, Refused("no picture that can be read"))

    def unlabelled(folder):
        for index, image in enumerate(some()[0]):
            save(folder, image, f"IMG_{index}.png")
        return folder

    yield Case(
        "folder",
        "pictures without labels",
        unlabelled,
        Refused("holds no digits. It holds IMG"),
    )
