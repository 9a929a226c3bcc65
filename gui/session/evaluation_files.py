"""The evaluation-files service: an evaluation, or some of its images, written to the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.jobs import Worker
from gui.session.mistakes import SplitMistakes
from gui.session.service import Service

Indices = NDArray[np.int64]


class EvaluationFilesService(Service):
    """Writes tables, pictures, folders and reports, off the window's thread.

    Signals:
        written: The `Path` of what was written.
    """

    written = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker

    def table(self, path: Path, shown: SplitMistakes, indices: Indices) -> None:
        """Write a line for each of these images (CSV)."""
        self._write(path, lambda: _table(path, shown, indices))

    def matrix(self, path: Path, shown: SplitMistakes) -> None:
        """Write the confusion matrix (CSV)."""
        self._write(path, lambda: _matrix(path, shown))

    def folders(self, folder: Path, shown: SplitMistakes, indices: Indices) -> None:
        """Write each of these images as PNG, a folder for each label."""
        self._write(folder, lambda: _folders(folder, shown, indices))

    def report(
        self, path: Path, shown: SplitMistakes, title: str, say: Callable[[str], str]
    ) -> None:
        """Write the whole evaluation as one HTML file; `say` translates its phrases."""
        self._write(path, lambda: _report(path, shown, title, say))

    def picture(self, path: Path, image: QImage) -> None:
        """Write a picture as PNG."""
        self._write(path, lambda: _picture(path, image))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        self._watch(self._worker.submit(write)).then(lambda _: self.written.emit(path))


def _table(path: Path, shown: SplitMistakes, indices: Indices) -> None:
    from core.evaluation.image_files import write_table

    write_table(path, shown.report, indices, shown.predictions.dataset.classes)


def _matrix(path: Path, shown: SplitMistakes) -> None:
    from core.evaluation.image_files import write_matrix

    write_matrix(path, shown.report.counts, shown.predictions.dataset.classes)


def _folders(folder: Path, shown: SplitMistakes, indices: Indices) -> None:
    from core.evaluation.image_files import write_folders

    known = shown.predictions
    images, names = known.dataset.images(known.split), known.dataset.classes
    write_folders(folder, images, shown.report, indices, names)


def _report(path: Path, shown: SplitMistakes, title: str, say: Callable[[str], str]) -> None:
    from core.evaluation.html_report import html_report, write_report

    known = shown.predictions
    images, names = known.dataset.images(known.split), known.dataset.classes
    write_report(path, html_report(shown.report, images, names, title=title, say=say))


def _picture(path: Path, image: QImage) -> None:
    from core.atomic_file import write_atomically
    from gui.images import to_png

    content = to_png(image)

    def write(file: BinaryIO) -> None:
        file.write(content)

    write_atomically(path, write)
