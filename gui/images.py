"""Arrays of grey pixels to Qt's images and back; sharp at any scale."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPixmap

from core.records import Images

BLACK = QColor("black")
WHITE = QColor("white")


def to_qimage(image: Images, *, paper: QColor = BLACK, ink: QColor = WHITE) -> QImage:
    """Return an image of the same size as the array.

    Parameters
    ----------
    image : ndarray of uint8, shape (rows, columns), 0 = paper, 255 = full ink
    paper, ink : QColor
        The two ends of the scale. White ink on black is how MNIST is shown; dark ink on
        paper is the person's side.
    """
    pixels = np.ascontiguousarray(image, dtype=np.uint8)
    rows, columns = pixels.shape
    shown = QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    shown.setColorTable(_scale(paper, ink))
    # copy: the QImage above only borrows the array's memory.
    return shown.copy()


def in_colours(kinds: Images, colours: tuple[QColor, ...]) -> QImage:
    """Return an image of the same size, each value of the array as the colour of that place."""
    pixels = np.ascontiguousarray(kinds, dtype=np.uint8)
    rows, columns = pixels.shape
    shown = QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    shown.setColorTable([colour.rgb() for colour in colours])
    return shown.copy()


def to_pixmap(
    image: Images,
    side_px: int,
    *,
    device_ratio: float = 1.0,
    paper: QColor = BLACK,
    ink: QColor = WHITE,
) -> QPixmap:
    """Return a square pixmap of `side_px` logical pixels, each pixel of the array a square."""
    side = max(1, round(side_px * device_ratio))
    scaled = to_qimage(image, paper=paper, ink=ink).scaled(
        side,
        side,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.FastTransformation,
    )
    pixmap = QPixmap.fromImage(scaled)
    pixmap.setDevicePixelRatio(device_ratio)
    return pixmap


def to_png(image: QImage) -> bytes:
    """Return an image as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def from_qimage(image: QImage) -> Images:
    """Return the grey levels of a pasted or opened image, as `core.records.Ink` wants them.

    Returns
    -------
    ndarray of uint8, shape (rows, columns), 0 = black
        Transparent parts count as white.
    """
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(WHITE)
    _paint(image, opaque)
    grey = opaque.convertToFormat(QImage.Format.Format_Grayscale8)
    rows, columns, stride = grey.height(), grey.width(), grey.bytesPerLine()
    flat = np.frombuffer(grey.constBits(), dtype=np.uint8, count=rows * stride)
    return flat.reshape(rows, stride)[:, :columns].copy()


def _scale(paper: QColor, ink: QColor) -> list[int]:
    """Return 256 colours from `paper` to `ink`, as Qt's 0xffRRGGBB."""
    first, last = (np.array((c.red(), c.green(), c.blue())) for c in (paper, ink))
    steps = np.rint(np.linspace(first, last, 256)).astype(np.int64)
    return [int(c) for c in steps @ (1 << 16, 1 << 8, 1) + (0xFF << 24)]


def _paint(source: QImage, target: QImage) -> None:
    painter = QPainter(target)
    painter.drawImage(target.rect(), source)
    painter.end()
