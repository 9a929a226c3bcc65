"""mnist.npz as Keras stores it: x_train, y_train, x_test and y_test in a zip of .npy files.

Read without numpy.load: that makes room for whatever shape a file claims, and its header
is parsed as Python.
"""

from __future__ import annotations

import math
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from core.data.formats.splits import NO_SPLIT, SIDE, Split, check_count, check_side, make_split
from core.data.formats.unpack import AGAIN, read_exactly, read_up_to, unreadable
from core.errors import DataError
from core.phrases import Phrase
from core.records import Images

_LONGEST_HEADER = 10_000
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    KeyError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


def read_npz(path: Path) -> tuple[Split, Split]:
    """Read the training split and, where there is one, the test split."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            train = _read_split(archive, "train", path)
            test = "x_test.npy" in archive.namelist()
            return train, _read_split(archive, "test", path) if test else NO_SPLIT
    except _DAMAGES as error:
        raise DataError(
            "{file} is not an .npz file, or it is damaged: {reason}.",
            AGAIN,
            file=str(path),
            reason=_reason(error),
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _read_split(archive: zipfile.ZipFile, name: str, path: Path) -> Split:
    images = _read_array(archive, f"x_{name}", path)
    labels = _read_array(archive, f"y_{name}", path)
    if labels.ndim != 1:
        raise _misshapen(path, f"y_{name}", labels.shape, "(n,)")
    return make_split(
        _as_images(images, f"x_{name}", path), labels, images_file=path, labels_file=path
    )


def _as_images(values: NDArray[np.integer], name: str, path: Path) -> Images:
    if values.ndim == 2 and values.shape[1] == SIDE * SIDE:
        values = values.reshape(-1, SIDE, SIDE)
    if values.ndim != 3:
        raise _misshapen(path, name, values.shape, "(n, 28, 28)")
    check_side(values.shape[2], values.shape[1], path)
    if values.min() < 0 or values.max() > 255:
        raise DataError(
            "{file}: {name} holds values from {low} to {high}; pixels are 0 to 255.",
            "Store the pixels as bytes.",
            file=str(path),
            name=name,
            low=int(values.min()),
            high=int(values.max()),
        )
    return np.ascontiguousarray(values, np.uint8)


def _read_array(archive: zipfile.ZipFile, name: str, path: Path) -> NDArray[np.integer]:
    member = f"{name}.npy"
    if member not in archive.namelist():
        raise DataError(
            "{file} holds no {name}; it holds {names}.",
            "It needs x_train and y_train, and x_test and y_test for a test split.",
            file=str(path),
            name=name,
            names=", ".join(archive.namelist()[:8])[:200] or Phrase("nothing"),
        )
    if archive.getinfo(member).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(Phrase("it is compressed in a way that NumPy does not use"))
    with archive.open(member) as opened_member:
        stream = cast(BinaryIO, opened_member)
        dtype, fortran_order, shape = _read_header(stream, name, path)
        data = read_exactly(stream, math.prod(shape) * dtype.itemsize, path)
    values: NDArray[np.integer] = np.frombuffer(data, dtype)
    return values.reshape(shape, order="F" if fortran_order else "C")


def _read_header(
    stream: BinaryIO, name: str, path: Path
) -> tuple[np.dtype[np.integer], bool, tuple[int, ...]]:
    descr, fortran_order, shape = _parse_header(_header_text(stream))
    if not re.fullmatch(r"[<>|=]?[ui][1248]", descr):
        raise DataError(
            "{file}: {name} is stored as {kind}; Inkling reads whole numbers only.",
            "Store pixels from 0 to 255 and labels from 0 to 9 as bytes (uint8).",
            file=str(path),
            name=name,
            kind=Phrase("Python objects, which may run a program") if "O" in descr else descr,
        )
    if not shape or len(shape) > 3 or max(shape) > 2**32:
        raise _misshapen(path, name, shape, "(n, 28, 28)" if name[0] == "x" else "(n,)")
    check_count(shape[0], path)
    if math.prod(shape) > shape[0] * SIDE * SIDE:
        if len(shape) == 3:
            check_side(shape[2], shape[1], path)
        raise _misshapen(path, name, shape, "(n, 28, 28)")
    return np.dtype(descr), fortran_order, shape


def _header_text(stream: BinaryIO) -> str:
    start = bytes(read_up_to(stream, 8))
    if len(start) < 8 or start[:6] != b"\x93NUMPY":
        raise ValueError(Phrase("no NumPy array in it"))
    length = 2 if start[6] == 1 else 4
    size = int.from_bytes(read_up_to(stream, length), "little")
    if size > _LONGEST_HEADER:
        raise ValueError(Phrase("a header of {size} bytes", size=size))
    return read_up_to(stream, size).decode("latin-1")


def _parse_header(text: str) -> tuple[str, bool, tuple[int, ...]]:
    descr = re.search(r"'descr':\s*(\[.*?\]|'[^']{0,40}')", text)
    order = re.search(r"'fortran_order':\s*(True|False)", text)
    shape = re.search(r"'shape':\s*\(([\d, ]{0,200})\)", text)
    if not (descr and order and shape):
        raise ValueError(Phrase("no header of a NumPy array"))
    sizes = tuple(int(size) for size in shape[1].split(",") if size.strip())
    return descr[1].strip("'")[:40], order[1] == "True", sizes


def _reason(error: Exception) -> str:
    """Return what a library said, or our own words as they are."""
    said = error.args[0] if error.args else None
    return said if isinstance(said, Phrase) else str(error).rstrip(".")


def _misshapen(path: Path, name: str, shape: tuple[int, ...], expected: str) -> DataError:
    return DataError(
        "{file}: {name} has the shape {shape} instead of {expected}.",
        "Store the images and the labels as Keras's mnist.npz does.",
        file=str(path),
        name=name,
        shape=str(shape),
        expected=expected,
    )
