"""Images of a split and their answers as files: a table, a folder a class, the matrix."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.atomic_file import write_atomically
from core.control import StopToken
from core.evaluation.mistakes import MistakesReport
from core.records import Images

Indices = NDArray[np.int64]

_COLUMNS = ("index", "label", "predicted", "confidence", "label_probability", "tied")


def write_table(
    path: Path, report: MistakesReport, indices: Indices, names: Sequence[str]
) -> None:
    """Write a line for each image (CSV): index, label, what was read, how surely.

    Raises
    ------
    InklingError
        When the system refuses.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for index in indices.tolist():
        label = int(report.labels[index])
        table.writerow(
            (
                index,
                names[label] if label >= 0 else "",
                names[report.digits[index]],
                f"{report.confidence[index]:.6f}",
                f"{report.label_probability[index]:.6f}",
                int(report.tied[index]),
            )
        )
    _write(path, text.getvalue().encode())


def write_matrix(path: Path, counts: NDArray[np.int64], names: Sequence[str]) -> None:
    """Write a confusion matrix (CSV): rows are true classes, columns what was read.

    Raises
    ------
    InklingError
        When the system refuses.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("true / predicted", *names))
    for name, row in zip(names, counts.tolist(), strict=True):
        table.writerow((name, *row))
    _write(path, text.getvalue().encode())


def write_folders(
    folder: Path,
    images: Images,
    report: MistakesReport,
    indices: Indices,
    names: Sequence[str],
    *,
    stop: StopToken | None = None,
) -> int:
    """Write images as PNG, a folder for each label; return how many.

    The names of the files say index and what was read: ``4/5103-read-9.png``.

    Raises
    ------
    InklingError
        When the system refuses.
    Cancelled
        Soon after `stop` is set; what was written stays.
    """
    from PIL import Image

    stop = stop or StopToken()
    for index in indices.tolist():
        stop.check()
        label = int(report.labels[index])
        into = folder / (_plain(names[label]) if label >= 0 else "none")
        read = _plain(names[report.digits[index]])
        content = io.BytesIO()
        Image.fromarray(images[index]).save(content, "PNG")
        _write(into / f"{index}-read-{read}.png", content.getvalue())
    return len(indices)


def _plain(name: str) -> str:
    """Return a name that every file system takes."""
    return re.sub(r"[^\w-]+", "_", name)[:60] or "_"


def _write(path: Path, content: bytes) -> None:
    def write(file: BinaryIO) -> None:
        file.write(content)

    write_atomically(path, write)
