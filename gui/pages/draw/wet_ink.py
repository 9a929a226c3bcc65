"""The stroke under the pen, drawn as it grows: each part of it once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from core.ink.drawing import SHEET_PEN
from core.ink.lines import GrowingLine, changed_by_newest
from core.records import Floats
from gui.pages.draw.ink_painting import line_step, paint_line


class WetInk:
    """Paints a growing stroke, at the same cost however long it is.

    What is settled of it is painted onto a layer and not again; the end of the stroke, which
    is not, is painted anew each time.
    """

    def __init__(self) -> None:
        self._line = GrowingLine()

    def forget(self) -> None:
        """Begin anew: another stroke, or a layer without this one."""
        self._line.forget()

    def paint(
        self,
        painter: QPainter,
        layer: QPixmap,
        points: Floats,
        sheet: QRectF,
        ink: QColor,
        *,
        pen: float,
    ) -> None:
        """Paint the layer, which keeps what is settled, and the end of the stroke."""
        settled, end = self._line.grow(points, step=line_step(sheet))
        if settled is not None:
            onto_layer = QPainter(layer)
            onto_layer.setClipRect(sheet)
            paint_line(onto_layer, settled, sheet, ink, pen)
            onto_layer.end()
        painter.drawPixmap(0, 0, layer)
        painter.setClipRect(sheet)
        paint_line(painter, end, sheet, ink, pen)
        painter.setClipping(False)

    @staticmethod
    def changed(points: Floats, sheet: QRectF, pen: float = SHEET_PEN) -> QRectF:
        """Return where the newest point can have changed the line."""
        low, high = (
            QPointF(*(corner * sheet.width()).tolist()) + sheet.topLeft()
            for corner in changed_by_newest(points)
        )
        reach = pen * sheet.width()
        return QRectF(low, high).adjusted(-reach, -reach, reach, reach)
