"""How a drawing looks on paper: smooth strokes with a round pen, or the picture itself."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from core.drawing import Drawing
from core.ink.strokes import smooth, trace
from core.ink_files import as_picture
from core.preprocess import SHEET_PEN
from core.records import Floats
from gui.images import to_qimage

_STEP_PX = 2.0
"""Between two points of a drawn line: shorter steps are not seen."""


def stroke_line(points: Floats, sheet: QRectF) -> QPolygonF:
    """Give the smooth line through points of a sheet of side 1, laid onto `sheet`."""
    (line,) = smooth((points,))
    corner = np.array((sheet.x(), sheet.y()))
    # Of curves, Qt's stroker leaves holes where they bend sharper than the pen is wide; of
    # a dense line with round joins it does not.
    dense = trace(line * sheet.width() + corner, step=_STEP_PX)
    return QPolygonF([QPointF(x, y) for x, y in dense.tolist()])


def paint_stroke(painter: QPainter, points: Floats, sheet: QRectF, ink: QColor) -> None:
    """Draw one stroke, anti-aliased."""
    width = SHEET_PEN * sheet.width()
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    line = stroke_line(points, sheet)
    if line.size() > 1:
        painter.drawPolyline(line)
    else:
        painter.drawPoint(line.first())


def paint_drawing(painter: QPainter, drawing: Drawing, sheet: QRectF, ink: QColor) -> None:
    """Draw a whole drawing, or the picture in its place, into a square."""
    if drawing.image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_fitted(drawing.image.shape, sheet), grey_image(drawing))
        return
    for stroke in drawing.on_unit_square().strokes:
        paint_stroke(painter, stroke, sheet, ink)


def grey_image(drawing: Drawing) -> QImage:
    """Give how a drawing looks, dark on white, for the clipboard or for the paper."""
    # 0 is black in a picture, and paper in `to_qimage`.
    return to_qimage(
        as_picture(drawing),
        paper=QColor(Qt.GlobalColor.black),
        ink=QColor(Qt.GlobalColor.white),
    )


def _fitted(shape: tuple[int, ...], sheet: QRectF) -> QRectF:
    """Give the largest place in the sheet that keeps a picture's proportions."""
    rows, columns = shape
    scale = min(sheet.width() / columns, sheet.height() / rows)
    size = QRectF(0, 0, columns * scale, rows * scale)
    size.moveCenter(sheet.center())
    return size
