"""How a drawing looks on paper: smooth strokes with a round pen, or the picture itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from core.drawing import Drawing
from core.ink_files import as_picture
from core.preprocess import SHEET_PEN
from core.records import Floats
from core.strokes import beziers
from gui.images import to_qimage


def stroke_path(points: Floats, sheet: QRectF) -> QPainterPath:
    """Give the smooth curve through points of a sheet of side 1, laid onto `sheet`."""

    def place(point: Floats) -> QPointF:
        return QPointF(
            sheet.x() + float(point[0]) * sheet.width(),
            sheet.y() + float(point[1]) * sheet.height(),
        )

    path = QPainterPath(place(points[0]))
    for _start, leaving, arriving, end in beziers(points):
        path.cubicTo(place(leaving), place(arriving), place(end))
    return path


def paint_stroke(painter: QPainter, points: Floats, sheet: QRectF, ink: QColor) -> None:
    """Draw one stroke, anti-aliased."""
    width = SHEET_PEN * sheet.width()
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = stroke_path(points, sheet)
    if path.elementCount() > 1:
        painter.strokePath(path, pen)
    else:
        painter.setPen(pen)
        painter.drawPoint(path.currentPosition())


def paint_drawing(painter: QPainter, drawing: Drawing, sheet: QRectF, ink: QColor) -> None:
    """Draw a whole drawing, or the picture in its place, into a square."""
    if drawing.image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_fitted(drawing.image.shape, sheet), grey_image(drawing))
        return
    side = max(drawing.sheet)
    for stroke in drawing.strokes:
        paint_stroke(painter, stroke / side, sheet, ink)


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
