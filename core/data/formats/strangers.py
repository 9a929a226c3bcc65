"""What is no data set: said by what it is, with what to do instead."""

from __future__ import annotations

import codecs
import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from core.data.formats.picture_labels import any_picture
from core.data.formats.unpack import check_regular
from core.errors import DataError
from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.phrases import Phrase
from core.regular_file import open_regular

_WHAT_IS_READ = (
    "Choose a folder with the four IDX files of MNIST (train-images-idx3-ubyte.gz and so on), "
    "with mnist.npz, with CSV files (label, then 784 pixels), or with image folders 0 to 9."
)
_UNPACK = "Unpack it and open the folder that comes out of it."
_SAVE_PLAIN = "In Python, save the arrays with numpy.savez and open that file."
_DEPTH = 3
_MOST_FOLDERS = 200
_NAMED = 6
_LOOKED_AT = 64
_COLUMNS_SEEN = 10
"""In the first bytes of a table with names; prose has fewer commas."""
_TAR_MARK, _TAR_START = 257, 264
_PICKLE = DataError(
    "{file} is a Python pickle, which may run any program while it is read.",
    "Take mnist.npz or the four IDX files instead, which hold the same images; or, if you "
    "trust it, load it in Python and save the arrays with numpy.savez.",
)
_ARCHIVE = DataError("{file} is an archive.", _UNPACK)
_PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".7z", ".rar")
_KINDS: tuple[tuple[tuple[str, ...], DataError], ...] = (
    ((".pkl", ".pickle", ".pkl.gz", ".p"), _PICKLE),
    (
        (".pt", ".pth", ".ckpt"),
        DataError(
            "{file} is a file of PyTorch's, a pickle, which may run any program while it is "
            "read.",
            "Open the folder raw beside it, which holds the IDX files; or save the arrays with "
            "numpy.savez.",
        ),
    ),
    (_PACKED, _ARCHIVE),
    (
        (".xz", ".bz2", ".zst"),
        DataError("{file} is packed in a way that Inkling does not open.", _UNPACK),
    ),
    (
        (".xlsx", ".xls", ".ods", ".numbers"),
        DataError(
            "{file} is a spreadsheet.",
            "In the spreadsheet program, save it as CSV and open that file.",
        ),
    ),
    (
        (".parquet", ".feather", ".arrow"),
        DataError("{file} is a table in a binary format.", _SAVE_PLAIN),
    ),
    (
        (".tfrecord", ".tfrecords"),
        DataError("{file} is a file of TensorFlow's records.", _SAVE_PLAIN),
    ),
    (
        (".arff", ".json", ".jsonl"),
        DataError("{file} is text, but no table.", "Save it as CSV."),
    ),
    (
        (".keras", ".onnx", ".tflite", ".pb"),
        DataError(
            "{file} is a network, not a data set.",
            "Open it as a network; a data set has images and labels.",
        ),
    ),
)


def refused_file(file: Path) -> DataError:
    """Return the error that says what a file is, as far as it shows, and what to do."""
    try:
        if check_regular(file) == 0:
            return DataError("{file} is empty.", "Choose another one.", file=str(file))
        start = _start(file)
    except OSError:
        start = b""
    except DataError as special:
        return special
    known = _known(file.name)
    pickled = re.match(rb"\x80[\x02-\x05]", start)
    error = _PICKLE if known is None and pickled else known
    if error is None and b"ustar" in start[_TAR_MARK:]:
        error = _ARCHIVE
    if error is not None:
        return DataError(error.problem, error.cure, file=str(file))
    if re.match(rb"[+-]?\d+(\.\d+)?( \d+:[\d.eE+-]+){2}", start):
        return DataError(
            "{file} is a table of LIBSVM's kind, which leaves out the pixels that are 0.",
            "In Python, read it with scikit-learn's load_svmlight_file, save the arrays with "
            "numpy.savez and open that file.",
            file=str(file),
        )
    return DataError(
        "{file} is no kind of data set that Inkling knows.", _WHAT_IS_READ, file=str(file)
    )


def _known(name: str) -> DataError | None:
    return next((error for ends, error in _KINDS if name.lower().endswith(ends)), None)


def refuse_pointer(file: Path) -> None:
    """Refuse what was saved in place of a file, whatever its name: a pointer, a web page.

    Raises
    ------
    DataError
        When it is one.
    """
    try:
        start = b"" if file.is_dir() else _start(file).lstrip().lower()
    except (OSError, DataError):
        return
    if start.startswith(b"version https://git-lfs"):
        raise DataError(
            "{file} is a pointer of Git LFS, not the file itself.",
            "Fetch it with: git lfs pull",
            file=str(file),
        )
    if start.startswith((b"<!doctype html", b"<html")):
        raise DataError(
            "{file} is a web page, not a data set: the page about it was saved instead.",
            "Open the page, and use its download button.",
            file=str(file),
        )


def looks_like_table(file: Path) -> bool:
    """Say whether a file whose name says nothing begins as a table."""
    try:
        check_regular(file)
        start = _start(file)
    except (OSError, DataError):
        # Refused later, in words.
        return False
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        # As Excel saves "Unicode text".
        start = start.decode("utf-16", "replace").encode()
    numbers = start[:_LOOKED_AT]
    if len(numbers) == _LOOKED_AT and re.fullmatch(rb"[\d\s.,;eE+\-\"]+", numbers):
        return True
    text = b"\0" not in start and start[:1] not in b"{[<@"
    return text and max(map(start.count, (b",", b";", b"\t", b"|"))) >= _COLUMNS_SEEN


def _start(file: Path) -> bytes:
    with open_regular(file) as stream:
        start = stream.read(_TAR_START)
    if not start.startswith(b"\x1f\x8b"):
        return start
    try:
        with gzip.open(file) as unpacked:
            return unpacked.read(_TAR_START)
    except (OSError, EOFError, zlib.error):
        return start


def no_data_set(folder: Path, holds_one: Callable[[Path], bool]) -> DataError:
    """Return the error for a folder without digits: what was found, what came nearest."""
    nearest: list[Path] = []
    for place in _below(folder, _DEPTH):
        if not any(place.is_relative_to(known) for known in nearest) and holds_one(place):
            nearest.append(place)
    found = _found(folder)
    if nearest:
        return DataError(
            "{folder} itself holds no digits, but {places} inside it does.",
            "Open {first}.",
            folder=str(folder),
            places=", ".join(str(place.relative_to(folder)) for place in nearest[:3]),
            first=str(nearest[0]),
        )
    packed = [place.name for place in _files(folder) if place.name.lower().endswith(_PACKED)]
    if packed:
        return DataError(
            "{folder} holds an archive, {name}, which Inkling does not open.",
            _UNPACK,
            folder=str(folder),
            name=packed[0],
        )
    for file in _files(folder):
        error = _known(file.name)
        if error is not None:
            return DataError(error.problem, error.cure, file=str(file))
    classes = sum(any_picture(place) for place in _folders(folder))
    if classes > MOST_CLASSES:
        return DataError(
            "{folder} holds {n} folders with pictures; Inkling takes {fewest} to {most} "
            "classes.",
            "Put some of them into a folder of their own, and open that.",
            folder=str(folder),
            n=classes,
            fewest=FEWEST_CLASSES,
            most=MOST_CLASSES,
        )
    return DataError(
        "{folder} holds no digits. It holds {found}.",
        _WHAT_IS_READ,
        folder=str(folder),
        found=found,
    )


def _files(folder: Path) -> list[Path]:
    return sorted(place for place in folder.iterdir() if place.is_file())


def _found(folder: Path) -> Phrase | str:
    names = sorted(
        place.name + ("/" if place.is_dir() else "")
        for place in folder.iterdir()
        if not place.name.startswith(".")
    )
    if not names:
        return Phrase("nothing")
    return ", ".join(names[:_NAMED])[:200] + (" ..." if len(names) > _NAMED else "")


def _below(folder: Path, depth: int) -> Iterator[Path]:
    seen = 0
    level = [folder]
    for _ in range(depth):
        level = [place for parent in level for place in _folders(parent)][:_MOST_FOLDERS]
        for place in level:
            seen += 1
            if seen > _MOST_FOLDERS:
                return
            yield place


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(
            place for place in folder.iterdir() if place.is_dir() and place.name[:1] != "."
        )
    except OSError:
        return []
