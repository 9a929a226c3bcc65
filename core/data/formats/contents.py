"""Which files make up a data set: looks at names only, reads nothing but a CSV's first line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from core.data.formats.csv_table import has_labels
from core.data.formats.image_folder import DIGITS
from core.data.formats.unpack import unreadable
from core.errors import DataError

Kind: TypeAlias = Literal["idx", "npz", "csv", "images"]

_CSV = (".csv", ".csv.gz")
_IDX_NAME = re.compile(r"(train|t10k)-(images|labels)[-.]idx[13]-ubyte(\.gz)?")
_WHAT_IS_READ = (
    "Choose a folder with the four IDX files of MNIST (train-images-idx3-ubyte.gz and so on), "
    "with mnist.npz, with CSV files (label, then 784 pixels), or with image folders 0 to 9."
)


@dataclass(frozen=True)
class Found:
    """The files of one data set.

    `train` and `test` each hold the files of one split: IDX images and labels; one CSV
    file; one folder of image folders. An .npz file holds both, so its `test` is empty.
    """

    kind: Kind
    train: tuple[Path, ...]
    test: tuple[Path, ...] = ()


def find_files(path: Path) -> Found:
    """Find the data set in a folder, or the one that a file belongs to.

    Raises
    ------
    DataError
        When there is none, or more than one to choose from, or a part is missing.
    """
    try:
        if path.is_dir():
            return _in_folder(path)
        if path.is_file():
            return _of_file(path)
    except OSError as error:
        raise unreadable(path, error) from error
    raise DataError("There is no file or folder {path}.", "Choose another one.", path=str(path))


def _in_folder(folder: Path) -> Found:
    found = _find_idx(folder) or _find_npz(folder) or _find_csv(folder) or _find_images(folder)
    if found is None:
        raise DataError("{folder} holds no digits.", _WHAT_IS_READ, folder=str(folder))
    return found


def _of_file(file: Path) -> Found:
    name = file.name.lower()
    if name.endswith(".npz"):
        return Found("npz", (file,))
    if name.endswith(_CSV):
        return _with_partner(file)
    found = _find_idx(file.parent) if _IDX_NAME.fullmatch(name) else None
    if found is None:
        raise DataError(
            "{file} is no kind of data set that Inkling knows.", _WHAT_IS_READ, file=str(file)
        )
    return found


def _find_idx(folder: Path) -> Found | None:
    parts = {
        split: [_idx_file(folder, split, "images", 3), _idx_file(folder, split, "labels", 1)]
        for split in ("train", "t10k")
    }
    there = [file for files in parts.values() for file in files if file]
    if not there:
        return None
    for split, files in parts.items():
        if None in files and (split == "train" or any(files)):
            kind = ("images-idx3", "labels-idx1")[files.index(None)]
            raise DataError(
                "{folder} holds {there} but not {missing}.",
                "Put {missing} or {missing}.gz beside it.",
                folder=str(folder),
                there=there[0].name,
                missing=f"{split}-{kind}-ubyte",
            )
    train, test = (tuple(file for file in files if file) for files in parts.values())
    return Found("idx", train, test)


def _idx_file(folder: Path, split: str, kind: str, dimensions: int) -> Path | None:
    names = [f"{split}-{kind}{dash}idx{dimensions}-ubyte" for dash in "-."]
    files = (folder / (name + suffix) for suffix in ("", ".gz") for name in names)
    return next((file for file in files if file.is_file()), None)


def _find_npz(folder: Path) -> Found | None:
    files = _files_ending(folder, (".npz",))
    named = [file for file in files if file.name == "mnist.npz"]
    chosen = _only_one(named or files, folder)
    return Found("npz", (chosen,)) if chosen else None


def _find_csv(folder: Path) -> Found | None:
    files = _files_ending(folder, _CSV)
    for_training = [file for file in files if "train" in file.name.lower()]
    chosen = _only_one(for_training or files, folder)
    return _with_partner(chosen) if chosen else None


def _with_partner(file: Path) -> Found:
    """Find mnist_test.csv for mnist_train.csv, and the other way round."""
    siblings = {f.name.lower(): f for f in _files_ending(file.parent, _CSV)}
    name = file.name.lower()
    partners = (
        siblings[other]
        for own in ("train", "test", "t10k")
        for others in ("train", "test", "t10k")
        if own in name and (other := name.replace(own, others)) in siblings and other != name
    )
    partner = next(partners, None)
    if partner is None:
        return Found("csv", (file,))
    train, test = (file, partner) if "train" in name else (partner, file)
    # Kaggle's test.csv is for a competition: it has no labels.
    return Found("csv", (train,), (test,) if has_labels(test) else ())


def _find_images(folder: Path) -> Found | None:
    if _has_digit_folders(folder):
        return Found("images", (folder,))
    train, test = (
        next((folder / name for name in names if _has_digit_folders(folder / name)), None)
        for names in (("train", "training"), ("test", "testing"))
    )
    return Found("images", (train,), (test,) if test else ()) if train else None


def _has_digit_folders(folder: Path) -> bool:
    return any((folder / digit).is_dir() for digit in DIGITS)


def _files_ending(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.name.lower().endswith(suffixes)
        and not file.name.startswith(".")
        and file.is_file()
    )


def _only_one(files: Iterable[Path], folder: Path) -> Path | None:
    files = list(files)
    if len(files) > 1:
        raise DataError(
            "{folder} holds more than one data set: {names}.",
            "Open one of these files.",
            folder=str(folder),
            names=", ".join(file.name for file in files[:5]),
        )
    return files[0] if files else None
