"""Labels in all the shapes that files have them in -> one number or name an image."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.phrases import Phrase

_QMNIST_COLUMNS = 8


def as_labels(values: NDArray[Any], name: str, path: Path) -> tuple[NDArray[Any], list[Phrase]]:
    """Return int64 or text, shape (n,), and what was assumed.

    Whole numbers stored as fractions, columns and rows, one-hot rows, and QMNIST's eight
    columns (the class first, then who wrote it) are understood.

    Raises
    ------
    DataError
        When the array holds something else.
    """
    if values.ndim == 3 and values.shape[-1] == 1:
        values = values[..., 0]
    if values.ndim == 2 and 1 in values.shape:
        values = values.reshape(-1)
    if values.ndim == 2 and _one_hot(values):
        note = Phrase("{name} is one-hot: the label is the place of the 1.", name=name)
        return values.argmax(axis=1).astype(np.int64), [note]
    if values.ndim == 2 and values.shape[1] == _QMNIST_COLUMNS and values.dtype.kind in "iu":
        note = Phrase(
            "{name} has eight columns, as QMNIST's have: the first is the label.", name=name
        )
        return values[:, 0].astype(np.int64), [note]
    if values.ndim != 1:
        raise _misshapen(values, name, path)
    return _numbers_or_names(values, name, path), []


def _one_hot(values: NDArray[Any]) -> bool:
    if values.dtype.kind not in "biuf" or values.shape[1] < 2:
        return False
    return bool(is_one_hot(values).all())


def is_one_hot(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Say of each row of numbers whether it holds one 1, and else 0."""
    flags = ((values == 0) | (values == 1)).all(axis=1)
    right: NDArray[np.bool_] = flags & ((values == 1).sum(axis=1) == 1)
    return right


def _numbers_or_names(values: NDArray[Any], name: str, path: Path) -> NDArray[Any]:
    kind = values.dtype.kind
    if kind == "S":
        values, kind = np.char.decode(values, "utf-8", "replace"), "U"
    if kind == "b":
        return values.astype(np.str_)
    if kind == "U":
        return np.char.strip(values)
    if kind not in "iuf":
        raise DataError(
            "{file}: {name} is stored as {kind}, which is no kind of label.",
            "Store labels as whole numbers from 0, or as names.",
            file=str(path),
            name=name,
            kind=str(values.dtype),
        )
    with np.errstate(invalid="ignore"):
        whole = values.astype(np.int64)
    wrong = np.flatnonzero(whole != values)
    if len(wrong):
        raise DataError(
            "{file}: label number {number} is {label}; a label is a whole number.",
            "Store labels as whole numbers from 0, or as names.",
            file=str(path),
            number=int(wrong[0]) + 1,
            label=str(values[wrong[0]]),
        )
    return whole


def _misshapen(values: NDArray[Any], name: str, path: Path) -> DataError:
    return DataError(
        "{file}: {name} has the shape {shape}; labels have the shape (n,), (n, 1), or one-hot "
        "(n, classes).",
        "Store one label an image.",
        file=str(path),
        name=name,
        shape=str(values.shape),
    )
