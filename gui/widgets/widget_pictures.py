"""Widgets as pictures: PNG of twice the size, SVG for print, or for the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from core.atomic_file import write_atomically

_SCALE = 2


def picture_of(parts: Sequence[QWidget], ground: QColor) -> QImage:
    """Return some widgets of one window as they stand to each other, at twice the size."""
    around = _around(parts)
    image = QImage(around.size() * _SCALE, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.scale(_SCALE, _SCALE)
    _paint(painter, parts, around.topLeft())
    painter.end()
    return image


def write_picture(path: Path, parts: Sequence[QWidget], ground: QColor) -> None:
    """Write some widgets as SVG, where the name ends so, else as PNG.

    Raises
    ------
    InklingError
        If the file cannot be written.
    """
    svg = path.suffix.lower() == ".svg"
    data = _svg(parts, ground) if svg else _png(picture_of(parts, ground))
    write_atomically(path, lambda file: file.writelines([data]))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter()
    writer.setDevice(buffer)
    writer.setFormat(QByteArray(b"png"))
    writer.write(image)
    return bytes(buffer.data().data())


def _svg(parts: Sequence[QWidget], ground: QColor) -> bytes:
    around = _around(parts)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(around.size())
    generator.setViewBox(QRect(QPoint(0, 0), around.size()))
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(0, 0), around.size()), ground)
    _paint(painter, parts, around.topLeft())
    painter.end()
    return bytes(buffer.data().data())


def _around(parts: Sequence[QWidget]) -> QRect:
    """Return the rectangle around all parts, in the window's coordinates."""
    around = QRect()
    for part in parts:
        around = around.united(QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size()))
    return around if around.isValid() else QRect(QPoint(0, 0), QSize(1, 1))


def _paint(painter: QPainter, parts: Sequence[QWidget], origin: QPoint) -> None:
    for part in parts:
        place = part.mapTo(part.window(), QPoint(0, 0)) - origin
        painter.save()
        painter.translate(place)
        if isinstance(part, QGraphicsView):
            part.render(painter, QRectF(part.rect()), part.rect())
        else:
            part.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.restore()
