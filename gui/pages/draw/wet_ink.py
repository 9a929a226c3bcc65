"""The stroke under the pen, drawn as it grows: each part of it once."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from core.ink.strokes import distinct, smooth_part
from core.records import Floats
from gui.pages.draw.ink_painting import paint_line, pen_width_px

_NEAR = 4
"""So many of the newest points decide where the line can be different from before."""


class WetInk:
    """Paints a growing stroke, at the same cost however long it is.

    A point changes the curve only near itself. A segment is settled once the point behind
    its end is there: it is painted onto a layer and not again. What is not settled, the end
    of the stroke, is painted anew each time.
    """

    def __init__(self) -> None:
        self._settled = 0

    def forget(self) -> None:
        """Begin anew: another stroke, or a layer without this one."""
        self._settled = 0

    def paint(
        self, painter: QPainter, layer: QPixmap, points: Floats, sheet: QRectF, ink: QColor
    ) -> None:
        """Paint the layer, which keeps what is settled, and the end of the stroke."""
        knots = distinct(points)
        settled = max(len(knots) - 2, 0)
        if settled > self._settled:
            onto_layer = QPainter(layer)
            onto_layer.setClipRect(sheet)
            paint_line(onto_layer, smooth_part(knots, self._settled, settled), sheet, ink)
            onto_layer.end()
            self._settled = settled
        painter.drawPixmap(0, 0, layer)
        painter.setClipRect(sheet)
        paint_line(painter, smooth_part(knots, settled, len(knots) - 1), sheet, ink)
        painter.setClipping(False)

    @staticmethod
    def changed(points: Floats, sheet: QRectF) -> QRectF:
        """Return where the newest point can have changed the line."""
        near = distinct(points)[-_NEAR:] * sheet.width() + (sheet.x(), sheet.y())
        low, high = near.min(axis=0), near.max(axis=0)
        # The curve may swing out of the points by a part of the longest way between two.
        reach = pen_width_px(sheet) + float(np.abs(np.diff(near, axis=0)).max(initial=0.0))
        box = QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))
        return box.adjusted(-reach, -reach, reach, reach)
