"""Data sets whose headers, sizes or cells are not what they say."""

from __future__ import annotations

import gzip
import io
import pickle
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.reliability.corpus.honest import arrays, digits, idx, npz, rows
from tests.reliability.corpus.hostile import Hostile, of_bytes, of_made

MILLION = 1_000_000


class Runs:
    """Runs a program where a pickle of it is loaded."""

    def __reduce__(self):
        return (open, ("hostile-was-here", "w"))


def _header(text: str, data: bytes = b"") -> bytes:
    body = text.encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(body)) + body + data


def _zip(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def _blank_npz(dtype: str, count: int):
    """Return what writes so many blank images and labels, piece by piece."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            shapes = {"x_train": (count, 28, 28), "y_train": (count,)}
            for name, shape in shapes.items():
                with archive.open(f"{name}.npy", "w", force_zip64=True) as file:
                    head = {"descr": np.dtype(dtype).str, "fortran_order": False}
                    np.lib.format.write_array_header_1_0(file, {**head, "shape": shape})
                    left = int(np.prod(shape)) * np.dtype(dtype).itemsize
                    while left > 0:
                        left -= file.write(bytes(min(left, 1 << 24)))

    return write


def _many() -> bytes:
    return _zip({f"{number}.npy": b"" for number in range(100_000)}, zipfile.ZIP_STORED)


def _pickled() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, archive.open("x_train.npy", "w") as entry:
        np.lib.format.write_array(entry, np.array([Runs()], object), allow_pickle=True)
    return file.getvalue()


def _headers() -> Iterator[tuple[str, bytes]]:
    shapes = {
        "a shape of 10^12": "(1000000000000, 28, 28)",
        "a shape below nothing": "(-1, 28, 28)",
        "a shape of 2^63": "(9223372036854775808, 28, 28)",
        "a shape of a text": "'abc'",
        "a shape of truths": "(True, 28, 28)",
        "a shape of 100,000 ones": f"({'1,' * 30_000})",
    }
    for name, shape in shapes.items():
        head = f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}"
        if len(head) < 65_000:
            yield name, _zip({"x_train.npy": _header(head, bytes(784))})
    types = ("|O", "|S999999999", "<c16", "[('a', '<f4')]", "|V8", "xyz", "<U9", "<M8[s]")
    for dtype in types:
        descr = dtype if dtype.startswith("[") else f"'{dtype}'"
        head = f"{{'descr': {descr}, 'fortran_order': False, 'shape': (10, 28, 28), }}"
        yield f"numbers of the type {dtype}", _zip({"x_train.npy": _header(head, bytes(9999))})
    yield "code in a header", _zip({"x_train.npy": _header("__import__('os').system('true')")})
    yield "depth in a header", _zip({"x_train.npy": _header("(" * 30_000)})


def _arrays() -> Iterator[tuple[str, bytes]]:
    honest = arrays()
    labels = honest["y_train"]
    changes = {
        "fewer labels than images": {"y_train": labels[:-1]},
        "labels of 300": {"y_train": labels.astype(np.int64) + 300},
        "labels below nothing": {"y_train": labels.astype(np.int64) - 5},
        "labels that are no numbers": {"y_train": np.full(40, np.nan)},
        "labels of infinity": {"y_train": np.full(40, np.inf)},
        "pixels that are no numbers": {"x_train": np.full((40, 28, 28), np.nan)},
        "pixels of infinity": {"x_train": np.full((40, 28, 28), np.inf)},
        "pixels of 1e300": {"x_train": np.full((40, 28, 28), 1e300)},
        "pixels of all sizes of int64": {
            "x_train": np.full((40, 28, 28), np.iinfo(np.int64).min)
        },
        "images of no size": {"x_train": np.zeros((40, 0, 0), np.uint8)},
        "no images": {"x_train": np.zeros((0, 28, 28), np.uint8), "y_train": labels[:0]},
        "images of 1 x 1": {"x_train": np.zeros((40, 1, 1), np.uint8)},
        "a single number": {"x_train": np.uint8(3)},
        "images of six axes": {"x_train": np.zeros((40, 1, 28, 1, 28, 1), np.uint8)},
        "names with a path": {"../../x_train": honest["x_train"]},
        "an empty name": {"": honest["x_train"]},
    }
    for name, change in changes.items():
        yield name, npz(**{**honest, **change})


def _tables() -> Iterator[tuple[str, bytes]]:
    first, *rest = rows()
    for cell in (
        "1_0",
        '1"2',
        "1e400",
        "nan",
        "inf",
        "0x10",
        "\u0663",
        "\0",
        "=1+1",
        "1;2",
        "-" * 99,
        "9" * 400,
        "",
    ):
        cells = first.split(",")
        cells[400] = cell
        named = cell[:12].encode("unicode_escape").decode()
        yield f"a cell of {named!r}", "\n".join([",".join(cells), *rest]).encode()
    yield "a row too short", "\n".join([first[:-9], *rest]).encode()
    yield "a row too long", "\n".join([first + ",1,1", *rest]).encode()
    yield "only a header", b"label," + b",".join(b"pixel%d" % i for i in range(784))
    yield "one endless line", b"1," * 1_000_000
    yield "an open quote", ('"' + "\n".join(rows())).encode()
    yield "UTF-16", "\n".join(rows()).encode("utf-16")
    yield "UTF-32", "\n".join(rows()).encode("utf-32")
    yield "a million empty lines", b"\n" * MILLION
    yield "a million commas", b"," * MILLION
    yield "100,000 columns", b",".join([b"1"] * 100_000) + b"\n"
    yield "one column", b"\n".join([b"7"] * 1000)


def _idx() -> Iterator[tuple[str, bytes]]:
    images, _ = digits()
    good = idx(images)
    yield "magic of another type", bytes((0, 0, 13, 3)) + good[4:]
    yield "magic of 255 axes", bytes((0, 0, 8, 255)) + good[4:]
    yield "sizes of 2^32", good[:4] + struct.pack(">3I", *[2**32 - 1] * 3) + good[16:]
    yield "no rows", good[:4] + struct.pack(">3I", 60, 0, 0)
    yield "more images than it says", good + bytes(784 * 5)
    yield "fewer images than it says", good[: -784 * 5]


def data_lies() -> Iterator[Hostile]:
    """Return the data sets."""
    for name, content in (*_headers(), *_arrays()):
        yield Hostile("data", f"npz: {name}", ".npz", of_bytes(content))
    for name, content in _tables():
        yield Hostile("data", f"CSV: {name}", ".csv", of_bytes(content))
    for name, content in _idx():
        yield Hostile("data", f"IDX: {name}", "-images-idx3-ubyte", of_bytes(content))
    plain = {
        "a pickle in it": _pickled(),
        "a pickle": pickle.dumps(Runs()),
        "a zip that climbs": _zip({"../../../hostile-was-here.npy": b"x" * 99}),
        "a zip of absolute names": _zip({"/tmp/hostile-was-here.npy": b"x" * 99}),
        "a zip in a zip": _zip({"a.npz": _zip({"b.npz": b"x"})}),
        "bz2": _zip({"x_train.npy": bytes(MILLION)}, zipfile.ZIP_BZIP2),
        "lzma": _zip({"x_train.npy": bytes(MILLION)}, zipfile.ZIP_LZMA),
    }
    for name, content in plain.items():
        yield Hostile("data", f"npz: {name}", ".npz", of_bytes(content))
    yield Hostile("data", "npz: 100,000 entries", ".npz", of_made(_many), True)
    for dtype in ("u1", "u8"):
        name = f"npz: a million blank images of {dtype}"
        yield Hostile("data", name, ".npz", _blank_npz(dtype, MILLION), True)
    bomb = gzip.compress(bytes((0, 0, 8, 3)) + struct.pack(">3I", MILLION, 28, 28))
    ending = "-images-idx3-ubyte.gz"
    yield Hostile("data", "IDX: a promise of a million images", ending, of_bytes(bomb))
    slow = "\n".join(row.replace(",0,", ", 0.00 ,", 1) for row in rows() * 300).encode()
    yield Hostile(
        "data", "CSV: 9,000 slow rows", ".csv.gz", of_bytes(gzip.compress(slow)), True
    )
