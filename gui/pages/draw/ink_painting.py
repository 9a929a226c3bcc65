"""How a drawing looks on paper: smooth strokes with a round pen, or the picture itself."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from core.ink.drawing import SHEET_PEN, Drawing
from core.ink.lines import Points, smooth_lines
from gui.images import to_qimage

_PLACES = 2
"""Columns of a line that are x and y."""

_LIGHTEST, _HARDER = 0.3, 1.4
"""The width of a line, in pens: at no pressure, and what full pressure adds to it."""

_STEP_PX = 2.0
"""Between two points of a drawn line: shorter steps are not seen."""


def paint_line(
    painter: QPainter, line: Points, sheet: QRectF, ink: QColor, pen: float = SHEET_PEN
) -> None:
    """Draw a line of a sheet of side 1, anti-aliased, with a round pen.

    Its points are `line_step` apart; `pen` is its width, as a share of the side. Where the
    pressure stands beside x and y, the width goes with it.
    """
    width = pen * sheet.width()
    brush = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    brush.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(brush)
    if line.shape[1] > _PLACES:
        _paint_pressed(painter, line, sheet, brush)
        return
    # Of curves, Qt's stroker leaves holes where they bend sharper than the pen is wide; of
    # a dense line with round joins it does not.
    placed = line * sheet.width() + (sheet.x(), sheet.y())
    points = QPolygonF([QPointF(x, y) for x, y in placed.tolist()])
    if points.size() > 1:
        painter.drawPolyline(points)
    else:
        painter.drawPoint(points.first())


def _paint_pressed(painter: QPainter, line: Points, sheet: QRectF, pen: QPen) -> None:
    """Draw each short piece of a line as wide as the pen pressed there."""
    width = pen.widthF()
    placed = line[:, :_PLACES] * sheet.width() + (sheet.x(), sheet.y())
    points = [QPointF(x, y) for x, y in placed.tolist()]
    widths = width * (_LIGHTEST + _HARDER * np.clip(line[:, _PLACES], 0.0, 1.0))
    for start, end, wide in zip(
        points, [*points[1:], points[-1]], widths.tolist(), strict=True
    ):
        pen.setWidthF(wide)
        painter.setPen(pen)
        if start == end:
            painter.drawPoint(start)
        else:
            painter.drawLine(start, end)


def line_step(sheet: QRectF) -> float:
    """Return how far the points of a line are apart where the sheet's side is 1."""
    return _STEP_PX / sheet.width()


def paint_drawing(
    painter: QPainter,
    drawing: Drawing,
    sheet: QRectF,
    ink: QColor,
    pen: float = SHEET_PEN,
    *,
    pressed: bool = False,
) -> None:
    """Draw a whole drawing, or the picture in its place, into a square.

    `pressed` lets the width of lines go with the pen's pressure, where that is known.
    """
    if drawing.image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(fitted(drawing.image.shape, sheet), grey_image(drawing))
        return
    placed = drawing.on_unit_square()
    pressed = pressed and bool(drawing.pressures)
    strokes = placed.pressed_strokes if pressed else placed.strokes
    for line in smooth_lines(strokes, step=line_step(sheet)):
        paint_line(painter, line, sheet, ink, pen)


def grey_image(drawing: Drawing) -> QImage:
    """Return how a drawing looks, dark on white, for the clipboard or for the paper."""
    from core.ink.drawing_files import as_picture

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
