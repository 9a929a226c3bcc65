"""What a person drags, drops or pastes onto the pad: a picture, or a file with one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QImage

from core.data.formats.file_endings import PICTURE_ENDINGS
from core.ink.drawing_files import SUFFIX
from core.records import Images
from gui.images import from_qimage

_LARGEST_PX = 2048


def path_in(mime: QMimeData | None) -> Path | None:
    """Return the first local file that may be a picture or a drawing.

    An empty clipboard has no data at all: None.
    """
    if mime is None:
        return None
    endings = (*PICTURE_ENDINGS, SUFFIX)
    for url in mime.urls():
        if url.isLocalFile() and url.toLocalFile().lower().endswith(endings):
            return Path(url.toLocalFile())
    return None


def picture_in(mime: QMimeData | None) -> Images | None:
    """Return the picture itself, 0 = black; None where there is none."""
    image = QImage(mime.imageData()) if mime is not None and mime.hasImage() else QImage()
    return None if image.isNull() else from_qimage(_reduced(image))


def _reduced(image: QImage) -> QImage:
    """Make a screenshot or photo small enough to be copied into an array at once."""
    if max(image.width(), image.height()) <= _LARGEST_PX:
        return image
    return image.scaled(
        QSize(_LARGEST_PX, _LARGEST_PX),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
