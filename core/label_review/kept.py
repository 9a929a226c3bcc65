"""What each judge said is kept beside its data's fingerprint, so that it is asked once.

One file a judge: whoever stops the judging, or is stopped, goes on with the next judge.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.label_review.judges import Judge
from core.records import Dataset, Floats
from core.regular_file import open_regular

_FORMAT = "2"
"""Counts the networks of `judges`: what other ones said is not taken for theirs."""

_LONGEST_CODE = 40


@dataclass(frozen=True, eq=False)
class Said:
    """What one judge said of the images that it judges.

    Parameters
    ----------
    probabilities : ndarray of float32, shape (images, classes)
    ill : str
        The code of what the doctor found in the network; empty where it is well.
    """

    probabilities: Floats
    ill: str = ""


def file_of(folder: Path, dataset: Dataset, judge: Judge) -> Path:
    """Return where it is kept what a judge said."""
    return folder / f"{dataset.fingerprint}-{judge.name}-v{_FORMAT}.npz"


def load_said(folder: Path, dataset: Dataset, judge: Judge, images: int) -> Said | None:
    """Return what a judge said of so many images; None where nothing usable is kept."""
    try:
        with (
            open_regular(file_of(folder, dataset, judge)) as file,
            np.load(file, allow_pickle=False) as stored,
        ):
            told, ill = stored["probabilities"], str(stored["ill"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # What cannot be read is computed again: it holds nothing of the person's own.
        return None
    fits = told.shape == (images, len(dataset.classes)) and told.dtype == np.float32
    return Said(told, ill[:_LONGEST_CODE]) if fits and np.isfinite(told).all() else None


def save_said(folder: Path, dataset: Dataset, judge: Judge, said: Said) -> None:
    """Keep what a judge said.

    Raises
    ------
    InklingError
        When the system refuses.
    """

    def write(file: BinaryIO) -> None:
        np.savez_compressed(file, probabilities=said.probabilities, ill=np.array(said.ill))

    write_atomically(file_of(folder, dataset, judge), write)
