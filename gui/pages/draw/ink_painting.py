"""How a drawing looks on paper: smooth strokes with a round pen, or the picture itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from core.ink.drawing import Drawing
from core.ink.drawing_files import as_picture
from core.ink.lines import Points, smooth_lines
from core.ink.preprocess import SHEET_PEN
from gui.images import to_qimage

_STEP_PX = 2.0
"""Between two points of a drawn line: shorter steps are not seen."""


def paint_line(
    painter: QPainter, line: Points, sheet: QRectF, ink: QColor, pen: float = SHEET_PEN
) -> None:
    """Draw a line of a sheet of side 1, anti-aliased, with a round pen.

    Its points are `line_step` apart; `pen` is its width, as a share of the side.
    """
    width = pen * sheet.width()
    brush = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    brush.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(brush)
    # Of curves, Qt's stroker leaves holes where they bend sharper than the pen is wide; of
    # a dense line with round joins it does not.
    placed = line * sheet.width() + (sheet.x(), sheet.y())
    points = QPolygonF([QPointF(x, y) for x, y in placed.tolist()])
    if points.size() > 1:
        painter.drawPolyline(points)
    else:
        painter.drawPoint(points.first())


def line_step(sheet: QRectF) -> float:
    """Return how far the points of a line are apart where the sheet's side is 1."""
    return _STEP_PX / sheet.width()


def paint_drawing(
    painter: QPainter, drawing: Drawing, sheet: QRectF, ink: QColor, pen: float = SHEET_PEN
) -> None:
    """Draw a whole drawing, or the picture in its place, into a square."""
    if drawing.image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(fitted(drawing.image.shape, sheet), grey_image(drawing))
        return
    for line in smooth_lines(drawing.on_unit_square().strokes, step=line_step(sheet)):
        paint_line(painter, line, sheet, ink, pen)


def grey_image(drawing: Drawing) -> QImage:
    """Return how a drawing looks, dark on white, for the clipboard or for the paper."""
    # 0 is black in a picture, and paper in `to_qimage`.
    return to_qimage(
        as_picture(drawing),
        paper=QColor(Qt.GlobalColor.black),
        ink=QColor(Qt.GlobalColor.white),
    )


def fitted(shape: tuple[int, ...], sheet: QRectF) -> QRectF:
    """Return the largest place in the sheet that keeps a picture's proportions."""
    rows, columns = shape
    scale = min(sheet.width() / columns, sheet.height() / rows)
    size = QRectF(0, 0, columns * scale, rows * scale)
    size.moveCenter(sheet.center())
    return size
