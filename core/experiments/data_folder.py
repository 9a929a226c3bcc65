"""The data of an experiment as files that all workers of a machine map: one copy for all."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import DataError
from core.file_lock import is_held, take_lock
from core.records import Dataset

_CLASSES = "classes.json"
_PREFIX = "inkling-data-"
_LOCK = "in-use.lock"
_YOUNG_S = 60.0
"""A folder may be so new that whoever made it has not locked it yet."""

_SPLITS = ("train_images", "train_labels", "test_images", "test_labels")


class DataFolder:
    """A folder for temporary files with the data in it; `close` takes it away.

    Raises
    ------
    DataError
        When the system refuses.
    """

    def __init__(self, dataset: Dataset) -> None:
        _remove_orphans(Path(tempfile.gettempdir()))
        try:
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        except OSError as error:
            raise _not_laid_out(tempfile.gettempdir(), error) from error
        self._lock = take_lock(self.path / _LOCK)
        try:
            write_data(dataset, self.path)
        except DataError:
            self.close()
            raise

    def close(self) -> None:
        """Remove the folder."""
        if self._lock is not None:
            self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def _remove_orphans(temporary: Path) -> None:
    """Remove what programs left that were killed: the whole MNIST is 55 MB each time."""
    for folder in temporary.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            old = time.time() - folder.stat().st_mtime > _YOUNG_S
            if old and not is_held(folder / _LOCK):
                shutil.rmtree(folder, ignore_errors=True)


def write_data(dataset: Dataset, folder: Path) -> None:
    """Write the images and labels, so that `read_data` gives the same data set.

    Raises
    ------
    DataError
        When the system refuses.
    """
    try:
        for name in _SPLITS:
            np.save(folder / f"{name}.npy", np.ascontiguousarray(getattr(dataset, name)))
        (folder / _CLASSES).write_text(json.dumps(dataset.classes), encoding="utf-8")
    except OSError as error:
        raise _not_laid_out(str(folder), error) from error


def _not_laid_out(folder: str, error: OSError) -> DataError:
    return DataError(
        "The data cannot be laid out for the workers in {folder}: {reason}.",
        "Make room there, or name another folder for temporary files (TMPDIR).",
        folder=folder,
        reason=error.strerror or str(error),
    )


def read_data(folder: Path, fingerprint: str) -> Dataset:
    """Return the data set in a folder; its arrays are the files themselves, read when used.

    Raises
    ------
    DataError
        If it is another one than the fingerprint says, or is gone.
    """
    try:
        arrays = {name: _mapped(folder / f"{name}.npy") for name in _SPLITS}
        classes = tuple(json.loads((folder / _CLASSES).read_text(encoding="utf-8")))
    except OSError as error:
        raise DataError(
            "The data that were laid out for the workers in {folder} are gone: {reason}.",
            "Start the experiment again: it goes on.",
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error
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
