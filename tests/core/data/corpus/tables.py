"""Tables: CSV as people and programs write them."""

from __future__ import annotations

import gzip

import numpy as np

from core.data.datasets import Wishes
from tests.core.data.corpus.case import TEST, TRAIN, Case, Read, Refused, digits, fitted

NO_TEST = "There are no test images"
FIRST = "labels were taken from the first column"
LAST = "labels were taken from the last column"
PIXELS = tuple(f"pixel{i}" for i in range(784))
GRID = tuple(f"{row}x{column}" for row in range(1, 29) for column in range(1, 29))


def rows_of(images, labels=None, *, last=False, ids=None, form="{}"):
    """Cells of a table, a list of texts a row."""
    cells = [
        [form.format(value) for value in image] for image in images.reshape(len(images), -1)
    ]
    if labels is not None:
        for row, label in zip(cells, labels, strict=True):
            row.insert(len(row) if last else 0, str(label))
    if ids is not None:
        for row, own in zip(cells, ids, strict=True):
            row.insert(0, str(own))
    return cells


def text_of(rows, names=None, *, separator=",", end="\n"):
    lines = [separator.join(row) for row in ([list(names)] if names else []) + rows]
    return end.join(lines) + end


def train_rows(**options):
    images, labels, _, _ = digits()
    return rows_of(images, labels, **options)


def writes(name, text, *, encoding="utf-8", partner=None):
    """Make a table of a text (made when it is wanted); `partner` is another name and text."""

    def make(folder):
        for own, content in ((name, text), *((partner,) if partner else ())):
            data = content().encode(encoding)
            (folder / own).write_bytes(gzip.compress(data) if own.endswith(".gz") else data)
        return folder / name

    return make


def case(name, text, *says, file="digits.csv", silent=False, wishes=None, **options):
    images, labels, _, _ = digits()
    becomes = Read((images, labels), says=says, silent=silent)
    return Case("CSV", name, writes(file, text, **options), becomes, wishes or Wishes())


def refused(name, text, sentence, *, file="digits.csv", **options):
    return Case("CSV", name, writes(file, text, **options), Refused(sentence))


def table_cases():
    return (*_columns(), *_one_hot(), *_spreadsheets(), *_numbers(), *_partners(), *_refusals())


def _columns():
    named = ("label", *PIXELS)
    yield case("label first, no header", lambda: text_of(train_rows()), FIRST, NO_TEST)
    for name in ("label", "Label", "CLASS", "target", "digit", "y", '"label"', " label "):
        names = (name, *PIXELS)
        yield case(
            f"label first, called {name!r}", lambda names=names: text_of(train_rows(), names)
        )
    yield case("MNIST in CSV (label, 1x1 ...)", lambda: text_of(train_rows(), ("label", *GRID)))
    yield case("label last, no header", lambda: text_of(train_rows(last=True)), LAST)
    for name in ("class", "Target", "Y", "Digit"):
        names = (*PIXELS, name)
        yield case(
            f"label last, called {name!r} (OpenML's mnist_784)",
            lambda names=names: text_of(train_rows(last=True), names),
        )
    yield case(
        "label last, called by no known name",
        lambda: text_of(train_rows(last=True), (*PIXELS, "what")),
        'from the column "what": it alone can be labels',
    )
    yield case(
        "label first, called by no known name",
        lambda: text_of(train_rows(), ("number", *PIXELS)),
        'from the column "number"',
    )
    for name in ("id", "Index", "ImageId", "Unnamed: 0", ""):
        names = (name, *named)
        yield case(
            f"numbered in a column {name!r}",
            lambda names=names: text_of(train_rows(ids=range(TRAIN)), names),
            "Left out, as neither label nor pixel",
        )
    yield case(
        "numbered, label last",
        lambda: text_of(
            train_rows(last=True, ids=range(1, TRAIN + 1)), ("id", *PIXELS, "class")
        ),
        'Left out, as neither label nor pixel: the column "id"',
    )
    yield case(
        "numbered, no header",
        lambda: text_of(train_rows(ids=range(TRAIN))),
        "Left out, as neither label nor pixel: column 1",
    )
    yield case(
        "file names beside",
        lambda: text_of(
            train_rows(ids=[f"img_{i}.png" for i in range(TRAIN)]), ("file", *named)
        ),
        'the column "file"',
    )
    yield case(
        "numbers as header",
        lambda: text_of(train_rows(), map(str, range(785))),
        "it alone can be",
    )
    yield case(
        "pandas's header of a table without one",
        lambda: text_of(train_rows()[1:], _mangled(train_rows()[0])),
        "pandas took for the names",
    )
    shuffled = sorted(range(784), key=str)
    yield case(
        "pixels sorted as text (pixel0, pixel1, pixel10 ...)",
        lambda: text_of(
            [[row[0], *(row[1 + i] for i in shuffled)] for row in train_rows()],
            ("label", *(PIXELS[i] for i in shuffled)),
        ),
        "put into the order of their numbers",
    )
    yield case("chosen: first", lambda: text_of(train_rows()), wishes=Wishes("first"))
    yield case("chosen: last", lambda: text_of(train_rows(last=True)), wishes=Wishes("last"))
    yield case(
        "chosen by its name",
        lambda: text_of(train_rows(last=True), (*PIXELS, "Truth")),
        wishes=Wishes("truth"),
    )


def _one_hot():
    images, labels, _, _ = digits()
    flags = np.eye(10, dtype=int)[labels]
    coded = ("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9")

    def rows(pixels, codes=flags, *, first=False):
        pixels = pixels.reshape(len(pixels), -1)
        both = (codes, pixels) if first else (pixels, codes)
        return [[str(cell) for part in row for cell in part] for row in zip(*both, strict=True)]

    yield case(
        "one-hot labels last", lambda: text_of(rows(images)), "one-hot, in columns 785 to 794"
    )
    yield case(
        "one-hot labels first",
        lambda: text_of(rows(images, first=True)),
        "one-hot, in columns 1 to 10",
    )
    yield case(
        "one-hot labels c0 ... c9",
        lambda: text_of(rows(images), (*PIXELS, *coded)),
        'of the columns "c0" to "c9", the one that holds the 1',
    )
    yield case(
        "numbered, labels as pandas's get_dummies writes them",
        lambda: text_of(
            [[str(i), *row] for i, row in enumerate(rows(images, flags == 1))],
            ("", *PIXELS, *(f"label_{digit}" for digit in range(10))),
        ),
        'the columns "label_0" to "label_9"',
    )
    yield case(
        "one-hot labels beside a label",
        lambda: text_of(
            rows(images, np.hstack([labels[:, None], flags]), first=True),
            ("label", *coded, *PIXELS),
        ),
        'Left out, as neither label nor pixel: the column "c0"',
    )
    yield Case(
        "CSV",
        "one-hot labels of letters",
        writes(
            "letters.csv",
            lambda: text_of(
                rows(images), (*PIXELS, *(f"is_{letter}" for letter in "ABCDEFGHIJ"))
            ),
        ),
        Read((images, labels), classes=tuple("ABCDEFGHIJ")),
    )
    small = (images[:, 6:22, 6:22] > 127).astype(int)
    yield Case(
        "CSV",
        "semeion: blanks, 16 x 16 of 0.0000 and 1.0000, ten one-hot columns",
        writes(
            "semeion.data",
            lambda: text_of(
                [[*(f"{cell}.0000" for cell in row[:256]), *row[256:]] for row in rows(small)],
                separator=" ",
                end=" \n",
            ),
        ),
        Read(
            (fitted((255 * small).astype(np.uint8)), labels),
            says=("one-hot, in columns 257 to 266", "16 x 16"),
        ),
    )
    slip = flags.copy()
    slip[99] = 1
    yield refused(
        "a row with ten ones",
        lambda: text_of(rows(images, slip)),
        "row 100 does not hold one 1, and else 0, in columns 785 to 794",
    )


def _mangled(row):
    """Names as pandas makes them of a row: 0, 0.1, 0.2, 7, 0.3 ..."""
    seen: dict[str, int] = {}
    names = []
    for cell in row:
        names.append(f"{cell}.{seen[cell]}" if cell in seen else cell)
        seen[cell] = seen.get(cell, 0) + 1
    return names


def _spreadsheets():
    header = ("label", *PIXELS)
    whole = lambda **options: text_of(train_rows(), header, **options)  # noqa: E731
    for name, separator in (
        ("semicolons", ";"),
        ("tabs", "\t"),
        ("blanks", " "),
        ("bars", "|"),
    ):
        yield case(f"separated by {name}", lambda own=separator: whole(separator=own))
    for name, end in (("of Windows", "\r\n"), ("of the old Macintosh", "\r")):
        yield case(f"line ends {name}", lambda own=end: whole(end=own))
    yield case("sep=; of Excel", lambda: "sep=;\n" + whole(separator=";"))
    yield case("sep=, in quotes, Windows", lambda: '"sep=,"\r\n' + whole(end="\r\n"))
    yield case(
        "decimal commas", lambda: text_of(train_rows(form="{},0"), header, separator=";")
    )
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        text = (lambda: "\ufeff" + whole()) if encoding == "utf-16-be" else whole
        yield case(f"encoded as {encoding}", text, encoding=encoding)
    yield case("empty rows at the end", lambda: whole() + "\n\n,,,,\n" + "," * 784 + "\n")
    yield case("each line end doubled", lambda: whole().replace("\n", "\r\r\n"))
    yield case("empty cells at the end", lambda: whole().replace("\n", ",,,\n"))
    yield case("empty cells behind the rows only", lambda: _tailed(whole()))
    yield case(
        "all cells in quotes",
        lambda: text_of(train_rows(form='"{}"'), [f'"{name}"' for name in header]),
    )
    yield case("titles above", lambda: "My digits\n# of 2024\n\n" + whole())
    yield case(
        "Unicode text of Excel",
        lambda: whole(separator="\t"),
        file="digits.txt",
        encoding="utf-16",
    )
    yield case("sep=tab", lambda: "sep=\t\n" + whole(separator="\t"))
    yield case("packed", whole, file="digits.csv.gz")
    yield case("packed, with tabs", lambda: whole(separator="\t"), file="digits.tsv.gz")


def _tailed(text):
    first, _, rest = text.partition("\n")
    return first + "\n" + rest.replace("\n", ",,\n")


def _numbers():
    header = ("label", *PIXELS)
    images, labels, _, _ = digits()
    unit = lambda: rows_of(images / 255, labels, form="{:.6g}")  # noqa: E731
    scaled = "fractions from 0 to 1: they were brought to 0 to 255"
    yield case("fractions from 0 to 1", lambda: text_of(unit(), header), scaled)
    yield case(
        "fractions with decimal commas",
        lambda: text_of(
            [[cell.replace(".", ",") for cell in row] for row in unit()], header, separator=";"
        ),
        scaled,
    )
    yield case(
        "fractions with decimal commas in quotes",
        lambda: text_of(
            [[f'"{cell.replace(".", ",")}"' for cell in row] for row in unit()], header
        ),
        scaled,
    )
    yield Case(
        "CSV",
        "labels of -1 and 1",
        writes("signs.csv", lambda: text_of(rows_of(images, labels % 2 * 2 - 1), header)),
        Read((images, labels % 2), classes=("-1", "1")),
    )
    yield case(
        "numbers from -1 to 1",
        lambda: text_of(rows_of(images / 127.5 - 1, labels, form="{:.6g}"), header),
        "numbers from -1 to 1",
    )
    for form in ("{}.0", "{:e}", " {}", "{:03}"):
        yield case(
            f"pixels as {form!r}", lambda form=form: text_of(train_rows(form=form), header)
        )
    yield case(
        "labels as 5.0",
        lambda: text_of(rows_of(images, [f"{label}.0" for label in labels]), header),
    )
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    yield case(
        "labels as words",
        lambda: text_of(rows_of(images, [words[label] for label in labels]), header),
        "names of digits",
    )
    binary = (images > 127).astype(np.uint8)
    yield Case(
        "CSV",
        "pixels of 0 and 1",
        writes("bits.csv", lambda: text_of(rows_of(binary, labels), header)),
        Read((binary * 255, labels), says=("The pixels are 0 and 1 only",)),
    )
    yield Case(
        "CSV",
        "dark on light",
        writes("paper.csv", lambda: text_of(rows_of(255 - images, labels), header)),
        Read((images, labels), says=("dark on light, as their borders tell",)),
    )
    small = images[:, 6:22, 6:22]
    yield Case(
        "CSV",
        "zip.train: blanks, no header, 16 x 16 from -1 to 1",
        writes(
            "zip.train.gz",
            lambda: text_of(
                rows_of(
                    small / 127.5 - 1, [f"{label}.0000" for label in labels], form="{:.6f}"
                ),
                separator=" ",
                end=" \n",
            ),
        ),
        Read((fitted(small), labels), says=("numbers from -1 to 1", "16 x 16")),
    )
    yield Case(
        "CSV",
        "images of 16 x 16",
        writes("small.csv", lambda: text_of(rows_of(small, labels))),
        Read((fitted(small), labels), says=("of 16 x 16 pixels: each was fitted",)),
    )
    eight = np.rint(images[:, 2:26, 2:26].reshape(-1, 8, 3, 8, 3).mean((2, 4)) / 255 * 16)
    shown = np.rint(eight / 16 * 255).astype(np.uint8)
    yield Case(
        "CSV",
        "optdigits: 8 x 8 of 0 to 16, label last",
        writes(
            "optdigits.csv",
            lambda: text_of(rows_of(eight.astype(int), labels, last=True)),
        ),
        Read((fitted(shown), labels), says=("whole numbers from 0 to 16", "8 x 8")),
    )


def _partners():
    images, labels, test_images, test_labels = digits()
    header = ("label", *PIXELS)
    train = lambda: text_of(rows_of(images, labels), header)  # noqa: E731
    test = lambda: text_of(rows_of(test_images, test_labels), header)  # noqa: E731
    both = ((images, labels), (test_images, test_labels))

    def pair(name, partner, *says, read=both, first="mnist_train.csv", second="mnist_test.csv"):
        make = writes(first, train, partner=(second, partner))
        return Case("CSV, two files", name, make, Read(*read, says=says))

    alone = (both[0],)
    yield Case(
        "CSV, two files",
        "both with labels",
        writes("mnist_train.csv", train, partner=("mnist_test.csv", test)),
        Read(*both, silent=True),
    )
    yield pair(
        "the test file without a header", lambda: text_of(rows_of(test_images, test_labels))
    )
    yield pair(
        "Kaggle: the test file has no labels",
        lambda: text_of(rows_of(test_images), PIXELS),
        "test.csv has no labels and was left out",
        NO_TEST,
        read=alone,
        first="train.csv",
        second="test.csv",
    )
    yield pair(
        "Kannada: the test file has ids and no labels",
        lambda: text_of(rows_of(test_images, ids=range(TEST)), ("id", *PIXELS)),
        "test.csv has no labels and was left out",
        read=alone,
        first="train.csv",
        second="test.csv",
    )
    yield pair(
        "the test file is of another width",
        lambda: "1,2,3\n4,5,6\n",
        "mnist_test.csv was left out",
        read=alone,
    )
    yield pair(
        "the test file has a wrong cell",
        lambda: test().replace(",0,", ",x,", 1),
        "mnist_test.csv was left out: ",
        'is "x", not a number from 0 to 255',
        read=alone,
    )
    yield pair("the test file is empty", lambda: "", "mnist_test.csv was left out", read=alone)
    yield Case(
        "CSV, two files",
        "the test file chosen, the training file broken",
        writes("mnist_test.csv", test, partner=("mnist_train.csv", lambda: "1,2\n")),
        Read(both[1], says=("mnist_train.csv was left out", "are used for training")),
    )


def _refusals():
    images, labels, _, _ = digits()
    test = lambda: text_of(rows_of(images), PIXELS)  # noqa: E731
    yield refused("no labels", test, "holds images but no labels.*inkling predict --table")
    yield refused("no labels, no header", lambda: text_of(rows_of(images)), "but no labels")
    even = np.full((20, 784), 3)
    yield refused(
        "labels first or last: both possible",
        lambda: text_of(rows_of(even, np.arange(20) % 10)).replace(",3\n", ",4\n", 9),
        "labels may be in more than one column .first, last.. Say which: --label-column first",
    )
    yield refused(
        "two columns of labels",
        lambda: text_of(
            [[str(label), *row] for label, row in zip(labels, train_rows(), strict=True)],
            ("label", "class", *PIXELS),
        ),
        "more than one column .label, class.",
    )
    yield refused(
        "all pixels in one cell",
        lambda: text_of([[row[0], " ".join(row[1:])] for row in train_rows()], ("y", "pixels")),
        "all pixels of an image in one cell",
    )
    yield refused("a table of flowers", lambda: _iris(), "a row holds [0-9] values")
    yield refused("a name only", lambda: "label," + ",".join(PIXELS) + "\n", "holds 0 images")
    yield refused("empty", lambda: "", "holds 0 images")
    wrong = lambda: text_of(train_rows(), ("label", *PIXELS)).replace(",0,", ",?,", 3)  # noqa: E731
    yield refused("a wrong cell", wrong, r'row 2, column \d+ is "\?", not a number from 0')
    yield refused(
        "a row too short",
        lambda: text_of([*train_rows()[:-1], train_rows()[-1][:-5]], ("label", *PIXELS)),
        "row 151 holds 780 values instead of 785",
    )
    yield refused(
        "a label of 255",
        lambda: text_of([["255", *train_rows()[0][1:]], *train_rows()[1:]], ("label", *PIXELS)),
        "label number 1 is 255; labels are digits from 0 to 9, or whole numbers",
    )
    yield refused(
        "pixels up to 300",
        lambda: text_of(train_rows(), ("label", *PIXELS)).replace(",254,", ",300,"),
        'is "300", not a number from 0 to 255',
    )
    yield refused(
        "a web page",
        lambda: "<!doctype html>\n<html><body>404</body></html>\n",
        "is a web page",
    )


def _iris():
    return "sepal,petal,species\n" + "5.1,3.5,setosa\n4.9,3.0,virginica\n" * 10
