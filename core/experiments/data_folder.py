"""The data of an experiment as files that all workers of a machine map: one copy for all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import DataError
from core.records import Dataset

_CLASSES = "classes.json"
_SPLITS = ("train_images", "train_labels", "test_images", "test_labels")


def write_data(dataset: Dataset, folder: Path) -> None:
    """Write the images and labels, so that `read_data` gives the same data set."""
    for name in _SPLITS:
        np.save(folder / f"{name}.npy", np.ascontiguousarray(getattr(dataset, name)))
    (folder / _CLASSES).write_text(json.dumps(dataset.classes), encoding="utf-8")


def read_data(folder: Path, fingerprint: str) -> Dataset:
    """Return the data set in a folder; its arrays are the files themselves, read when used.

    Raises
    ------
    DataError
        If it is another one than the fingerprint says.
    """
    arrays = {name: _mapped(folder / f"{name}.npy") for name in _SPLITS}
    classes = tuple(json.loads((folder / _CLASSES).read_text(encoding="utf-8")))
    dataset = Dataset("", str(folder), **arrays, classes=classes)
    if dataset.fingerprint != fingerprint:
        raise DataError(
            "The data in {folder} changed while they were trained on.",
            "Start the experiment again: it goes on.",
            folder=str(folder),
        )
    return dataset


def _mapped(path: Path) -> Any:
    try:
        return np.asarray(np.load(path, mmap_mode="r"))
    except ValueError:
        # A file without a single image cannot be mapped.
        return np.load(path)
