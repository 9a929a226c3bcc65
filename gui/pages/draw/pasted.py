"""What a person drags, drops or pastes onto the pad: a picture, or a file with one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QImage

from core.data.formats.file_endings import PICTURE_ENDINGS
from core.ink.drawing import SUFFIX
from core.records import Images
from gui.images import from_qimage

_LARGEST_PX = 2000
_AT_ONCE_PIXELS = 1_000_000
"""A larger picture would keep the window waiting: it is brought to grey elsewhere."""


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


def picture_in(mime: QMimeData | None) -> QImage | None:
    """Return the picture itself; None where there is none."""
    image = QImage(mime.imageData()) if mime is not None and mime.hasImage() else QImage()
    return None if image.isNull() else image


def is_small(image: QImage) -> bool:
    """Say whether `to_grey` takes no time that is felt."""
    return image.width() * image.height() <= _AT_ONCE_PIXELS


def to_grey(image: QImage) -> Images:
    """Return the grey levels of a picture, 0 = black, reduced where it is large."""
    return from_qimage(_reduced(image))


def _reduced(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= _LARGEST_PX:
        return image
    return image.scaled(
        QSize(_LARGEST_PX, _LARGEST_PX),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
