"""The drawings service: what is drawn goes into files and comes back from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.ink.drawing import Drawing
from core.records import Images
from gui.jobs import Worker
from gui.session.service import Service

_LARGER = 10
"""A picture has more pixels than an image: strokes of two pixels are no strokes there."""


class DrawingsService(Service):
    """Reads and writes drawings: strokes or pictures.

    Signals:
        opened: The `Drawing` that was read from a file.
        saved: The `Path` that one was written to.
    """

    opened = Signal(object)
    saved = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker

    def open(self, path: Path) -> None:
        """Read the strokes or the picture in a file."""
        job = self._watch(self._worker.submit(lambda: _load(path)))
        job.finished.connect(self.opened)

    def take(self, image: QImage, to_grey: Callable[[QImage], Images]) -> None:
        """Bring a large picture from the clipboard to grey, off the window's thread."""
        job = self._watch(self._worker.submit(lambda: Drawing(image=to_grey(image))))
        job.finished.connect(self.opened)

    def show_image(self, image: Images) -> None:
        """Put an image of a data set, uint8 (28, 28), on the pad as a picture."""
        enlarged = np.kron(image, np.ones((_LARGER, _LARGER), np.uint8))
        self.opened.emit(Drawing(image=enlarged))

    def save(self, path: Path, drawing: Drawing) -> None:
        """Write strokes (``.json``) or a picture (``.png``)."""
        job = self._watch(self._worker.submit(lambda: _save(path, drawing)))
        job.finished.connect(self.saved)


def _load(path: Path) -> Drawing:
    from core.ink.drawing_files import load_drawing

    return load_drawing(path)


def _save(path: Path, drawing: Drawing) -> Path:
    from core.ink.drawing_files import save_drawing

    save_drawing(path, drawing)
    return path
